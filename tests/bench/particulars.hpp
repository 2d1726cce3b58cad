#ifndef JUECE_TESTS_BENCH_PARTICULARS_HPP
#define JUECE_TESTS_BENCH_PARTICULARS_HPP

#include <random>
#include <string>

namespace bench {

/// What tells a case from the others of its pattern.
struct particulars {
    std::string title;
    std::string counterparty; ///< of a legal matter
    long long amount = 0;     ///< in fen, of a legal matter that has one
};

/// The same generator and number give the same words on every machine.
using lots = std::mt19937_64;

/// `number` ends the title, so that a search for it finds one case.
particulars particulars_of_decision(long long number, lots& chance);
particulars particulars_of_matter(long long number, lots& chance);

} // namespace bench

#endif
