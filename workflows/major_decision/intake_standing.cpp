#include "workflows/major_decision/dossier.hpp"

#include <algorithm>

namespace workflows::major_decision {
namespace {

bool names(intake::catalogue_item const& item, catalogue_step step)
{
    switch (step) {
    case catalogue_step::participation:
        return item.participation;
    case catalogue_step::experts:
        return item.experts;
    case catalogue_step::risk:
        return item.risk;
    case catalogue_step::hearing:
        return item.hearing;
    case catalogue_step::fair_competition:
        return item.fair_competition;
    }
    return false;
}

} // namespace

bool catalogue_demands(dossier const& file, catalogue_step step)
{
    if (!file.intake.started)
        return false;
    auto const& items = file.intake.started->body.catalogue;
    return std::any_of(items.begin(), items.end(),
                       [&](auto const& item) { return names(item, step); });
}

bool is_sponsor(dossier const& file, std::string const& unit)
{
    if (!file.intake.started)
        return false;
    auto const& sponsors = file.intake.started->body.sponsors;
    return std::find(sponsors.begin(), sponsors.end(), unit) != sponsors.end();
}

} // namespace workflows::major_decision
