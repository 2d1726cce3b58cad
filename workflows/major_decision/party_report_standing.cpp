#include "workflows/major_decision/dossier.hpp"

namespace workflows::major_decision {

using party_report::party_answer;

bool party_done(dossier const& file)
{
    auto const& facts = file.party_report;
    return facts.report && facts.answer && facts.answer->body.answer != party_answer::disagrees &&
           still_covers(file, facts.report->draft) && !party_waits_for_text(file);
}

bool party_wants_changes(dossier const& file)
{
    auto const& answer = file.party_report.answer;
    if (!answer || answer->body.answer != party_answer::agrees_with_changes)
        return false;
    auto const& signing = file.publication.signing;
    return !signing || signing->seq < answer->seq;
}

bool party_waits_for_text(dossier const& file)
{
    return (party_wants_changes(file) || party_disagrees(file)) &&
           current_draft(file) <= file.party_report.answer->draft;
}

bool party_disagrees(dossier const& file)
{
    auto const& answer = file.party_report.answer;
    if (!answer || answer->body.answer != party_answer::disagrees)
        return false;
    auto const& meetings = file.deliberation.meetings;
    return meetings.empty() || answer->seq > meetings.back().seq;
}

} // namespace workflows::major_decision
