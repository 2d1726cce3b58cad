#include "engine/chain.hpp"
#include "tests/crash/faulty_house.hpp"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <thread>

// What people see when the disk is full, read-only, failing, slow, torn or altered: a polite
// refusal with nothing half-done, a /readyz and /metrics that do not lie, and a service that goes
// on by itself once the disk does.

using namespace std::chrono_literals;
using tests::faulty_house;
using tests::says_when_to_come_back;
using tests::status_of;
using tests::told;

namespace {

struct context : faulty_house {
    context() : faulty_house("juece-storage") {}

    long long open(std::string const& act, std::string const& title = "城区防洪排涝工程方案")
    {
        auto const answer = clerk.open_case(act, title);
        BOOST_REQUIRE_MESSAGE(status_of(answer) == 201, act << " was answered " << told(answer));
        return view_of(answer).at("case").as_int64();
    }

    long long acts_named(std::string const& act) const
    {
        return number("select count(*) from act where act_id = '" + act + "'");
    }

    void must_refuse_politely(std::string const& what, std::optional<tests::http_answer> answer)
    {
        BOOST_TEST(status_of(answer) == 503, what << " was answered " << told(answer));
        BOOST_TEST(says_when_to_come_back(answer), what << " is not told when to come back");
    }

    /// While `fault` is set nothing is taken and everything read; afterwards all goes on.
    void must_outlive(std::atomic<int>& fault, std::string const& name)
    {
        auto const on = open("storage-first-" + name);
        auto const faults = count("juece_clerk_faults_total");
        BOOST_TEST(readiness() == "200 ready\n");
        BOOST_TEST(count("juece_record_takes_writes") == 1);

        fault = 1;
        auto const words = "说明文件：" + name;
        // a record on another machine is not hit by what hits this disk
        if (!tests::on_postgresql()) {
            must_refuse_politely("an act", clerk.open_case("storage-kept-out-" + name));
            must_refuse_politely("a sign-in", secretary.sign_in());
            BOOST_TEST(count("juece_clerk_faults_total") > faults);
            BOOST_TEST(count("juece_record_takes_writes") == 0);
            BOOST_TEST(readiness().starts_with("503 "), "ready though nothing can be written");
            BOOST_TEST(acts_named("storage-kept-out-" + name) == 0, "half of a refused act is in");
        }
        must_refuse_politely("a paper", clerk.upload(words));
        clerk.turn_to(port()); // an upload that is refused costs its connection
        auto const page = clerk.get("/cases/" + std::to_string(on));
        BOOST_TEST(status_of(page) == 200, "cannot be read any more: " << told(page));
        BOOST_TEST(status_of(clerk.get("/healthz")) == 200);

        fault = 0;
        BOOST_TEST(tests::comes_true(10s, [&] { return readiness() == "200 ready\n"; }),
                   "the disk is well, and yet " << readiness());
        BOOST_TEST(count("juece_record_takes_writes") == 1);
        open("storage-kept-out-" + name);
        auto const paper = clerk.upload(words);
        BOOST_TEST(status_of(paper) == 201, told(paper));
        auto const someone = secretary.sign_in();
        BOOST_TEST(status_of(someone) == 200, told(someone));
        BOOST_TEST(acts_named("storage-kept-out-" + name) == 1);
        must_be_clean("after the disk was " + name);
    }

    std::filesystem::path file_of(std::string const& hash) const
    {
        return data / "documents" / hash.substr(0, 2) / hash.substr(2);
    }
};

/// Flips one bit of a file.
void flip(std::filesystem::path const& file, std::size_t at)
{
    std::fstream both(file, std::ios::in | std::ios::out | std::ios::binary);
    both.seekg(static_cast<std::streamoff>(at));
    char const was = static_cast<char>(both.get());
    both.seekp(static_cast<std::streamoff>(at));
    both.put(static_cast<char>(was ^ 1));
    BOOST_REQUIRE_MESSAGE(both.good(), "cannot alter " << file);
}

auto const needs_sqlite = boost::unit_test::precondition(tests::needs_sqlite);

} // namespace

BOOST_FIXTURE_TEST_SUITE(storage_faults_test, context)

BOOST_AUTO_TEST_CASE(a_full_disk_takes_nothing_and_loses_nothing)
{
    start_on_faulty_machine();
    must_outlive(machine().disk_full, "full");
    stop();
}

