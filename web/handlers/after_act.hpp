#ifndef JUECE_WEB_HANDLERS_AFTER_ACT_HPP
#define JUECE_WEB_HANDLERS_AFTER_ACT_HPP

#include "web/handlers/opened_case.hpp"

#include <string>

namespace web::handlers {

/// Where somebody goes on who has just done something: how much waits for them that can be done
/// now, and what is next: of the same meeting, of the same case, or the first of their list.
/// `file`: of the case on which that was; null: it is not theirs to see. Asks the record, so only
/// while there is a reader.
boost::json::object onward(visit& v, opened_case const* file);

/// What the page says of the act that it comes from (?done=), for part_done; an empty "done" where
/// it comes from none.
void show_done(visit& v, opened_case const& file, answer& page);

} // namespace web::handlers

#endif
