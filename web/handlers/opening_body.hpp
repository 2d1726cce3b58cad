#ifndef JUECE_WEB_HANDLERS_OPENING_BODY_HPP
#define JUECE_WEB_HANDLERS_OPENING_BODY_HPP

#include "web/form_view.hpp"
#include "web/visit.hpp"

#include <boost/json/object.hpp>
#include <string_view>

namespace web::handlers {

/// What the form that opens a case is filled with before anybody types: whoever opens it is a unit
/// that the house knows, or took up what somebody of the public proposed (`proposal` of the query).
boost::json::object opening_body(visit const& v, std::string_view kind);

/// What it offers to choose from, by field: a document that is to be replaced is one of those in
/// force. Reads the register.
known_values opening_choices(visit const& v, std::string_view kind);

} // namespace web::handlers

#endif
