#include "workflows/major_decision/awaited_people.hpp"

#include "workflows/major_decision/advisers.hpp"
#include "workflows/major_decision/circulation.hpp"

#include <algorithm>

namespace workflows::major_decision {
namespace {

/// Nobody where one of them is known by name alone: then it waits for all who advise.
std::vector<engine::person_id> advisers_by_number(dossier const& file)
{
    std::vector<engine::person_id> all;
    for (auto const& one : legality_review::advisers_awaited(file)) {
        if (one.id.value == 0)
            return {};
        if (std::find(all.begin(), all.end(), one.id) == all.end())
            all.push_back(one.id);
    }
    return all;
}

} // namespace

std::vector<engine::person_id> awaited_people(dossier const& file, std::string_view kind,
                                              engine::seat const& from)
{
    if (auto const receiver = handed_to(file, kind, from); receiver.value != 0)
        return {receiver};
    if (kind == legality_review::adviser_opined::kind)
        return advisers_by_number(file);
    if (kind == submission::deputy_approved::kind && file.submission.deputy)
        return {*file.submission.deputy};
    return {};
}

} // namespace workflows::major_decision
