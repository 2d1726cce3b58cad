#ifndef JUECE_WORKFLOWS_SHARED_CONDITIONS_HPP
#define JUECE_WORKFLOWS_SHARED_CONDITIONS_HPP

#include "engine/body.hpp"
#include "engine/refusal.hpp"
#include "engine/rule_pack.hpp"
#include "workflows/major_decision/fair_competition.hpp"

#include <optional>
#include <string>
#include <vector>

// What several procedures ask alike. Each takes what it judges and knows no file, so that the
// conditions of a procedure name their rule and their numbers and leave the judging to these.

namespace workflows {

/// What happened outside carries its own day; it is never in the future (JC-3).
engine::verdict not_in_future(engine::day today, engine::day when);

/// More than the pack's share of those entitled is present (JC-7); without a known share, a word.
engine::verdict quorum_is_met(engine::rules const& law, long long entitled, long long present);

/// As many experts as the place generally asks, if it asks for any; fewer with a recorded reason.
engine::verdict experts_are_enough(long long chosen, std::optional<long long> least,
                                   engine::rule_id rule,
                                   std::optional<engine::prose> const& few_reason);

/// An exception from fair competition needs its ground (NORM-20).
engine::verdict exception_has_ground(major_decision::fair_competition::competition_outcome outcome,
                                     std::optional<std::string> const& ground);

/// Operators and associations are heard on competition; the public too where its interest is
/// touched (NORM-20). `bound`: the law of the day demands it; otherwise it is worth a word.
engine::verdict
operators_were_heard(std::vector<major_decision::fair_competition::consulted> const& heard,
                     bool touches_public_interest, bool bound);

} // namespace workflows

#endif
