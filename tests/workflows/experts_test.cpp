#include "tests/workflows/drafts.hpp"
#include "tests/workflows/hearing_trial.hpp"
#include "workflows/major_decision/procedure.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;
using namespace workflows::major_decision;
using drafting::change_class;

std::string const selection = R"({"form":"meeting","selection_reason":"专业对口","experts":[
    {"name":"甲","institution":"水利大学","field":"sector","pool":"own_pool","undertook_secrecy":true,"dissenting_view":true},
    {"name":"乙","institution":"法学院","field":"law","pool":"own_pool","undertook_secrecy":true}]})";
std::string const opinions = R"({"held_on":"2024-03-20","opinions":[
    {"name":"甲","stance":"supports_with_changes","words":"应补充应急供水","points":["补充应急供水"],"has_signed":true},
    {"name":"乙","stance":"supports","words":"同意","has_signed":true}]})";
std::string const report =
    R"({"conclusion":"可行","responses":[{"point":"补充应急供水","outcome":"adopted"}],"report":)" +
    document_json(50) + "}";

std::string papers(std::string_view given_on)
{
    return R"({"given_on":")" + std::string(given_on) + R"(","focus":"供水方案","documents":[)" +
           document_json(101) + "," + document_json(201) + "]}";
}

trial technical(std::string place = "gd")
{
    trial t(make_experts(), std::move(place));
    start(t);
    touches(t).technical = true;
    t.follows("drafting.assessed", "{}");
    put_draft(t, change_class::first_draft);
    t.on("2024-03-20").by("sponsor_clerk", "water");
    return t;
}

trial selected()
{
    auto t = technical();
    t.enters("experts.selected", selection);
    return t;
}

trial reported()
{
    auto t = selected();
    t.enters("experts.materials_given", papers("2024-03-10"));
    t.enters("experts.opined", opinions);
    t.enters("experts.reported", report);
    return t;
}

} // namespace

BOOST_AUTO_TEST_SUITE(experts_test)

BOOST_AUTO_TEST_CASE(a_technical_matter_waits_for_experts)
{
    auto t = technical();
    BOOST_TEST(t.stage() == "awaiting_selection");
    touches(t).technical = false;
    t.follows("drafting.assessed", "{}");
    BOOST_TEST(t.stage() == "not_needed");
    t.enters("experts.selected", selection); // experts may be asked without need
    BOOST_TEST(t.stage() == "preparing");
}

BOOST_AUTO_TEST_CASE(whoever_asks_experts_without_need_is_told_so_beside_the_form)
{
    auto const words_beside = [](trial& t) {
        std::string words;
        for (auto const& offer : t.offers())
            if (offer.kind == "experts.selected")
                for (auto const& one : offer.remarks)
                    words += one.words.id;
        return words;
    };
    auto t = technical();
    BOOST_TEST(words_beside(t).empty());
    touches(t).technical = false;
    t.follows("drafting.assessed", "{}");
    BOOST_TEST(words_beside(t).find("无须组织专家论证") != std::string::npos);
    t.file.drafting.touches.reset();
    BOOST_TEST(words_beside(t).find("还不能确定") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_outlook_counts_days_before_a_meeting_only_where_experts_meet)
{
    auto const reached_in = [](char const* form) {
        auto t = technical();
        t.enters("experts.selected", with(selection, R"({"form":")" + std::string(form) + "\"}"));
        auto const today = *engine::parse_day("2024-03-20");
        for (auto const& one : outlook(t.file, tests::a_hearing::law_of("gd"),
                                       {tests::built_in_rules(), tests::built_in_days(), today}))
            if (one.name == "experts")
                return engine::to_text(one.earliest);
        return std::string();
    };
    BOOST_TEST(reached_in("meeting") > "2024-03-20");
    BOOST_TEST(reached_in("written") == "2024-03-20");
}

