#include "tests/workflows/drafts.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;
using namespace workflows::major_decision;
using drafting::change_class;

std::string const plan = R"({"methods":"问卷、走访","plan":)" + document_json(40) + "}";
std::string const heard = R"({"ways":"座谈","opinions":[
    {"kind":"department","from":"公安局","words":"可控"},
    {"kind":"interested_party","from":"沿线居民","words":"担心停水"},
    {"kind":"public_at_large","from":"网民","words":"支持"}]})";
std::string const analysis =
    R"({"points":[{"point":"停水","level":"low","measure":"错峰施工"}],"analysis":"总体较低"})";
std::string const report = R"({"matter_and_process":"略","methods_and_basis":"略",
    "opinions_and_adoption":"略","possible_risks":"略","conclusion":"可控",
    "prevention_and_response":"预案","level":"low","controllable":true,"report":)" +
                           document_json(41) + "}";
std::string const exemption = R"({"earlier_report_title":"环评报告","earlier_report":)" +
                              document_json(42) +
                              R"(,"assessed_on":"2024-01-10","legal_basis":"环境影响评价法",
    "no_material_change":true,"reason":"已依法评估"})";

trial risky(std::string place = "gd")
{
    trial t(make_risk(), std::move(place));
    start(t);
    touches(t).risk_domains = {drafting::risk_domain::social_stability};
    t.follows("drafting.assessed", "{}");
    put_draft(t, change_class::first_draft);
    t.on("2024-03-20").by("sponsor_clerk", "water");
    return t;
}

trial analysed()
{
    auto t = risky();
    t.enters("risk.planned", plan);
    t.enters("risk.opinions_heard", heard);
    t.enters("risk.analysed", analysis);
    return t;
}

trial reported(std::string_view changes = "{}")
{
    auto t = analysed();
    t.enters("risk.reported", with(report, changes));
    return t;
}

} // namespace

BOOST_AUTO_TEST_SUITE(risk_test)

BOOST_AUTO_TEST_CASE(possible_harm_waits_for_an_assessment)
{
    auto t = risky();
    BOOST_TEST(t.stage() == "awaiting_plan");
    touches(t).risk_domains.clear();
    t.follows("drafting.assessed", "{}");
    BOOST_TEST(t.stage() == "not_needed");
    intake::catalogue_item item{};
    item.risk = true;
    t.file.intake.started->body.catalogue = {item};
    t.follows("intake.start_decided",
              R"({"decided_on":"2024-01-08","lead":"water","congress":"none"})");
    BOOST_TEST(t.stage() == "awaiting_plan");
}

BOOST_AUTO_TEST_CASE(whose_word_is_wanted_still_is_known_while_they_are_heard)
{
    auto t = risky();
    t.enters("risk.planned", plan);
    t.enters(
        "risk.opinions_heard",
        R"({"ways":"座谈","opinions":[{"kind":"department","from":"公安局","words":"可控"}]})");
    auto const wanted = [&](std::string const& place) {
        std::vector<std::pair<std::string, long long>> all;
        for (auto const& one : risk_parties_to_hear(
                 t.file, built_in_rules().in_force(place, *engine::parse_day("2024-03-20"))))
            all.emplace_back(engine::name_of(one.of), one.heard);
        return all;
    };
    auto const all = wanted("gd");
    BOOST_TEST_REQUIRE(all.size() == 3u);
    BOOST_TEST(all[0].first == "department");
    BOOST_TEST(all[0].second == 1);
    BOOST_TEST(all[1].first == "interested_party");
    BOOST_TEST(all[1].second == 0);
    BOOST_TEST(all[2].second == 0);
    BOOST_TEST(wanted("cn").size() == 1u);
}

BOOST_AUTO_TEST_CASE(five_steps_lead_to_a_controllable_risk)
{
    auto t = reported();
    BOOST_TEST(t.stage() == "controllable");
    BOOST_TEST(risk_done(t.file));
    BOOST_TEST(risk_controllable(t.file));
}

BOOST_AUTO_TEST_CASE(each_step_is_done_by_who_may_do_it)
{
    auto t = risky();
    t.by("sponsor_clerk", "transport");
    CHECK_RULES(t.refused("risk.planned", plan), "GD21-28.1");
    CHECK_RULES(t.refused("risk.exempted", exemption), "R713-22.2");
    t.by("sponsor_clerk", "water")
        .enters("risk.planned", with(plan, R"({"assessor_unit":"audit"})"));
    CHECK_RULES(t.refused("risk.opinions_heard", heard), "R713-23.2");
    t.by("sponsor_clerk", "audit").enters("risk.opinions_heard", heard);
    t.by("sponsor_clerk", "water");
    CHECK_RULES(t.refused("risk.analysed", analysis), "GD21-28.1");
    t.by("sponsor_clerk", "audit").enters("risk.analysed", analysis);
    t.by("sponsor_clerk", "water");
    CHECK_RULES(t.refused("risk.reported", report), "R713-24.2");
}

