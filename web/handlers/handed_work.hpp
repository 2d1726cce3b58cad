#ifndef JUECE_WEB_HANDLERS_HANDED_WORK_HPP
#define JUECE_WEB_HANDLERS_HANDED_WORK_HPP

#include "web/form_view.hpp"
#include "web/handlers/opened_case.hpp"

namespace web::handlers {

/// What the fields of an act that names people or their tasks offer to choose from; empty for every
/// other act. Whom the law would refuse for other reasons is on the list, and is told why.
known_values people_to_choose(visit const& v, opened_case const& file, std::string_view kind);

/// The body of such an act where there is nothing to choose between; nothing at all where a
/// required field has nobody and nothing to choose, so that the form is of no use.
std::optional<boost::json::object> body_without_choice(std::vector<engine::field> const& described,
                                                       known_values const& known);

/// What colleagues prepared for an act of whoever looks (委派), for beside its form.
boost::json::array prepared_for(visit const& v, opened_case const& file, std::string_view kind);

/// Hands and delegations of a case in words, the newest first.
boost::json::array handings_view(visit const& v, boost::json::object const& circulation);
boost::json::array delegations_view(visit const& v, boost::json::object const& circulation);

} // namespace web::handlers

#endif
