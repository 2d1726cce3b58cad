#ifndef JUECE_WEB_HANDLERS_DRAFT_VERSIONS_HPP
#define JUECE_WEB_HANDLERS_DRAFT_VERSIONS_HPP

#include "web/handlers/opened_case.hpp"

namespace web::handlers {

/// The versions of the draft, newest first, and each opinion with what changed since it was given:
/// for the case page and the page of comparisons. Reads and compares documents that nobody compared
/// before, so only for reading threads.
boost::json::object drafts_view(visit const& v, opened_case const& file);

} // namespace web::handlers

#endif
