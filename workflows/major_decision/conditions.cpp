#include "workflows/major_decision/conditions.hpp"

namespace workflows::major_decision {

verdict procedure_started::check(asked const& q)
{
    if (q.file.intake.started)
        return {};
    return refusal{.rule = "R713-11.1",
                   .reason = say("决策机关尚未决定启动程序、明确承办单位"),
                   .remedy = say("请先由行政首长作出启动决定")};
}

verdict draft_on_file::check(asked const& q)
{
    if (current_draft(q.file) > 0)
        return {};
    return refusal{.rule = "R713-12.1",
                   .reason = say("尚无决策草案"),
                   .remedy = say("请承办单位先登记决策草案及起草说明")};
}

verdict did_not_draft::check(asked const& q)
{
    return drafter_does_not_review(has_done(q.file, q.by, drafting::versioned::kind), q.by);
}

verdict did_not_review::check(asked const& q)
{
    return reviewer_does_not_decide(has_done(q.file, q.by, legality_review::concluded::kind), q.by);
}

verdict is_current_draft(asked const& q, document_ref const& draft)
{
    auto const version = current_draft(q.file);
    auto const* current = draft_version(q.file, version);
    return current ? is_that_draft(draft, current->draft, version) : draft_on_file::check(q);
}

} // namespace workflows::major_decision
