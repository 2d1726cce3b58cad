#include "workflows/administration/numbering.hpp"

#include <algorithm>

namespace workflows::administration {

using engine::refusal;
using engine::say;

verdict numbered_unit_is_known::check(asked const& q, settings::numbering_set const& body)
{
    auto const* unit = find_unit(q.file, body.unit);
    if (unit && !unit->closed_on)
        return {};
    return refusal{.rule = "JC-10",
                   .reason = unit ? say("{1}已经撤销", unit->name)
                                  : say("没有代码为{1}的单位", std::string(body.unit)),
                   .remedy = say("请选择现有的单位")};
}

verdict numbered_act_is_known::check(asked const& q, settings::numbering_set const& body)
{
    auto const& table = *q.file.entitled;
    bool const is_somebodys =
        std::any_of(table.roles().begin(), table.roles().end(), [&](auto const& role) {
            return table.may_act(role.code, body.numbered_act, true, true);
        });
    bool const is_named = body.numbered_act.find('.') != std::string::npos;
    if (is_named && is_somebodys)
        return {};
    return refusal{.rule = "JC-10",
                   .reason = say("没有名为“{1}”的办理事项", body.numbered_act),
                   .remedy = say("请从可以编号的办理事项中选择")};
}

verdict mark_is_without_a_number::check(asked const&, settings::numbering_set const& body)
{
    if (!body.mark)
        return {};
    for (auto const* part : {"〔", "〕", "[", "]", "号", "第"})
        if (body.mark->find(part) != std::string::npos)
            return refusal{.rule = "JC-10",
                           .reason = say("字号“{1}”带有年份或者序号", *body.mark),
                           .remedy = say("只填机关代字，例如“高司审”；年份和序号自动编排")};
    return {};
}

} // namespace workflows::administration
