#ifndef JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_PUBLIC_MATTER_HPP
#define JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_PUBLIC_MATTER_HPP

#include "workflows/major_decision/public_matter.hpp"

#include <optional>
#include <vector>

// What anybody may know of a normative document in the making, in the form that a decision has:
// from the day on which its draft is laid before the public, or a hearing on it announced.

namespace workflows::normative_document {

/// The notice of an open draft, and of what was made of the opinions on it; nothing for every other
/// act.
std::optional<major_decision::public_notice> notice_of(engine::act const& what);

/// Nothing while no draft was laid before the public and no hearing announced, and nothing of one
/// that is lawfully kept from it (NORM-7).
std::optional<major_decision::public_matter> public_matter_of(std::vector<engine::act> const& acts,
                                                              engine::working_days const& days);

} // namespace workflows::normative_document

#endif
