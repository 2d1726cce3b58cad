#include "workflows/major_decision/procedure.hpp"

namespace workflows::major_decision {
namespace {

/// Keys "phase.<phase>", from the end of the road to its beginning.
char const* phase(dossier const& file)
{
    if (file.archive.closing)
        return "archived";
    if (is_closed(file))
        return "ended";
    if (file.execution.completion)
        return "completed";
    if (issued(file))
        return "execution";
    if (decided(file))
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
    found.closed = file.archive.closing || is_closed(file);
    return found;
}

} // namespace workflows::major_decision
