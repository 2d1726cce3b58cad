#ifndef JUECE_TESTS_ADAPTERS_WHOLE_LAW_HPP
#define JUECE_TESTS_ADAPTERS_WHOLE_LAW_HPP

#include "adapters/calendar/load_calendar.hpp"
#include "adapters/rights/load_rights.hpp"
#include "adapters/rules/load_rules.hpp"
#include "engine/desk.hpp"
#include "workflows/parameters.hpp"
#include "workflows/shapes.hpp"

namespace tests {

/// The law as it is built in: every procedure, rule pack, right and listed holiday.
struct whole_law {
    adapters::rights::loaded_rights entitled = adapters::rights::load_rights();
    adapters::rules::loaded_rules packs =
        adapters::rules::load_rules(workflows::declared_parameters());
    engine::procedure_shapes shapes =
        workflows::shapes(entitled.table, adapters::rules::places_of(packs.book));
    adapters::calendar::loaded_calendar days = adapters::calendar::load_calendar();

    engine::law_in_force law() const { return {shapes, packs.book, days.days, entitled.table}; }
};

} // namespace tests

#endif
