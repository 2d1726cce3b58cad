#include "workflows/major_decision/dossier.hpp"
#include "workflows/major_decision/parameters.hpp"

namespace workflows::major_decision {

std::optional<engine::limit_terms> drafting_terms(dossier const& file, engine::rules const& law)
{
    auto const months = law.number(drafting_limit_months);
    if (!months || !file.intake.started)
        return {};
    auto const begins = file.intake.started->on;
    auto const due = engine::add_months(begins, static_cast<int>(*months)); // TIME-2
    engine::limit_terms terms{
        .name = "drafting",
        .rule = law.rule_of(drafting_limit_months, "R713-12.1"),
        .begins = begins,
        .days = (due - begins).count(),
        .binds = {drafting::researched::kind, drafting::assessed::kind, drafting::versioned::kind}};
    if (!file.drafting.versions.empty())
        terms.met_on = file.drafting.versions.front().on;
    return terms;
}

bool draft_is_settled(dossier const& file)
{
    auto const& meetings = file.deliberation.meetings;
    if (meetings.empty())
        return false;
    switch (meetings.back().body.outcome) {
    case deliberation::meeting_outcome::adopted:
    case deliberation::meeting_outcome::rejected:
        return true;
    case deliberation::meeting_outcome::adopted_in_principle:
        return file.deliberation.acceptance.has_value();
    case deliberation::meeting_outcome::discuss_again:
    case deliberation::meeting_outcome::postponed:
        return false;
    }
    return false;
}

bool is_secret(dossier const& file)
{
    return file.drafting.touches && file.drafting.touches->body.secret;
}

} // namespace workflows::major_decision