BOOST_AUTO_TEST_CASE(a_disk_that_becomes_read_only_is_read)
{
    start_on_faulty_machine();
    must_outlive(machine().disk_read_only, "read-only");
    stop();
}

BOOST_AUTO_TEST_CASE(what_does_not_reach_the_disk_is_not_acknowledged)
{
    start_on_faulty_machine();
    must_outlive(machine().sync_fails, "failing");
    stop();
}

BOOST_AUTO_TEST_CASE(a_server_that_dies_of_a_full_disk_starts_when_there_is_room, *needs_sqlite)
{
    start_on_faulty_machine();
    open("storage-before");
    machine().disk_full = 1;
    must_refuse_politely("an act", clerk.open_case("storage-refused"));
    server().kill_at_once();
    machine().disk_full = 0;
    start();
    open("storage-refused");
    BOOST_TEST(acts_named("storage-before") == 1);
    BOOST_TEST(acts_named("storage-refused") == 1);
    stop();
    must_be_clean("after a kill on a full disk");
}

BOOST_AUTO_TEST_CASE(a_slow_disk_holds_up_who_writes_and_nobody_else, *needs_sqlite)
{
    start_on_faulty_machine();
    auto const on = open("storage-slow-first");
    auto const commits = count("juece_clerk_commits_total");
    machine().sync_milliseconds = 1'500;
    constexpr int writers = 8;
    std::atomic<int> answered = 0;
    std::atomic<int> well = 0;
    std::vector<std::thread> all;
    for (int i = 0; i < writers; ++i)
        all.emplace_back([&, i] {
            auto one = clerk.beside(port());
            auto const answer = one.open_case("storage-slow-" + std::to_string(i));
            ++answered;
            well += status_of(answer) == 201;
        });
    std::this_thread::sleep_for(200ms); // they have been sent
    auto const page = clerk.get("/cases/" + std::to_string(on));
    auto const answered_before_the_page = answered.load();
    BOOST_TEST(status_of(page) == 200, told(page));
    BOOST_TEST(answered_before_the_page < writers,
               "every act was acknowledged before a slow disk had it");
    for (auto& one : all)
        one.join();
    machine().sync_milliseconds = 0;
    BOOST_TEST(well.load() == writers);
    BOOST_TEST(count("juece_clerk_commits_total") - commits < writers,
               "those that wait for a slow disk share no commit");
    BOOST_TEST(readiness() == "200 ready\n");
    stop();
    must_be_clean("after the disk was slow");
}

BOOST_AUTO_TEST_CASE(an_act_with_a_flipped_bit_is_named_and_nothing_is_built_on_it, *needs_sqlite)
{
    start();
    sign_in();
    auto const altered = open("storage-altered");
    auto const sound = open("storage-sound");
    auto const assigned = secretary.assign_study(altered, "storage-second", "请提出意见。MARK");
    BOOST_REQUIRE_MESSAGE(status_of(assigned) == 201, told(assigned));
    auto const name = std::string(view_of(assigned).at("number").as_string());
    stop(); // the last to leave brings everything into the one file
    auto const file = place().file();
    std::string const words = "\"instruction\":\"请提出意见。MARK";
    auto const at = tests::words_of(file).find(words);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, "the act is not in the file as it was hashed");
    flip(file, at + words.size() - 1);

    auto const [code, said] = verify();
    BOOST_TEST(code == 1, "verify ends with " << code << ": " << said);
    BOOST_TEST(said.find("案卷" + name + "第2号行为与哈希链不符") != std::string::npos, said);

    start();
    auto const act = secretary.assign_study(altered, "storage-on-altered");
    BOOST_TEST(status_of(act) == 503, "built on an altered act: " << told(act));
    BOOST_TEST(act->body.find("/problems/unreadable") != std::string::npos, told(act));
    auto const page = clerk.get("/cases/" + std::to_string(altered));
    BOOST_TEST(status_of(page) == 200, told(page));
    auto const view = view_of(page);
    auto const* broken_at = view.if_contains("unreadable");
    BOOST_TEST((broken_at && broken_at->is_int64() && broken_at->get_int64() == 2),
               "the page does not say that the act was altered");
    auto const other = secretary.assign_study(sound, "storage-on-sound");
    BOOST_TEST(status_of(other) == 201, "another case suffers: " << told(other));
    stop();
}

