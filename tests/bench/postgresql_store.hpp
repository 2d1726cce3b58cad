#ifndef JUECE_TESTS_BENCH_POSTGRESQL_STORE_HPP
#define JUECE_TESTS_BENCH_POSTGRESQL_STORE_HPP

#include "tests/bench/act_store.hpp"

namespace bench {

/// On one connection, a group as arrays: five statements however many acts. What the server
/// acknowledges is as durable as its settings make it.
class postgresql_store : public act_store {
public:
    explicit postgresql_store(std::string const& url);
    ~postgresql_store() override;

    void enter(std::vector<entry> const& group) override;

private:
    struct wire;
    std::unique_ptr<wire> wire_;
};

} // namespace bench

#endif
