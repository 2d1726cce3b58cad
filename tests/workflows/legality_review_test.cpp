#include "tests/workflows/review_trial.hpp"
#include "workflows/major_decision/review_clock.hpp"
#include "workflows/major_decision/wording.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;
using namespace tests::review;
using namespace workflows::major_decision;
using drafting::change_class;
using engine::say;
using legality_review::statutory_step;

/// Why the one paper that was asked for is not there.
std::string const no_longer = R"({"supplied":[{"wanted":"论证报告","reason":"不再提供"}]})";

} // namespace

BOOST_AUTO_TEST_SUITE(legality_review_test)

BOOST_AUTO_TEST_CASE(a_review_goes_from_filing_to_a_lawful_opinion)
{
    auto t = concluded(conclusion);
    BOOST_TEST(t.stage() == "passed");
    BOOST_TEST(review_passed(t.file));
}

BOOST_AUTO_TEST_CASE(each_act_has_its_seat)
{
    auto t = ready();
    t.by("sponsor_clerk", "transport");
    CHECK_RULES(t.refused("legality_review.filed", filing), "R713-25.1");
    auto f = filed();
    f.by("sponsor_clerk", "water");
    CHECK_RULES(f.refused("legality_review.accepted"), "JC-1", "R713-26.1"); // they filed it
    auto a = accepted();
    CHECK_RULES(a.refused("legality_review.adviser_opined", opinion), "JC-1", "R713-28.2");
    auto c = advised();
    c.by("legal_officer", "justice");
    CHECK_RULES(c.refused("legality_review.concluded", conclusion), "R713-28.1");
}

BOOST_AUTO_TEST_CASE(nothing_is_filed_before_the_statutory_steps_are_done)
{
    auto t = ready();
    touches(t).secret = false;
    t.file.sponsor_review = {};
    touches(t).technical = true;
    touches(t).risk_domains = {drafting::risk_domain::ecology};
    touches(t).operators_affected = true;
    touches(t).units_concerned = {unit_ref("transport")};
    touches(t).hearing_law = "价格法";
    auto const found =
        t.refused("legality_review.filed", with(filing, R"({"own_review_opinion":null})"));
    CHECK_RULES(found, "GD21-31.1", "GD21-31.2", "GD21-31.4", "R713-13.1", "R713-14.1", "R713-16.1",
                "R713-19.1", "R713-22.1", "GD21-36.5");
}

BOOST_AUTO_TEST_CASE(a_hearing_that_was_decided_upon_is_held_before_the_draft_is_filed)
{
    auto t = ready();
    touches(t).secret = false;
    t.file.participation.conclusion = on_record(t, participation::concluded{}, 10);
    hearing::decided choice{};
    choice.hold = true;
    t.file.hearing.decision = on_record(t, choice, 20);
    CHECK_RULES(t.refused("legality_review.filed", filing), "R713-16.1");
    choice.hold = false;
    t.file.hearing.decision = on_record(t, choice, 21);
    t.enters("legality_review.filed", filing);
}

BOOST_AUTO_TEST_CASE(a_hearing_that_is_still_to_be_decided_upon_is_not_said_to_be_needless)
{
    auto t = advised();
    touches(t).secret = false;
    touches(t).vital_interests = true;
    t.file.participation.conclusion = on_record(t, participation::concluded{}, 10);
    auto const of_hearing = [&] {
        for (auto& one : statutory_steps(
                 t.file, built_in_rules().in_force("gd", *engine::parse_day("2024-03-01"))))
            if (one.step == statutory_step::hearing)
                return one;
        return legality_review::step_standing{};
    };
    BOOST_TEST(of_hearing().undecided);
    BOOST_TEST(!of_hearing().required);
    auto const listed_as_undecided = [&] {
        for (auto const& offer : t.offers())
            if (offer.kind == "legality_review.concluded")
                return std::any_of(offer.remarks.begin(), offer.remarks.end(), [](auto const& one) {
                    return one.words.id == "是否需要尚未决定的步骤：{1}";
                });
        return false;
    };
    BOOST_TEST(listed_as_undecided());
    BOOST_TEST(of_hearing().decided_against == 0);
    t.file.hearing.decision = on_record(t, hearing::decided{}, 20);
    BOOST_TEST(!of_hearing().undecided);
    BOOST_TEST(!listed_as_undecided());
    // and once it was decided not to hold one, that is said with its reason
    BOOST_TEST(of_hearing().decided_against == 20);
    BOOST_TEST(of_hearing().remark.id == "理由：{1}");
    t.file.hearing.decision->body.hold = true;
    BOOST_TEST(of_hearing().decided_against == 0);
}

