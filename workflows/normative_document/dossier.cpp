#include "workflows/normative_document/dossier.hpp"

#include "engine/confidentiality.hpp"
#include "workflows/chapter_of_act.hpp"

#include <algorithm>
#include <array>

namespace workflows::normative_document {
namespace {

constexpr std::array drafters_acts{project::proposed::kind,        project::assessed::kind,
                                   project::drafted::kind,         project::linked::kind,
                                   project::step_taken_over::kind, review::filed::kind,
                                   review::supplemented::kind};

bool is_regulators(std::string_view kind)
{
    return kind == opinions::competition_concluded::kind;
}

/// What is done to bring the text about: by the drafting unit, up to the file for review.
bool is_of_drafting_side(std::string_view kind)
{
    return std::find(drafters_acts.begin(), drafters_acts.end(), kind) != drafters_acts.end() ||
           is_of(kind, "participation") || is_of(kind, "hearing") ||
           (is_of(kind, "document_opinions") && !is_regulators(kind));
}

bool is_of_review_side(std::string_view kind)
{
    return is_regulators(kind) || (is_of(kind, "document_review") && !is_of_drafting_side(kind));
}

} // namespace

void remember(dossier& file, engine::act const& what)
{
    note(file.everybody, what.by);
    if (what.kind == project::proposed::kind)
        note(file.proposers, what.by);
    if (is_of_drafting_side(what.kind))
        note(file.drafters, what.by);
    if (is_of_review_side(what.kind))
        note(file.reviewers, what.by);
    file.names_secret_document = file.names_secret_document ||
                                 engine::says_level(what.body, engine::confidentiality::secret);
}

} // namespace workflows::normative_document
