#ifndef JUECE_TESTS_BENCH_WHOLE_TABLE_HPP
#define JUECE_TESTS_BENCH_WHOLE_TABLE_HPP

#include "tests/bench/terms.hpp"

namespace bench {

/// Acts, start, replay, pages, verify and rebuild on one database, beside the bare server and the
/// bare database.
void measure_whole_table(terms const& chosen);

/// Houses that grew, beside each other.
void measure_sizes(terms const& chosen);

} // namespace bench

#endif
