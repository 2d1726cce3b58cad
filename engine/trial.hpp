#ifndef JUECE_ENGINE_TRIAL_HPP
#define JUECE_ENGINE_TRIAL_HPP

#include "engine/procedure.hpp"

#include <functional>
#include <optional>
#include <string>

// What the conditions of an act would say to it, asked without entering anything.

namespace engine {

/// Judges an act on trial. It must not be entered, whatever the judgement.
using trial = std::function<judgement(act const&)>;

/// An act of nobody in particular, which a procedure may judge and stays as it is: no act is
/// admitted that is done from a seat. Nothing where this one would be.
std::optional<act> act_by_nobody(procedure& file, std::string const& kind,
                                 circumstances const& now);

} // namespace engine

#endif
