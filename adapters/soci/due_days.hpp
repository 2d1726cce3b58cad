#ifndef JUECE_ADAPTERS_SOCI_DUE_DAYS_HPP
#define JUECE_ADAPTERS_SOCI_DUE_DAYS_HPP

#include "adapters/soci/database.hpp"
#include "engine/desk.hpp"

#include <optional>

namespace adapters::soci {

/// What another law did to waiting tasks.
struct moved_limits {
    long long cases = 0; ///< with waiting tasks, all looked at
    long long tasks = 0; ///< whose day or limit moved
};

/// Makes waiting tasks those of the law in force, and notes that in calendar_in_force; nothing when
/// they are. Under another holiday list their limits are reckoned anew; under another edition of
/// the law (engine/law_edition.hpp), and in a record that was never reckoned, everything that is
/// derived is written anew.
std::optional<moved_limits> follow_law(database& at, engine::law_in_force law, engine::instant now);

} // namespace adapters::soci

#endif
