#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_OPINION_CONDITIONS_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_OPINION_CONDITIONS_HPP

#include "workflows/major_decision/conditions.hpp"

// The conditions on what is done with opinions of the public, apart from the chapter's table.

namespace workflows::major_decision::participation {

/// There is an opinion to decide on, on file or sent in (R713-18.1).
struct an_opinion_came {
    static verdict check(asked const& q);
};

/// Somebody was heard who can be told what became of it (GD21-20.1).
struct somebody_can_be_answered {
    static verdict check(asked const& q);
};

/// Whoever was followed learns of it as well. Remark only: the reasons are owed to those who were
/// not (GD21-20.1). Asked of the act and not of its place, so that whoever ends participation reads
/// it before.
struct those_who_were_followed_were_told {
    static verdict check(asked const& q, concluded const&);
};

/// What was said at a symposium or another activity is an opinion like any other, and is decided on
/// once it is on file under the name of whoever said it. Remark only: minutes may put together what
/// many said (R713-18.1).
struct what_was_said_is_on_file {
    static verdict check(asked const& q, concluded const&);
};

/// A number stands for one opinion (R713-18.1).
struct numbers_are_new {
    static verdict check(asked const& q, opinions_recorded const& body);
};

/// Each decision is on an opinion on file, and gives the reason where it does not follow it
/// (R713-18.1, GD21-20.1).
struct decisions_are_reasoned {
    static verdict check(asked const& q, opinions_decided const& body);
};

/// An opinion repeats one that counts itself, and what the public was told stays as it was told
/// (R713-18.1).
struct repeats_are_in_order {
    static verdict check(asked const& q, repeats_noted const& body);
};

/// What is masked is a word that can be found, and not a letter that stands everywhere (JC-24).
struct masked_words_can_be_found {
    static verdict check(asked const&, words_masked const& body);
};

/// A collective reply on the net can be found (GD21-20.1).
struct reply_can_be_found {
    static verdict check(asked const& q, feedback_given const& body);
};

/// What came in is what is on file since the publication, each opinion counted once; where some
/// were gathered under one number, or another number is told, there is a remark (R713-18.1).
struct received_are_recorded {
    static verdict check(asked const& q, window_closed const& body);
};

/// Fewer opinions are on file since the publication than came in by the act that closed it
/// (R713-18.1). One that repeats another is on file as well: whether the number tells it or not,
/// all are on file once each was entered.
struct some_wait_to_be_recorded {
    static bool holds(asked const& q);
};

/// What the public sent in is on file, so that nobody's opinion is passed over (R713-18.1), nor
/// anybody's wish for a hearing (GDH303-14.2).
struct what_came_in_is_on_file {
    static verdict check(asked const& q);
};

} // namespace workflows::major_decision::participation

#endif