BOOST_AUTO_TEST_CASE(the_catalogue_can_demand_experts)
{
    trial t(make_experts());
    start(t);
    BOOST_TEST(!experts_required(t.file));
    intake::catalogue_item item{};
    item.experts = true;
    t.file.intake.started->body.catalogue = {item};
    t.follows("intake.start_decided",
              R"({"decided_on":"2024-01-08","lead":"water","congress":"none"})");
    BOOST_TEST(t.stage() == "awaiting_selection");
    BOOST_TEST(experts_required(t.file));
}

BOOST_AUTO_TEST_CASE(an_argument_goes_from_selection_to_report)
{
    auto t = reported();
    BOOST_TEST(t.stage() == "done");
    BOOST_TEST(experts_done(t.file));
}

BOOST_AUTO_TEST_CASE(nobody_but_the_sponsor_selects)
{
    auto t = technical();
    t.by("sponsor_clerk", "transport");
    CHECK_RULES(t.refused("experts.selected", selection), "R713-19.1");
    trial idle(make_experts());
    idle.by("sponsor_clerk", "water");
    CHECK_RULES(idle.refused("experts.selected", selection), "R713-11.1", "R713-19.1");
}

BOOST_AUTO_TEST_CASE(selection_has_somebody_once)
{
    auto t = technical();
    CHECK_RULES(t.refused("experts.selected", with(selection, R"({"experts":[]})")), "R713-20.1");
    CHECK_RULES(t.refused("experts.selected", with(selection, R"({"form":"commissioned"})")),
                "R713-20.1");
    CHECK_RULES(t.refused("experts.selected", with(selection, R"({"experts":[
        {"name":"甲","institution":"水利大学","field":"sector","pool":"own_pool","undertook_secrecy":true},
        {"name":"甲","institution":"水利大学","field":"law","pool":"own_pool","undertook_secrecy":true}]})")),
                "R713-20.1");
}

BOOST_AUTO_TEST_CASE(an_interested_expert_is_not_selected)
{
    auto t = technical();
    CHECK_RULES(t.refused("experts.selected", with(selection, R"({"experts":[
        {"name":"甲","institution":"供水公司","field":"sector","pool":"own_pool","undertook_secrecy":true,"has_interest":true}]})")),
                "R713-20.2");
    CHECK_RULES(t.refused("experts.selected", with(selection, R"({"form":"commissioned",
        "institution":"供水公司","institution_has_interest":true})")),
                "R713-20.2");
}

BOOST_AUTO_TEST_CASE(experts_undertake_secrecy)
{
    auto t = technical();
    CHECK_RULES(t.refused("experts.selected", with(selection, R"({"experts":[
        {"name":"甲","institution":"水利大学","field":"sector","pool":"own_pool"}]})")),
                "R713-19.2");
}

BOOST_AUTO_TEST_CASE(a_place_may_ask_for_more_experts_of_a_certain_mix)
{
    auto t = technical("sd");
    CHECK_RULES(t.refused("experts.selected", selection), "SD-31.2", "SD-31.3");
    auto h = technical("hlj");
    CHECK_RULES(h.refused("experts.selected", selection), "HLJ-24.3");
    CHECK_RULES(h.refused("experts.selected", with(selection, R"({"complex":true,"experts":[
        {"name":"甲","institution":"大学","field":"sector","pool":"own_pool","undertook_secrecy":true},
        {"name":"乙","institution":"大学","field":"law","pool":"own_pool","undertook_secrecy":true},
        {"name":"丙","institution":"大学","field":"risk","pool":"own_pool","undertook_secrecy":true}]})")),
                "HLJ-24.3");
    CHECK_RULES(h.advised("experts.selected", with(selection, R"({"few_reason":"专业冷僻"})")),
                "HLJ-24.3");
}

BOOST_AUTO_TEST_CASE(dissent_is_advised)
{
    auto t = technical();
    CHECK_RULES(t.advised("experts.selected", with(selection, R"({"experts":[
        {"name":"甲","institution":"水利大学","field":"sector","pool":"own_pool","undertook_secrecy":true}]})")),
                "R713-20.2");
}

