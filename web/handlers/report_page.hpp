#ifndef JUECE_WEB_HANDLERS_REPORT_PAGE_HPP
#define JUECE_WEB_HANDLERS_REPORT_PAGE_HPP

#include "adapters/report/report_places.hpp"
#include "adapters/report/report_shelf.hpp"
#include "web/handlers/desk_page.hpp"

#include <optional>

// What the pages of an annual report have in common.

namespace web::handlers {

/// The year of the path; nothing for nonsense.
std::optional<int> year_of_path(visit const& v);
/// Up to when numbers of a year are told, which is not over; empty for one that is.
std::string until_words(visit const& v, int year);
answer bad_report_year(visit const& v);

/// The organ of whoever looks, whose reports are shown.
std::string organ_of(visit& v);

/// The report of the year of the path, compiled.
adapters::report::compiled_report compiled(visit& v, int year);

/// The case of a report, with its offers; nothing while nobody opened it.
std::optional<opened_case> case_of(visit& v, adapters::report::compiled_report const& report);

/// Title, year and the links between the pages of a report, for each of them.
void put_report_head(visit& v, answer& page, adapters::report::compiled_report const& report,
                     std::optional<opened_case> const& file, std::string_view at);

/// One figure in words, with where it comes from.
boost::json::object report_figure_view(visit const& v,
                                       adapters::report::compiled_report const& report,
                                       adapters::report::report_figure const& one);

/// The heading of the report under which an indicator is told.
std::string heading_in_report(visit const& v, adapters::report::report_place const& place);
/// The unit of measure that is shown beside the name of an indicator; empty where the name itself
/// ends in it, as "发布时间" does.
std::string unit_beside_name(visit const& v, std::string const& code);

/// What a form on a page of the report needs beside its fields: where it goes, the act, the version
/// that was seen.
boost::json::object act_form_view(visit const& v, opened_case const& file, std::string_view kind,
                                  std::string_view back);

/// The page of a year with all its parts, and that on which a unit answers.
answer report_page(visit& v, int year);
answer report_answers_page(visit& v, int year);

/// True if the act may be done now by whoever looks.
bool is_open(std::map<std::string, engine::offer, std::less<>> const& offers,
             std::string_view kind);

} // namespace web::handlers

#endif
