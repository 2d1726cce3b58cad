#ifndef JUECE_WEB_HANDLERS_FILED_DOCUMENTS_HPP
#define JUECE_WEB_HANDLERS_FILED_DOCUMENTS_HPP

#include "engine/offer.hpp"
#include "web/handlers/opened_case.hpp"

#include <boost/json/object.hpp>

namespace web::handlers {

/// The documents that an act asks for and that the case holds already, as its body names them: the
/// draft that is current, the minutes of the sponsor's own discussion ... Nobody has to send again
/// what is on file; another file may be chosen instead.
boost::json::object filed_documents(opened_case const& file, engine::offer const& offer);

} // namespace web::handlers

#endif
