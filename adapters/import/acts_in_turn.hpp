#ifndef JUECE_ADAPTERS_IMPORT_ACTS_IN_TURN_HPP
#define JUECE_ADAPTERS_IMPORT_ACTS_IN_TURN_HPP

#include "adapters/import/memory_record.hpp"
#include "adapters/soci/clerk.hpp"
#include "engine/desk.hpp"

#include <vector>

// The acts of one case, one after the other: an act that names no case goes on that of the act
// before it. The first that is not admitted ends it, for what would follow stands on it; its answer
// is the last.

namespace adapters::import {

/// Asks the law about them on a sheet of paper.
std::vector<engine::ruling> judge_in_turn(std::vector<engine::submission> acts,
                                          engine::law_in_force law, memory_record& sheet);

/// Enters them, waiting for each. Throws std::runtime_error when storage fails.
std::vector<engine::ruling> enter_in_turn(std::vector<engine::submission> acts, soci::clerk& clerk);

} // namespace adapters::import

#endif
