#ifndef JUECE_TESTS_BENCH_TERMS_HPP
#define JUECE_TESTS_BENCH_TERMS_HPP

#include "adapters/soci/place.hpp"

#include <filesystem>
#include <vector>

namespace bench {

/// What somebody chose on the command line.
struct terms {
    std::filesystem::path juece;                ///< the binary
    std::filesystem::path here = "tests/bench"; ///< where the scripts and README.md are
    std::filesystem::path work;                 ///< where to work; empty: where temporary files go
    bool on_postgresql = false;
    bool write = false;
    int rounds = 3;
    int seconds = 4; ///< of one run of load
    std::vector<int> connections;

    // What the whole table has, and the one beside peers has not.
    std::size_t cases = 10'000;
    std::size_t stories = 1'000;
    adapters::soci::place grown{
        ""}; ///< made by `grow`; no directory: one of the sizes below is made
    long long decisions = 10'000;
    long long matters = 10'000;
    std::vector<std::filesystem::path> houses; ///< that grew, to be measured beside each other
    int looks = 200;
    bool verifies = true;
    bool rewrites = true;
};

} // namespace bench

#endif
