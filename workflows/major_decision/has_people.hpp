#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_HAS_PEOPLE_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_HAS_PEOPLE_HPP

#include "workflows/major_decision/conditions.hpp"

#include <algorithm>

namespace workflows::major_decision {

/// Whether somebody holds one of these seats today; an order that nobody can follow would keep the
/// file open for ever. Where nobody is known at all, nothing is said against a seat.
inline bool has_people(asked const& q, std::vector<engine::seat> const& seats)
{
    return !q.people || std::any_of(seats.begin(), seats.end(), [&](engine::seat const& one) {
        return q.people->is_held(one.role, one.unit, q.today);
    });
}

} // namespace workflows::major_decision

#endif
