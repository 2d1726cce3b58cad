#ifndef JUECE_ADAPTERS_IMPORT_OBJECTIONS_HPP
#define JUECE_ADAPTERS_IMPORT_OBJECTIONS_HPP

#include "adapters/soci/clerk.hpp"
#include "engine/ruling.hpp"

#include <vector>

namespace adapters::import {

/// What a ruling says to whoever reads the list of faults; nothing for an admitted act.
std::vector<engine::text> objections(engine::ruling const& answer);

/// Gives an act to the clerk and waits. Throws std::runtime_error when storage fails.
engine::ruling ask(soci::clerk& clerk, engine::submission wish);

} // namespace adapters::import

#endif
