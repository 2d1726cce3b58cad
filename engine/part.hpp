#ifndef JUECE_ENGINE_PART_HPP
#define JUECE_ENGINE_PART_HPP

#include "engine/act.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// What makes a secret case somebody's business (JC-17), as one word each: "unit water", "role
/// office_secretary", "seat legal_officer water", "person 17", "named legal_adviser 王五". A
/// procedure says which its file has, and somebody has those of their appointment.
std::string part_of_unit(std::string_view unit);
std::string part_of_role(std::string_view role);
std::string part_of_seat(std::string_view role, std::string_view unit);
std::string part_of_person(person_id who);
/// Where an act names somebody by their name.
std::string part_by_name(std::string_view role, std::string_view name);

/// All that somebody has in common with a file, in order.
std::vector<std::string> parts_of(actor const& who);
/// Of these, what makes a file their own business: they are meant themselves, or sit in a certain
/// seat of a certain unit.
std::vector<std::string> personal_parts_of(actor const& who);
/// Of these, what makes another organ's file their business: their unit, or its seats.
std::vector<std::string> unit_parts_of(actor const& who);

} // namespace engine

#endif
