#ifndef JUECE_ENGINE_LAW_EDITION_HPP
#define JUECE_ENGINE_LAW_EDITION_HPP

#include "engine/desk.hpp"

#include <string>

namespace engine {

/// SHA-256 over what decides which tasks follow from acts: the clauses of all shapes, the numbers
/// of all packs, and who may enter which act; the calendar has a fingerprint of its own. A record
/// derived under another edition is derived anew. What a condition does inside is not in it:
/// whoever changes that alone empties calendar_in_force in a migration.
std::string law_edition(law_in_force const& law);

} // namespace engine

#endif
