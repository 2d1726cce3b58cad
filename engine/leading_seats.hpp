#ifndef JUECE_ENGINE_LEADING_SEATS_HPP
#define JUECE_ENGINE_LEADING_SEATS_HPP

#include "engine/offer.hpp"

#include <string_view>
#include <vector>

namespace engine {

/// Marks which tasks of a case lead, so that each act that is owed is listed and counted once,
/// however many seats may do it. Of the seats of one unit the first leads that the law names; a
/// seat of no unit leads where no unit owes the act. Whoever waits by name at the leading seat
/// leads with it. `in_order`: as the law names their seats. `each_seat_owes`: whether the seats of
/// a kind of act do not stand for one another; all of them lead.
void mark_leading(std::vector<task>& in_order, bool (*each_seat_owes)(std::string_view kind));

} // namespace engine

#endif
