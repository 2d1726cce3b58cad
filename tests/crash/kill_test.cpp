#include "engine/body.hpp"
#include "engine/chain.hpp"
#include "tests/crash/running_house.hpp"

#include <algorithm>
#include <atomic>
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <sstream>
#include <thread>

// The server is killed with SIGKILL at random moments while people work with it. Whatever it
// acknowledged must be on record afterwards, once; whatever it did not acknowledge is sent again
// under the same number and must not double.
//
// JUECE_KILLS: how many times (50); JUECE_SEED: the random numbers of a run before.

BOOST_AUTO_TEST_SUITE(kill_test)

namespace {

namespace json = boost::json;
namespace soci = adapters::soci;
using namespace std::chrono_literals;
using tests::http_answer;
using tests::http_client;
using tests::running_house;
using tests::words_of;

constexpr std::size_t threads_at_work = 5;

unsigned from_environment(char const* name, unsigned otherwise)
{
    auto const* value = std::getenv(name);
    return value ? static_cast<unsigned>(std::strtoul(value, nullptr, 10)) : otherwise;
}

/// Something a person asked for, and what is known of its fate.
struct request {
    int by = 0;
    std::string act_id;
    std::string target;
    std::string body;
    bool must_be_refused = false;
    bool acknowledged = false;
    long long on = 0;
    long long seq = 0;
    std::string hash;
};

struct upload {
    std::string words;
    std::string hash; ///< empty: not acknowledged
};

/// What a sign-in gives: the token goes with every request, the secret into every form.
struct session {
    std::string token;
    std::string csrf;
};

/// What everybody shares: cases that are known to be open.
class known_cases {
public:
    void add(long long id)
    {
        std::lock_guard const hold(door_);
        ids_.push_back(id);
    }
    long long one_of(std::mt19937& chance)
    {
        std::lock_guard const hold(door_);
        return ids_.empty() ? 0 : ids_[chance() % ids_.size()];
    }

private:
    std::mutex door_;
    std::vector<long long> ids_;
};

/// What is wrong, from any thread; said by the main thread.
class complaints {
public:
    void say(std::string words)
    {
        std::lock_guard const hold(door_);
        all_.push_back(std::move(words));
    }
    std::vector<std::string> take()
    {
        std::lock_guard const hold(door_);
        return std::exchange(all_, {});
    }

private:
    std::mutex door_;
    std::vector<std::string> all_;
};

/// One person at work, for the length of the test; talks to one server after the other.
class worker {
public:
    worker(unsigned seed, std::vector<session> const& sessions, known_cases& cases,
           complaints& wrong)
        : chance_(seed), seed_(seed), sessions_(sessions), cases_(cases), wrong_(wrong)
    {}

