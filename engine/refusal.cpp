#include "engine/refusal.hpp"

#include <algorithm>
#include <iterator>

namespace engine {

verdict& verdict::operator+=(verdict&& more)
{
    // Two conditions may lack the same thing; a person wants to read it once.
    for (auto& one : more.refusals)
        if (std::find(refusals.begin(), refusals.end(), one) == refusals.end())
            refusals.push_back(std::move(one));
    std::move(more.remarks.begin(), more.remarks.end(), std::back_inserter(remarks));
    return *this;
}

bool only_about_role(std::vector<refusal> const& refusals)
{
    return !refusals.empty() && std::all_of(refusals.begin(), refusals.end(),
                                            [](refusal const& r) { return r.about_role; });
}

std::optional<day> opens_on(std::vector<refusal> const& refusals)
{
    std::optional<day> latest;
    for (auto const& r : refusals) {
        if (!r.opens_on)
            return {};
        latest = latest ? std::max(*latest, *r.opens_on) : *r.opens_on;
    }
    return latest;
}

} // namespace engine
