#ifndef JUECE_WORKFLOWS_CATALOGUE_ITEM_DETAILS_HPP
#define JUECE_WORKFLOWS_CATALOGUE_ITEM_DETAILS_HPP

#include "engine/body.hpp"
#include "workflows/major_decision/entered.hpp"
#include "workflows/major_decision/intake.hpp"

#include <optional>
#include <string>
#include <vector>

namespace workflows::catalogue {

using engine::day;
using engine::document_ref;
using engine::page_address;
using engine::prose;
using engine::unit_ref;
using major_decision::entered;
using major_decision::intake::matter_type;

/// A step that an entry says its decision will go through. The law's own steps stay whether they
/// are named or not (R713-3.4).
enum class required_step {
    participation,
    experts,
    risk,
    fair_competition,
    legality_review,
    hearing,
    collective_decision
};
JUECE_CHOICE(required_step, participation, experts, risk, fair_competition, legality_review,
             hearing, collective_decision)

/// What an entry of a catalogue says of a matter: all the columns that published catalogues have.
/// Only the name is in every one of them. A unit is a code of this house, or its name as it stood
/// where an earlier catalogue names one that is not registered here.
struct item_details {
    std::string item_name;
    std::optional<prose> content;
    std::optional<matter_type> matter;
    std::optional<unit_ref> lead;
    std::vector<unit_ref> co_sponsors;
    std::vector<unit_ref> cooperating;
    std::optional<prose> legal_basis;
    std::vector<required_step> steps;
    std::optional<std::string> planned_start; ///< in words, see planned_time.hpp
    std::optional<std::string> planned_consultation;
    std::optional<std::string> planned_meeting;
    bool withheld = false; ///< lawfully not made public (R713-14.1)
    bool also_normative_document = false;
    std::optional<prose> item_remarks;
};
BOOST_DESCRIBE_STRUCT(item_details, (),
                      (item_name, content, matter, lead, co_sponsors, cooperating, legal_basis,
                       steps, planned_start, planned_consultation, planned_meeting, withheld,
                       also_normative_document, item_remarks))

} // namespace workflows::catalogue

#endif
