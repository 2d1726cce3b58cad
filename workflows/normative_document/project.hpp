#ifndef JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_PROJECT_HPP
#define JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_PROJECT_HPP

#include "engine/chapter.hpp"
#include "workflows/major_decision/drafting.hpp"
#include "workflows/normative_document/entered.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace workflows::normative_document {

struct dossier;

/// The project (立项起草): why a document is needed, what it touches, every version of its draft,
/// and the decision that goes through some of the steps for both (NORM-1, NORM-2, NORM-4).
namespace project {

using major_decision::drafting::basis;
using major_decision::drafting::change_class;

/// In whose name it is issued (NORM-4): the government's, its office's, or a department's.
enum class document_level { government, government_office, department };
JUECE_CHOICE(document_level, government, government_office, department)

/// How long what it settles is meant to last (NORM-14).
enum class document_nature { lasting, staged, trial };
JUECE_CHOICE(document_nature, lasting, staged, trial)

/// A step that a decision on the same matter may have gone through for the document too.
enum class shared_step {
    evaluation,
    comments,
    experts,
    hearing,
    fair_competition,
    legality_review,
    collective_decision
};
JUECE_CHOICE(shared_step, evaluation, comments, experts, hearing, fair_competition, legality_review,
             collective_decision)

/// Opens the case.
struct proposed {
    static constexpr std::string_view kind = "document_project.proposed";
    std::string document_title;
    document_level level_is;
    document_nature nature_is;
    unit_ref drafting_unit;
    prose necessity;
    std::vector<basis> legal_basis;
    prose existing_documents;                   ///< what is in force already, looked through
    std::optional<std::string> replaces_number; ///< of the document that it takes the place of
    std::vector<document_ref> materials;
};
BOOST_DESCRIBE_STRUCT(proposed, (),
                      (document_title, level_is, nature_is, drafting_unit, necessity, legal_basis,
                       existing_documents, replaces_number, materials))

struct approved {
    static constexpr std::string_view kind = "document_project.approved";
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(approved, (), (remarks))

struct declined {
    static constexpr std::string_view kind = "document_project.declined";
    prose reason;
};
BOOST_DESCRIBE_STRUCT(declined, (), (reason))

/// The drafting unit says what the document touches. Said again, the later word holds.
struct assessed {
    static constexpr std::string_view kind = "document_project.assessed";
    static constexpr engine::dependent_field dependent_fields[] = {
        {"not_technical_reason", "technical", "false"}};
    bool touches_rights = false; ///< rights and duties of people outside the administration
    bool technical = false;
    std::optional<prose> not_technical_reason;
    bool complex = false;
    bool business_related = false; ///< closely tied to the business of enterprises
    bool operators_affected = false;
    bool vital_interests = false;
    bool large_disagreement = false;
    bool conflicting_groups = false;
    std::optional<std::string> hearing_law; ///< a law that demands a hearing
};
BOOST_DESCRIBE_STRUCT(assessed, (),
                      (touches_rights, technical, not_technical_reason, complex, business_related,
                       operators_affected, vital_interests, large_disagreement, conflicting_groups,
                       hearing_law))

struct drafted {
    static constexpr std::string_view kind = "document_project.drafted";
    document_ref draft;
    document_ref explanation;
    change_class change;
    std::optional<prose> change_reason;
};
BOOST_DESCRIBE_STRUCT(drafted, (), (draft, explanation, change, change_reason))

/// The matter is a major decision too, with a case of its own (JC-61).
struct linked {
    static constexpr std::string_view kind = "document_project.linked";
    std::string decision_number;
    prose how_they_meet;
};
BOOST_DESCRIBE_STRUCT(linked, (), (decision_number, how_they_meet))

/// What the decision's case holds of a step: the acts by their ids, and the draft that they were
/// done on, byte for byte. It counts for that text and for no other (JC-61).
struct step_taken_over {
    static constexpr std::string_view kind = "document_project.step_taken_over";
    shared_step step;
    document_ref draft;
    std::vector<std::string> act_ids;
    day done_on; ///< the last of those acts
    prose summary;
};
BOOST_DESCRIBE_STRUCT(step_taken_over, (), (step, draft, act_ids, done_on, summary))

struct withdrawn {
    static constexpr std::string_view kind = "document_project.withdrawn";
    prose reason;
};
BOOST_DESCRIBE_STRUCT(withdrawn, (), (reason))

/// A document that was in force before it was registered here: what its page must show, told in one
/// act and marked so. Nothing of its making was judged here (JC-60).
struct told_afterwards {
    static constexpr std::string_view kind = "document_project.told_afterwards";
    std::string document_number;
    std::optional<std::string> registration_number;
    day published_on;
    day effective_on;
    std::optional<day> valid_until; ///< the last day; none: no end was set
    page_address address;           ///< where it is published
    std::string source;             ///< of what is told here
    std::optional<document_ref> final_text;
};
BOOST_DESCRIBE_STRUCT(told_afterwards, (),
                      (document_number, registration_number, published_on, effective_on,
                       valid_until, address, source, final_text))

struct facts {
    std::optional<entered<proposed>> proposal;
    std::optional<entered<approved>> approval;
    std::optional<entered<declined>> refusal;
    std::vector<entered<assessed>> assessments; ///< the last one holds
    std::vector<entered<drafted>> versions;
    std::optional<entered<linked>> link;
    std::vector<entered<step_taken_over>> taken_over;
    std::optional<entered<withdrawn>> withdrawal;
    std::optional<entered<told_afterwards>> told;
};

} // namespace project

/// The version number of the current draft; 0 before the first.
long long current_draft(dossier const& file);
/// A version of the draft, or null.
project::drafted const* draft_version(dossier const& file, long long version);
/// The class of a version's change: as the reviewer confirmed it, or as it was declared.
project::change_class change_of(dossier const& file, long long version);
/// True if no substantive change lies between that version and the current draft (JC-2).
bool still_covers(dossier const& file, long long version);
/// What the document touches; null before it was said.
project::assessed const* touches(dossier const& file);
/// The step as it was taken over for the text that is current now; null where none was (JC-61).
entered<project::step_taken_over> const* taken_over(dossier const& file, project::shared_step step);
/// Lasting, unless it was proposed as something else.
project::document_nature nature_of(dossier const& file);
/// The document is issued in the name of the government or its office, and not of a department.
bool is_of_government(dossier const& file);
/// Declined or withdrawn, or rejected by the meeting: there will be no document.
bool is_given_up(dossier const& file);

std::unique_ptr<engine::chapter<dossier>> make_project();

} // namespace workflows::normative_document

#endif
