#ifndef JUECE_WEB_HANDLERS_BEGUN_FEEDBACK_HPP
#define JUECE_WEB_HANDLERS_BEGUN_FEEDBACK_HPP

#include "web/handlers/opinions.hpp"

#include <boost/json/object.hpp>
#include <string>

namespace web::handlers {

/// What the public is told of the opinions that are decided, as the form of the feedback has it
/// before anybody types.
std::string proposed_feedback(visit const& v, case_opinions const& known);

/// Says of a begun feedback that its numbers are behind the decisions, and where it is had with
/// those of today; there it puts them into the form, which keeps all else that was typed.
void put_feedback_note(visit const& v, opened_case const& file, boost::json::object& page);

} // namespace web::handlers

#endif