BOOST_AUTO_TEST_CASE(comments_that_nobody_settled_stay_beside_the_consultation)
{
    auto t = advised();
    auto const remark = [&] {
        for (auto& one : statutory_steps(
                 t.file, built_in_rules().in_force("gd", *engine::parse_day("2024-03-01"))))
            if (one.step == statutory_step::consultation)
                return one.remark.id;
        return std::string("no such step");
    };
    BOOST_TEST(remark().empty());
    consultation::answered answer{};
    answer.stance = consultation::unit_stance::agrees_with_comments;
    auto& kept = t.file.consultation.answers.emplace_back(on_record(t, answer, 5));
    kept.unit = "finance";
    BOOST_TEST(remark() == "{1}的修改意见尚未登记协商结果");
}

BOOST_AUTO_TEST_CASE(whoever_files_is_told_that_a_hearing_is_still_to_be_decided_upon)
{
    auto t = ready();
    touches(t).secret = false;
    touches(t).large_disagreement = true;
    t.file.participation.conclusion = on_record(t, participation::concluded{}, 10);
    CHECK_RULES(t.advised("legality_review.filed", filing), "R713-16.1");
}

BOOST_AUTO_TEST_CASE(whoever_files_is_told_that_what_was_adopted_is_not_in_the_draft)
{
    auto t = ready("gd");
    t.file.hearing.reply.emplace().seq = 500;
    t.file.hearing.reply->body.points = {{"缓行", participation::adoption::adopted, {}}};
    BOOST_TEST(t.advised("legality_review.filed", filing).contains("R713-18.1"));
}

BOOST_AUTO_TEST_CASE(uncontrollable_risk_is_not_filed)
{
    auto t = ready();
    touches(t).risk_domains = {drafting::risk_domain::ecology};
    t.file.risk.report = on_record(t, risk::reported{}, 20);
    CHECK_RULES(t.refused("legality_review.filed", filing), "R713-24.3");
    t.file.risk.report->body.controllable = true;
    t.enters("legality_review.filed", filing);
}

BOOST_AUTO_TEST_CASE(the_file_holds_the_draft_the_basis_and_the_sponsors_own_review)
{
    auto t = ready();
    CHECK_RULES(t.refused("legality_review.filed", with(filing, R"({"legal_basis":[]})")),
                "R713-26.1");
    CHECK_RULES(t.refused("legality_review.filed", with(filing, R"({"own_review_opinion":null})")),
                "GD21-31.4");
    CHECK_RULES(t.refused("legality_review.filed",
                          with(filing, R"({"own_review_opinion":)" + document_json(81) + "}")),
                "GD21-31.4");
    CHECK_RULES(
        t.refused("legality_review.filed", with(filing, R"({"draft":)" + document_json(102) + "}")),
        "JC-2");
    auto national = ready("cn");
    national.enters("legality_review.filed", with(filing, R"({"own_review_opinion":null})"));
}

BOOST_AUTO_TEST_CASE(an_unconfirmed_change_is_not_filed)
{
    auto t = ready();
    put_draft(t, change_class::editorial);
    auto const body = with(filing, R"({"draft":)" + document_json(102) + "}");
    CHECK_RULES(t.refused("legality_review.filed", body), "JC-2");
    confirm_change(t, change_class::editorial);
    t.enters("legality_review.filed", body);
}

BOOST_AUTO_TEST_CASE(there_is_no_review_without_a_draft)
{
    trial t(make_legality_review());
    start(t);
    t.by("sponsor_clerk", "water");
    BOOST_TEST(t.refused("legality_review.filed", filing).count("R713-12.1") == 1U);
}

BOOST_AUTO_TEST_CASE(who_drafted_or_spoke_for_the_sponsor_does_not_review)
{
    auto t = filed();
    auto const number = static_cast<long long>(std::hash<std::string>{}("赵六") >> 8);
    t.by("reviewer", "justice", "赵六");
    t.file.doings.push_back(
        {2, "sponsor_review.legal_opinion_given", {number}, "赵六", "legal_officer", "water", {}});
    CHECK_RULES(t.refused("legality_review.accepted"), "JC-1");
    t.file.doings.back().kind = "drafting.versioned";
    CHECK_RULES(t.refused("legality_review.accepted"), "JC-1");
    CHECK_RULES(t.refused("legality_review.returned", R"({"reason":"缺材料"})"), "JC-1");
    t.file.doings.back().kind = "legality_review.adviser_opined";
    CHECK_RULES(t.refused("legality_review.accepted"), "JC-1");
}