    /// Works until the server does not answer any more.
    void work(int port)
    {
        http_client wire(port);
        while (repeat(wire) && one_step(wire))
            std::this_thread::sleep_for(std::chrono::microseconds(chance_() % 1'500));
    }

    /// Sends again what was not acknowledged; false when the server is gone.
    bool repeat(http_client& wire)
    {
        while (!open_.empty()) {
            if (!send(wire, done_[open_.back()]))
                return false;
            open_.pop_back();
        }
        return true;
    }

    std::vector<request> const& done() const { return done_; }
    std::vector<upload> const& uploads() const { return uploads_; }

private:
    bool one_step(http_client& wire)
    {
        auto const which = chance_() % 100;
        auto const on = cases_.one_of(chance_);
        if (on == 0 || which < 25)
            return ask_for(wire, opening({}));
        if (which < 33)
            return file_document(wire);
        if (which < 38)
            return ask_for(wire, premature(on));
        return ask_for(wire, assignment(on));
    }

    bool ask_for(http_client& wire, request one)
    {
        done_.push_back(std::move(one));
        if (send(wire, done_.back()))
            return true;
        open_.push_back(done_.size() - 1);
        return false;
    }

    request opening(json::array documents)
    {
        auto body = tests::a_proposal("城区防洪排涝工程方案" + std::to_string(chance_()));
        if (!documents.empty()) // an empty list is not kept
            body["documents"] = std::move(documents);
        return made(0, "/cases", {{"shape", "major_decision/2019"}}, "intake.proposed",
                    std::move(body));
    }

    request assignment(long long on)
    {
        return made(1, acts_of(on), {}, "intake.study_assigned",
                    {{"to_unit", "water"}, {"instruction", "请于七日内提出意见。"}});
    }

    /// Nobody may decide on the start before the matter was studied.
    request premature(long long on)
    {
        auto one = made(1, acts_of(on), {}, "intake.start_reported",
                        {{"opinion", "建议启动。"}, {"documents", json::array()}});
        one.must_be_refused = true;
        return one;
    }

    static std::string acts_of(long long on) { return "/cases/" + std::to_string(on) + "/acts"; }

    request made(int by, std::string target, json::object whole, std::string const& kind,
                 json::object body)
    {
        request one;
        one.by = by;
        one.target = std::move(target);
        one.act_id = "kill-" + std::to_string(seed_) + "-" + std::to_string(done_.size());
        whole["kind"] = kind;
        whole["body"] = std::move(body);
        one.body = json::serialize(whole);
        return one;
    }

    http_client::headers headers_of(int by, char const* type) const
    {
        return {{"Authorization", "Bearer " + sessions_[static_cast<std::size_t>(by)].token},
                {"Accept", "application/json"},
                {"Content-Type", type}};
    }

    /// False when no whole answer came.
    bool send(http_client& wire, request& one)
    {
        auto headers = headers_of(one.by, "application/json");
        headers.emplace_back("Idempotency-Key", one.act_id);
        auto const answer = wire.ask("POST", one.target, headers, one.body);
        if (!answer)
            return false;
        if (answer->status == 503) // says so before anything is entered
            return send_later(wire, one);
        if (one.must_be_refused) {
            if (answer->status != 422 && answer->status != 403)
                wrong_.say("an unlawful act was answered " + told(*answer));
            return true;
        }
        if (answer->status != 201 && answer->status != 200) {
            wrong_.say(one.act_id + " was answered " + told(*answer));
            return true;
        }
        auto const said = json::parse(answer->body).as_object();
        one.acknowledged = true;
        one.on = said.at("case").as_int64();
        one.seq = said.at("seq").as_int64();
        one.hash = said.at("hash").as_string();
        if (one.target == "/cases")
            cases_.add(one.on);
        return true;
    }

    bool send_later(http_client& wire, request& one)
    {
        std::this_thread::sleep_for(50ms);
        return send(wire, one);
    }

    static std::string told(http_answer const& answer)
    {
        return std::to_string(answer.status) + " " + answer.body.substr(0, 300);
    }

    /// Uploads a document and opens a case that names it.
    bool file_document(http_client& wire)
    {
        upload one;
        auto const lines = 1 + chance_() % 4'000;
        std::ostringstream words;
        for (unsigned i = 0; i < lines; ++i)
            words << "第" << i << "页：" << seed_ << '-' << done_.size() << '-' << i << '\n';
        one.words = words.str();
        std::string const boundary = "----papers";
        auto const body = "--" + boundary +
                          "\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" +
                          sessions_[0].csrf + "\r\n--" + boundary +
                          "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\""
                          "\r\nContent-Type: text/plain\r\n\r\n" +
                          one.words + "\r\n--" + boundary + "--\r\n";
        auto const answer =
            wire.ask("POST", "/documents",
                     headers_of(0, ("multipart/form-data; boundary=" + boundary).c_str()), body);
        if (!answer)
            return false;
        if (answer->status != 201) {
            wrong_.say("an upload was answered " + told(*answer));
            return true;
        }
        auto const stored = json::parse(answer->body).at("documents").at(0);
        one.hash = stored.at("hash").as_string();
        uploads_.push_back(one);
        return ask_for(wire, opening({json::object{{"hash", one.hash}, {"name", "a.txt"}}}));
    }

    std::mt19937 chance_;
    unsigned seed_;
    std::vector<session> const& sessions_;
    known_cases& cases_;
    complaints& wrong_;
    std::vector<request> done_;
    std::vector<std::size_t> open_; ///< in done_, not acknowledged
    std::vector<upload> uploads_;
};

std::vector<session> signed_in(running_house& house, int port)
{
    house.clerk.turn_to(port);
    house.secretary.turn_to(port);
    house.sign_in();
    return {{house.clerk.token(), house.clerk.csrf()},
            {house.secretary.token(), house.secretary.csrf()}};
}

/// Everything acknowledged since `checked` is on record as it was acknowledged.
void check_acknowledged(soci::reader& record, worker const& one, std::size_t& checked)
{
    auto const& done = one.done();
    for (; checked < done.size(); ++checked) {
        auto const& asked = done[checked];
        if (!asked.acknowledged) {
            if (asked.must_be_refused)
                BOOST_TEST(!record.find_act(asked.act_id), "an unlawful act is on record");
            continue;
        }
        auto const found = record.find_act(asked.act_id);
        BOOST_TEST_REQUIRE(found.has_value(), "lost: " << asked.act_id);
        BOOST_TEST(found->on.value == asked.on);
        BOOST_TEST(found->seq == asked.seq);
        BOOST_TEST(found->hash == asked.hash);
        BOOST_TEST((found->body == json::parse(asked.body).at("body").as_object()),
                   "altered: " << asked.act_id);
    }
}

/// Every act of every case once, chained, and none beside those that were asked for.
void check_whole(soci::reader& record, std::vector<worker> const& workers)
{
    std::map<std::string, request const*> asked;
    std::size_t cases_asked = 0;
    for (auto const& one : workers)
        for (auto const& request : one.done())
            if (!request.must_be_refused) {
                asked.emplace(request.act_id, &request);
                cases_asked += request.target == "/cases";
            }
    std::size_t cases = 0;
    std::set<std::string> numbers;
    std::set<std::string> seen;
    std::optional<long long> after;
    do {
        auto const page = record.list_cases({}, after, 200);
        for (auto const& row : page.rows) {
            ++cases;
            BOOST_TEST(numbers.insert(row.head.line.number).second);
            auto const whole = record.read_case(row.head.line.id);
            BOOST_TEST_REQUIRE(whole.has_value());
            BOOST_TEST(engine::first_break(whole->entry.head.line, whole->acts) == 0);
            for (auto const& act : whole->acts) {
                BOOST_TEST(seen.insert(act.act_id).second, "twice: " << act.act_id);
                BOOST_TEST(asked.count(act.act_id) == 1U, "nobody asked for " << act.act_id);
            }
        }
        after = page.next;
    } while (after);
    BOOST_TEST(cases == cases_asked);
    BOOST_TEST(seen.size() == asked.size());
}

/// Each paper is there for whoever brought it; before an act names it, for nobody else.
void check_documents(int port, std::vector<session> const& sessions,
                     std::vector<worker> const& workers)
{
    http_client wire(port);
    for (auto const& one : workers)
        for (auto const& paper : one.uploads()) {
            bool is_there = false;
            for (auto const& with : sessions) {
                auto const answer = wire.ask("GET", "/documents/" + paper.hash,
                                             {{"Authorization", "Bearer " + with.token}});
                BOOST_TEST_REQUIRE(answer.has_value());
                is_there = is_there || (answer->status == 200 && answer->body == paper.words);
            }
            BOOST_TEST(is_there, "lost or altered: " << paper.hash);
            BOOST_TEST(paper.hash == engine::sha256(paper.words));
        }
}

} // namespace

BOOST_AUTO_TEST_CASE(what_was_acknowledged_survives_every_kill_once)
{
    auto const kills = from_environment("JUECE_KILLS", 50);
    auto const seed = from_environment("JUECE_SEED", std::random_device{}());
    std::cout << "JUECE_KILLS=" << kills << " JUECE_SEED=" << seed << std::endl;
    std::mt19937 chance(seed);
    running_house house("juece-kill");

    known_cases cases;
    complaints wrong;
    std::vector<session> sessions;
    std::vector<worker> workers;
    for (std::size_t i = 0; i < threads_at_work; ++i)
        workers.emplace_back(static_cast<unsigned>(chance()), sessions, cases, wrong);
    std::vector<std::size_t> checked(threads_at_work, 0);

    // The whole record is read now and then: it grows, and so does the time of reading it.
    auto const whole_look = std::max(10U, kills / 20);
    unsigned killed_at_start = 0;
    for (unsigned kill = 0; kill < kills; ++kill) {
        auto const server = house.try_to_start();
        // One in eight is killed while it starts. The first must live long enough to sign in.
        if (kill > 0 && chance() % 8 == 0) {
            std::this_thread::sleep_for(std::chrono::microseconds(chance() % 60'000));
            server->kill_at_once();
            ++killed_at_start;
            continue;
        }
        auto const port = server->wait_for_port();
        BOOST_REQUIRE_MESSAGE(port > 0,
                              "the server did not come up again: " << words_of(house.log));
        if (sessions.empty())
            sessions = signed_in(house, port);
        std::vector<std::thread> at_work;
        for (auto& one : workers)
            at_work.emplace_back([&one, port] { one.work(port); });
        std::this_thread::sleep_for(std::chrono::microseconds(20'000 + chance() % 380'000));
        server->kill_at_once();
        for (auto& one : at_work)
            one.join();
        for (auto const& words : wrong.take())
            BOOST_ERROR(words);

        soci::database const at(house.place(), soci::opening::must_exist);
        soci::reader record(at, engine::clearance::of_the_record());
        for (std::size_t i = 0; i < workers.size(); ++i)
            check_acknowledged(record, workers[i], checked[i]);
        if (kill % whole_look == whole_look - 1)
            house.must_be_clean("after kill " + std::to_string(kill));
    }

    house.start();
    auto const port = house.port();
    for (auto& one : workers) {
        http_client wire(port);
        BOOST_TEST(one.repeat(wire));
    }
    for (auto const& words : wrong.take())
        BOOST_ERROR(words);
    check_documents(port, sessions, workers);
    house.stop();

    soci::database const at(house.place(), soci::opening::must_exist);
    soci::reader record(at, engine::clearance(engine::confidentiality::secret));
    std::fill(checked.begin(), checked.end(), std::size_t{0});
    for (std::size_t i = 0; i < workers.size(); ++i)
        check_acknowledged(record, workers[i], checked[i]);
    check_whole(record, workers);
    house.must_be_clean("in the end");

    std::size_t acts = 0;
    std::size_t papers = 0;
    for (auto const& one : workers) {
        acts += static_cast<std::size_t>(std::count_if(
            one.done().begin(), one.done().end(), [](request const& r) { return r.acknowledged; }));
        papers += one.uploads().size();
    }
    std::cout << kills << " kills, " << killed_at_start << " of them during the start; " << acts
              << " acts and " << papers << " documents, all there once" << std::endl;
    BOOST_TEST(acts > 0U);
}

BOOST_AUTO_TEST_SUITE_END()
