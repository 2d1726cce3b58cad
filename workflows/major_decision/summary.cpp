#include "workflows/major_decision/known_to.hpp"
#include "workflows/major_decision/procedure.hpp"

#include <set>

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

/// Secret as it was proposed or assessed; open once something of it was made public; internal
/// before.
engine::confidentiality level(dossier const& file)
{
    using engine::confidentiality;
    if (is_secret(file))
        return confidentiality::secret;
    if (!file.participation.notices.empty() || file.hearing.notice || file.publication.notice)
        return confidentiality::open;
    return confidentiality::internal;
}

/// The units that a party of the law may sit in, beside the sponsor.
std::vector<std::string> concerned(dossier const& file)
{
    std::set<std::string> units;
    if (auto const& assigned = file.intake.assigned)
        units.insert(assigned->body.to_unit);
    for (auto const& request : file.consultation.requests)
        units.insert(request.body.units.begin(), request.body.units.end());
    if (auto const& hearing = file.hearing.decision; hearing && hearing->body.organiser)
        units.insert(*hearing->body.organiser);
    if (auto const& plan = file.risk.plan; plan && plan->body.assessor_unit)
        units.insert(*plan->body.assessor_unit);
    if (auto const& named = file.execution.executor)
        units.insert(named->body.executor);
    if (auto const& order = file.evaluation.order)
        units.insert(order->body.evaluator);
    for (auto const& request : file.evaluation.requests)
        units.insert(request.body.from_unit);
    if (auto const& report = file.evaluation.report)
        for (auto const& matter : report->body.follow_ups)
            units.insert(matter.unit_concerned);
    return {units.begin(), units.end()};
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
    found.level = level(file);
    found.concerned = concerned(file);
    found.known_to = known_to(file, found);
    return found;
}

} // namespace workflows::major_decision
