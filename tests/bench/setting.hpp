#ifndef JUECE_TESTS_BENCH_SETTING_HPP
#define JUECE_TESTS_BENCH_SETTING_HPP

#include "tests/bench/report.hpp"

#include <filesystem>
#include <string>

namespace bench {

/// The day, the machine, and what else it does.
void say_where(report& out);

/// How often load is measured, and for how many seconds.
void say_rounds(int rounds, int length, report& out);

/// How fast the disk takes something for good, `when`.
void say_sync(std::string const& when, std::filesystem::path const& dir, report& out);

/// Version of the PostgreSQL server of the tests, and what decides how durable its answers are.
void say_server(report& out);

} // namespace bench

#endif
