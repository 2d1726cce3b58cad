#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_DOSSIER_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_DOSSIER_HPP

#include "workflows/major_decision/adjustment.hpp"
#include "workflows/major_decision/archive.hpp"
#include "workflows/major_decision/circulation.hpp"
#include "workflows/major_decision/closing.hpp"
#include "workflows/major_decision/congress.hpp"
#include "workflows/major_decision/consultation.hpp"
#include "workflows/major_decision/deliberation.hpp"
#include "workflows/major_decision/drafting.hpp"
#include "workflows/major_decision/evaluation.hpp"
#include "workflows/major_decision/execution.hpp"
#include "workflows/major_decision/experts.hpp"
#include "workflows/major_decision/fair_competition.hpp"
#include "workflows/major_decision/hearing.hpp"
#include "workflows/major_decision/intake.hpp"
#include "workflows/major_decision/legality_review.hpp"
#include "workflows/major_decision/participation.hpp"
#include "workflows/major_decision/party_report.hpp"
#include "workflows/major_decision/publication.hpp"
#include "workflows/major_decision/risk.hpp"
#include "workflows/major_decision/sponsor_review.hpp"
#include "workflows/major_decision/submission.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace workflows::major_decision {

/// One line of who did what, for separation of duties and the archive.
struct doing {
    long long seq = 0;
    std::string kind;
    engine::person_id person;
    std::string name;
    std::string role;
    std::string unit;
    day on;
    engine::person_id represents = {}; ///< whose place was taken; 0: nobody's
    std::string on_behalf_of = {};
};

/// The facts gathered from the acts (卷内事实): what conditions ask.
struct dossier {
    // Copied, moved and destroyed in one place: written anew wherever they are needed, these six
    // were a third of what there was to compile.
    dossier();
    dossier(dossier const&);
    dossier(dossier&&) noexcept;
    dossier& operator=(dossier const&);
    dossier& operator=(dossier&&) noexcept;
    ~dossier();

    intake::facts intake;
    drafting::facts drafting;
    consultation::facts consultation;
    participation::facts participation;
    hearing::facts hearing;
    experts::facts experts;
    risk::facts risk;
    fair_competition::facts fair_competition;
    sponsor_review::facts sponsor_review;
    legality_review::facts legality_review;
    submission::facts submission;
    deliberation::facts deliberation;
    party_report::facts party_report;
    congress::facts congress;
    publication::facts publication;
    execution::facts execution;
    evaluation::facts evaluation;
    adjustment::facts adjustment;
    archive::facts archive;
    closing::facts closing;
    circulation::facts circulation;

    std::vector<doing> doings; ///< every act, in order
    /// A document of it is or was secret, so that somebody needs to know and others do not.
    bool names_secret_document = false;
};

/// The version number of the current draft; 0 before the first.
long long current_draft(dossier const& file);

/// The stored document that a version is, or null.
drafting::versioned const* draft_version(dossier const& file, long long version);

/// The class of a version's change: as the reviewer confirmed it, or as the sponsor declared it.
drafting::change_class change_of(dossier const& file, long long version);

/// True if no substantive change lies between that version and the current draft, so that what was
/// found on it still holds (JC-2).
bool still_covers(dossier const& file, long long version);

/// As still_covers, or the reviewer recorded for each substantive change since why this step need
/// not be repeated.
bool still_covers(dossier const& file, long long version, drafting::repeatable_step step);

/// True if a change that the sponsor called less than substantive waits for the reviewer's word.
bool change_unconfirmed(dossier const& file);

/// Remembers who did the act. The part of a procedure named `remember`.
void remember(dossier& file, engine::act const& what);

/// An act's body with what conditions need to know of its entry.
template <class Body>
entered<Body> on_file(dossier const& file, Body const& body, engine::act const& what)
{
    return entered_on(current_draft(file), body, what);
}

} // namespace workflows::major_decision

#endif
