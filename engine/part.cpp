#include "engine/part.hpp"

#include <algorithm>

namespace engine {

std::string part_of_unit(std::string_view unit)
{
    return "unit " + std::string(unit);
}

std::string part_of_role(std::string_view role)
{
    return "role " + std::string(role);
}

std::string part_of_seat(std::string_view role, std::string_view unit)
{
    if (unit.empty())
        return part_of_role(role);
    return role.empty() ? part_of_unit(unit)
                        : "seat " + std::string(role) + " " + std::string(unit);
}

std::string part_of_person(person_id who)
{
    return "person " + std::to_string(who.value);
}

std::string part_by_name(std::string_view role, std::string_view name)
{
    return "named " + std::string(role) + " " + std::string(name);
}

std::vector<std::string> parts_of(actor const& who)
{
    std::vector<std::string> all{part_of_unit(who.unit), part_of_role(who.role),
                                 part_of_seat(who.role, who.unit), part_of_person(who.person),
                                 part_by_name(who.role, who.name)};
    if (who.represents.value != 0) {
        all.push_back(part_of_person(who.represents));
        all.push_back(part_by_name(who.role, who.on_behalf_of));
    }
    for (auto const one : who.succeeds)
        all.push_back(part_of_person(one));
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

} // namespace engine
