#include "workflows/normative_document/conditions.hpp"

namespace workflows::normative_document {

using major_decision::fair_competition::competition_outcome;
using project::shared_step;

namespace {

template <class Body>
bool covers(dossier const& file, std::optional<entered<Body>> const& step)
{
    return step && still_covers(file, step->draft);
}

template <class Body>
bool has_passed(dossier const& file, std::optional<entered<Body>> const& review)
{
    return covers(file, review) &&
           review->body.outcome != competition_outcome::restricts_competition;
}

template <class Body>
bool has_failed(dossier const& file, std::optional<entered<Body>> const& review)
{
    return covers(file, review) &&
           review->body.outcome == competition_outcome::restricts_competition;
}

bool needs_hearing(project::assessed const& what)
{
    return what.vital_interests || what.large_disagreement || what.conflicting_groups ||
           what.hearing_law;
}

} // namespace

bool is_evaluated(dossier const& file)
{
    return covers(file, file.opinions.evaluation) || taken_over(file, shared_step::evaluation);
}

bool is_commented(dossier const& file)
{
    auto const& all = file.opinions;
    bool const is_closed = all.closing && covers(file, all.notice);
    return is_closed || covers(file, all.waiver) || taken_over(file, shared_step::comments);
}

bool is_argued(dossier const& file)
{
    auto const* what = touches(file);
    return (what && !what->technical) || covers(file, file.opinions.argument) ||
           taken_over(file, shared_step::experts);
}

bool is_heard(dossier const& file)
{
    auto const* what = touches(file);
    return (what && !needs_hearing(*what)) || covers(file, file.opinions.hearing) ||
           taken_over(file, shared_step::hearing);
}

bool is_fair(dossier const& file)
{
    auto const* what = touches(file);
    if ((what && !what->operators_affected) || taken_over(file, shared_step::fair_competition))
        return true;
    return has_passed(file, file.opinions.first_review) &&
           (!is_of_government(file) || has_passed(file, file.opinions.competition));
}

bool restricts_competition(dossier const& file)
{
    return has_failed(file, file.opinions.first_review) ||
           has_failed(file, file.opinions.competition);
}

verdict missing_steps(dossier const& file)
{
    verdict found;
    auto const demand = [&](bool holds, char const* rule, engine::text reason,
                            engine::text remedy) {
        if (!holds)
            found +=
                refusal{.rule = rule, .reason = std::move(reason), .remedy = std::move(remedy)};
    };
    demand(touches(file) != nullptr, "NORM-4", say("起草单位尚未说明文件涉及的事项"),
           say("请先登记文件涉及的事项"));
    demand(is_evaluated(file), "NORM-1", say("现行草案没有评估论证"),
           say("请登记评估论证报告，或者从决策案卷转用"));
    bool const is_open = covers(file, file.opinions.notice) && !file.opinions.closing;
    demand(is_commented(file), "NORM-7",
           is_open ? say("现行草案已公开征求意见，尚未登记征求意见截止")
                   : say("现行草案没有完成公开征求意见"),
           is_open ? say("期限届满后，请登记征求意见截止")
                   : say("请公开征求意见；依法不公开的，登记不公开的情形"));
    demand(is_argued(file), "NORM-8", say("专业性、技术性较强，现行草案没有经过专家论证"),
           say("请组织专家论证"));
    demand(is_heard(file), "NORM-9", say("涉及重大利益、重大分歧或者依法应当听证，没有举行听证会"),
           say("请举行听证会"));
    demand(is_fair(file), "NORM-20", say("涉及经营者经济活动，现行草案没有通过公平竞争审查"),
           say("请完成公平竞争审查；审查不通过的，修改草案"));
    return found;
}

std::optional<engine::limit_terms> comment_terms(dossier const& file)
{
    auto const& notice = file.opinions.notice;
    if (!notice || is_given_up(file))
        return {};
    engine::limit_terms terms{.name = "document_comments",
                              .rule = "NORM-7",
                              .begins = notice->body.published_on,
                              .days = (notice->body.open_until - notice->body.published_on).count(),
                              .is_least = true,
                              .binds = {opinions::comments_closed::kind},
                              .takes_whole_last_day = true};
    if (file.opinions.closing)
        terms.met_on = file.opinions.closing->on;
    return terms;
}

} // namespace workflows::normative_document
