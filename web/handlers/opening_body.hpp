#ifndef JUECE_WEB_HANDLERS_OPENING_BODY_HPP
#define JUECE_WEB_HANDLERS_OPENING_BODY_HPP

#include "web/visit.hpp"

#include <boost/json/object.hpp>
#include <string_view>

namespace web::handlers {

/// What the form that opens a case is filled with before anybody types: whoever opens it is a unit
/// that the house knows.
boost::json::object opening_body(visit const& v, std::string_view kind);

} // namespace web::handlers

#endif
