#ifndef JUECE_TESTS_BENCH_WORK_LOAD_HPP
#define JUECE_TESTS_BENCH_WORK_LOAD_HPP

#include <filesystem>
#include <string>

namespace bench {

/// What doing a unit of work again and again found.
struct work_answer {
    double a_second = 0; ///< units that were done from their first request to their last answer
    double p50_ms = 0;   ///< of a unit
    double p99_ms = 0;
    double last_p50_ms = 0; ///< of its last request
    double last_p99_ms = 0;
    long long failed = 0; ///< units with an answer that was no success, and broken connections
    std::string first_failure = {};
};

struct work_terms {
    std::filesystem::path script;   ///< work.lua
    std::filesystem::path requests; ///< see write_down()
    std::filesystem::path log;
};

/// Does it over so many connections, each one unit after the other, for so many seconds. `prefix`
/// is used once.
work_answer do_work(int port, work_terms const& terms, std::string const& prefix, int connections,
                    int seconds);

} // namespace bench

#endif
