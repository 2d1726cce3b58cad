#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_SIDES_TO_HEAR_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_SIDES_TO_HEAR_HPP

#include "engine/procedure.hpp"
#include "workflows/major_decision/participation.hpp"

#include <vector>

namespace workflows::major_decision {

struct dossier;

/// People whom the law wants heard on a matter beside the public (R713-14.3, GD21-15.3).
struct side_to_hear {
    enum class who { special_groups, enterprises, trade_associations };
    who of;
    engine::rule_id rule;
    long long heard = 0; ///< how often on what still is the draft: at an activity, or by an opinion
};

/// Whom the assessment says this matter touches. Empty before there is one.
std::vector<side_to_hear> sides_to_hear(dossier const& file, engine::rules const& law);
/// The same for the pages; empty for other procedures.
std::vector<side_to_hear> sides_to_hear(engine::procedure const& of,
                                        engine::circumstances const& now);

/// The special groups of the assessment, in a row of words.
engine::text special_groups_of(dossier const& file);
/// Who that is on this case: "老年人的人民团体、社会组织或者群众代表".
engine::text words_of(side_to_hear const& one, engine::procedure const& of);

} // namespace workflows::major_decision

#endif
