#include "tests/workflows/case_so_far.hpp"
#include "tests/workflows/some_people.hpp"

using namespace tests;

namespace {

char const* const named = R"({"executor":"transport","tasks":"按方案实施"})";
char const* const progress =
    R"({"reported_on":"2024-04-01","progress":"六成","quality":"合格","effect":"好转"})";
char const* const problem = R"({"problem":"circumstances_changed","description":"政策调整"})";
char const* const opinion = R"({"from":"市民","way":"电话","words":"太慢"})";

std::string suspension(std::string const& changes = "{}")
{
    return with(R"({"reason":"情况紧急","urgent":true})", changes);
}

std::string explanation(std::string const& changes = "{}")
{
    return with(R"({"meeting":"executive","meeting_name":"第9次常务会议","met_on":"2024-05-10",
        "reasons":"说明理由","minutes":)" +
                    paper_json('b') + "}",
                changes);
}

trial issued_case(std::string place = "gd")
{
    trial t(law::make_execution(), std::move(place));
    issue(t.file);
    t.on("2024-03-15").by("office_secretary", "office");
    return t;
}

/// Handed to the transport bureau.
trial begun(std::string place = "gd")
{
    auto t = issued_case(std::move(place));
    t.enters("execution.unit_named", named);
    t.on("2024-05-06").by("executor", "transport");
    return t;
}

/// Reported, in trouble, suspended on 6 May.
trial suspended_case(std::string place = "gd")
{
    auto t = begun(place);
    t.enters("execution.reported", progress);
    t.enters("execution.problem_reported", problem);
    t.by("head_of_government", "office");
    t.enters("execution.suspended",
             suspension(place == "hlj" ? R"({"loss_limiting":"封存"})" : "{}"));
    t.on("2024-05-13").by("office_secretary", "office");
    return t;
}

} // namespace

BOOST_AUTO_TEST_SUITE(execution_test)

BOOST_AUTO_TEST_CASE(a_unit_where_nobody_can_execute_is_not_named)
{
    auto t = issued_case();
    some_people people;
    people.add({{7}, "区长", "head_of_government", "transport", {}});
    t.knowing(people);
    BOOST_CHECK(t.refused("execution.unit_named", named) == rules{"R713-34.1"});
    people.add({{8}, "执行人员", "executor", "transport", {}});
    t.enters("execution.unit_named", named);
}

BOOST_AUTO_TEST_CASE(named_reported_completed)
{
    auto t = begun();
    BOOST_TEST(t.stage() == "begun");
    t.enters("execution.reported", progress);
    BOOST_TEST(t.stage() == "executing");
    t.enters("execution.completed", R"({"completed_on":"2024-05-06","result":"完成"})");
    BOOST_TEST(t.stage() == "done");
}

BOOST_AUTO_TEST_CASE(nothing_is_executed_before_its_issue)
{
    auto t = issued_case();
    t.file.publication.notice.reset();
    BOOST_CHECK(t.refused("execution.unit_named", named) == rules{"R713-34.1"});
    t.file.publication.withholding = entry(t.file, law::publication::withheld{}, "2024-03-11");
    t.enters("execution.unit_named", named);
}

BOOST_AUTO_TEST_CASE(the_organ_names_who_executes_with_a_term_to_come)
{
    auto t = issued_case();
    t.by("sponsor_clerk", "water");
    BOOST_CHECK(t.refused("execution.unit_named", named) == rules{"R713-34.1"});
    t.by("head_of_government", "office");
    BOOST_CHECK(t.refused("execution.unit_named", with(named, R"({"due_on":"2024-03-15"})")) ==
                rules{"R713-34.1"});
    t.enters("execution.unit_named", with(named, R"({"due_on":"2024-03-16"})"));
}

BOOST_AUTO_TEST_CASE(the_term_of_execution_is_a_limit)
{
    auto t = issued_case();
    auto const& rules_here = built_in_rules().in_force("gd", date("2024-03-15"));
    BOOST_TEST(law::execution_limits(t.file, rules_here).empty());
    // A Sunday: the day that was written down is the last one.
    t.enters("execution.unit_named", with(named, R"({"due_on":"2024-06-30"})"));
    auto const terms = law::execution_limits(t.file, rules_here);
    BOOST_TEST_REQUIRE(terms.size() == 1u);
    BOOST_CHECK(engine::reckon(terms[0], built_in_days(), date("2024-03-15")).due ==
                date("2024-06-30"));
}

