#ifndef JUECE_TESTS_BENCH_BURST_HPP
#define JUECE_TESTS_BENCH_BURST_HPP

#include "engine/desk.hpp"
#include "tests/bench/report.hpp"

#include <filesystem>

namespace CLI {
class App;
}

namespace bench {

/// Comments of the public, all at once and steadily.
struct burst_terms {
    std::filesystem::path juece; ///< the binary
    std::filesystem::path dir;   ///< an empty directory
    std::filesystem::path log;
    long long comments = 75'000;
    double within = 1;               ///< seconds in which all of them are sent
    std::size_t connections = 8'000; ///< that the public has at the same time
    long long addresses = 20'000;    ///< from which they come
    bool behind_gateway = false;     ///< connections of one proxy that names the addresses
    int repeated = 5;                ///< of a hundred: sent again after their receipt
    long long steady = 60;           ///< seconds of the steady run; 0: none
    double a_second = 100;           ///< comments of the steady run
    long long patience = 600;        ///< seconds until what is not acknowledged is given up
};

/// Adds what may be chosen of it.
void add_options(CLI::App& to, burst_terms& terms);

/// Sends comments through the form of a consultation, as people do: the form is fetched, filled in
/// and sent; who is told to come again later does so then, with the same form. Afterwards the
/// receipts are held against the record. Throws when one is not there, is there twice, or belongs
/// to other words, and when the record has a comment without one.
void measure_burst(burst_terms const& terms, engine::law_in_force law, engine::instant now,
                   report& out);

} // namespace bench

#endif
