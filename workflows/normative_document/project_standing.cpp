#include "workflows/normative_document/dossier.hpp"

#include <algorithm>

namespace workflows::normative_document {

using project::change_class;

long long current_draft(dossier const& file)
{
    return static_cast<long long>(file.project.versions.size());
}

project::drafted const* draft_version(dossier const& file, long long version)
{
    if (version < 1 || version > current_draft(file))
        return nullptr;
    return &file.project.versions[static_cast<std::size_t>(version - 1)].body;
}

change_class change_of(dossier const& file, long long version)
{
    auto const& confirmations = file.review.confirmations;
    auto const confirmed =
        std::find_if(confirmations.rbegin(), confirmations.rend(),
                     [&](auto const& one) { return one.body.version == version; });
    if (confirmed != confirmations.rend())
        return confirmed->body.change;
    auto const* one = draft_version(file, version);
    return one ? one->change : change_class::first_draft;
}

bool still_covers(dossier const& file, long long version)
{
    if (version < 1)
        return false;
    for (auto later = version + 1; later <= current_draft(file); ++later)
        if (change_of(file, later) == change_class::substantive)
            return false;
    return true;
}

project::assessed const* touches(dossier const& file)
{
    auto const& all = file.project.assessments;
    return all.empty() ? nullptr : &all.back().body;
}

entered<project::step_taken_over> const* taken_over(dossier const& file, project::shared_step step)
{
    auto const* current = draft_version(file, current_draft(file));
    if (!current)
        return nullptr;
    for (auto const& one : file.project.taken_over)
        if (one.body.step == step && one.body.draft.hash == current->draft.hash)
            return &one;
    return nullptr;
}

project::document_nature nature_of(dossier const& file)
{
    auto const& proposal = file.project.proposal;
    return proposal ? proposal->body.nature_is : project::document_nature::lasting;
}

bool is_of_government(dossier const& file)
{
    auto const& proposal = file.project.proposal;
    return proposal && proposal->body.level_is != project::document_level::department;
}

bool is_given_up(dossier const& file)
{
    if (file.project.refusal || file.project.withdrawal)
        return true;
    auto const& meetings = file.issue.meetings;
    return !meetings.empty() &&
           meetings.back().body.decision_is == issue::document_decision::rejected;
}

} // namespace workflows::normative_document
