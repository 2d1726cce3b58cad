#ifndef JUECE_WEB_HANDLERS_REPORT_YEARS_HPP
#define JUECE_WEB_HANDLERS_REPORT_YEARS_HPP

#include "adapters/report/report_figures.hpp"

#include <string>

namespace web::handlers {

/// Where a number of one of the years leads: what the record counts to the acts behind it, also
/// where the report of the year does not say it; all else to its row in that report.
std::string trace_of(adapters::report::report_figure const& one, int year);

} // namespace web::handlers

#endif
