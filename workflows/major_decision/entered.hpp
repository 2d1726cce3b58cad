#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_ENTERED_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_ENTERED_HPP

#include "engine/act.hpp"
#include "engine/body.hpp"

namespace workflows::major_decision {

using engine::day;
using engine::document_ref;
using engine::money;
using engine::page_address;
using engine::prose;
using engine::unit_ref;

/// An act on file as conditions see it: its body, when, by whom, and on which draft (JC-2).
template <class Body>
struct entered {
    Body body;
    long long seq = 0;
    day on;                   ///< the day on which it counts (JC-3)
    engine::person_id person; ///< JC-1
    std::string unit;
    long long draft = 0; ///< version of the draft current when it was entered; 0: none yet
};

/// The entry of an act, on that version of the draft.
template <class Body>
entered<Body> entered_on(long long draft, Body const& body, engine::act const& what)
{
    return {body, what.seq, what.counts_on(), what.by.person, what.by.unit, draft};
}

} // namespace workflows::major_decision

#endif
