#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_NAMED_DEPUTY_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_NAMED_DEPUTY_HPP

#include "workflows/major_decision/conditions.hpp"
#include "workflows/major_decision/submission.hpp"

// Conditions of the submission that are about the deputy to whom the office sends it by name
// (分管).

namespace workflows::major_decision::submission {

/// Whoever is named holds the seat by an appointment of their own (JC-26), and nothing that they
/// did bars them from deciding (JC-1). Naming nobody leaves it to whoever holds the seat.
struct deputy_is_in_charge {
    static verdict check(asked const& q, office_passed const& body);
    static verdict check(asked const& q, deputy_changed const& body);
};

/// Something changes by it (JC-26).
struct goes_to_another {
    static verdict check(asked const& q, deputy_changed const& body);
};

/// Of the deputies the one who was named acts, or to whom they handed it over (JC-26).
struct lies_with_this_deputy {
    static verdict check(asked const& q);
};

} // namespace workflows::major_decision::submission

#endif
