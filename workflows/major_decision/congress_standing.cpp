#include "workflows/major_decision/dossier.hpp"

namespace workflows::major_decision {

using intake::congress_route;

bool congress_required(dossier const& file)
{
    auto const& started = file.intake.started;
    return started && started->body.congress != congress_route::none;
}

bool congress_done(dossier const& file)
{
    if (!congress_required(file))
        return true;
    auto const& facts = file.congress;
    if (!facts.report || !still_covers(file, facts.report->draft))
        return false;
    return file.intake.started->body.congress == congress_route::report ||
           (facts.decision && facts.decision->body.approved);
}

} // namespace workflows::major_decision
