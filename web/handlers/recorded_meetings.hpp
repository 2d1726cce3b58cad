#ifndef JUECE_WEB_HANDLERS_RECORDED_MEETINGS_HPP
#define JUECE_WEB_HANDLERS_RECORDED_MEETINGS_HPP

#include "adapters/soci/reader.hpp"
#include "web/handlers/agenda_order.hpp"
#include "web/handlers/agendas.hpp"

#include <boost/json/array.hpp>
#include <optional>
#include <string_view>
#include <vector>

namespace web::handlers {

/// Whether a role enters what a meeting discussed.
bool records_meetings(visit const& v, std::string_view role);

/// The discussions that the unit of this seat recorded, for those who record none what their organ
/// did; those of the last meeting first. Of each secretary so many at most: the last that were
/// entered, or the first from a day on.
std::vector<engine::act> recorded_meetings(visit const& v, long long of_each,
                                           std::optional<engine::day> since = {});

/// A discussion on record, and where its matter stood on the agenda when it was entered.
struct discussed_matter {
    engine::act held;
    adapters::soci::case_entry of;
    planned_meeting meeting; ///< without a day where it stood on none
    agenda_place where;
    std::vector<engine::act> acts; ///< that were on file before

    boost::json::object result_view(visit const& v) const;
};

/// So many of the last; of a meeting that is asked for those recorded since its day, or a little
/// before: it may have met earlier than planned.
std::vector<discussed_matter> discussed_matters(visit const& v, std::optional<engine::day> met_on);

/// The last of them with what was decided and the minutes, for the list of meetings.
boost::json::array recorded_view(visit const& v, std::vector<discussed_matter> const& all);

} // namespace web::handlers

#endif
