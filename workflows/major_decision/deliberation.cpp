#include "workflows/major_decision/deliberation.hpp"

#include "workflows/major_decision/ordered_changes.hpp"
#include "workflows/major_decision/tables.hpp"
#include "workflows/shared_conditions.hpp"

#include <algorithm>
#include <set>

namespace workflows::major_decision {
namespace deliberation {
namespace {

// clang-format off
struct waiting         : stage_of_chapter { static constexpr std::string_view name = "waiting"; };
struct on_agenda       : stage_of_chapter { static constexpr std::string_view name = "on_agenda"; };
struct to_be_changed   : stage_of_chapter { static constexpr std::string_view name = "to_be_changed"; };
struct changes_to_find : stage_of_chapter { static constexpr std::string_view name = "changes_to_find"; };
struct adopted         : stage_of_chapter { static constexpr std::string_view name = "adopted"; };
struct rejected        : stage_of_chapter { static constexpr std::string_view name = "rejected"; };
// clang-format on

// ---- before the meeting

/// What the law asks before the meeting still holds for the draft, controllable risk included
/// (R713-24.3): while the matter stood on the agenda the reviewer may have found its last change to
/// be substantive, and what was done for the draft before covers it no longer (JC-2).
struct statutory_steps_hold {
    static verdict check(asked const& q) { return missing_statutory_steps(q.file, q.law); }
};

/// Nothing unreviewed or unlawful is decided; the review covers this very draft (R713-25.3, JC-2).
struct review_is_passed {
    static verdict check(asked const& q)
    {
        if (review_passed(q.file))
            return {};
        return refusal{.rule = "R713-25.3",
                       .reason = say("现行草案（第{1}稿）没有通过合法性审查，不得提交决策机关讨论",
                                     current_draft(q.file)),
                       .remedy = say("请先将现行草案送合法性审查部门审查并取得合法的审查意见")};
    }
};

/// What is discussed is what was put on the agenda (JC-2).
struct agenda_covers_draft {
    static verdict check(asked const& q)
    {
        auto const& agenda = q.file.submission.agenda;
        if (agenda && still_covers(q.file, agenda->draft))
            return {};
        return refusal{.rule = "JC-2",
                       .reason = say("列入议程之后草案有实质性修改，议程所列的不是现行草案"),
                       .remedy = say("请重新提请审议并列入议程")};
    }
};

/// An agenda is changed by the acts that make it; to take a matter off is for the head.
engine::text change_of_agenda()
{
    return say("请行政首长先办理“{1}”，再办理“{2}”",
               say("act." + std::string(submission::removed_from_agenda::kind)),
               say("act." + std::string(submission::placed_on_agenda::kind)));
}

/// There is no meeting to record before its day (GD21-38.1).
struct meeting_day_has_come {
    static verdict check(asked const& q)
    {
        auto const& agenda = q.file.submission.agenda;
        if (!agenda || q.today >= agenda->body.meeting_on)
            return {};
        auto const on = agenda->body.meeting_on;
        return refusal{.rule = "GD21-38.1",
                       .reason = say("会议安排在{1}，日期未到", on),
                       .remedy = say("{1}起可以登记；会议提前的，{2}", on, change_of_agenda()),
                       .opens_on = on};
    }
};

// ---- the meeting

/// Only the kinds of meeting that the law knows decide, and the one on the agenda (R713-30.1,
/// GD21-37.1).
struct meeting_may_decide {
    static verdict check(asked const& q, held const& body)
    {
        verdict found;
        auto const kinds = q.law.list(meeting_kinds);
        auto const name = engine::name_of(body.meeting);
        auto const words = say("choice.meeting_kind." + std::string(name));
        if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), name) == kinds.end())
            found += refusal{.rule = q.law.rule_of(meeting_kinds, "R713-30.1"),
                             .reason = say("本地规则不允许由{1}作出决策", words),
                             .remedy = say("请提交常务会议或者全体会议讨论")};
        auto const& agenda = q.file.submission.agenda;
        if (agenda && agenda->body.meeting != body.meeting)
            found += refusal{.rule = "R713-30.1",
                             .reason = say("议程安排的不是{1}", words),
                             .remedy = say("请核对会议类型；议程有误的，{1}", change_of_agenda())};
        return found;
    }
};

