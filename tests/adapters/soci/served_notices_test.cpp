#include "adapters/soci/served_notices.hpp"
#include "tests/adapters/notices/told_house.hpp"

using namespace adapters::soci;

namespace {

struct context : tests::told_house {
    void announce()
    {
        while (out.take_in(now, {}, 100) > 0) {
        }
    }
    /// Of Li, who is told of every paper.
    long long unread() { return reader(db, seeing(li)).count_unread_notices(100); }
    long long marked() { return number("select count(*) from notice where read_at <> ''"); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(served_notices_test, context)

BOOST_AUTO_TEST_CASE(a_notice_that_an_act_ended_is_not_counted_before_the_outbox_comes_to_the_act)
{
    auto const on = paper("a");
    paper("b");
    announce();
    BOOST_TEST(unread() == 2);
    tests::admit(clerk, tests::closing_of(on, "c1"));
    BOOST_TEST(marked() == 0);
    BOOST_TEST(unread() == 1);
    for (auto const& one : own.list(seeing(li), {}, 10).rows) {
        BOOST_TEST(one.is_unread == (one.on != on));
        BOOST_TEST(one.is_over == (one.on == on));
    }
    announce();
    BOOST_TEST(marked() > 0);
    BOOST_TEST(unread() == 1);
}

BOOST_AUTO_TEST_CASE(a_notice_whose_task_fell_away_is_told_from_one_whose_task_was_done)
{
    auto const done = paper("a");
    auto const needless = paper("b");
    announce();
    for (auto const& one : own.list(seeing(li), {}, 10).rows)
        BOOST_TEST(!one.was_done);
    tests::admit(clerk, tests::closing_of(done, "c1"));
    tests::admit(clerk, tests::closing_of(needless, "c2"));
    // as if another act had made it needless
    tamper("update notice set chapter = 'other', kind = 'other.noted' where case_id = " +
           std::to_string(needless.value));
    for (auto const& one : own.list(seeing(li), {}, 10).rows) {
        BOOST_TEST(one.is_over);
        BOOST_TEST(one.was_done == (one.on == done));
    }
}

BOOST_AUTO_TEST_CASE(a_notice_is_not_counted_once_whoever_was_told_has_done_it)
{
    auto const by_li = paper("a");
    auto const by_another = paper("b");
    paper("c");
    announce();
    auto done = tests::note_on(by_li, "n1");
    done.by.person = li;
    tests::admit(clerk, done);
    tests::admit(clerk, tests::note_on(by_another, "n2"));
    BOOST_TEST(unread() == 3);
    // as if it were notes that go on waiting
    tamper("update task set kind = 'paper.noted' where role = 'department_head'");
    tamper("update notice set kind = 'paper.noted' where person = " + std::to_string(li.value));
    BOOST_TEST(unread() == 2);
    for (auto const& one : own.list(seeing(li), {}, 10).rows) {
        BOOST_TEST(one.is_unread == (one.on != by_li));
        BOOST_TEST(!one.is_over);
    }
    announce();
    BOOST_TEST(marked() >= 1);
    BOOST_TEST(unread() == 2);
}

BOOST_AUTO_TEST_CASE(what_an_act_itself_told_is_counted_until_it_is_read)
{
    auto const on = paper("a");
    tests::admit(clerk, tests::note_on(on, "n1", tests::telling));
    announce();
    auto const before = unread();
    tests::admit(clerk, tests::closing_of(on, "c1"));
    BOOST_TEST(unread() == before - 1); // the task to close it is over, the news is not
    own.read_all(seeing(li), 9'999, now);
    BOOST_TEST(unread() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
