#ifndef JUECE_TESTS_BENCH_KEEPING_OF_TIME_HPP
#define JUECE_TESTS_BENCH_KEEPING_OF_TIME_HPP

#include "tests/bench/looks.hpp"
#include "tests/bench/numbers.hpp"

#include <cstddef>
#include <string>

namespace bench {

/// What the pages of a list or of figures are to answer in (p95).
inline constexpr double wanted_ms = 20;

/// How many pages of a house answer as they are to, and which is the slowest.
class keeping_of_time {
public:
    void take(look const& page, double p95)
    {
        ++pages_;
        within_ += p95 < wanted_ms;
        if (p95 > slowest_ms_) {
            slowest_ms_ = p95;
            slowest_ = page.what;
        }
    }
    std::string in_words() const
    {
        return std::to_string(within_) + " of " + std::to_string(pages_) +
               " pages answer with a p95 under " + bench::in_words(wanted_ms) +
               " ms; the slowest is \"" + slowest_ + "\" with " + bench::in_words(slowest_ms_) +
               " ms.";
    }

private:
    std::size_t pages_ = 0;
    std::size_t within_ = 0;
    double slowest_ms_ = 0;
    std::string slowest_;
};

} // namespace bench

#endif
