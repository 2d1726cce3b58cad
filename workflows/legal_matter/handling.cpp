#include "workflows/legal_matter/handling.hpp"

#include "workflows/legal_matter/tables.hpp"

#include <algorithm>

namespace workflows::legal_matter {
namespace handling {
namespace {

// clang-format off
struct waiting             : stage_of_chapter { static constexpr std::string_view name = "waiting"; };
struct under_way           : stage_of_chapter { static constexpr std::string_view name = "under_way"; };
struct awaiting_supplement : stage_of_chapter { static constexpr std::string_view name = "awaiting_supplement"; };
struct standing_still      : stage_of_chapter { static constexpr std::string_view name = "standing_still"; };
struct over                : stage_of_chapter { static constexpr std::string_view name = "over"; };
// clang-format on

/// Whoever takes a matter says until when it is answered (JC-45).
struct time_is_set {
    static verdict check(asked const&, assigned const& body)
    {
        constexpr long long longest = 250; // working days of about a year
        if (body.working_days >= 1 && body.working_days <= longest)
            return {};
        return refusal{.rule = "JC-45",
                       .reason = say("办理期限应为1至{1}个工作日", longest),
                       .remedy = say("请填写从接办到答复的工作日数")};
    }
};

/// Without its text a contract can be taken and asked for, but not reviewed (JC-42).
struct has_the_contract_to_review {
    static verdict check(asked const& q)
    {
        if (!is_contract_without_text(q.file))
            return {};
        return engine::advice{
            "JC-42", say("送办材料中没有合同文本，接办后请送办单位补充材料，办理期限停止计算")};
    }
};

/// Who handles the matter is somebody of the legal office who did not ask (GDLA-3/7, JC-1). A name
/// alone leaves the work with the whole office.
struct handler_is_of_the_office {
    static verdict check(asked const& q, assigned const& body)
    {
        auto const who = body.handler.id;
        if (who.value == 0)
            return engine::advice{"GDLA-3/7",
                                  say("“{1}”只写了姓名，没有从人员名册中选择，待办事项仍由法制机构"
                                      "全体办理",
                                      body.handler.name)};
        auto const seats =
            q.people ? q.people->seats_of(who, q.today) : std::vector<engine::actor>();
        auto const seat = std::find_if(seats.begin(), seats.end(), [&](engine::actor const& one) {
            return one.role == q.by.role && one.unit == q.by.unit && one.represents.value == 0;
        });
        if (seat == seats.end())
            return refusal{.rule = "GDLA-3/7",
                           .reason = say("承办人不是法制机构现任人员"),
                           .remedy = say("请从法制机构人员中选择")};
        if (is_one_of(q.file.askers, *seat))
            return refusal{.rule = "JC-1",
                           .reason = say("{1}代表送办单位提出过本事项，不得承办", seat->name),
                           .remedy = say("请选择未经手送办的人员")};
        return {};
    }
};

/// No adviser whose interests or clients conflict (GDLA-19/20), and none who withdrew.
struct counsel_is_free {
    static verdict check(asked const& q, counsel_named const& body)
    {
        verdict found;
        if (body.conflict_declared == conflict::has_conflict)
            found += refusal{.rule = "GDLA-19/20",
                             .reason = say("法律顾问申报与本事项有利益冲突"),
                             .remedy = say("请另行指派没有利益冲突的法律顾问")};
        if (has_withdrawn(q.file, body.counsel))
            found += refusal{.rule = "GDLA-19/20",
                             .reason = say("{1}已经回避本事项", body.counsel),
                             .remedy = say("请另行指派没有利益冲突的法律顾问")};
        return found;
    }
};

/// All who were called in withdrew before anybody advised: another is named, or the legal office
/// advises itself.
struct all_counsels_withdrew {
    static bool holds(asked const& q)
    {
        return !q.file.handling.withdrawals.empty() && counsels_of(q.file).empty() &&
               !is_opined(q.file);
    }
};

struct counsel_is_not_named_yet {
    static verdict check(asked const& q, counsel_named const& body)
    {
        for (auto const& one : counsels_of(q.file))
            if (one.counsel == body.counsel)
                return refusal{.rule = "JC-41",
                               .reason = say("{1}已经参与本事项", body.counsel),
                               .remedy = say("每名法律顾问只指派一次")};
        return {};
    }
};

/// There is somebody who could withdraw (JC-41).
struct somebody_is_called_in {
    static verdict check(asked const& q)
    {
        if (!counsels_of(q.file).empty())
            return {};
        return refusal{.rule = "JC-41",
                       .reason = say("没有法律顾问参与本事项"),
                       .remedy = say("指派法律顾问之后，才有回避")};
    }
};

/// Advisers withdraw themselves; the legal office withdraws any of them.
struct counsel_takes_part {
    static verdict check(asked const& q, counsel_withdrew const& body)
    {
        if (q.by.role == "legal_adviser" && q.by.name != body.counsel &&
            q.by.on_behalf_of != body.counsel)
            return refusal{.rule = "GDLA-19/20",
                           .reason = say("法律顾问只能为自己申请回避"),
                           .remedy = say("请由{1}本人或者法制机构办理", body.counsel)};
        for (auto const& one : counsels_of(q.file))
            if (one.counsel == body.counsel)
                return {};
        return refusal{.rule = "JC-41",
                       .reason = say("{1}没有参与本事项", body.counsel),
                       .remedy = say("请填写已经指派的法律顾问")};
    }
};

/// A draft comes again in answer to advice: before there is any, it is a supplement (JC-41).
struct answers_an_opinion {
    static verdict check(asked const& q)
    {
        if (is_opined(q.file))
            return {};
        return refusal{.rule = "JC-41",
                       .reason = say("第{1}轮尚无法律意见", current_round(q.file)),
                       .remedy = say("请待法律意见提出后再送修改稿；补充材料的，请按补正办理")};
    }
};

struct supplement_is_listed {
    static verdict check(asked const& q, supplement_asked const& body)
    {
        verdict found;
        if (body.missing.empty())
            found += refusal{.rule = "JC-45",
                             .reason = say("未列明需要补充的材料"),
                             .remedy = say("请一次列明需要补充的全部材料")};
        if (body.answer_by <= q.today)
            found += refusal{.rule = "JC-45",
                             .reason = say("补充期限{1}已到或者已过", body.answer_by),
                             .remedy = say("请给送办单位留出补充的时间")};
        return found;
    }
};

/// A supplement answers item by item (JC-45).
struct items_are_supplied {
    static verdict check(asked const& q, supplement_given const& body)
    {
        return every_item_is_supplied("JC-45", q.file.handling.stops.back().missing, body.supplied);
    }
};

/// What is told afterwards was over before it was registered here (JC-45): whatever is under way is
/// handled here, under its conditions.
struct was_over_before {
    static verdict check(asked const& q, told_afterwards const& body)
    {
        auto const& request = q.file.registration.request;
        if (request && body.closed_on < request->body.received_on)
            return refusal{.rule = "JC-45",
                           .reason = say("办结日期{1}早于收到日期{2}", body.closed_on,
                                         request->body.received_on),
                           .remedy = say("请核对两个日期")};
        if (request && body.closed_on < request->on)
            return {};
        return refusal{.rule = "JC-45",
                       .reason = say("本事项在登记之日尚未办结"),
                       .remedy = say("请接办后按程序办理；只有登记之前已经办结的事项才能补录")};
    }
};

struct told_loss_is_a_loss {
    static verdict check(asked const&, told_afterwards const& body)
    {
        return loss_is_a_loss(body.loss_avoided);
    }
};

} // namespace

// ---- entering

void enter(dossier& file, assigned const& body, engine::act const& what)
{
    file.handling.assignments.push_back(on_file(file, body, what));
}
void enter(dossier& file, counsel_named const& body, engine::act const& what)
{
    file.handling.counsels.push_back(on_file(file, body, what));
}
void enter(dossier& file, counsel_withdrew const& body, engine::act const& what)
{
    file.handling.withdrawals.push_back(on_file(file, body, what));
}
void enter(dossier& file, round_sent const& body, engine::act const& what)
{
    auto sent = on_file(file, body, what);
    ++sent.round;
    file.handling.rounds.push_back(std::move(sent));
}
void enter(dossier& file, supplement_asked const& body, engine::act const& what)
{
    file.handling.stops.push_back(
        {what.counts_on(), {}, say("choice.stop_reason.supplement"), body.answer_by, body.missing});
}
void enter(dossier& file, supplement_given const&, engine::act const& what)
{
    file.handling.stops.back().until = what.counts_on();
}
void enter(dossier& file, paused const& body, engine::act const& what)
{
    file.handling.stops.push_back(
        {what.counts_on(),
         {},
         say("choice.standstill." + std::string(engine::name_of(body.ground)))});
}
void enter(dossier& file, resumed const&, engine::act const& what)
{
    file.handling.stops.back().until = what.counts_on();
}
void enter(dossier& file, told_afterwards const& body, engine::act const& what)
{
    file.handling.told = on_file(file, body, what);
}

namespace {

struct rules_of_chapter {
    using file = dossier;
    static constexpr std::string_view name = "handling";
    using opening = waiting;

