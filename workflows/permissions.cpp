#include "workflows/permissions.hpp"

#include <set>

namespace workflows {

std::vector<chapter_acts> acts_by_chapter(engine::procedure_shapes const& shapes)
{
    std::vector<chapter_acts> all;
    std::set<std::string> seen;
    for (auto const& [name, shape] : shapes)
        for (auto const& row : shape.make("cn")->table()) {
            if (row.sort == "follows" || !seen.insert(row.kind).second)
                continue;
            if (all.empty() || all.back().shape != name || all.back().chapter != row.chapter)
                all.push_back({name, row.chapter, {}});
            all.back().kinds.push_back(row.kind);
        }
    return all;
}

std::vector<engine::relation> relations_allowed(engine::rights const& table,
                                                std::string const& role, std::string const& kind)
{
    using engine::relation;
    if (table.may_act(role, kind, false, false))
        return {relation::any};
    std::vector<relation> found;
    if (table.may_act(role, kind, true, false))
        found.push_back(relation::sponsor);
    if (table.may_act(role, kind, false, true))
        found.push_back(relation::concerned);
    return found;
}

} // namespace workflows
