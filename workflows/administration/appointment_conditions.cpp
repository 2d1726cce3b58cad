#include "workflows/administration/known.hpp"

#include <algorithm>

// Conditions on appointments and substitutions.

namespace workflows::administration {
namespace {

using engine::refusal;
using engine::say;

/// The three that watch one another.
std::string const administrators_roles[] = {"system_administrator", "security_administrator",
                                            "audit_administrator"};

/// Whoever judges a matter, and whoever decides on it: nobody does both (JC-1).
std::string const reviewing_roles[] = {"reviewer", "legal_adviser", "competition_reviewer"};
std::string const deciding_roles[] = {"deputy_in_charge", "head_of_government"};
/// Whoever brings matters of the own unit forward: nobody reviews those (JC-1).
std::string const sponsoring_roles[] = {"sponsor_clerk", "department_head", "legal_officer"};

/// These belong to the government as such, and not to each of its units.
std::string const roles_of_government[] = {"head_of_government",   "deputy_in_charge",
                                           "office_secretary",     "reviewer",
                                           "competition_reviewer", "auditor"};
constexpr std::string_view head_of_government = "head_of_government";

template <class Roles>
bool is_among(Roles const& all, std::string const& role)
{
    return std::find(std::begin(all), std::end(all), role) != std::end(all);
}

bool are_on_opposite_sides(std::string const& one, std::string const& other)
{
    auto const reviews = [](std::string const& role) { return is_among(reviewing_roles, role); };
    auto const decides = [](std::string const& role) { return is_among(deciding_roles, role); };
    return (reviews(one) && decides(other)) || (decides(one) && reviews(other));
}

bool organ_is_of(register_of_house const& file, std::string const& unit, std::string const& organ)
{
    auto const* one = find_unit(file, unit);
    return one && one->organ == organ;
}

verdict not_over_yet(asked const& q, day last)
{
    if (last >= q.today)
        return {};
    return refusal{.rule = "JC-21",
                   .reason = say("{1}早于今天，不得倒填日期", last),
                   .remedy = say("请填写今天或者以后的日期；需要立即停止办理的，请停用账号")};
}

/// Whether somebody holds an administrator's role from a day on and may sign in, other than by
/// what `leaves_out` says.
template <class LeavesOut>
bool somebody_holds(asked const& q, std::string const& role, day on, LeavesOut leaves_out)
{
    return std::any_of(q.file.appointments.begin(), q.file.appointments.end(),
                       [&](registered_appointment const& one) {
                           auto const* who = find_person(q.file, one.login);
                           return one.role == role && !one.is_substitution() && one.holds_on(on) &&
                                  who && who->may_sign_in && !leaves_out(one);
                       });
}

verdict last_administrator(asked const& q, std::string const& login, std::string const& role)
{
    return refusal{.rule = "JC-21",
                   .reason =
                       say("{1}是唯一可以登录的{2}", name_of_person(q, login), say("role." + role)),
                   .remedy = say("请先任命另一名{1}", say("role." + role))};
}

/// Whether the administrators' roles among what somebody holds on a day are held by others too.
verdict others_administer(asked const& q, std::string const& login, day on)
{
    verdict found;
    for (auto const& role : administrators_roles) {
        auto const is_theirs = [&](registered_appointment const& one) {
            return one.login == login;
        };
        auto const is_of_others = [&](registered_appointment const& one) {
            return one.login != login;
        };
        if (somebody_holds(q, role, on, is_of_others) && !somebody_holds(q, role, on, is_theirs))
            found += last_administrator(q, login, role);
    }
    return found;
}

verdict in_order(day from, std::optional<day> until)
{
    if (!until || from <= *until)
        return {};
    return refusal{.rule = "JC-10",
                   .reason = say("截止日期{1}早于起始日期{2}", *until, from),
                   .remedy = say("请核对日期")};
}

/// Whether a person may hold a role for those days beside what they hold then, or replace somebody
/// in.
verdict goes_with_what_is_held(asked const& q, std::string const& login, std::string const& role,
                               day from, std::optional<day> until)
{
    for (auto const& one : q.file.appointments)
        if (one.login == login && one.holds_between(from, until) &&
            q.file.entitled->exclude_each_other(one.role, role))
            return refusal{.rule = "JC-1",
                           .reason = say("{1}任{2}，不得同时任{3}", name_of_person(q, login),
                                         say("role." + one.role), say("role." + role)),
                           .remedy = say("请先结束原任职，或者任命其他人员")};
    return {};
}

/// What somebody holds on those days on the other side of the review than a role; null: nothing.
registered_appointment const* held_on_the_other_side(asked const& q, std::string const& login,
                                                     std::string const& role, day from,
                                                     std::optional<day> until)
{
    auto const& all = q.file.appointments;
    auto const found = std::find_if(all.begin(), all.end(), [&](auto const& one) {
        return one.login == login && one.holds_between(from, until) &&
               are_on_opposite_sides(one.role, role);
    });
    return found == all.end() ? nullptr : &*found;
}

/// An appointment on both sides is for whoever appoints: each matter is kept apart by itself, and
/// a small house may have nobody else.
verdict warned_of_both_sides(asked const& q, std::string const& login, std::string const& role,
                             day from, std::optional<day> until)
{
    auto const* one = held_on_the_other_side(q, login, role, from, until);
    if (!one)
        return {};
    return engine::advice{"JC-1", say("{1}任{2}，同时任{3}：审查过的事项不得再参与决定，"
                                      "本人经手的案卷可能无人可以办理",
                                      name_of_person(q, login), say("role." + one->role),
                                      say("role." + role))};
}

/// Whoever brings matters forward and stands in where they are reviewed keeps off those of their
/// own.
verdict warned_of_own_matters(asked const& q, std::string const& login, std::string const& role,
                              day from, std::optional<day> until)
{
    if (!is_among(reviewing_roles, role))
        return {};
    for (auto const& one : q.file.appointments)
        if (one.login == login && one.holds_between(from, until) &&
            is_among(sponsoring_roles, one.role))
            return engine::advice{"JC-1", say("{1}任{2}，代理{3}期间不得审查本人参与承办的事项",
                                              name_of_person(q, login), say("role." + one.role),
                                              say("role." + role))};
    return {};
}

/// What is said of each seat that a successor takes over, from the day on which they have it.
template <class Said>
verdict of_seats_taken_over(asked const& q, appointments::handed_over const& body, Said const& of)
{
    auto const next_day = body.last_day + std::chrono::days(1);
    verdict found;
    for (auto const& one : q.file.appointments)
        if (one.login == body.login && !one.is_substitution() &&
            (!one.until || *one.until > body.last_day))
            found += of(q, body.successor, one.role, std::max(one.from, next_day), one.until);
    return found;
}

} // namespace

verdict administrators_remain::check(asked const& q, people::sign_in_barred const& body)
{
    return others_administer(q, body.login, q.today);
}
verdict administrators_remain::check(asked const& q, people::password_reset_ordered const& body)
{
    return others_administer(q, body.login, q.today);
}
verdict administrators_remain::check(asked const& q, appointments::ended const& body)
{
    auto const* seat = find_appointment(q.file, body.appointment);
    auto const next_day = body.last_day + std::chrono::days(1);
    auto const nothing = [](registered_appointment const&) { return false; };
    auto const is_it = [&](registered_appointment const& one) { return &one == seat; };
    for (auto const& role : administrators_roles)
        if (seat && seat->role == role && somebody_holds(q, role, next_day, nothing) &&
            !somebody_holds(q, role, next_day, is_it))
            return last_administrator(q, seat->login, role);
    return {};
}
verdict administrators_remain::check(asked const& q, appointments::handed_over const& body)
{
    auto const* successor = find_person(q.file, body.successor);
    if (!successor || successor->may_sign_in)
        return {};
    return others_administer(q, body.login, body.last_day + std::chrono::days(1));
}

verdict role_and_unit_are_known::check(asked const& q, appointments::made const& body)
{
    verdict found;
    if (!q.file.entitled->find(body.appointed_role))
        found += refusal{.rule = "JC-10",
                         .reason = say("没有名为{1}的岗位", body.appointed_role),
                         .remedy = say("请填写权限表中的岗位代码")};
    found += known_unit(q, body.unit);
    if (body.cleared_to == engine::confidentiality::administration)
        found += refusal{.rule = "JC-8",
                         .reason = say("任职的知悉范围最高为秘密"),
                         .remedy = say("请另选知悉范围")};
    return found;
}

verdict days_are_in_order::check(asked const&, appointments::made const& body)
{
    return in_order(body.from, body.until);
}

verdict days_are_in_order::check(asked const& q, substitutions::set const& body)
{
    auto found = in_order(body.from, body.until);
    if (body.until < q.today)
        found += refusal{.rule = "JC-11",
                         .reason = say("代理的截止日期{1}已经过去", body.until),
                         .remedy = say("请填写今天以后的日期")};
    return found;
}

verdict nothing_is_back_dated::check(asked const& q, appointments::ended const& body)
{
    return not_over_yet(q, body.last_day);
}
verdict nothing_is_back_dated::check(asked const& q, appointments::handed_over const& body)
{
    return not_over_yet(q, body.last_day);
}
verdict nothing_is_back_dated::check(asked const& q, substitutions::set const& body)
{
    return not_over_yet(q, body.from);
}
verdict nothing_is_back_dated::check(asked const& q, substitutions::ended const& body)
{
    return not_over_yet(q, body.last_day);
}

verdict is_not_held_already::check(asked const& q, appointments::made const& body)
{
    for (auto const& one : q.file.appointments)
        if (one.login == body.login && one.role == body.appointed_role && one.unit == body.unit &&
            !one.is_substitution() && one.holds_between(body.from, body.until))
            return refusal{.rule = "JC-21",
                           .reason =
                               say("{1}在这段时间已经担任这一职务", name_of_person(q, body.login)),
                           .remedy = say("请核对起止日期，或者先结束原任职")};
    return {};
}

verdict post_fits_the_organ::check(asked const& q, appointments::made const& body)
{
    auto const* unit = find_unit(q.file, body.unit);
    if (!unit || !is_among(roles_of_government, body.appointed_role))
        return {};
    registered_appointment const* elsewhere = nullptr;
    registered_appointment const* other_head = nullptr;
    bool is_held_here = false;
    for (auto const& one : q.file.appointments) {
        if (one.role != body.appointed_role || one.is_substitution() ||
            !one.holds_between(body.from, body.until) ||
            !organ_is_of(q.file, one.unit, unit->organ))
            continue;
        if (one.unit == body.unit)
            is_held_here = true;
        else if (!elsewhere)
            elsewhere = &one;
        if (one.role == head_of_government && one.login != body.login)
            other_head = &one;
    }
    verdict found;
    if (elsewhere && !is_held_here)
        found += engine::advice{
            "JC-10", say("{1}属于本级政府，现设在{2}；任命在{3}的，同样可以办理全机关的事项",
                         say("role." + body.appointed_role),
                         find_unit(q.file, elsewhere->unit)->name, unit->name)};
    if (other_head)
        found += engine::advice{"JC-21",
                                say("{1}在任，一个机关同时只有一名行政首长；更换的请用离职转办，"
                                    "临时主持工作的请用代理",
                                    name_of_person(q, other_head->login))};
    return found;
}

verdict roles_go_together::check(asked const& q, appointments::made const& body)
{
    return goes_with_what_is_held(q, body.login, body.appointed_role, body.from, body.until);
}

verdict roles_go_together::check(asked const& q, appointments::handed_over const& body)
{
    return of_seats_taken_over(q, body, goes_with_what_is_held);
}

verdict roles_go_together::check(asked const& q, substitutions::set const& body)
{
    auto const* seat = find_appointment(q.file, body.appointment);
    return seat ? goes_with_what_is_held(q, body.substitute, seat->role, body.from, body.until)
                : verdict();
}

verdict sides_are_apart::check(asked const& q, appointments::made const& body)
{
    return warned_of_both_sides(q, body.login, body.appointed_role, body.from, body.until);
}

verdict sides_are_apart::check(asked const& q, appointments::handed_over const& body)
{
    return of_seats_taken_over(q, body, warned_of_both_sides);
}

verdict sides_are_apart::check(asked const& q, substitutions::set const& body)
{
    auto const* seat = find_appointment(q.file, body.appointment);
    auto const* held =
        seat ? held_on_the_other_side(q, body.substitute, seat->role, body.from, body.until)
             : nullptr;
    if (!held)
        return seat ? warned_of_own_matters(q, body.substitute, seat->role, body.from, body.until)
                    : verdict();
    return refusal{.rule = "JC-1",
                   .reason = say("{1}任{2}，不得代理{3}：审查和决定同一事项的不能是同一人",
                                 name_of_person(q, body.substitute), say("role." + held->role),
                                 say("role." + seat->role)),
                   .remedy = say("请由不参与决定或者审查的其他人员代理")};
}

verdict appointment_is_known::check(asked const& q, appointments::ended const& body)
{
    auto const* one = find_appointment(q.file, body.appointment);
    if (one && !one->is_substitution())
        return {};
    return refusal{.rule = "JC-10",
                   .reason = say("没有编号为{1}的任职", body.appointment),
                   .remedy = say("请核对任职编号")};
}

verdict appointment_is_known::check(asked const& q, substitutions::set const& body)
{
    auto const* one = find_appointment(q.file, body.appointment);
    if (one && !one->is_substitution() && (!one->until || *one->until >= body.until))
        return {};
    return refusal{.rule = "JC-11",
                   .reason = say("没有编号为{1}、在代理期间一直有效的任职", body.appointment),
                   .remedy = say("请核对任职编号和代理期间；代理不得再由他人代理")};
}

verdict successor_is_another::check(asked const&, appointments::handed_over const& body)
{
    if (body.login != body.successor)
        return {};
    return refusal{
        .rule = "JC-10", .reason = say("接任人就是离任人"), .remedy = say("请填写另一名人员")};
}

verdict substitute_is_known::check(asked const& q, substitutions::set const& body)
{
    auto found = known_person(q, body.substitute);
    auto const* seat = find_appointment(q.file, body.appointment);
    if (seat && seat->login == body.substitute)
        found += refusal{.rule = "JC-11",
                         .reason = say("代理人就是被代理人"),
                         .remedy = say("请填写另一名人员")};
    return found;
}

verdict seat_has_no_substitute::check(asked const& q, substitutions::set const& body)
{
    auto const* seat = find_appointment(q.file, body.appointment);
    if (!seat)
        return {};
    for (auto const& one : q.file.appointments)
        if (one.in_place_of == seat->login && one.role == seat->role && one.unit == seat->unit &&
            one.holds_between(body.from, body.until))
            return refusal{.rule = "JC-21",
                           .reason =
                               say("这段时间已经由{1}代理这一任职", name_of_person(q, one.login)),
                           .remedy = say("请先结束原代理，或者另定起止日期")};
    return {};
}

verdict set_by_a_third::check(asked const& q, substitutions::set const& body)
{
    auto const* seat = find_appointment(q.file, body.appointment);
    auto const is_party = [&](std::string const& login) {
        auto const number = number_of_person(q.file, login);
        return number != 0 && (number == q.by.person.value || number == q.by.represents.value);
    };
    if (!is_party(body.substitute) && !(seat && is_party(seat->login)))
        return {};
    return refusal{.rule = "JC-11",
                   .reason = say("{1}是代理的一方，不能设定这项代理", q.by.name),
                   .remedy = say("请由办公室其他人员或者安全管理员设定"),
                   .about_role = true};
}

verdict substitution_is_known::check(asked const& q, substitutions::ended const& body)
{
    auto const* one = find_appointment(q.file, body.substitution);
    if (one && one->is_substitution())
        return {};
    return refusal{.rule = "JC-11",
                   .reason = say("没有编号为{1}的代理", body.substitution),
                   .remedy = say("请核对代理编号")};
}

} // namespace workflows::administration
