#ifndef JUECE_WORKFLOWS_COUNTING_HPP
#define JUECE_WORKFLOWS_COUNTING_HPP

#include "engine/act.hpp"
#include "engine/figure.hpp"
#include "engine/working_days.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// How a procedure counts its acts: one counter for each kind of act that counts for something.

namespace workflows {

/// An act just entered, and the figures that it gives.
template <class File>
struct counting {
    File const& file;
    engine::act const& what;
    engine::working_days const& days;
    std::vector<engine::figure> figures = {};

    /// Counts for the year of the act, or of the day on which the thing happened; nothing is not
    /// counted.
    void count(std::string indicator, long long value = 1)
    {
        count(std::move(indicator), what.counts_on(), value);
    }
    void count(std::string indicator, engine::day happened, long long value = 1)
    {
        if (value != 0)
            figures.push_back({.indicator = std::move(indicator),
                               .year = engine::year_of(happened),
                               .value = value});
    }
};

/// What counts the acts of each kind; a kind that is not there counts for nothing.
template <class File>
using counters = std::map<std::string_view, void (*)(counting<File>&)>;

/// The figures that the act gives.
template <class File>
std::vector<engine::figure> counted_by(counters<File> const& all, File const& file,
                                       engine::act const& what, engine::working_days const& days)
{
    counting<File> c{file, what, days};
    if (auto const found = all.find(what.kind); found != all.end())
        found->second(c);
    return std::move(c.figures);
}

} // namespace workflows

#endif
