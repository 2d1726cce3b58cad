#ifndef JUECE_WEB_HANDLERS_DOCUMENT_GROUNDWORK_HPP
#define JUECE_WEB_HANDLERS_DOCUMENT_GROUNDWORK_HPP

#include "web/handlers/opened_case.hpp"

#include <string_view>

namespace web::handlers {

/// What the file of a normative document already says of an act, for its form. Only for reading
/// threads.
boost::json::object body_of_document(visit const& v, opened_case const& file,
                                     std::string_view kind);

} // namespace web::handlers

#endif
