#ifndef JUECE_WEB_HANDLERS_ANSWERED_ROWS_HPP
#define JUECE_WEB_HANDLERS_ANSWERED_ROWS_HPP

#include <boost/json/object.hpp>

namespace web::handlers {

/// Leaves out of the answer of a unit the indicators for which it wrote neither a value nor a
/// source nor a note: its page has a row for each that it was asked for, with last year's value
/// filled in, and a unit answers only what it knows.
void leave_out_unanswered(boost::json::object& body);

} // namespace web::handlers

#endif