BOOST_AUTO_TEST_CASE(the_executing_unit_reports_and_no_other)
{
    auto t = begun();
    t.by("sponsor_clerk", "water");
    BOOST_CHECK(t.refused("execution.reported", progress) == rules{"R713-34.3"});
    t.by("sponsor_clerk", "transport");
    BOOST_CHECK(t.refused("execution.reported",
                          with(progress, R"({"reported_on":"2024-05-07"})")) == rules{"JC-3"});
    t.enters("execution.reported", progress);
}

BOOST_AUTO_TEST_CASE(there_is_no_completion_without_a_report)
{
    auto t = begun();
    BOOST_CHECK(
        t.refused("execution.completed", R"({"completed_on":"2024-05-06","result":"完成"})") ==
        rules{"R713-34.3"});
}

BOOST_AUTO_TEST_CASE(it_is_completed_after_the_decision_and_not_in_the_future)
{
    auto t = begun();
    t.enters("execution.reported", progress);
    BOOST_CHECK(t.refused("execution.completed",
                          R"({"completed_on":"2024-02-29","result":"成"})") == rules{"R713-34.3"});
    BOOST_CHECK(t.refused("execution.completed",
                          R"({"completed_on":"2024-05-07","result":"成"})") == rules{"JC-3"});
}

BOOST_AUTO_TEST_CASE(a_problem_waits_for_the_organ_until_it_is_answered_or_something_is_done)
{
    auto t = begun();
    BOOST_TEST(!t.duties().contains("execution.problem_answered"));
    t.enters("execution.problem_reported", problem);
    BOOST_TEST(t.duties().contains("execution.problem_answered"));
    BOOST_CHECK(t.refused("execution.problem_answered", R"({"answer":"继续"})") ==
                rules{"R713-35.1"});
    t.by("office_secretary", "office");
    t.enters("execution.problem_answered", R"({"answer":"继续执行"})");
    BOOST_TEST(!t.duties().contains("execution.problem_answered"));
    BOOST_CHECK(t.refused("execution.problem_answered", R"({"answer":"继续"})") ==
                rules{"R713-35.1"});
    t.enters("execution.problem_reported", problem);
    BOOST_TEST(t.duties().contains("execution.problem_answered"));
    t.by("head_of_government", "office").enters("execution.suspended", suspension());
    BOOST_TEST(!t.duties().contains("execution.problem_answered"));
}

BOOST_AUTO_TEST_CASE(an_adjustment_or_an_evaluation_answers_the_problem)
{
    auto t = begun();
    t.enters("execution.problem_reported", problem);
    auto const later = t.seq() + 1;
    t.file.evaluation.order = entry(t.file, law::evaluation::ordered{}, "2024-05-06");
    t.file.evaluation.order->seq = later;
    BOOST_TEST(!law::problem_unanswered(t.file));
    t.file.evaluation.order.reset();
    t.file.adjustment.proposal = entry(t.file, law::adjustment::proposed{}, "2024-05-06");
    t.file.adjustment.proposal->seq = later;
    BOOST_TEST(!law::problem_unanswered(t.file));
    t.file.adjustment.proposal->seq = 1; // the problem came while the new case was under way
    BOOST_TEST(law::problem_unanswered(t.file));
    t.file.adjustment.replacement = entry(t.file, law::adjustment::replaced{}, "2024-05-06");
    t.file.adjustment.replacement->seq = later;
    BOOST_TEST(!law::problem_unanswered(t.file));
}

BOOST_AUTO_TEST_CASE(a_problem_that_nobody_answered_is_still_answered_when_execution_is_over)
{
    auto t = begun();
    t.enters("execution.reported", progress);
    t.enters("execution.problem_reported", problem);
    t.enters("execution.completed", R"({"completed_on":"2024-05-06","result":"建成"})");
    BOOST_TEST(t.duties() == rules{"execution.problem_answered"});
    t.by("office_secretary", "office");
    t.enters("execution.problem_answered", R"({"answer":"已知悉"})");
    BOOST_TEST(t.stage() == "done");
    BOOST_TEST(t.duties().empty());
}