BOOST_AUTO_TEST_CASE(an_earlier_assessment_serves_if_nothing_changed)
{
    auto t = risky();
    CHECK_RULES(t.refused("risk.exempted", with(exemption, R"({"no_material_change":false})")),
                "GD21-27.3");
    CHECK_RULES(t.refused("risk.exempted", with(exemption, R"({"assessed_on":"2024-03-21"})")),
                "JC-3");
    t.enters("risk.exempted", exemption);
    BOOST_TEST(t.stage() == "exempt");
    BOOST_TEST(risk_controllable(t.file));
    auto national = risky("cn");
    CHECK_RULES(
        national.advised("risk.exempted", with(exemption, R"({"no_material_change":false})")),
        "R713-22.2");
}

BOOST_AUTO_TEST_CASE(a_third_party_is_qualified)
{
    auto t = risky();
    CHECK_RULES(t.refused("risk.planned", with(plan, R"({"third_party":"某咨询公司"})")),
                "GD21-27.2");
    auto national = risky("cn");
    CHECK_RULES(national.advised("risk.planned", with(plan, R"({"third_party":"某咨询公司"})")),
                "R713-23.3");
    t.enters("risk.planned", with(plan, R"({"third_party":"某咨询公司","qualification":"甲级"})"));
}

BOOST_AUTO_TEST_CASE(a_plan_comes_first_where_the_place_says_so)
{
    auto t = risky();
    CHECK_RULES(t.refused("risk.opinions_heard", heard), "GD21-28.1");
    auto national = risky("cn");
    national.enters("risk.opinions_heard", with(heard, R"({"opinions":[
        {"kind":"department","from":"公安局","words":"可控"}]})"));
    national.enters("risk.reported", report); // 713 alone asks for departments and a report
    BOOST_TEST(national.stage() == "controllable");
}

BOOST_AUTO_TEST_CASE(those_concerned_are_heard)
{
    auto t = risky();
    t.enters("risk.planned", plan);
    CHECK_RULES(t.refused("risk.opinions_heard", with(heard, R"({"opinions":[]})")), "R713-23.2");
    t.enters("risk.opinions_heard", with(heard, R"({"opinions":[
        {"kind":"public_at_large","from":"网民","words":"支持"}]})"));
    CHECK_RULES(t.refused("risk.analysed", analysis), "GD21-28.1", "R713-23.2");
    CHECK_RULES(t.refused("risk.reported", report), "GD21-28.1", "R713-23.2");
    t.enters("risk.opinions_heard", heard);
    CHECK_RULES(t.refused("risk.reported", report), "GD21-28.1"); // not analysed
    CHECK_RULES(t.refused("risk.analysed", with(analysis, R"({"points":[]})")), "R713-23.2");
    t.enters("risk.analysed", analysis);
}

BOOST_AUTO_TEST_CASE(those_concerned_wait_until_all_of_them_were_heard)
{
    auto t = risky();
    t.enters("risk.planned", plan);
    t.enters("risk.opinions_heard", with(heard, R"({"opinions":[
        {"kind":"public_at_large","from":"网民","words":"支持"}]})"));
    BOOST_TEST(t.duties().contains("risk.opinions_heard"));
    t.enters("risk.opinions_heard", with(heard, R"({"opinions":[
        {"kind":"department","from":"公安局","words":"可控"},
        {"kind":"interested_party","from":"沿线居民","words":"担心停水"}]})"));
    BOOST_TEST((t.duties() == std::set<std::string>{"risk.analysed"}));
    t.enters("risk.analysed", analysis);
    BOOST_TEST((t.duties() == std::set<std::string>{"risk.reported"}));
    auto national = risky("cn"); // 713 alone asks for departments only
    national.enters("risk.opinions_heard", with(heard, R"({"opinions":[
        {"kind":"public_at_large","from":"网民","words":"支持"}]})"));
    BOOST_TEST(national.duties().contains("risk.opinions_heard"));
    national.enters("risk.opinions_heard", with(heard, R"({"opinions":[
        {"kind":"department","from":"公安局","words":"可控"}]})"));
    BOOST_TEST((national.duties() == std::set<std::string>{"risk.reported"}));
}

BOOST_AUTO_TEST_CASE(nothing_is_heard_about_no_draft)
{
    trial t(make_risk());
    start(t);
    t.by("sponsor_clerk", "water").enters("risk.planned", plan);
    CHECK_RULES(t.refused("risk.opinions_heard", heard), "R713-12.1");
}

BOOST_AUTO_TEST_CASE(the_report_has_six_parts)
{
    auto t = analysed();
    BOOST_TEST((t.malformed("risk.reported", with(report, R"({"possible_risks":null})")) ==
                rules{"possible_risks"}));
}

BOOST_AUTO_TEST_CASE(the_place_knows_its_levels)
{
    auto t = risky("sd");
    t.enters("risk.planned", plan);
    t.enters("risk.opinions_heard", heard);
    t.enters("risk.analysed", analysis);
    CHECK_RULES(t.refused("risk.reported", with(report, R"({"level":"very_high"})")), "SD-38.1");
}

