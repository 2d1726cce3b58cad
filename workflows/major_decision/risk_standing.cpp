#include "workflows/major_decision/dossier.hpp"

#include <algorithm>

namespace workflows::major_decision {

using drafting::repeatable_step;
using legality_review::statutory_step;

namespace {

/// On this draft, and not found wanting by the reviewer since.
template <class Body>
bool stands(dossier const& file, std::optional<entered<Body>> const& one)
{
    return one && still_covers(file, one->draft, repeatable_step::risk) &&
           one->seq > asked_to_complete(file, statutory_step::risk);
}

} // namespace

bool risk_required(dossier const& file)
{
    auto const& touches = file.drafting.touches;
    if (touches && !touches->body.risk_domains.empty())
        return true;
    if (asked_to_complete(file, statutory_step::risk) > 0)
        return true;
    auto const& started = file.intake.started;
    return started && std::any_of(started->body.catalogue.begin(), started->body.catalogue.end(),
                                  [](auto const& item) { return item.risk; });
}

bool risk_done(dossier const& file)
{
    return stands(file, file.risk.report) || stands(file, file.risk.exemption);
}

bool risk_controllable(dossier const& file)
{
    if (stands(file, file.risk.report))
        return file.risk.report->body.controllable;
    return stands(file, file.risk.exemption);
}

} // namespace workflows::major_decision
