#ifndef JUECE_WORKFLOWS_ANNUAL_REPORT_PLACEHOLDERS_HPP
#define JUECE_WORKFLOWS_ANNUAL_REPORT_PLACEHOLDERS_HPP

#include "workflows/annual_report/report_file.hpp"

// {MARKET.entities 比} in the words of a report: in its place stands the figure, in that form.

namespace workflows::annual_report {

/// How a figure is said: with its unit, as the bare number, in characters, as an ordinal, as a
/// year, or as its change on the year before in percent or in numbers.
enum class figure_form { shown, number, characters, ordinal, year, comparison, difference };

/// The form of a name behind a code, such as "比"; nothing for an unknown name.
std::optional<figure_form> form_named(std::string_view name);

/// What stands in braces, or a brace that has no partner.
struct placeholder {
    std::size_t at = 0;   ///< of its first byte among the words
    std::size_t size = 0; ///< in bytes, braces included
    std::string code = {};
    std::optional<figure_form> form = {}; ///< nothing: an unknown one, or a brace without partner
};
/// Those of a text, in order.
std::vector<placeholder> placeholders_in(std::string_view words);

/// What stands in braces among these words and can be no figure, as it is written: a brace without
/// partner, an unknown form and, once the figures are frozen, a code of which there is none, or
/// nothing to compare it with.
std::vector<std::string> unfilled_in(report_file const& file, std::string_view words);
/// The same of all sections on file.
std::vector<std::string> unfilled_placeholders(report_file const& file);

} // namespace workflows::annual_report

#endif