/// The meeting met on the agenda's day or later, after the review (R713-25.3).
struct met_as_announced {
    static verdict check(asked const& q, held const& body)
    {
        verdict found;
        auto const& agenda = q.file.submission.agenda;
        if (agenda && body.met_on < agenda->body.meeting_on)
            found += refusal{
                .rule = "GD21-38.1",
                .reason = say("会议日期{1}早于议程安排的{2}", body.met_on, agenda->body.meeting_on),
                .remedy = say("请核对会议日期；会议提前的，{1}", change_of_agenda())};
        auto const& review = q.file.legality_review.conclusion;
        if (review && body.met_on < review->on)
            found += refusal{
                .rule = "R713-25.3",
                .reason = say("会议日期{1}早于合法性审查意见的日期{2}", body.met_on, review->on),
                .remedy = say("请核对会议日期；未经审查的事项须在审查后重新讨论")};
        return found;
    }
};

/// Everybody stands once on the list of those present, and there are no more members than the
/// meeting has (R713-30.5).
struct attendance_is_true {
    static verdict check(asked const&, held const& body)
    {
        verdict found;
        std::set<std::string> names;
        long long members = 0;
        for (auto const& one : body.present) {
            if (!names.insert(one.name).second)
                found += refusal{.rule = "R713-30.5",
                                 .reason = say("“{1}”在出席名单中出现两次", one.name),
                                 .remedy = say("请更正出席名单；同名的请加以区别")};
            members += is_member(one.post);
        }
        if (members > body.members_entitled)
            found += refusal{
                .rule = "R713-30.5",
                .reason = say("到会组成人员{1}人，多于应到的{2}人", members, body.members_entitled),
                .remedy = say("请更正应到人数或出席名单")};
        return found;
    }
};

/// More than the pack's share of the members is present.
struct quorum_is_met {
    static verdict check(asked const& q, held const& body)
    {
        auto const members = std::count_if(body.present.begin(), body.present.end(),
                                           [](auto const& one) { return is_member(one.post); });
        return workflows::quorum_is_met(q.law, body.members_entitled, members);
    }
};

/// Heads of the office, the sponsor and the reviewer attend where the place says so (GD21-39.1).
struct required_heads_attend {
    static verdict check(asked const& q, held const& body)
    {
        verdict found;
        for (auto const& who : q.law.list(required_attendance)) {
            bool const attends =
                std::any_of(body.present.begin(), body.present.end(), [&](auto const& one) {
                    return engine::name_of(one.post) == who + "_head";
                });
            if (!attends)
                found += refusal{
                    .rule = q.law.rule_of(required_attendance, "GD21-39.1"),
                    .reason = say("列席人员中没有{1}", say("choice.meeting_post." + who + "_head")),
                    .remedy = say("请核对列席名单；未列席的，须请其列席后重新讨论")};
        }
        return found;
    }
};

/// Where the place says so, the sponsor explains the draft (GD21-40.1).
struct sponsor_explains {
    static verdict check(asked const& q, held const& body)
    {
        if (body.sponsor_explained || !q.law.flag(sponsor_explanation_required))
            return {};
        return refusal{.rule = q.law.rule_of(sponsor_explanation_required, "GD21-40.1"),
                       .reason = say("会议记录没有承办单位对决策草案的说明"),
                       .remedy = say("请由承办单位在会上说明后再讨论决定")};
    }
};

