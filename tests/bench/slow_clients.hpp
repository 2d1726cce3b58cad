#ifndef JUECE_TESTS_BENCH_SLOW_CLIENTS_HPP
#define JUECE_TESTS_BENCH_SLOW_CLIENTS_HPP

#include "engine/desk.hpp"
#include "tests/bench/report.hpp"

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace bench {

/// Connections that cost a server more than they cost whoever holds them.
struct slow_terms {
    std::filesystem::path juece; ///< the binary
    std::filesystem::path dir;   ///< an empty directory
    std::filesystem::path log;
    std::size_t idle = 8'000;      ///< connections that say nothing
    std::size_t slow = 2'000;      ///< of each kind that says or reads little
    std::size_t too_many = 12'000; ///< more than the server takes
    long long longest = 120;       ///< seconds until all of a kind should be closed
    std::string only = {};         ///< kinds whose name has these words; empty: all
};

/// Adds what may be chosen of it.
void add_options(CLI::App& to, slow_terms& terms);

/// Holds such connections while an official looks at pages, until the server has closed them.
void measure_slow_clients(slow_terms const& terms, engine::law_in_force law, engine::instant now,
                          report& out);

} // namespace bench

#endif