BOOST_AUTO_TEST_CASE(who_reported_a_problem_is_told_that_it_is_answered)
{
    auto t = begun();
    engine::act what;
    what.kind = "execution.problem_answered";
    auto const told = law::told_of_execution(t.file, what);
    BOOST_TEST_REQUIRE(!told.empty());
    BOOST_TEST(told.front().kind == "news.problem_answered");
    BOOST_TEST(told.front().to.unit == "transport");
    what.kind = "execution.inspected";
    BOOST_TEST(law::told_of_execution(t.file, what).empty());
}

BOOST_AUTO_TEST_CASE(a_report_that_names_the_next_one_lets_it_wait_and_not_the_completion)
{
    auto t = begun();
    BOOST_CHECK(
        t.refused("execution.reported", with(progress, R"({"next_report_on":"2024-05-06"})")) ==
        rules{"R713-34.3"});
    t.enters("execution.reported", with(progress, R"({"next_report_on":"2024-08-06"})"));
    BOOST_TEST(t.duties().contains("execution.reported"));
    BOOST_TEST(!t.duties().contains("execution.completed"));
    auto const& rules_here = built_in_rules().in_force("gd", date("2024-05-06"));
    auto const terms = law::execution_limits(t.file, rules_here);
    BOOST_TEST_REQUIRE(terms.size() == 1u);
    BOOST_TEST(terms[0].name == "execution_report");
    BOOST_TEST(terms[0].rests_until_due);
    t.enters("execution.reported", progress);
    BOOST_TEST(!t.duties().contains("execution.reported"));
    BOOST_TEST(t.duties().contains("execution.completed"));
}

BOOST_AUTO_TEST_CASE(the_completion_waits_for_its_turn_behind_the_answer_to_a_problem)
{
    auto t = begun();
    t.enters("execution.reported", progress);
    BOOST_TEST(t.duties().contains("execution.completed"));
    t.enters("execution.problem_reported", problem);
    BOOST_TEST(!t.duties().contains("execution.completed"));
    t.by("office_secretary", "office");
    t.enters("execution.problem_answered", R"({"answer":"继续执行"})");
    BOOST_TEST(t.duties().contains("execution.completed"));
}

BOOST_AUTO_TEST_CASE(who_completes_hears_what_is_still_open)
{
    auto t = issued_case();
    t.enters("execution.unit_named", with(named, R"({"due_on":"2024-06-28"})"));
    t.on("2024-05-06").by("executor", "transport");
    t.enters("execution.reported", progress);
    t.enters("execution.problem_reported", problem);
    law::evaluation::data_requested request{};
    request.from_unit = "transport";
    t.file.evaluation.requests.push_back(entry(t.file, request, "2024-05-06"));
    BOOST_CHECK(
        t.advised("execution.completed", R"({"completed_on":"2024-05-06","result":"完成"})") ==
        (rules{"R713-34.3", "R713-35.1", "GD21-50.1"}));
}

BOOST_AUTO_TEST_CASE(inspections_opinions_and_problems_are_recorded_at_any_time)
{
    auto t = begun();
    t.enters("execution.citizen_opinion_received", opinion);
    t.enters("execution.problem_reported", problem);
    t.by("office_secretary", "office");
    t.enters("execution.inspected", R"({"inspected_on":"2024-05-06","findings":"偏慢"})");
    BOOST_CHECK(t.refused("execution.inspected",
                          R"({"inspected_on":"2024-05-07","findings":"慢"})") == rules{"JC-3"});
    BOOST_TEST(t.stage() == "begun");
    BOOST_TEST(t.file.execution.opinions.size() == 1u);
    BOOST_TEST(t.file.execution.inspections.size() == 1u);
    BOOST_TEST(t.file.execution.problems.size() == 1u);
}

BOOST_AUTO_TEST_CASE(the_head_suspends_only_what_is_in_trouble_and_urgent)
{
    auto t = begun();
    t.by("head_of_government", "office");
    BOOST_CHECK(t.refused("execution.suspended", suspension()) == rules{"R713-37.2"});
    report_problem(t.file);
    BOOST_CHECK(t.refused("execution.suspended", suspension(R"({"urgent":false})")) ==
                rules{"R713-37.1"});
    t.by("office_secretary", "office");
    BOOST_CHECK(t.refused("execution.suspended", suspension()) == rules{"R713-37.2"});
    t.by("head_of_government", "office").enters("execution.suspended", suspension());
    BOOST_TEST(t.stage() == "halted");
}

