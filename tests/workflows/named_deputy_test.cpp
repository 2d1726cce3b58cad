#include "tests/workflows/some_people.hpp"
#include "tests/workflows/submission_trial.hpp"
#include "workflows/major_decision/awaited_people.hpp"
#include "workflows/major_decision/named_deputy.hpp"

#include <boost/test/unit_test.hpp>
#include <optional>
#include <string>

// The deputy to whom the office sends a submission by name.

namespace {

using namespace tests;
using namespace tests::a_submission;
using namespace workflows::major_decision;

constexpr char const* seat = "deputy_in_charge";
constexpr char const* approved = "submission.deputy_approved";
constexpr char const* returned = "submission.deputy_returned";
constexpr char const* passed = "submission.office_passed";
constexpr char const* changed = "submission.deputy_changed";
std::string const with_reason = R"({"reason":"再研究"})";

some_people& deputies()
{
    static some_people all = [] {
        some_people made;
        for (auto const* name : {"莫", "温"})
            made.add({{trial::number_of(name)}, name, seat, "government", {}});
        made.add({{trial::number_of("林")}, "林", "office_secretary", "office", {}});
        auto stands_in = engine::actor{{trial::number_of("代")}, "代", seat, "government", {}};
        stands_in.represents = {trial::number_of("莫")};
        made.add(stands_in);
        return made;
    }();
    return all;
}

std::string number(std::string const& name)
{
    return std::to_string(trial::number_of(name));
}

std::string to_pass(std::string const& name)
{
    return R"({"opinion":"可","deputy":)" + number(name) + "}";
}

std::string to_change(std::optional<std::string> const& name)
{
    return R"({"reason":"分工调整")" + (name ? R"(,"deputy":)" + number(*name) : "") + "}";
}

trial before_the_office()
{
    auto t = filed();
    t.knowing(deputies());
    return t;
}

trial sent_to(std::string const& name)
{
    auto t = before_the_office();
    t.enters(passed, to_pass(name));
    return t;
}

trial& by_deputy(trial& t, std::string name)
{
    return t.by(seat, "government", std::move(name));
}

std::vector<engine::person_id> awaited(trial const& t)
{
    return awaited_people(t.file, approved, {seat, ""});
}

bool is_awaited_alone(trial const& t, std::string const& name)
{
    return awaited(t) == std::vector<engine::person_id>{{trial::number_of(name)}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(named_deputy_test)

BOOST_AUTO_TEST_CASE(the_deputy_to_whom_the_office_sends_it_acts_and_no_other)
{
    auto t = sent_to("莫");
    BOOST_TEST(is_awaited_alone(t, "莫"));
    by_deputy(t, "温");
    CHECK_RULES(t.refused(approved), "JC-26");
    CHECK_RULES(t.refused(returned, with_reason), "JC-26");
    auto const said = t.judge(approved, "{}").answer.refusals.at(0);
    BOOST_TEST(said.reason.args.at(0).id == "莫");
    by_deputy(t, "莫").enters(approved);
    BOOST_TEST(t.stage() == "awaiting_agenda");
    auto other = sent_to("莫");
    by_deputy(other, "莫").enters(returned, with_reason);
    BOOST_TEST(other.stage() == "not_filed");
}

BOOST_AUTO_TEST_CASE(whoever_takes_the_place_of_the_named_deputy_may_act)
{
    auto t = sent_to("莫");
    by_deputy(t, "温").in_place_of("莫").enters(approved);
    BOOST_TEST(t.stage() == "awaiting_agenda");
}

BOOST_AUTO_TEST_CASE(where_nobody_is_named_any_deputy_may_act)
{
    auto t = before_the_office();
    t.enters(passed, R"({"opinion":"可"})");
    BOOST_TEST(awaited(t).empty());
    by_deputy(t, "温").enters(approved);
}

BOOST_AUTO_TEST_CASE(other_seats_are_told_nothing_of_who_was_named)
{
    auto t = sent_to("莫");
    BOOST_TEST(t.duties().contains(approved));
    t.by("sponsor_clerk", "water");
    CHECK_RULES(t.refused(approved), "GD21-38.1");
}

BOOST_AUTO_TEST_CASE(who_is_named_holds_the_seat_in_their_own_name)
{
    auto t = before_the_office();
    for (auto const* name : {"林", "代", "没有这个人"})
        CHECK_RULES(t.refused(passed, to_pass(name)), "JC-26");
    t.enters(passed, to_pass("莫"));
    CHECK_RULES(t.refused(changed, to_change("林")), "JC-26");
}

BOOST_AUTO_TEST_CASE(who_reviewed_is_not_named)
{
    auto t = before_the_office();
    t.file.doings.push_back({9,
                             "legality_review.concluded",
                             {trial::number_of("莫")},
                             "莫",
                             "reviewer",
                             "justice",
                             {}});
    CHECK_RULES(t.refused(passed, to_pass("莫")), "JC-1");
    t.enters(passed, to_pass("温"));
}

BOOST_AUTO_TEST_CASE(the_office_sends_it_to_another_as_after_the_first_has_left)
{
    auto t = sent_to("莫");
    some_people those_who_stayed;
    those_who_stayed.add({{trial::number_of("温")}, "温", seat, "government", {}});
    t.knowing(those_who_stayed);
    by_deputy(t, "温");
    CHECK_RULES(t.refused(approved), "JC-26");
    CHECK_RULES(t.refused(changed, to_change("温")), "JC-26"); // the office alone does it
    t.by("office_secretary", "office").enters(changed, to_change("温"));
    BOOST_TEST(t.stage() == "awaiting_deputy");
    BOOST_TEST(is_awaited_alone(t, "温"));
    by_deputy(t, "温").enters(approved);
}

BOOST_AUTO_TEST_CASE(the_office_leaves_it_to_any_deputy)
{
    auto t = sent_to("莫");
    t.enters(changed, to_change({}));
    BOOST_TEST(awaited(t).empty());
    by_deputy(t, "温").enters(approved);
}

BOOST_AUTO_TEST_CASE(sending_it_where_it_lies_changes_nothing)
{
    auto t = sent_to("莫");
    CHECK_RULES(t.refused(changed, to_change("莫")), "JC-26");
    t.enters(changed, to_change({}));
    CHECK_RULES(t.refused(changed, to_change({})), "JC-26");
}

BOOST_AUTO_TEST_CASE(a_new_file_is_nobodys_by_name)
{
    auto t = sent_to("莫");
    by_deputy(t, "莫").enters(returned, with_reason);
    t.by("sponsor_clerk", "water").enters("submission.filed", filing);
    BOOST_TEST(awaited(t).empty());
}

BOOST_AUTO_TEST_CASE(to_whom_it_was_handed_over_may_act_until_the_office_sends_it_elsewhere)
{
    auto const handed = [] {
        auto t = sent_to("莫");
        circulation::hand_over(t.file.circulation.handings, approved, {seat, "government"},
                               {.from = {trial::number_of("莫")},
                                .in_place_of = {},
                                .from_name = "莫",
                                .on_behalf_of = "",
                                .to = {trial::number_of("温")},
                                .reason = "出差",
                                .on = *engine::parse_day("2024-04-01")});
        return t;
    };
    auto t = handed();
    BOOST_TEST(awaited_people(t.file, approved, {seat, "government"}).at(0).value ==
               trial::number_of("温"));
    by_deputy(t, "温").enters(approved);
    auto elsewhere = handed();
    elsewhere.enters(changed, to_change({}));
    BOOST_TEST(elsewhere.file.circulation.handings.at(0).is_over);
}

BOOST_AUTO_TEST_SUITE_END()
