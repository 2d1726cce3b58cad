#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_ADOPTED_OPINIONS_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_ADOPTED_OPINIONS_HPP

#include "workflows/major_decision/conditions.hpp"

namespace workflows::major_decision {

/// What was adopted of what the public, a hearing, experts and the units consulted said is in the
/// draft: no opinion was adopted, whole or in part, since the current text was first laid down.
/// Whether words have to change for it nobody can tell but the sponsor, so that it is a remark
/// (R713-18.1). A new text is taken to hold it; an earlier one that comes back does not.
struct adopted_opinions_are_written {
    static verdict check(asked const& q);
    static verdict check(asked const& q, drafting::versioned const& body);
};

/// The draft is to be improved by what was adopted (R713-18.1): once those who were heard have
/// their answer, and until the sponsor went on with the text as it stands. Not while others are
/// being heard on that text: what they say may change it too, and one new version holds it all.
/// What has not begun yet is better begun on the new text.
struct adopted_opinions_wait {
    static bool holds(asked const& q);
};

/// What is to be said or published of the text comes after the text that is owed.
struct text_is_not_overtaken {
    static bool holds(asked const& q) { return !adopted_opinions_wait::holds(q); }
};

} // namespace workflows::major_decision

#endif
