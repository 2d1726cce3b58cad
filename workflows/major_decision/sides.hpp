#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_SIDES_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_SIDES_HPP

#include "engine/act.hpp"

#include <string_view>

// The sides of a decision as sets of acts, named once (JC-1): who prepares it does not review it,
// and who reviewed it does not decide on it. README.md tells what stands on which side, and why the
// rest stands on none.

namespace workflows::major_decision {

struct dossier;

enum class side { none, sponsor, review, decision };

/// The side on which an act of that kind is done.
side side_of(std::string_view kind);

bool is_of_sponsor_side(std::string_view kind);

/// What the reviewer and the market regulator say of the matter, and its legal advisers.
bool is_of_review_side(std::string_view kind);

/// Of the review of legality what is not the adviser's own.
bool handles_review(std::string_view kind);

/// As is_of_review_side; the opinion of the sponsor's own legal unit too.
bool examines(std::string_view kind);

/// The argument of experts and the assessment of risks (R713-36.2).
bool assesses(std::string_view kind);

/// True if somebody, or whoever they act for, had a part in an act of such a kind: they did it, or
/// it was done in their place; a colleague asked them to prepare it and they answered (委派); they
/// opened or agreed the sheet on which their own unit prepared it (会签); or the opinion names them
/// as its author. Whoever only had a copy, was consulted or signed for another unit had none.
bool had_part_in(dossier const& file, engine::actor const& who, bool (*is_meant)(std::string_view));

/// True if somebody, or whoever they act for, registered the draft or brought papers for it.
bool has_drafted(dossier const& file, engine::actor const& who);

} // namespace workflows::major_decision

#endif
