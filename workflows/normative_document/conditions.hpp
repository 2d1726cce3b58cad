#ifndef JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_CONDITIONS_HPP
#define JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_CONDITIONS_HPP

#include "engine/chapter.hpp"
#include "workflows/normative_document/dossier.hpp"
#include "workflows/normative_document/parameters.hpp"
#include "workflows/shared_conditions.hpp"

#include <string>

// Conditions that several chapters share. Conditions of one chapter stand in its .cpp file.

namespace workflows::normative_document {

using asked = engine::question<dossier>;
using engine::advice;
using engine::refusal;
using engine::say;
using engine::verdict;

/// A document named by the act must be the current draft, byte for byte (JC-2).
verdict is_current_draft(asked const& q, document_ref const& draft);

/// There is a draft (NORM-1).
struct draft_on_file {
    static verdict check(asked const& q);
};

/// Whoever drafted, or did anything else for the drafting unit, does not review (JC-1).
struct did_not_draft {
    static verdict check(asked const& q);
};

/// Whoever had a part in the review does not decide (JC-1).
struct did_not_review {
    static verdict check(asked const& q);
};

/// The window stays open to the end of its last day, or of the next working day (TIME-3).
struct comment_window_has_ended {
    static verdict check(asked const& q);
};

/// No opinion of the public that is on file is left undecided (NORM-7).
struct opinions_were_weighed {
    static verdict check(asked const& q);
};

/// The meeting rejected the document: `given` of the chapters that end with it.
struct rejects {
    static bool holds(dossier const&, issue::deliberated const& body)
    {
        return body.decision_is == issue::document_decision::rejected;
    }
};

/// Two days of a body in their order; the same day is in order.
verdict in_order(day before, day after, std::string rule, engine::text reason);

} // namespace workflows::normative_document

#endif
