#include "workflows/major_decision/conditions.hpp"
#include "workflows/major_decision/dossier.hpp"
#include "workflows/major_decision/parameters.hpp"

#include <algorithm>

namespace workflows::major_decision {

using legality_review::review_outcome;
using legality_review::statutory_step;

bool review_passed(dossier const& file)
{
    auto const& conclusion = file.legality_review.conclusion;
    if (!conclusion || change_unconfirmed(file) || !still_covers(file, conclusion->draft))
        return false;
    auto const outcome = conclusion->body.outcome;
    return outcome == review_outcome::lawful || outcome == review_outcome::lawful_with_risk_notice;
}

namespace {

using legality_review::step_standing;

step_standing of_participation(dossier const& file)
{
    return {statutory_step::participation,
            "R713-14.1",
            true,
            participation_done(file),
            say("公众参与尚未办结，或者办结后草案有实质性修改而未重新办理"),
            say("请承办单位办结公众参与；依法不予公开的，登记依据和理由")};
}

step_standing of_hearing(dossier const& file, engine::rules const& law)
{
    if (hearing_undecided(file, law))
        return {.step = statutory_step::hearing,
                .rule = "R713-16.1",
                .missing = say("是否举行听证尚未决定"),
                .remedy = say("请承办单位决定是否举行听证，并写明理由"),
                .undecided = true};
    auto const owed = hearing_owed(file, law);
    step_standing one{statutory_step::hearing,
                      owed.value_or("R713-16.1"),
                      owed.has_value(),
                      hearing_done(file, law),
                      hearing_required(file, law) ? say("应当听证而听证尚未办结")
                                                  : say("已经决定举行听证而听证尚未办结"),
                      say("请组织听证并登记听证报告和意见采纳情况")};
    auto const& decision = file.hearing.decision;
    if (!owed && decision && !decision->body.hold) {
        one.remark = say("理由：{1}", std::string(decision->body.reason));
        one.decided_against = decision->seq;
    }
    return one;
}

step_standing of_consultation(dossier const& file)
{
    auto const& touches = file.drafting.touches;
    bool const concerns_units = (touches && !touches->body.units_concerned.empty()) ||
                                !file.consultation.requests.empty() ||
                                asked_to_complete(file, statutory_step::consultation) > 0;
    return {.step = statutory_step::consultation,
            .rule = "R713-13.1",
            .required = concerns_units,
            .done = consultation_done(file),
            .missing = say("与相关单位的协商尚未办结，或者意见不一致而未说明"),
            .remedy = say("请承办单位办结协商；不能取得一致的，登记争议说明"),
            .remark = comments_unsettled(file).value_or(engine::text{})};
}

step_standing of_experts(dossier const& file)
{
    return {statutory_step::experts,
            "R713-19.1",
            experts_required(file),
            experts_done(file),
            say("应当组织专家论证，但现行草案尚无论证结论"),
            say("请承办单位组织专家、专业机构论证并登记意见采纳情况")};
}

step_standing of_risk(dossier const& file)
{
    step_standing one{statutory_step::risk,
                      "R713-22.1",
                      risk_required(file),
                      risk_controllable(file),
                      say("应当评估风险，但现行草案尚无风险评估结论"),
                      say("请组织风险评估；已依规定评估过的，登记原评估报告")};
    if (risk_done(file)) {
        one.rule = "R713-24.3";
        one.missing = say("风险评估结论为不可控");
        one.remedy = say("请调整草案或者采取其他措施后重新评估，确保风险可控");
    }
    return one;
}

step_standing of_competition(dossier const& file, engine::rules const& law)
{
    // The drafter's own review is what the file of the legality review carries; the market
    // regulator's conclusion is asked for when the matter is submitted.
    auto const& own = file.fair_competition.first_review;
    bool const done =
        competition_done(file, law) ||
        (own && own->body.outcome != fair_competition::competition_outcome::restricts_competition &&
         still_covers(file, own->draft, drafting::repeatable_step::fair_competition) &&
         own->seq > asked_to_complete(file, statutory_step::fair_competition));
    return {statutory_step::fair_competition,
            law.rule_of(fair_competition_conclusion_required,
                        law.rule_of(fair_competition_material_required, "R713-29.1")),
            competition_required(file, law),
            done,
            say("涉及经营者经济活动，但起草单位对现行草案尚无通过的公平竞争审查"),
            say("请起草单位进行公平竞争审查并登记结论")};
}

} // namespace

std::vector<legality_review::step_standing> statutory_steps(dossier const& file,
                                                            engine::rules const& law)
{
    std::vector<step_standing> all{
        of_consultation(file),
        of_participation(file),
        of_hearing(file, law),
        of_experts(file),
        of_risk(file),
        of_competition(file, law),
        {statutory_step::sponsor_review, law.rule_of(sponsor_legal_review_required, "GD21-31.1"),
         law.flag(sponsor_legal_review_required), sponsor_opinion_holds(file),
         say("承办单位法制机构尚未对现行草案出具合法的审查意见"), say("请承办单位法制机构先行审查"),
         say("承办单位法制机构审查")},
        {statutory_step::sponsor_review, law.rule_of(sponsor_discussion_required, "GD21-31.2"),
         law.flag(sponsor_discussion_required), sponsor_discussion_holds(file),
         say("承办单位尚未集体讨论通过现行草案"), say("请承办单位负责人组织集体讨论并登记结果"),
         say("承办单位集体讨论")}};
    for (auto& one : all)
        if (one.name.empty())
            one.name = say("choice.statutory_step." + std::string(engine::name_of(one.step)));
    return all;
}

engine::verdict missing_statutory_steps(dossier const& file, engine::rules const& law)
{
    verdict found;
    for (auto& step : statutory_steps(file, law)) {
        if (step.required && !step.done)
            found += refusal{.rule = std::move(step.rule),
                             .reason = std::move(step.missing),
                             .remedy = std::move(step.remedy)};
        else if (step.undecided)
            found += advice{std::move(step.rule), std::move(step.missing)};
    }
    return found;
}

long long asked_to_complete(dossier const& file, statutory_step step)
{
    long long last = 0;
    for (auto const& one : file.legality_review.sent_back) {
        auto const& missing = one.body.missing_steps;
        if (std::find(missing.begin(), missing.end(), step) != missing.end())
            last = std::max(last, one.seq);
    }
    return last;
}

} // namespace workflows::major_decision
