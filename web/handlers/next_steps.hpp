#ifndef JUECE_WEB_HANDLERS_NEXT_STEPS_HPP
#define JUECE_WEB_HANDLERS_NEXT_STEPS_HPP

#include "web/handlers/opened_case.hpp"

namespace web::handlers {

/// What happens next on a case, for part_next: the tasks that wait on it in words, with who may do
/// them, since when they wait or from when they can be done, and which of them are those of whoever
/// looks. Asks the record, so only while there is a reader. Not "any" on a file that is shown as it
/// was, or cannot be read.
boost::json::object next_steps(visit const& v, opened_case const& file);

/// The first of the acts that wait for whoever looks and can be done now, in the order in which
/// next_steps() has them; empty: none does. A copy to be read is in no list of 待办.
std::string first_own_step(visit const& v, opened_case const& file);

} // namespace web::handlers

#endif
