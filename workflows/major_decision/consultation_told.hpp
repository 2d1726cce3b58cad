#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_CONSULTATION_TOLD_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_CONSULTATION_TOLD_HPP

#include "engine/act.hpp"
#include "engine/procedure.hpp"

#include <vector>

namespace workflows::major_decision {

/// A unit that was asked learns what became of its opinion (R713-13.1).
std::vector<engine::news> told_of_consultation(engine::act const& what);

} // namespace workflows::major_decision

#endif
