#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_CIRCULATION_ENTRIES_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_CIRCULATION_ENTRIES_HPP

#include "workflows/major_decision/circulation.hpp"
#include "workflows/major_decision/dossier.hpp"

// What the acts of the chapter leave on file, once they were admitted.

namespace workflows::major_decision::circulation {

void enter(dossier& file, opened const& body, engine::act const& what);
void enter(dossier& file, given const& body, engine::act const& what);
void enter(dossier& file, signer_added const& body, engine::act const& what);
void enter(dossier& file, signer_removed const& body, engine::act const& what);
void enter(dossier& file, returned const& body, engine::act const& what);
void enter(dossier& file, sent_again const& body, engine::act const& what);
void enter(dossier& file, withdrawn const& body, engine::act const& what);
void enter(dossier& file, stopped const& body, engine::act const& what);
void enter(dossier& file, signature_withdrawn const& body, engine::act const& what);
void enter(dossier& file, urged const& body, engine::act const& what);
void enter(dossier& file, copied const& body, engine::act const& what);
void enter(dossier& file, read const& body, engine::act const& what);
void enter(dossier& file, handed_over const& body, engine::act const& what);
void enter(dossier& file, handing_taken_back const& body, engine::act const& what);
void enter(dossier& file, delegated const& body, engine::act const& what);
void enter(dossier& file, delegation_answered const& body, engine::act const& what);
void enter(dossier& file, delegation_declined const& body, engine::act const& what);
void enter(dossier& file, delegation_recalled const& body, engine::act const& what);

} // namespace workflows::major_decision::circulation

#endif