BOOST_AUTO_TEST_CASE(a_supplement_is_asked_for_clearly_and_in_time)
{
    auto t = filed("hlj");
    CHECK_RULES(t.refused("legality_review.supplement_requested",
                          R"({"missing":[],"answer_by":"2024-02-29"})"),
                "R713-26.2");
    CHECK_RULES(t.refused("legality_review.supplement_requested",
                          R"({"missing":["论证报告"],"answer_by":"2024-03-11"})"),
                "HLJ-33.2");
    t.enters("legality_review.supplement_requested",
             R"({"missing":["论证报告"],"answer_by":"2024-03-08"})");
    auto const early = t.judge("legality_review.returned", R"({"reason":"未补充"})");
    BOOST_TEST(!early.admitted());
    BOOST_TEST(engine::to_text(engine::opens_on(early.answer.refusals).value()) == "2024-03-09");
    t.on("2024-03-11").by("sponsor_clerk", "water");
    CHECK_RULES(t.advised("legality_review.supplemented", no_longer), "R713-26.2");
    BOOST_TEST(t.stage() == "checking");
}

BOOST_AUTO_TEST_CASE(a_supplement_answers_item_by_item)
{
    auto t = filed();
    t.enters("legality_review.supplement_requested",
             R"({"missing":["论证报告","资金测算"],"answer_by":"2024-03-08"})");
    t.by("sponsor_clerk", "water");
    // A word for the whole answers nothing.
    auto const whole =
        t.judge("legality_review.supplemented", R"({"materials":[],"remarks":"见送审稿第三部分"})");
    BOOST_TEST_REQUIRE(whole.answer.refusals.size() == 2u);
    BOOST_TEST(whole.answer.refusals[1].rule == "R713-26.2");
    BOOST_TEST(whole.answer.refusals[1].reason.args.at(0).id == "资金测算");
    auto const report = R"({"wanted":"论证报告","paper":)" + document_json(82) + "}";
    CHECK_RULES(t.refused("legality_review.supplemented", R"({"supplied":[)" + report + "]}"),
                "R713-26.2");
    t.enters("legality_review.supplemented",
             R"({"supplied":[)" + report + R"(,{"wanted":"资金测算","reason":"见送审稿"}]})");
    BOOST_TEST(t.stage() == "checking");
    BOOST_TEST(t.file.legality_review.supplements.back().body.supplied.size() == 2u);
}

BOOST_AUTO_TEST_CASE(the_reviewer_is_waited_for_from_the_day_after_the_supplement_was_due)
{
    auto const asked_in = [](char const* place) {
        auto t = filed(place);
        t.enters("legality_review.supplement_requested",
                 R"({"missing":["论证报告"],"answer_by":"2024-03-06"})");
        return t;
    };
    for (auto const* place : {"cn", "gd", "hlj", "sd"}) {
        auto t = asked_in(place);
        auto const to_return = [&] {
            for (auto& one : t.offers())
                if (one.kind == "legality_review.returned" && one.duty)
                    return one;
            return engine::offer{};
        };
        BOOST_TEST(to_return().duty, place);
        BOOST_TEST((engine::opens_on(to_return().refusals) == engine::parse_day("2024-03-07")));
        t.on("2024-03-07");
        BOOST_TEST((to_return().duty && to_return().is_open()), place);
        t.by("sponsor_clerk", "water").enters("legality_review.supplemented", no_longer);
        BOOST_TEST(!to_return().duty, place);
    }
}

