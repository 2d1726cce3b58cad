#include "workflows/major_decision/conditions.hpp"

#include "workflows/shared_conditions.hpp"

namespace workflows::major_decision {

verdict not_in_future(asked const& q, day when)
{
    return workflows::not_in_future(q.today, when);
}

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
    if (!has_done(q.file, q.by, drafting::versioned::kind))
        return {};
    return refusal{.rule = "JC-1",
                   .reason = say("{1}起草过本案草案，不得再审查", q.by.name),
                   .remedy = say("请由未参与起草的人员办理"),
                   .about_role = true};
}

verdict did_not_review::check(asked const& q)
{
    if (!has_done(q.file, q.by, legality_review::concluded::kind))
        return {};
    return refusal{.rule = "JC-1",
                   .reason = say("{1}作出过本案合法性审查意见，不得再参与决定", q.by.name),
                   .remedy = say("请由未参与审查的人员办理"),
                   .about_role = true};
}

verdict is_current_draft(asked const& q, document_ref const& draft)
{
    auto const version = current_draft(q.file);
    auto const* current = draft_version(q.file, version);
    if (!current)
        return draft_on_file::check(q);
    if (current->draft.hash == draft.hash)
        return {};
    return refusal{.rule = "JC-2",
                   .reason = say("所附文件“{1}”不是现行草案（第{2}稿）", draft.name, version),
                   .remedy = say("请附第{1}稿，或先登记新的草案版本", version)};
}

} // namespace workflows::major_decision
