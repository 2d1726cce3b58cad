#ifndef JUECE_ADAPTERS_SOCI_SERVED_NOTICES_HPP
#define JUECE_ADAPTERS_SOCI_SERVED_NOTICES_HPP

#include <string>

// When a notice of a task has served. The acts say so at once; the outbox, which comes to an act a
// little later, marks it as read.

namespace adapters::soci {

/// The condition that a notice, by the name of its table, is of a task that waits no more.
std::string is_over(std::string const& notice);

/// That it is over, or that whoever was told has done it meanwhile, though it goes on waiting.
std::string has_served(std::string const& notice);

/// That its task was done since, by whomever; or that whoever was told did something else of the
/// same chapter, which may stand instead.
std::string was_done(std::string const& notice);

} // namespace adapters::soci

#endif
