#ifndef JUECE_TESTS_ARCHITECTURE_CHECKS_LOST_REFERENCES_HPP
#define JUECE_TESTS_ARCHITECTURE_CHECKS_LOST_REFERENCES_HPP

#include "tests/architecture/checks/source_tree.hpp"

namespace architecture {

/// No loop runs over what the pointer points to that a call just returned: a shared one is let go
/// before the first turn, and another thread may take its list away. The loop keeps it by name:
/// for (auto const all = house.units(); auto const& one : *all).
breaches against_lists_let_go(source_tree const& tree);

/// No member of a JSON object is set to another of its members: the new one moves the others while
/// the right side still refers to where they were. The right side is a value of its own.
breaches against_moved_members(source_tree const& tree);

} // namespace architecture

#endif
