#ifndef JUECE_TESTS_BENCH_NUMBERS_HPP
#define JUECE_TESTS_BENCH_NUMBERS_HPP

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace bench {

using seconds = std::chrono::duration<double>;

/// The value below which a share of them lies; 0 of nothing.
inline double percentile(std::vector<double> all, double share)
{
    if (all.empty())
        return 0;
    std::sort(all.begin(), all.end());
    auto const last = static_cast<double>(all.size() - 1);
    return all[static_cast<std::size_t>(last * share + 0.5)];
}

inline double median(std::vector<double> all)
{
    return percentile(std::move(all), 0.5);
}

/// How long `what` takes, in seconds.
template <class F>
double time_of(F&& what)
{
    auto const began = std::chrono::steady_clock::now();
    what();
    return seconds(std::chrono::steady_clock::now() - began).count();
}

/// "12 345" from 1000 on, else with one or two decimals.
std::string in_words(double value);

/// How many times one is the other, in words; "-" where there is no other.
std::string ratio(double value, double to);

} // namespace bench

#endif
