#ifndef JUECE_WEB_HANDLERS_START_PAGE_HPP
#define JUECE_WEB_HANDLERS_START_PAGE_HPP

#include "web/handlers/asked_box.hpp"

#include <boost/json.hpp>

namespace web::handlers {

/// How many of the tasks that wait show red, yellow and grey, each with the list of them; what
/// none of them shows is left out.
boost::json::array lights_of_tasks(visit& v, asked_box const& waiting);

/// Where somebody goes for whom nothing waits: the pages that their role is for.
boost::json::array places_of_role(visit& v);

} // namespace web::handlers

#endif
