#ifndef JUECE_TESTS_BENCH_GROUP_STORE_HPP
#define JUECE_TESTS_BENCH_GROUP_STORE_HPP

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace bench {

/// What a record of acts costs at least: one row with a unique number, a projection row rewritten,
/// a SHA-256 chain, one commit a group with synchronous=FULL. SQLite's own interface, no law.
class group_store {
public:
    explicit group_store(std::filesystem::path const& file);
    ~group_store();

    struct entry {
        long long case_id;
        std::string act_id;
        std::string body;
    };
    /// All of them in one transaction; durable when it returns.
    void enter(std::vector<entry> const& group);

private:
    struct statements;
    std::unique_ptr<statements> sql_;
};

/// Acts a second that a group_store takes, in groups of that size; tries it for so many seconds.
double measure_floor(std::filesystem::path const& dir, std::size_t group, double long_enough);

struct sync_speed {
    double median_us = 0;
    double p99_us = 0;
};

/// pwrite of 4 kB at the end of a file and fdatasync, 500 times.
sync_speed measure_sync(std::filesystem::path const& dir);

} // namespace bench

#endif
