#ifndef JUECE_WEB_HANDLERS_WAITING_AT_SEAT_HPP
#define JUECE_WEB_HANDLERS_WAITING_AT_SEAT_HPP

#include "web/visit.hpp"
#include "workflows/administration/register.hpp"

#include <boost/json/array.hpp>

namespace web::handlers {

/// How much waits today for a person under an appointment, by its number, whether for the seat or
/// for them by name; none where it does not hold.
long long waiting_at_seat(visit const& v, engine::person_id whose, long long appointment);

/// What becomes of it where the appointment is to end (结束任职), as notes in the form of
/// note_above: with whom it stays, or that nobody else is there, and the form of handing over
/// (离职转办). Nothing where nothing waits.
boost::json::array left_by_ending(visit const& v, engine::person_id whose, long long appointment);

/// The same where it has just been ended: the seat wants somebody, and only what was for one person
/// by name can still be handed over.
boost::json::array left_by_ended(visit const& v, engine::person_id whose, long long appointment);

/// Where somebody's work has just been handed over (离职转办): how much, to whom and from which
/// day, and which appointments of the successor end as well.
boost::json::array passed_on(visit const& v,
                             workflows::administration::register_of_house const& house,
                             workflows::administration::appointments::handed_over const& body);

} // namespace web::handlers

#endif
