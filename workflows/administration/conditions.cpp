#include "workflows/administration/conditions.hpp"

#include <algorithm>

namespace workflows::administration {
namespace {

using engine::refusal;
using engine::say;

bool is_code(std::string_view text)
{
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_' || c == '.';
    });
}

verdict no_code(std::string const& text)
{
    return refusal{.rule = "JC-10",
                   .reason = say("“{1}”不能作为代码", text),
                   .remedy = say("代码只能由字母、数字和-_.组成，最多64个字符")};
}

verdict taken(std::string const& code)
{
    return refusal{
        .rule = "JC-10", .reason = say("代码{1}已经使用", code), .remedy = say("请另取一个")};
}

verdict known_person(asked const& q, std::string const& login)
{
    if (find_person(q.file, login))
        return {};
    return refusal{.rule = "JC-10",
                   .reason = say("没有登录名为{1}的人员", login),
                   .remedy = say("请先登记该人员，或者核对登录名")};
}

verdict not_oneself(asked const& q, std::string const& login)
{
    if (q.by.person.value == 0 || number_of_person(q.file, login) != q.by.person.value)
        return {};
    return refusal{.rule = "JC-1",
                   .reason = say("{1}不能办理关于自己的账号和任职的事项", q.by.name),
                   .remedy = say("请由另一名管理员办理"),
                   .about_role = true};
}

verdict known_organ(asked const& q, std::string const& code)
{
    if (find_organ(q.file, code))
        return {};
    return refusal{.rule = "JC-10",
                   .reason = say("没有代码为{1}的机关", code),
                   .remedy = say("请先登记该机关")};
}

verdict in_order(day from, std::optional<day> until)
{
    if (!until || from <= *until)
        return {};
    return refusal{.rule = "JC-10",
                   .reason = say("截止日期{1}早于起始日期{2}", *until, from),
                   .remedy = say("请核对日期")};
}

/// Whether a person may hold a role beside what they hold, hold yet, or replace somebody in.
verdict goes_with_what_is_held(asked const& q, std::string const& login, std::string const& role,
                               day from)
{
    for (auto const& one : q.file.appointments)
        if (one.login == login && (!one.until || *one.until >= from) &&
            q.file.entitled->exclude_each_other(one.role, role))
            return refusal{.rule = "JC-1",
                           .reason = say("{1}任{2}，不得同时任{3}", login, say("role." + one.role),
                                         say("role." + role)),
                           .remedy = say("请先结束原任职，或者任命其他人员")};
    return {};
}

} // namespace

verdict code_is_free::check(asked const& q, house::organ_added const& body)
{
    if (!is_code(body.code))
        return no_code(body.code);
    return find_organ(q.file, body.code) ? taken(body.code) : verdict();
}

verdict code_is_free::check(asked const& q, house::unit_added const& body)
{
    if (!is_code(body.code))
        return no_code(body.code);
    return find_unit(q.file, body.code) ? taken(body.code) : verdict();
}

verdict organ_is_known::check(asked const& q, house::organ_added const& body)
{
    return body.parent_organ ? known_organ(q, *body.parent_organ) : verdict();
}

verdict organ_is_known::check(asked const& q, house::unit_added const& body)
{
    return known_organ(q, body.organ);
}

verdict login_is_free::check(asked const& q, people::added const& body)
{
    if (!is_code(body.login))
        return no_code(body.login);
    return find_person(q.file, body.login) ? taken(body.login) : verdict();
}

verdict person_is_known::check(asked const& q, people::sign_in_barred const& body)
{
    return known_person(q, body.login);
}
verdict person_is_known::check(asked const& q, people::sign_in_restored const& body)
{
    return known_person(q, body.login);
}
verdict person_is_known::check(asked const& q, people::password_reset_ordered const& body)
{
    return known_person(q, body.login);
}
verdict person_is_known::check(asked const& q, appointments::made const& body)
{
    return known_person(q, body.login);
}
verdict person_is_known::check(asked const& q, appointments::handed_over const& body)
{
    auto found = known_person(q, body.login);
    found += known_person(q, body.successor);
    return found;
}

verdict concerns_another::check(asked const& q, people::sign_in_barred const& body)
{
    return not_oneself(q, body.login);
}
verdict concerns_another::check(asked const& q, people::sign_in_restored const& body)
{
    return not_oneself(q, body.login);
}
verdict concerns_another::check(asked const& q, people::password_reset_ordered const& body)
{
    return not_oneself(q, body.login);
}
verdict concerns_another::check(asked const& q, appointments::made const& body)
{
    return not_oneself(q, body.login);
}
verdict concerns_another::check(asked const& q, appointments::handed_over const& body)
{
    return not_oneself(q, body.successor);
}

verdict role_and_unit_are_known::check(asked const& q, appointments::made const& body)
{
    verdict found;
    if (!q.file.entitled->find(body.appointed_role))
        found += refusal{.rule = "JC-10",
                         .reason = say("没有名为{1}的岗位", body.appointed_role),
                         .remedy = say("请填写权限表中的岗位代码")};
    if (!find_unit(q.file, body.unit))
        found += refusal{.rule = "JC-10",
                         .reason = say("没有代码为{1}的单位", std::string(body.unit)),
                         .remedy = say("请先登记该单位")};
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

verdict roles_go_together::check(asked const& q, appointments::made const& body)
{
    return goes_with_what_is_held(q, body.login, body.appointed_role, body.from);
}

verdict roles_go_together::check(asked const& q, appointments::handed_over const& body)
{
    verdict found;
    for (auto const& one : q.file.appointments)
        if (one.login == body.login && !one.is_substitution() &&
            (!one.until || *one.until > body.last_day))
            found += goes_with_what_is_held(q, body.successor, one.role, body.last_day);
    return found;
}

verdict roles_go_together::check(asked const& q, substitutions::set const& body)
{
    auto const* seat = find_appointment(q.file, body.appointment);
    return seat ? goes_with_what_is_held(q, body.substitute, seat->role, body.from) : verdict();
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
