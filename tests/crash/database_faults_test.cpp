#include "adapters/soci/dialect.hpp"
#include "adapters/soci/piped_session.hpp"
#include "tests/crash/running_house.hpp"
#include "tests/crash/wire_to_database.hpp"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <netinet/tcp.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <sys/socket.h>
#include <thread>

// The PostgreSQL server is restarted, and cannot be reached, while people work. They are told to
// come back (503), what they were told is entered is there once, and the same server process of
// Juece goes on by itself.

using namespace std::chrono_literals;
using tests::says_when_to_come_back;
using tests::status_of;
using tests::told;
namespace store = adapters::soci;

namespace {

auto const needs_postgresql = boost::unit_test::precondition(tests::needs_postgresql);

boost::test_tools::assertion_result can_be_restarted(boost::unit_test::test_unit_id)
{
    return std::getenv("JUECE_TEST_POSTGRESQL_RESTART") != nullptr;
}

boost::test_tools::assertion_result can_be_cut(boost::unit_test::test_unit_id)
{
    return tests::wire_to_database::can_be();
}

/// Opens one case after the other until it is told to stop, and sends each again until it is told
/// that it is entered.
class busy_clerk {
public:
    busy_clerk(tests::official const& person, int port, std::string name)
        : wire_(person.beside(port)), name_(std::move(name)), thread_([this] { work(); })
    {}
    ~busy_clerk() { stop(); }

    void stop()
    {
        stopping_ = true;
        if (thread_.joinable())
            thread_.join();
    }
    /// After stop(): what was acknowledged, and what should not have been answered so.
    std::vector<std::string> const& entered() const { return entered_; }
    std::vector<std::string> const& wrong() const { return wrong_; }
    int put_off() const { return put_off_; }

private:
    void work()
    {
        for (int i = 0; !stopping_; ++i) {
            auto const act = name_ + "-" + std::to_string(i);
            while (!enter(act)) {
                if (stopping_)
                    return;
                std::this_thread::sleep_for(20ms);
            }
        }
    }

    bool enter(std::string const& act)
    {
        auto const answer = wire_.open_case(act);
        auto const status = status_of(answer);
        if (status == 200 || status == 201) {
            entered_.push_back(act);
            return true;
        }
        ++put_off_;
        if (status != 503 || !says_when_to_come_back(answer))
            wrong_.push_back(act + " was answered " + told(answer));
        return false;
    }

    tests::official wire_;
    std::string name_;
    std::vector<std::string> entered_;
    std::vector<std::string> wrong_;
    int put_off_ = 0;
    std::atomic<bool> stopping_ = false;
    std::thread thread_; // last: it uses all the others
};

struct context : tests::running_house {
    context() : running_house("juece-database") {}

    std::string readiness()
    {
        tests::http_client wire(port());
        return told(wire.ask("GET", "/readyz"));
    }

    std::optional<double> count(std::string const& name)
    {
        tests::http_client wire(port());
        auto const answer = wire.ask("GET", "/metrics");
        return answer ? tests::count_in(answer->body, name) : std::nullopt;
    }

