#ifndef JUECE_WORKFLOWS_PUBLIC_MATTERS_HPP
#define JUECE_WORKFLOWS_PUBLIC_MATTERS_HPP

#include "workflows/major_decision/public_matter.hpp"

#include <optional>
#include <vector>

// What anybody may know of a case, whichever procedure it is of.

namespace workflows {

/// Nothing for an act that publishes nothing.
std::optional<major_decision::public_notice> public_notice_of(engine::act const& what);

/// Nothing while no act made the case public, and nothing where it is lawfully kept from the
/// public.
std::optional<major_decision::public_matter> public_matter_of(std::vector<engine::act> const& acts,
                                                              engine::working_days const& days);

} // namespace workflows

#endif
