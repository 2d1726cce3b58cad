#ifndef JUECE_ADAPTERS_NOTICES_ICALENDAR_HPP
#define JUECE_ADAPTERS_NOTICES_ICALENDAR_HPP

#include "engine/day.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace adapters::notices {

/// A day in a calendar.
struct calendar_entry {
    std::string uid; ///< the same whenever the calendar is read
    std::string summary;
    std::string address; ///< where to go
    engine::day on;
};

/// A calendar of whole days (RFC 5545).
std::string icalendar(std::string const& name, std::vector<calendar_entry> const& entries,
                      engine::instant stamp);

/// A TEXT value: backslash, comma, semicolon and line ends escaped, other control characters left
/// out.
std::string calendar_text(std::string_view words);

/// A content line with its CRLF, folded at 75 octets between characters.
std::string calendar_line(std::string_view line);

} // namespace adapters::notices

#endif
