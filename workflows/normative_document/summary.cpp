#include "engine/part.hpp"
#include "workflows/normative_document/procedure.hpp"

#include <set>

namespace workflows::normative_document {
namespace {

using validity::cleanup_result;

/// Keys "phase.<phase>" of a document in force or after.
char const* phase_of_issued(dossier const& file)
{
    auto const& all = file.validity;
    if (all.lapse)
        return "document_lapsed";
    if (all.amendment && !all.amendment->body.stays_in_force)
        return "document_replaced";
    if (all.cleanups.empty())
        return "document_issued";
    switch (all.cleanups.back().body.result_is) {
    case cleanup_result::repealed:
        return "document_repealed";
    case cleanup_result::declared_invalid:
        return "document_invalid";
    case cleanup_result::to_be_amended:
        return all.amendment && all.amendment->seq > all.cleanups.back().seq
                   ? "document_issued"
                   : "document_to_be_amended";
    case cleanup_result::kept:
        break;
    }
    return "document_issued";
}

/// From the end of the road to its beginning.
char const* phase(dossier const& file)
{
    if (is_given_up(file))
        return "document_given_up";
    if (is_published(file))
        return phase_of_issued(file);
    if (file.issue.number)
        return "document_registered";
    if (file.issue.text)
        return "document_signed";
    if (is_adopted(file))
        return "document_adopted";
    if (is_reviewed(file))
        return "document_reviewed";
    if (file.review.filing && file.review.filing->draft == current_draft(file))
        return "document_in_review";
    if (file.project.approval)
        return "document_drafting";
    return "document_proposed";
}

/// A draft that is lawfully kept from the public stays so until it is published (NORM-7).
bool is_secret(dossier const& file)
{
    auto const& waiver = file.opinions.waiver;
    return waiver && waiver->body.exception_is == opinions::comment_exception::secret_matter &&
           !is_published(file);
}

/// Who needs to know of a secret draft, or of a secret document of an open one: its unit, the
/// organ's seats that come into it, and whoever has acted on it (JC-17).
std::vector<std::string> known_to(dossier const& file, std::string const& unit)
{
    std::set<std::string> all{engine::part_of_unit(unit), engine::part_of_role("office_secretary"),
                              engine::part_of_role("head_of_government"),
                              engine::part_of_role("reviewer")};
    auto const* what = touches(file);
    if (what && what->operators_affected)
        all.insert(engine::part_of_role("competition_reviewer"));
    for (auto const who : file.everybody)
        all.insert(engine::part_of_person(who));
    return {all.begin(), all.end()};
}

} // namespace

engine::case_summary summary(dossier const& file, std::vector<engine::chapter_stage> const&)
{
    engine::case_summary found;
    if (auto const& proposal = file.project.proposal) {
        found.title = proposal->body.document_title;
        found.unit = proposal->body.drafting_unit;
        found.matter = engine::name_of(proposal->body.level_is);
    }
    found.phase = phase(file);
    found.closed = is_given_up(file) || is_out_of_force(file);
    if (is_published(file) || file.opinions.notice || file.public_hearing.notice)
        found.level = engine::confidentiality::open;
    if (is_secret(file))
        found.level = engine::confidentiality::secret;
    if (is_secret(file) || file.names_secret_document)
        found.known_to = known_to(file, found.unit);
    return found;
}

} // namespace workflows::normative_document
