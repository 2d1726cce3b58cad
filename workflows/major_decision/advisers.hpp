#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_ADVISERS_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_ADVISERS_HPP

#include "workflows/major_decision/conditions.hpp"
#include "workflows/major_decision/legality_review.hpp"

// Conditions of the legality review that are about its legal advisers and public lawyers.

namespace workflows::major_decision::legality_review {

/// Advisers are named and have time to answer (R713-28.2).
struct request_names_advisers {
    static verdict check(asked const& q, advisers_asked const& qbody);
};

/// Who withdrew gives no opinion (GD21-32.2). An adviser whom nobody asked may: the law asks for
/// advisers, not for certain ones.
struct adviser_may_opine {
    static verdict check(asked const& q);
};

/// No adviser gives an opinion on a matter of their own (GD21-32.2).
struct adviser_has_no_interest {
    static verdict check(asked const& q, adviser_opined const& body);
};

/// Who handles the review is not its adviser (JC-1).
struct does_not_handle_review {
    static verdict check(asked const& q);
};

/// Who advised does not conclude (JC-1).
struct did_not_advise {
    static verdict check(asked const& q);
};

/// Legal advisers or public lawyers have opined on the file as it stands (R713-28.2).
struct adviser_has_opined {
    static verdict check(asked const& q);
};

/// An opinion that was asked for and has not come: remark only.
struct asked_advisers_have_answered {
    static verdict check(asked const& q);
};

/// Somebody who was asked since the file came has neither answered nor withdrawn.
struct opinion_is_awaited {
    static bool holds(asked const& q);
};

/// No opinion covers the draft, and none is on its way.
struct nobody_advised {
    static bool holds(asked const& q);
};

} // namespace workflows::major_decision::legality_review

#endif
