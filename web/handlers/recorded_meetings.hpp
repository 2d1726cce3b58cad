#ifndef JUECE_WEB_HANDLERS_RECORDED_MEETINGS_HPP
#define JUECE_WEB_HANDLERS_RECORDED_MEETINGS_HPP

#include "engine/act.hpp"
#include "web/visit.hpp"

#include <boost/json/array.hpp>
#include <string_view>
#include <vector>

namespace web::handlers {

/// Whether a role enters what a meeting discussed.
bool records_meetings(visit const& v, std::string_view role);

/// The discussions that the unit of this seat recorded, for those who record none what their organ
/// did; the last entered first, of each secretary so many at most.
std::vector<engine::act> recorded_meetings(visit const& v, long long of_each);

/// The last of them with what was decided and the minutes, for the list of meetings.
boost::json::array recorded_view(visit const& v);

} // namespace web::handlers

#endif
