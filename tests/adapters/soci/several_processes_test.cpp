#include "adapters/soci/audit_chain.hpp"
#include "adapters/soci/audit_log.hpp"
#include "adapters/soci/comment_box.hpp"
#include "adapters/soci/outbox.hpp"
#include "adapters/soci/sessions.hpp"
#include "adapters/soci/verify.hpp"
#include "tests/adapters/notices/told_house.hpp"

#include <atomic>
#include <future>
#include <thread>

// What several processes on one record must not do to each other. Each has a database object of its
// own here, which share nothing but the record.

using namespace adapters::soci;
using namespace std::chrono_literals;
using tests::is;

namespace {

constexpr int processes = 3;

/// Without the macros of the tests, which are for one thread.
outcome answer_of(clerk& by, engine::submission wish)
{
    // shared: the clerk may still be inside set_value() when get() returns
    auto const answer = std::make_shared<std::promise<outcome>>();
    if (!by.submit(std::move(wish),
                   [answer](outcome given) { answer->set_value(std::move(given)); }))
        throw std::runtime_error("the clerk takes nothing");
    return answer->get_future().get();
}

struct context : tests::told_house {
    /// Does something in each process at the same time.
    template <class F>
    void in_each(F&& step)
    {
        std::vector<std::thread> all;
        for (int i = 0; i < processes; ++i)
            all.emplace_back([&, i] {
                database opened(db.where());
                step(opened, i);
            });
        for (auto& one : all)
            one.join();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(several_processes_test, context)

BOOST_AUTO_TEST_CASE(of_competing_acts_one_is_admitted)
{
    std::vector<engine::case_id> papers;
    for (int i = 0; i < 20; ++i)
        papers.push_back(paper("paper " + std::to_string(i)));
    std::atomic<int> admitted = 0;
    std::atomic<int> stale = 0;
    in_each([&](database& opened, int process) {
        adapters::soci::clerk taking(opened, law.law());
        for (auto const on : papers) {
            auto wish = tests::closing_of(on, "close-" + std::to_string(on.value) + "-" +
                                                  std::to_string(process));
            wish.seen = 1;
            auto const answer = answer_of(taking, std::move(wish));
            admitted += is<engine::admitted>(answer);
            stale += is<engine::stale>(answer);
        }
    });
    BOOST_TEST(admitted.load() == 20);
    BOOST_TEST(stale.load() == 20 * (processes - 1));
    BOOST_TEST(verify(db, law.law(), documents).clean());
}

BOOST_AUTO_TEST_CASE(an_act_that_is_repeated_elsewhere_is_the_same_act)
{
    auto const on = paper("paper");
    std::atomic<int> first = 0;
    std::atomic<int> repeated = 0;
    in_each([&](database& opened, int) {
        adapters::soci::clerk taking(opened, law.law());
        for (int i = 0; i < 20; ++i) {
            auto const answer = answer_of(taking, tests::note_on(on, "n" + std::to_string(i)));
            auto const* ruling = std::get_if<engine::ruling>(&answer);
            auto const* done = ruling ? std::get_if<engine::admitted>(ruling) : nullptr;
            if (done)
                ++(done->repeated ? repeated : first);
        }
    });
    BOOST_TEST(first.load() == 20);
    BOOST_TEST(repeated.load() == 20 * (processes - 1));
    BOOST_TEST(reader(db, engine::clearance::of_the_record()).acts_of(on).size() == 21u);
    BOOST_TEST(verify(db, law.law(), documents).clean());
}

BOOST_AUTO_TEST_CASE(numbers_have_neither_gaps_nor_doubles)
{
    in_each([&](database& opened, int process) {
        adapters::soci::clerk taking(opened, law.law());
        for (int i = 0; i < 20; ++i)
            answer_of(taking,
                      tests::opening_of("p" + std::to_string(process) + "-" + std::to_string(i)));
    });
    auto const papers = std::to_string(processes * 20);
    BOOST_TEST(number("select count(distinct number) from case_file where shape like 'sample%'") ==
               processes * 20);
    BOOST_TEST(number("select count(*) from case_file where number = 'SP2024-00" + papers + "'") ==
               1);
    BOOST_TEST(verify(db, law.law(), documents).clean());
}

BOOST_AUTO_TEST_CASE(comments_are_numbered_in_one_row)
{
    auto const on = paper("asked");
    std::atomic<int> kept = 0;
    in_each([&](database& opened, int process) {
        comment_box box(opened);
        for (int i = 0; i < 20; ++i) {
            auto const name = std::to_string(process) + "-" + std::to_string(i);
            // shared: the box may still be inside set_value() when get() returns
            auto const answer = std::make_shared<std::promise<comment_outcome>>();
            box.drop({.comment_id = name, .on = on, .words = "w", .receipt = name, .at = now},
                     [answer](comment_outcome given) { answer->set_value(std::move(given)); });
            kept += std::holds_alternative<kept_comment>(answer->get_future().get());
        }
    });
    BOOST_TEST(kept.load() == processes * 20);
    BOOST_TEST(number("select count(distinct number) from comment") == processes * 20);
    BOOST_TEST(number("select max(number) from comment") == processes * 20);
}

BOOST_AUTO_TEST_CASE(the_audit_log_stays_one_chain)
{
    in_each([&](database& opened, int process) {
        audit_log log(opened);
        for (int i = 0; i < 20; ++i) {
            audit_entry one{.at = now, .kind = "sign_in", .what = "password"};
            one.login = "p" + std::to_string(process);
            log.enter(std::move(one));
        }
    });
    auto const found = examine_audit(*db.open_session(access::reading));
    BOOST_TEST(found.checked == processes * 20);
    BOOST_TEST(found.wrong == 0);
}

BOOST_AUTO_TEST_CASE(a_session_that_began_in_one_process_goes_on_in_the_others)
{
    auto const post = accounts(db).appointments_of(li).front().id;
    auto const token = sessions(db).start(li, post, now).token;
    std::atomic<int> found = 0;
    auto const look = [&](database& opened, int) {
        found += sessions(opened).find(token, now + 1min).has_value();
    };
    in_each(look);
    BOOST_TEST(found.load() == processes);
    sessions(db).end(token);
    in_each(look);
    BOOST_TEST(found.load() == processes);
}

BOOST_AUTO_TEST_CASE(every_failure_at_the_door_counts)
{
    std::atomic<int> locked = 0;
    in_each([&](database& opened, int) {
        accounts at_the_door(opened);
        for (int i = 0; i < 4; ++i)
            locked += at_the_door.count_attempt(li, now).has_value();
    });
    BOOST_TEST(locked.load() == processes * 4 - accounts::free_failures);
    BOOST_TEST(number("select failures from person where login = 'li'") == accounts::free_failures);
}

BOOST_AUTO_TEST_CASE(what_is_announced_is_taken_in_once)
{
    wants_mail(li, "li@example.gov.cn");
    for (int i = 0; i < 60; ++i)
        paper("paper " + std::to_string(i), tests::made_open);
    std::atomic<long long> taken = 0;
    in_each([&](database& opened, int) {
        outbox worked(opened);
        ways_out const both{.mail = true, .webhook = true};
        for (;;) {
            auto const some = worked.take_in(now, both, 5);
            taken += some;
            if (some == 0 && number("select count(*) from outbox where sent_at = ''") == 0)
                break;
        }
    });
    BOOST_TEST(taken.load() == number("select count(*) from outbox"));
    BOOST_TEST(told(li) == 60);
    BOOST_TEST(deliveries("mail") == 60);
    BOOST_TEST(deliveries("webhook") == 120);
}

BOOST_AUTO_TEST_CASE(what_is_due_is_taken_by_one)
{
    paper("paper", tests::made_open);
    while (out.take_in(now, {.webhook = true}, 100) > 0) {
    }
    auto const due = out.due_events(now, 100);
    BOOST_REQUIRE(due.size() == 2u);
    std::atomic<int> taken = 0;
    in_each([&](database& opened, int) {
        outbox worked(opened);
        for (auto const& one : due)
            taken += worked.take(one.id, now);
    });
    BOOST_TEST(taken.load() == 2);
    BOOST_TEST(out.due_events(now, 100).empty());
    // whoever had them may have died
    BOOST_TEST(out.due_events(now + outbox::taken_for, 100).size() == 2u);
    out.give_back(due[0].id, now);
    BOOST_TEST(out.due_events(now, 100).size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
