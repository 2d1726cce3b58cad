#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_AWAITED_PEOPLE_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_AWAITED_PEOPLE_HPP

#include "engine/offer.hpp"

#include <string_view>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// For whom by name the task of a seat waits: to whom it was handed, the advisers who were asked
/// and are silent, or the deputy to whom the office sent the submission. Nobody: it waits for
/// whoever holds the seat. The part of a procedure named `named_for`.
std::vector<engine::person_id> awaited_people(dossier const& file, std::string_view kind,
                                              engine::seat const& from);

} // namespace workflows::major_decision

#endif
