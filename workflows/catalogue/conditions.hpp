#ifndef JUECE_WORKFLOWS_CATALOGUE_CONDITIONS_HPP
#define JUECE_WORKFLOWS_CATALOGUE_CONDITIONS_HPP

#include "engine/chapter.hpp"
#include "workflows/catalogue/yearly_catalogue.hpp"
#include "workflows/shared_conditions.hpp"

#include <optional>
#include <string_view>

// Conditions that several chapters share. Conditions of one chapter stand in its .cpp file.

namespace workflows::catalogue {

using asked = engine::question<yearly_catalogue>;
using engine::advice;
using engine::refusal;
using engine::say;
using engine::verdict;

/// The planned times of an entry can be read (JC-56).
verdict times_are_readable(asked const& q, item_details const& details);
/// What the place asks an entry to state (R713-3.4 and the rules of the place).
verdict states_what_is_asked(asked const& q, item_details const& details);
/// The office enters for any unit, a department only what it leads itself (JC-52).
verdict is_of_own_unit(asked const& q, std::optional<unit_ref> const& lead);
/// The party committee answers what the organ has adopted, not before its meeting (R713-3.4).
verdict answered_after_meeting(day met_on, day answered_on);
/// Nothing is published before the party committee has consented (R713-3.4).
refusal published_before_consent(day published_on);

/// Reads as the number of a case, such as JC2026-0007; whether there is one the page shows.
bool reads_as_case_number(std::string_view number);

/// What the organ's meeting made of the draft.
struct was_adopted {
    static bool holds(yearly_catalogue const&, approval::deliberated const& body)
    {
        return body.outcome == approval::catalogue_outcome::adopted;
    }
};
struct was_sent_back {
    static bool holds(yearly_catalogue const&, approval::deliberated const& body)
    {
        return body.outcome == approval::catalogue_outcome::sent_back;
    }
};

} // namespace workflows::catalogue

#endif