BOOST_AUTO_TEST_CASE(a_review_that_lacks_papers_asks_the_sponsor_for_them_and_stops)
{
    auto t = accepted();
    auto const demand = R"({"missing":["论证报告","资金测算"],"answer_by":"2024-03-06"})";
    t.on("2024-03-04").enters("legality_review.supplement_requested", demand);
    BOOST_TEST(t.stage() == "supplementing");
    CHECK_RULES(t.duties(), "legality_review.returned", "legality_review.supplemented");
    CHECK_RULES(t.refused("legality_review.returned", R"({"reason":"未补充"})"), "R713-26.2");
    BOOST_TEST_REQUIRE(awaited_supplement(t.file));
    BOOST_TEST(awaited_supplement(t.file)->body.missing.size() == 2u);
    t.by("legal_adviser", "law_firm", "孙律师").enters("legality_review.adviser_opined", opinion);
    t.on("2024-03-06").by("sponsor_clerk", "water");
    t.enters("legality_review.supplemented",
             R"({"supplied":[{"wanted":"论证报告","reason":"未论证"},
                             {"wanted":"资金测算","reason":"见送审稿第三部分"}]})");
    BOOST_TEST(t.stage() == "under_review");
    BOOST_TEST(!awaited_supplement(t.file));
    // 4 to 6 March are taken off
    t.on("2024-03-14").by("reviewer", "justice");
    CHECK_RULES(t.refused("legality_review.concluded", conclusion), "GD21-34.1");
    t.on("2024-03-15").enters("legality_review.concluded", conclusion);
}

BOOST_AUTO_TEST_CASE(what_is_awaited_of_the_sponsor_may_be_done_without)
{
    auto t = accepted();
    auto const demand = R"({"missing":["论证报告"],"answer_by":"2024-03-08"})";
    t.enters("legality_review.supplement_requested", demand);
    CHECK_RULES(t.advised("legality_review.clock_resumed", R"({"outcome":"不再等待"})"),
                "R713-26.2");
    BOOST_TEST(t.stage() == "under_review");
    BOOST_TEST(!awaited_supplement(t.file));
    auto f = filed();
    f.enters("legality_review.supplement_requested", demand);
    CHECK_RULES(f.advised("legality_review.accepted"), "R713-26.2");
    BOOST_TEST(f.stage() == "under_review");
    BOOST_TEST(!awaited_supplement(f.file));
}

BOOST_AUTO_TEST_CASE(where_no_rule_takes_off_its_time_papers_are_not_awaited_during_the_review)
{
    auto t = accepted("cn");
    CHECK_RULES(t.refused("legality_review.supplement_requested",
                          R"({"missing":["论证报告"],"answer_by":"2024-03-08"})"),
                "R713-26.3");
}

BOOST_AUTO_TEST_CASE(a_new_draft_ends_the_wait_for_papers_of_the_old_one)
{
    auto t = accepted();
    t.enters("legality_review.supplement_requested",
             R"({"missing":["论证报告"],"answer_by":"2024-03-08"})");
    put_draft(t, change_class::editorial);
    tell_draft(t);
    BOOST_TEST(t.stage() == "not_filed");
    BOOST_TEST(!awaited_supplement(t.file));
}

BOOST_AUTO_TEST_CASE(a_returned_file_is_filed_again)
{
    auto t = filed();
    t.enters("legality_review.supplement_requested",
             R"({"missing":["论证报告"],"answer_by":"2024-03-08"})");
    t.on("2024-03-09").enters("legality_review.returned", R"({"reason":"未补充"})");
    BOOST_TEST(t.stage() == "not_filed");
    t.by("sponsor_clerk", "water").enters("legality_review.filed", filing);
}

BOOST_AUTO_TEST_CASE(the_clock_stops_for_the_reasons_the_place_knows)
{
    auto t = accepted("cn");
    CHECK_RULES(t.refused("legality_review.clock_stopped",
                          R"({"reason":"seeking_opinions","what_for":"征求财政局意见"})"),
                "R713-26.3");
    auto g = accepted();
    CHECK_RULES(
        g.refused("legality_review.clock_stopped", R"({"reason":"survey","what_for":"调研"})"),
        "GD21-34.2");
    CHECK_RULES(g.refused("legality_review.clock_stopped",
                          R"({"reason":"supplement","what_for":"缺论证报告"})"),
                "R713-26.2"); // it is asked of the sponsor item by item
    for (auto const* reason : {"seeking_opinions", "expert_consultation"}) {
        g.enters("legality_review.clock_stopped",
                 R"({"what_for":"事由","reason":")" + std::string(reason) + R"("})");
        BOOST_TEST(g.stage() == "clock_paused");
        g.enters("legality_review.clock_resumed", R"({"outcome":"已办结"})");
    }
    auto h = accepted("hlj");
    h.enters("legality_review.clock_stopped", R"({"reason":"institution","what_for":"编办核定"})");
}