BOOST_AUTO_TEST_CASE(a_new_selection_leaves_the_earlier_one_on_file)
{
    auto t = selected();
    t.enters("experts.selected", selection);
    BOOST_TEST(t.file.experts.earlier_selections.size() == 1u);
    BOOST_TEST(!t.file.experts.earlier_selections.front().body.experts.empty());
}

BOOST_AUTO_TEST_CASE(papers_hold_the_current_draft_and_its_explanation)
{
    auto t = selected();
    CHECK_RULES(
        t.refused("experts.materials_given", with(papers("2024-03-10"), R"({"documents":[]})")),
        "GD21-22.2", "JC-2");
    CHECK_RULES(t.refused("experts.materials_given", papers("2024-03-21")), "JC-3");
    t.by("sponsor_clerk", "transport");
    CHECK_RULES(t.refused("experts.materials_given", papers("2024-03-10")), "GD21-22.2");
}

BOOST_AUTO_TEST_CASE(papers_wait_for_a_draft)
{
    trial t(make_experts());
    start(t);
    t.by("sponsor_clerk", "water").enters("experts.selected", selection);
    CHECK_RULES(t.refused("experts.materials_given", papers("2024-02-10")), "R713-12.1");
}

BOOST_AUTO_TEST_CASE(a_meeting_follows_its_papers_by_seven_days)
{
    auto t = selected();
    CHECK_RULES(t.refused("experts.opined", opinions), "GD21-22.2");
    t.enters("experts.materials_given", papers("2024-03-14"));
    auto const judged = t.judge("experts.opined", opinions);
    BOOST_TEST(!judged.admitted());
    BOOST_TEST(engine::to_text(engine::opens_on(judged.answer.refusals).value()) == "2024-03-21");
    t.on("2024-03-22");
    CHECK_RULES(t.refused("experts.opined", opinions), "GD21-22.2"); // held on the 20th
    CHECK_RULES(t.refused("experts.opined", with(opinions, R"({"held_on":"2024-03-23"})")), "JC-3");
    CHECK_RULES(t.advised("experts.opined", with(opinions, R"({"held_on":"2024-03-21"})")),
                "GD21-22.2");
    BOOST_TEST(t.stage() == "reporting");
}

BOOST_AUTO_TEST_CASE(a_place_may_give_working_days_to_study)
{
    auto t = technical("sd");
    t.enters("experts.selected",
             with(selection, R"({"form":"written","few_reason":"冷僻","experts":[
        {"name":"甲","institution":"大学","field":"sector","pool":"own_pool","undertook_secrecy":true},
        {"name":"丙","institution":"大学","field":"sector","pool":"own_pool","undertook_secrecy":true},
        {"name":"乙","institution":"法学院","field":"law","pool":"own_pool","undertook_secrecy":true}]})"));
    t.enters("experts.materials_given", papers("2024-03-12"));
    CHECK_RULES(t.refused("experts.opined", opinions), "SD-34.1");
    t.on("2024-03-21").enters("experts.opined", with(opinions, R"({"held_on":"2024-03-21"})"));
}

BOOST_AUTO_TEST_CASE(only_signed_opinions_of_the_selected_count)
{
    auto t = selected();
    t.enters("experts.materials_given", papers("2024-03-10"));
    CHECK_RULES(t.refused("experts.opined", with(opinions, R"({"opinions":[]})")), "R713-19.3");
    CHECK_RULES(t.refused("experts.opined", with(opinions, R"({"opinions":[
        {"name":"丁","stance":"supports","words":"同意","has_signed":true}]})")),
                "R713-20.2");
    CHECK_RULES(t.refused("experts.opined", with(opinions, R"({"opinions":[
        {"name":"甲","stance":"supports","words":"同意"}]})")),
                "R713-19.3");
    CHECK_RULES(t.refused("experts.opined", with(opinions, R"({"opinions":[
        {"name":"甲","stance":"opposes","words":"不可行","has_signed":true}]})")),
                "R713-29.3");
    CHECK_RULES(t.refused("experts.expert_excluded", R"({"name":"丁","reason":"有利害关系"})"),
                "R713-20.2");
    t.enters("experts.expert_excluded", R"({"name":"甲","reason":"有利害关系"})");
    CHECK_RULES(t.refused("experts.opined", opinions), "R713-20.2");
}

