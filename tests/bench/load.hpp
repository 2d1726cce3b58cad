#ifndef JUECE_TESTS_BENCH_LOAD_HPP
#define JUECE_TESTS_BENCH_LOAD_HPP

#include "tests/bench/filling.hpp"

#include <filesystem>
#include <sstream>
#include <string>
#include <sys/types.h>
#include <vector>

namespace bench {

/// What one run of wrk found.
struct load_answer {
    double a_second = 0; ///< successful answers
    double p50_ms = 0;
    double p99_ms = 0;
    long long refused = 0; ///< answers that were no success, and broken connections
    double a_group = 0;    ///< acts in one commit; 0 where the server does not tell
    double cpu_us = 0;     ///< of the server, for one answer
};

/// A server under load.
struct target {
    int port = 0;
    pid_t pid = 0;
    bool tells_counts = false; ///< at /metrics
};

struct load_terms {
    std::filesystem::path script; ///< submit.lua
    std::filesystem::path cases;  ///< a file with case numbers
    seats people;
    std::filesystem::path log;
};

/// Submits acts over so many connections for so many seconds. `prefix` begins every act id and is
/// used once; `mix`: see submit.lua.
load_answer load(target const& at, load_terms const& terms, std::string const& mix,
                 std::string const& prefix, int connections, int seconds);

/// Runs wrk with a script of ours; what its line "result" says, and what follows it.
std::istringstream result_of_wrk(std::vector<std::string> arguments,
                                 std::filesystem::path const& log);

/// Seconds of processor time that a process used so far.
double processor_time(pid_t pid);

/// Kilobytes that a process holds in memory now, and at most so far.
struct memory {
    long long now_kb = 0;
    long long most_kb = 0;
};
memory memory_of(pid_t pid);

} // namespace bench

#endif
