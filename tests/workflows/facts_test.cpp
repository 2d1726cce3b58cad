#include "tests/workflows/bodies.hpp"
#include "workflows/major_decision/procedure.hpp"

#include <map>

using tests::trial;
using namespace workflows::major_decision;

namespace {

/// The rows of a section by their labels, each value as text.
std::map<std::string, std::string> rows_of(dossier const& file, std::string_view title)
{
    std::map<std::string, std::string> found;
    auto const told = facts(file);
    for (auto const& section : told.at("sections").as_array())
        if (section.at("title").as_string() == title)
            for (auto const& row : section.at("rows").as_array())
                found.emplace(row.at("label").as_string(), boost::json::serialize(row.at("value")));
    return found;
}

trial assessed(std::string_view body)
{
    trial t(make_drafting());
    tests::start(t, "");
    t.on("2024-02-01");
    t.enters("drafting.assessed", body);
    return t;
}

} // namespace

BOOST_AUTO_TEST_SUITE(facts_test)

BOOST_AUTO_TEST_CASE(everything_that_the_matter_was_said_to_touch_is_among_the_facts)
{
    auto const t = assessed(R"({"technical": true, "risk_domains": ["social_stability"],
        "operators_affected": true, "business_related": true,
        "special_groups": ["elderly", "farmers"], "vital_interests": true,
        "large_disagreement": true, "wide_concern": true, "exploratory_reform": true,
        "units_concerned": ["finance", "civil"], "hearing_law": "价格法"})");
    auto const rows = rows_of(t.file, "section.touches");
    for (auto const* name :
         {"technical", "risk_domains", "operators_affected", "business_related", "special_groups",
          "vital_interests", "large_disagreement", "wide_concern", "exploratory_reform",
          "units_concerned", "hearing_law"})
        BOOST_TEST(rows.contains(std::string("field.") + name), name);
    auto const& groups = rows.at("field.special_groups");
    BOOST_TEST(groups.find("choice.special_group.elderly") != std::string::npos);
    BOOST_TEST(groups.find("choice.special_group.farmers") != std::string::npos);
    auto const& units = rows.at("field.units_concerned");
    BOOST_TEST(units.find("finance") != std::string::npos);
    BOOST_TEST(units.find("civil") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(why_a_step_is_left_out_is_among_the_facts)
{
    auto const t = assessed(R"({"not_technical_reason": "常规工程",
        "no_risk_reason": "不影响他人"})");
    auto const rows = rows_of(t.file, "section.touches");
    BOOST_TEST(rows.at("field.not_technical_reason").find("常规工程") != std::string::npos);
    BOOST_TEST(rows.at("field.no_risk_reason").find("不影响他人") != std::string::npos);
    BOOST_TEST(!rows.contains("field.special_groups"));
}

BOOST_AUTO_TEST_CASE(what_came_after_the_decision_is_among_the_facts)
{
    trial t(make_execution());
    tests::start(t, "");
    execution::unit_named named{};
    named.executor = "transport";
    named.tasks = "按方案实施";
    named.due_on = engine::parse_day("2024-12-31");
    t.file.execution.executor.emplace().body = named;
    execution::problem_reported problem{};
    problem.description = "政策调整";
    t.file.execution.problems.emplace_back().body = problem;
    publication::text_signed text{};
    text.document_number = "高府〔2024〕1号";
    text.signed_by = "黄丽华";
    t.file.publication.signing.emplace().body = text;
    t.file.evaluation.order.emplace().body.evaluator = "finance";
    evaluation::reported report{};
    report.advice = evaluation::evaluation_advice::adjust;
    t.file.evaluation.report.emplace().body = report;
    adjustment::minor_decided minor{};
    minor.decision = "定额调低一成";
    t.file.adjustment.minor.emplace_back().body = minor;
    auto const executed = rows_of(t.file, "section.execution");
    BOOST_TEST(executed.at("field.tasks").find("按方案实施") != std::string::npos);
    BOOST_TEST(executed.at("field.due_on").find("2024-12-31") != std::string::npos);
    BOOST_TEST(executed.at("act.execution.problem_reported").find("政策调整") != std::string::npos);
    auto const issued = rows_of(t.file, "section.issue");
    BOOST_TEST(issued.at("field.document_number").find("1号") != std::string::npos);
    BOOST_TEST(issued.at("field.signed_by").find("黄丽华") != std::string::npos);
    auto const judged = rows_of(t.file, "section.evaluation");
    BOOST_TEST(judged.at("field.advice").find("adjust") != std::string::npos);
    auto const changed = rows_of(t.file, "section.adjustment");
    BOOST_TEST(changed.at("act.adjustment.minor_decided").find("一成") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
