#include "adapters/faults/trigger_point.hpp"
#include "adapters/soci/comment_box.hpp"
#include "engine/chain.hpp"
#include "tests/adapters/notices/listeners.hpp"
#include "tests/crash/running_house.hpp"

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <fstream>
#include <future>
#include <soci/soci.h>

// The process dies exactly before and exactly after a commit, at points that only builds for tests
// have (adapters/faults). Before: nothing of it is there, and the same sent again is entered once.
// After: all of it is there though nobody was told, and the same sent again is the same.

using namespace std::chrono_literals;
using tests::running_house;
using tests::status_of;
using tests::told;
namespace store = adapters::soci;

namespace {

boost::test_tools::assertion_result has_triggers(boost::unit_test::test_unit_id)
{
    return adapters::faults::has_triggers;
}

struct context : running_house {
    context() : running_house("juece-trigger") {}

    /// A server that will die when it reaches the point for the first time.
    void start_armed(std::string const& point, std::vector<std::string> const& options = {})
    {
        start({{"JUECE_TRIGGER", point + ":1"}}, options);
    }

    void must_die_at(std::string const& point)
    {
        BOOST_REQUIRE_MESSAGE(server().ends_within(20s),
                              "the server lives on; it never reached " << point);
        BOOST_TEST(server().signal() == SIGKILL,
                   "the server ended otherwise than at " << point << ": " << tests::words_of(log));
    }

    /// Everybody is signed in and one act is on record; then the server is gone.
    void begin()
    {
        start();
        sign_in();
        first = clerk.open_case("trigger-first");
        BOOST_REQUIRE_MESSAGE(status_of(first) == 201, told(first));
        stop();
    }

    /// What was acknowledged first is still there as it was.
    void must_hold_the_first()
    {
        auto const there = find_act("trigger-first");
        BOOST_TEST_REQUIRE(there.has_value(), "the acknowledged act is lost");
        BOOST_TEST(there->hash == std::string(view_of(first).at("hash").as_string()));
        BOOST_TEST(number("select count(*) from act where act_id = 'trigger-first'") == 1);
    }

    long long first_case() { return view_of(first).at("case").as_int64(); }

    std::optional<tests::http_answer> first;
};

store::new_comment opinion_on(long long on)
{
    return {.comment_id = "trigger-opinion",
            .on = engine::case_id{on},
            .words = "建议同步改造沿线管网。",
            .receipt = "trigger-receipt",
            .at = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())};
}

store::comment_outcome dropped(store::place const& at, long long on)
{
    store::database db(at, store::opening::must_exist);
    store::comment_box box(db);
    // shared: the box may still be inside set_value() when get() returns
    auto const answer = std::make_shared<std::promise<store::comment_outcome>>();
    box.drop(opinion_on(on),
             [answer](store::comment_outcome given) { answer->set_value(std::move(given)); });
    return answer->get_future().get();
}

