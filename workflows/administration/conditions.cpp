#include "workflows/administration/known.hpp"

#include <algorithm>
#include <cctype>

// Conditions on organs, units, people and settings.

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

/// Names that differ in the case of letters only are taken for each other.
bool is_read_alike(std::string_view one, std::string_view other)
{
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) ==
               std::tolower(static_cast<unsigned char>(b));
    });
}

verdict is_below(asked const& q, house::organ_level level, std::string const& above)
{
    auto const* one = find_organ(q.file, above);
    if (!one || one->level < level)
        return {};
    auto const words = [](house::organ_level of) {
        return say("choice.organ_level." + std::string(engine::name_of(of)));
    };
    return refusal{.rule = "JC-10",
                   .reason =
                       say("{1}机关不能隶属于{2}的{3}", words(level), words(one->level), one->name),
                   .remedy = say("请核对级别和上级机关")};
}

verdict known_rule_pack(asked const& q, std::string const& name)
{
    if (q.file.places->contains(name))
        return {};
    return refusal{.rule = "JC-10",
                   .reason = say("没有名为{1}的规则包", name),
                   .remedy = say("请填写已有规则包的名称，见“规则包”页面")};
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
verdict organ_is_known::check(asked const& q, house::organ_renamed const& body)
{
    return known_organ(q, body.organ);
}
verdict organ_is_known::check(asked const& q, house::organ_moved const& body)
{
    auto found = known_organ(q, body.organ);
    if (body.parent_organ)
        found += known_organ(q, *body.parent_organ);
    return found;
}
verdict organ_is_known::check(asked const& q, house::organ_closed const& body)
{
    return known_organ(q, body.organ);
}
verdict organ_is_known::check(asked const& q, house::unit_added const& body)
{
    return known_organ(q, body.organ);
}

verdict stands_under_a_higher_level::check(asked const& q, house::organ_added const& body)
{
    return is_below(q, body.organ_level_is, body.parent_organ.value_or(""));
}
verdict stands_under_a_higher_level::check(asked const& q, house::organ_moved const& body)
{
    auto const* one = find_organ(q.file, body.organ);
    return one ? is_below(q, one->level, body.parent_organ.value_or("")) : verdict();
}

verdict rule_pack_is_known::check(asked const& q, house::organ_added const& body)
{
    return known_rule_pack(q, body.rule_place);
}
verdict rule_pack_is_known::check(asked const& q, house::organ_moved const& body)
{
    return body.new_rule_place ? known_rule_pack(q, *body.new_rule_place) : verdict();
}

verdict unit_is_known::check(asked const& q, house::unit_renamed const& body)
{
    return known_unit(q, body.unit);
}
verdict unit_is_known::check(asked const& q, house::unit_closed const& body)
{
    return known_unit(q, body.unit);
}

verdict nothing_is_left_in_it::check(asked const& q, house::organ_closed const& body)
{
    auto const stays = [&](auto const& one, std::string const& above) {
        return !one.closed_on && above == body.organ;
    };
    verdict found;
    for (auto const& one : q.file.units)
        if (stays(one, one.organ))
            found += refusal{.rule = "JC-10",
                             .reason = say("{1}尚未撤销", one.name),
                             .remedy = say("请先撤销所属单位")};
    for (auto const& one : q.file.organs)
        if (stays(one, one.parent))
            found += refusal{.rule = "JC-10",
                             .reason = say("{1}仍隶属于该机关", one.name),
                             .remedy = say("请先变更其隶属关系")};
    return found;
}
verdict nothing_is_left_in_it::check(asked const& q, house::unit_closed const& body)
{
    verdict found;
    for (auto const& one : q.file.appointments)
        if (one.unit == body.unit && one.holds_between(q.today + std::chrono::days(1), {}))
            found += refusal{.rule = "JC-10",
                             .reason = say("{1}仍在该单位任{2}", name_of_person(q, one.login),
                                           say("role." + one.role)),
                             .remedy =
                                 say("请先结束该单位人员的任职；尚有未办结案卷的，办结以后再撤销")};
    return found;
}

verdict login_is_free::check(asked const& q, people::added const& body)
{
    if (!is_code(body.login))
        return no_code(body.login);
    auto const& people = q.file.people;
    auto const alike = std::find_if(people.begin(), people.end(), [&](auto const& one) {
        return is_read_alike(one.login, body.login);
    });
    if (alike == people.end())
        return {};
    if (alike->login == body.login)
        return taken(body.login);
    return refusal{.rule = "JC-10",
                   .reason =
                       say("登录名{1}与已有的{2}只有字母大小写不同", body.login, alike->login),
                   .remedy = say("请另取一个")};
}

verdict person_is_known::check(asked const& q, people::name_corrected const& body)
{
    return known_person(q, body.login);
}
verdict person_is_known::check(asked const& q, people::link_handed_out const& body)
{
    return known_person(q, body.login);
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

verdict concerns_another::check(asked const& q, people::name_corrected const& body)
{
    return not_oneself(q, body.login);
}
verdict concerns_another::check(asked const& q, people::link_handed_out const& body)
{
    return not_oneself(q, body.login);
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
verdict concerns_another::check(asked const& q, appointments::ended const& body)
{
    auto const* one = find_appointment(q.file, body.appointment);
    return one ? not_oneself(q, one->login) : verdict();
}
verdict concerns_another::check(asked const& q, appointments::handed_over const& body)
{
    auto found = not_oneself(q, body.login);
    if (body.successor != body.login)
        found += not_oneself(q, body.successor);
    return found;
}

verdict ordered_by_another::check(asked const& q, people::link_handed_out const& body)
{
    auto const* one = find_person(q.file, body.login);
    auto const ordered = one ? one->ordered_by.value : 0;
    if (ordered == 0 || (ordered != q.by.person.value && ordered != q.by.represents.value))
        return {};
    return refusal{.rule = "JC-22",
                   .reason =
                       say("{1}登记或者责令重设了这个账号，不能又发放它的登录链接", q.by.name),
                   .remedy = say("请由另一名安全管理员发放"),
                   .about_role = true};
}

verdict may_sign_in_now::check(asked const& q, people::link_handed_out const& body)
{
    auto const* one = find_person(q.file, body.login);
    if (!one || one->may_sign_in)
        return {};
    return refusal{.rule = "JC-22",
                   .reason = say("{1}的账号已停用", one->name),
                   .remedy = say("请先恢复账号")};
}

verdict entered_at_the_machine::check(asked const& q)
{
    if (q.by.person.value == 0 && !q.by.name.empty())
        return {};
    return refusal{.rule = "JC-23",
                   .reason = say("系统所依据的设置由服务器自行登记"),
                   .remedy = say("请在服务器上修改设置；修改生效时自动登记"),
                   .about_role = true};
}

} // namespace workflows::administration
