#ifndef JUECE_TESTS_BENCH_HOUSES_HPP
#define JUECE_TESTS_BENCH_HOUSES_HPP

#include "tests/bench/grown_house.hpp"

#include <vector>

namespace bench {

/// What is measured of a grown house, of several, made with the same seed and last day, in one
/// column each: every page is fetched in one after the other.
void measure_houses(std::vector<grown_terms> const& terms, engine::law_in_force law,
                    engine::instant now, report& out);

} // namespace bench

#endif
