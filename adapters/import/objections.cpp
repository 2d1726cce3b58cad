#include "adapters/import/objections.hpp"

namespace adapters::import {

using engine::say;

std::vector<engine::text> objections(engine::ruling const& answer)
{
    std::vector<engine::text> all;
    if (auto const* refused = std::get_if<engine::refused>(&answer))
        for (auto const& ground : refused->grounds)
            all.push_back(say("{1}（{2}）", ground.reason, ground.rule));
    else if (auto const* malformed = std::get_if<engine::malformed>(&answer))
        for (auto const& one : malformed->faults)
            all.push_back(say("{1}：{2}", one.path, one.reason));
    else if (auto const* missing = std::get_if<engine::not_found>(&answer))
        all.push_back(missing->what);
    else if (auto const* clash = std::get_if<engine::clash>(&answer))
        all.push_back(say("编号{1}已用于另一行为", clash->act_id));
    else if (!std::holds_alternative<engine::admitted>(answer))
        all.push_back(say("案卷无法续办"));
    return all;
}

} // namespace adapters::import
