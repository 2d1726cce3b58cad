#include "workflows/major_decision/dossier.hpp"
#include "workflows/major_decision/parameters.hpp"

namespace workflows::major_decision {

using deliberation::meeting_outcome;

bool is_closed(dossier const& file)
{
    return file.intake.declined || file.intake.excluded || file.closing.withdrawal ||
           file.closing.termination || file.closing.expiry || rejected(file);
}

namespace {

/// The meeting that postponed the matter, if nothing came after it.
deliberation::held const* postponing_meeting(dossier const& file)
{
    auto const& meetings = file.deliberation.meetings;
    if (meetings.empty() || meetings.back().body.outcome != meeting_outcome::postponed)
        return nullptr;
    return &meetings.back().body;
}

} // namespace

std::optional<day> lapses_on(dossier const& file, engine::rules const& law)
{
    auto const months = law.number(postponed_expiry_months);
    auto const* meeting = postponing_meeting(file);
    if (!months || !meeting)
        return {};
    // "More than a year": the day after the corresponding day (TIME-2, TIME-4).
    return engine::add_months(meeting->met_on, static_cast<int>(*months)) + std::chrono::days(1);
}

std::vector<engine::limit_terms> closing_limits(dossier const& file, engine::rules const& law)
{
    auto const lapses = lapses_on(file, law);
    if (!lapses)
        return {};
    auto const from = postponing_meeting(file)->met_on;
    engine::limit_terms terms{.name = "postponed",
                              .rule = law.rule_of(postponed_expiry_months, "HLJ-40.2"),
                              .begins = from,
                              .days = (*lapses - from).count() - 1};
    if (auto const& expiry = file.closing.expiry)
        terms.met_on = expiry->on;
    return {terms};
}

} // namespace workflows::major_decision
