#ifndef JUECE_TESTS_BENCH_PEERS_TABLE_HPP
#define JUECE_TESTS_BENCH_PEERS_TABLE_HPP

#include "tests/bench/terms.hpp"

namespace bench {

/// Ten durable steps and one approval over HTTP, by Juece and by the engines whose servers are in
/// peers/, in turns. One that cannot be started is named with the reason. Those that need
/// PostgreSQL work on the server that JUECE_TEST_POSTGRESQL names.
void measure_beside_peers(terms const& chosen);

} // namespace bench

#endif
