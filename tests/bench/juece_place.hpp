#ifndef JUECE_TESTS_BENCH_JUECE_PLACE_HPP
#define JUECE_TESTS_BENCH_JUECE_PLACE_HPP

#include "adapters/soci/place.hpp"
#include "tests/crash/server_process.hpp"

namespace bench {

/// What a `juece` is told of the place on which it works, beside --data.
inline tests::surroundings surroundings_of(adapters::soci::place const& at)
{
    return {{"JUECE_DATABASE", at.url}};
}

} // namespace bench

#endif
