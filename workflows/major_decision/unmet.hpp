#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_UNMET_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_UNMET_HPP

#include "workflows/major_decision/conditions.hpp"

namespace workflows::major_decision {

/// What a later act asks for and is not there yet: `due_if` of the act that brings it, so that it
/// waits for somebody as long as the later one is refused for it.
template <class Condition>
struct unmet {
    static bool holds(asked const& q) { return !Condition::check(q).admits(); }
};

} // namespace workflows::major_decision

#endif
