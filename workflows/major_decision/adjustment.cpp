#include "workflows/major_decision/adjustment.hpp"

#include "workflows/major_decision/tables.hpp"

#include <algorithm>

namespace workflows::major_decision {
namespace adjustment {
namespace {

// clang-format off
struct as_decided     : stage_of_chapter { static constexpr std::string_view name = "as_decided"; };
struct minor_proposed : stage_of_chapter { static constexpr std::string_view name = "minor_proposed"; };
struct major_proposed : stage_of_chapter { static constexpr std::string_view name = "major_proposed"; };
struct in_new_case    : stage_of_chapter { static constexpr std::string_view name = "in_new_case"; };
struct superseded     : stage_of_chapter { static constexpr std::string_view name = "superseded"; };
// clang-format on

/// Before its issue a decision is changed in its own procedure, not adjusted (R713-37.1).
struct decision_is_issued {
    static verdict check(asked const& q)
    {
        if (issued(q.file))
            return {};
        return refusal{.rule = "R713-37.1",
                       .reason = say("决策尚未出台，无须办理调整"),
                       .remedy = say("请在本案程序中修改草案")};
    }
};

/// The ground stands on file (R713-36.4, R713-37.3).
struct ground_is_on_file {
    static verdict check(asked const& q, proposed const& body)
    {
        auto const& problems = q.file.execution.problems;
        if (body.ground == adjustment_ground::problem_report && problems.empty())
            return refusal{.rule = "R713-35.1",
                           .reason = say("执行中没有问题报告"),
                           .remedy = say("请执行单位先登记问题报告，或选择其他事由")};
        if (body.ground != adjustment_ground::evaluation_advice_ground)
            return {};
        auto const& report = q.file.evaluation.report;
        if (report && report->body.advice != evaluation::evaluation_advice::keep)
            return {};
        return refusal{.rule = "R713-36.4",
                       .reason = say("没有建议调整或者终结决策的后评估报告"),
                       .remedy = say("请先完成决策后评估，或选择其他事由")};
    }
};

struct decided_after_proposal {
    static verdict check(asked const& q, minor_decided const& body)
    {
        auto const decision = decided_on(q.file);
        if (!decision || body.decided_on >= *decision)
            return {};
        return refusal{.rule = "R713-37.1",
                       .reason =
                           say("调整决定的日期{1}早于原决策的日期{2}", body.decided_on, *decision),
                       .remedy = say("请核对日期")};
    }
};

/// A major adjustment is opened by an executive or plenary meeting (R713-37.3, GD21-51.1).
struct meeting_may_reopen {
    static verdict check(asked const& q, reopened const& body)
    {
        verdict found;
        auto const kinds = q.law.list(meeting_kinds);
        auto const name = engine::name_of(body.meeting);
        if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), name) == kinds.end())
            found += refusal{.rule = "R713-37.3",
                             .reason = say("本地规则不允许由{1}决定重大调整",
                                           say("choice.meeting_kind." + std::string(name))),
                             .remedy = say("请提交常务会议或者全体会议讨论")};
        auto const decision = decided_on(q.file);
        if (decision && body.met_on < *decision)
            found +=
                refusal{.rule = "R713-37.3",
                        .reason = say("会议日期{1}早于原决策的日期{2}", body.met_on, *decision),
                        .remedy = say("请核对会议日期")};
        return found;
    }
};

/// The new decision is that of the case which the meeting opened, and came after it (R713-37.3).
struct new_case_is_the_one {
    static verdict check(asked const& q, replaced const& body)
    {
        verdict found;
        auto const& reopening = q.file.adjustment.reopening;
        if (!reopening)
            return found;
        if (body.new_case != reopening->body.new_case)
            found += refusal{.rule = "R713-37.3",
                             .reason = say("重大调整另立的案卷是{1}，不是{2}",
                                           reopening->body.new_case, body.new_case),
                             .remedy = say("请核对新案卷的编号")};
        if (body.decided_on < reopening->body.met_on)
            found += refusal{.rule = "R713-37.3",
                             .reason = say("新决策的日期{1}早于决定重大调整的会议日期{2}",
                                           body.decided_on, reopening->body.met_on),
                             .remedy = say("请核对新决策的日期")};
        return found;
    }
};

struct is_major {
    static bool holds(dossier const&, proposed const& body) { return body.major; }
};
struct is_minor {
    static bool holds(dossier const&, proposed const& body) { return !body.major; }
};

} // namespace

// ---- entering

void enter(dossier& file, proposed const& body, engine::act const& what)
{
    auto minor = std::move(file.adjustment.minor);
    file.adjustment = {};
    file.adjustment.minor = std::move(minor);
    file.adjustment.proposal = on_file(file, body, what);
}
void enter(dossier& file, minor_decided const& body, engine::act const& what)
{
    file.adjustment.minor.push_back(on_file(file, body, what));
}
void enter(dossier& file, reopened const& body, engine::act const& what)
{
    file.adjustment.reopening = on_file(file, body, what);
}
void enter(dossier& file, replaced const& body, engine::act const& what)
{
    file.adjustment.replacement = on_file(file, body, what);
}
void enter(dossier& file, declined const& body, engine::act const& what)
{
    file.adjustment.refusal = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "adjustment";
    using opening = as_decided;

    // clang-format off
    using text = clauses<
    //      rule          at stage         on act         then             only if
    option<"R713-37.1",  as_decided,      proposed,      major_proposed,  given<is_major>, admit_if<by<sponsor, executing_unit, evaluator, office>, decision_is_issued, ground_is_on_file>>,
    option<"R713-37.1",  as_decided,      proposed,      minor_proposed,  given<is_minor>, admit_if<by<sponsor, executing_unit, evaluator, office>, decision_is_issued, ground_is_on_file>>,

    clause<"R713-37.1",  minor_proposed,  minor_decided, as_decided,      admit_if<by<head>, has_happened<&minor_decided::decided_on>, decided_after_proposal>>,
    option<"R713-37.1",  minor_proposed,  declined,      as_decided,      admit_if<by<head, office>>>,

    clause<"R713-37.3",  major_proposed,  reopened,      in_new_case,     admit_if<by<office>, has_happened<&reopened::met_on>, meeting_may_reopen>>,
    option<"R713-37.1",  major_proposed,  declined,      as_decided,      admit_if<by<head, office>>>,

    clause<"R713-37.3",  in_new_case,     replaced,      superseded,      admit_if<by<office>, has_happened<&replaced::decided_on>, new_case_is_the_one>>,
    option<"R713-37.1",  in_new_case,     declined,      as_decided,      admit_if<by<office>>>
    >;
    // clang-format on
};

} // namespace
} // namespace adjustment

std::unique_ptr<engine::chapter<dossier>> make_adjustment()
{
    return std::make_unique<engine::msm_chapter<adjustment::rules_of_chapter>>();
}

} // namespace workflows::major_decision
