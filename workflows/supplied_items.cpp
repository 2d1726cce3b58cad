#include "workflows/supplied_items.hpp"

#include <algorithm>

namespace workflows {

using engine::refusal;
using engine::say;

engine::verdict every_item_is_supplied(engine::rule_id const& rule,
                                       std::vector<std::string> const& wanted,
                                       std::vector<supplied_item> const& supplied)
{
    engine::verdict found;
    for (auto const& item : wanted)
        if (std::none_of(supplied.begin(), supplied.end(), [&](supplied_item const& one) {
                return one.wanted == item && (one.paper || one.reason);
            }))
            found += refusal{.rule = rule,
                             .reason = say("要求补充的“{1}”既没有附上，也没有说明理由", item),
                             .remedy = say("请附上该材料；不能提供的，写明理由")};
    for (auto const& one : supplied)
        if (std::find(wanted.begin(), wanted.end(), one.wanted) == wanted.end())
            found += refusal{.rule = rule,
                             .reason = say("“{1}”不是要求补充的材料", one.wanted),
                             .remedy = say("请列入其他材料")};
    return found;
}

} // namespace workflows
