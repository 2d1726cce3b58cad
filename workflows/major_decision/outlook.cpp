#include "workflows/major_decision/open_changes.hpp"
#include "workflows/major_decision/parameters.hpp"
#include "workflows/major_decision/procedure.hpp"
#include "workflows/major_decision/review_clock.hpp"

#include <algorithm>

// The earliest lawful decision date, step by step: each step that is still to be done is put on the
// first day on which its time limits let it be over, as if everybody acted at once.

namespace workflows::major_decision {
namespace {

using engine::milestone;
using engine::say;

struct road {
    dossier const& file;
    engine::rules const& law;
    engine::circumstances const& now;
    std::vector<milestone> steps = {};

    void reach(char const* name, engine::rule_id rule, day earliest, engine::text because)
    {
        steps.push_back({.name = name,
                         .rule = std::move(rule),
                         .earliest = earliest,
                         .because = std::move(because),
                         .provisional = !now.days.is_listed_year(engine::year_of(earliest))});
    }
    /// The day on which all steps so far are over.
    day so_far() const
    {
        auto latest = now.today;
        for (auto const& one : steps)
            latest = std::max(latest, one.earliest);
        return latest;
    }
};

void to_the_draft(road& r)
{
    if (!r.file.intake.started)
        r.reach("start", "R713-11.1", r.now.today, say("启动程序、明确承办单位"));
    if (current_draft(r.file) == 0)
        r.reach("draft", "R713-12.1", r.now.today, say("拟定决策草案"));
}

void public_participation(road& r, day from)
{
    if (participation_done(r.file))
        return;
    auto const days = r.law.number(comment_window_days).value_or(0);
    auto const rule = r.law.rule_of(comment_window_days, "R713-15.2");
    if (auto const end = window_end(r.file, r.law, r.now.days);
        end && !participation_is_stale(r.file)) {
        auto const over = std::max(r.now.today, *end + std::chrono::days(1));
        return r.reach("participation", rule, over, say("公开征求意见至{1}止", *end));
    }
    auto const end = r.now.days.roll_forward(from + std::chrono::days(days));
    r.reach("participation", rule, end + std::chrono::days(1),
            say("最早{1}公布，公开征求意见{2}日", from, days));
}

void the_hearing(road& r, day from)
{
    if (!hearing_owed(r.file, r.law) || hearing_done(r.file, r.law))
        return;
    auto const rule = r.law.rule_of(hearing_notice_days, "R713-16.2");
    if (r.file.hearing.session)
        return r.reach("hearing", rule, r.now.today, say("听证会已举行，待完成报告和答复"));
    if (auto const announced = hearing_day(r.file))
        return r.reach("hearing", rule, std::max(r.now.today, *announced),
                       say("听证会定于{1}举行", *announced));
    auto const earliest = earliest_hearing(from, r.law);
    r.reach("hearing", rule, earliest, say("最早{1}公告听证会", from));
}

void expert_argument(road& r, day from)
{
    if (!experts_required(r.file) || experts_done(r.file))
        return;
    auto const rule = r.law.rule_of(expert_materials_days, "R713-19.1");
    auto const& chosen = r.file.experts.selection;
    if (chosen && chosen->body.form != experts::argument_form::meeting)
        return r.reach("experts", rule, from, say("专家书面论证，待形成论证报告"));
    auto const notice = r.law.number(expert_materials_days).value_or(0);
    auto const& given = r.file.experts.materials;
    auto const start = given ? given->body.given_on : from;
    r.reach("experts", rule, std::max(from, start + std::chrono::days(notice)),
            say("专家须在论证会{1}日前收到材料", notice));
}

void risk_and_competition(road& r, day from)
{
    if (risk_required(r.file) && !risk_controllable(r.file))
        r.reach("risk", "R713-22.1", from, say("完成风险评估，风险可控"));
    if (competition_required(r.file, r.law) && !competition_done(r.file, r.law))
        r.reach("fair_competition", "R713-29.1", from, say("完成公平竞争审查"));
}

void reviews(road& r)
{
    if (review_passed(r.file))
        return;
    auto const ready = r.so_far();
    auto const& own = r.file.sponsor_review;
    bool const own_discussion_holds = own.discussion && own.discussion->body.passed &&
                                      still_covers(r.file, own.discussion->draft);
    if (r.law.flag(sponsor_discussion_required) && !own_discussion_holds)
        r.reach("sponsor_review", "GD21-31.1", ready, say("承办单位内部审查并集体讨论"));

    auto const least = r.law.number(review_min_working_days).value_or(0);
    auto const rule = r.law.rule_of(review_min_working_days, "R713-26.3");
    bool const running =
        r.file.legality_review.acceptance.has_value() && !r.file.legality_review.conclusion;
    auto const used = running ? review_days_used(r.file, r.now.days, r.now.today) : 0;
    auto const left = std::max(0LL, least - used);
    auto const earliest = left > 0 ? r.now.days.after(ready, left) : ready;
    r.reach("legality_review", rule, earliest,
            running ? say("合法性审查已用{1}个工作日，一般不少于{2}个工作日", used, least)
                    : say("最早{1}送审，合法性审查一般不少于{2}个工作日", ready, least));
}

void the_meeting(road& r)
{
    auto const& agenda = r.file.submission.agenda;
    auto const& meetings = r.file.deliberation.meetings;
    // what was discussed since it was placed there stands on no agenda any more
    bool const is_listed = agenda && (meetings.empty() || meetings.back().seq < agenda->seq);
    auto earliest = r.so_far();
    if (!is_listed && changes_open_on(r.file))
        return r.reach("decision", "R713-30.2", earliest,
                       say("会议已原则通过，待行政首长确认修改到位"));
    auto because = say("提请审议并列入会议议题");
    if (is_listed && agenda->body.meeting_on >= earliest) {
        earliest = agenda->body.meeting_on;
        because = say("已列入{1}的会议", earliest);
    }
    r.reach("decision", "R713-30.1", earliest, std::move(because));
}

} // namespace

std::vector<milestone> outlook(dossier const& file, engine::rules const& law,
                               engine::circumstances const& now)
{
    if (decided(file) || is_closed(file))
        return {};
    road r{file, law, now};
    to_the_draft(r);
    auto const from = r.so_far();
    public_participation(r, from);
    the_hearing(r, from);
    expert_argument(r, from);
    risk_and_competition(r, from);
    reviews(r);
    the_meeting(r);
    return std::move(r.steps);
}

} // namespace workflows::major_decision
