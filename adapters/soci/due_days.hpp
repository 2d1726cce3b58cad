#ifndef JUECE_ADAPTERS_SOCI_DUE_DAYS_HPP
#define JUECE_ADAPTERS_SOCI_DUE_DAYS_HPP

#include "adapters/soci/database.hpp"
#include "engine/desk.hpp"

#include <optional>

namespace adapters::soci {

/// What another holiday list did to the limits of waiting tasks.
struct moved_limits {
    long long cases = 0; ///< with waiting tasks, all looked at
    long long tasks = 0; ///< whose day or limit moved
};

/// Reckons the limits of all waiting tasks anew when the calendar is not the one by which they were
/// reckoned, and notes that in calendar_in_force. Nothing when it is the same. A record that was
/// never reckoned comes from an older program: everything that is derived is written anew.
std::optional<moved_limits> follow_calendar(database& at, engine::law_in_force law,
                                            engine::instant now);

} // namespace adapters::soci

#endif
