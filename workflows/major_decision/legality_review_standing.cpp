#include "workflows/major_decision/conditions.hpp"
#include "workflows/major_decision/dossier.hpp"
#include "workflows/major_decision/parameters.hpp"

#include <algorithm>

namespace workflows::major_decision {

using legality_review::review_outcome;
using legality_review::statutory_step;

bool review_passed(dossier const& file)
{
    auto const& conclusion = file.legality_review.conclusion;
    if (!conclusion || change_unconfirmed(file) || !still_covers(file, conclusion->draft))
        return false;
    auto const outcome = conclusion->body.outcome;
    return outcome == review_outcome::lawful || outcome == review_outcome::lawful_with_risk_notice;
}

long long asked_to_complete(dossier const& file, statutory_step step)
{
    long long last = 0;
    for (auto const& one : file.legality_review.sent_back) {
        auto const& missing = one.body.missing_steps;
        if (std::find(missing.begin(), missing.end(), step) != missing.end())
            last = std::max(last, one.seq);
    }
    return last;
}

} // namespace workflows::major_decision
