#include "workflows/attempt.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace workflows {
namespace {

std::optional<barrier> barrier_of(engine::refusal const& ground)
{
    // JC-11 of a substitution that one of its sides sets is about separation, its days are not.
    if (ground.rule == "JC-1" || (ground.rule == "JC-11" && ground.about_role))
        return barrier::separation;
    static constexpr std::string_view of_secrecy[] = {"JC-8", "JC-17", "JC-18", "JC-19"};
    if (std::find(std::begin(of_secrecy), std::end(of_secrecy), ground.rule) !=
        std::end(of_secrecy))
        return barrier::secrecy;
    if (ground.about_role)
        return barrier::role;
    return {};
}

} // namespace

std::optional<attempt> attempt_in(std::vector<engine::refusal> const& grounds)
{
    std::optional<attempt> found;
    for (auto const& ground : grounds) {
        auto const against = barrier_of(ground);
        if (!against)
            continue;
        if (!found)
            found = attempt{*against, {}};
        found->against = std::min(found->against, *against);
        auto& rules = found->rules;
        if (std::find(rules.begin(), rules.end(), ground.rule) == rules.end())
            rules.push_back(ground.rule);
    }
    return found;
}

} // namespace workflows
