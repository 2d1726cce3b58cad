#include "engine/act.hpp"

#include <algorithm>

namespace engine {

bool actor::stands_for(person_id named) const
{
    return named == person || (represents.value != 0 && named == represents) ||
           std::find(succeeds.begin(), succeeds.end(), named) != succeeds.end();
}

} // namespace engine