BOOST_AUTO_TEST_CASE(an_institution_seals)
{
    auto t = technical();
    t.enters("experts.selected",
             R"({"form":"commissioned","institution":"设计院","selection_reason":"甲级"})");
    auto const one =
        R"({"held_on":"2024-03-20","opinions":[{"name":"设计院","stance":"supports","words":"可行","has_signed":true}]})";
    CHECK_RULES(t.refused("experts.opined", one), "R713-19.3");
    t.enters(
        "experts.opined",
        with(
            one,
            R"({"opinions":[{"name":"设计院","stance":"supports","words":"可行","has_sealed":true}]})"));
    t.enters("experts.reported", with(report, R"({"responses":[]})"));
    BOOST_TEST(experts_done(t.file));
}

BOOST_AUTO_TEST_CASE(the_report_answers_each_point)
{
    auto t = selected();
    t.enters("experts.materials_given", papers("2024-03-10"));
    t.enters("experts.opined", opinions);
    CHECK_RULES(t.refused("experts.reported", with(report, R"({"responses":[]})")), "R713-29.3");
    CHECK_RULES(t.refused("experts.reported", with(report, R"({"responses":[
        {"point":"补充应急供水","outcome":"not_adopted"}]})")),
                "GD21-24.2");
    CHECK_RULES(t.refused("experts.reported", with(report, R"({"report":null})")), "GD21-24.1");
    CHECK_RULES(t.refused("experts.reported", with(report, R"({"told_experts_on":"2024-03-21"})")),
                "JC-3");
    t.enters("experts.reported", report);
}

BOOST_AUTO_TEST_CASE(a_point_that_several_experts_made_is_answered_once_and_one_who_left_has_none)
{
    auto t = selected();
    t.enters("experts.materials_given", papers("2024-03-10"));
    t.enters("experts.opined", R"({"held_on":"2024-03-20","opinions":[
        {"name":"甲","stance":"opposes","words":"不可行","points":["补充应急供水","缓办"],"has_signed":true},
        {"name":"乙","stance":"supports","words":"可","points":["补充应急供水"],"has_signed":true}]})");
    using names = std::vector<std::string>;
    auto const both = advice_to_answer(t.file);
    BOOST_TEST_REQUIRE(both.size() == 2u);
    BOOST_TEST(both[0].point == "补充应急供水");
    BOOST_CHECK(both[0].experts == (names{"甲", "乙"}));
    BOOST_TEST(both[1].point == "缓办");
    t.enters("experts.expert_excluded", R"({"name":"甲","reason":"隐瞒利害关系"})");
    auto const left = advice_to_answer(t.file);
    BOOST_TEST_REQUIRE(left.size() == 1u);
    BOOST_CHECK(left[0].experts == names{"乙"});
}

BOOST_AUTO_TEST_CASE(a_place_may_ask_that_experts_are_told)
{
    auto t = technical("sd");
    t.file.experts.selection = on_record(t, experts::selected{}, 5);
    t.file.experts.selection->body.experts.push_back({});
    t.file.experts.selection->body.experts.back().name = "甲";
    t.file.experts.selection->body.few_reason = "冷僻";
    t.enters(
        "experts.selected",
        with(selection, R"({"few_reason":"冷僻","form":"commissioned","institution":"设计院"})"));
    t.enters("experts.materials_given", papers("2024-03-01"));
    t.enters(
        "experts.opined",
        R"({"held_on":"2024-03-20","opinions":[{"name":"设计院","stance":"supports","words":"可行","has_sealed":true}]})");
    auto const plain = R"({"conclusion":"可行"})";
    CHECK_RULES(t.refused("experts.reported", plain), "SD-35.1");
    t.enters("experts.reported", with(plain, R"({"told_experts_on":"2024-03-20"})"));
}

