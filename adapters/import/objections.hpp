#ifndef JUECE_ADAPTERS_IMPORT_OBJECTIONS_HPP
#define JUECE_ADAPTERS_IMPORT_OBJECTIONS_HPP

#include "engine/ruling.hpp"

#include <vector>

namespace adapters::import {

/// What a ruling says to whoever reads the list of faults; nothing for an admitted act.
std::vector<engine::text> objections(engine::ruling const& answer);

} // namespace adapters::import

#endif