    /// People work while `harm` is done; afterwards all is as they were told.
    void must_outlive(std::string const& what, std::function<void()> const& harm)
    {
        std::vector<std::unique_ptr<busy_clerk>> all;
        for (int i = 0; i < 4; ++i)
            all.push_back(
                std::make_unique<busy_clerk>(clerk, port(), "database-" + std::to_string(i)));
        std::this_thread::sleep_for(300ms);
        harm();
        std::this_thread::sleep_for(300ms);
        BOOST_TEST(tests::comes_true(20s, [&] { return readiness() == "200 ready\n"; }),
                   "after " << what << " the service does not return: " << readiness());
        std::this_thread::sleep_for(500ms); // works again
        std::size_t acts = 0;
        int put_off = 0;
        for (auto& one : all)
            one->stop();
        auto const there = acts_like("database-");
        for (auto& one : all) {
            for (auto const& words : one->wrong())
                BOOST_ERROR("during " << what << ": " << words);
            for (auto const& act : one->entered())
                BOOST_TEST(there.count(act) == 1U, act << " was acknowledged and is there "
                                                       << there.count(act) << " times");
            acts += one->entered().size();
            put_off += one->put_off();
        }
        BOOST_TEST(acts > 0U);
        BOOST_TEST_MESSAGE(what << ": " << acts << " acts, put off " << put_off << " times");
        auto const after = clerk.open_case("database-after");
        BOOST_TEST(status_of(after) == 201, told(after));
        BOOST_TEST(!server().ends_within(0ms),
                   "the server of Juece ended: " << tests::words_of(log));
        BOOST_TEST(count("juece_record_takes_writes").value_or(-1) == 1);
        stop();
        must_be_clean("after " + what);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(database_faults_test, context, *needs_postgresql)

BOOST_AUTO_TEST_CASE(a_database_that_ends_all_connections_is_met_again)
{
    start();
    sign_in();
    must_outlive("the end of all connections", [&] {
        for (int i = 0; i < 5; ++i) {
            auto const sql = store::open_session(place(), store::access::writing);
            *sql << "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                    " where datname = current_database() and pid <> pg_backend_pid()";
            std::this_thread::sleep_for(100ms);
        }
    });
}

BOOST_AUTO_TEST_CASE(a_database_that_is_restarted_as_after_a_crash_is_met_again,
                     *boost::unit_test::precondition(can_be_restarted))
{
    start();
    sign_in();
    must_outlive("a restart", [&] {
        auto const code = std::system(std::getenv("JUECE_TEST_POSTGRESQL_RESTART"));
        BOOST_TEST(code == 0, "the server of PostgreSQL was not restarted");
    });
}

BOOST_AUTO_TEST_CASE(a_network_that_is_lost_again_and_again_doubles_nothing,
                     *boost::unit_test::precondition(can_be_cut))
{
    tests::wire_to_database wire;
    start({{"JUECE_DATABASE", wire.url_of(place().url)}});
    sign_in();
    must_outlive("a network lost five times", [&] {
        for (int i = 0; i < 5; ++i) {
            wire.cut();
            std::this_thread::sleep_for(100ms);
            wire.mend();
            std::this_thread::sleep_for(150ms);
        }
    });
}

BOOST_AUTO_TEST_CASE(without_the_database_everybody_is_told_to_come_back,
                     *boost::unit_test::precondition(can_be_cut))
{
    tests::wire_to_database wire;
    start({{"JUECE_DATABASE", wire.url_of(place().url)}});
    sign_in();
    auto const first = clerk.open_case("database-first");
    BOOST_REQUIRE_MESSAGE(status_of(first) == 201, told(first));
    auto const page = "/cases/" + std::to_string(view_of(first).at("case").as_int64());

    wire.cut();
    auto const must_be_put_off = [](char const* what,
                                    std::optional<tests::http_answer> const& answer) {
        BOOST_TEST(status_of(answer) == 503, what << " was answered " << told(answer));
        BOOST_TEST(says_when_to_come_back(answer), what << " is not told when to come back");
    };
    must_be_put_off("an act", clerk.open_case("database-put-off"));
    must_be_put_off("a page", clerk.get(page));
    must_be_put_off("a sign-in", secretary.sign_in());
    BOOST_TEST(readiness().starts_with("503 "), "ready without a database: " << readiness());
    BOOST_TEST(status_of(clerk.get("/healthz")) == 200);
    BOOST_TEST(count("juece_record_takes_writes").value_or(-1) == 0);
    BOOST_TEST(count("juece_clerk_faults_total").value_or(0) > 0);

    wire.mend();
    BOOST_TEST(tests::comes_true(10s, [&] { return readiness() == "200 ready\n"; }),
               "the network is back, and yet " << readiness());
    auto const again = clerk.open_case("database-put-off");
    BOOST_TEST(status_of(again) == 201, told(again));
    BOOST_TEST(status_of(clerk.get(page)) == 200);
    BOOST_TEST(status_of(secretary.sign_in()) == 200);
    BOOST_TEST(number("select count(*) from act where act_id = 'database-put-off'") == 1);
    BOOST_TEST(count("juece_record_takes_writes").value_or(-1) == 1);
    stop();
    must_be_clean("after the network was lost");
}

// The same as without the parameters, in less time.
constexpr char const* short_silence =
    "&tcp_user_timeout=3000&keepalives_idle=1&keepalives_interval=1";
// Until the silence is noticed (3 s), and until a new connection is given up (3 s).
constexpr auto told_within = 10s;

BOOST_AUTO_TEST_CASE(a_network_that_falls_silent_keeps_nobody_waiting,
                     *boost::unit_test::precondition(can_be_cut))
{
    tests::wire_to_database wire;
    start({{"JUECE_DATABASE", wire.url_of(place().url) + short_silence}});
    sign_in();
    auto const first = clerk.open_case("database-first");
    BOOST_REQUIRE_MESSAGE(status_of(first) == 201, told(first));
    auto const page = "/cases/" + std::to_string(view_of(first).at("case").as_int64());

    wire.fall_silent();
    std::vector<std::thread> people;
    std::vector<tests::official> each;
    constexpr int readers = 24; // six times as many as there are threads to read
    for (int i = 0; i <= readers; ++i)
        each.push_back(clerk.beside(port()));
    std::vector<std::optional<tests::http_answer>> answers(each.size());
    std::vector<double> seconds(each.size());
    for (std::size_t i = 0; i < each.size(); ++i)
        people.emplace_back([&, i] {
            auto const began = std::chrono::steady_clock::now();
            answers[i] = i == 0 ? each[i].open_case("database-put-off") : each[i].get(page);
            seconds[i] =
                std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        });
    BOOST_TEST(status_of(clerk.get("/healthz")) == 200);
    for (auto& one : people)
        one.join();
    for (std::size_t i = 0; i < each.size(); ++i) {
        BOOST_TEST(status_of(answers[i]) == 503, i << " was answered " << told(answers[i]));
        BOOST_TEST(says_when_to_come_back(answers[i]));
        BOOST_TEST(seconds[i] < std::chrono::duration<double>(told_within).count(),
                   i << " was answered after " << seconds[i] << " s");
    }
    BOOST_TEST(readiness().starts_with("503 "), "ready without a database: " << readiness());

    wire.mend();
    BOOST_TEST(tests::comes_true(10s, [&] { return readiness() == "200 ready\n"; }),
               "the network is back, and yet " << readiness());
    // What it had locked is free once the server has given up the transaction.
    std::optional<tests::http_answer> again;
    BOOST_TEST(tests::comes_true(40s,
                                 [&] {
                                     again = clerk.open_case("database-put-off");
                                     return status_of(again) == 201;
                                 }),
               told(again));
    BOOST_TEST(status_of(clerk.get(page)) == 200);
    BOOST_TEST(number("select count(*) from act where act_id = 'database-put-off'") == 1);
    stop();
    must_be_clean("after the network was silent");
}

BOOST_AUTO_TEST_CASE(whoever_waits_for_an_answer_of_a_silent_network_is_told_too,
                     *boost::unit_test::precondition(can_be_cut))
{
    tests::wire_to_database wire;
    start({{"JUECE_DATABASE", wire.url_of(place().url) + short_silence}}, {"--lock-wait", "600"});
    sign_in();
    std::optional<tests::http_answer> answer;
    double seconds = 0;
    {
        // Its statement has arrived and waits for another writer when the network falls silent.
        auto const sql = store::open_session(place(), store::access::writing);
        *sql << "begin";
        *sql << "select pg_advisory_xact_lock(19029, 1)";
        auto mine = clerk.beside(port());
        std::thread waiting([&] { answer = mine.open_case("database-waiting"); });
        BOOST_TEST(tests::comes_true(5s, [&] {
            return number("select count(*) from pg_locks where locktype = 'advisory'"
                          " and not granted") == 1;
        }));
        auto const began = std::chrono::steady_clock::now();
        wire.fall_silent();
        waiting.join();
        seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        *sql << "rollback";
    }
    BOOST_TEST(status_of(answer) == 503, told(answer));
    BOOST_TEST(seconds < std::chrono::duration<double>(told_within).count(),
               "told after " << seconds << " s");
    wire.mend();
    std::optional<tests::http_answer> again;
    BOOST_TEST(tests::comes_true(40s,
                                 [&] {
                                     again = clerk.open_case("database-waiting");
                                     return status_of(again) == 201;
                                 }),
               told(again));
    stop();
    must_be_clean("after the network was silent");
}

BOOST_AUTO_TEST_CASE(a_url_that_says_nothing_of_silence_gets_the_bounds_of_the_manual,
                     *boost::unit_test::precondition(can_be_cut))
{
    tests::wire_to_database wire;
    auto url = wire.url_of(place().url);
    url.erase(url.find('?'));
    auto const sql = store::open_session({data, url}, store::access::reading);
    auto const file =
        PQsocket(static_cast<adapters::soci::piped_session*>(sql->get_backend())->connection());
    auto const of_socket = [&](int what) {
        int value = 0;
        socklen_t size = sizeof value;
        ::getsockopt(file, IPPROTO_TCP, what, &value, &size);
        return value;
    };
    BOOST_TEST(of_socket(TCP_USER_TIMEOUT) == 20'000);
    BOOST_TEST(of_socket(TCP_KEEPIDLE) == 10);
    BOOST_TEST(of_socket(TCP_KEEPINTVL) == 5);

    wire.fall_silent();
    auto const began = std::chrono::steady_clock::now();
    BOOST_CHECK_THROW(store::open_session({data, url}, store::access::reading),
                      store::storage_fault);
    auto const took = std::chrono::steady_clock::now() - began;
    BOOST_TEST((took > 5s && took < 15s));
}

BOOST_AUTO_TEST_SUITE_END()
