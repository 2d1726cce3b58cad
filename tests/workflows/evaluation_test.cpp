#include "tests/workflows/case_so_far.hpp"
#include "tests/workflows/some_people.hpp"

using namespace tests;
using law::evaluation::evaluation_trigger;

namespace {

std::string order(std::string const& changes = "{}")
{
    return with(R"({"triggers":["many_opinions"],"evaluator":"audit"})", changes);
}

std::string group(std::initializer_list<char const*> kinds)
{
    std::string members;
    for (auto const* kind : kinds)
        members +=
            std::string(members.empty() ? "" : ",") + R"({"name":"某人","kind":")" + kind + R"("})";
    return R"({"members":[)" + members + R"(],"plan":"方案"})";
}

std::string const whole_group =
    group({"congress_deputy", "consultative_member", "organisation", "scholar"});
char const* const survey = R"({"ways":"问卷","public_opinions":"满意"})";
char const* const request = R"({"from_unit":"transport","what":"数据"})";

std::string report(std::string const& changes = "{}")
{
    return with(R"({"execution":"落实","cost_and_benefit":"相当","acceptance":"认可","effects":"好",
        "problems_and_causes":"人手","remedies":"充实","work":"成立评估组","advice":"adjust",
        "follow_ups":[{"unit_concerned":"transport","matter":"完善制度"}],"report":)" +
                    paper_json('c') + "}",
                changes);
}

trial executing(std::string place = "gd")
{
    trial t(law::make_evaluation(), std::move(place));
    issue(t.file);
    name_executor(t.file);
    t.on("2025-03-03").by("office_secretary", "office");
    return t;
}

trial planned(std::string place = "gd")
{
    auto t = executing(std::move(place));
    t.enters("evaluation.ordered", order());
    t.by("sponsor_clerk", "audit").enters("evaluation.planned", whole_group);
    return t;
}

rules refused_order(std::string const& changes, std::string place = "gd")
{
    auto t = executing(std::move(place));
    return t.refused("evaluation.ordered", order(changes));
}

} // namespace

BOOST_AUTO_TEST_SUITE(evaluation_test)

BOOST_AUTO_TEST_CASE(ordered_planned_surveyed_reported)
{
    auto t = planned();
    BOOST_TEST(t.stage() == "under_way");
    BOOST_TEST(law::evaluation_open(t.file));
    BOOST_CHECK(t.refused("evaluation.reported", report()) == rules{"GD21-49.1"});
    t.enters("evaluation.surveyed", survey);
    t.enters("evaluation.reported", report());
    BOOST_TEST(t.stage() == "concluded");
    BOOST_TEST(!law::evaluation_open(t.file));
}

BOOST_AUTO_TEST_CASE(there_is_nothing_to_evaluate_before_execution)
{
    auto t = executing();
    t.file.execution.executor.reset();
    BOOST_CHECK(t.refused("evaluation.ordered", order()) == rules{"R713-36.1"});
}

BOOST_AUTO_TEST_CASE(the_organ_orders_it)
{
    auto t = executing();
    t.by("sponsor_clerk", "water");
    BOOST_CHECK(t.refused("evaluation.ordered", order()) == rules{"R713-36.1"});
    t.by("head_of_government", "office").enters("evaluation.ordered", order());
}

BOOST_AUTO_TEST_CASE(the_reasons_are_those_of_the_place)
{
    BOOST_CHECK(refused_order(R"({"triggers":[]})") == rules{"GD21-46.1"});
    BOOST_CHECK(refused_order(R"({"triggers":["trial_ended"]})") == rules{"GD21-46.1"});
    BOOST_CHECK(refused_order(R"({"triggers":["trial_ended"]})", "hlj") == rules{});
    BOOST_CHECK(refused_order(R"({"triggers":["basis_changed"]})", "cn") == rules{"R713-36.1"});
    BOOST_CHECK(refused_order(R"({"triggers":["organ_decides"]})") == rules{"GD21-46.1"});
    BOOST_CHECK(refused_order(R"({"triggers":["organ_decides"],"reason":"已满一年"})") == rules{});
}

