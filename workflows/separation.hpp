#ifndef JUECE_WORKFLOWS_SEPARATION_HPP
#define JUECE_WORKFLOWS_SEPARATION_HPP

#include "engine/act.hpp"

#include <vector>

namespace workflows {

/// Notes who acts and whose place they take, for separation of duties (JC-1).
void note(std::vector<engine::person_id>& people, engine::actor const& by);

/// True for the person who acts, or whose place they take.
bool is_one_of(std::vector<engine::person_id> const& people, engine::actor const& by);

} // namespace workflows

#endif