BOOST_AUTO_TEST_CASE(more_time_is_given_once_where_the_place_knows_it)
{
    auto const more = R"({"working_days":15,"consented_by":"局长","reason":"事项复杂"})";
    auto t = accepted();
    CHECK_RULES(t.refused("legality_review.extended", more), "R713-28.1");
    auto h = accepted("hlj");
    CHECK_RULES(h.refused("legality_review.extended", with(more, R"({"working_days":16})")),
                "HLJ-35.1");
    h.enters("legality_review.extended", more);
    CHECK_RULES(h.refused("legality_review.extended", more), "HLJ-35.1");
}

BOOST_AUTO_TEST_CASE(a_late_opinion_is_remarked)
{
    auto t = advised("hlj");
    t.on("2024-03-25");
    BOOST_TEST(t.advised("legality_review.concluded", conclusion).count("HLJ-35.1") == 1U);
}

BOOST_AUTO_TEST_CASE(seven_working_days_or_a_reason)
{
    auto t = advised();
    t.on("2024-03-11");
    auto const early = t.judge("legality_review.concluded", conclusion);
    BOOST_TEST_REQUIRE(early.answer.refusals.size() == 1U);
    BOOST_TEST(early.answer.refusals.front().rule == "GD21-34.1");
    BOOST_TEST(engine::to_text(early.answer.refusals.front().opens_on.value()) == "2024-03-12");
    CHECK_RULES(t.advised("legality_review.concluded",
                          with(conclusion, R"({"short_time_reason":"汛期紧急"})")),
                "GD21-34.1", "R713-27.2");
}

BOOST_AUTO_TEST_CASE(stopped_days_do_not_count)
{
    auto t = accepted();
    t.on("2024-03-04")
        .enters("legality_review.clock_stopped",
                R"({"reason":"seeking_opinions","what_for":"征求意见"})");
    t.on("2024-03-06").enters("legality_review.clock_resumed", R"({"outcome":"已复函"})");
    t.by("legal_adviser", "law_firm").enters("legality_review.adviser_opined", opinion);
    t.on("2024-03-14").by("reviewer", "justice");
    CHECK_RULES(t.refused("legality_review.concluded", conclusion), "GD21-34.1");
    t.on("2024-03-15").enters("legality_review.concluded", conclusion);
}

BOOST_AUTO_TEST_CASE(the_outcome_fits_the_findings)
{
    auto t = advised();
    CHECK_RULES(t.refused("legality_review.concluded", with(conclusion, R"({"within_power":false,
        "procedure_followed":false,"content_lawful":false})")),
                "R713-27.1", "R713-27.2", "R713-27.3");
    CHECK_RULES(
        t.refused("legality_review.concluded", with(conclusion, R"({"outcome":"unlawful"})")),
        "R713-25.3");
    CHECK_RULES(t.refused("legality_review.concluded", with(conclusion, R"({"points":[
        {"point":"第五条","weight":"unlawful_content"}]})")),
                "R713-27.3");
    CHECK_RULES(t.refused("legality_review.concluded", with(to_change, R"({"points":[]})")),
                "R713-28.3");
    CHECK_RULES(t.refused("legality_review.concluded",
                          with(conclusion, R"({"outcome":"complete_procedure"})")),
                "R713-27.2");
    CHECK_RULES(t.refused("legality_review.concluded",
                          with(conclusion, R"({"missing_steps":["experts"]})")),
                "R713-27.2");
}

BOOST_AUTO_TEST_CASE(the_finding_on_procedure_is_not_better_than_the_file)
{
    auto t = advised();
    touches(t).technical = true; // assessed anew while the review ran
    CHECK_RULES(t.refused("legality_review.concluded", conclusion), "R713-27.2");
}

BOOST_AUTO_TEST_CASE(only_an_exploratory_reform_passes_with_a_stated_risk)
{
    auto t = advised();
    auto const risky = with(conclusion, R"({"outcome":"lawful_with_risk_notice"})");
    CHECK_RULES(t.refused("legality_review.concluded", risky), "R713-25.4");
    CHECK_RULES(
        t.refused("legality_review.concluded", with(risky, R"({"risk_notice":"无上位法"})")),
        "R713-25.4");
    touches(t).exploratory_reform = true;
    t.enters("legality_review.concluded", with(risky, R"({"risk_notice":"无上位法"})"));
    BOOST_TEST(review_passed(t.file));
}

