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

namespace {

bool is_an_opinion(std::string_view kind)
{
    return kind == legality_review::adviser_opined::kind;
}

/// Who advised does not handle the review.
verdict adviser_does_not_handle(bool has_advised, engine::actor const& who)
{
    if (!has_advised)
        return {};
    return refusal{.rule = "JC-1",
                   .reason = say("{1}作为法律顾问出具过意见，不得再办理审查", who.name),
                   .remedy = say("请由其他审查人员办理"),
                   .about_role = true};
}

/// Who handles the review is not its adviser.
verdict handler_does_not_advise(bool has_handled, engine::actor const& who)
{
    if (!has_handled)
        return {};
    return refusal{.rule = "JC-1",
                   .reason = say("{1}是本案审查人员，不得同时作为法律顾问出具意见", who.name),
                   .remedy = say("请由其他法律顾问、公职律师出具意见"),
                   .about_role = true};
}

} // namespace

verdict duties_stay_separate(dossier const& file, std::string_view kind, engine::actor const& who)
{
    verdict found;
    if (kind == sponsor_review::legal_opinion_given::kind)
        found += sponsor_does_not_review(has_drafted(file, who), who);
    if (is_of_review_side(kind))
        found += sponsor_does_not_review(had_part_in(file, who, is_of_sponsor_side), who);
    if (handles_review(kind))
        found += adviser_does_not_handle(had_part_in(file, who, is_an_opinion), who);
    if (is_an_opinion(kind))
        found += handler_does_not_advise(had_part_in(file, who, handles_review), who);
    if (kind == submission::filed::kind)
        found += reviewer_does_not_decide(had_part_in(file, who, is_of_review_side), who);
    if (side_of(kind) == side::decision)
        found += reviewer_does_not_decide(had_part_in(file, who, examines), who);
    return found;
}

verdict is_current_draft(asked const& q, document_ref const& draft)
{
    auto const version = current_draft(q.file);
    auto const* current = draft_version(q.file, version);
    return current ? is_that_draft(draft, current->draft, version) : draft_on_file::check(q);
}

} // namespace workflows::major_decision
