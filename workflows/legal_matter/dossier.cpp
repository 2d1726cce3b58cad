#include "workflows/legal_matter/dossier.hpp"

#include <algorithm>

namespace workflows::legal_matter {
namespace {

void note(std::vector<engine::person_id>& people, engine::actor const& by)
{
    for (auto const person : {by.person, by.represents})
        if (person.value != 0)
            people.push_back(person);
}

} // namespace

void remember(dossier& file, engine::act const& what)
{
    // The legal office may register what it was told by telephone, and then handle it.
    if (what.kind == registration::registered::kind ? what.by.role != "reviewer"
                                                    : what.kind == handling::round_sent::kind)
        note(file.askers, what.by);
    if (what.kind == advice::opined::kind && what.by.role == "legal_adviser")
        note(file.advisers, what.by);
}

bool is_one_of(std::vector<engine::person_id> const& people, engine::actor const& by)
{
    return std::any_of(people.begin(), people.end(), [&](engine::person_id person) {
        return person == by.person || person == by.represents;
    });
}

} // namespace workflows::legal_matter
