#ifndef JUECE_WEB_HANDLERS_FILED_DOCUMENTS_HPP
#define JUECE_WEB_HANDLERS_FILED_DOCUMENTS_HPP

#include "engine/offer.hpp"
#include "web/handlers/opened_case.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace web::handlers {

/// The documents that an act asks for and that the case holds already, as its body names them: the
/// draft that is current, the minutes of the sponsor's own discussion ... Nobody has to send again
/// what is on file; another file may be chosen instead.
boost::json::object filed_documents(opened_case const& file, engine::offer const& offer);

/// Those of them that nothing else may stand for: the draft in force, where the act is done on it.
/// A form shows it and offers no other file; one that was chosen before gives way to it.
boost::json::object draft_in_force(opened_case const& file, engine::offer const& offer);

/// Marks the inputs of a form that are settled so.
void settle_inputs(boost::json::array& inputs, boost::json::object const& settled);

} // namespace web::handlers

#endif
