#include "tests/workflows/case_so_far.hpp"
#include "tests/workflows/hearing_trial.hpp"
#include "workflows/major_decision/open_changes.hpp"
#include "workflows/major_decision/procedure.hpp"

using namespace tests;
using law::deliberation::meeting_outcome;
using tests::a_hearing::law_of;

namespace {

/// A meeting of 1 March 2024 adopted the first version in principle.
trial::dossier adopted_in_principle()
{
    trial::dossier file;
    start(file);
    draft(file, 'a');
    review(file);
    put_on_agenda(file);
    meet(file, meeting_outcome::adopted_in_principle);
    file.deliberation.meetings.back().body.changes_ordered = "改第三条";
    return file;
}

law::entered<law::deliberation::changes_made> made_on(trial::dossier const& file, long long seq)
{
    return entry(file, law::deliberation::changes_made{.account = "第三条已改"}, "2024-03-08", seq);
}

} // namespace

BOOST_AUTO_TEST_SUITE(open_changes_test)

BOOST_AUTO_TEST_CASE(what_a_meeting_ordered_is_open_until_the_head_finds_it_made)
{
    auto file = adopted_in_principle();
    auto open = law::changes_open_on(file);
    BOOST_TEST_REQUIRE(open.has_value());
    BOOST_TEST(open->ordered == "改第三条");
    BOOST_CHECK(open->met_on == date("2024-03-01"));
    BOOST_TEST(open->meeting == 30);
    BOOST_TEST(open->account.empty());

    draft(file, 'b', law::drafting::change_class::editorial);
    file.deliberation.changes = made_on(file, 31);
    open = law::changes_open_on(file);
    BOOST_TEST_REQUIRE(open.has_value());
    BOOST_TEST(open->discussed == 1);
    BOOST_TEST(open->current == 2);
    BOOST_TEST(open->account == "第三条已改");

    file.deliberation.acceptance =
        entry(file, law::deliberation::changes_accepted{}, "2024-03-11", 32);
    BOOST_TEST(!law::changes_open_on(file).has_value());
}

BOOST_AUTO_TEST_CASE(changes_that_were_sent_back_are_open_with_the_reason)
{
    auto file = adopted_in_principle();
    file.deliberation.refusals = {
        entry(file, law::deliberation::changes_refused{.reason = "上次会议"}, "2024-02-01", 20)};
    BOOST_TEST(law::changes_open_on(file)->sent_back.empty());
    file.deliberation.refusals.push_back(
        entry(file, law::deliberation::changes_refused{.reason = "第三条未改"}, "2024-03-11", 33));
    BOOST_TEST(law::changes_open_on(file)->sent_back == "第三条未改");
}

BOOST_AUTO_TEST_CASE(an_account_of_an_earlier_version_tells_nothing_of_this_one)
{
    auto file = adopted_in_principle();
    draft(file, 'b', law::drafting::change_class::editorial);
    file.deliberation.changes = made_on(file, 31);
    draft(file, 'c', law::drafting::change_class::editorial);
    BOOST_TEST(law::changes_open_on(file)->account.empty());
}

BOOST_AUTO_TEST_CASE(a_meeting_that_adopted_the_draft_or_put_it_off_orders_no_changes)
{
    for (auto const outcome : {meeting_outcome::adopted, meeting_outcome::discuss_again,
                               meeting_outcome::postponed, meeting_outcome::rejected}) {
        auto file = adopted_in_principle();
        meet(file, outcome, "2024-03-15", 35);
        BOOST_TEST(!law::changes_open_on(file).has_value());
    }
}

BOOST_AUTO_TEST_CASE(after_a_meeting_in_principle_the_outlook_waits_for_the_changes)
{
    auto const last_step = [](trial::dossier const& file) {
        auto const steps =
            outlook(file, law_of("gd"),
                    {tests::built_in_rules(), tests::built_in_days(), date("2024-03-05")});
        return steps.back();
    };
    auto file = adopted_in_principle();
    BOOST_TEST(last_step(file).because.id == "会议已原则通过，待行政首长确认修改到位");
    BOOST_TEST(last_step(file).rule == "R713-30.2");
    // placed before another meeting, it is that meeting that decides
    put_on_agenda(file, "2024-03-20");
    file.submission.agenda->seq = 40;
    BOOST_TEST(last_step(file).because.id == "已列入{1}的会议");
}

BOOST_AUTO_TEST_SUITE_END()
