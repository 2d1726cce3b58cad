#ifndef JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_DOSSIER_HPP
#define JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_DOSSIER_HPP

#include "workflows/normative_document/filing.hpp"
#include "workflows/normative_document/issue.hpp"
#include "workflows/normative_document/opinions.hpp"
#include "workflows/normative_document/project.hpp"
#include "workflows/normative_document/public_hearing.hpp"
#include "workflows/normative_document/public_opinions.hpp"
#include "workflows/normative_document/requests.hpp"
#include "workflows/normative_document/review.hpp"
#include "workflows/normative_document/validity.hpp"
#include "workflows/separation.hpp"

#include <vector>

namespace workflows::normative_document {

/// The facts gathered from the acts (卷内事实): what conditions ask.
struct dossier {
    project::facts project;
    opinions::facts opinions;
    public_opinions::facts public_opinions;
    public_hearing::facts public_hearing;
    review::facts review;
    issue::facts issue;
    filing::facts filing;
    validity::facts validity;
    requests::facts requests;

    /// For separation of duties (JC-1); also in whose place.
    std::vector<engine::person_id> proposers;
    std::vector<engine::person_id> drafters;  ///< proposers too, and whoever filed it for review
    std::vector<engine::person_id> reviewers; ///< whoever had a part in the review
    /// Everybody who acted, for who may know of a secret draft (JC-17).
    std::vector<engine::person_id> everybody;
    /// Some document of it is secret, whatever the draft is (JC-8).
    bool names_secret_document = false;
};

/// Remembers who proposed, who was of the drafting side and who of the reviewing. The part of a
/// procedure named `remember`.
void remember(dossier& file, engine::act const& what);

/// An act's body with what conditions need to know of its entry.
template <class Body>
entered<Body> on_file(dossier const& file, Body const& body, engine::act const& what)
{
    return major_decision::entered_on(current_draft(file), body, what);
}

} // namespace workflows::normative_document

#endif
