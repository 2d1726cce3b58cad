#ifndef JUECE_WORKFLOWS_LEGAL_MATTER_ENTERED_HPP
#define JUECE_WORKFLOWS_LEGAL_MATTER_ENTERED_HPP

#include "engine/act.hpp"
#include "engine/body.hpp"

namespace workflows::legal_matter {

using engine::day;
using engine::document_ref;
using engine::money;
using engine::prose;
using engine::unit_ref;

/// An act on file as conditions see it: its body, when, by whom, and in which round (JC-2).
template <class Body>
struct entered {
    Body body;
    long long seq = 0;
    day on; ///< the day on which it counts (JC-3)
    engine::actor by;
    long long round = 0; ///< of the draft; 1 is what came with the request
};

} // namespace workflows::legal_matter

#endif
