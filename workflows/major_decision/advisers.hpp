#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_ADVISERS_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_ADVISERS_HPP

#include "engine/procedure.hpp"
#include "workflows/major_decision/conditions.hpp"
#include "workflows/major_decision/legality_review.hpp"

// Conditions of the legality review that are about its legal advisers and public lawyers.

namespace workflows::major_decision::legality_review {

/// That person did the act, or it was done in their place.
bool is_named(engine::named_person const& one, doing const& did);

/// The same person, as far as the record shows: named alike, or known by both number and name from
/// something they did.
bool is_same(dossier const& file, engine::named_person const& a, engine::named_person const& b);

/// Somebody withdrew as an adviser, or was taken off (GD21-32.2); and whoever did an act, or in
/// whose place it was done.
bool has_withdrawn(dossier const& file, engine::named_person const& who);
bool has_withdrawn(dossier const& file, doing const& did);

/// Advisers are named from the register, may advise, and have time to answer (R713-28.2).
struct request_names_advisers {
    static verdict check(asked const& q, advisers_asked const& body);
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

/// An adviser withdraws whatever else they did; the reviewer who takes one off handles the review,
/// and judges no work of their own (JC-1).
struct may_take_advisers_off {
    static verdict check(asked const& q);
};

/// Advisers withdraw for themselves; the reviewer takes off who was asked or has opined
/// (GD21-32.2).
struct who_advises_withdraws {
    static verdict check(asked const& q, adviser_withdrew const& body);
};

/// Who worked the opinion out is somebody of the reviewing unit by number, and judged no work of
/// their own (JC-1).
struct author_is_a_reviewer {
    static verdict check(asked const& q, concluded const& body);
};

/// Legal advisers or public lawyers have opined on the file as it stands (R713-28.2).
struct adviser_has_opined {
    static verdict check(asked const& q);
};

/// Whoever concludes waits no longer for an opinion that was asked for and has not come: a remark
/// that says of whom and until when.
struct asked_advisers_have_answered {
    static verdict check(asked const& q);
};

/// Advisers want changes, or do not agree, and the opinion finds nothing: a remark, since the law
/// asks for their opinions and leaves the finding to the reviewer.
struct advice_was_weighed {
    static verdict check(asked const& q, concluded const& body);
};

/// Who was asked since the file came and has neither answered nor withdrawn.
std::vector<engine::named_person> advisers_awaited(dossier const& file);

/// There is somebody of whom an opinion is awaited.
struct opinion_is_awaited {
    static bool holds(asked const& q);
};

/// No opinion covers the draft, and none is on its way.
struct nobody_advised {
    static bool holds(asked const& q);
};

/// Tells the advisers who were awaited that the review ended without their word: it was concluded,
/// the file was returned, or another draft took the place of the one under review.
std::vector<engine::news> told_of_review(dossier const& file, engine::act const& what);

} // namespace workflows::major_decision::legality_review

#endif
