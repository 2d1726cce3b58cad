#include "workflows/major_decision/closing.hpp"

#include "workflows/major_decision/tables.hpp"

namespace workflows::major_decision {
namespace closing {
namespace {

// clang-format off
struct open             : stage_of_chapter { static constexpr std::string_view name = "open"; };
struct withdrawal_asked : stage_of_chapter { static constexpr std::string_view name = "withdrawal_asked"; };
struct taken_back       : stage_of_chapter { static constexpr std::string_view name = "taken_back"; };
struct ended            : stage_of_chapter { static constexpr std::string_view name = "ended"; };
struct lapsed           : stage_of_chapter { static constexpr std::string_view name = "lapsed"; };
// clang-format on

/// What is decided is not stopped but by the procedure of adjustment (R713-37.1).
struct not_yet_decided {
    static verdict check(asked const& q)
    {
        auto const& meetings = q.file.deliberation.meetings;
        bool const in_principle =
            !meetings.empty() && !party_disagrees(q.file) &&
            meetings.back().body.outcome == deliberation::meeting_outcome::adopted_in_principle;
        if (!decided(q.file) && !in_principle)
            return {};
        return refusal{
            .rule = "R713-37.1",
            .reason = say("本事项已于{1}经集体讨论通过，不得随意停止", meetings.back().body.met_on),
            .remedy = say("需要变更或者停止的，请按决策调整的程序办理")};
    }
};

/// The grounds that the file can prove are proved by it.
struct ground_is_on_file {
    static verdict check(asked const& q, terminated const& body)
    {
        auto const& report = q.file.risk.report;
        if (body.ground == termination_ground::uncontrollable_risk &&
            !(report && !report->body.controllable))
            return refusal{.rule = "R713-24.3",
                           .reason = say("没有认定风险不可控的风险评估报告"),
                           .remedy = say("请先完成风险评估，或选择其他事由")};
        auto const& review = q.file.legality_review.conclusion;
        if (body.ground == termination_ground::unlawful_matter &&
            !(review && review->body.outcome == legality_review::review_outcome::unlawful))
            return advice{"R713-25.3", say("没有认定不合法的合法性审查意见，请在理由中说明依据")};
        return {};
    }
};

/// A postponed matter lapses only where the place's rules say so, and by an act (JC-4).
struct postponement_has_run_out {
    static verdict check(asked const& q)
    {
        auto const rule = q.law.rule_of(postponed_expiry_months, "JC-4");
        if (!q.law.number(postponed_expiry_months))
            return refusal{.rule = rule,
                           .reason = say("本地规则没有规定暂缓的事项逾期终止"),
                           .remedy = say("请重新提请审议，或由行政首长决定终止")};
        auto const lapses = lapses_on(q.file, q.law);
        if (!lapses)
            return refusal{.rule = rule,
                           .reason = say("本事项没有被会议暂缓决定"),
                           .remedy = say("只有暂缓的事项才会逾期终止")};
        if (q.today >= *lapses)
            return {};
        return refusal{.rule = rule,
                       .reason = say("暂缓未满{1}个月，{2}起方可办理",
                                     *q.law.number(postponed_expiry_months), *lapses),
                       .remedy = say("请在期满后办理"),
                       .opens_on = lapses};
    }
};

} // namespace

// ---- entering

void enter(dossier& file, withdrawal_requested const& body, engine::act const& what)
{
    file.closing.request = on_file(file, body, what);
    file.closing.withdrawal_refusal.reset();
}
void enter(dossier& file, withdrawal_declined const& body, engine::act const& what)
{
    file.closing.withdrawal_refusal = on_file(file, body, what);
}
void enter(dossier& file, withdrawn const& body, engine::act const& what)
{
    file.closing.withdrawal = on_file(file, body, what);
}
void enter(dossier& file, terminated const& body, engine::act const& what)
{
    file.closing.termination = on_file(file, body, what);
}
void enter(dossier& file, expired const& body, engine::act const& what)
{
    file.closing.expiry = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "closing";
    using opening = open;

    using may_end =
        admit_if<by<head>, judges_no_own_work<terminated>, procedure_started, not_yet_decided,
                 has_happened<&terminated::decided_on>, ground_is_on_file>;

    // clang-format off
    using text = clauses<
    //      rule          at stage           on act                then              only if
    option<"R713-37.1",  open,              withdrawal_requested, withdrawal_asked, admit_if<by<sponsor>, procedure_started, not_yet_decided>>,
    clause<"R713-37.1",  withdrawal_asked,  withdrawn,            taken_back,       admit_if<by<office, head>, not_yet_decided>>,
    option<"R713-37.1",  withdrawal_asked,  withdrawal_declined,  open,             admit_if<by<office, head>>>,
    option<"R713-37.1",  open,              terminated,           ended,            may_end>,
    option<"R713-37.1",  withdrawal_asked,  terminated,           ended,            may_end>,
    option<"HLJ-40.2",   open,              expired,              lapsed,           admit_if<by<office>, postponement_has_run_out>>,
    option<"HLJ-40.2",   withdrawal_asked,  expired,              lapsed,           admit_if<by<office>, postponement_has_run_out>>
    >;
    // clang-format on
};

} // namespace
} // namespace closing

std::unique_ptr<engine::chapter<dossier>> make_closing()
{
    return std::make_unique<engine::msm_chapter<closing::rules_of_chapter>>();
}

} // namespace workflows::major_decision