BOOST_AUTO_TEST_CASE(who_argued_or_assessed_before_does_not_evaluate)
{
    auto const third = [](char const* name) {
        return R"({"did_not_argue_before":true,"third_party":")" + std::string(name) + R"("})";
    };
    BOOST_CHECK(refused_order(third("新机构")) == rules{});
    BOOST_CHECK(refused_order(R"({"third_party":"新机构"})") == rules{"R713-36.2"});

    auto t = executing();
    law::experts::selected chosen{};
    chosen.institution = "甲研究院";
    chosen.experts.push_back({.name = "专家", .institution = "乙大学"});
    t.file.experts.selection = entry(t.file, chosen, "2024-01-15");
    law::risk::planned plan{};
    plan.third_party = "丙公司";
    plan.assessor_unit = engine::unit_ref("safety");
    t.file.risk.plan = entry(t.file, plan, "2024-01-15");
    for (auto const* name : {"甲研究院", " 甲研究院 ", "乙大学", "丙公司"})
        BOOST_CHECK(t.refused("evaluation.ordered", order(third(name))) == rules{"R713-36.2"});
    BOOST_CHECK(t.refused("evaluation.ordered", order(R"({"evaluator":"safety"})")) ==
                rules{"R713-36.2"});
}

BOOST_AUTO_TEST_CASE(those_whom_others_replaced_argued_before_too)
{
    auto t = executing();
    auto const chosen = [](char const* expert, char const* institution) {
        law::experts::selected made{};
        made.experts.push_back({.name = expert, .institution = institution});
        return made;
    };
    t.file.experts.earlier_selections.push_back(
        entry(t.file, chosen("专家甲", "乙大学"), "2024-01-15"));
    t.file.experts.selection = entry(t.file, chosen("专家乙", "丁大学"), "2024-01-20");
    law::risk::planned first{};
    first.assessor_unit = engine::unit_ref("safety");
    t.file.risk.earlier_plans.push_back(entry(t.file, first, "2024-01-15"));
    t.file.risk.plan = entry(t.file, law::risk::planned{}, "2024-01-16");
    BOOST_CHECK(t.refused("evaluation.ordered",
                          order(R"({"did_not_argue_before":true,"third_party":"乙大学"})")) ==
                rules{"R713-36.2"});
    BOOST_CHECK(t.refused("evaluation.ordered", order(R"({"evaluator":"safety"})")) ==
                rules{"R713-36.2"});
    t.enters("evaluation.ordered", order());
    t.by("sponsor_clerk", "audit");
    auto const with_member = [&](std::string const& name) {
        return t.refused("evaluation.planned",
                         with(whole_group, R"({"members":[{"name":"代表","kind":"congress_deputy"},
                             {"name":"委员","kind":"consultative_member"},
                             {"name":"协会","kind":"organisation"},
                             {"name":")" + name +
                                               R"(","kind":"scholar"}]})"));
    };
    BOOST_CHECK(with_member("专家甲") == rules{"R713-36.2"});
    BOOST_CHECK(with_member(" 专家乙 ") == rules{"R713-36.2"});
    t.file.doings.push_back(
        {20, "risk.reported", {9}, "办事员", "sponsor_clerk", "water", {}, {10}, "处长"});
    BOOST_CHECK(with_member("办事员") == rules{"R713-36.2"});
    BOOST_CHECK(with_member("处长") == rules{"R713-36.2"});
    t.enters("evaluation.planned", whole_group);
}

BOOST_AUTO_TEST_CASE(who_handled_the_argument_or_the_assessment_does_not_work_for_the_evaluator)
{
    auto t = executing();
    t.enters("evaluation.ordered", order());
    for (auto const* before : {"experts.reported", "experts.selected", "risk.reported"})
        t.bars_all_ways_round(before, "evaluation.planned", "sponsor_clerk", "audit");
    t.by("sponsor_clerk", "audit").enters("evaluation.planned", whole_group);
    for (auto const* act : {"evaluation.data_requested", "evaluation.surveyed"})
        t.bars_all_ways_round("risk.analysed", act, "department_head", "audit");
    t.enters("evaluation.surveyed", survey);
    t.bars_all_ways_round("experts.opined", "evaluation.reported", "sponsor_clerk", "audit");
}

