#ifndef JUECE_WORKFLOWS_PARAMETERS_HPP
#define JUECE_WORKFLOWS_PARAMETERS_HPP

#include "engine/rule_pack.hpp"

#include <vector>

namespace workflows {

/// The keys of all procedures, for the rule book. Each stands in the parameters.hpp of its
/// procedure.
std::vector<engine::parameter_key> const& declared_parameters();

} // namespace workflows

#endif
