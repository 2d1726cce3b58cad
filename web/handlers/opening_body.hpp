#ifndef JUECE_WEB_HANDLERS_OPENING_BODY_HPP
#define JUECE_WEB_HANDLERS_OPENING_BODY_HPP

#include "web/form_view.hpp"
#include "web/visit.hpp"

#include <boost/json/object.hpp>
#include <string_view>

namespace web::handlers {

/// What an address says of the case that its form is to open: the proposal of the public that is
/// taken up (`proposal`), and what is to stand in the fields of the act. Empty where it says
/// nothing. Forms of different subjects have drafts of their own, by this text.
std::string subject_of_opening(pairs const& query);

/// What the form that opens a case is filled with before anybody types: the days of today; whoever
/// opens it is a unit that the house knows; and what the subject says.
boost::json::object opening_body(visit const& v, std::string_view kind,
                                 std::vector<engine::field> const& fields,
                                 std::string const& subject);

/// What it offers to choose from, by field: a document that is to be replaced is one of those in
/// force. Reads the register.
known_values opening_choices(visit const& v, std::string_view kind);

} // namespace web::handlers

#endif
