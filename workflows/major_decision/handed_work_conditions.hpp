#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_HANDED_WORK_CONDITIONS_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_HANDED_WORK_CONDITIONS_HPP

#include "workflows/major_decision/conditions.hpp"

// What is asked before a task goes to somebody by name (JC-12, JC-15, JC-16). All of them ask the
// body: they look at the other chapters, and for offers nobody may do that.

namespace workflows::major_decision::circulation {

/// Somebody holds the seat that they are named for by an appointment of their own (JC-12), and is
/// not the one who asks (JC-1).
verdict may_be_named(asked const& q, engine::seat const& named, engine::person_id asks);

/// The act is waited for from this seat, by nobody's name, and it is in the hands of whoever asks
/// or in nobody's (JC-15).
struct task_may_be_handed_over {
    static verdict check(asked const& q, handed_over const& body);
};

/// The receiver holds the same seat (JC-15), and nothing bars them from the act: its own conditions
/// about who may do it are asked of them, under their own rules.
struct receiver_sits_there {
    static verdict check(asked const& q, handed_over const& body);
};

struct they_handed_it_over {
    static verdict check(asked const& q, handing_taken_back const& body);
};

/// The act is waited for from whoever asks (JC-16).
struct task_is_theirs {
    static verdict check(asked const& q, delegated const& body);
};

/// The colleague has an appointment in the same unit, is another person, and was not asked for the
/// same task already (JC-16); preparing it they would judge no work of their own (JC-1).
struct colleague_is_of_the_unit {
    static verdict check(asked const& q, delegated const& body);
};

struct answer_day_lies_ahead {
    static verdict check(asked const& q, delegated const& body);
};

/// The delegation is open, and it waits for whoever answers (JC-16).
struct it_was_asked_of_them {
    static verdict check(asked const& q, delegation_answered const& body);
    static verdict check(asked const& q, delegation_declined const& body);
};

/// What they did since they were asked bars them no more than before (JC-1).
struct their_part_is_free {
    static verdict check(asked const& q, delegation_answered const& body);
};

struct something_is_answered {
    static verdict check(asked const& q, delegation_answered const& body);
};

struct they_delegated_it {
    static verdict check(asked const& q, delegation_recalled const& body);
};

} // namespace workflows::major_decision::circulation

#endif
