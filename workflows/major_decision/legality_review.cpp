#include "workflows/major_decision/legality_review.hpp"

#include "workflows/major_decision/adopted_opinions.hpp"
#include "workflows/major_decision/advisers.hpp"
#include "workflows/major_decision/opinion_was_followed.hpp"
#include "workflows/major_decision/review_clock.hpp"
#include "workflows/major_decision/tables.hpp"
#include "workflows/major_decision/wording.hpp"

#include <algorithm>

namespace workflows::major_decision {
namespace legality_review {
namespace {

// clang-format off
struct not_filed           : stage_of_chapter { static constexpr std::string_view name = "not_filed"; };
struct checking            : stage_of_chapter { static constexpr std::string_view name = "checking"; };
struct awaiting_supplement : stage_of_chapter { static constexpr std::string_view name = "awaiting_supplement"; };
struct under_review        : stage_of_chapter { static constexpr std::string_view name = "under_review"; };
struct clock_paused        : stage_of_chapter { static constexpr std::string_view name = "clock_paused"; };
struct supplementing       : stage_of_chapter { static constexpr std::string_view name = "supplementing"; };
struct passed              : stage_of_chapter { static constexpr std::string_view name = "passed"; };
struct to_be_changed       : stage_of_chapter { static constexpr std::string_view name = "to_be_changed"; };
struct negative            : stage_of_chapter { static constexpr std::string_view name = "negative"; };
// clang-format on

// ---- before the file

/// Every step that the law asks before the review is on file for the current draft (R713-26.1).
struct statutory_steps_done {
    static verdict check(asked const& q) { return missing_statutory_steps(q.file, q.law); }
};

/// The reviewer has confirmed how far each change of the draft went (JC-2).
struct changes_are_confirmed {
    static verdict check(asked const& q)
    {
        if (!change_unconfirmed(q.file))
            return {};
        return refusal{.rule = "JC-2",
                       .reason = say("草案修改的性质尚待合法性审查部门确认"),
                       .remedy = say("请审查部门先确认修改属于文字性、非实质性或实质性修改")};
    }
};

/// The legal basis (R713-26.1).
struct file_is_complete {
    static verdict check(asked const&, filed const& body)
    {
        if (!body.legal_basis.empty())
            return {};
        return refusal{.rule = "R713-26.1",
                       .reason = say("送审材料未列明决策依据"),
                       .remedy = say("请列出所依据的法律、法规、规章和政策")};
    }
};

/// The written opinion of the sponsor's legal unit is in the file, and it is the one that was given
/// (GD21-31.4).
struct own_opinion_is_enclosed {
    static verdict check(asked const& q, filed const& body)
    {
        auto const& own = q.file.sponsor_review.opinion;
        if (!body.own_review_opinion) {
            if (!q.law.flag(sponsor_legal_review_required))
                return {};
            return refusal{.rule = "GD21-31.4",
                           .reason = say("送审材料缺少承办单位法制机构的书面审查意见"),
                           .remedy = say("请附上承办单位法制机构出具的审查意见")};
        }
        if (own && own->body.document.hash == body.own_review_opinion->hash)
            return {};
        return refusal{.rule = "GD21-31.4",
                       .reason = say("所附“{1}”不是卷内登记的承办单位法制机构审查意见",
                                     body.own_review_opinion->name),
                       .remedy = say("请附上卷内登记的那一份审查意见")};
    }
};

// ---- supplement

/// A demand says what is missing, and until when (R713-26.2); no longer than the place allows.
struct demand_is_clear {
    static verdict check(asked const& q, supplement_requested const& body)
    {
        verdict found;
        if (body.missing.empty())
            found += refusal{.rule = "R713-26.2",
                             .reason = say("未写明需要补充的材料"),
                             .remedy = say("请逐项写明缺少的材料")};
        if (body.answer_by < q.today)
            found += refusal{.rule = "R713-26.2",
                             .reason = say("补充期限{1}早于今天", body.answer_by),
                             .remedy = say("请填写今天以后的日期")};
        if (auto const most = q.law.number(supplement_working_days)) {
            auto const last = q.days.after(q.today, *most);
            if (body.answer_by > last)
                found += refusal{.rule = q.law.rule_of(supplement_working_days, "R713-26.2"),
                                 .reason = say("补充期限{1}超过{2}个工作日", body.answer_by, *most),
                                 .remedy = say("补充期限最迟为{1}", last)};
        }
        return found;
    }
};

day supplement_due(dossier const& file)
{
    return file.legality_review.supplements_asked.back().body.answer_by;
}

/// The file is returned or a supplement is asked for (R713-26.2): who asked for one waits until the
/// day that they set themselves, and may do without it before. From the day after their word is
/// waited for.
struct supplement_time_is_over {
    static verdict check(asked const& q)
    {
        if (q.file.legality_review.supplements_asked.empty() || q.today > supplement_due(q.file))
            return {};
        auto const due = supplement_due(q.file);
        return refusal{.rule = q.law.rule_of(supplement_working_days, "R713-26.2"),
                       .reason = say("补充期限至{1}，尚未届满", due),
                       .remedy = say("请在期限届满后再退回；无须等待补充的，可以先行继续"),
                       .opens_on = due + std::chrono::days(1)};
    }
};

/// Who goes on without what was asked for does so knowingly: remark only.
struct supplement_is_done_without {
    static verdict check(asked const& q)
    {
        auto const* demand = awaited_supplement(q.file);
        if (!demand)
            return {};
        return advice{"R713-26.2", say("要求补充的材料尚未收到，继续办理即不再等待：{1}",
                                       in_a_row(demand->body.missing))};
    }
};

/// Late material is still material: remark only, nothing happens by silence (JC-4).
struct supplement_is_in_time {
    static verdict check(asked const& q)
    {
        if (q.file.legality_review.supplements_asked.empty() || q.today <= supplement_due(q.file))
            return {};
        return advice{"R713-26.2", say("补充材料晚于期限{1}", supplement_due(q.file))};
    }
};

/// A supplement answers item by item (R713-26.2).
struct items_are_supplied {
    static verdict check(asked const& q, supplemented const& body)
    {
        auto const& all = q.file.legality_review.supplements_asked;
        return all.empty() ? verdict()
                           : every_item_is_supplied("R713-26.2", all.back().body.missing,
                                                    body.supplied);
    }
};

// ---- clock

/// The words of the rule packs for what stops the clock.
std::string_view pack_word(stop_reason reason)
{
    switch (reason) {
    case stop_reason::supplement:
        return "supplement";
    case stop_reason::seeking_opinions:
        return "consultation";
    case stop_reason::expert_consultation:
        return "expert_advice";
    case stop_reason::survey:
        return "survey";
    case stop_reason::institution:
        return "institution";
    }
    return {};
}

/// The place's rules know this reason for stopping the clock (GD21-34.2); 713 alone knows none.
verdict stops_clock(asked const& q, stop_reason reason)
{
    auto const known = q.law.list(review_clock_stops);
    if (std::find(known.begin(), known.end(), pack_word(reason)) != known.end())
        return {};
    return refusal{.rule = q.law.rule_of(review_clock_stops, "R713-26.3"),
                   .reason = say("本地规则未规定该事由可以扣除审查时间"),
                   .remedy = say("请继续审查，或选择规则列明的事由")};
}

/// For papers of the sponsor the clock stops with the demand for them, which makes them somebody's
/// task (R713-26.2).
struct stop_is_known {
    static verdict check(asked const& q, clock_stopped const& body)
    {
        if (body.reason == stop_reason::supplement)
            return refusal{.rule = "R713-26.2",
                           .reason = say("需要承办单位补充材料的，应当逐项告知承办单位"),
                           .remedy = say("请办理“{1}”，审查计时依规定随之扣除",
                                         say("act.legality_review.supplement_requested"))};
        return stops_clock(q, body.reason);
    }
};

/// A demand for papers while the review runs stops its clock (GD21-34.2). Where no rule takes that
/// time off, whoever lacks papers goes on or returns the file.
struct supplement_stops_clock {
    static verdict check(asked const& q) { return stops_clock(q, stop_reason::supplement); }
};

/// The place's rules know an extension; it is given once and not for longer than they say.
struct extension_is_known {
    static verdict check(asked const& q, extended const& body)
    {
        auto const most = q.law.number(review_extension_working_days);
        auto const rule = q.law.rule_of(review_extension_working_days, "R713-28.1");
        if (!most)
            return refusal{.rule = rule,
                           .reason = say("本地规则没有延长审查期限的规定"),
                           .remedy = say("请按期出具审查意见")};
        verdict found;
        if (q.file.legality_review.extension)
            found += refusal{.rule = rule,
                             .reason = say("审查期限已经延长过一次"),
                             .remedy = say("请按期出具审查意见")};
        if (body.working_days < 1 || body.working_days > *most)
            found += refusal{
                .rule = rule,
                .reason = say("延长{1}个工作日，应在1至{2}个工作日之间", body.working_days, *most),
                .remedy = say("请更正延长的天数")};
        return found;
    }
};

// ---- the opinion

/// The review had its necessary time: soft minimum of working days, less with a recorded reason
/// (R713-26.3, GD21-34.1), stops left out (GD21-34.2).
struct review_days_have_run {
    static verdict check(asked const& q, concluded const& body)
    {
        auto const least = q.law.number(review_min_working_days);
        auto const used = review_days_used(q.file, q.days, q.today);
        if (!least || used >= *least)
            return {};
        auto rule = q.law.rule_of(review_min_working_days, "R713-26.3");
        if (body.short_time_reason)
            return advice{
                std::move(rule),
                say("审查用时{1}个工作日，少于一般要求的{2}个工作日，理由已记录", used, *least)};
        return refusal{.rule = std::move(rule),
                       .reason = say("审查用时{1}个工作日，一般不少于{2}个工作日", used, *least),
                       .remedy = say("请继续审查，或填写缩短时间的理由"),
                       .opens_on = review_least_ends(q.file, q.law, q.days, q.today)};
    }
};

/// A late opinion is still an opinion, and the delay stays on record (JC-4).
struct review_is_timely {
    static verdict check(asked const& q)
    {
        auto const most = review_longest(q.file, q.law);
        auto const used = review_days_used(q.file, q.days, q.today);
        if (!most || used <= *most)
            return {};
        return advice{q.law.rule_of(review_max_working_days, "R713-28.1"),
                      say("审查用时{1}个工作日，已超过{2}个工作日的期限", used, *most)};
    }
};

/// What the file proves of the steps, for the finding on procedure (R713-27.2).
struct steps_are_shown {
    static verdict check(asked const& q)
    {
        engine::text done;
        engine::text open;
        engine::text undecided;
        engine::text not_needed;
        auto const add = [](engine::text& list, engine::text one) {
            list = list.empty() ? std::move(one) : say("{1}、{2}", std::move(list), std::move(one));
        };
        auto const steps = statutory_steps(q.file, q.law);
        for (auto const& one : steps)
            add(one.undecided   ? undecided
                : !one.required ? not_needed
                : one.done      ? done
                                : open,
                one.name);
        verdict shown;
        if (!done.empty())
            shown += advice{"R713-27.2", say("卷内已完成的法定步骤：{1}", done)};
        if (!open.empty())
            shown += advice{"R713-27.2", say("尚未完成的法定步骤：{1}", open)};
        if (!undecided.empty())
            shown += advice{"R713-27.2", say("是否需要尚未决定的步骤：{1}", undecided)};
        if (!not_needed.empty())
            shown += advice{"R713-27.2", say("本事项不需要的步骤：{1}", not_needed)};
        return shown;
    }
};

/// The finding on procedure is not better than the file (R713-27.2).
struct procedure_finding_fits_file {
    static verdict check(asked const& q, concluded const& body)
    {
        if (!body.procedure_followed)
            return {};
        verdict found;
        for (auto& step : statutory_steps(q.file, q.law))
            if (step.required && !step.done)
                found += refusal{
                    .rule = "R713-27.2",
                    .reason = say("“{1}”未完成（{2}），不能认定程序合法", step.name, step.missing),
                    .remedy = std::move(step.remedy)};
        return found;
    }
};

/// The outcome follows from the three findings (R713-27.1 to 27.3).
struct outcome_fits_findings {
    static verdict check(asked const&, concluded const& body)
    {
        verdict found;
        bool const good = body.outcome == review_outcome::lawful ||
                          body.outcome == review_outcome::lawful_with_risk_notice;
        auto const contradiction = [&](char const* rule, bool holds, engine::text what) {
            if (good && !holds)
                found += refusal{.rule = rule,
                                 .reason = say("“{1}”一项不成立，结论却为合法", std::move(what)),
                                 .remedy = say("请更正审查项或审查结论")};
        };
        contradiction("R713-27.1", body.within_power, say("field.within_power"));
        contradiction("R713-27.2", body.procedure_followed, say("field.procedure_followed"));
        if (body.outcome == review_outcome::lawful)
            contradiction("R713-27.3", body.content_lawful, say("field.content_lawful"));
        if (body.outcome == review_outcome::unlawful && body.within_power &&
            body.procedure_followed && body.content_lawful)
            found += refusal{.rule = "R713-25.3",
                             .reason = say("三项审查均成立，结论却为不合法"),
                             .remedy = say("请更正审查项或审查结论")};
        return found;
    }
};

/// The points fit the outcome: a lawful text has no unlawful content, a text to be changed says
/// what to change (R713-27.3, R713-28.3), and a missing step is named and was not found done
/// (R713-27.2).
struct points_fit_outcome {
    static verdict check(asked const&, concluded const& body)
    {
        verdict found;
        bool const unlawful_point =
            std::any_of(body.points.begin(), body.points.end(),
                        [](auto const& one) { return one.weight == severity::unlawful_content; });
        if (unlawful_point && body.outcome == review_outcome::lawful)
            found += refusal{.rule = "R713-27.3",
                             .reason = say("意见中有内容违法的条目，结论却为合法"),
                             .remedy = say("请更正条目的程度或审查结论")};
        if (body.outcome == review_outcome::lawful_after_changes && body.points.empty())
            found += refusal{.rule = "R713-28.3",
                             .reason = say("结论为修改后合法，但没有列出修改意见"),
                             .remedy = say("请逐条列出需要修改的内容")};
        if (body.outcome == review_outcome::complete_procedure &&
            (body.missing_steps.empty() || body.procedure_followed))
            found +=
                refusal{.rule = "R713-27.2",
                        .reason = say("结论为补充程序，但没有写明缺少的步骤，或者认定程序已履行"),
                        .remedy = say("请选择需要补充的步骤，并更正程序一项")};
        if (body.outcome != review_outcome::complete_procedure && !body.missing_steps.empty())
            found += refusal{.rule = "R713-27.2",
                             .reason = say("写明了缺少的步骤，结论却不是补充程序"),
                             .remedy = say("请更正缺少的步骤或审查结论")};
        return found;
    }
};

/// Only an exploratory reform that no state rule covers passes with a stated risk (R713-25.4,
/// GD21-35.1).
struct risk_is_stated {
    static verdict check(asked const& q, concluded const& body)
    {
        if (body.outcome != review_outcome::lawful_with_risk_notice)
            return {};
        verdict found;
        if (!body.risk_notice)
            found += refusal{.rule = "R713-25.4",
                             .reason = say("结论为提示法律风险，但未写明风险"),
                             .remedy = say("请写明法律风险")};
        auto const& touches = q.file.drafting.touches;
        if (!touches || !touches->body.exploratory_reform)
            found += refusal{.rule = "R713-25.4",
                             .reason = say("本事项未登记为探索性改革，不能以提示风险的方式通过"),
                             .remedy = say("请承办单位更正事项登记，或改作其他结论")};
        return found;
    }
};

/// The sponsor answers each point of the opinion, and gives a reason where it does not follow
/// (R713-28.3, GD21-35.2).
struct every_point_is_answered {
    static verdict check(asked const& q, responded const& body)
    {
        verdict found;
        for (auto const& point : q.file.legality_review.conclusion->body.points)
            if (std::none_of(body.responses.begin(), body.responses.end(),
                             [&](auto const& one) { return one.point == point.point; }))
                found += refusal{.rule = "R713-28.3",
                                 .reason = say("对审查意见“{1}”没有答复", point.point),
                                 .remedy = say("请逐条答复审查意见")};
        for (auto const& one : body.responses)
            if (one.outcome != participation::adoption::adopted && !one.reason)
                found += refusal{.rule = "R713-28.3",
                                 .reason = say("未采纳“{1}”，但没有说明理由", one.point),
                                 .remedy = say("请填写不采纳或部分采纳的理由")};
        return found;
    }
};

// ---- which way it goes

template <review_outcome... Outcomes>
struct found {
    static bool holds(dossier const&, concluded const& body)
    {
        return ((body.outcome == Outcomes) || ...);
    }
};

/// What was reviewed is no longer what is proposed (JC-2).
struct conclusion_is_overtaken {
    template <class Body>
    static bool holds(dossier const& file, Body const&)
    {
        return !still_covers(file, file.legality_review.conclusion->draft);
    }
};

/// The reviewer found the change to be less than substantive, so that the opinion holds again.
struct conclusion_holds_again {
    static bool holds(dossier const& file, drafting::change_confirmed const&)
    {
        return review_passed(file);
    }
};

/// The text under review was replaced: the review of the old one ends (JC-2).
struct any_new_draft {
    static bool holds(dossier const&, drafting::versioned const&) { return true; }
};

} // namespace

// ---- entering

void enter(dossier& file, filed const& body, engine::act const& what)
{
    auto& facts = file.legality_review;
    // Advisers' opinions stay: whether they still hold is a matter of the draft they were given on.
    facts = {.filing = on_file(file, body, what),
             .requests = std::move(facts.requests),
             .adviser_opinions = std::move(facts.adviser_opinions),
             .withdrawals = std::move(facts.withdrawals),
             .instructions = std::move(facts.instructions),
             .authors = std::move(facts.authors),
             .sent_back = std::move(facts.sent_back),
             .rounds = facts.rounds};
}
void enter(dossier& file, accepted const& body, engine::act const& what)
{
    auto& facts = file.legality_review;
    facts.acceptance = on_file(file, body, what);
    ++facts.rounds;
}
void enter(dossier& file, supplement_requested const& body, engine::act const& what)
{
    file.legality_review.supplements_asked.push_back(on_file(file, body, what));
}
void enter(dossier& file, supplemented const& body, engine::act const& what)
{
    file.legality_review.supplements.push_back(on_file(file, body, what));
}
void enter(dossier& file, returned const& body, engine::act const& what)
{
    file.legality_review.returns.push_back(on_file(file, body, what));
}
void enter(dossier& file, clock_stopped const& body, engine::act const& what)
{
    file.legality_review.stops.push_back(on_file(file, body, what));
}
void enter(dossier& file, clock_resumed const& body, engine::act const& what)
{
    file.legality_review.resumptions.push_back(on_file(file, body, what));
}
void enter(dossier& file, advisers_asked const& body, engine::act const& what)
{
    file.legality_review.requests.push_back(on_file(file, body, what));
}
void enter(dossier& file, adviser_opined const& body, engine::act const& what)
{
    file.legality_review.adviser_opinions.push_back(on_file(file, body, what));
}
void enter(dossier& file, adviser_withdrew const& body, engine::act const& what)
{
    file.legality_review.withdrawals.push_back(on_file(file, body, what));
}
void enter(dossier& file, instruction_logged const& body, engine::act const& what)
{
    file.legality_review.instructions.push_back(on_file(file, body, what));
}
void enter(dossier& file, concluded const& body, engine::act const& what)
{
    auto& facts = file.legality_review;
    facts.conclusion = on_file(file, body, what);
    if (body.author.id.value != 0)
        facts.authors.push_back(body.author.id);
    facts.response.reset();
    if (body.outcome == review_outcome::complete_procedure)
        facts.sent_back.push_back(*facts.conclusion);
}
void enter(dossier& file, extended const& body, engine::act const& what)
{
    file.legality_review.extension = on_file(file, body, what);
}
void enter(dossier& file, responded const& body, engine::act const& what)
{
    file.legality_review.response = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "legality_review";
    using opening = not_filed;

    // clang-format off
    using text = clauses<
    //      rule          at stage              on act                then                  only if
    clause<"R713-25.1",  not_filed,            filed,                checking,             admit_if<by<sponsor>, draft_on_file, changes_are_confirmed, adopted_opinions_are_written, statutory_steps_done, opinion_was_followed, on_current_draft<&filed::draft>, own_opinion_is_enclosed, file_is_complete>>,
    clause<"R713-26.1",  checking,             accepted,             under_review,         admit_if<by<reviewer>, judges_no_own_work<accepted>>>,
    option<"R713-26.2",  checking,             supplement_requested, awaiting_supplement,  admit_if<by<reviewer>, judges_no_own_work<supplement_requested>, demand_is_clear>>,
    option<"R713-26.2",  checking,             returned,             not_filed,            admit_if<by<reviewer>, judges_no_own_work<returned>>>,
    option<"GD21-31.3",  checking,             instruction_logged,   checking,             admit_if<by<reviewer>, judges_no_own_work<instruction_logged>>>,
    clause<"R713-26.2",  awaiting_supplement,  supplemented,         checking,             admit_if<by<sponsor>, items_are_supplied, supplement_is_in_time>>,
    clause<"R713-26.2",  awaiting_supplement,  returned,             not_filed,            admit_if<by<reviewer>, judges_no_own_work<returned>, supplement_time_is_over>>,
    option<"R713-26.1",  awaiting_supplement,  accepted,             under_review,         admit_if<by<reviewer>, judges_no_own_work<accepted>, supplement_is_done_without>>,

    clause<"R713-28.2",  under_review,         advisers_asked,       under_review,         admit_if<by<reviewer>, judges_no_own_work<advisers_asked>, request_names_advisers>, due_if<nobody_advised>>,
    clause<"R713-28.2",  under_review,         adviser_opined,       under_review,         admit_if<by<legal_adviser>, judges_no_own_work<adviser_opined>, adviser_may_opine, adviser_has_no_interest>, due_if<opinion_is_awaited>>,
    option<"GD21-32.2",  under_review,         adviser_withdrew,     under_review,         admit_if<by<legal_adviser, reviewer>, may_take_advisers_off, who_advises_withdraws>>,
    option<"GD21-34.2",  under_review,         clock_stopped,        clock_paused,         admit_if<by<reviewer>, judges_no_own_work<clock_stopped>, stop_is_known>>,
    option<"R713-26.2",  under_review,         supplement_requested, supplementing,        admit_if<by<reviewer>, judges_no_own_work<supplement_requested>, supplement_stops_clock, demand_is_clear>>,
    option<"R713-28.1",  under_review,         extended,             under_review,         admit_if<by<reviewer>, judges_no_own_work<extended>, extension_is_known>>,
    clause<"GD21-34.2",  clock_paused,         clock_resumed,        under_review,         admit_if<by<reviewer>, judges_no_own_work<clock_resumed>>>,
    option<"R713-28.2",  clock_paused,         adviser_opined,       clock_paused,         admit_if<by<legal_adviser>, judges_no_own_work<adviser_opined>, adviser_may_opine, adviser_has_no_interest>>,
    option<"R713-26.2",  under_review,         returned,             not_filed,            admit_if<by<reviewer>, judges_no_own_work<returned>>>,
    option<"GD21-31.3",  under_review,         instruction_logged,   under_review,         admit_if<by<reviewer>, judges_no_own_work<instruction_logged>>>,
    option<"GD21-31.3",  clock_paused,         instruction_logged,   clock_paused,         admit_if<by<reviewer>, judges_no_own_work<instruction_logged>>>,

    clause<"R713-26.2",  supplementing,        supplemented,         under_review,         admit_if<by<sponsor>, items_are_supplied, supplement_is_in_time>>,
    clause<"R713-26.2",  supplementing,        returned,             not_filed,            admit_if<by<reviewer>, judges_no_own_work<returned>, supplement_time_is_over>>,
    option<"R713-26.2",  supplementing,        clock_resumed,        under_review,         admit_if<by<reviewer>, judges_no_own_work<clock_resumed>, supplement_is_done_without>>,
    option<"R713-28.2",  supplementing,        adviser_opined,       supplementing,        admit_if<by<legal_adviser>, judges_no_own_work<adviser_opined>, adviser_may_opine, adviser_has_no_interest>>,
    option<"GD21-31.3",  supplementing,        instruction_logged,   supplementing,        admit_if<by<reviewer>, judges_no_own_work<instruction_logged>>>,

    clause<"R713-28.1",  under_review,         concluded,            passed,               given<found<review_outcome::lawful, review_outcome::lawful_with_risk_notice>>, admit_if<by<reviewer>, judges_no_own_work<concluded>, author_is_a_reviewer, adviser_has_opined, asked_advisers_have_answered, advice_was_weighed, review_is_timely, steps_are_shown, review_days_have_run, procedure_finding_fits_file, outcome_fits_findings, points_fit_outcome, risk_is_stated>>,
    clause<"R713-28.3",  under_review,         concluded,            to_be_changed,        given<found<review_outcome::lawful_after_changes, review_outcome::complete_procedure>>, admit_if<by<reviewer>, judges_no_own_work<concluded>, author_is_a_reviewer, adviser_has_opined, asked_advisers_have_answered, review_is_timely, steps_are_shown, review_days_have_run, procedure_finding_fits_file, points_fit_outcome>>,
    clause<"R713-25.3",  under_review,         concluded,            negative,             given<found<review_outcome::unlawful>>, admit_if<by<reviewer>, judges_no_own_work<concluded>, author_is_a_reviewer, adviser_has_opined, asked_advisers_have_answered, review_is_timely, steps_are_shown, review_days_have_run, procedure_finding_fits_file, outcome_fits_findings, points_fit_outcome>>,

    clause<"R713-28.3",  to_be_changed,        responded,            not_filed,            admit_if<by<sponsor>, every_point_is_answered>>,
    clause<"R713-28.3",  negative,             responded,            not_filed,            admit_if<by<sponsor>, every_point_is_answered>>,
    option<"R713-28.3",  passed,               responded,            passed,               admit_if<by<sponsor>, every_point_is_answered>>,

    follows<"JC-2",      checking,             drafting::versioned,        not_filed,      given<any_new_draft>>,
    follows<"JC-2",      awaiting_supplement,  drafting::versioned,        not_filed,      given<any_new_draft>>,
    follows<"JC-2",      under_review,         drafting::versioned,        not_filed,      given<any_new_draft>>,
    follows<"JC-2",      clock_paused,         drafting::versioned,        not_filed,      given<any_new_draft>>,
    follows<"JC-2",      supplementing,        drafting::versioned,        not_filed,      given<any_new_draft>>,
    follows<"R713-25.1", passed,               drafting::versioned,        not_filed,      given<conclusion_is_overtaken>>,
    follows<"R713-25.1", passed,               drafting::change_confirmed, not_filed,      given<conclusion_is_overtaken>>,
    follows<"JC-2",      not_filed,            drafting::change_confirmed, passed,         given<conclusion_holds_again>>
    >;
    // clang-format on
};

} // namespace
} // namespace legality_review

std::unique_ptr<engine::chapter<dossier>> make_legality_review()
{
    return std::make_unique<engine::msm_chapter<legality_review::rules_of_chapter>>();
}

} // namespace workflows::major_decision
