#ifndef JUECE_WORKFLOWS_CATALOGUE_PLANNED_TIME_HPP
#define JUECE_WORKFLOWS_CATALOGUE_PLANNED_TIME_HPP

#include "engine/day.hpp"

#include <optional>
#include <string_view>

namespace workflows::catalogue {

/// A planned time of an entry, to the month or the quarter: its first and its last day.
struct planned_time {
    engine::day first;
    engine::day last;
    bool operator==(planned_time const&) const = default;
};

/// Reads a time as offices write it: 第二季度, 本年度内, 6月, 2024年3月底前, 2024-05, 下半年.
/// `year`: of the catalogue, for words that name none. "Before" a month or quarter (前, 底前) runs
/// from the first of January to its last day, so that nothing is called late too early. What
/// follows a comma, semicolon or bracket is remark and not read. Nothing for words it does not
/// know. What it once could read it must go on reading the same: the words stand in acts.
std::optional<planned_time> read_planned_time(std::string_view words, int year);

} // namespace workflows::catalogue

#endif
