#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"
#include "tests/web/public_house.hpp"

#include <boost/test/unit_test.hpp>

// The forms of execution, evaluation and adjustment: what is on file stands beside them and in
// them, to be read and not to be typed again.

using tests::has;
using tests::home_of;

namespace {

namespace json = boost::json;

/// A district of its own, whose cases are used up.
tests::demo_house& at()
{
    static tests::demo_house one;
    return one;
}

long long case_waiting_for(std::string const& login, std::string const& kind)
{
    auto const desk = at().view(login, "/?kind=" + kind);
    auto const& rows = desk.at("rows").as_array();
    BOOST_TEST_REQUIRE(!rows.empty());
    return rows.front().at("case").as_int64();
}

void enters(std::string const& who, long long id, std::string const& kind, json::object body)
{
    static int acts = 0;
    auto const got = at().json(who, "POST", home_of(id) + "/acts",
                               {{"kind", kind},
                                {"act_id", "after-decision-" + std::to_string(++acts)},
                                {"seen", at().view(who, home_of(id)).at("version")},
                                {"body", std::move(body)}});
    BOOST_TEST_REQUIRE(got.status == 201, kind << ": " << got.body.substr(0, 2000));
}

/// The form of an act on the page of a case; empty where there is none.
std::string form(std::string const& who, long long id, std::string const& kind)
{
    auto const page = at().ask(who, "GET", home_of(id)).body;
    auto const start = page.find("id=\"act-" + kind + "\"");
    return start == std::string::npos ? std::string()
                                      : page.substr(start, page.find("</form>", start) - start);
}

json::object act_in(json::object const& step, std::string const& kind)
{
    for (auto const& one : step.at("acts").as_array())
        if (one.at("kind").as_string() == kind)
            return one.as_object();
    return {};
}

/// What is said next of an act that waits, to somebody.
json::object step_with(std::string const& who, long long id, std::string const& kind)
{
    auto const view = at().view(who, home_of(id));
    for (auto const& one : view.at("next").at("steps").as_array())
        if (!act_in(one.as_object(), kind).empty())
            return one.as_object();
    BOOST_FAIL("nothing waits for " + kind + " as " + who + " reads it");
    return {};
}

} // namespace

BOOST_AUTO_TEST_SUITE(after_decision)

BOOST_AUTO_TEST_CASE(the_lead_unit_is_chosen_to_execute)
{
    tests::public_house house;
    auto const on = house.tell("排水管网改造方案", {}, "publication.published");
    house.clock = std::max(house.clock, on.last + std::chrono::hours(1));
    auto const office = house.sign_in("auditor"); // a secretary of the office, there
    auto const page = house.get(on.home(), office.headers + house.html).body;
    auto const form = page.find("id=\"act-execution.unit_named\"");
    BOOST_TEST_REQUIRE(form != std::string::npos);
    BOOST_TEST(
        has(page.substr(form, page.find("</form>", form) - form), "value=\"water\" selected"));
}

BOOST_AUTO_TEST_CASE(units_without_people_who_execute_or_evaluate_cannot_be_chosen_for_it)
{
    auto const id = case_waiting_for("executor", "execution.reported");
    for (auto const* kind : {"execution.unit_named", "evaluation.ordered"}) {
        auto const shown = form("office", id, kind);
        for (auto const* none : {"leaders", "advisers"})
            BOOST_TEST(has(shown, "value=\"" + std::string(none) + "\" disabled"), kind);
        BOOST_TEST(has(shown, "value=\"finance\">"), kind);
    }
}

BOOST_AUTO_TEST_CASE(a_problem_and_a_proposal_stand_above_the_forms_that_answer_them)
{
    auto const id = case_waiting_for("executor", "execution.reported");
    auto const reporting = form("executor", id, "execution.reported");
    BOOST_TEST(has(reporting, "name=\"f.reported_on\""));
    BOOST_TEST(has(reporting, "value=\"2026-06-15\""));
    enters("executor", id, "execution.problem_reported",
           {{"problem", "circumstances_changed"}, {"description", "上游来水减少三成。"}});
    BOOST_TEST(case_waiting_for("mayor", "execution.problem_answered") == id);
    auto const answering = form("mayor", id, "execution.problem_answered");
    auto const words = answering.find("上游来水减少三成。");
    BOOST_TEST_REQUIRE(words != std::string::npos);
    BOOST_TEST(words < answering.find("<details class=\"groundwork\"")); // to be read unfolded
    BOOST_TEST(has(answering, "报告的问题："));
    BOOST_TEST(has(form("office", id, "execution.problem_answered"), "上游来水减少三成。"));
    enters(
        "office", id, "adjustment.proposed",
        {{"ground", "problem_report"}, {"what", "供水定额调低一成。"}, {"reason", "来水减少。"}});
    auto const deciding = form("mayor", id, "adjustment.minor_decided");
    BOOST_TEST(has(deciding, "来水减少。"));
    BOOST_TEST(has(deciding, "供水定额调低一成。</textarea>"));
}

