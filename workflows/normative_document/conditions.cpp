#include "workflows/normative_document/conditions.hpp"

namespace workflows::normative_document {

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
    if (!is_one_of(q.file.drafters, q.by))
        return {};
    return refusal{.rule = "JC-1",
                   .reason = say("{1}起草过本案草案，不得再审查", q.by.name),
                   .remedy = say("请由未参与起草的人员办理"),
                   .about_role = true};
}

verdict did_not_review::check(asked const& q)
{
    if (!is_one_of(q.file.reviewers, q.by))
        return {};
    return refusal{.rule = "JC-1",
                   .reason = say("{1}作出过本案合法性审查意见，不得再参与决定", q.by.name),
                   .remedy = say("请由未参与审查的人员办理"),
                   .about_role = true};
}

verdict in_order(day before, day after, std::string rule, engine::text reason)
{
    if (before <= after)
        return {};
    return refusal{
        .rule = std::move(rule), .reason = std::move(reason), .remedy = say("请核对两个日期")};
}

} // namespace workflows::normative_document
