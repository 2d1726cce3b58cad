#ifndef JUECE_WEB_HANDLERS_REPORT_REQUEST_HPP
#define JUECE_WEB_HANDLERS_REPORT_REQUEST_HPP

#include "web/handlers/report_page.hpp"

namespace web::handlers {

/// The form that asks a unit: the external indicators that nobody was asked for yet, under the
/// headings of the report; as it was sent, if it came back.
boost::json::object request_view(visit const& v, opened_case const& file,
                                 workflows::annual_report::report_file const& report,
                                 std::map<std::string, engine::offer, std::less<>> const& offers);

} // namespace web::handlers

#endif
