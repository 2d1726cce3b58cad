#ifndef JUECE_ENGINE_DAY_HPP
#define JUECE_ENGINE_DAY_HPP

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace engine {

/// A date without a time of day.
using day = std::chrono::sys_days;

/// A moment, kept in UTC with whole milliseconds.
using instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// "2024-04-02".
std::string to_text(day on);

/// Reads "2024-04-02"; nothing when the text is not a real date of the years 1900 to 9999.
std::optional<day> parse_day(std::string_view text);

/// "2024-04-02T08:00:00.000Z".
std::string to_text(instant at);

/// Reads what to_text(instant) writes; nothing for any other form.
std::optional<instant> parse_instant(std::string_view text);

/// The date on which a moment counts in law: the date in Asia/Shanghai (UTC+8, no summer time
/// since 1991).
day legal_day(instant at);

/// The calendar year of a date.
int year_of(day on);

/// The same day of the month so many months later, or the month's last day (TIME-2).
day add_months(day from, int months);

} // namespace engine

#endif
