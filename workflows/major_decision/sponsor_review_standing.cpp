#include "workflows/major_decision/dossier.hpp"

namespace workflows::major_decision {

using legality_review::statutory_step;
using sponsor_review::sponsor_outcome;

bool sponsor_opinion_holds(dossier const& file)
{
    auto const& opinion = file.sponsor_review.opinion;
    if (!opinion || !still_covers(file, opinion->draft) ||
        opinion->seq < asked_to_complete(file, statutory_step::sponsor_review))
        return false;
    switch (opinion->body.outcome) {
    case sponsor_outcome::lawful:
        return true;
    case sponsor_outcome::lawful_after_changes:
        // Whether what was asked is in the newer draft, the sponsor's meeting answers for.
        return current_draft(file) > opinion->draft;
    case sponsor_outcome::unlawful:
        return false;
    }
    return false;
}

bool sponsor_discussion_holds(dossier const& file)
{
    auto const& discussion = file.sponsor_review.discussion;
    return discussion && discussion->body.passed && still_covers(file, discussion->draft) &&
           discussion->seq > asked_to_complete(file, statutory_step::sponsor_review);
}

} // namespace workflows::major_decision