    // clang-format off
    using text = clauses<
    //      rule          at stage             on act             then                 only if
    clause<"GDLA-3/7",   waiting,             assigned,          under_way,           admit_if<by<legal_office>, has_the_contract_to_review, time_is_set, handler_is_of_the_office>>,
    option<"GDLA-3/7",   under_way,           assigned,          under_way,           admit_if<by<legal_office>, time_is_set, handler_is_of_the_office>>,
    option<"JC-45",      waiting,             told_afterwards,   over,                admit_if<by<legal_office>, was_over_before, told_loss_is_a_loss>>,
    clause<"GDLA-10",    under_way,           counsel_named,     under_way,           admit_if<by<legal_office>, did_not_ask, counsel_is_free, counsel_is_not_named_yet>, due_if<all_counsels_withdrew>>,
    option<"GDLA-19/20", under_way,           counsel_withdrew,  under_way,           admit_if<by<legal_office, engaged_adviser>, somebody_is_called_in, counsel_takes_part>>,
    option<"JC-41",      under_way,           round_sent,        under_way,           admit_if<by<requesting_unit>, answers_an_opinion>>,
    option<"JC-45",      under_way,           supplement_asked,  awaiting_supplement, admit_if<by<legal_office>, did_not_ask, supplement_is_listed>>,
    clause<"JC-45",      awaiting_supplement, supplement_given,  under_way,           admit_if<by<requesting_unit>, items_are_supplied>>,
    option<"JC-45",      under_way,           paused,            standing_still,      admit_if<by<legal_office>, did_not_ask>>,
    clause<"JC-45",      standing_still,      resumed,           under_way,           admit_if<by<legal_office>, did_not_ask>>,
    follows<"JC-45",     waiting,             registration::declined,  over>,
    follows<"JC-45",     waiting,             registration::withdrawn, over>,
    follows<"JC-45",     under_way,           registration::withdrawn, over>,
    follows<"JC-45",     awaiting_supplement, registration::withdrawn, over>,
    follows<"JC-45",     standing_still,      registration::withdrawn, over>,
    follows<"JC-45",     under_way,           outcome::closed,         over>
    >;
    // clang-format on
};

} // namespace
} // namespace handling

std::unique_ptr<engine::chapter<dossier>> make_handling()
{
    return std::make_unique<engine::msm_chapter<handling::rules_of_chapter>>();
}

} // namespace workflows::legal_matter
