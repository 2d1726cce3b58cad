#include "workflows/major_decision/handed_work_conditions.hpp"

#include "workflows/major_decision/awaited_people.hpp"
#include "workflows/major_decision/circulation_parties.hpp"

#include <algorithm>

namespace workflows::major_decision::circulation {
namespace {

std::vector<engine::actor> seats_of(asked const& q, engine::person_id who)
{
    return q.people ? q.people->seats_of(who, q.today) : std::vector<engine::actor>();
}

/// Somebody as they hold a seat by an appointment of their own; nothing for who does not.
std::optional<engine::actor> holder(asked const& q, engine::seat const& sits, engine::person_id who)
{
    for (auto& one : seats_of(q, who))
        if (one.represents.value == 0 && is_place_of(sits, {one.role, one.unit}))
            return std::move(one);
    return {};
}

/// The seats from which an act is waited for and in which whoever asks sits, by name or not.
std::vector<engine::seat> seats_waited_for(asked const& q, std::string_view kind)
{
    auto found = q.elsewhere ? q.elsewhere->offered(kind, {}, true) : std::nullopt;
    if (!found || !found->duty || !(found->is_open() || engine::opens_on(found->refusals)))
        return {};
    std::erase_if(found->seats, [&](engine::seat const& one) {
        return !is_place_of(one, {q.by.role, q.by.unit});
    });
    return std::move(found->seats);
}

refusal waits_not_here(char const* rule)
{
    return {.rule = rule,
            .reason = say("该事项现在不待本岗位办理"),
            .remedy = say("只能就本岗位的待办事项办理")};
}

/// The task is in nobody's hands, or in those of whoever asks.
verdict in_their_hands(asked const& q, std::string_view kind, char const* rule)
{
    auto const named = awaited_people(q.file, kind, {q.by.role, q.by.unit});
    if (named.empty() || std::any_of(named.begin(), named.end(),
                                     [&](engine::person_id one) { return q.by.stands_for(one); }))
        return {};
    return refusal{.rule = rule,
                   .reason = say("该事项由本岗位的另一人办理"),
                   .remedy = say("请由其办理；已经转办的，也可以由转出的人收回")};
}

/// Who asked for a signature does not give it, whoever hands it to them (JC-1).
verdict did_not_ask_for_it(asked const& q, std::string_view kind, engine::actor const& receiver)
{
    if (kind != given::kind)
        return {};
    auto const& all = q.file.circulation.sheets;
    auto const asked_for_it = std::any_of(all.begin(), all.end(), [&](sheet const& one) {
        return one.opener == receiver.person && awaited_at(one, receiver.role, receiver.unit);
    });
    if (!asked_for_it)
        return {};
    return refusal{.rule = "JC-1",
                   .reason = say("会签单由{1}发起，不得由其签署", receiver.name),
                   .remedy = say("请转给该岗位的其他人")};
}

/// Whoever may hold a task themselves, and advisers; who only reads or administers prepares
/// nothing.
bool prepares(asked const& q, std::string_view role)
{
    auto const holders = task_holder::seats(q.file);
    return role == "legal_adviser" ||
           std::any_of(holders.begin(), holders.end(),
                       [&](engine::seat const& one) { return one.role == role; });
}

template <class Body>
verdict asked_of_them(asked const& q, Body const& body)
{
    auto const* one = find_delegation(q.file, body.delegation);
    if (one && one->state == delegation_state::asked && is_held_by(one->waits_at(), q.by))
        return {};
    return refusal{.rule = "JC-16",
                   .reason = say("没有第{1}号委派给本人的事项，或者已经办结", body.delegation),
                   .remedy = say("请核对委派编号")};
}

} // namespace

verdict may_be_named(asked const& q, engine::seat const& named, engine::person_id asks)
{
    if (named.person == asks)
        return refusal{.rule = "JC-1",
                       .reason = say("会签单由本人发起，不得自己签署"),
                       .remedy = say("请由该岗位的其他人签署")};
    if (holder(q, {named.role, named.unit}, named.person))
        return {};
    return refusal{.rule = "JC-12",
                   .reason = say("指定的人现在不任{1}的{2}", engine::unit_by_code(named.unit),
                                 say("role." + named.role)),
                   .remedy = say("请从任该岗位的人员中指定，或者不指定")};
}

verdict task_may_be_handed_over::check(asked const& q, handed_over const& body)
{
    auto const seats = seats_waited_for(q, body.task);
    if (seats.empty())
        return waits_not_here("JC-15");
    if (std::none_of(seats.begin(), seats.end(),
                     [](engine::seat const& one) { return one.person.value == 0; }))
        return refusal{.rule = "JC-15",
                       .reason = say("该事项指定由本人办理，不能转办"),
                       .remedy = say("可以委派他人准备；本人不能办理的，由代理人办理")};
    return in_their_hands(q, body.task, "JC-15");
}

verdict receiver_sits_there::check(asked const& q, handed_over const& body)
{
    if (q.by.stands_for(body.receiver))
        return refusal{
            .rule = "JC-15", .reason = say("接收人就是转出人"), .remedy = say("请另选一人")};
    auto const receiver = holder(q, {q.by.role, q.by.unit}, body.receiver);
    if (!receiver)
        return refusal{.rule = "JC-15",
                       .reason = say("接收人现在不任本岗位"),
                       .remedy = say("只能转给任同一岗位的人员；请其他人员准备材料的，请用委派")};
    verdict found;
    if (seats_waited_for(q, body.task).empty())
        return found; // what nobody waits for is refused as such
    found += did_not_ask_for_it(q, body.task, *receiver);
    if (auto const theirs = q.elsewhere->offered(body.task, *receiver, false))
        for (auto const& ground : theirs->refusals)
            if (ground.about_role)
                found += ground;
    return found;
}

verdict they_handed_it_over::check(asked const& q, handing_taken_back const& body)
{
    auto const* one = find_handing(q.file.circulation.handings, body.task, {q.by.role, q.by.unit});
    if (one && step_of(*one, q.by))
        return {};
    return refusal{.rule = "JC-15",
                   .reason = say("该事项没有由本人转出，或者已经办结"),
                   .remedy = say("只能收回本人转出的事项")};
}

verdict task_is_theirs::check(asked const& q, delegated const& body)
{
    auto const seats = seats_waited_for(q, body.task);
    if (std::none_of(seats.begin(), seats.end(),
                     [&](engine::seat const& one) { return is_held_by(one, q.by); }))
        return waits_not_here("JC-16");
    return in_their_hands(q, body.task, "JC-16");
}

verdict colleague_is_of_the_unit::check(asked const& q, delegated const& body)
{
    if (q.by.stands_for(body.colleague))
        return refusal{
            .rule = "JC-16", .reason = say("受委派人就是委派人"), .remedy = say("请另选一人")};
    auto const seats = seats_of(q, body.colleague);
    if (std::none_of(seats.begin(), seats.end(), [&](engine::actor const& one) {
            return one.represents.value == 0 && one.unit == q.by.unit && prepares(q, one.role);
        }))
        return refusal{.rule = "JC-16",
                       .reason = say("受委派人现在不是本单位人员"),
                       .remedy = say("只能委派本单位人员；征求其他单位意见的，请发起会签")};
    auto found = duties_stay_separate(q.file, body.task, seats.front());
    auto const& all = q.file.circulation.delegations;
    if (std::any_of(all.begin(), all.end(), [&](delegation const& one) {
            return one.state == delegation_state::asked && one.kind == body.task &&
                   one.colleague == body.colleague && one.from.unit == q.by.unit;
        }))
        found += refusal{.rule = "JC-16",
                         .reason = say("已就该事项委派此人，尚未答复"),
                         .remedy = say("请待其答复，或者先收回")};
    return found;
}

verdict answer_day_lies_ahead::check(asked const& q, delegated const& body)
{
    if (!body.answer_by || *body.answer_by >= q.today)
        return {};
    return refusal{.rule = "JC-16",
                   .reason = say("答复期限{1}已过", *body.answer_by),
                   .remedy = say("请填写今天或者以后的日期")};
}

verdict it_was_asked_of_them::check(asked const& q, delegation_answered const& body)
{
    return asked_of_them(q, body);
}

verdict it_was_asked_of_them::check(asked const& q, delegation_declined const& body)
{
    return asked_of_them(q, body);
}

verdict their_part_is_free::check(asked const& q, delegation_answered const& body)
{
    auto const* one = find_delegation(q.file, body.delegation);
    return one ? duties_stay_separate(q.file, one->kind, q.by) : verdict();
}

verdict something_is_answered::check(asked const&, delegation_answered const& body)
{
    if ((body.answer && !body.answer->empty()) || !body.documents.empty())
        return {};
    return refusal{.rule = "JC-16",
                   .reason = say("没有答复意见，也没有附文件"),
                   .remedy = say("请写明意见或者附上准备的文件；不能办理的，请写明理由退回委派")};
}

verdict they_delegated_it::check(asked const& q, delegation_recalled const& body)
{
    auto const* one = find_delegation(q.file, body.delegation);
    if (one && one->state == delegation_state::asked && is_held_by(one->from, q.by))
        return {};
    return refusal{.rule = "JC-16",
                   .reason = say("第{1}号委派不是本人发出的，或者已经办结", body.delegation),
                   .remedy = say("只能收回本人发出、尚未答复的委派")};
}

} // namespace workflows::major_decision::circulation
