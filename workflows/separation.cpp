#include "workflows/separation.hpp"

#include <algorithm>

namespace workflows {

void note(std::vector<engine::person_id>& people, engine::actor const& by)
{
    for (auto const person : {by.person, by.represents})
        if (person.value != 0)
            people.push_back(person);
}

bool is_one_of(std::vector<engine::person_id> const& people, engine::actor const& by)
{
    return std::any_of(people.begin(), people.end(), [&](engine::person_id person) {
        return person.value != 0 && (person == by.person || person == by.represents);
    });
}

} // namespace workflows