BOOST_AUTO_TEST_CASE(a_unit_that_argued_before_is_refused_by_its_name)
{
    auto t = executing();
    law::risk::planned plan{};
    plan.assessor_unit = engine::unit_ref("safety");
    t.file.risk.plan = entry(t.file, plan, "2024-01-15");
    auto const found = t.judge("evaluation.ordered", order(R"({"evaluator":"safety"})"));
    BOOST_TEST_REQUIRE(found.answer.refusals.size() == 1u);
    BOOST_CHECK(found.answer.refusals[0].reason.args ==
                std::vector{engine::unit_by_code("safety")});
}

BOOST_AUTO_TEST_CASE(a_unit_where_nobody_can_evaluate_is_not_ordered_to)
{
    auto t = executing();
    some_people people;
    people.add({{7}, "审计员", "auditor", "audit", {}});
    t.knowing(people);
    BOOST_CHECK(t.refused("evaluation.ordered", order()) == rules{"R713-36.1"});
    people.add({{8}, "负责人", "department_head", "audit", {}});
    t.enters("evaluation.ordered", order());
}

BOOST_AUTO_TEST_CASE(an_evaluation_that_the_place_makes_a_duty_waits_to_be_ordered)
{
    auto t = executing("strict");
    t.under(where_evaluation_is_a_duty());
    BOOST_CHECK(t.duties() == rules{});
    report_problem(t.file, law::execution::problem_kind::short_of_aim);
    BOOST_CHECK(t.duties() == rules{});
    report_problem(t.file);
    BOOST_CHECK(t.duties() == rules{"evaluation.ordered"});
    t.enters("evaluation.ordered", order());
    BOOST_CHECK(t.duties() == rules{"evaluation.planned"});
    auto elsewhere = executing();
    report_problem(elsewhere.file);
    BOOST_CHECK(elsewhere.duties() == rules{});
}

BOOST_AUTO_TEST_CASE(another_evaluates_as_long_as_the_first_has_not_begun)
{
    auto t = executing();
    t.enters("evaluation.ordered", order());
    BOOST_CHECK(t.duties() == rules{"evaluation.planned"});
    BOOST_CHECK(t.refused("evaluation.ordered", order()) == rules{"R713-36.1"});
    t.enters("evaluation.ordered",
             order(R"({"third_party":"新机构","did_not_argue_before":true})"));
    t.enters("evaluation.ordered", order(R"({"evaluator":"finance"})"));
    BOOST_TEST(t.stage() == "to_be_planned");
    BOOST_TEST(t.file.evaluation.order->body.evaluator == "finance");
    t.by("sponsor_clerk", "audit");
    BOOST_CHECK(t.refused("evaluation.planned", whole_group) == rules{"GD21-48.1"});
    t.by("sponsor_clerk", "finance").enters("evaluation.planned", whole_group);
    t.by("office_secretary", "office");
    BOOST_CHECK(t.refused("evaluation.ordered", order()) == rules{"R713-36.1"});
}

