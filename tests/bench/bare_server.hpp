#ifndef JUECE_TESTS_BENCH_BARE_SERVER_HPP
#define JUECE_TESTS_BENCH_BARE_SERVER_HPP

#include "adapters/soci/place.hpp"

namespace bench {

/// The least that a durable server over HTTP does: Beast reads a JSON object, one writing thread
/// takes what waits, an act_store enters it in one commit, the answers go out. No sign-in, no law.
/// Prints "listening on http://127.0.0.1:PORT" and serves until it is ended.
int serve_bare(adapters::soci::place const& at);

} // namespace bench

#endif
