#ifndef JUECE_ADAPTERS_REPORT_REPORT_PLACES_HPP
#define JUECE_ADAPTERS_REPORT_REPORT_PLACES_HPP

#include "adapters/report/report_text.hpp"

#include <compare>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace adapters::report {

/// Where the report tells an indicator; the order is that of the report.
struct report_place {
    static constexpr auto nowhere = static_cast<std::size_t>(-1);

    std::size_t at = nowhere;
    std::string section = {}; ///< name of the section of the narrative; empty: it is not told
    auto operator<=>(report_place const&) const = default;
};

/// The places of all indicators in a report, as its template has them: the sentences of a section
/// stand behind its `{{narrative.NAME}}`. One that the template does not tell stands with the one
/// that it is a part of (LEGAL.matters.contract), else with the last of its kind (LEGAL).
class report_places {
public:
    explicit report_places(report_template const& form);
    report_place of(std::string_view code) const;
    /// True if a sentence of its own says it.
    bool tells(std::string_view code) const { return places_.contains(code); }

private:
    std::map<std::string, report_place, std::less<>> places_; ///< by code and by kind
};

} // namespace adapters::report

#endif
