#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_GROUNDS_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_GROUNDS_HPP

#include "workflows/major_decision/dossier.hpp"

#include <optional>
#include <string>

namespace workflows::major_decision {

/// What an act of somebody who was asked rests on: the question, the draft, and what the answer is
/// about; not on what others enter elsewhere in the file meanwhile (JC-6). Nothing: on all of the
/// file. The part of a procedure named `rests_on`.
std::optional<std::string> ground_of_act(dossier const& file, engine::act const& what);

} // namespace workflows::major_decision

#endif
