#include "workflows/administration/known.hpp"

namespace workflows::administration {
namespace {

using engine::refusal;
using engine::say;

verdict no_organ(std::string const& code)
{
    return refusal{.rule = "JC-10",
                   .reason = say("没有代码为{1}的机关", code),
                   .remedy = say("请先登记该机关")};
}

verdict is_closed(std::string const& name, day on)
{
    return refusal{.rule = "JC-10",
                   .reason = say("{1}已于{2}撤销", name, on),
                   .remedy = say("请另选机关或者单位")};
}

} // namespace

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
    auto const* one = find_organ(q.file, code);
    if (!one)
        return no_organ(code);
    return one->closed_on ? is_closed(one->name, *one->closed_on) : verdict();
}

verdict known_unit(asked const& q, std::string const& code)
{
    auto const* one = find_unit(q.file, code);
    if (one)
        return one->closed_on ? is_closed(one->name, *one->closed_on) : verdict();
    return refusal{.rule = "JC-10",
                   .reason = say("没有代码为{1}的单位", code),
                   .remedy = say("请先登记该单位")};
}

std::string name_of_person(asked const& q, std::string const& login)
{
    auto const* one = find_person(q.file, login);
    return one ? one->name : login;
}

} // namespace workflows::administration
