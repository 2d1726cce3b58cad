#include "workflows/major_decision/procedure.hpp"

namespace workflows::major_decision {
namespace {

using deliberation::meeting_outcome;

bool ended_early(dossier const& file)
{
    auto const& meetings = file.deliberation.meetings;
    return file.intake.excluded || file.intake.declined || file.closing.withdrawal ||
           file.closing.termination || file.closing.expiry ||
           (!meetings.empty() && meetings.back().body.outcome == meeting_outcome::rejected);
}

bool adopted(dossier const& file)
{
    auto const& meetings = file.deliberation.meetings;
    if (meetings.empty())
        return false;
    auto const outcome = meetings.back().body.outcome;
    return outcome == meeting_outcome::adopted ||
           (outcome == meeting_outcome::adopted_in_principle && file.deliberation.acceptance);
}

/// Keys "phase.<phase>", from the end of the road to its beginning.
char const* phase(dossier const& file)
{
    if (file.archive.closing)
        return "archived";
    if (ended_early(file))
        return "ended";
    if (file.execution.completion)
        return "completed";
    if (file.publication.notice || file.publication.withholding)
        return "execution";
    if (adopted(file))
        return "issue";
    if (file.submission.filing)
        return "deliberation";
    if (file.legality_review.filing)
        return "legality_review";
    if (file.intake.started)
        return "drafting";
    return "proposal";
}

} // namespace

engine::case_summary summary(dossier const& file, std::vector<engine::chapter_stage> const&)
{
    engine::case_summary found;
    if (auto const& proposal = file.intake.proposal) {
        found.title = proposal->body.title;
        found.matter = engine::name_of(proposal->body.matter);
        found.unit = proposal->unit;
    }
    if (auto const& started = file.intake.started)
        found.unit = started->body.lead;
    found.phase = phase(file);
    found.closed = file.archive.closing || ended_early(file);
    return found;
}

} // namespace workflows::major_decision
