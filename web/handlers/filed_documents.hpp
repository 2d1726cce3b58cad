#ifndef JUECE_WEB_HANDLERS_FILED_DOCUMENTS_HPP
#define JUECE_WEB_HANDLERS_FILED_DOCUMENTS_HPP

#include "engine/offer.hpp"
#include "web/handlers/opened_case.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

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

/// Of those documents the opinions that were given on an earlier version of the draft than the
/// current one, by the field that asks for them: on which.
std::map<std::string, long long>
opinions_on_earlier_drafts(opened_case const& file, std::string_view kind,
                           std::vector<engine::field> const& fields);

} // namespace web::handlers

#endif