BOOST_AUTO_TEST_CASE(a_place_may_name_levels_that_block_and_levels_that_ask_for_a_statement)
{
    auto const reported_where = [](char const* key, char const* rule, std::string const& changes) {
        auto const place =
            book_of("cn", {{.key = key, .value = std::vector<std::string>{"high"}, .rule = rule}});
        auto t = risky("cn");
        t.enters("risk.planned", plan);
        t.enters("risk.opinions_heard", heard);
        t.enters("risk.analysed", analysis);
        t.under(place);
        return rules_of(t.judge("risk.reported", with(report, changes)).answer.refusals);
    };
    auto const blocking = [&](std::string const& changes) {
        return reported_where("risk.blocking_levels", "R713-24.3", changes);
    };
    BOOST_CHECK(blocking(R"({"level":"medium"})") == rules{});
    BOOST_CHECK(blocking(R"({"level":"high"})") == rules{"R713-24.3"});
    BOOST_CHECK(blocking(R"({"level":"high","controllable":false})") == rules{});
    auto const to_be_stated = [&](std::string const& changes) {
        return reported_where("risk.statement_levels", "R713-24.1", changes);
    };
    BOOST_CHECK(to_be_stated(R"({"level":"medium"})") == rules{});
    BOOST_CHECK(to_be_stated(R"({"level":"high"})") == rules{"R713-24.1"});
    BOOST_CHECK(to_be_stated(R"({"level":"high","special_statement":"另报"})") == rules{});
}

BOOST_AUTO_TEST_CASE(who_wrote_the_report_does_not_examine_it)
{
    auto t = risky("hlj");
    t.enters("risk.planned", plan);
    t.enters("risk.opinions_heard", heard);
    t.enters("risk.analysed", analysis);
    CHECK_RULES(t.refused("risk.reported", report), "HLJ-30.1");
    CHECK_RULES(
        t.refused("risk.reported", with(report, R"({"written_by":"甲","examined_by":"甲"})")),
        "HLJ-30.1");
    t.enters("risk.reported", with(report, R"({"written_by":"甲","examined_by":"乙"})"));
}

BOOST_AUTO_TEST_CASE(uncontrollable_risk_leads_back_to_the_draft)
{
    auto t = reported(R"({"controllable":false,"level":"high"})");
    BOOST_TEST(t.stage() == "uncontrollable");
    BOOST_TEST(risk_done(t.file));
    BOOST_TEST(!risk_controllable(t.file));
    put_draft(t, change_class::substantive);
    tell_draft(t);
    BOOST_TEST(t.stage() == "hearing_parties");
    t.enters("risk.opinions_heard", heard);
    t.enters("risk.analysed", analysis);
    t.enters("risk.reported", report);
    BOOST_TEST(risk_controllable(t.file));
}

BOOST_AUTO_TEST_CASE(other_measures_may_bring_the_risk_under_control)
{
    auto t = reported(R"({"controllable":false,"level":"high"})");
    t.enters("risk.planned", plan);
    BOOST_TEST(t.stage() == "hearing_parties");
    // What was heard for the first report does not serve the second.
    t.enters("risk.opinions_heard", with(heard, R"({"opinions":[
        {"kind":"department","from":"公安局","words":"可控"}]})"));
    CHECK_RULES(t.refused("risk.analysed", analysis), "GD21-28.1");
}

BOOST_AUTO_TEST_CASE(a_substantive_change_asks_for_a_new_assessment_unless_waived)
{
    auto t = reported();
    put_draft(t, change_class::substantive);
    tell_draft(t);
    BOOST_TEST(t.stage() == "hearing_parties");
    BOOST_TEST(!risk_done(t.file));
    confirm_change(t, change_class::substantive, {drafting::repeatable_step::risk});
    tell_confirmation(t);
    BOOST_TEST(t.stage() == "controllable");
    BOOST_TEST(risk_controllable(t.file));
    auto halfway = analysed();
    put_draft(halfway, change_class::substantive);
    tell_draft(halfway);
    BOOST_TEST(halfway.stage() == "hearing_parties");
}

BOOST_AUTO_TEST_CASE(the_reviewer_can_send_back_to_the_assessment)
{
    auto t = reported();
    legality_review::concluded body{};
    body.missing_steps = {legality_review::statutory_step::risk};
    t.file.legality_review.sent_back.push_back(on_record(t, body, 1000));
    BOOST_TEST(!risk_done(t.file));
    t.follows("legality_review.concluded", R"({"power_finding":"是","procedure_finding":"否",
        "content_finding":"是","outcome":"complete_procedure","author":"审查员","opinion":)" +
                                               document_json(60) + "}");
    BOOST_TEST(t.stage() == "hearing_parties");
}

BOOST_AUTO_TEST_CASE(a_new_plan_leaves_the_earlier_one_on_file)
{
    auto t = risky();
    t.enters("risk.planned", with(plan, R"({"assessor_unit":"audit"})"));
    t.enters("risk.planned", plan);
    BOOST_TEST_REQUIRE(t.file.risk.earlier_plans.size() == 1u);
    BOOST_TEST((t.file.risk.earlier_plans.front().body.assessor_unit == "audit"));
}

BOOST_AUTO_TEST_SUITE_END()
