#include "workflows/legal_matter/conditions.hpp"

namespace workflows::legal_matter {

verdict amount_fits_basis(registration::amount_basis basis, std::optional<money> const& amount)
{
    if (registration::has_amount(basis) && !amount)
        return refusal{.rule = "JC-40",
                       .reason = say("填写了金额依据，但没有填写金额"),
                       .remedy = say("请填写金额；尚不知道的，依据选“尚未确定”")};
    if (!registration::has_amount(basis) && amount)
        return refusal{.rule = "JC-40",
                       .reason = say("填写了金额，但没有说明金额是什么"),
                       .remedy = say("请选择金额依据；不涉及金额的，金额留空")};
    if (amount && amount->fen <= 0)
        return refusal{.rule = "JC-40",
                       .reason = say("金额不能是零或者负数"),
                       .remedy = say("不涉及金额的选“不涉及金额”，尚不知道的选“尚未确定”")};
    return {};
}

verdict loss_is_a_loss(std::optional<money> const& avoided)
{
    if (!avoided || avoided->fen > 0)
        return {};
    return refusal{.rule = "JC-40",
                   .reason = say("避免或者挽回的损失不能是零或者负数"),
                   .remedy = say("没有或者不知道的，请留空")};
}

verdict did_not_ask::check(asked const& q)
{
    if (!is_one_of(q.file.askers, q.by))
        return {};
    return refusal{.rule = "JC-1",
                   .reason = say("{1}代表送办单位提出过本事项，不得再提出法律意见", q.by.name),
                   .remedy = say("请由未经手送办的人员办理"),
                   .about_role = true};
}

} // namespace workflows::legal_matter
