#ifndef JUECE_TESTS_BENCH_OPEN_CONSULTATION_HPP
#define JUECE_TESTS_BENCH_OPEN_CONSULTATION_HPP

#include "engine/desk.hpp"
#include "tests/bench/filling.hpp"

#include <filesystem>

namespace bench {

/// A house in which everybody may say what they think of one decision.
struct consultation {
    long long on = 0; ///< the case
    seats people;
};

/// Makes a house whose only decision asks the public since a few days.
consultation open_consultation(std::filesystem::path const& dir, engine::law_in_force law,
                               engine::instant now);

} // namespace bench

#endif