BOOST_AUTO_TEST_CASE(the_next_report_is_proposed_for_half_a_year_later_and_not_after_the_term)
{
    auto const id = case_waiting_for("executor", "execution.reported");
    auto const proposed = [&](char const* due_on) {
        enters("office", id, "execution.unit_named",
               {{"executor", "water"}, {"tasks", "组织实施。"}, {"due_on", due_on}});
        auto const reporting = form("executor", id, "execution.reported");
        auto const field = reporting.find("name=\"f.next_report_on\"");
        BOOST_TEST_REQUIRE(field != std::string::npos);
        auto const from = reporting.rfind('<', field);
        return reporting.substr(from, reporting.find('>', field) - from);
    };
    BOOST_TEST(has(proposed("2027-12-20"), "value=\"2026-12-15\""));
    // when execution ends it is the completion that comes
    BOOST_TEST(!has(proposed("2026-09-20"), "value=\"2026"));
}

BOOST_AUTO_TEST_CASE(the_next_report_rests_until_the_day_that_was_named_and_may_come_sooner)
{
    std::string const reported = "execution.reported";
    auto const id = case_waiting_for("executor", reported);
    json::object report{{"reported_on", "2026-06-15"},
                        {"progress", "完成六成。"},
                        {"quality", "合格。"},
                        {"effect", "好转。"},
                        {"next_report_on", "2026-12-20"}};
    enters("executor", id, reported, report);
    auto const step = step_with("executor", id, reported);
    BOOST_TEST(step.at("waits").as_bool());
    BOOST_TEST(step.at("own").as_bool());
    auto const act = act_in(step, reported);
    BOOST_TEST(act.at("opens_on") == "2026-12-20");
    BOOST_TEST(has(std::string(act.at("when_words").as_string()), "12月20日起，可以提前办理"));
    auto const ready = at().view("executor", "/?ready=1&kind=" + reported);
    for (auto const& row : ready.at("rows").as_array())
        BOOST_TEST(row.at("case").as_int64() != id);
    report["next_report_on"] = "2026-12-21";
    enters("executor", id, reported, report);
}

BOOST_AUTO_TEST_CASE(whom_an_evaluation_must_hear_is_listed_to_be_named)
{
    auto const id = case_waiting_for("executor", "execution.reported");
    enters("office", id, "evaluation.ordered",
           {{"triggers", json::array{"organ_decides"}},
            {"evaluator", "finance"},
            {"did_not_argue_before", true},
            {"reason", "实施已近一年。"}});
    auto const planning = form("head_finance", id, "evaluation.planned");
    for (std::string const kind :
         {"congress_deputy", "consultative_member", "scholar", "organisation"})
        BOOST_TEST(has(planning, "value=\"" + kind + "\" selected"), kind);
}

BOOST_AUTO_TEST_CASE(an_evaluation_waits_for_the_head_of_its_unit_as_for_its_clerks)
{
    auto const id = case_waiting_for("executor", "execution.reported");
    std::string const planned = "evaluation.planned";
    enters("office", id, "evaluation.ordered",
           {{"triggers", json::array{"organ_decides"}},
            {"evaluator", "justice"},
            {"reason", "实施已近一年。"}});
    for (auto const* who : {"head_justice", "clerk_justice"}) {
        BOOST_TEST(case_waiting_for(who, planned) == id, who);
        auto const step = step_with(who, id, planned);
        BOOST_TEST(step.at("own").as_bool(), who);
        BOOST_TEST(act_in(step, planned).at("because") == "", who);
        BOOST_TEST(!form(who, id, planned).empty(), who);
    }
    // whose seat it is not needs no reason
    BOOST_TEST(act_in(step_with("mayor", id, planned), planned).at("because") == "");
}

BOOST_AUTO_TEST_CASE(what_the_file_holds_stands_above_the_form_that_archives_it)
{
    auto const id = case_waiting_for("clerk_agriculture", "archive.archived");
    auto const archiving = form("clerk_agriculture", id, "archive.archived");
    BOOST_TEST(has(archiving, "案卷内容，共"));
    BOOST_TEST(has(archiving, "<li>建议、研究论证和启动决定"));
    // and whoever misses papers there finds where they are brought
    BOOST_TEST(has(archiving, "<a href=\"" + home_of(id) + "#act-archive.part_filed\">"));
    // who brings them reads there what the file holds and lacks
    auto const bringing = form("clerk_agriculture", id, "archive.part_filed");
    BOOST_TEST(has(bringing, "案卷内容，共"));
    BOOST_TEST(!has(bringing, "#act-archive.part_filed\">"));
}

BOOST_AUTO_TEST_SUITE_END()
