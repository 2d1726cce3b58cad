#include "workflows/major_decision/dossier.hpp"
#include "workflows/major_decision/parameters.hpp"

#include <algorithm>

namespace workflows::major_decision {

using fair_competition::competition_outcome;
using legality_review::statutory_step;

namespace {

/// On this draft, not restricting, and not found wanting by the reviewer since.
template <class Body>
bool passes(dossier const& file, std::optional<entered<Body>> const& one)
{
    return one && one->body.outcome != competition_outcome::restricts_competition &&
           still_covers(file, one->draft, drafting::repeatable_step::fair_competition) &&
           one->seq > asked_to_complete(file, statutory_step::fair_competition);
}

} // namespace

bool operators_are_touched(dossier const& file)
{
    auto const& touches = file.drafting.touches;
    if (touches && touches->body.operators_affected)
        return true;
    if (asked_to_complete(file, statutory_step::fair_competition) > 0)
        return true;
    auto const& started = file.intake.started;
    return started && std::any_of(started->body.catalogue.begin(), started->body.catalogue.end(),
                                  [](auto const& item) { return item.fair_competition; });
}

bool competition_required(dossier const& file, engine::rules const& law)
{
    return operators_are_touched(file) && (law.flag(fair_competition_material_required) ||
                                           law.flag(fair_competition_conclusion_required));
}

bool competition_done(dossier const& file, engine::rules const& law)
{
    auto const& review = file.fair_competition;
    if (law.flag(fair_competition_material_required) && !passes(file, review.first_review))
        return false;
    return !law.flag(fair_competition_conclusion_required) || passes(file, review.conclusion);
}

} // namespace workflows::major_decision
