#include "workflows/normative_document/conditions.hpp"

#include "workflows/shared_opinions.hpp"

namespace workflows::normative_document {

verdict is_current_draft(asked const& q, document_ref const& draft)
{
    auto const version = current_draft(q.file);
    auto const* current = draft_version(q.file, version);
    return current ? is_that_draft(draft, current->draft, version) : draft_on_file::check(q);
}

verdict draft_on_file::check(asked const& q)
{
    if (current_draft(q.file) > 0)
        return {};
    return refusal{.rule = "NORM-1",
                   .reason = say("尚无规范性文件草案"),
                   .remedy = say("请起草单位先登记草案和起草说明")};
}

verdict did_not_draft::check(asked const& q)
{
    return sponsor_does_not_review(is_one_of(q.file.drafters, q.by), q.by);
}

verdict did_not_review::check(asked const& q)
{
    return reviewer_does_not_decide(is_one_of(q.file.reviewers, q.by), q.by);
}

verdict comment_window_has_ended::check(asked const& q)
{
    auto const& notice = q.file.opinions.notice;
    if (!notice)
        return {};
    auto const end = q.days.roll_forward(notice->body.open_until);
    if (q.today > end)
        return {};
    auto const next = end + std::chrono::days{1};
    return refusal{.rule = q.law.rule_of(comment_working_days, "NORM-7"),
                   .reason = say("征求意见期限到{1}为止，尚未届满", end),
                   .remedy = say("{1}起可以办理", next),
                   .opens_on = next};
}

verdict opinions_were_weighed::check(asked const& q)
{
    return opinions_are_decided(q.file.public_opinions.all.undecided(), "NORM-7");
}

verdict in_order(day before, day after, std::string rule, engine::text reason)
{
    if (before <= after)
        return {};
    return refusal{
        .rule = std::move(rule), .reason = std::move(reason), .remedy = say("请核对两个日期")};
}

} // namespace workflows::normative_document
