#ifndef JUECE_WORKFLOWS_CATALOGUE_CONDITIONS_HPP
#define JUECE_WORKFLOWS_CATALOGUE_CONDITIONS_HPP

#include "engine/chapter.hpp"
#include "workflows/catalogue/yearly_catalogue.hpp"

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

// Conditions that several chapters share. Conditions of one chapter stand in its .cpp file.

namespace workflows::catalogue {

using asked = engine::question<yearly_catalogue>;
using engine::advice;
using engine::refusal;
using engine::say;
using engine::verdict;

/// What happened outside carries its own day; it is never in the future (JC-3).
verdict not_in_future(asked const& q, day when);

/// `not_in_future` for one member of a body, a day or an optional day.
template <auto Member>
struct has_happened {
    template <class Body>
    static verdict check(asked const& q, Body const& body)
    {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(body.*Member)>, day>)
            return not_in_future(q, body.*Member);
        else
            return body.*Member ? not_in_future(q, *(body.*Member)) : verdict();
    }
};

/// The planned times of an entry can be read (JC-56).
verdict times_are_readable(asked const& q, item_details const& details);
/// What the place asks an entry to state (R713-3.4 and the rules of the place).
verdict states_what_is_asked(asked const& q, item_details const& details);
/// The office enters for any unit, a department only what it leads itself (JC-52).
verdict is_of_own_unit(asked const& q, std::optional<unit_ref> const& lead);

} // namespace workflows::catalogue

#endif
