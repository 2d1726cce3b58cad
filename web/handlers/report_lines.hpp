#ifndef JUECE_WEB_HANDLERS_REPORT_LINES_HPP
#define JUECE_WEB_HANDLERS_REPORT_LINES_HPP

#include "adapters/report/report_text.hpp"

#include <boost/json/array.hpp>
#include <functional>
#include <string>

namespace web::handlers {

/// Where the words of a figure lead to; empty where they lead nowhere.
using span_address = std::function<std::string(adapters::report::report_span const&)>;

/// The lines of a report, for part_report_text.
boost::json::array report_lines_view(adapters::report::report_text const& text,
                                     span_address const& address_of);

} // namespace web::handlers

#endif
