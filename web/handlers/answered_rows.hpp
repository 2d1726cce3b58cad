#ifndef JUECE_WEB_HANDLERS_ANSWERED_ROWS_HPP
#define JUECE_WEB_HANDLERS_ANSWERED_ROWS_HPP

#include "web/handlers/act_form.hpp"

namespace web::handlers {

/// Leaves out of the answer of a unit the indicators for which it wrote neither a value nor a
/// source nor a note: its page has a row for each that it was asked for, with last year's value
/// filled in, and a unit answers only what it knows.
void leave_out_unanswered(boost::json::object& body);

/// What is to be looked at again in the answer of a unit: rates above 100 %. Nothing for other
/// acts.
std::vector<engine::advice> remarks_on_answer(visit const& v, typed_form const& typed);

} // namespace web::handlers

#endif