BOOST_AUTO_TEST_CASE(an_expert_excluded_afterwards_reopens_the_report)
{
    auto t = reported();
    t.enters("experts.expert_excluded", R"({"name":"甲","reason":"隐瞒利害关系"})");
    BOOST_TEST(t.stage() == "reporting");
    BOOST_TEST(!experts_done(t.file));
    BOOST_TEST((t.duties() == std::set<std::string>{"experts.reported"}));
    CHECK_RULES(t.advised("experts.reported", with(report, R"({"responses":[]})")), "R713-19.3");
    BOOST_TEST(experts_done(t.file));
}

BOOST_AUTO_TEST_CASE(no_report_without_an_opinion_that_counts)
{
    auto t = reported();
    t.enters("experts.expert_excluded", R"({"name":"甲","reason":"隐瞒利害关系"})");
    t.enters("experts.expert_excluded", R"({"name":"乙","reason":"不履职"})");
    CHECK_RULES(t.refused("experts.reported", report), "R713-19.3");
    BOOST_TEST(t.duties().contains("experts.selected")); // nobody is left who could be heard
    BOOST_TEST(!t.duties().contains("experts.opined"));
}

BOOST_AUTO_TEST_CASE(too_few_opinions_give_no_report_where_a_number_is_set)
{
    auto t = technical("hlj");
    t.enters("experts.selected", with(selection, R"({"form":"written","experts":[
        {"name":"甲","institution":"大学","field":"sector","pool":"own_pool","undertook_secrecy":true},
        {"name":"乙","institution":"大学","field":"law","pool":"own_pool","undertook_secrecy":true},
        {"name":"丙","institution":"大学","field":"risk","pool":"own_pool","undertook_secrecy":true}]})"));
    t.enters("experts.opined", opinions);
    CHECK_RULES(t.refused("experts.reported", report), "HLJ-24.3");
    BOOST_TEST(t.duties().contains("experts.opined")); // the third has not been heard
    t.enters("experts.expert_excluded", R"({"name":"丙","reason":"不履职"})");
    BOOST_TEST(t.duties().contains("experts.selected"));
    BOOST_TEST(!t.duties().contains("experts.opined"));
}

BOOST_AUTO_TEST_CASE(a_substantive_change_asks_for_a_new_argument_unless_waived)
{
    auto t = reported();
    put_draft(t, change_class::substantive);
    tell_draft(t);
    BOOST_TEST(t.stage() == "preparing");
    BOOST_TEST(!experts_done(t.file));
    confirm_change(t, change_class::substantive, {drafting::repeatable_step::experts});
    tell_confirmation(t);
    BOOST_TEST(t.stage() == "done");
    BOOST_TEST(experts_done(t.file));

    auto edited = reported();
    put_draft(edited, change_class::editorial);
    tell_draft(edited);
    BOOST_TEST(edited.stage() == "done");
    confirm_change(edited, change_class::substantive);
    tell_confirmation(edited);
    BOOST_TEST(edited.stage() == "preparing");
}

BOOST_AUTO_TEST_CASE(the_reviewer_can_send_back_to_the_experts)
{
    auto t = reported();
    legality_review::concluded body{};
    body.missing_steps = {legality_review::statutory_step::experts};
    t.file.legality_review.sent_back.push_back(on_record(t, body, 1000));
    BOOST_TEST(!experts_done(t.file));
    t.follows("legality_review.concluded", R"({"power_finding":"是","procedure_finding":"否",
        "content_finding":"是","outcome":"complete_procedure","author":"审查员","opinion":)" +
                                               document_json(60) + "}");
    BOOST_TEST(t.stage() == "preparing");
}

BOOST_AUTO_TEST_SUITE_END()