/// Every member present speaks or stands in the record as silent; nobody speaks who was not there
/// (R713-30.3, R713-30.5).
struct every_member_is_heard {
    static verdict check(asked const&, held const& body)
    {
        verdict found;
        auto const has_statement = [&](std::string const& name) {
            return std::any_of(body.statements.begin(), body.statements.end(),
                               [&](auto const& one) { return one.name == name; });
        };
        for (auto const& one : body.present)
            if (is_member(one.post) && !has_statement(one.name))
                found += refusal{.rule = "R713-30.3",
                                 .reason = say("会议组成人员{1}没有发表意见的记录", one.name),
                                 .remedy = say("请补记其意见；未发言的记为“未发表意见”")};
        for (auto const& one : body.statements) {
            bool const was_there =
                std::any_of(body.present.begin(), body.present.end(), [&](auto const& who) {
                    return who.name == one.name && who.post == one.post;
                });
            if (!was_there)
                found += refusal{.rule = "R713-30.5",
                                 .reason = say("发言人{1}不在出席名单中，或者身份不符", one.name),
                                 .remedy = say("请更正出席名单或发言记录")};
        }
        return found;
    }
};

/// What silence means here (GD21-40.1); where the place does not say, it is nobody's consent.
struct silence_is_weighed {
    static verdict check(asked const& q, held const& body)
    {
        bool const consents = q.law.flag(silence_is_consent);
        auto const views = views_of_members(body, consents);
        if (views.silent == 0)
            return {};
        if (consents)
            return advice{q.law.rule_of(silence_is_consent, "GD21-40.1"),
                          say("{1}名组成人员未发表意见，视为同意", views.silent)};
        return advice{"R713-30.3", say("{1}名组成人员未发表意见，本地规则未规定视为同意，"
                                       "不计入同意人数",
                                       views.silent)};
    }
};

/// The head is there, speaks, and speaks last among the members (R713-30.2, R713-30.3).
struct head_speaks_last {
    static verdict check(asked const&, held const& body)
    {
        auto const heads =
            std::count_if(body.present.begin(), body.present.end(),
                          [](auto const& one) { return one.post == meeting_post::head; });
        if (heads != 1)
            return refusal{.rule = "R713-30.2",
                           .reason = say("出席名单中的行政首长有{1}人，应为1人", heads),
                           .remedy = say("决定由行政首长在集体讨论的基础上作出，请更正出席名单")};
        auto const last = std::find_if(body.statements.rbegin(), body.statements.rend(),
                                       [](auto const& one) { return is_member(one.post); });
        if (last != body.statements.rend() && last->post == meeting_post::head &&
            last->view != stance::silent)
            return {};
        return refusal{.rule = "R713-30.3",
                       .reason = say("行政首长没有在会议组成人员中最后发表意见"),
                       .remedy = say("请按发言的先后顺序如实登记；行政首长须最后发表意见")};
    }
};

/// Who departs from the majority tells the meeting why (R713-30.4). Postponing what most are for is
/// a departure; postponing what most are against is none.
struct departure_is_explained {
    static verdict check(asked const& q, held const& body)
    {
        auto const views = views_of_members(body, q.law.flag(silence_is_consent));
        bool const adopts = body.outcome == meeting_outcome::adopted ||
                            body.outcome == meeting_outcome::adopted_in_principle;
        bool const departs = adopts ? views.most_against() : views.most_in_favour();
        if (!departs || body.departure_reason)
            return {};
        return refusal{.rule = "R713-30.4",
                       .reason = say("其他组成人员{1}人中，同意{2}人、不同意{3}人，"
                                     "决定与多数人的意见不一致",
                                     views.members, views.in_favour, views.against),
                       .remedy = say("请填写行政首长在会上说明的理由")};
    }
};

