#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_INTAKE_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_INTAKE_HPP

#include "engine/chapter.hpp"
#include "engine/dependent_field.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "workflows/major_decision/entered.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// Intake and start (启动): who proposed what, the study, and the decision to start.
/// Order 713 arts 3, 10, 11; Guangdong rules arts 3, 10-12.
namespace intake {

enum class proposer_kind { leader, department, lower_government, deputy, citizen };
JUECE_CHOICE(proposer_kind, leader, department, lower_government, deputy, citizen)

/// Whose reasons and basis are their own and not those of an organ.
constexpr bool is_from_outside(proposer_kind who)
{
    return who == proposer_kind::deputy || who == proposer_kind::citizen;
}

enum class matter_type { public_policy, plan, resource_policy, construction_project, other_major };
JUECE_CHOICE(matter_type, public_policy, plan, resource_policy, construction_project, other_major)

enum class exclusion {
    macro_control,
    law_making,
    emergency_response,
    carrying_out_higher_decision,
    forwarding_higher_document,
    special_procedure,
    not_major
};
JUECE_CHOICE(exclusion, macro_control, law_making, emergency_response, carrying_out_higher_decision,
             forwarding_higher_document, special_procedure, not_major)

enum class congress_route { none, report, decide };
JUECE_CHOICE(congress_route, none, report, decide)

struct catalogue_item {
    long long year = 0;
    std::string item;
    bool participation = false;
    bool experts = false;
    bool risk = false;
    bool hearing = false;
    bool fair_competition = false;
};
BOOST_DESCRIBE_STRUCT(catalogue_item, (),
                      (year, item, participation, experts, risk, hearing, fair_competition))

/// Opens the case.
struct proposed {
    static constexpr std::string_view kind = "intake.proposed";
    static constexpr engine::dependent_field dependent_fields[] = {
        {"public_proposal", "proposer", "citizen"}, {"secret_basis", "secret", "true"}};
    std::string title;
    matter_type matter;
    proposer_kind proposer;
    std::string proposer_name;
    std::optional<std::string> public_proposal; ///< that it came from: a proposal_name
    bool in_writing = false;
    std::optional<prose> main_problem;
    std::optional<prose> reasons;
    std::optional<prose> legal_basis;
    std::optional<prose> necessity_and_feasibility;
    std::optional<prose> main_measures;
    std::optional<std::string> special_procedure;
    std::optional<std::string> adjusts_case;
    bool secret = false; ///< from the first moment, until the sponsor assesses otherwise
    std::optional<std::string> secret_basis;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(proposed, (),
                      (title, matter, proposer, proposer_name, public_proposal, in_writing,
                       main_problem, reasons, legal_basis, necessity_and_feasibility, main_measures,
                       special_procedure, adjusts_case, secret, secret_basis, documents))

struct study_assigned {
    static constexpr std::string_view kind = "intake.study_assigned";
    unit_ref to_unit;
    std::optional<prose> instruction;
};
BOOST_DESCRIBE_STRUCT(study_assigned, (), (to_unit, instruction))

struct studied {
    static constexpr std::string_view kind = "intake.studied";
    prose conclusion;
    bool advises_start = false;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(studied, (), (conclusion, advises_start, documents))

struct start_reported {
    static constexpr std::string_view kind = "intake.start_reported";
    prose opinion;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(start_reported, (), (opinion, documents))

/// The organ starts the procedure and names who drafts.
struct start_decided {
    static constexpr std::string_view kind = "intake.start_decided";
    day decided_on;
    std::vector<unit_ref> sponsors;
    unit_ref lead;
    std::vector<catalogue_item> catalogue;
    congress_route congress;
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(start_decided, (), (decided_on, sponsors, lead, catalogue, congress, remarks))

struct start_declined {
    static constexpr std::string_view kind = "intake.start_declined";
    day decided_on;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(start_declined, (), (decided_on, reason))

struct found_not_applicable {
    static constexpr std::string_view kind = "intake.found_not_applicable";
    exclusion ground;
    prose reason;
    std::optional<std::string> special_law; ///< that sets its own procedure (R713-3.2)
};
BOOST_DESCRIBE_STRUCT(found_not_applicable, (), (ground, reason, special_law))

/// What the chapter leaves on file.
struct facts {
    std::optional<entered<proposed>> proposal;
    std::optional<entered<study_assigned>> assigned;
    std::optional<entered<studied>> study;
    std::optional<entered<start_reported>> reported;
    std::optional<entered<start_decided>> started;
    std::optional<entered<start_declined>> declined;
    std::optional<entered<found_not_applicable>> excluded;
};

} // namespace intake

/// What an entry of the yearly catalogue demands beyond the law (R713-3.4); an entry never takes
/// a step away.
enum class catalogue_step { participation, experts, risk, hearing, fair_competition };
bool catalogue_demands(dossier const& file, catalogue_step step);

/// True if the organ named this unit as a sponsor when it started the procedure (R713-11.1).
bool is_sponsor(dossier const& file, std::string const& unit);

std::unique_ptr<engine::chapter<dossier>> make_intake();

} // namespace workflows::major_decision

#endif
