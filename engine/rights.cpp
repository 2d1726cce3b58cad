#include "engine/rights.hpp"

#include "engine/procedure.hpp"

#include <algorithm>

namespace engine {
namespace {

constexpr std::string_view every_role = "*";
constexpr std::string_view every_family = "*";

bool fits(std::string_view pattern, std::string_view name)
{
    if (pattern.ends_with('*'))
        return name.starts_with(pattern.substr(0, pattern.size() - 1));
    return pattern == name;
}

bool holds(std::vector<std::string> const& sorted, std::string const& one)
{
    return std::binary_search(sorted.begin(), sorted.end(), one);
}

} // namespace

std::optional<text> rights::add(role one)
{
    if (one.code.empty() || one.group.empty())
        return say("岗位须有代码和所属组别");
    if (find(one.code))
        return say("岗位{1}出现两次", one.code);
    by_role_.emplace(one.code, std::vector<std::size_t>());
    roles_.push_back(std::move(one));
    return {};
}

std::optional<text> rights::add(right one)
{
    if (one.roles.empty() || one.pattern.empty())
        return say("权限须写明岗位和对象");
    if (one.to == sphere::page && one.where != relation::any)
        return say("页面的权限不分与案卷的关系，应写any");
    if (one.to == sphere::family && one.where != relation::any && one.where != relation::open)
        return say("案卷种类的权限只能写any或open");
    if (one.to == sphere::act && one.where == relation::open)
        return say("办理的权限不能写open");
    for (auto const& code : one.roles)
        if (code != every_role && !find(code))
            return say("没有名为{1}的岗位", code);
    for (auto& of_role : by_role_)
        if (std::any_of(one.roles.begin(), one.roles.end(), [&](auto const& code) {
                return code == every_role || code == of_role.first;
            }))
            of_role.second.push_back(rows_.size());
    rows_.push_back(std::move(one));
    return {};
}

role const* rights::find(std::string_view code) const
{
    auto const found = std::find_if(roles_.begin(), roles_.end(),
                                    [&](role const& one) { return one.code == code; });
    return found == roles_.end() ? nullptr : &*found;
}

confidentiality rights::sees_up_to(std::string_view code) const
{
    if (!is_restricted_)
        return confidentiality::administration;
    auto const* known = find(code);
    return known ? known->sees_up_to : confidentiality::open;
}

families_known rights::families_of(std::string_view code) const
{
    families_known found{.all = !is_restricted_};
    auto const rows = by_role_.find(code);
    if (found.all || rows == by_role_.end())
        return found;
    for (auto const at : rows->second) {
        auto const& one = rows_[at];
        if (one.to != sphere::family)
            continue;
        if (one.where == relation::open)
            found.when_open.push_back(one.pattern);
        else if (one.pattern == every_family)
            found.all = true;
        else
            found.whole.push_back(one.pattern);
    }
    return found;
}

clearance rights::seeing(actor const& who, std::optional<confidentiality> cleared_to) const
{
    auto const by_role = sees_up_to(who.role);
    auto const up_to = std::max(by_role, cleared_to.value_or(by_role));
    auto const* known = find(who.role);
    auto const sees_all = !is_restricted_ || (known && known->sees_secret == secret_reach::all);
    auto made = sees_all ? clearance(up_to, who.person) : clearance::by_part(up_to, who);
    return made.know_only(families_of(who.role), who).stay_in_organ(who);
}

bool rights::exclude_each_other(std::string_view one, std::string_view other) const
{
    auto const* a = find(one);
    auto const* b = find(other);
    return a && b && a->group != b->group;
}

template <class Holds>
bool rights::any_row(std::string_view role, Holds holds) const
{
    if (!is_restricted_)
        return true;
    auto const rows = by_role_.find(role);
    return rows != by_role_.end() && std::any_of(rows->second.begin(), rows->second.end(),
                                                 [&](std::size_t at) { return holds(rows_[at]); });
}

bool rights::may_ask_for(std::string_view role, std::string_view method,
                         std::string_view pattern) const
{
    auto const asked = std::string(method) + ' ' + std::string(pattern);
    return any_row(
        role, [&](right const& one) { return one.to == sphere::page && fits(one.pattern, asked); });
}

bool rights::may_act(actor const& who, std::string_view kind, case_summary const* on) const
{
    return allows(who.role, kind,
                  {.in_organ = !who.is_elsewhere,
                   .as_sponsor = on && on->unit == who.unit,
                   .as_concerned = on && holds(on->concerned, who.unit)});
}

bool rights::may_act(std::string_view role, std::string_view kind, bool as_sponsor,
                     bool as_concerned) const
{
    return allows(role, kind,
                  {.in_organ = true, .as_sponsor = as_sponsor, .as_concerned = as_concerned});
}

bool rights::allows(std::string_view role, std::string_view kind, standing at) const
{
    return any_row(role, [&](right const& one) {
        if (one.to != sphere::act || !fits(one.pattern, kind))
            return false;
        switch (one.where) {
        case relation::any:
            return at.in_organ;
        case relation::sponsor:
            return at.as_sponsor;
        case relation::concerned:
            return at.as_concerned;
        case relation::open:
            break;
        }
        return false;
    });
}

rights const& rights::unrestricted()
{
    static rights const all = [] {
        rights made;
        made.is_restricted_ = false;
        return made;
    }();
    return all;
}

} // namespace engine