BOOST_AUTO_TEST_CASE(in_heilongjiang_losses_are_limited)
{
    auto t = begun("hlj");
    report_problem(t.file);
    t.by("head_of_government", "office");
    BOOST_CHECK(t.refused("execution.suspended", suspension()) == rules{"HLJ-50.2"});
    t.enters("execution.suspended", suspension(R"({"loss_limiting":"封存物资"})"));
}

BOOST_AUTO_TEST_CASE(a_suspension_is_explained_at_a_meeting_afterwards)
{
    auto t = suspended_case();
    BOOST_TEST(t.duties().contains("execution.suspension_explained"));
    BOOST_TEST(law::suspension_unexplained(t.file));
    BOOST_CHECK(t.refused("execution.suspension_explained",
                          explanation(R"({"met_on":"2024-05-05"})")) == rules{"GD21-45.3"});
    BOOST_CHECK(t.refused("execution.suspension_explained",
                          explanation(R"({"met_on":"2024-05-14"})")) == rules{"JC-3"});
    t.enters("execution.suspension_explained", explanation());
    BOOST_TEST(!law::suspension_unexplained(t.file));
    BOOST_CHECK(t.refused("execution.suspension_explained", explanation()) == rules{"GD21-45.3"});
}

BOOST_AUTO_TEST_CASE(a_suspension_is_explained_at_a_meeting_of_a_kind_that_decides_there)
{
    auto const plenary_alone = book_of(
        "gd",
        {{.key = "meeting.kinds",
          .value = std::vector<std::string>{"plenary"},
          .rule = "GD21-37.1"},
         {.key = "execution.suspension_explanation_required", .value = true, .rule = "GD21-45.3"}});
    auto t = suspended_case();
    t.under(plenary_alone);
    BOOST_CHECK(t.refused("execution.suspension_explained", explanation()) == rules{"GD21-45.3"});
    t.enters("execution.suspension_explained", explanation(R"({"meeting":"plenary"})"));
}

BOOST_AUTO_TEST_CASE(the_duty_to_explain_outlives_the_suspension)
{
    auto t = suspended_case();
    t.by("head_of_government", "office").enters("execution.resumed", R"({"reason":"消除"})");
    BOOST_TEST(t.stage() == "executing");
    t.by("executor", "transport");
    auto const done = R"({"completed_on":"2024-05-13","result":"完成"})";
    BOOST_CHECK(t.refused("execution.completed", done) == rules{"GD21-45.3"});
    t.by("office_secretary", "office").enters("execution.suspension_explained", explanation());
    t.by("executor", "transport").enters("execution.completed", done);
}

BOOST_AUTO_TEST_CASE(where_no_explanation_is_asked_none_holds_up_the_completion)
{
    auto t = suspended_case("hlj");
    BOOST_TEST(!t.duties().contains("execution.suspension_explained"));
    t.by("head_of_government", "office").enters("execution.resumed", R"({"reason":"消除"})");
    t.by("executor", "transport");
    t.enters("execution.completed", R"({"completed_on":"2024-05-13","result":"完成"})");
}

BOOST_AUTO_TEST_CASE(nothing_is_explained_that_was_not_suspended)
{
    auto t = begun();
    t.by("office_secretary", "office");
    BOOST_CHECK(t.refused("execution.suspension_explained",
                          explanation(R"({"met_on":"2024-05-06"})")) == rules{"GD21-45.3"});
}

BOOST_AUTO_TEST_CASE(a_replaced_decision_is_no_longer_executed)
{
    auto t = begun();
    t.follows("adjustment.replaced", R"({"new_case":"JC2024-0009","decided_on":"2024-05-06"})");
    BOOST_TEST(t.stage() == "replaced");
    BOOST_CHECK(t.refused("execution.reported", progress) == rules{"R713-34.3"});
}

BOOST_AUTO_TEST_CASE(a_unit_is_waited_for_once_the_decision_is_issued)
{
    trial undecided(law::make_execution());
    BOOST_TEST(undecided.duties().empty());
    BOOST_TEST(issued_case().duties() == rules{"execution.unit_named"});
}

BOOST_AUTO_TEST_SUITE_END()
