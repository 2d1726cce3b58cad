#include "engine/part.hpp"

#include <algorithm>

namespace engine {
namespace {

std::vector<std::string> in_order(std::vector<std::string> all)
{
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

} // namespace

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
    auto all = personal_parts_of(who);
    all.push_back(part_of_unit(who.unit));
    all.push_back(part_of_role(who.role));
    return in_order(std::move(all));
}

std::vector<std::string> unit_parts_of(actor const& who)
{
    return in_order({part_of_unit(who.unit), part_of_seat(who.role, who.unit)});
}

std::vector<std::string> personal_parts_of(actor const& who)
{
    std::vector<std::string> all{part_of_seat(who.role, who.unit), part_of_person(who.person),
                                 part_by_name(who.role, who.name)};
    if (who.represents.value != 0) {
        all.push_back(part_of_person(who.represents));
        all.push_back(part_by_name(who.role, who.on_behalf_of));
    }
    for (auto const one : who.succeeds)
        all.push_back(part_of_person(one));
    return in_order(std::move(all));
}

} // namespace engine
