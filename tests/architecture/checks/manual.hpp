#ifndef JUECE_TESTS_ARCHITECTURE_CHECKS_MANUAL_HPP
#define JUECE_TESTS_ARCHITECTURE_CHECKS_MANUAL_HPP

#include "tests/architecture/checks/source_tree.hpp"

namespace architecture {

/// The manual (packaging/juece.1) names every command and option that web/commands/ declares, and
/// no other.
breaches against_manual(source_tree const& tree);

} // namespace architecture

#endif
