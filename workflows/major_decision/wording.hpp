#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_WORDING_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_WORDING_HPP

#include "engine/text.hpp"

#include <string>
#include <vector>

namespace workflows::major_decision {

/// "甲、乙、丙", in whatever language; after the fifth: "等6项".
engine::text in_a_row(std::vector<engine::text> const& items);
engine::text in_a_row(std::vector<std::string> const& items);
/// Units by their codes.
engine::text units_in_a_row(std::vector<std::string> const& codes);

} // namespace workflows::major_decision

#endif
