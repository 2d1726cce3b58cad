#ifndef JUECE_WEB_OPENAPI_HPP
#define JUECE_WEB_OPENAPI_HPP

#include "engine/procedure.hpp"
#include "web/router.hpp"

#include <boost/json/object.hpp>
#include <vector>

namespace web {

/// The description of the interface (OpenAPI 3.1), made from the table of routes and the field
/// descriptions of the acts.
boost::json::object openapi(std::vector<route> const& routes,
                            engine::procedure_shapes const& shapes);

/// The JSON schema of a body.
boost::json::object schema_of(std::vector<engine::field> const& fields);

} // namespace web

#endif
