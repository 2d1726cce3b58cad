#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_REVIEW_CLOCK_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_REVIEW_CLOCK_HPP

#include "engine/limit.hpp"
#include "workflows/major_decision/dossier.hpp"

#include <optional>
#include <vector>

namespace workflows::major_decision {

/// The demand for a supplement that the sponsor has not answered: no paper or word came since, the
/// file was not returned, and the review did not go on without it. Null: nobody waits for any.
entered<legality_review::supplement_requested> const* awaited_supplement(dossier const& file);

/// The days on which the review clock stood still (GD21-34.2): from the file's stops, and from the
/// demands for a supplement since it was accepted.
std::vector<engine::pause> review_pauses(dossier const& file);

/// Working days of review so far: from the day after the complete file was received to today, stops
/// left out. 0 before acceptance.
long long review_days_used(dossier const& file, engine::working_days const& days, day today);

/// The day on which the least time of the review is over, if no further stop comes; nothing before
/// acceptance or where no least time is known.
std::optional<day> review_least_ends(dossier const& file, engine::rules const& law,
                                     engine::working_days const& days, day today);

/// Working days within which the opinion is due, extension included; nothing where the place has no
/// such limit.
std::optional<long long> review_longest(dossier const& file, engine::rules const& law);

/// What is asked of the limits that run from the experts' papers to the office's check: least and
/// longest review, the advisers' answers, supplement, experts' study, the office. Empty where
/// nothing runs or has run.
std::vector<engine::limit_terms> review_limits(dossier const& file, engine::rules const& law);

} // namespace workflows::major_decision

#endif
