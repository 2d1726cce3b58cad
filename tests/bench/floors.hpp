#ifndef JUECE_TESTS_BENCH_FLOORS_HPP
#define JUECE_TESTS_BENCH_FLOORS_HPP

#include "adapters/soci/place.hpp"

#include <filesystem>

namespace bench {

/// Acts a second that an act_store takes from one connection, in groups of that size; tries it for
/// so many seconds.
double measure_floor(adapters::soci::place const& at, std::size_t group, double long_enough);

/// Acts a second that so many connections enter at the same time, each act a transaction of its
/// own: what is lost without a clerk. For PostgreSQL.
double measure_single_acts(adapters::soci::place const& at, int connections, double long_enough);

struct sync_speed {
    double median_us = 0;
    double p99_us = 0;
};

/// pwrite of 4 kB at the end of a file and fdatasync, 500 times.
sync_speed measure_sync(std::filesystem::path const& dir);

} // namespace bench

#endif