/// Dissent stands in the record with its words (R713-30.5, GD21-40.2).
struct dissent_is_recorded {
    static verdict check(asked const&, held const& body)
    {
        verdict found;
        for (auto const& one : body.statements)
            if (one.view == stance::disagrees && !one.words)
                found += refusal{.rule = "R713-30.5",
                                 .reason = say("{1}表示不同意，但没有记录其意见", one.name),
                                 .remedy = say("不同意见应当载明，请如实补记")};
        return found;
    }
};

struct outcome_is_known {
    static verdict check(asked const& q, held const& body)
    {
        auto const known = q.law.list(meeting_outcomes);
        auto const name = engine::name_of(body.outcome);
        if (known.empty() || std::find(known.begin(), known.end(), name) != known.end())
            return {};
        return refusal{.rule = q.law.rule_of(meeting_outcomes, "R713-30.2"),
                       .reason = say("本地规则规定的讨论结果中没有“{1}”",
                                     say("choice.meeting_outcome." + std::string(name))),
                       .remedy = say("请选择本地规则规定的讨论结果")};
    }
};

/// In principle means: with these changes.
struct ordered_changes_are_told {
    static verdict check(asked const&, held const& body)
    {
        if (body.outcome != meeting_outcome::adopted_in_principle || body.changes_ordered)
            return {};
        return refusal{.rule = "R713-30.5",
                       .reason = say("结果为原则通过，但没有写明会议要求的修改"),
                       .remedy = say("请写明会议要求修改的内容")};
    }
};

// ---- the changes that the meeting ordered

held const& last_meeting(dossier const& file)
{
    return file.deliberation.meetings.back().body;
}

/// A changed text was registered after the meeting, and the reviewer has said how far it goes.
struct changed_text_is_registered {
    static verdict check(asked const& q)
    {
        verdict found;
        auto const discussed = draft_to_be_changed(q.file);
        if (current_draft(q.file) <= discussed)
            found += refusal{
                .rule = "JC-2",
                .reason = say("会议之后或者上次退改之后尚未登记修改后的草案，现行草案仍是第{1}稿",
                              discussed),
                .remedy = say("请承办单位先按会议要求登记新的草案版本")};
        if (change_unconfirmed(q.file))
            found += refusal{.rule = "JC-2",
                             .reason = say("草案修改的性质尚待合法性审查部门确认"),
                             .remedy = say("请审查部门先确认修改属于文字性、非实质性或实质性修改")};
        return found;
    }
};

/// A change of substance beyond what the meeting ordered is no decided text; one that the meeting
/// ordered is deliberated again where the place says so (Heilongjiang art. 40).
struct meeting_covers_changes {
    static verdict check(asked const& q)
    {
        auto const& meeting = last_meeting(q.file);
        bool const substantive = !still_covers(q.file, q.file.deliberation.meetings.back().draft);
        if (q.law.flag(redeliberate_substantive_change) &&
            (substantive || meeting.substantive_changes))
            return refusal{.rule = q.law.rule_of(redeliberate_substantive_change, "HLJ-40.1"),
                           .reason = say("会议要求的修改涉及实质内容，须重新讨论决定"),
                           .remedy = say("请将修改后的草案重新送审、提请并列入会议议程")};
        if (substantive && !meeting.substantive_changes)
            return refusal{.rule = "R713-30.1",
                           .reason = say("会议没有要求作实质性修改，现行草案却有实质性修改，"
                                         "未经集体讨论"),
                           .remedy = say("请撤回该修改，或将修改后的草案重新提请讨论")};
        if (substantive)
            return advice{"R713-30.1",
                          say("修改涉及实质内容：本地规则未要求重新讨论，宜由行政首长审慎决定"
                              "是否再次提交会议")};
        return {};
    }
};

// ---- which way it goes

template <meeting_outcome... Outcomes>
struct ends_in {
    static bool holds(dossier const&, held const& body)
    {
        return ((body.outcome == Outcomes) || ...);
    }
};

/// A text that was changed after the decision goes to a meeting again, as long as it is not out.
struct not_issued {
    static bool holds(dossier const& file, submission::placed_on_agenda const&)
    {
        return !issued(file);
    }
};

