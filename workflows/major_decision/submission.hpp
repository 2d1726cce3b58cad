#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_SUBMISSION_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_SUBMISSION_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "workflows/major_decision/entered.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// Submission to the organ (提请审议): file of eight items, office check, deputy, head, agenda.
/// Order 713 art. 29; Guangdong rules arts 36, 38.
namespace submission {

enum class meeting_kind { executive, plenary };
JUECE_CHOICE(meeting_kind, executive, plenary)

struct filed {
    static constexpr std::string_view kind = "submission.filed";
    document_ref request;
    document_ref draft;
    document_ref explanation;
    std::vector<std::string> legal_basis;
    std::optional<prose> public_opinions_adopted;
    std::optional<prose> expert_opinions_adopted;
    std::optional<document_ref> risk_report;
    std::optional<document_ref> competition_material;
    std::optional<document_ref> sponsor_minutes;
    std::optional<document_ref> legality_opinion;
    std::optional<prose> departure_reasons; ///< why the legality opinion is not followed
    std::vector<document_ref> other_material;
};
BOOST_DESCRIBE_STRUCT(filed, (),
                      (request, draft, explanation, legal_basis, public_opinions_adopted,
                       expert_opinions_adopted, risk_report, competition_material, sponsor_minutes,
                       legality_opinion, departure_reasons, other_material))

struct completion_demanded {
    static constexpr std::string_view kind = "submission.completion_demanded";
    std::vector<std::string> missing;
};
BOOST_DESCRIBE_STRUCT(completion_demanded, (), (missing))

struct completed {
    static constexpr std::string_view kind = "submission.completed";
    std::vector<document_ref> documents;
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(completed, (), (documents, remarks))

struct returned_by_office {
    static constexpr std::string_view kind = "submission.returned_by_office";
    prose reason;
};
BOOST_DESCRIBE_STRUCT(returned_by_office, (), (reason))

struct office_passed {
    static constexpr std::string_view kind = "submission.office_passed";
    prose opinion;
    std::optional<engine::person_id> deputy; ///< whose business it is; none: any deputy's
};
BOOST_DESCRIBE_STRUCT(office_passed, (), (opinion, deputy))

/// The office sends what lies with a deputy to another, or leaves it to any of them.
struct deputy_changed {
    static constexpr std::string_view kind = "submission.deputy_changed";
    std::optional<engine::person_id> deputy;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(deputy_changed, (), (deputy, reason))

struct deputy_approved {
    static constexpr std::string_view kind = "submission.deputy_approved";
    std::optional<prose> opinion;
};
BOOST_DESCRIBE_STRUCT(deputy_approved, (), (opinion))

struct deputy_returned {
    static constexpr std::string_view kind = "submission.deputy_returned";
    prose reason;
};
BOOST_DESCRIBE_STRUCT(deputy_returned, (), (reason))

/// The head keeps the matter off the agenda; the sponsor has it again.
struct head_returned {
    static constexpr std::string_view kind = "submission.head_returned";
    prose reason;
};
BOOST_DESCRIBE_STRUCT(head_returned, (), (reason))

struct placed_on_agenda {
    static constexpr std::string_view kind = "submission.placed_on_agenda";
    meeting_kind meeting;
    day meeting_on;
    std::optional<std::string> meeting_name;
    std::optional<long long> agenda_item = {}; ///< none: behind those that were placed before
};
BOOST_DESCRIBE_STRUCT(placed_on_agenda, (), (meeting, meeting_on, meeting_name, agenda_item))

/// To another place of the same agenda: ahead of these, or behind all of it.
struct moved_on_agenda {
    static constexpr std::string_view kind = "submission.moved_on_agenda";
    std::vector<std::string> ahead_of; ///< numbers of the cases behind it, the nearest first
};
BOOST_DESCRIBE_STRUCT(moved_on_agenda, (), (ahead_of))

struct removed_from_agenda {
    static constexpr std::string_view kind = "submission.removed_from_agenda";
    prose reason;
};
BOOST_DESCRIBE_STRUCT(removed_from_agenda, (), (reason))

/// What the chapter leaves on file.
struct facts {
    std::optional<entered<filed>> filing;
    std::vector<entered<completion_demanded>> demands;
    std::vector<entered<completed>> completions;
    std::vector<entered<returned_by_office>> returns;
    std::optional<entered<office_passed>> office_check;
    std::optional<engine::person_id> deputy; ///< to whom the office sent it last
    std::optional<entered<deputy_approved>> deputy_approval;
    std::vector<entered<deputy_returned>> deputy_returns;
    std::vector<entered<head_returned>> head_returns;
    std::optional<entered<placed_on_agenda>> agenda; ///< empty again when it is taken off
    std::vector<entered<removed_from_agenda>> removals;
};

} // namespace submission

std::unique_ptr<engine::chapter<dossier>> make_submission();

/// The sponsor is told that the matter came back, or was put on an agenda or taken off it, and what
/// the meeting decided.
std::vector<engine::news> told_of_submission(dossier const& file, engine::act const& what);

} // namespace workflows::major_decision

#endif
