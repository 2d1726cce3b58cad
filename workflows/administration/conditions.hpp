#ifndef JUECE_WORKFLOWS_ADMINISTRATION_CONDITIONS_HPP
#define JUECE_WORKFLOWS_ADMINISTRATION_CONDITIONS_HPP

#include "engine/chapter.hpp"
#include "workflows/administration/register.hpp"

// Conditions of the administration; each belongs to the chapters whose bodies it takes.

namespace workflows::administration {

using asked = engine::question<register_of_house>;
using engine::verdict;

// ---- house

/// Letters, digits and -_. only, and not taken.
struct code_is_free {
    static verdict check(asked const& q, house::organ_added const& body);
    static verdict check(asked const& q, house::unit_added const& body);
};
/// The organ that an act is about, that a unit belongs to, or that stands above: it is there and
/// not closed.
struct organ_is_known {
    static verdict check(asked const& q, house::organ_added const& body);
    static verdict check(asked const& q, house::organ_renamed const& body);
    static verdict check(asked const& q, house::organ_moved const& body);
    static verdict check(asked const& q, house::organ_closed const& body);
    static verdict check(asked const& q, house::unit_added const& body);
};
/// A province stands under nobody, a county under no township.
struct stands_under_a_higher_level {
    static verdict check(asked const& q, house::organ_added const& body);
    static verdict check(asked const& q, house::organ_moved const& body);
};
struct rule_pack_is_known {
    static verdict check(asked const& q, house::organ_added const& body);
    static verdict check(asked const& q, house::organ_moved const& body);
};
struct unit_is_known {
    static verdict check(asked const& q, house::unit_renamed const& body);
    static verdict check(asked const& q, house::unit_closed const& body);
};
/// What is closed has nobody in office any more, and an organ no unit and no organ below it.
struct nothing_is_left_in_it {
    static verdict check(asked const& q, house::organ_closed const& body);
    static verdict check(asked const& q, house::unit_closed const& body);
};

// ---- people

struct login_is_free {
    static verdict check(asked const& q, people::added const& body);
};
struct person_is_known {
    static verdict check(asked const& q, people::name_corrected const& body);
    static verdict check(asked const& q, people::link_handed_out const& body);
    static verdict check(asked const& q, people::sign_in_barred const& body);
    static verdict check(asked const& q, people::sign_in_restored const& body);
    static verdict check(asked const& q, people::password_reset_ordered const& body);
    static verdict check(asked const& q, appointments::made const& body);
    static verdict check(asked const& q, appointments::handed_over const& body);
};
/// Nobody administers their own account (JC-1).
struct concerns_another {
    static verdict check(asked const& q, people::name_corrected const& body);
    static verdict check(asked const& q, people::link_handed_out const& body);
    static verdict check(asked const& q, people::sign_in_barred const& body);
    static verdict check(asked const& q, people::sign_in_restored const& body);
    static verdict check(asked const& q, people::password_reset_ordered const& body);
    static verdict check(asked const& q, appointments::made const& body);
    static verdict check(asked const& q, appointments::ended const& body);
    static verdict check(asked const& q, appointments::handed_over const& body);
};
/// Whoever wanted a new password chosen does not get hold of the link for it (JC-22).
struct ordered_by_another {
    static verdict check(asked const& q, people::link_handed_out const& body);
};
struct may_sign_in_now {
    static verdict check(asked const& q, people::link_handed_out const& body);
};
/// Each administrator's role that somebody loses is held by another who may sign in (JC-21).
struct administrators_remain {
    static verdict check(asked const& q, people::sign_in_barred const& body);
    static verdict check(asked const& q, people::password_reset_ordered const& body);
    static verdict check(asked const& q, appointments::ended const& body);
    static verdict check(asked const& q, appointments::handed_over const& body);
};

// ---- appointments

struct role_and_unit_are_known {
    static verdict check(asked const& q, appointments::made const& body);
};
struct days_are_in_order {
    static verdict check(asked const& q, appointments::made const& body);
    static verdict check(asked const& q, substitutions::set const& body);
};
/// Nothing ends, and no substitution begins, before the day of the act (JC-21).
struct nothing_is_back_dated {
    static verdict check(asked const& q, appointments::ended const& body);
    static verdict check(asked const& q, appointments::handed_over const& body);
    static verdict check(asked const& q, substitutions::set const& body);
    static verdict check(asked const& q, substitutions::ended const& body);
};
/// Nobody holds the same post twice at a time.
struct is_not_held_already {
    static verdict check(asked const& q, appointments::made const& body);
};
/// Of the roles that belong to the government as such it is remarked when somebody gets one in a
/// unit where nobody has it, while it is held elsewhere; and a second head of government of the
/// same days is remarked on, for an organ has one (JC-21).
struct post_fits_the_organ {
    static verdict check(asked const& q, appointments::made const& body);
};
/// Administrators hold no other role at the same time, nor auditors one that decides (JC-1).
struct roles_go_together {
    static verdict check(asked const& q, appointments::made const& body);
    static verdict check(asked const& q, appointments::handed_over const& body);
    static verdict check(asked const& q, substitutions::set const& body);
};
/// Nobody stands in on the side of the review who sits where the matter is decided, nor the other
/// way round: what they reviewed they could not decide on (JC-1). Of appointments it is remarked,
/// and of a sponsor's side and the review, which are kept apart in each matter.
struct sides_are_apart {
    static verdict check(asked const& q, appointments::made const& body);
    static verdict check(asked const& q, appointments::handed_over const& body);
    static verdict check(asked const& q, substitutions::set const& body);
};
struct appointment_is_known {
    static verdict check(asked const& q, appointments::ended const& body);
    static verdict check(asked const& q, substitutions::set const& body);
};
struct successor_is_another {
    static verdict check(asked const& q, appointments::handed_over const& body);
};

// ---- substitutions

/// Of one seat there is one substitute at a time (JC-21).
struct seat_has_no_substitute {
    static verdict check(asked const& q, substitutions::set const& body);
};
struct substitute_is_known {
    static verdict check(asked const& q, substitutions::set const& body);
};
/// Neither whoever is replaced nor the substitute sets it (JC-11).
struct set_by_a_third {
    static verdict check(asked const& q, substitutions::set const& body);
};
struct substitution_is_known {
    static verdict check(asked const& q, substitutions::ended const& body);
};

// ---- settings

/// The machine alone says what it works by: nobody at a page does (JC-23).
struct entered_at_the_machine {
    static verdict check(asked const& q);
};

} // namespace workflows::administration

#endif