BOOST_AUTO_TEST_CASE(an_evaluator_named_anew_keeps_the_reports_of_earlier_evaluations)
{
    auto t = planned();
    t.enters("evaluation.surveyed", survey);
    t.enters("evaluation.reported", report());
    t.by("office_secretary", "office").enters("evaluation.ordered", order());
    t.enters("evaluation.ordered", order(R"({"evaluator":"finance"})"));
    BOOST_TEST(t.file.evaluation.earlier_reports.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_sponsor_that_evaluates_itself_is_advised_against)
{
    auto t = executing();
    BOOST_CHECK(t.advised("evaluation.ordered", order(R"({"evaluator":"water"})")) ==
                rules{"R713-36.2"});
}

BOOST_AUTO_TEST_CASE(stages_are_remarked_on_where_the_place_does_not_know_them)
{
    auto const staged = order(R"({"staged":true})");
    BOOST_CHECK(executing("cn").advised("evaluation.ordered", staged) == rules{"R713-36.1"});
    BOOST_CHECK(executing("gd").advised("evaluation.ordered", staged) == rules{});
}

BOOST_AUTO_TEST_CASE(deputies_members_and_organisations_take_part)
{
    auto const refused = [](std::initializer_list<char const*> kinds, char const* place = "gd") {
        auto t = executing(place);
        t.enters("evaluation.ordered", order());
        t.by("sponsor_clerk", "audit");
        return t.refused("evaluation.planned", group(kinds));
    };
    BOOST_CHECK(refused({"consultative_member", "organisation", "scholar"}) == rules{"R713-36.3"});
    BOOST_CHECK(refused({"congress_deputy", "organisation", "scholar"}) == rules{"R713-36.3"});
    BOOST_CHECK(refused({"congress_deputy", "consultative_member", "scholar"}) ==
                rules{"R713-36.3"});
    BOOST_CHECK(refused({"congress_deputy", "consultative_member", "organisation"}) ==
                rules{"GD21-48.1"});
    BOOST_CHECK(refused({"congress_deputy", "consultative_member", "organisation"}, "cn") ==
                rules{});
}

BOOST_AUTO_TEST_CASE(only_the_unit_that_was_ordered_evaluates)
{
    auto t = executing();
    t.enters("evaluation.ordered", order());
    t.by("sponsor_clerk", "water");
    BOOST_CHECK(t.refused("evaluation.planned", whole_group) == rules{"GD21-48.1"});
}

BOOST_AUTO_TEST_CASE(units_that_are_asked_supply_their_data)
{
    auto t = planned();
    auto const data = R"({"remarks":"见附表"})";
    t.by("sponsor_clerk", "transport");
    BOOST_CHECK(t.refused("evaluation.data_supplied", data) == rules{"GD21-50.1"});
    t.by("sponsor_clerk", "audit").enters("evaluation.data_requested", request);
    t.by("sponsor_clerk", "water");
    BOOST_CHECK(t.refused("evaluation.data_supplied", data) == rules{"GD21-50.1"});
    t.by("sponsor_clerk", "transport");
    BOOST_CHECK(t.refused("evaluation.data_supplied", "{}") == rules{"GD21-50.1"});
    t.enters("evaluation.data_supplied", data);
    t.file.evaluation.supplies.back().unit = "transport";
    BOOST_CHECK(t.refused("evaluation.data_supplied", data) == rules{"GD21-50.1"});
}

BOOST_AUTO_TEST_CASE(the_report_has_the_parts_that_the_place_asks)
{
    auto const refused = [](std::string const& changes, char const* place) {
        auto t = planned(place);
        t.enters("evaluation.surveyed", survey);
        return t.refused("evaluation.reported", report(changes));
    };
    BOOST_CHECK(refused(R"({"work":null})", "gd") == rules{"GD21-49.1"});
    BOOST_CHECK(refused(R"({"work":null})", "cn") == rules{});
    BOOST_CHECK(refused(R"({"work":null})", "sd") == (rules{"SD-56.1", "SD-57.1"}));
    BOOST_CHECK(refused(R"({"goal_reached":"已实现"})", "sd") == rules{"SD-56.1"});
    BOOST_CHECK(refused(R"({"fit_with_development":"相适应"})", "sd") == rules{"SD-56.1"});
    BOOST_CHECK(refused(R"({"goal_reached":"是","fit_with_development":"是"})", "sd") == rules{});
}

BOOST_AUTO_TEST_CASE(advice_to_units_is_followed_up_by_them)
{
    auto t = planned();
    // a unit that was asked for data takes part, advised or not
    t.enters("evaluation.data_requested", R"({"from_unit":"water","what":"数据"})");
    t.enters("evaluation.surveyed", survey);
    t.enters("evaluation.reported", report());
    auto const handled = [](char const* unit) {
        return R"({"by_unit":")" + std::string(unit) + R"(","handled":"已研究"})";
    };
    t.by("sponsor_clerk", "water");
    BOOST_CHECK(t.refused("evaluation.followed_up", handled("water")) == rules{"GD21-52.1"});
    t.by("sponsor_clerk", "transport");
    BOOST_CHECK(t.refused("evaluation.followed_up", handled("water")) == rules{"GD21-52.1"});
    auto const is_open = [&] {
        for (auto const& one : t.offers())
            if (one.kind == "evaluation.followed_up")
                return one.is_open();
        return false;
    };
    BOOST_TEST(is_open());
    t.by("sponsor_clerk", "water");
    BOOST_TEST(!is_open()); // nothing was advised there
    t.by("sponsor_clerk", "transport").enters("evaluation.followed_up", handled("transport"));
    BOOST_CHECK(t.refused("evaluation.followed_up", handled("transport")) == rules{"GD21-52.1"});
}

BOOST_AUTO_TEST_CASE(
    the_result_waits_for_the_organ_until_it_is_answered_or_an_adjustment_is_proposed)
{
    auto t = planned();
    t.enters("evaluation.surveyed", survey);
    BOOST_TEST(!t.duties().contains("evaluation.result_answered"));
    t.enters("evaluation.reported", report());
    BOOST_TEST(t.duties().contains("evaluation.result_answered"));
    BOOST_CHECK(t.refused("evaluation.result_answered", R"({"answer":"继续"})") ==
                rules{"R713-36.4"});
    t.file.adjustment.proposal = entry(t.file, law::adjustment::proposed{}, "2024-09-01");
    t.file.adjustment.proposal->seq = t.seq() + 1;
    BOOST_TEST(!t.duties().contains("evaluation.result_answered"));
    t.file.adjustment.proposal.reset();
    t.by("head_of_government", "office");
    t.enters("evaluation.result_answered", R"({"answer":"继续执行"})");
    BOOST_TEST(!t.duties().contains("evaluation.result_answered"));
    BOOST_CHECK(t.refused("evaluation.result_answered", R"({"answer":"继续"})") ==
                rules{"R713-36.4"});
}

BOOST_AUTO_TEST_CASE(data_are_asked_for_by_a_day_which_is_a_limit_of_the_unit)
{
    auto t = planned();
    BOOST_CHECK(t.refused("evaluation.data_requested",
                          with(request, R"({"answer_by":"2020-01-01"})")) == rules{"GD21-50.1"});
    t.enters("evaluation.data_requested", with(request, R"({"answer_by":"2030-01-01"})"));
    auto const terms = law::evaluation_terms(t.file);
    BOOST_TEST_REQUIRE(terms.size() == 1u);
    BOOST_TEST(terms[0].unit_bound == "transport");
}

BOOST_AUTO_TEST_CASE(a_report_without_the_data_asked_for_says_so_and_tells_whose_they_are)
{
    auto t = planned();
    t.enters("evaluation.data_requested", request);
    t.enters("evaluation.surveyed", survey);
    BOOST_CHECK(t.advised("evaluation.reported", report()) == rules{"GD21-50.1"});
    engine::act what;
    what.kind = "evaluation.reported";
    auto const told = law::told_of_evaluation(t.file, what);
    BOOST_TEST_REQUIRE(!told.empty());
    BOOST_TEST(told.front().kind == "news.evaluation_data_awaited_no_more");
    BOOST_TEST(told.front().to.unit == "transport");
}

BOOST_AUTO_TEST_CASE(a_later_evaluation_keeps_the_earlier_report)
{
    auto t = planned();
    t.enters("evaluation.surveyed", survey);
    t.enters("evaluation.reported", report());
    t.by("office_secretary", "office").enters("evaluation.ordered", order());
    BOOST_TEST(t.stage() == "to_be_planned");
    BOOST_TEST(law::evaluation_open(t.file));
    BOOST_TEST(t.file.evaluation.earlier_reports.size() == 1u);
}

BOOST_AUTO_TEST_CASE(problems_of_execution_are_reasons_to_evaluate)
{
    using law::execution::problem_kind;
    trial t(law::make_evaluation());
    BOOST_TEST(law::triggers_on_file(t.file).empty());
    for (auto kind : {problem_kind::short_of_aim, problem_kind::circumstances_changed,
                      problem_kind::force_majeure, problem_kind::many_citizen_opinions})
        report_problem(t.file, kind);
    BOOST_CHECK(law::triggers_on_file(t.file) ==
                (std::vector{evaluation_trigger::short_of_effect, evaluation_trigger::basis_changed,
                             evaluation_trigger::many_opinions}));
}

BOOST_AUTO_TEST_SUITE_END()
