#ifndef JUECE_WEB_HANDLERS_OTHER_SEATS_HPP
#define JUECE_WEB_HANDLERS_OTHER_SEATS_HPP

#include "web/handlers/asked_box.hpp"
#include "web/visit.hpp"

#include <boost/json/array.hpp>
#include <vector>

namespace web::handlers {

/// The seats that whoever looks holds today beside the one in which they act now.
std::vector<adapters::soci::appointment> seats_beside(visit const& v);

/// A seat of theirs as it reads to them, or that of somebody in their place.
engine::text words_of_seat(visit const& v, adapters::soci::appointment const& one);

/// How much waits for whoever looks in the seats that they hold today beside the one in which they
/// act now: as a substitute (代理), or by another appointment. What stands in their own list, or
/// waits in two of these seats, is counted once.
long long waiting_in_other_seats(visit& v, asked_box const& own);

/// The same in words: no list and no tab of the present seat counts it.
engine::text words_of_other_seats(long long waiting);

/// These seats in words, each with the first of these tasks, which lead there; and the
/// substitutions that are about to begin, that go on in the seat in which they act now, or that
/// ended lately. At the end, who sits in the place of whoever looks.
boost::json::array other_seats_view(visit& v);

/// Who sits in the place of whoever looks (代理), is about to or did until lately; in the same
/// form.
boost::json::array own_substitutes_view(visit& v);

} // namespace web::handlers

#endif
