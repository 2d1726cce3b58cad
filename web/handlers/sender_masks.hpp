#ifndef JUECE_WEB_HANDLERS_SENDER_MASKS_HPP
#define JUECE_WEB_HANDLERS_SENDER_MASKS_HPP

#include "web/handlers/opened_case.hpp"
#include "web/masking.hpp"

namespace web::handlers {

/// Who does the acts of participation, of the hearing or of the public's proposals on this case
/// works with what citizens sent in; the law's own tables say who that is. Nobody else sees who
/// they are. A unit that has studied a proposal works with it still.
bool works_with_senders(visit const& v, opened_case const& file);

/// Who may read who sent in what an act of this kind says: beside those, of a decision that was
/// opened of a citizen's proposal, whoever handles it at its beginning.
bool knows_senders(visit const& v, opened_case const& file, std::string_view kind);

/// Whether acts of this kind say what citizens sent in.
bool tells_of_senders(std::string_view kind);

/// The citizens who sent something in on a case, with the ways to reach them.
named_people senders_of(visit const& v, opened_case const& file);

/// An act as whoever looks may see it: without the names, contacts and numbers of citizens where
/// these are none of their business.
engine::act as_may_be_seen(visit const& v, opened_case const& file, engine::act const& what);

} // namespace web::handlers

#endif
