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
/// The organ that a unit belongs to, or the organ above one.
struct organ_is_known {
    static verdict check(asked const& q, house::organ_added const& body);
    static verdict check(asked const& q, house::unit_added const& body);
};

// ---- people

struct login_is_free {
    static verdict check(asked const& q, people::added const& body);
};
struct person_is_known {
    static verdict check(asked const& q, people::sign_in_barred const& body);
    static verdict check(asked const& q, people::sign_in_restored const& body);
    static verdict check(asked const& q, people::password_reset_ordered const& body);
    static verdict check(asked const& q, appointments::made const& body);
    static verdict check(asked const& q, appointments::handed_over const& body);
};
/// Nobody administers their own account (JC-1).
struct concerns_another {
    static verdict check(asked const& q, people::sign_in_barred const& body);
    static verdict check(asked const& q, people::sign_in_restored const& body);
    static verdict check(asked const& q, people::password_reset_ordered const& body);
    static verdict check(asked const& q, appointments::made const& body);
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
/// Administrators hold no other role, nor auditors one that decides (JC-1).
struct roles_go_together {
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

} // namespace workflows::administration

#endif
