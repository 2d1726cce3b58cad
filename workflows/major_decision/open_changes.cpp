#include "workflows/major_decision/open_changes.hpp"

#include "engine/case_procedure.hpp"
#include "workflows/major_decision/dossier.hpp"

namespace workflows::major_decision {

std::optional<open_changes> changes_open_on(dossier const& file)
{
    auto const& facts = file.deliberation;
    if (facts.meetings.empty() || facts.acceptance)
        return {};
    auto const& meeting = facts.meetings.back();
    if (meeting.body.outcome != deliberation::meeting_outcome::adopted_in_principle)
        return {};
    open_changes found{.ordered = meeting.body.changes_ordered.value_or(""),
                       .met_on = meeting.body.met_on,
                       .meeting = meeting.seq,
                       .discussed = meeting.draft,
                       .current = current_draft(file)};
    if (!facts.refusals.empty() && facts.refusals.back().seq > meeting.seq)
        found.sent_back = facts.refusals.back().body.reason;
    if (facts.changes && facts.changes->draft == found.current)
        found.account = facts.changes->body.account;
    return found;
}

std::optional<open_changes> changes_open_on(engine::procedure const& of)
{
    auto const* known = dynamic_cast<engine::case_procedure<dossier> const*>(&of);
    return known ? changes_open_on(known->file()) : std::nullopt;
}

} // namespace workflows::major_decision
