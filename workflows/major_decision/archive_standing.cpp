#include "engine/case_procedure.hpp"
#include "workflows/chapter_of_act.hpp"
#include "workflows/major_decision/parties.hpp"

#include <algorithm>
#include <array>

namespace workflows::major_decision {

using archive::archive_part;

namespace {

struct part_rule {
    archive_part part;
    bool (*required)(dossier const&);
    bool (*on_file)(dossier const&);
    std::array<std::string_view, 2> chapters; ///< whose acts it holds
};

// A step that was begun must be on file; a step that a decision needs must be on file once the
// matter is decided. Where a case ended early, what was begun is complete as it stands.

bool always(dossier const&)
{
    return true;
}
bool started(dossier const& file)
{
    return file.intake.started.has_value();
}
bool has_catalogue_entry(dossier const& file)
{
    return started(file) && !file.intake.started->body.catalogue.empty();
}
bool has_proposal_and_answer(dossier const& file)
{
    auto const& facts = file.intake;
    return facts.proposal && (facts.started || facts.declined || facts.excluded);
}

bool has_research(dossier const& file)
{
    return file.drafting.research.has_value();
}
bool needs_drafts(dossier const& file)
{
    return decided(file) || current_draft(file) > 0;
}
bool has_drafts(dossier const& file)
{
    return current_draft(file) > 0;
}

bool needs_consultation(dossier const& file)
{
    auto const& touches = file.drafting.touches;
    return !file.consultation.requests.empty() ||
           (decided(file) && touches && !touches->body.units_concerned.empty());
}
bool has_consultation(dossier const& file)
{
    return decided(file) ? file.consultation.conclusion.has_value()
                         : !file.consultation.requests.empty();
}

bool participation_begun(dossier const& file)
{
    auto const& facts = file.participation;
    return facts.exemption || !facts.notices.empty() || !facts.activities.empty();
}
bool needs_participation(dossier const& file)
{
    return decided(file) || participation_begun(file);
}
bool has_participation(dossier const& file)
{
    auto const& facts = file.participation;
    return decided(file) ? facts.exemption || facts.conclusion : participation_begun(file);
}

bool needs_hearing(dossier const& file)
{
    auto const& decision = file.hearing.decision;
    return decision && decision->body.hold;
}
bool has_hearing(dossier const& file)
{
    return decided(file) ? file.hearing.session && file.hearing.report : needs_hearing(file);
}

bool needs_experts(dossier const& file)
{
    auto const& touches = file.drafting.touches;
    return file.experts.selection || (decided(file) && touches && touches->body.technical);
}
bool has_experts(dossier const& file)
{
    return decided(file) ? file.experts.report.has_value() : file.experts.selection.has_value();
}

bool risk_begun(dossier const& file)
{
    return file.risk.plan || file.risk.exemption;
}
bool needs_risk(dossier const& file)
{
    auto const& touches = file.drafting.touches;
    return risk_begun(file) || (decided(file) && touches && !touches->body.risk_domains.empty());
}
bool has_risk(dossier const& file)
{
    return decided(file) ? file.risk.report || file.risk.exemption : risk_begun(file);
}

bool competition_begun(dossier const& file)
{
    auto const& facts = file.fair_competition;
    return facts.first_review || facts.filing || facts.conclusion;
}
bool needs_competition(dossier const& file)
{
    auto const& touches = file.drafting.touches;
    return competition_begun(file) ||
           (decided(file) && touches && touches->body.operators_affected);
}

bool sponsor_review_begun(dossier const& file)
{
    return file.sponsor_review.opinion || file.sponsor_review.discussion;
}

bool needs_review(dossier const& file)
{
    return decided(file) || file.legality_review.filing;
}
bool has_review(dossier const& file)
{
    return decided(file) ? file.legality_review.conclusion.has_value()
                         : file.legality_review.filing.has_value();
}

bool needs_submission(dossier const& file)
{
    return decided(file) || file.submission.filing;
}
bool has_submission(dossier const& file)
{
    return file.submission.filing.has_value();
}

bool has_meeting(dossier const& file)
{
    return !file.deliberation.meetings.empty();
}

bool needs_party_and_congress(dossier const& file)
{
    return decided(file) || file.party_report.report || file.congress.report;
}
bool has_party_and_congress(dossier const& file)
{
    if (decided(file))
        return file.party_report.answer && congress_done(file);
    return file.party_report.report || file.congress.report;
}

bool has_publication(dossier const& file)
{
    return file.publication.signing && issued(file);
}

bool has_execution(dossier const& file)
{
    auto const& facts = file.execution;
    bool const reported_or_replaced = !facts.reports.empty() || file.adjustment.replacement;
    return facts.executor && reported_or_replaced;
}

bool needs_evaluation(dossier const& file)
{
    return file.evaluation.order.has_value();
}
bool has_evaluation(dossier const& file)
{
    return file.evaluation.report.has_value();
}

bool needs_adjustment(dossier const& file)
{
    return file.adjustment.proposal.has_value();
}
bool has_adjustment(dossier const& file)
{
    return needs_adjustment(file) && !adjustment_open(file);
}

bool has_log(dossier const& file)
{
    return !file.doings.empty();
}

constexpr part_rule parts_of_a_file[] = {
    {archive_part::proposal_and_start, always, has_proposal_and_answer, {"intake"}},
    {archive_part::catalogue_entry, has_catalogue_entry, has_catalogue_entry, {}},
    {archive_part::research_and_basis, decided, has_research, {}},
    {archive_part::drafts, needs_drafts, has_drafts, {"drafting"}},
    {archive_part::unit_consultation, needs_consultation, has_consultation, {"consultation"}},
    {archive_part::participation_file, needs_participation, has_participation, {"participation"}},
    {archive_part::hearing_file, needs_hearing, has_hearing, {"hearing"}},
    {archive_part::expert_file, needs_experts, has_experts, {"experts"}},
    {archive_part::risk_file, needs_risk, has_risk, {"risk"}},
    {archive_part::competition_file, needs_competition, competition_begun, {"fair_competition"}},
    {archive_part::sponsor_file, sponsor_review_begun, sponsor_review_begun, {"sponsor_review"}},
    {archive_part::review_file, needs_review, has_review, {"legality_review"}},
    {archive_part::submission_file, needs_submission, has_submission, {"submission"}},
    {archive_part::meeting_file, has_meeting, has_meeting, {"deliberation"}},
    {archive_part::party_and_congress,
     needs_party_and_congress,
     has_party_and_congress,
     {"party_report", "congress"}},
    {archive_part::final_text_and_publication, decided, has_publication, {"publication"}},
    {archive_part::execution_file, decided, has_execution, {"execution"}},
    {archive_part::evaluation_file, needs_evaluation, has_evaluation, {"evaluation"}},
    {archive_part::adjustment_file, needs_adjustment, has_adjustment, {"adjustment"}},
    {archive_part::process_log, always, has_log, {}},
};

bool was_filed(dossier const& file, archive_part part)
{
    for (auto const& act : file.archive.parts)
        for (auto const& one : act.body.parts)
            if (one.part == part)
                return true;
    return false;
}

} // namespace

std::vector<archive_line> archive_checklist(dossier const& file)
{
    std::vector<archive_line> lines;
    for (auto const& rule : parts_of_a_file) {
        archive_line line{rule.part, rule.required(file),
                          rule.on_file(file) || was_filed(file, rule.part)};
        for (auto const& one : file.doings) {
            if (std::none_of(rule.chapters.begin(), rule.chapters.end(),
                             [&](auto chapter) { return is_of(one.kind, chapter); }))
                continue;
            ++line.acts;
            line.first_on = std::min(line.first_on.value_or(one.on), one.on);
            line.last_on = std::max(line.last_on.value_or(one.on), one.on);
        }
        lines.push_back(line);
    }
    return lines;
}

std::vector<archive_line> archive_checklist(engine::procedure const& of)
{
    auto const* known = dynamic_cast<engine::case_procedure<dossier> const*>(&of);
    return known ? archive_checklist(known->file()) : std::vector<archive_line>();
}

std::vector<archive_part> archive_parts_not_brought(dossier const& file)
{
    std::vector<archive_part> left;
    for (auto const& rule : parts_of_a_file)
        if (rule.part != archive_part::process_log && rule.required(file) &&
            !was_filed(file, rule.part))
            left.push_back(rule.part);
    return left;
}

bool papers_are_owed_by(dossier const& file, std::string_view kind, engine::seat const& from)
{
    if (kind != archive::part_filed::kind)
        return true;
    auto const owing = sponsor::seats(file);
    return std::find(owing.begin(), owing.end(), from) != owing.end();
}

std::optional<archive::retention_period> usual_retention(dossier const& file)
{
    using archive::retention_period;
    if (decided(file))
        return retention_period::permanent;
    return has_meeting(file) ? std::optional(retention_period::ten_years) : std::nullopt;
}

std::optional<archive::retention_period> usual_retention(engine::procedure const& of)
{
    auto const* known = dynamic_cast<engine::case_procedure<dossier> const*>(&of);
    return known ? usual_retention(known->file()) : std::nullopt;
}

std::vector<archive_part> archive_parts_missing(dossier const& file)
{
    std::vector<archive_part> missing;
    for (auto const& line : archive_checklist(file))
        if (line.required && !line.on_file)
            missing.push_back(line.part);
    return missing;
}

} // namespace workflows::major_decision
