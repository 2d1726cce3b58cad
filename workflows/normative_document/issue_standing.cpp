#include "workflows/normative_document/dossier.hpp"

namespace workflows::normative_document {

bool is_adopted(dossier const& file)
{
    if (taken_over(file, project::shared_step::collective_decision))
        return true;
    auto const& meetings = file.issue.meetings;
    if (meetings.empty())
        return false;
    auto const& last = meetings.back();
    if (last.body.decision_is == issue::document_decision::adopted_with_changes)
        return current_draft(file) > last.draft;
    return last.body.decision_is == issue::document_decision::adopted &&
           still_covers(file, last.draft);
}

bool is_published(dossier const& file)
{
    return file.issue.publication || file.project.told;
}

std::string document_number(dossier const& file)
{
    if (file.issue.number)
        return file.issue.number->body.document_number;
    return file.project.told ? file.project.told->body.document_number : std::string();
}

std::optional<day> published_on(dossier const& file)
{
    if (file.issue.publication)
        return file.issue.publication->body.published_on;
    if (file.project.told)
        return file.project.told->body.published_on;
    return {};
}

std::optional<day> effective_on(dossier const& file)
{
    return file.validity.effective_on;
}

} // namespace workflows::normative_document
