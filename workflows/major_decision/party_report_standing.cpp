#include "workflows/major_decision/dossier.hpp"

namespace workflows::major_decision {

using party_report::party_answer;

bool party_done(dossier const& file)
{
    auto const& facts = file.party_report;
    return facts.report && facts.answer && facts.answer->body.answer != party_answer::disagrees &&
           still_covers(file, facts.report->draft);
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
