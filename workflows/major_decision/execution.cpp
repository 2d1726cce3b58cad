#include "workflows/major_decision/execution.hpp"

#include "workflows/major_decision/has_people.hpp"
#include "workflows/major_decision/suspensions_are_explained.hpp"
#include "workflows/major_decision/tables.hpp"

#include <algorithm>

namespace workflows::major_decision {
namespace execution {
namespace {

// clang-format off
struct unnamed   : stage_of_chapter { static constexpr std::string_view name = "unnamed"; };
struct begun     : stage_of_chapter { static constexpr std::string_view name = "begun"; };
struct executing : stage_of_chapter { static constexpr std::string_view name = "executing"; };
struct halted    : stage_of_chapter { static constexpr std::string_view name = "halted"; };
struct done      : stage_of_chapter { static constexpr std::string_view name = "done"; };
struct replaced  : stage_of_chapter { static constexpr std::string_view name = "replaced"; };
// clang-format on

/// What is not issued is not executed (R713-32.1, R713-34.1).
struct decision_is_issued {
    static verdict check(asked const& q)
    {
        if (issued(q.file))
            return {};
        return refusal{.rule = "R713-34.1",
                       .reason = say("决策尚未公布，也没有登记为依法不予公开"),
                       .remedy = say("请先签发并公布决策")};
    }
};

/// Somebody of the unit holds a seat from which it executes (R713-34.1).
struct executor_has_people {
    static verdict check(asked const& q, unit_named const& body)
    {
        if (has_people(q, executing_unit::seats_in(body.executor)))
            return {};
        return refusal{.rule = "R713-34.1",
                       .reason = say("{1}现在没有可以办理执行的人员", body.executor),
                       .remedy = say("请确定有经办人员或者负责人的单位；确由该单位执行的，请先登记"
                                     "其人员任职")};
    }
};

struct term_lies_ahead {
    static verdict check(asked const& q, unit_named const& body)
    {
        if (!body.due_on || *body.due_on > q.today)
            return {};
        return refusal{.rule = "R713-34.1",
                       .reason = say("执行期限{1}不晚于今天", *body.due_on),
                       .remedy = say("请填写将来的日期，或者不定期限")};
    }
};

/// The head alone suspends only what execution has shown to be in trouble (R713-37.2, R713-35.1).
struct trouble_is_reported {
    static verdict check(asked const& q)
    {
        if (!q.file.execution.problems.empty())
            return {};
        return refusal{.rule = "R713-37.2",
                       .reason = say("执行中尚无问题报告（未达目标、情况重大变化、不可抗力、"
                                     "意见较多）"),
                       .remedy = say("请执行单位先报告问题，再由行政首长决定是否中止")};
    }
};

/// Only urgency lets the head act before a meeting (R713-37.2).
struct case_is_urgent {
    static verdict check(asked const&, suspended const& body)
    {
        if (body.urgent)
            return {};
        return refusal{.rule = "R713-37.1",
                       .reason = say("情况不紧急，行政首长不能先行决定中止执行"),
                       .remedy = say("请按调整程序提交会议讨论决定")};
    }
};

/// A problem waits for the organ's word (R713-34.2, R713-35.1).
struct answer_is_owed {
    static verdict check(asked const& q)
    {
        if (problem_unanswered(q.file))
            return {};
        return refusal{.rule = "R713-35.1",
                       .reason = say("没有尚待答复的问题报告"),
                       .remedy = say("无须办理")};
    }
};

/// The unit undertakes a report that is still to come.
struct next_report_lies_ahead {
    static verdict check(asked const& q, reported const& body)
    {
        if (!body.next_report_on || *body.next_report_on > q.today)
            return {};
        return refusal{.rule = "R713-34.3",
                       .reason = say("下次报告日期{1}不晚于今天", *body.next_report_on),
                       .remedy = say("请填写将来的日期；不再报告的留空")};
    }
};

/// Before the completion another report comes, on a day that is known (R713-34.3).
struct report_is_to_come {
    static bool holds(asked const& q) { return next_report(q.file).has_value(); }
};

/// Nothing more is to be reported: what waits is the completion (R713-34.3).
struct no_report_is_to_come {
    static bool holds(asked const& q) { return !next_report(q.file); }
};

/// The organ's word on a problem may change what is left to do: the completion waits for its turn
/// behind it, and whoever completes sooner may (R713-35.1).
struct no_answer_is_owed {
    static bool holds(asked const& q) { return !problem_unanswered(q.file); }
};

/// Who completes hears what others still wait for.
struct open_matters_are_shown {
    static verdict check(asked const& q)
    {
        verdict found;
        if (auto const& named = q.file.execution.executor;
            named && named->body.due_on && q.today < *named->body.due_on)
            found += advice{"R713-34.3", say("执行期限到{1}，尚未届满", *named->body.due_on)};
        if (problem_unanswered(q.file))
            found += advice{"R713-35.1", say("报告的问题，决策机关尚未答复")};
        for (auto const& unit : units_owing_data(q.file))
            found += advice{"GD21-50.1", say("{1}尚未提供评估资料", unit)};
        return found;
    }
};

/// What is done against losses, where the place asks (Heilongjiang art. 50, Shandong art. 55).
struct losses_are_limited {
    static verdict check(asked const& q, suspended const& body)
    {
        if (body.loss_limiting || !q.law.flag(suspension_measures_required))
            return {};
        return refusal{.rule = q.law.rule_of(suspension_measures_required, "HLJ-50.2"),
                       .reason = say("没有说明减少损失和不利影响的措施"),
                       .remedy = say("请填写已采取或将采取的措施")};
    }
};

/// Where the place wants the reasons told, there is a suspension whose reasons no meeting has heard
/// (GD21-45.3).
struct explanation_is_owed {
    static verdict check(asked const& q)
    {
        if (q.law.flag(suspension_explanation_required) && suspension_unexplained(q.file))
            return {};
        return refusal{.rule = "GD21-45.3",
                       .reason = say("没有尚待说明理由的中止决定"),
                       .remedy = say("无须办理")};
    }
};

/// An executive or plenary meeting hears the reasons, after the suspension (GD21-45.3).
struct heard_by_right_meeting {
    static verdict check(asked const& q, suspension_explained const& body)
    {
        verdict found;
        auto const kinds = q.law.list(meeting_kinds);
        auto const name = engine::name_of(body.meeting);
        if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), name) == kinds.end())
            found += refusal{.rule = "GD21-45.3",
                             .reason = say("本地规则不允许在{1}上说明",
                                           say("choice.meeting_kind." + std::string(name))),
                             .remedy = say("请在常务会议或者全体会议上说明理由")};
        auto const& suspensions = q.file.execution.suspensions;
        if (!suspensions.empty() && body.met_on < suspensions.back().on)
            found += refusal{.rule = "GD21-45.3",
                             .reason = say("会议日期{1}早于中止决定的日期{2}", body.met_on,
                                           suspensions.back().on),
                             .remedy = say("请核对会议日期")};
        return found;
    }
};