/// The signal of which a process dies that drops an opinion; 0: it lived.
int signal_of_dropping(std::string const& point, store::place const& at, long long on)
{
    auto const child = ::fork();
    if (child == 0) {
        ::setenv("JUECE_TRIGGER", (point + ":1").c_str(), 1);
        dropped(at, on);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(trigger_test, context, *boost::unit_test::precondition(has_triggers))

BOOST_AUTO_TEST_CASE(an_act_is_entered_with_its_commit_and_not_before)
{
    begin();
    for (auto const* when : {"before", "after"}) {
        BOOST_TEST_CONTEXT(when)
        {
            auto const point = std::string("clerk.") + when + "_commit";
            auto const act = std::string("trigger-act-") + when;
            bool const is_in = when == std::string("after");
            start_armed(point);
            auto const answer = clerk.open_case(act);
            BOOST_TEST(!answer.has_value(), "acknowledged by the dead: " << told(answer));
            must_die_at(point);
            BOOST_TEST(find_act(act).has_value() == is_in);
            start();
            auto const again = clerk.open_case(act);
            BOOST_TEST(status_of(again) == (is_in ? 200 : 201), told(again));
            auto const there = find_act(act);
            BOOST_TEST_REQUIRE(there.has_value(), "acknowledged and not there");
            BOOST_TEST(there->hash == std::string(view_of(again).at("hash").as_string()));
            stop();
        }
    }
    must_hold_the_first();
    BOOST_TEST(number("select count(*) from case_file where shape = 'major_decision/2019'") == 3);
    must_be_clean("after both");
}

BOOST_AUTO_TEST_CASE(an_opinion_is_kept_with_its_commit_and_not_before)
{
    begin();
    auto const kept = [&] {
        return number("select count(*) from comment where comment_id = 'trigger-opinion'");
    };
    BOOST_TEST(signal_of_dropping("comments.before_commit", place(), first_case()) == SIGKILL,
               "nobody died at comments.before_commit");
    BOOST_TEST(kept() == 0);
    BOOST_TEST(signal_of_dropping("comments.after_commit", place(), first_case()) == SIGKILL,
               "nobody died at comments.after_commit");
    BOOST_TEST(kept() == 1);
    auto const again = dropped(place(), first_case());
    auto const* same = std::get_if<store::kept_comment>(&again);
    BOOST_TEST_REQUIRE(same != nullptr, "the same opinion is not taken for the same");
    BOOST_TEST(same->repeated);
    BOOST_TEST(same->receipt == "trigger-receipt");
    BOOST_TEST(kept() == 1);
    must_hold_the_first();
    must_be_clean("after both");
}

BOOST_AUTO_TEST_CASE(a_sign_in_is_answered_once_it_is_in_the_log)
{
    begin();
    auto const entries = [&] {
        return number("select count(*) from audit_entry where kind = 'sign_in'");
    };
    auto const before = entries();
    start_armed("audit.before_commit");
    BOOST_TEST(!clerk.sign_in().has_value());
    must_die_at("audit.before_commit");
    BOOST_TEST(entries() == before);
    start_armed("audit.after_commit");
    BOOST_TEST(!clerk.sign_in().has_value());
    must_die_at("audit.after_commit");
    BOOST_TEST(entries() == before + 1);
    start();
    sign_in();
    BOOST_TEST(entries() == before + 3);
    stop();
    must_hold_the_first();
    must_be_clean("after both");
}

BOOST_AUTO_TEST_CASE(a_paper_has_its_name_when_it_is_whole)
{
    begin();
    for (auto const* when : {"before", "after"}) {
        BOOST_TEST_CONTEXT(when)
        {
            auto const point = std::string("documents.") + when + "_rename";
            auto const words = std::string("防洪方案说明，") + when;
            auto const hash = engine::sha256(words);
            auto const file = data / "documents" / hash.substr(0, 2) / hash.substr(2);
            start_armed(point);
            auto const answer = clerk.upload(words);
            BOOST_TEST(!answer.has_value(), "acknowledged by the dead: " << told(answer));
            must_die_at(point);
            BOOST_TEST(std::filesystem::exists(file) == (when == std::string("after")));
            start();
            auto const again = clerk.upload(words);
            BOOST_TEST(status_of(again) == 201, told(again));
            BOOST_TEST(tests::words_of(file) == words);
            auto const given = clerk.get("/documents/" + hash);
            BOOST_TEST(status_of(given) == 200, told(given));
            BOOST_TEST((given && given->body == words), "the paper is not what was uploaded");
            stop();
            for (auto const& entry : std::filesystem::directory_iterator(data / "documents"))
                BOOST_TEST(!entry.path().filename().string().starts_with("incoming-"),
                           "half a paper stays: " << entry.path());
        }
    }
    must_hold_the_first();
    must_be_clean("after both");
}

BOOST_AUTO_TEST_CASE(what_an_act_announced_is_taken_in_once)
{
    begin();
    start(); // what the first act announced is no part of this
    BOOST_REQUIRE(tests::comes_true(
        10s, [&] { return number("select count(*) from outbox where sent_at = ''") == 0; }));
    stop();
    for (auto const* when : {"before", "after"}) {
        BOOST_TEST_CONTEXT(when)
        {
            auto const point = std::string("outbox.") + when + "_commit";
            auto const act = std::string("trigger-told-") + when;
            start_armed(point);
            auto const answer = clerk.open_case(act);
            // The clerk is done before the announcement is looked at, and may just not be heard.
            BOOST_TEST((!answer || answer->status == 201), told(answer));
            must_die_at(point);
            auto const there = find_act(act);
            BOOST_TEST_REQUIRE(there.has_value(), "the act is lost");
            auto const of_case = " where case_id = " + std::to_string(there->on.value);
            auto const notices = "select count(*) from notice" + of_case;
            auto const waiting = "select count(*) from outbox where sent_at = ''";
            bool const is_taken = when == std::string("after");
            BOOST_TEST((number(waiting) == 0) == is_taken);
            BOOST_TEST((number(notices) > 0) == is_taken);
            auto const told_before = number(notices);
            start();
            BOOST_TEST(tests::comes_true(10s, [&] { return number(waiting) == 0; }),
                       "an announcement is never taken in");
            BOOST_TEST(number(notices) > 0, "nobody is told of the act");
            if (is_taken)
                BOOST_TEST(number(notices) == told_before, "somebody is told twice");
            stop();
        }
    }
    must_hold_the_first();
    must_be_clean("after both");
}

// Marked after it was sent: a death in between sends it twice, which the receiver knows by its id,
// and never not at all.
BOOST_AUTO_TEST_CASE(an_event_is_sent_again_unless_it_is_marked_as_sent)
{
    tests::post_listener receiver;
    auto const secret = data / "webhook.secret";
    std::ofstream(secret) << "0123456789abcdef0123456789abcdef";
    std::filesystem::permissions(secret, std::filesystem::perms::owner_read |
                                             std::filesystem::perms::owner_write);
    std::vector<std::string> const posts = {
        "--webhook",     receiver.address(), "--webhook-secret-file",
        secret.string(), "--address",        "http://juece.test"};
    auto const in_state = [&](std::string const& state) {
        return number("select count(*) from delivery where way = 'webhook' and state = '" + state +
                      "'");
    };
    begin();
    start({}, posts); // what was announced until now goes out
    BOOST_REQUIRE_MESSAGE(tests::comes_true(20s,
                                            [&] {
                                                return number("select count(*) from outbox"
                                                              " where sent_at = ''") == 0 &&
                                                       in_state("waiting") == 0;
                                            }),
                          "events wait: " << tests::words_of(log));
    stop();
    for (auto const* when : {"before", "after"}) {
        BOOST_TEST_CONTEXT(when)
        {
            auto const point = std::string("deliveries.") + when + "_mark";
            auto const posted = receiver.calls();
            auto const sent = in_state("sent");
            auto const waiting = in_state("waiting");
            start_armed(point, posts);
            clerk.open_case(std::string("trigger-event-") + when);
            must_die_at(point);
            BOOST_TEST(receiver.calls() == posted + 1, "the event was not posted");
            bool const is_marked = when == std::string("after");
            BOOST_TEST(in_state("sent") == sent + is_marked);
            // It is due again when whoever had it is given up, in ten minutes; the test does not
            // wait for them.
            BOOST_TEST(in_state("waiting") == waiting + !is_marked);
        }
    }
    must_hold_the_first();
    must_be_clean("after both");
}

BOOST_AUTO_TEST_CASE(a_schema_is_brought_up_to_date_whole_or_not_at_all)
{
    tests::scratch_folder const fresh("juece-trigger-schema");
    tests::scratch_database const base;
    auto const at = base.at(fresh.at / "data");
    if (tests::on_postgresql()) { // a database for tests has its schema already
        auto const sql = store::open_session(at, store::access::writing);
        *sql << "drop schema public cascade";
        *sql << "create schema public";
    }
    for (auto const* point : {"migrations.before_commit", "migrations.after_commit"}) {
        BOOST_TEST_CONTEXT(point)
        {
            tests::server_process dying(
                JUECE_BINARY, at.dir, log,
                {{"JUECE_DATABASE", at.url}, {"JUECE_TRIGGER", std::string(point) + ":1"}});
            BOOST_TEST(dying.wait_for_port() == 0, "it serves though it should have died");
            BOOST_REQUIRE(dying.ends_within(10s));
            BOOST_TEST(dying.signal() == SIGKILL, "it ended otherwise: " << tests::words_of(log));
        }
    }
    tests::server_process server(JUECE_BINARY, at.dir, log, {{"JUECE_DATABASE", at.url}});
    BOOST_TEST(server.wait_for_port() > 0, "it does not come up: " << tests::words_of(log));
    BOOST_TEST(server.stop() == 0);
    store::database const db(at, store::opening::must_exist);
    BOOST_TEST(db.schema() == store::database::newest_schema());
}

BOOST_AUTO_TEST_SUITE_END()
