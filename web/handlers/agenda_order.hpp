#ifndef JUECE_WEB_HANDLERS_AGENDA_ORDER_HPP
#define JUECE_WEB_HANDLERS_AGENDA_ORDER_HPP

#include "engine/act.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

// In which order the matters of one agenda stand. No file holds the order: each tells where its
// own matter was put, and together they tell it. So no two matters share a place, and of two who
// move different matters at once neither undoes what the other did.

namespace web::handlers {

/// The matter was put directly ahead of the first of these that stands there still.
struct agenda_move {
    engine::instant at;
    std::vector<std::string> ahead_of; ///< numbers of cases; none: behind all of that time
};

/// Where the file of a matter puts it on the agenda.
struct agenda_place {
    engine::case_id on;
    std::string number; ///< of the case
    engine::instant placed_at = {};
    std::optional<long long> item = {}; ///< the place that it was given with that
    std::vector<agenda_move> moves = {};
};

/// Where the acts of a case put it; on no agenda it stands ahead of all.
agenda_place place_on_agenda(engine::case_id on, std::string number,
                             std::vector<engine::act> const& acts);

/// The indexes of the matters from the first on the agenda to the last, in whichever order they
/// are given.
std::vector<std::size_t> order_on_agenda(std::vector<agenda_place> const& all);

} // namespace web::handlers

#endif
