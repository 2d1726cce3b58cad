#ifndef JUECE_WORKFLOWS_YEARLY_DUTIES_HPP
#define JUECE_WORKFLOWS_YEARLY_DUTIES_HPP

#include "engine/rule_pack.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace workflows {

/// A case that an organ has to open for a year. Tasks come from the acts of a case: before there is
/// one, nothing else says that it is due.
struct yearly_duty {
    std::string shape; ///< of the case
    std::string opening_kind;
    int year = 0; ///< that the case stands for
    engine::rule_id rule;
    std::optional<engine::day> due = {}; ///< where the law has a day
};

/// What the law of a place asks an organ of that level to have opened by a day: this year's
/// catalogue, where one must be made or where one of last year is kept and ended with it; the
/// report on last year, from the county upwards (AR-2).
std::vector<yearly_duty> yearly_duties(engine::rules const& place, std::string_view level,
                                       bool keeps_catalogue, engine::day today);

} // namespace workflows

#endif
