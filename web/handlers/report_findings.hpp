#ifndef JUECE_WEB_HANDLERS_REPORT_FINDINGS_HPP
#define JUECE_WEB_HANDLERS_REPORT_FINDINGS_HPP

#include "web/handlers/opened_case.hpp"
#include "workflows/annual_report/report_file.hpp"

#include <boost/json.hpp>

// What the check of a year's record found: the first of it on the page of the report, all of it on
// pages of its own.

namespace web::handlers {

/// One page of the findings of the last check, from this one on, with how many there are and where
/// the next page is; for a report that was never checked, none.
void put_findings(visit& v, boost::json::object& into,
                  workflows::annual_report::report_file const& report, std::size_t from);

/// The forms that say why findings may stand, one for each kind that waits for that.
boost::json::array forms_to_explain(visit const& v, opened_case const& file,
                                    workflows::annual_report::report_file const& report);

} // namespace web::handlers

#endif
