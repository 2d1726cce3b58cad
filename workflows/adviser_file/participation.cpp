#include "workflows/adviser_file/participation.hpp"

#include "workflows/body_on_file.hpp"
#include "workflows/legal_matter/advice.hpp"
#include "workflows/legal_matter/handling.hpp"
#include "workflows/legal_matter/outcome.hpp"
#include "workflows/major_decision/legality_review.hpp"

#include <algorithm>

namespace workflows::adviser_file {
namespace {

std::vector<participation> each(std::vector<std::string> names, char const* part, engine::day on)
{
    std::vector<participation> all;
    for (auto& name : names)
        all.push_back({std::move(name), part, engine::year_of(on)});
    return all;
}

bool is_opinion(std::string_view kind)
{
    return kind == legal_matter::advice::opined::kind ||
           kind == major_decision::legality_review::adviser_opined::kind;
}

} // namespace

std::vector<std::string> names_in(std::string_view list)
{
    constexpr std::string_view separators[] = {"、", "，", "；", ",", ";", "/", " ", "　"};
    std::vector<std::string> names;
    auto const add = [&](std::string_view name) {
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
            names.emplace_back(name);
    };
    while (!list.empty()) {
        auto end = list.size();
        std::size_t length = 0;
        for (auto const separator : separators)
            if (auto const at = list.find(separator); at < end) {
                end = at;
                length = separator.size();
            }
        add(list.substr(0, end));
        list.remove_prefix(std::min(end + length, list.size()));
    }
    return names;
}

std::vector<participation> participations_in(engine::act const& what)
{
    using namespace legal_matter;
    if (is_opinion(what.kind) && what.by.role == "legal_adviser")
        return each({what.by.name}, "opinion", what.counts_on());
    if (what.kind == outcome::appeared::kind) {
        auto const body = body_on_file<outcome::appeared>(what);
        return each(names_in(body.counsel_present.value_or("")), "appearance", body.appeared_on);
    }
    if (what.kind == handling::told_afterwards::kind) {
        auto const body = body_on_file<handling::told_afterwards>(what);
        return each(names_in(body.counsel.value_or("")), "told", body.closed_on);
    }
    return {};
}

} // namespace workflows::adviser_file
