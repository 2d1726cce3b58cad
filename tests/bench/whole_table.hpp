#ifndef JUECE_TESTS_BENCH_WHOLE_TABLE_HPP
#define JUECE_TESTS_BENCH_WHOLE_TABLE_HPP

#include "tests/bench/terms.hpp"

namespace bench {

/// Acts, start, replay, pages, verify and rebuild on one database, beside the bare server and the
/// bare database.
void measure_whole_table(terms const& chosen);

/// Whether the measuring works: fills a small house and enters acts for seconds. Throws when
/// something in it fails, or when an answer is no success.
void try_out(terms chosen);

/// Houses that grew, beside each other.
void measure_sizes(terms const& chosen);

} // namespace bench

#endif
