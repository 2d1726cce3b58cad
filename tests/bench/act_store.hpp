#ifndef JUECE_TESTS_BENCH_ACT_STORE_HPP
#define JUECE_TESTS_BENCH_ACT_STORE_HPP

#include "adapters/soci/place.hpp"

#include <memory>
#include <string>
#include <vector>

namespace bench {

/// What a record of acts costs at least: one row with a unique number, a projection row rewritten,
/// a SHA-256 chain, one durable commit a group. The database's own interface, no law.
class act_store {
public:
    virtual ~act_store() = default;

    struct entry {
        long long case_id;
        std::string act_id;
        std::string body;
    };
    /// All of them in one transaction; durable when it returns.
    virtual void enter(std::vector<entry> const& group) = 0;
};

/// What such a row says besides, the same everywhere.
inline constexpr char const* stages_of_entry =
    R"({"intake":"started","drafting":"drafted","participation":"over","execution":"begun"})";
inline constexpr char const* kind_of_entry = "execution.citizen_opinion_received";

/// Opens or makes one: NAME.sqlite in the directory of the place, or tables in its database.
std::unique_ptr<act_store> open_store(adapters::soci::place const& at, std::string const& name);

} // namespace bench

#endif
