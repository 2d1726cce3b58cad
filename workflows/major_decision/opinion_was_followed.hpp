#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_OPINION_WAS_FOLLOWED_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_OPINION_WAS_FOLLOWED_HPP

#include "workflows/major_decision/conditions.hpp"

namespace workflows::major_decision {

/// What an earlier opinion asked for was done: the same text is not filed again after it was found
/// unlawful, nor after the sponsor promised changes (R713-28.3).
struct opinion_was_followed {
    static verdict check(asked const& q)
    {
        auto const& review = q.file.legality_review;
        auto const& last = review.conclusion;
        if (!last || current_draft(q.file) > last->draft)
            return {};
        bool const promised =
            review.response && review.response->seq > last->seq &&
            std::any_of(review.response->body.responses.begin(),
                        review.response->body.responses.end(), [](auto const& one) {
                            return one.outcome != participation::adoption::not_adopted;
                        });
        bool const needs_changes =
            last->body.outcome == legality_review::review_outcome::unlawful ||
            (last->body.outcome == legality_review::review_outcome::lawful_after_changes &&
             promised);
        if (!needs_changes)
            return {};
        return refusal{.rule = "R713-28.3",
                       .reason = say("上次审查针对第{1}稿，此后草案没有修改", last->draft),
                       .remedy = say("请按照审查意见修改草案并登记新的草案版本")};
    }
};

} // namespace workflows::major_decision

#endif
