#ifndef JUECE_TESTS_BENCH_GROWING_HPP
#define JUECE_TESTS_BENCH_GROWING_HPP

#include "adapters/soci/place.hpp"
#include "engine/desk.hpp"

namespace bench {

/// A house as it stands after years of work. The same growth gives the same cases and acts.
struct growth {
    adapters::soci::place at{""}; ///< has no record yet
    long long decisions = 10'000;
    long long matters = 10'000; ///< legal matters
    int years = 10;
    engine::instant now; ///< the years end the day before
    unsigned long long seed = 1;
};

struct grown {
    long long cases = 0; ///< of all procedures
    long long acts = 0;
    double seconds = 0;   ///< for the acts of decisions, matters, advisers and catalogues
    double megabytes = 0; ///< of the database
};
/// For a sentence.
std::string in_words(grown const& made);

/// Makes it: the people of the sample, their advisers' files, decisions and legal matters with
/// varied titles, units, kinds and amounts, spread evenly over the years; the catalogues of the
/// last and of this year, and the annual reports. Every act is judged by a desk as any other and
/// written by the record as any other, many in one transaction, each case to its end before the
/// next; one core judges while the other writes. Tells on standard error how far it has come.
/// Throws std::runtime_error for a place that holds a record, and when the law refuses what is
/// told.
grown grow(growth const& what, engine::law_in_force law);

} // namespace bench

#endif
