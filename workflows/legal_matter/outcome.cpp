#include "workflows/legal_matter/outcome.hpp"

#include "workflows/legal_matter/tables.hpp"

namespace workflows::legal_matter {
namespace outcome {
namespace {

using registration::legal_kind;

// clang-format off
struct open_still : stage_of_chapter { static constexpr std::string_view name = "open_still"; };
struct known      : stage_of_chapter { static constexpr std::string_view name = "known"; };
struct closed_up  : stage_of_chapter { static constexpr std::string_view name = "closed_up"; };
struct ended      : stage_of_chapter { static constexpr std::string_view name = "ended"; };
struct filed_away : stage_of_chapter { static constexpr std::string_view name = "filed_away"; };
// clang-format on

struct is_contested_matter {
    static verdict check(asked const& q)
    {
        if (registration::is_contested(q.file.registration.kind_is))
            return {};
        return refusal{.rule = "GDLA-17",
                       .reason = say("本事项不是诉讼、复议、仲裁或者执行案件"),
                       .remedy = say("类别登记有误的，请先更正类别")};
    }
};

/// In court a staff member stands beside the engaged adviser (GDLA-17).
struct staff_appears {
    static verdict check(asked const&, appeared const& body)
    {
        if (body.staff_present)
            return {};
        return refusal{.rule = "GDLA-17",
                       .reason = body.counsel_present
                                     ? say("只有外聘法律顾问到庭，没有本单位工作人员")
                                     : say("未写明到庭的本单位工作人员"),
                       .remedy = say("应当有工作人员与外聘法律顾问共同出庭")};
    }
};

/// A result is one that a matter of this kind can have.
struct result_fits_kind {
    static verdict check(asked const& q, recorded const& body)
    {
        auto const kind = q.file.registration.kind_is;
        auto const of_contract = body.result_is == result::contract_signed ||
                                 body.result_is == result::contract_not_signed;
        auto const of_dispute = body.result_is == result::won ||
                                body.result_is == result::partly_won ||
                                body.result_is == result::lost;
        // what is issued or replied to is no contract
        bool const of_paper =
            body.result_is == result::document_issued || body.result_is == result::replied;
        bool const is_dispute = registration::is_contested(kind) ||
                                kind == legal_kind::petition_dispute ||
                                kind == legal_kind::other_legal;
        bool const may_be_signed = kind == legal_kind::contract || kind == legal_kind::project ||
                                   kind == legal_kind::other_legal;
        if ((!of_contract || may_be_signed) && (!of_dispute || is_dispute) &&
            (!of_paper || kind != legal_kind::contract))
            return {};
        return refusal{.rule = "GDLA-8",
                       .reason = say("“{1}”不会有“{2}”的结果", say(named("legal_kind", kind)),
                                     say(named("result", body.result_is))),
                       .remedy = say("请核对类别和结果；类别登记有误的，请先更正类别")};
    }

private:
    template <class E>
    static std::string named(char const* vocabulary, E value)
    {
        return "choice." + std::string(vocabulary) + "." + std::string(engine::name_of(value));
    }
};

/// No contract is signed that was not reviewed, or that failed (JC-42).
struct contract_passed {
    static verdict check(asked const& q, recorded const& body)
    {
        if (q.file.registration.kind_is != legal_kind::contract ||
            body.result_is != result::contract_signed)
            return {};
        auto const* review = contract_review_of_round(q.file);
        if (!review)
            return refusal{.rule = "JC-42",
                           .reason = say("合同未经审查，不得签订"),
                           .remedy = say("请先作合同审查；已经签订的，请如实登记为其他结果并说明")};
        if (review->finding == advice::contract_finding::fail)
            return refusal{.rule = "JC-42",
                           .reason = say("合同审查不通过，不得签订"),
                           .remedy = say("请送修改后的合同文本再审查")};
        return {};
    }
};

/// A signed contract mostly has its price; left unknown, the matter counts with no amount (JC-40).
struct price_is_known {
    static verdict check(asked const& q, recorded const& body)
    {
        if (body.result_is != result::contract_signed ||
            q.file.registration.basis != registration::amount_basis::not_yet_known)
            return {};
        return engine::advice{"JC-40", say("合同已经签订，金额仍登记为“{1}”，本事项不计入涉及金额；"
                                           "金额已经确定的，请更正金额",
                                           say("choice.amount_basis.not_yet_known"))};
    }
};

struct loss_has_a_basis {
    static verdict check(asked const&, recorded const& body)
    {
        auto found = loss_is_a_loss(body.loss_avoided);
        if (body.loss_avoided && !body.basis_of_loss)
            found += refusal{.rule = "JC-40",
                             .reason = say("填写了避免或者挽回的损失，没有写明如何得出"),
                             .remedy = say("请写明计算依据，例如对方请求与裁判结果之差")};
        return found;
    }
};

/// What was asked is advised on, and the unit has said what it made of it (GDLA-15, JC-44); a
/// dispute may end by itself.
struct advice_is_taken_up {
    static verdict check(asked const& q)
    {
        if (q.file.advice.opinions.empty()) {
            if (registration::is_contested(q.file.registration.kind_is))
                return {};
            return refusal{.rule = "GDLA-15",
                           .reason = say("尚未提出法律意见"),
                           .remedy = say("请先提出法律意见；不再需要的，请由送办单位撤回")};
        }
        if (is_answered(q.file))
            return {};
        return refusal{.rule = "JC-44",
                       .reason =
                           say("送办单位尚未反馈第{1}轮法律意见的采纳情况", current_round(q.file)),
                       .remedy = say("请送办单位先反馈采纳情况")};
    }
};

/// A clock that stands still is set going before the matter closes (JC-45).
struct clock_runs {
    static verdict check(asked const& q)
    {
        auto const& stops = q.file.handling.stops;
        if (stops.empty() || stops.back().until)
            return {};
        return refusal{.rule = "JC-45",
                       .reason = say("办理期限自{1}起中止，尚未恢复", stops.back().from),
                       .remedy = say("请先恢复办理或者登记补充的材料")};
    }
};

} // namespace

// ---- entering

void enter(dossier& file, appeared const& body, engine::act const& what)
{
    file.outcome.appearances.push_back(on_file(file, body, what));
}
void enter(dossier& file, recorded const& body, engine::act const& what)
{
    file.outcome.results.push_back(on_file(file, body, what));
}
void enter(dossier& file, closed const& body, engine::act const& what)
{
    file.outcome.closing = on_file(file, body, what);
}
void enter(dossier& file, archived const& body, engine::act const& what)
{
    file.outcome.archive = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "outcome";
    using opening = open_still;

    // clang-format off
    using text = clauses<
    //      rule       at stage    on act    then        only if
    option<"GDLA-17", open_still, appeared, open_still, admit_if<by<requesting_unit, legal_office>, is_contested_matter, has_happened<&appeared::appeared_on>, staff_appears>>,
    option<"GDLA-17", known,      appeared, known,      admit_if<by<requesting_unit, legal_office>, is_contested_matter, has_happened<&appeared::appeared_on>, staff_appears>>,
    clause<"GDLA-18", open_still, recorded, known,      admit_if<by<requesting_unit, legal_office>, has_happened<&recorded::happened_on>, result_fits_kind, contract_passed, price_is_known, loss_has_a_basis>, due_if<advice_is_taken_up>>,
    option<"GDLA-18", known,      recorded, known,      admit_if<by<requesting_unit, legal_office>, has_happened<&recorded::happened_on>, result_fits_kind, contract_passed, price_is_known, loss_has_a_basis>>,
    clause<"JC-45",   known,      closed,   closed_up,  admit_if<by<legal_office>, advice_is_taken_up, clock_runs>>,
    clause<"GDLA-18", closed_up,  archived, filed_away, admit_if<by<legal_office>, numbers_a_new_file<&archived::archive_number>>>,
    option<"GDLA-18", ended,      archived, filed_away, admit_if<by<legal_office>, numbers_a_new_file<&archived::archive_number>>>,
    follows<"JC-45",  open_still, registration::declined,    ended>,
    follows<"JC-45",  open_still, registration::withdrawn,   ended>,
    follows<"JC-45",  known,      registration::withdrawn,   ended>,
    follows<"JC-45",  open_still, handling::told_afterwards, ended>
    >;
    // clang-format on
};

} // namespace
} // namespace outcome

std::unique_ptr<engine::chapter<dossier>> make_outcome()
{
    return std::make_unique<engine::msm_chapter<outcome::rules_of_chapter>>();
}

} // namespace workflows::legal_matter
