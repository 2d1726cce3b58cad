#ifndef JUECE_TESTS_ARCHITECTURE_CHECKS_LAW_COVERAGE_HPP
#define JUECE_TESTS_ARCHITECTURE_CHECKS_LAW_COVERAGE_HPP

#include "tests/architecture/checks/source_tree.hpp"

namespace architecture {

/// Every rule id cited in the sources and rule packs is a requirement in config/law: a row of a
/// CSV file there whose first column is "id".
breaches against_unknown_rules(source_tree const& tree);

/// The tables workflows/*/coverage.csv (id, how, where, test) together have a row for every
/// requirement that binds: kind M or C of R713 and GD21, all of GDH303, TIME and GDLA; one table
/// has one row for an id. A row that is met by a condition cites an id that the code cites; `where`
/// names files that exist, and conditions by the names that the code gives them; every test that is
/// named exists, and only a process outside the software may do without one.
breaches against_coverage(source_tree const& tree);

} // namespace architecture

#endif
