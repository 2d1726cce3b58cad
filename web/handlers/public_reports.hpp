#ifndef JUECE_WEB_HANDLERS_PUBLIC_REPORTS_HPP
#define JUECE_WEB_HANDLERS_PUBLIC_REPORTS_HPP

#include "web/visit.hpp"

#include <boost/json.hpp>

namespace web::handlers {

/// The newest annual reports that are published, for the front page: {"report_title",
/// "report_href"}.
boost::json::array newest_reports_view(visit& v);

} // namespace web::handlers

#endif