struct party_says_no {
    static bool holds(dossier const&, party_report::answered const& body)
    {
        return body.answer == party_report::party_answer::disagrees;
    }
};

} // namespace

// ---- entering

void enter(dossier& file, held const& body, engine::act const& what)
{
    auto& facts = file.deliberation;
    facts.meetings.push_back(on_file(file, body, what));
    facts.changes.reset();
    facts.acceptance.reset();
}
void enter(dossier& file, changes_made const& body, engine::act const& what)
{
    file.deliberation.changes = on_file(file, body, what);
}
void enter(dossier& file, changes_accepted const& body, engine::act const& what)
{
    file.deliberation.acceptance = on_file(file, body, what);
}
void enter(dossier& file, changes_refused const& body, engine::act const& what)
{
    file.deliberation.refusals.push_back(on_file(file, body, what));
    file.deliberation.changes.reset();
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "deliberation";
    using opening = waiting;

    using meeting =
        admit_if<by<office>, judges_no_own_work<held>, review_is_passed, statutory_steps_hold,
                 agenda_covers_draft, meeting_day_has_come, has_happened<&held::met_on>,
                 on_current_draft<&held::draft>, meeting_may_decide, met_as_announced,
                 attendance_is_true, quorum_is_met, required_heads_attend, sponsor_explains,
                 every_member_is_heard, silence_is_weighed, head_speaks_last,
                 departure_is_explained, dissent_is_recorded, outcome_is_known,
                 ordered_changes_are_told>;

    // clang-format off
    using text = clauses<
    //      rule          at stage          on act              then              only if
    follows<"R713-30.1", waiting,          submission::placed_on_agenda,     on_agenda>,
    follows<"R713-30.1", on_agenda,        submission::removed_from_agenda,  waiting>,

    clause<"R713-30.2",  on_agenda,        held,               adopted,          given<ends_in<meeting_outcome::adopted>>, meeting>,
    clause<"R713-30.2",  on_agenda,        held,               to_be_changed,    given<ends_in<meeting_outcome::adopted_in_principle>>, meeting>,
    clause<"R713-30.2",  on_agenda,        held,               waiting,          given<ends_in<meeting_outcome::discuss_again, meeting_outcome::postponed>>, meeting>,
    clause<"R713-30.2",  on_agenda,        held,               rejected,         given<ends_in<meeting_outcome::rejected>>, meeting>,

    clause<"R713-30.2",  to_be_changed,    changes_made,       changes_to_find,  admit_if<by<sponsor>, changed_text_is_registered, on_current_draft<&changes_made::draft>>>,
    clause<"R713-30.2",  changes_to_find,  changes_accepted,   adopted,          admit_if<by<head>, judges_no_own_work<changes_accepted>, changed_text_is_registered, review_is_passed, statutory_steps_hold, meeting_covers_changes>>,
    option<"R713-30.2",  changes_to_find,  changes_refused,    to_be_changed,    admit_if<by<head>, judges_no_own_work<changes_refused>>>,

    follows<"R713-30.1", to_be_changed,    submission::placed_on_agenda,     on_agenda>,
    follows<"R713-30.1", changes_to_find,  submission::placed_on_agenda,     on_agenda>,
    follows<"JC-2",      changes_to_find,  drafting::versioned,              to_be_changed>,
    follows<"R713-30.1", adopted,          submission::placed_on_agenda,     on_agenda, given<not_issued>>,
    follows<"R713-31.1", adopted,          party_report::answered,           waiting,   given<party_says_no>>
    >;
    // clang-format on
};

} // namespace
} // namespace deliberation

std::unique_ptr<engine::chapter<dossier>> make_deliberation()
{
    return std::make_unique<engine::msm_chapter<deliberation::rules_of_chapter>>();
}

} // namespace workflows::major_decision
