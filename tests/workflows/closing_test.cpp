#include "tests/workflows/case_so_far.hpp"

using namespace tests;
using law::deliberation::meeting_outcome;

namespace {

trial ready(std::string place = "gd")
{
    trial t(law::make_closing(), std::move(place));
    start(t.file);
    t.on("2024-03-04").by("sponsor_clerk", "water");
    return t;
}

std::string termination(std::string const& ground, std::string const& on = "2024-03-04")
{
    return R"({"ground":")" + ground + R"(","reason":"理由","decided_on":")" + on + R"("})";
}

} // namespace

BOOST_AUTO_TEST_SUITE(closing_test)

BOOST_AUTO_TEST_CASE(the_sponsor_withdraws_and_the_office_agrees)
{
    auto t = ready();
    t.enters("closing.withdrawal_requested", R"({"reason":"情况变化"})");
    BOOST_TEST(t.stage() == "withdrawal_asked");
    BOOST_CHECK(t.refused("closing.withdrawn") == rules{"R713-37.1"});
    BOOST_TEST(!law::is_closed(t.file));
    t.by("office_secretary", "office").enters("closing.withdrawn");
    BOOST_TEST(t.stage() == "taken_back");
    BOOST_TEST(law::is_closed(t.file));
}

BOOST_AUTO_TEST_CASE(a_declined_withdrawal_lets_the_case_go_on)
{
    auto t = ready();
    t.enters("closing.withdrawal_requested", R"({"reason":"情况变化"})");
    t.by("head_of_government", "office");
    t.enters("closing.withdrawal_declined", R"({"reason":"仍有必要"})");
    BOOST_TEST(t.stage() == "open");
    BOOST_TEST(!law::is_closed(t.file));
}

BOOST_AUTO_TEST_CASE(what_is_adopted_is_neither_withdrawn_nor_terminated)
{
    for (auto outcome : {meeting_outcome::adopted, meeting_outcome::adopted_in_principle}) {
        auto t = ready();
        meet(t.file, outcome);
        BOOST_CHECK(t.refused("closing.withdrawal_requested", R"({"reason":"变化"})") ==
                    rules{"R713-37.1"});
        t.by("head_of_government", "office");
        BOOST_CHECK(t.refused("closing.terminated", termination("basis_gone")) ==
                    rules{"R713-37.1"});
    }
    auto asked = ready();
    asked.enters("closing.withdrawal_requested", R"({"reason":"变化"})");
    meet(asked.file);
    asked.by("office_secretary", "office");
    BOOST_CHECK(asked.refused("closing.withdrawn") == rules{"R713-37.1"});
}

BOOST_AUTO_TEST_CASE(the_head_terminates_with_a_ground)
{
    auto t = ready();
    BOOST_CHECK(t.refused("closing.terminated", termination("basis_gone")) == rules{"R713-37.1"});
    t.by("head_of_government", "office");
    BOOST_CHECK(t.refused("closing.terminated", termination("basis_gone", "2024-03-05")) ==
                rules{"JC-3"});
    t.enters("closing.terminated", termination("basis_gone"));
    BOOST_TEST(t.stage() == "ended");
    BOOST_TEST(law::is_closed(t.file));
}

BOOST_AUTO_TEST_CASE(only_a_started_procedure_is_terminated)
{
    trial t(law::make_closing());
    t.on("2024-03-04").by("head_of_government", "office");
    BOOST_CHECK(t.refused("closing.terminated", termination("basis_gone")) == rules{"R713-11.1"});
}

BOOST_AUTO_TEST_CASE(a_ground_that_the_file_can_prove_is_proved_by_it)
{
    auto t = ready();
    t.by("head_of_government", "office");
    BOOST_CHECK(t.refused("closing.terminated", termination("uncontrollable_risk")) ==
                rules{"R713-24.3"});
    t.file.risk.report = entry(t.file, law::risk::reported{}, "2024-02-01");
    t.enters("closing.terminated", termination("uncontrollable_risk"));
    auto unlawful = ready();
    unlawful.by("head_of_government", "office");
    BOOST_CHECK(unlawful.advised("closing.terminated", termination("unlawful_matter")) ==
                rules{"R713-25.3"});
}

BOOST_AUTO_TEST_CASE(a_postponed_matter_lapses_after_a_year_where_the_place_says_so)
{
    auto t = ready("hlj");
    meet(t.file, meeting_outcome::postponed);
    t.by("office_secretary", "office").on("2025-03-01");
    auto const found = t.judge("closing.expired", "{}");
    BOOST_TEST_REQUIRE(found.answer.refusals.size() == 1u);
    BOOST_TEST(found.answer.refusals[0].rule == "HLJ-40.2");
    BOOST_CHECK(found.answer.refusals[0].opens_on == date("2025-03-02"));
    t.on("2025-03-02").enters("closing.expired");
    BOOST_TEST(t.stage() == "lapsed");
    BOOST_TEST(law::is_closed(t.file));
}

BOOST_AUTO_TEST_CASE(nothing_lapses_elsewhere_or_without_a_postponement)
{
    auto gd = ready("gd");
    meet(gd.file, meeting_outcome::postponed);
    gd.by("office_secretary", "office").on("2026-01-05");
    BOOST_CHECK(gd.refused("closing.expired") == rules{"JC-4"});
    auto again = ready("hlj");
    meet(again.file, meeting_outcome::discuss_again);
    again.by("office_secretary", "office").on("2026-01-05");
    BOOST_CHECK(again.refused("closing.expired") == rules{"HLJ-40.2"});
}

BOOST_AUTO_TEST_CASE(the_time_of_a_postponed_matter_is_a_limit)
{
    auto t = ready("hlj");
    auto const& rules_here = built_in_rules().in_force("hlj", date("2024-06-03"));
    BOOST_TEST(law::closing_limits(t.file, rules_here).empty());
    meet(t.file, meeting_outcome::postponed);
    auto const terms = law::closing_limits(t.file, rules_here);
    BOOST_TEST_REQUIRE(terms.size() == 1u);
    BOOST_TEST(terms[0].days == 365);
    BOOST_TEST(terms[0].rule == "HLJ-40.2");
}

BOOST_AUTO_TEST_CASE(a_rejected_or_unstarted_matter_is_closed)
{
    auto t = ready();
    meet(t.file, meeting_outcome::rejected);
    BOOST_TEST(law::is_closed(t.file));
    trial declined(law::make_closing());
    declined.file.intake.declined =
        entry(declined.file, law::intake::start_declined{}, "2024-01-01");
    BOOST_TEST(law::is_closed(declined.file));
}

BOOST_AUTO_TEST_SUITE_END()
