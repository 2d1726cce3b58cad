#ifndef JUECE_TESTS_BENCH_RECORD_PROOF_HPP
#define JUECE_TESTS_BENCH_RECORD_PROOF_HPP

#include "adapters/soci/place.hpp"
#include "engine/desk.hpp"

#include <filesystem>
#include <optional>

namespace bench {

/// How long a whole record takes to be proved and to be written anew, in seconds.
struct record_proof {
    long long cases = 0;
    long long acts = 0;
    std::optional<double> verified; ///< by `juece verify`
    double recounted = 0;           ///< the figures, from the acts, on all cores
    std::optional<double> rewritten;
};

/// What of it is left out where a record is so large that it takes longer than one has.
struct proof_terms {
    bool verifies = true;
    bool rewrites = true; ///< write everything anew that is derived
};

/// The derived rows are the same afterwards; throws std::runtime_error where they were not those of
/// the acts.
record_proof prove(std::filesystem::path const& juece, adapters::soci::place const& at,
                   std::filesystem::path const& log, engine::law_in_force law,
                   proof_terms const& terms);

} // namespace bench

#endif