BOOST_AUTO_TEST_CASE(a_damaged_page_of_the_database_is_found_and_said, *needs_sqlite)
{
    start();
    sign_in();
    auto const on = open("storage-damaged", "城区防洪排涝工程方案MARK");
    stop();
    auto const file = place().file();
    auto const at = tests::words_of(file).find("\"title\":\"城区防洪排涝工程方案MARK");
    BOOST_REQUIRE(at != std::string::npos);
    {
        // the page that has the act, its header first
        std::fstream both(file, std::ios::in | std::ios::out | std::ios::binary);
        both.seekp(static_cast<std::streamoff>(at / 4'096 * 4'096));
        both << std::string(64, '\x7f');
    }
    auto const [code, said] = verify();
    BOOST_TEST(code == 1, "verify ends with " << code << ": " << said << tests::words_of(log));
    BOOST_TEST(said.find("✕ 数据库文件") != std::string::npos, said);

    start();
    auto const page = clerk.get("/cases/" + std::to_string(on));
    BOOST_TEST(status_of(page) == 500, "shown from a damaged page: " << told(page));
    BOOST_TEST(view_of(page).contains("fault"), told(page));
    auto const act = secretary.assign_study(on, "storage-on-damaged");
    BOOST_TEST(status_of(act) == 500, "entered into a damaged file: " << told(act));
    BOOST_TEST(status_of(clerk.get("/healthz")) == 200);
    stop();
}

BOOST_AUTO_TEST_CASE(an_altered_or_torn_paper_is_named_and_not_given_out)
{
    start();
    sign_in();
    std::string const words = "防洪排涝工程方案（征求意见稿）";
    BOOST_REQUIRE(status_of(clerk.upload(words)) == 201);
    auto const hash = engine::sha256(words);
    auto const asked = "/documents/" + hash;
    BOOST_TEST(status_of(clerk.get(asked)) == 200);
    auto const must_be_named = [&](std::string const& how) {
        auto const given = clerk.get(asked);
        BOOST_TEST(status_of(given) == 500, how << " paper is given out: " << told(given));
        BOOST_TEST((!given || given->body.find("/problems/altered") != std::string::npos),
                   told(given));
        auto const [code, said] = verify();
        BOOST_TEST(code == 1, how << ": verify ends with " << code << ": " << said);
        BOOST_TEST(said.find(hash) != std::string::npos, how << ": " << said);
    };
    flip(file_of(hash), 3);
    must_be_named("an altered");
    std::filesystem::resize_file(file_of(hash), words.size() / 2);
    must_be_named("a torn");
    // whoever still has it brings it again
    BOOST_TEST(status_of(clerk.upload(words)) == 201);
    auto const given = clerk.get(asked);
    BOOST_TEST((given && given->status == 200 && given->body == words), told(given));
    stop();
    must_be_clean("after the paper was brought again");
}

// A disk that acknowledged what it did not have. What is left is whole: the last commit is not
// there at all, and can be sent again.
BOOST_AUTO_TEST_CASE(a_torn_log_of_the_database_ends_with_its_last_whole_commit, *needs_sqlite)
{
    start();
    sign_in();
    constexpr int acts = 5;
    for (int i = 0; i < acts; ++i)
        open("storage-torn-" + std::to_string(i));
    server().kill_at_once();
    auto const wal = std::filesystem::path(place().file().string() + "-wal");
    BOOST_REQUIRE(std::filesystem::exists(wal));
    std::filesystem::resize_file(wal, std::filesystem::file_size(wal) - 2'000);
    must_be_clean("after the log was torn");
    start();
    for (int i = 0; i < acts; ++i) {
        auto const act = "storage-torn-" + std::to_string(i);
        auto const there = acts_named(act) == 1;
        BOOST_TEST((there || i + 1 == acts), act << " went with the torn end of the log");
        auto const again = clerk.open_case(act);
        BOOST_TEST(status_of(again) == (there ? 200 : 201), told(again));
        BOOST_TEST(acts_named(act) == 1);
    }
    stop();
    must_be_clean("after the torn act was sent again");
}

BOOST_AUTO_TEST_SUITE_END()
