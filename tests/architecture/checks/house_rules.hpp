#ifndef JUECE_TESTS_ARCHITECTURE_CHECKS_HOUSE_RULES_HPP
#define JUECE_TESTS_ARCHITECTURE_CHECKS_HOUSE_RULES_HPP

#include "tests/architecture/checks/source_tree.hpp"

namespace architecture {

/// Time, randomness and the environment come into engine/ and workflows/ as parameters.
breaches against_parameters_for_time(source_tree const& tree);

/// A header is guarded by its own path: JUECE_ENGINE_ACT_HPP.
breaches against_header_guards(source_tree const& tree);

/// No path of one machine in any file.
breaches against_machine_paths(source_tree const& tree);

/// No source over 600 lines.
breaches against_long_files(source_tree const& tree);

} // namespace architecture

#endif
