#ifndef JUECE_TESTS_BENCH_SQLITE_STORE_HPP
#define JUECE_TESTS_BENCH_SQLITE_STORE_HPP

#include "tests/bench/act_store.hpp"

#include <filesystem>

namespace bench {

/// With synchronous=FULL.
class sqlite_store : public act_store {
public:
    explicit sqlite_store(std::filesystem::path const& file);
    ~sqlite_store() override;

    void enter(std::vector<entry> const& group) override;

private:
    struct statements;
    std::unique_ptr<statements> sql_;
};

} // namespace bench

#endif
