#ifndef JUECE_TESTS_BENCH_LOOKS_HPP
#define JUECE_TESTS_BENCH_LOOKS_HPP

#include "adapters/soci/database.hpp"
#include "engine/day.hpp"

#include <set>
#include <string>
#include <vector>

namespace bench {

/// A page that is measured: as what it stands in the table, who looks (a login of the sample;
/// empty: the public), and where.
struct look {
    std::string what;
    std::string who;
    std::string path;
    int pages_on = 0; ///< so many pages further in the list, or its last one
};

/// For a table.
inline std::string who_looks(look const& at)
{
    return at.who.empty() ? "the public" : at.who;
}

/// What there is in a grown house to look at.
struct landmarks {
    int this_year = 0;
    long long decision = 0; ///< a case that went the whole way
    std::string decision_number;
    long long open_decision = 0; ///< one of the water bureau that goes on
    long long matter = 0;        ///< a legal matter that was handled here
    long long adviser = 0;
};

/// Throws std::runtime_error for a record that did not grow here.
landmarks landmarks_of(adapters::soci::database const& at, engine::instant now);

/// Every list, every kind of filter, the figures, what is behind them, and the pages of a case;
/// each with words and filters that find much and that find nothing.
std::vector<look> looks_at(landmarks const& of);

/// Who looks, without the public.
std::set<std::string> onlookers(std::vector<look> const& all);

} // namespace bench

#endif
