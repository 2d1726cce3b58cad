#ifndef JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_PARTIES_HPP
#define JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_PARTIES_HPP

#include "engine/offer.hpp"
#include "workflows/normative_document/dossier.hpp"

// Who makes and keeps a normative document, as seats. The names are keys "party.<name>" of the
// translations. Who decides, signs and numbers depends on in whose name it is issued (NORM-4).

namespace workflows::normative_document {

/// Clerk or head of any department, or the office of the government: whoever may propose.
struct proposing_unit {
    static constexpr std::string_view name = "proposing_unit";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Clerk or head of the unit that drafts.
struct drafting_unit {
    static constexpr std::string_view name = "drafting_unit";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Who lets a project begin: the office of the government, or the head of the department (NORM-2).
struct project_approver {
    static constexpr std::string_view name = "project_approver";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// The justice department of the government (NORM-3, NORM-5).
struct document_reviewer {
    static constexpr std::string_view name = "document_reviewer";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// The market regulator (NORM-20).
struct competition_reviewer {
    static constexpr std::string_view name = "competition_reviewer";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Who keeps the record of the meeting: the office of the government, or the department (NORM-12).
struct meeting_recorder {
    static constexpr std::string_view name = "meeting_recorder";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// The head of the government, or of the department (NORM-12).
struct document_signer {
    static constexpr std::string_view name = "document_signer";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Who keeps the one register: the office of the government; of departments' documents the justice
/// department (NORM-2, NORM-5).
struct document_registrar {
    static constexpr std::string_view name = "document_registrar";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Who files for record: the office or the justice department; of its own documents a department
/// (NORM-15).
struct filing_unit {
    static constexpr std::string_view name = "filing_unit";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Who enters what the examination of a filing came to: the justice department for its own
/// government, and for any other organ whoever filed with it (NORM-16).
struct filing_result_recorder {
    static constexpr std::string_view name = "filing_result_recorder";
    static std::vector<engine::seat> seats(dossier const& file);
};

/// Who keeps a document after its issue: the drafting unit, the justice department, and the office
/// of the government for the government's own (NORM-18).
struct document_keeper {
    static constexpr std::string_view name = "document_keeper";
    static std::vector<engine::seat> seats(dossier const& file);
};

} // namespace workflows::normative_document

#endif
