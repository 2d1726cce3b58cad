#include "workflows/major_decision/dossier.hpp"

#include <algorithm>

namespace workflows::major_decision {

using legality_review::statutory_step;

bool experts_required(dossier const& file)
{
    auto const& touches = file.drafting.touches;
    if (touches && touches->body.technical)
        return true;
    if (asked_to_complete(file, statutory_step::experts) > 0)
        return true;
    auto const& started = file.intake.started;
    return started && std::any_of(started->body.catalogue.begin(), started->body.catalogue.end(),
                                  [](auto const& item) { return item.experts; });
}

bool experts_done(dossier const& file)
{
    auto const& report = file.experts.report;
    if (!report || !still_covers(file, report->draft, drafting::repeatable_step::experts))
        return false;
    // An expert who was excluded afterwards, or a reviewer who found the argument wanting, takes
    // the report's ground away.
    bool const undone = std::any_of(file.experts.excluded.begin(), file.experts.excluded.end(),
                                    [&](auto const& one) { return one.seq > report->seq; });
    return !undone && report->seq > asked_to_complete(file, statutory_step::experts);
}

} // namespace workflows::major_decision
