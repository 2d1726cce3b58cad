#ifndef JUECE_ADAPTERS_CALENDAR_LOAD_CALENDAR_HPP
#define JUECE_ADAPTERS_CALENDAR_LOAD_CALENDAR_HPP

#include "adapters/csv/csv.hpp"
#include "engine/working_days.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace adapters::calendar {

using csv::fault;

/// The calendar and the list it was made of. With faults it must not be used.
struct loaded_calendar {
    engine::working_days days;
    std::vector<engine::listed_day> listed;
    std::vector<fault> faults;
};

/// The holidays built into the binary and those of DATA/config/holidays.csv.
loaded_calendar load_calendar(std::filesystem::path const& data = {});

/// What an import added; nothing when there are faults.
struct imported_days {
    std::vector<engine::listed_day> added;
    std::size_t already_known = 0;
    std::vector<fault> faults;
};

/// Adds the notice of a later year to DATA/config/holidays.csv. The list has the columns date,
/// name, is_workday (0 or 1). All or nothing: a date that is no date, stands twice, contradicts
/// what is known, a make-up day that is no weekend day, or a year without one of its seven
/// festivals is a fault. Throws std::filesystem::filesystem_error when it cannot be written.
imported_days import_holidays(std::string_view csv, std::string const& file,
                              std::filesystem::path const& data);

} // namespace adapters::calendar

#endif
