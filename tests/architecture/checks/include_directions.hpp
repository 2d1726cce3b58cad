#ifndef JUECE_TESTS_ARCHITECTURE_CHECKS_INCLUDE_DIRECTIONS_HPP
#define JUECE_TESTS_ARCHITECTURE_CHECKS_INCLUDE_DIRECTIONS_HPP

#include "tests/architecture/checks/source_tree.hpp"

namespace architecture {

/// engine <- workflows <- adapters <- web, and config/embedded.hpp for the last two.
breaches against_include_directions(source_tree const& tree);

/// Boost.MSM under engine/ and in the .cpp of chapters, SOCI in adapters/soci, Asio and Beast in
/// web/; nothing in adapters/ or web/ may reach MSM through a header either.
breaches against_library_places(source_tree const& tree);

} // namespace architecture

#endif
