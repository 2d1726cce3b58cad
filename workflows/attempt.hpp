#ifndef JUECE_WORKFLOWS_ATTEMPT_HPP
#define JUECE_WORKFLOWS_ATTEMPT_HPP

#include "engine/body.hpp"
#include "engine/refusal.hpp"

#include <optional>
#include <vector>

namespace workflows {

/// What keeps people apart from each other's work and papers. No choice in a form: the audit log
/// has its words, "audit.reason.<name>".
enum class barrier { separation, secrecy, role };
BOOST_DESCRIBE_ENUM(barrier, separation, secrecy, role)

/// A refused act that is more than an incomplete form: it would have passed a barrier.
struct attempt {
    barrier against = barrier::role;
    std::vector<engine::rule_id> rules; ///< of the grounds that say so, each once
};

/// Nothing where the grounds are about the file alone. Separation of duties comes before secrecy,
/// and both before the role.
std::optional<attempt> attempt_in(std::vector<engine::refusal> const& grounds);

} // namespace workflows

#endif
