#ifndef JUECE_ENGINE_WORKING_DAYS_HPP
#define JUECE_ENGINE_WORKING_DAYS_HPP

#include "engine/day.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace engine {

/// What the State Council's yearly notice says about one date.
struct listed_day {
    day on;
    std::string name;        ///< the festival, in Chinese
    bool is_workday = false; ///< true: a Saturday or Sunday that is worked (调休上班)
};

/// Working days: Monday to Friday, except listed rest days, plus listed make-up days.
class working_days {
public:
    working_days() = default;
    explicit working_days(std::vector<listed_day> const& listed);

    bool is_working(day on) const;
    /// False for a year whose notice is not known; limits that reach it are provisional.
    bool is_listed_year(int year) const;
    /// The festival of a listed day, or an empty string.
    std::string name_of(day on) const;

    /// The date itself, or the first working day after it (TIME-3).
    day roll_forward(day on) const;
    /// The date itself, or the last working day before it.
    day roll_back(day on) const;
    /// The n-th working day after a date; the date itself is not counted (TIME-1).
    day after(day from, long long n) const;
    /// How many working days lie in (from, to].
    long long between(day from, day to) const;

    /// The same for the same list, another for any other: tells whether limits that were reckoned
    /// by a list still hold.
    std::string fingerprint() const;

private:
    std::map<day, listed_day> listed_;
    std::set<int> years_;
};

} // namespace engine

#endif
