#include "workflows/legal_matter/registration.hpp"

#include "workflows/legal_matter/tables.hpp"

namespace workflows::legal_matter {
namespace registration {
namespace {

// clang-format off
struct unopened    : stage_of_chapter { static constexpr std::string_view name = "unopened"; };
struct waiting     : stage_of_chapter { static constexpr std::string_view name = "waiting"; };
struct taken       : stage_of_chapter { static constexpr std::string_view name = "taken"; };
struct not_taken   : stage_of_chapter { static constexpr std::string_view name = "not_taken"; };
struct taken_back  : stage_of_chapter { static constexpr std::string_view name = "taken_back"; };
// clang-format on

/// A unit asks for itself; the legal office registers for whoever turned to it (JC-41).
struct asks_for_own_unit {
    static verdict check(asked const& q, registered const& body)
    {
        if (q.by.role == "reviewer" || q.by.unit == body.requesting_unit)
            return {};
        return refusal{.rule = "JC-41",
                       .reason = say("送办单位“{1}”不是本单位", body.requesting_unit),
                       .remedy = say("请由送办单位或者法制机构登记")};
    }
};

struct amount_has_basis {
    template <class Body>
    static verdict check(asked const&, Body const& body)
    {
        return amount_fits_basis(body.basis_of_amount, body.amount);
    }
};

/// A contract or a dispute has another side; conflicts of interest are looked for with it
/// (GDLA-19/20).
struct other_side_is_named {
    static verdict check(asked const&, registered const& body)
    {
        bool const has_another = body.legal_kind_is == legal_kind::contract ||
                                 body.legal_kind_is == legal_kind::arbitration ||
                                 is_contested(body.legal_kind_is);
        if (!has_another || body.counterparty)
            return {};
        return refusal{.rule = "GDLA-19/20",
                       .reason = say("未写明对方当事人，无法核对法律顾问有无利益冲突"),
                       .remedy = say("请填写合同相对人或者案件对方当事人")};
    }
};

/// A contract is reviewed on its text (JC-42): what is still negotiated may follow as material, so
/// that this is worth a word and no ground to refuse.
struct contract_comes_with_text {
    static verdict check(asked const&, registered const& body)
    {
        if (body.legal_kind_is != legal_kind::contract || !body.materials.empty())
            return {};
        return engine::advice{"JC-42", say("没有附合同文本，法制机构无法逐项审查")};
    }
};

/// Advice is sought while it can still shape the matter (GDLA-9): lawful later, but worth a word.
struct comes_early {
    static verdict check(asked const&, registered const& body)
    {
        if (body.asked_at_is != asked_at::text_settled &&
            body.asked_at_is != asked_at::after_the_fact)
            return {};
        switch (body.legal_kind_is) {
        case legal_kind::decision:
            return engine::advice{"GDLA-9", say("重大决策应在论证阶段就请法律顾问参与")};
        case legal_kind::project:
        case legal_kind::contract:
            return engine::advice{"GDLA-9", say("重大项目和合同应在洽谈阶段就请法律顾问参与")};
        case legal_kind::litigation:
        case legal_kind::reconsideration:
        case legal_kind::arbitration:
            return engine::advice{"GDLA-9", say("案件应在诉前调解、立案阶段就请法律顾问参与")};
        default:
            return {};
        }
    }
};

/// A correction says something new.
struct corrects_the_amount {
    static verdict check(asked const& q, amount_corrected const& body)
    {
        auto const& now = q.file.registration;
        auto const fen = body.amount ? body.amount->fen : 0;
        if (body.basis_of_amount != now.basis || fen != now.amount_fen)
            return {};
        return refusal{.rule = "JC-40",
                       .reason = say("更正后的金额与现有金额相同"),
                       .remedy = say("请填写更正后的金额和依据")};
    }
};

struct corrects_the_kind {
    static verdict check(asked const& q, kind_corrected const& body)
    {
        if (body.legal_kind_is != q.file.registration.kind_is)
            return {};
        return refusal{.rule = "JC-40",
                       .reason = say("更正后的类别与现有类别相同"),
                       .remedy = say("请选择更正后的类别")};
    }
};

} // namespace

bool has_amount(amount_basis basis)
{
    return basis != amount_basis::none && basis != amount_basis::not_yet_known;
}

bool is_contested(legal_kind kind)
{
    return kind == legal_kind::litigation || kind == legal_kind::reconsideration ||
           kind == legal_kind::arbitration || kind == legal_kind::execution;
}

// ---- entering

namespace {

void set_amount(facts& to, amount_basis basis, std::optional<money> const& amount)
{
    to.basis = basis;
    to.amount_fen = amount ? amount->fen : 0;
}

} // namespace

void enter(dossier& file, registered const& body, engine::act const& what)
{
    file.registration.request = on_file(file, body, what);
    file.registration.kind_is = body.legal_kind_is;
    set_amount(file.registration, body.basis_of_amount, body.amount);
}
void enter(dossier& file, amount_corrected const& body, engine::act const& what)
{
    file.registration.amount_corrections.push_back(on_file(file, body, what));
    set_amount(file.registration, body.basis_of_amount, body.amount);
}
void enter(dossier& file, kind_corrected const& body, engine::act const& what)
{
    file.registration.kind_corrections.push_back(on_file(file, body, what));
    file.registration.kind_is = body.legal_kind_is;
}
void enter(dossier& file, declined const& body, engine::act const& what)
{
    file.registration.refusal = on_file(file, body, what);
}
void enter(dossier& file, withdrawn const& body, engine::act const& what)
{
    file.registration.withdrawal = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "matter";
    using opening = unopened;

    // clang-format off
    using text = clauses<
    //      rule       at stage  on act            then        only if
    clause<"GDLA-8",  unopened, registered,       waiting,    admit_if<by<asking_department, legal_office>, asks_for_own_unit, has_happened<&registered::received_on>, amount_has_basis, other_side_is_named, contract_comes_with_text, comes_early>>,
    option<"JC-45",   waiting,  declined,         not_taken,  admit_if<by<legal_office>>>,
    option<"JC-45",   waiting,  withdrawn,        taken_back, admit_if<by<requesting_unit, legal_office>>>,
    option<"JC-45",   taken,    withdrawn,        taken_back, admit_if<by<requesting_unit, legal_office>>>,
    option<"JC-40",   waiting,  amount_corrected, waiting,    admit_if<by<requesting_unit, legal_office>, amount_has_basis, corrects_the_amount>>,
    option<"JC-40",   taken,    amount_corrected, taken,      admit_if<by<legal_office>, amount_has_basis, corrects_the_amount>>,
    option<"JC-40",   waiting,  kind_corrected,   waiting,    admit_if<by<requesting_unit, legal_office>, corrects_the_kind>>,
    option<"JC-40",   taken,    kind_corrected,   taken,      admit_if<by<legal_office>, corrects_the_kind>>,
    follows<"JC-45",  waiting,  handling::assigned,        taken>,
    follows<"JC-45",  waiting,  handling::told_afterwards, taken>
    >;
    // clang-format on
};

} // namespace
} // namespace registration

bool is_over_without_advice(dossier const& file)
{
    return file.registration.refusal || file.registration.withdrawal;
}

bool is_over(dossier const& file)
{
    return is_over_without_advice(file) || file.handling.told || file.outcome.closing;
}

bool is_contract_without_text(dossier const& file)
{
    auto const& request = file.registration.request;
    return request && file.registration.kind_is == registration::legal_kind::contract &&
           request->body.materials.empty();
}

std::unique_ptr<engine::chapter<dossier>> make_registration()
{
    return std::make_unique<engine::msm_chapter<registration::rules_of_chapter>>();
}

} // namespace workflows::legal_matter
