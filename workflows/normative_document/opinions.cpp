#include "workflows/normative_document/opinions.hpp"

#include "workflows/major_decision/parameters.hpp"
#include "workflows/normative_document/tables.hpp"
#include "workflows/shared_opinions.hpp"

#include <algorithm>

namespace workflows::normative_document {
namespace opinions {
namespace {

// clang-format off
struct before_draft      : stage_of_chapter { static constexpr std::string_view name = "before_draft"; };
struct gathering         : stage_that_goes_on { static constexpr std::string_view name = "gathering"; };
struct open_for_comments : stage_that_goes_on { static constexpr std::string_view name = "open_for_comments"; };
struct over              : stage_of_chapter { static constexpr std::string_view name = "over"; };
// clang-format on

bool is_tied_to_business(dossier const& file)
{
    auto const* what = touches(file);
    return what && what->business_related;
}

/// As long as the place asks, longer where business is closely touched; shorter with a reason, but
/// open beyond the day on which it is published (NORM-7).
struct window_is_long_enough {
    static verdict check(asked const& q, comments_opened const& body)
    {
        if (body.open_until <= body.published_on)
            return refusal{
                .rule = "NORM-7",
                .reason = say("截止日{1}不晚于公布日{2}，公众来不及提出意见", body.open_until,
                              body.published_on),
                .remedy =
                    say("请延长征求意见的时间；紧急或者涉密、依法可以不征求意见的，请办理“{1}”",
                        say("act.document_opinions.comments_waived"))};
        verdict found;
        if (is_tied_to_business(q.file))
            found +=
                asks(q, body, business_comment_days, (body.open_until - body.published_on).count(),
                     say("与企业经营密切相关，征求意见{1}日，不足{2}日"));
        found +=
            asks(q, body, comment_working_days, q.days.between(body.published_on, body.open_until),
                 say("征求意见{1}个工作日，不足{2}个工作日"));
        return found;
    }

private:
    static verdict asks(asked const& q, comments_opened const& body,
                        engine::parameter_key const& key, long long given, engine::text words)
    {
        auto const least = q.law.number(key);
        if (!least || given >= *least)
            return {};
        words.args = {engine::as_text(given), engine::as_text(*least)};
        auto rule = q.law.rule_of(key, "NORM-7");
        if (body.shortened_reason)
            return advice{std::move(rule), std::move(words)};
        return refusal{.rule = std::move(rule),
                       .reason = std::move(words),
                       .remedy = say("请延长征求意见的时间，或者说明缩短的理由")};
    }
};

struct is_put_to_the_public {
    static verdict check(asked const&, comments_opened const& body)
    {
        if (!body.channels.empty())
            return {};
        return refusal{.rule = "NORM-7",
                       .reason = say("没有写明通过什么渠道公开征求意见"),
                       .remedy = say("请选择公布的渠道")};
    }
};

/// What the document touches decides how long it is open (NORM-7).
struct is_assessed {
    static verdict check(asked const& q)
    {
        if (touches(q.file))
            return {};
        return refusal{.rule = "NORM-7",
                       .reason = say("起草单位尚未说明文件涉及的事项"),
                       .remedy = say("请先登记文件涉及的事项")};
    }
};

struct counts_add_up {
    static verdict check(asked const&, comments_closed const& body)
    {
        if (body.comments_received < 0 || body.comments_adopted < 0 ||
            body.comments_adopted > body.comments_received)
            return refusal{.rule = "NORM-7",
                           .reason = say("收到意见{1}条，采纳{2}条，数目不对",
                                         body.comments_received, body.comments_adopted),
                           .remedy = say("请核对收到和采纳的条数")};
        if (body.comments_adopted == body.comments_received || body.not_adopted_reasons)
            return {};
        return refusal{.rule = "NORM-7",
                       .reason = say("有{1}条意见未采纳，没有说明理由",
                                     body.comments_received - body.comments_adopted),
                       .remedy = say("请说明未采纳的理由")};
    }
};

/// What the public sent in is on file, so that nobody's opinion is passed over (NORM-7).
struct opinions_are_on_file {
    static verdict check(asked const& q)
    {
        return opinions_sent_are_on_file(q.received, q.file.public_opinions.all, "NORM-7");
    }
};

/// The numbers of the closing are those of the opinions on file, each counted once; where some came
/// in that were gathered in the summary alone, there is a remark (NORM-7).
struct counts_are_those_on_file {
    static verdict check(asked const& q, comments_closed const& body)
    {
        auto const& notice = q.file.opinions.notice;
        auto const filed = opinions_on_notice(q.file.public_opinions.all, notice ? notice->seq : 0);
        auto found = received_is_on_file(body.comments_received, filed.received, "NORM-7");
        if (filed.received == body.comments_received && filed.adopted != body.comments_adopted)
            found += advice{"NORM-7", say("采纳意见填为{1}条，按采纳决定为{2}条；请核对",
                                          body.comments_adopted, filed.adopted)};
        return found;
    }
};

struct views_are_settled {
    static verdict check(asked const&, countersigned const& body)
    {
        if (body.views_of_units.empty())
            return refusal{.rule = "NORM-10",
                           .reason = say("没有写明会签的单位"),
                           .remedy = say("请逐一登记会签单位的意见")};
        bool const has_dispute =
            std::any_of(body.views_of_units.begin(), body.views_of_units.end(),
                        [](auto const& one) { return one.stance == unit_stance::disagrees; });
        if (!has_dispute || body.how_settled)
            return {};
        return refusal{.rule = "NORM-10",
                       .reason = say("有单位不同意，没有写明协调的结果"),
                       .remedy = say("请协调后写明结果；协调不成的，写明各方理由")};
    }
};

/// As many experts as the place generally asks; fewer with a reason (NORM-8).
struct document_experts_are_enough {
    static verdict check(asked const& q, experts_argued const& body)
    {
        auto const* what = touches(q.file);
        bool const is_complex = what && what->complex;
        auto const& key = is_complex && q.law.number(document_expert_min_complex)
                              ? document_expert_min_complex
                              : document_expert_min;
        return experts_are_enough(static_cast<long long>(body.experts.size()), q.law.number(key),
                                  q.law.rule_of(key, "NORM-8"), body.few_reason);
    }
};

struct hearing_was_noticed {
    static verdict check(asked const&, hearing_held const& body)
    {
        auto found =
            in_order(body.noticed_on, body.held_on, "NORM-9",
                     say("听证会{1}召开，公告在其后（{2}）", body.held_on, body.noticed_on));
        if (body.noticed_on == body.held_on)
            found += advice{"NORM-9", say("听证会{1}公告，当日即召开，公众来不及报名；没有查到本地"
                                          "关于公告期限的规定，请核对两个日期",
                                          body.held_on)};
        if (body.participants < 1)
            found += refusal{.rule = "NORM-9",
                             .reason = say("没有写明听证参加人数"),
                             .remedy = say("请填写听证参加人数")};
        return found;
    }
};

/// Not before the day for which the public was called (NORM-9).
struct hearing_day_has_come {
    static verdict check(asked const& q)
    {
        if (!hearing_is_announced(q.file) || q.today >= *q.file.public_hearing.hearing_on)
            return {};
        auto const on = *q.file.public_hearing.hearing_on;
        return refusal{.rule = "NORM-9",
                       .reason = say("听证会定于{1}举行", on),
                       .remedy = say("请在听证会举行后登记"),
                       .opens_on = on};
    }
};

/// No more take part than the public was told of; a count that says more is remarked on (NORM-9).
struct came_as_listed {
    static verdict check(asked const& q, hearing_held const& body)
    {
        auto const& list = q.file.public_hearing.list;
        if (!hearing_is_announced(q.file) || !list)
            return {};
        auto const listed = static_cast<long long>(list->body.people.size());
        if (body.participants <= listed)
            return {};
        return advice{"NORM-9", say("听证参加人数填写为{1}人，公布的名单只有{2}人；请核对",
                                    body.participants, listed)};
    }
};

/// Held on the day for which the public was called (NORM-9).
struct held_as_announced {
    static verdict check(asked const& q, hearing_held const& body)
    {
        if (!hearing_is_announced(q.file) || body.held_on == *q.file.public_hearing.hearing_on)
            return {};
        return refusal{.rule = "NORM-9",
                       .reason = say("听证会公告在{1}举行，不是{2}",
                                     *q.file.public_hearing.hearing_on, body.held_on),
                       .remedy = say("请核对日期；改期的，请先登记延期")};
    }
};

struct exception_is_grounded {
    template <class Body>
    static verdict check(asked const&, Body const& body)
    {
        return exception_has_ground(body.outcome, body.exception_ground);
    }
};

struct affected_were_heard {
    static verdict check(asked const& q, competition_reviewed const& body)
    {
        return operators_were_heard(
            body.heard, body.touches_public_interest,
            q.law.flag(major_decision::fair_competition_conclusion_required));
    }
};

/// The market regulator reviews what is issued in the government's name (NORM-20).
struct is_the_governments {
    static verdict check(asked const& q)
    {
        if (is_of_government(q.file))
            return {};
        return refusal{.rule = "NORM-20",
                       .reason = say("以部门名义印发的文件，由起草单位自行公平竞争审查"),
                       .remedy = say("请起草单位登记公平竞争审查")};
    }
};

struct first_review_passed {
    static verdict check(asked const& q)
    {
        auto const& own = q.file.opinions.first_review;
        if (own && own->body.outcome != competition_outcome::restricts_competition &&
            still_covers(q.file, own->draft))
            return {};
        return refusal{.rule = "NORM-20",
                       .reason = say("起草单位对现行草案尚无通过的公平竞争初审"),
                       .remedy = say("请起草单位先行初审")};
    }
};

// ---- what is waited for

struct awaits_evaluation {
    static bool holds(asked const& q) { return !is_evaluated(q.file); }
};
struct awaits_comments {
    static bool holds(asked const& q) { return touches(q.file) && !is_commented(q.file); }
};
struct awaits_experts {
    static bool holds(asked const& q) { return touches(q.file) && !is_argued(q.file); }
};
/// Its notice is waited for first.
struct awaits_hearing {
    static bool holds(asked const& q)
    {
        return touches(q.file) && !is_heard(q.file) && hearing_is_announced(q.file);
    }
};
struct awaits_first_review {
    static bool holds(asked const& q)
    {
        return touches(q.file) && !is_fair(q.file) && !restricts_competition(q.file) &&
               !first_review_passed::check(q).admits();
    }
};
struct awaits_regulator {
    static bool holds(asked const& q)
    {
        return is_of_government(q.file) && touches(q.file) && !is_fair(q.file) &&
               !restricts_competition(q.file) && first_review_passed::check(q).admits();
    }
};

} // namespace

// ---- entering

void enter(dossier& file, evaluated const& body, engine::act const& what)
{
    file.opinions.evaluation = on_file(file, body, what);
}
void enter(dossier& file, countersigned const& body, engine::act const& what)
{
    file.opinions.countersigning = on_file(file, body, what);
}
void enter(dossier& file, comments_opened const& body, engine::act const& what)
{
    file.opinions.notice = on_file(file, body, what);
    file.opinions.closing.reset();
}
void enter(dossier& file, comments_closed const& body, engine::act const& what)
{
    file.opinions.closing = on_file(file, body, what);
}
void enter(dossier& file, comments_waived const& body, engine::act const& what)
{
    file.opinions.waiver = on_file(file, body, what);
}
void enter(dossier& file, experts_argued const& body, engine::act const& what)
{
    file.opinions.argument = on_file(file, body, what);
}
void enter(dossier& file, hearing_held const& body, engine::act const& what)
{
    file.opinions.hearing = on_file(file, body, what);
}
void enter(dossier& file, competition_reviewed const& body, engine::act const& what)
{
    file.opinions.first_review = on_file(file, body, what);
    file.opinions.competition.reset();
}
void enter(dossier& file, competition_concluded const& body, engine::act const& what)
{
    file.opinions.competition = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "document_opinions";
    using opening = before_draft;

    using opens =
        admit_if<by<drafting_unit>, is_assessed, has_happened<&comments_opened::published_on>,
                 on_current_draft<&comments_opened::draft>, is_put_to_the_public,
                 window_is_long_enough>;

    // clang-format off
    using text = clauses<
    //      rule       at stage           on act                 then               only if
    follows<"NORM-1", before_draft,      project::drafted,      gathering>,
    clause<"NORM-1",  gathering,         evaluated,             gathering,         admit_if<by<drafting_unit>>, due_if<awaits_evaluation>>,
    clause<"NORM-1",  open_for_comments, evaluated,             open_for_comments, admit_if<by<drafting_unit>>, due_if<awaits_evaluation>>,
    option<"NORM-10", gathering,         countersigned,         gathering,         admit_if<by<drafting_unit>, views_are_settled>>,
    option<"NORM-10", open_for_comments, countersigned,         open_for_comments, admit_if<by<drafting_unit>, views_are_settled>>,
    clause<"NORM-7",  gathering,         comments_opened,       open_for_comments, opens, due_if<awaits_comments>>,
    clause<"NORM-7",  open_for_comments, comments_closed,       gathering,         admit_if<by<drafting_unit>, comment_window_has_ended, opinions_are_on_file, opinions_were_weighed, counts_add_up, counts_are_those_on_file>>,
    option<"NORM-7",  gathering,         comments_waived,       gathering,         admit_if<by<drafting_unit>, is_assessed>>,
    clause<"NORM-8",  gathering,         experts_argued,        gathering,         admit_if<by<drafting_unit>, is_assessed, has_happened<&experts_argued::held_on>, document_experts_are_enough>, due_if<awaits_experts>>,
    clause<"NORM-8",  open_for_comments, experts_argued,        open_for_comments, admit_if<by<drafting_unit>, is_assessed, has_happened<&experts_argued::held_on>, document_experts_are_enough>, due_if<awaits_experts>>,
    clause<"NORM-9",  gathering,         hearing_held,          gathering,         admit_if<by<drafting_unit>, hearing_day_has_come, has_happened<&hearing_held::held_on>, hearing_was_noticed, held_as_announced, came_as_listed>, due_if<awaits_hearing>>,
    clause<"NORM-20", gathering,         competition_reviewed,  gathering,         admit_if<by<drafting_unit>, exception_is_grounded, affected_were_heard>, due_if<awaits_first_review>>,
    clause<"NORM-20", gathering,         competition_concluded, gathering,         admit_if<by<competition_reviewer>, did_not_draft, is_the_governments, first_review_passed, exception_is_grounded>, due_if<awaits_regulator>>,
    clause<"NORM-9",  open_for_comments, hearing_held,          open_for_comments, admit_if<by<drafting_unit>, hearing_day_has_come, has_happened<&hearing_held::held_on>, hearing_was_noticed, held_as_announced, came_as_listed>, due_if<awaits_hearing>>,
    clause<"NORM-20", open_for_comments, competition_reviewed,  open_for_comments, admit_if<by<drafting_unit>, exception_is_grounded, affected_were_heard>, due_if<awaits_first_review>>,
    clause<"NORM-20", open_for_comments, competition_concluded, open_for_comments, admit_if<by<competition_reviewer>, did_not_draft, is_the_governments, first_review_passed, exception_is_grounded>, due_if<awaits_regulator>>,
    follows<"JC-60",  before_draft,      project::withdrawn,    over>,
    follows<"JC-60",  gathering,         project::withdrawn,    over>,
    follows<"JC-60",  open_for_comments, project::withdrawn,    over>,
    follows<"NORM-12", gathering,         issue::deliberated,   over,              given<rejects>>,
    follows<"NORM-12", open_for_comments, issue::deliberated,   over,              given<rejects>>,
    follows<"NORM-12", gathering,         issue::text_signed,   over>,
    follows<"NORM-12", open_for_comments, issue::text_signed,   over>
    >;
    // clang-format on
};

} // namespace
} // namespace opinions

std::unique_ptr<engine::chapter<dossier>> make_opinions()
{
    return std::make_unique<engine::msm_chapter<opinions::rules_of_chapter>>();
}

} // namespace workflows::normative_document
