#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_REVIEW_ACCOUNT_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_REVIEW_ACCOUNT_HPP

#include "workflows/major_decision/legality_review.hpp"

#include <optional>
#include <string>
#include <vector>

namespace workflows::major_decision {

/// An adviser who was asked for an opinion and what came of it, or who gave one unasked.
struct asked_adviser {
    engine::named_person who; ///< by name alone: asked before advisers were asked by number
    std::optional<day> asked_on = {};
    std::optional<day> answer_by = {};
    long long opinion = 0;    ///< the act that gave it since; 0: none, or none that counts any more
    long long withdrawal = 0; ///< the act by which the adviser withdrew; 0: none
};

/// What the reviewer asked of the sponsor and the sponsor has not answered, for beside the
/// sponsor's form (R713-26.2).
struct asked_supplement {
    std::vector<std::string> items; ///< one by one, as the reviewer wrote them
    day asked_on;
    std::optional<day> answer_by; ///< nothing: a stop of the clock from before demands stopped it
    long long act = 0;            ///< the act that asks
};

/// What whoever reviews or advises wants to see of a file at once.
struct review_account {
    std::optional<entered<legality_review::filed>> filing;
    std::vector<entered<legality_review::supplemented>> supplements; ///< to that filing
    std::optional<asked_supplement> awaited; ///< as long as the sponsor owes an answer
    std::vector<legality_review::step_standing> steps;
    std::vector<engine::pause> pauses;
    std::vector<asked_adviser> advisers; ///< in the order of the requests; the unasked last
};

/// Nothing for a file of another procedure.
std::optional<review_account> account_of_review(engine::procedure const& of,
                                                engine::circumstances const& now);

} // namespace workflows::major_decision

#endif