BOOST_AUTO_TEST_CASE(the_sponsor_answers_each_point_before_filing_again)
{
    auto t = concluded(to_change);
    BOOST_TEST(t.stage() == "to_be_changed");
    BOOST_TEST(!review_passed(t.file));
    CHECK_RULES(t.refused("legality_review.filed", filing), "R713-25.1");
    CHECK_RULES(t.refused("legality_review.responded"), "R713-28.3");
    CHECK_RULES(t.refused("legality_review.responded", R"({"responses":[
        {"point":"第五条收费依据","outcome":"not_adopted"}]})"),
                "R713-28.3");
    t.enters("legality_review.responded", R"({"responses":[
        {"point":"第五条收费依据","outcome":"adopted"}]})");
    CHECK_RULES(t.refused("legality_review.filed", filing), "R713-28.3"); // nothing was changed
    put_draft(t, change_class::non_substantive);
    confirm_change(t, change_class::non_substantive);
    t.enters("legality_review.filed", with(filing, R"({"draft":)" + document_json(102) + "}"));
}

BOOST_AUTO_TEST_CASE(an_unlawful_draft_is_not_filed_again_as_it_is)
{
    auto t = concluded(with(conclusion, R"({"outcome":"unlawful","content_lawful":false})"));
    BOOST_TEST(t.stage() == "negative");
    BOOST_TEST(t.duties().contains("legality_review.responded"));
    t.enters("legality_review.responded");
    CHECK_RULES(t.refused("legality_review.filed", filing), "R713-28.3");
}

BOOST_AUTO_TEST_CASE(a_missing_step_is_made_up)
{
    auto t = concluded(with(conclusion, R"({"outcome":"complete_procedure",
        "procedure_followed":false,"missing_steps":["experts"]})"));
    BOOST_TEST(asked_to_complete(t.file, statutory_step::experts) > 0);
    BOOST_TEST(experts_required(t.file));
    t.enters("legality_review.responded");
    CHECK_RULES(t.refused("legality_review.filed", filing), "R713-19.1");
    t.file.experts.report = on_record(t, experts::reported{}, 10'000);
    t.enters("legality_review.filed", filing);
}

BOOST_AUTO_TEST_CASE(a_new_draft_ends_the_review_of_the_old_one)
{
    auto t = accepted();
    put_draft(t, change_class::editorial);
    tell_draft(t);
    BOOST_TEST(t.stage() == "not_filed");
    auto p = concluded(conclusion);
    put_draft(p, change_class::editorial);
    tell_draft(p);
    BOOST_TEST(p.stage() == "passed");
    BOOST_TEST(!review_passed(p.file)); // the change is not confirmed
    confirm_change(p, change_class::substantive);
    tell_confirmation(p);
    BOOST_TEST(p.stage() == "not_filed");
    confirm_change(p, change_class::editorial);
    tell_confirmation(p);
    BOOST_TEST(p.stage() == "passed");
    BOOST_TEST(review_passed(p.file));
}

BOOST_AUTO_TEST_CASE(pressure_on_the_reviewer_is_on_record)
{
    auto t = accepted();
    t.enters("legality_review.instruction_logged", R"({"from":"某领导","words":"请从快通过"})");
    BOOST_TEST(t.file.legality_review.instructions.size() == 1U);
}

BOOST_AUTO_TEST_CASE(no_substitution_leads_round_the_bars_of_the_review)
{
    auto t = filed();
    for (auto const* before : {"drafting.versioned", "sponsor_review.legal_opinion_given",
                               "legality_review.adviser_opined"})
        t.bars_all_ways_round(before, "legality_review.accepted", "reviewer", "justice");
    auto under_review = accepted();
    for (auto const* before :
         {"drafting.versioned", "legality_review.accepted", "legality_review.concluded"})
        under_review.bars_all_ways_round(before, "legality_review.adviser_opined", "legal_adviser",
                                         "law_firm");
    auto opined = advised();
    for (auto const* before : {"drafting.versioned", "sponsor_review.legal_opinion_given",
                               "legality_review.adviser_opined"})
        opined.bars_all_ways_round(before, "legality_review.concluded", "reviewer", "justice");
}

BOOST_AUTO_TEST_SUITE_END()
