#ifndef JUECE_WEB_HANDLERS_RECORDED_MEETINGS_HPP
#define JUECE_WEB_HANDLERS_RECORDED_MEETINGS_HPP

#include "engine/act.hpp"
#include "web/visit.hpp"

#include <boost/json/array.hpp>
#include <vector>

namespace web::handlers {

/// The discussions that the unit of this seat recorded, the last entered first: of each of its
/// secretaries so many at most.
std::vector<engine::act> recorded_by_own_unit(visit const& v, long long of_each);

/// The last of them with what was decided and the minutes, for the list of meetings.
boost::json::array recorded_view(visit const& v);

} // namespace web::handlers

#endif
