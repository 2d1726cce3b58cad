#ifndef JUECE_TESTS_BENCH_GROWN_HOUSE_HPP
#define JUECE_TESTS_BENCH_GROWN_HOUSE_HPP

#include "adapters/soci/place.hpp"
#include "engine/desk.hpp"
#include "tests/bench/record_proof.hpp"
#include "tests/bench/report.hpp"

#include <filesystem>

namespace bench {

/// How a grown house is measured.
struct grown_terms {
    std::filesystem::path juece; ///< the binary
    adapters::soci::place at;    ///< made by grow()
    std::filesystem::path log;
    int looks = 200; ///< how often each page is fetched
    proof_terms proof;
};

/// Pages with the rights of those who look at them, the annual report in every format, the proof of
/// the record, and how fast what is derived is written anew. The derived rows are the same
/// afterwards; sessions are added.
void measure_grown(grown_terms const& terms, engine::law_in_force law, engine::instant now,
                   report& out);

} // namespace bench

#endif
