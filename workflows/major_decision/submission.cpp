#include "workflows/major_decision/submission.hpp"

#include "workflows/major_decision/named_deputy.hpp"
#include "workflows/major_decision/ordered_changes.hpp"
#include "workflows/major_decision/tables.hpp"

#include <algorithm>

namespace workflows::major_decision {
namespace submission {
namespace {

// clang-format off
struct not_filed           : stage_of_chapter { static constexpr std::string_view name = "not_filed"; };
struct office_check        : stage_of_chapter { static constexpr std::string_view name = "office_check"; };
struct awaiting_completion : stage_of_chapter { static constexpr std::string_view name = "awaiting_completion"; };
struct awaiting_deputy     : stage_of_chapter { static constexpr std::string_view name = "awaiting_deputy"; };
struct awaiting_agenda     : stage_of_chapter { static constexpr std::string_view name = "awaiting_agenda"; };
struct on_agenda           : stage_of_chapter { static constexpr std::string_view name = "on_agenda"; };
struct discussed           : stage_of_chapter { static constexpr std::string_view name = "discussed"; };
// clang-format on

bool contains(std::vector<std::string> const& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

// ---- what must come before

/// Not reviewed or not lawful: not submitted. What was reviewed is what is submitted (R713-25.3,
/// JC-2).
struct legality_review_passed {
    static verdict check(asked const& q)
    {
        auto const& conclusion = q.file.legality_review.conclusion;
        auto const refuse = [](engine::rule_id rule, engine::text reason, engine::text remedy) {
            return refusal{
                .rule = std::move(rule), .reason = std::move(reason), .remedy = std::move(remedy)};
        };
        if (!conclusion)
            return refuse("R713-25.3", say("决策草案未经合法性审查，不得提交审议"),
                          say("请先送负责合法性审查的部门审查；征求意见、会签不能代替审查"));
        if (change_unconfirmed(q.file))
            return refuse("JC-2", say("审查后草案有修改，修改的性质尚待合法性审查部门确认"),
                          say("请审查部门先确认修改属于文字性、非实质性或实质性修改"));
        if (!still_covers(q.file, conclusion->draft))
            return refuse("JC-2",
                          say("审查的是第{1}稿，现为第{2}稿，其间有实质性修改", conclusion->draft,
                              current_draft(q.file)),
                          say("请将现行草案重新送合法性审查"));
        if (!review_passed(q.file))
            return refuse("R713-25.3",
                          say("合法性审查结论为“{1}”，不得提交审议",
                              say("choice.review_outcome." +
                                  std::string(engine::name_of(conclusion->body.outcome)))),
                          say("请按照审查意见修改或者补充程序后重新送审"));
        return {};
    }
};

/// The steps of the procedure are still in order: what the matter touches may have been assessed
/// anew after the review (R713-24.3, R713-29.1).
struct statutory_steps_done {
    static verdict check(asked const& q) { return missing_statutory_steps(q.file, q.law); }
};

/// Where operators are touched the law of the day of submission decides what is needed; a case that
/// began before is told so, since no transition rule exists (NORM-20).
struct competition_review_passed {
    static verdict check(asked const& q)
    {
        if (!competition_required(q.file, q.law))
            return {};
        verdict found;
        auto const* conclusion = q.law.find(fair_competition_conclusion_required);
        bool const bound = q.law.flag(fair_competition_conclusion_required);
        if (!competition_done(q.file, q.law))
            found += refusal{
                .rule = bound ? conclusion->rule
                              : q.law.rule_of(fair_competition_material_required, "R713-29.1"),
                .reason = bound ? say("涉及经营者经济活动，但现行草案未经市场监管部门会同公平竞争"
                                      "审查并通过")
                                : say("涉及经营者经济活动，但现行草案尚无公平竞争审查材料"),
                .remedy = bound ? say("请起草单位初审后送市场监管部门审查")
                                : say("请起草单位进行公平竞争审查并登记结论")};
        auto const& started = q.file.intake.started;
        if (bound && started && started->body.decided_on < conclusion->from)
            found += advice{conclusion->rule,
                            say("本案于{1}启动，早于{2}；规则没有过渡规定，按现行要求办理",
                                started->body.decided_on, conclusion->from)};
        return found;
    }
};

// ---- the file of eight items

refusal missing_item(engine::rule_id rule, engine::text what)
{
    return {.rule = std::move(rule),
            .reason = say("提请材料缺少{1}", std::move(what)),
            .remedy = say("请补充后提请")};
}

/// Each item according to what was done (R713-29.1 to 29.6, GD21-36.1 to 36.8).
struct file_is_complete {
    static verdict check(asked const& q, filed const& body)
    {
        verdict found;
        auto const parts = q.law.list(submission_parts);
        if (contains(parts, "legal_basis") && body.legal_basis.empty())
            found += missing_item("GD21-36.3", say("field.legal_basis"));
        if (heard_public(q.file) && !body.public_opinions_adopted)
            found += missing_item("R713-29.2", say("field.public_opinions_adopted"));
        if (experts_done(q.file) && !body.expert_opinions_adopted)
            found += missing_item("R713-29.3", say("field.expert_opinions_adopted"));
        if (risk_done(q.file) && !body.risk_report)
            found += missing_item("R713-29.4", say("field.risk_report"));
        if (competition_required(q.file, q.law) && !body.competition_material)
            found += missing_item(q.law.rule_of(fair_competition_material_required, "R713-29.1"),
                                  say("field.competition_material"));
        if (contains(parts, "sponsor_discussion") && !body.sponsor_minutes)
            found += missing_item("GD21-36.6", say("field.sponsor_minutes"));
        if (!body.legality_opinion)
            found += missing_item("R713-29.5", say("field.legality_opinion"));
        return found;
    }

private:
    static bool heard_public(dossier const& file)
    {
        return !(is_secret(file) && file.participation.exemption) &&
               (file.participation.conclusion || !file.participation.recorded.empty() ||
                !file.participation.activities.empty());
    }
};

/// The papers enclosed are those on file, not others of the same name (JC-2).
struct papers_are_those_on_file {
    static verdict check(asked const& q, filed const& body)
    {
        verdict found;
        auto const compare = [&](std::optional<document_ref> const& enclosed,
                                 document_ref const* on_record) {
            if (enclosed && on_record && enclosed->hash != on_record->hash)
                found += refusal{
                    .rule = "JC-2",
                    .reason = say("所附“{1}”不是卷内登记的“{2}”", enclosed->name, on_record->name),
                    .remedy = say("请附上卷内登记的那一份")};
        };
        auto const& file = q.file;
        if (auto const& review = file.legality_review.conclusion)
            compare(body.legality_opinion, &review->body.opinion);
        if (file.risk.report)
            compare(body.risk_report, &file.risk.report->body.report);
        else if (file.risk.exemption)
            compare(body.risk_report, &file.risk.exemption->body.earlier_report);
        if (auto const& own = file.sponsor_review.discussion)
            compare(body.sponsor_minutes, &own->body.minutes);
        if (auto const* draft = draft_version(file, current_draft(file)))
            compare(body.explanation, &draft->explanation);
        return found;
    }
};

/// Who does not follow the reviewer's opinion tells the meeting why, where the place says so.
struct departure_is_explained {
    static verdict check(asked const& q, filed const& body)
    {
        auto const& response = q.file.legality_review.response;
        if (!q.law.flag(review_departure_reasons_required) || !response || body.departure_reasons)
            return {};
        auto const& answers = response->body.responses;
        if (std::all_of(answers.begin(), answers.end(), [](auto const& one) {
                return one.outcome == participation::adoption::adopted;
            }))
            return {};
        return refusal{.rule = q.law.rule_of(review_departure_reasons_required, "R713-28.3"),
                       .reason = say("未完全采纳合法性审查意见，但没有书面说明理由"),
                       .remedy = say("请填写不采纳的理由，提交会议审议")};
    }
};

// ---- office, deputy, head

/// A demand names what is missing (GD21-36.9).
struct demand_names_items {
    static verdict check(asked const&, completion_demanded const& body)
    {
        if (!body.missing.empty())
            return {};
        return refusal{.rule = "GD21-36.9",
                       .reason = say("未写明需要补齐的材料"),
                       .remedy = say("请逐项写明缺少的材料")};
    }
};

/// Something was added.
struct something_was_added {
    static verdict check(asked const&, completed const& body)
    {
        if (!body.documents.empty() || body.remarks)
            return {};
        return refusal{.rule = "GD21-36.9",
                       .reason = say("没有补充任何材料，也没有说明"),
                       .remedy = say("请附上补充的材料，或说明情况")};
    }
};

/// The file is still what the law asks while it goes up: nothing that happened since took away what
/// it stands on (R713-25.3, R713-24.3).
struct still_fit {
    static verdict check(asked const& q)
    {
        auto found = legality_review_passed::check(q);
        found += statutory_steps_done::check(q);
        found += competition_review_passed::check(q);
        return found;
    }
};

/// Which of the two the place's rules ask for (GD21-38.1).
struct office_checks {
    static bool holds(asked const& q) { return q.law.flag(office_check_required); }
};
struct deputy_reviews {
    static bool holds(asked const& q) { return q.law.flag(deputy_review_required); }
};

/// The place's rules demand neither the office's check nor the deputy's review, so that the head
/// may place the matter on the agenda at once (GD21-38.1 binds Guangdong).
struct office_check_not_demanded {
    static verdict check(asked const& q)
    {
        if (!q.law.flag(office_check_required))
            return {};
        return refusal{.rule = q.law.rule_of(office_check_required, "GD21-38.1"),
                       .reason = say("政府办公室尚未审核提请材料"),
                       .remedy = say("请政府办公室先行审核")};
    }
};
struct deputy_review_not_demanded {
    static verdict check(asked const& q)
    {
        if (!q.law.flag(deputy_review_required))
            return {};
        return refusal{.rule = q.law.rule_of(deputy_review_required, "GD21-38.1"),
                       .reason = say("分管负责人尚未审核"),
                       .remedy = say("请报分管负责人审核")};
    }
};

/// Where the head decides on the agenda the office does not (GD21-38.1).
struct head_decides_agenda {
    static constexpr bool is_about_role = true;
    static std::vector<engine::seat> seats(dossier const&) { return {}; }

    static verdict check(asked const& q)
    {
        auto const heads = head::seats(q.file);
        bool const is_head = std::any_of(heads.begin(), heads.end(),
                                         [&](auto const& seat) { return seat.role == q.by.role; });
        if (is_head || !q.law.flag(head_agenda_required))
            return {};
        return refusal{.rule = q.law.rule_of(head_agenda_required, "GD21-38.1"),
                       .reason = say("是否列入会议议程由行政首长决定"),
                       .remedy = say("请由行政首长办理"),
                       .about_role = true};
    }
};

/// A meeting of a kind that may decide, on a day to come, and a place that an agenda has
/// (R713-30.1, GD21-37.1).
struct meeting_may_decide {
    static verdict check(asked const& q, placed_on_agenda const& body)
    {
        verdict found;
        auto const kinds = q.law.list(meeting_kinds);
        if (!kinds.empty() && !contains(kinds, engine::name_of(body.meeting)))
            found += refusal{.rule = q.law.rule_of(meeting_kinds, "R713-30.1"),
                             .reason = say("本地规则不允许由“{1}”作出决策",
                                           say("choice.meeting_kind." +
                                               std::string(engine::name_of(body.meeting)))),
                             .remedy = say("请列入规则允许的会议")};
        if (body.meeting_on < q.today)
            found += refusal{.rule = "R713-30.1",
                             .reason = say("会议日期{1}早于今天", body.meeting_on),
                             .remedy = say("请填写今天或者今后的日期")};
        if (body.agenda_item && *body.agenda_item < 1)
            found += refusal{.rule = "R713-30.1",
                             .reason = say("议题序号{1}不是正整数", *body.agenda_item),
                             .remedy = say("请从1起填写，或者不填")};
        return found;
    }
};

/// The party committee did not agree to this very text: to have it before a meeting once more
/// without a change is for the head to know (R713-31.1).
struct text_changed_after_no {
    static verdict check(asked const& q)
    {
        if (!party_disagrees(q.file) || !party_waits_for_text(q.file))
            return {};
        return advice{"R713-31.1",
                      say("党委{1}答复不同意，此后草案没有修改，现行草案仍是第{2}稿",
                          q.file.party_report.answer->body.answered_on, current_draft(q.file))};
    }
};

/// Another text comes first, as long as the head does not want it otherwise.
struct party_does_not_wait {
    static bool holds(asked const& q) { return !party_waits_for_text(q.file); }
};

// ---- which way it goes

/// The reviewed text is no longer what is proposed: the submission falls (JC-2).
struct review_is_overtaken {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        auto const& conclusion = file.legality_review.conclusion;
        return !conclusion || !still_covers(file, conclusion->draft);
    }
};

/// The meeting wants the matter again: put off, or in principle with changes of substance.
struct to_be_discussed_again {
    static bool holds(dossier const&, deliberation::held const& body)
    {
        using deliberation::meeting_outcome;
        return body.outcome == meeting_outcome::discuss_again ||
               body.outcome == meeting_outcome::postponed ||
               (body.outcome == meeting_outcome::adopted_in_principle && body.substantive_changes);
    }
};
struct settled_by_meeting {
    static bool holds(dossier const& file, deliberation::held const& body)
    {
        return !to_be_discussed_again::holds(file, body);
    }
};

/// The party committee says no: back to a meeting (R713-31.1).
struct party_says_no {
    static bool holds(dossier const&, party_report::answered const& body)
    {
        return body.answer == party_report::party_answer::disagrees;
    }
};

} // namespace

// ---- entering

void enter(dossier& file, filed const& body, engine::act const& what)
{
    // A new file goes the whole way again; what was said about an earlier one stays in the acts.
    auto& facts = file.submission;
    facts = {.filing = on_file(file, body, what),
             .demands = std::move(facts.demands),
             .completions = std::move(facts.completions),
             .returns = std::move(facts.returns),
             .deputy_returns = std::move(facts.deputy_returns),
             .head_returns = std::move(facts.head_returns),
             .removals = std::move(facts.removals)};
}
void enter(dossier& file, completion_demanded const& body, engine::act const& what)
{
    file.submission.demands.push_back(on_file(file, body, what));
}
void enter(dossier& file, completed const& body, engine::act const& what)
{
    file.submission.completions.push_back(on_file(file, body, what));
}
void enter(dossier& file, returned_by_office const& body, engine::act const& what)
{
    file.submission.returns.push_back(on_file(file, body, what));
}
void enter(dossier& file, office_passed const& body, engine::act const& what)
{
    file.submission.office_check = on_file(file, body, what);
    file.submission.deputy = body.deputy;
}
void enter(dossier& file, deputy_changed const& body, engine::act const&)
{
    file.submission.deputy = body.deputy;
    // whoever had it in their hands has it no longer
    for (auto& one : file.circulation.handings)
        if (one.kind == deputy_approved::kind)
            one.is_over = true;
}
void enter(dossier& file, deputy_approved const& body, engine::act const& what)
{
    file.submission.deputy_approval = on_file(file, body, what);
}
void enter(dossier& file, deputy_returned const& body, engine::act const& what)
{
    file.submission.deputy_returns.push_back(on_file(file, body, what));
}
void enter(dossier& file, head_returned const& body, engine::act const& what)
{
    file.submission.head_returns.push_back(on_file(file, body, what));
}
void enter(dossier& file, placed_on_agenda const& body, engine::act const& what)
{
    file.submission.agenda = on_file(file, body, what);
}
void enter(dossier&, moved_on_agenda const&, engine::act const&)
{
    // the order is between files: no condition of this one asks for it
}
void enter(dossier& file, removed_from_agenda const& body, engine::act const& what)
{
    file.submission.agenda.reset();
    file.submission.removals.push_back(on_file(file, body, what));
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "submission";
    using opening = not_filed;

    // clang-format off
    using text = clauses<
    //      rule          at stage             on act               then                  only if
    clause<"R713-29.1",  not_filed,           filed,               office_check,         admit_if<by<sponsor>, judges_no_own_work<filed>, draft_on_file, ordered_changes_are_written, legality_review_passed, statutory_steps_done, competition_review_passed, on_current_draft<&filed::draft>, file_is_complete, papers_are_those_on_file, departure_is_explained>>,

    clause<"GD21-38.1",  office_check,        office_passed,       awaiting_deputy,      admit_if<by<office>, still_fit, deputy_is_in_charge>, due_if<office_checks>>,
    option<"GD21-36.9",  office_check,        completion_demanded, awaiting_completion,  admit_if<by<office>, demand_names_items>>,
    option<"GD21-38.1",  office_check,        returned_by_office,  not_filed,            admit_if<by<office>>>,
    clause<"GD21-36.9",  awaiting_completion, completed,           office_check,         admit_if<by<sponsor>, something_was_added>>,
    option<"GD21-38.1",  awaiting_completion, returned_by_office,  not_filed,            admit_if<by<office>>>,
    clause<"R713-30.1",  office_check,        placed_on_agenda,    on_agenda,            admit_if<by<head, office>, head_decides_agenda, judges_no_own_work<placed_on_agenda>, office_check_not_demanded, deputy_review_not_demanded, still_fit, meeting_may_decide>, due_if<office_check_not_demanded, deputy_review_not_demanded>>,
    option<"GD21-38.1",  office_check,        head_returned,       not_filed,            admit_if<by<head>, judges_no_own_work<head_returned>, office_check_not_demanded, deputy_review_not_demanded>>,

    clause<"GD21-38.1",  awaiting_deputy,     deputy_approved,     awaiting_agenda,      admit_if<by<deputy>, judges_no_own_work<deputy_approved>, lies_with_this_deputy, still_fit>, due_if<deputy_reviews>>,
    option<"GD21-38.1",  awaiting_deputy,     deputy_returned,     not_filed,            admit_if<by<deputy>, judges_no_own_work<deputy_returned>, lies_with_this_deputy>>,
    option<"JC-26",      awaiting_deputy,     deputy_changed,      awaiting_deputy,      admit_if<by<office>, deputy_is_in_charge, goes_to_another>>,
    clause<"R713-30.1",  awaiting_deputy,     placed_on_agenda,    on_agenda,            admit_if<by<head, office>, head_decides_agenda, judges_no_own_work<placed_on_agenda>, deputy_review_not_demanded, still_fit, meeting_may_decide>, due_if<deputy_review_not_demanded>>,
    option<"GD21-38.1",  awaiting_deputy,     returned_by_office,  not_filed,            admit_if<by<office>, deputy_review_not_demanded>>,
    option<"GD21-38.1",  awaiting_deputy,     head_returned,       not_filed,            admit_if<by<head>, judges_no_own_work<head_returned>, deputy_review_not_demanded>>,

    clause<"GD21-38.1",  awaiting_agenda,     placed_on_agenda,    on_agenda,            admit_if<by<head>, judges_no_own_work<placed_on_agenda>, ordered_changes_are_written, text_changed_after_no, still_fit, meeting_may_decide>, due_if<party_does_not_wait>>,
    option<"GD21-38.1",  awaiting_agenda,     returned_by_office,  not_filed,            admit_if<by<office>>>,
    option<"GD21-38.1",  awaiting_agenda,     head_returned,       not_filed,            admit_if<by<head>, judges_no_own_work<head_returned>>>,
    option<"R713-30.1",  on_agenda,           moved_on_agenda,     on_agenda,            admit_if<by<head, office>>>,
    option<"GD21-38.1",  on_agenda,           removed_from_agenda, awaiting_agenda,      admit_if<by<head>, judges_no_own_work<removed_from_agenda>>>,

    follows<"JC-2",      office_check,        drafting::versioned,        not_filed,     given<review_is_overtaken>>,
    follows<"JC-2",      awaiting_completion, drafting::versioned,        not_filed,     given<review_is_overtaken>>,
    follows<"JC-2",      awaiting_deputy,     drafting::versioned,        not_filed,     given<review_is_overtaken>>,
    follows<"JC-2",      awaiting_agenda,     drafting::versioned,        not_filed,     given<review_is_overtaken>>,
    follows<"JC-2",      on_agenda,           drafting::versioned,        not_filed,     given<review_is_overtaken>>,
    follows<"JC-2",      office_check,        drafting::change_confirmed, not_filed,     given<review_is_overtaken>>,
    follows<"JC-2",      awaiting_completion, drafting::change_confirmed, not_filed,     given<review_is_overtaken>>,
    follows<"JC-2",      awaiting_deputy,     drafting::change_confirmed, not_filed,     given<review_is_overtaken>>,
    follows<"JC-2",      awaiting_agenda,     drafting::change_confirmed, not_filed,     given<review_is_overtaken>>,
    follows<"JC-2",      on_agenda,           drafting::change_confirmed, not_filed,     given<review_is_overtaken>>,
    follows<"JC-2",      discussed,           drafting::versioned,        not_filed,     given<review_is_overtaken>>,
    follows<"JC-2",      discussed,           drafting::change_confirmed, not_filed,     given<review_is_overtaken>>,

    follows<"R713-30.1", on_agenda,           deliberation::held,         awaiting_agenda, given<to_be_discussed_again>>,
    follows<"R713-30.1", on_agenda,           deliberation::held,         discussed,       given<settled_by_meeting>>,
    follows<"R713-31.1", discussed,           party_report::answered,     awaiting_agenda, given<party_says_no>>
    >;
    // clang-format on
};

} // namespace
} // namespace submission

std::unique_ptr<engine::chapter<dossier>> make_submission()
{
    return std::make_unique<engine::msm_chapter<submission::rules_of_chapter>>();
}

} // namespace workflows::major_decision