struct completed_after_decision {
    static verdict check(asked const& q, completed const& body)
    {
        auto const decision = decided_on(q.file);
        if (!decision || body.completed_on >= *decision)
            return {};
        return refusal{.rule = "R713-34.3",
                       .reason = say("完成日期{1}早于决定日期{2}", body.completed_on, *decision),
                       .remedy = say("请核对完成日期")};
    }
};

} // namespace

// ---- entering

void enter(dossier& file, unit_named const& body, engine::act const& what)
{
    file.execution.executor = on_file(file, body, what);
}
void enter(dossier& file, reported const& body, engine::act const& what)
{
    file.execution.reports.push_back(on_file(file, body, what));
}
void enter(dossier& file, inspected const& body, engine::act const& what)
{
    file.execution.inspections.push_back(on_file(file, body, what));
}
void enter(dossier& file, citizen_opinion_received const& body, engine::act const& what)
{
    file.execution.opinions.push_back(on_file(file, body, what));
}
void enter(dossier& file, problem_reported const& body, engine::act const& what)
{
    file.execution.problems.push_back(on_file(file, body, what));
}
void enter(dossier& file, problem_answered const& body, engine::act const& what)
{
    file.execution.answer = on_file(file, body, what);
}
void enter(dossier& file, suspended const& body, engine::act const& what)
{
    file.execution.suspensions.push_back(on_file(file, body, what));
}
void enter(dossier& file, suspension_explained const& body, engine::act const& what)
{
    file.execution.explanations.push_back(on_file(file, body, what));
}
void enter(dossier& file, resumed const& body, engine::act const& what)
{
    file.execution.resumptions.push_back(on_file(file, body, what));
}
void enter(dossier& file, completed const& body, engine::act const& what)
{
    file.execution.completion = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "execution";
    using opening = unnamed;

    using may_suspend = admit_if<by<head>, trouble_is_reported, case_is_urgent, losses_are_limited>;
    using may_answer = admit_if<by<office, head>, answer_is_owed>;
    using may_report =
        admit_if<by<executing_unit>, has_happened<&reported::reported_on>, next_report_lies_ahead>;
    using may_complete =
        admit_if<by<executing_unit>, suspensions_are_explained, open_matters_are_shown,
                 has_happened<&completed::completed_on>, completed_after_decision>;
    using may_explain =
        admit_if<by<office>, explanation_is_owed, has_happened<&suspension_explained::met_on>,
                 heard_by_right_meeting>;

    // Begun: named, and no report yet. A completion without any report is none (R713-34.3).
    // clang-format off
    using text = clauses<
    //      rule          at stage    on act                     then        only if
    clause<"R713-34.1",  unnamed,    unit_named,                begun,      admit_if<by<office, head>, decision_is_issued, executor_has_people, term_lies_ahead>, due_if<decision_is_issued>>,
    option<"R713-34.1",  begun,      unit_named,                begun,      admit_if<by<office, head>, executor_has_people, term_lies_ahead>>,
    clause<"R713-34.3",  begun,      reported,                  executing,  may_report>,
    option<"R713-34.2",  begun,      inspected,                 begun,      admit_if<by<office, deputy>, has_happened<&inspected::inspected_on>>>,
    option<"R713-35.2",  begun,      citizen_opinion_received,  begun,      admit_if<by<office, executing_unit>>>,
    option<"R713-35.1",  begun,      problem_reported,          begun,      admit_if<by<executing_unit, office>>>,
    clause<"R713-35.1",  begun,      problem_answered,          begun,      may_answer, due_if<answer_is_owed>>,
    option<"R713-37.2",  begun,      suspended,                 halted,     may_suspend>,
    clause<"GD21-45.3",  begun,      suspension_explained,      begun,      may_explain, due_if<explanation_is_owed>>,

    option<"R713-34.1",  executing,  unit_named,                executing,  admit_if<by<office, head>, executor_has_people, term_lies_ahead>>,
    clause<"R713-34.3",  executing,  reported,                  executing,  may_report, due_if<report_is_to_come>>,
    clause<"R713-34.3",  executing,  completed,                 done,       may_complete, due_if<no_report_is_to_come, no_answer_is_owed>>,
    option<"R713-34.2",  executing,  inspected,                 executing,  admit_if<by<office, deputy>, has_happened<&inspected::inspected_on>>>,
    option<"R713-35.2",  executing,  citizen_opinion_received,  executing,  admit_if<by<office, executing_unit>>>,
    option<"R713-35.1",  executing,  problem_reported,          executing,  admit_if<by<executing_unit, office>>>,
    clause<"R713-35.1",  executing,  problem_answered,          executing,  may_answer, due_if<answer_is_owed>>,
    option<"R713-37.2",  executing,  suspended,                 halted,     may_suspend>,
    clause<"GD21-45.3",  executing,  suspension_explained,      executing,  may_explain, due_if<explanation_is_owed>>,

    clause<"GD21-45.3",  halted,     suspension_explained,      halted,     may_explain, due_if<explanation_is_owed>>,
    option<"R713-35.2",  halted,     citizen_opinion_received,  halted,     admit_if<by<office, executing_unit>>>,
    option<"R713-35.1",  halted,     problem_reported,          halted,     admit_if<by<executing_unit, office>>>,
    clause<"R713-35.1",  halted,     problem_answered,          halted,     may_answer, due_if<answer_is_owed>>,
    option<"R713-37.2",  halted,     resumed,                   executing,  admit_if<by<head>>>,

    option<"R713-35.2",  done,       citizen_opinion_received,  done,       admit_if<by<office, executing_unit>>>,
    clause<"R713-35.1",  done,       problem_answered,          done,       may_answer, due_if<answer_is_owed>>,

    follows<"R713-37.3", begun,      adjustment::replaced,      replaced>,
    follows<"R713-37.3", executing,  adjustment::replaced,      replaced>,
    follows<"R713-37.3", halted,     adjustment::replaced,      replaced>,
    clause<"GD21-45.3",  replaced,   suspension_explained,      replaced,   may_explain, due_if<explanation_is_owed>>
    >;
    // clang-format on
};

} // namespace
} // namespace execution

std::unique_ptr<engine::chapter<dossier>> make_execution()
{
    return std::make_unique<engine::msm_chapter<execution::rules_of_chapter>>();
}

} // namespace workflows::major_decision
