#ifndef JUECE_WEB_HANDLERS_PUBLIC_REPORTS_HPP
#define JUECE_WEB_HANDLERS_PUBLIC_REPORTS_HPP

#include "web/visit.hpp"

#include <boost/json.hpp>
#include <string>
#include <vector>

namespace web::handlers {

/// The newest annual reports that are published, for the front page: {"report_title",
/// "report_href", "is_being_corrected"}.
boost::json::array newest_reports_view(visit& v);

/// The annual reports that are published, those that are being corrected among them, newest first.
std::vector<adapters::soci::case_entry> published_reports(adapters::soci::reader& records,
                                                          long long most);
/// Where one of them is read.
std::string public_href_of_report(engine::case_id id);

} // namespace web::handlers

#endif
