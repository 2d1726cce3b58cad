#include "web/handlers/seat_holders.hpp"

#include <algorithm>

namespace web::handlers {

using engine::say;

std::string joined_names(visit const& v, std::vector<std::string> const& all)
{
    std::string words;
    for (auto const& one : all)
        words += (words.empty() ? "" : v.words.code() == "zh" ? "、" : ", ") + one;
    return words;
}

std::string with_holders(visit const& v, std::string const& seat, std::vector<std::string> names)
{
    if (names.empty())
        return v.words(say("{1}（现在没有可以办理的人员）", seat));
    auto const more = names.size() > most_holders;
    names.resize(std::min(names.size(), most_holders));
    auto said = joined_names(v, names);
    return v.words(more ? say("{1}（{2}等）", seat, said) : say("{1}（{2}）", seat, said));
}

std::string organ_of(visit const& v, std::string const& unit)
{
    for (auto const all_units = v.house.units(); auto const& one : *all_units)
        if (one.code == unit)
            return one.organ;
    return {};
}

std::vector<std::string> holders_of(visit const& v, engine::seat const& place,
                                    std::string const& organ)
{
    std::vector<std::string> names;
    auto const people = v.house.people(v.today());
    for (auto const& one : *people) {
        bool const is_elsewhere = place.unit.empty() && !one.organ.empty() && one.organ != organ;
        if (names.size() > most_holders || is_elsewhere || !engine::is_held_by(place, one))
            continue;
        if (std::find(names.begin(), names.end(), one.name) == names.end())
            names.push_back(one.name);
    }
    return names;
}

} // namespace web::handlers
