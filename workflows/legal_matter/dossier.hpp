#ifndef JUECE_WORKFLOWS_LEGAL_MATTER_DOSSIER_HPP
#define JUECE_WORKFLOWS_LEGAL_MATTER_DOSSIER_HPP

#include "workflows/legal_matter/advice.hpp"
#include "workflows/legal_matter/handling.hpp"
#include "workflows/legal_matter/outcome.hpp"
#include "workflows/legal_matter/registration.hpp"
#include "workflows/separation.hpp"

#include <vector>

namespace workflows::legal_matter {

/// The facts gathered from the acts (卷内事实): what conditions ask.
struct dossier {
    registration::facts registration;
    handling::facts handling;
    advice::facts advice;
    outcome::facts outcome;

    /// Who asked for advice, or advised, for separation of duties (JC-1); also in whose place.
    std::vector<engine::person_id> askers;
    std::vector<engine::person_id> advisers;
    /// Everybody who acted, for who may know of a secret document (JC-17).
    std::vector<engine::person_id> everybody;
    /// Who among them acted for which adviser, who is called in and withdraws by name (JC-19).
    std::vector<engine::named_person> advisers_by_name;
    bool names_secret_document = false;
};

/// Remembers who asked and who advised. The part of a procedure named `remember`.
void remember(dossier& file, engine::act const& what);

using workflows::is_one_of;

/// An act's body with what conditions need to know of its entry.
template <class Body>
entered<Body> on_file(dossier const& file, Body const& body, engine::act const& what)
{
    return {body, what.seq, what.counts_on(), what.by, current_round(file)};
}

} // namespace workflows::legal_matter

#endif
