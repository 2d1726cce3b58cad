#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_OPEN_DISAGREEMENT_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_OPEN_DISAGREEMENT_HPP

#include "engine/procedure.hpp"

#include <string>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// The units that are against the draft as matters stand: those that said so when they were
/// consulted and were not won over since (R713-13.2), and those whose last word on the sheets of
/// this version is no. For whoever decides on the matter to know before they do.
struct open_disagreement {
    std::vector<std::string> units; ///< each once
    long long act = 0; ///< where it is read: the statement to the organ, else what was said last
};

open_disagreement disagreement_on(dossier const& file);

/// Nobody is against a file of another procedure.
open_disagreement disagreement_on(engine::procedure const& of);

} // namespace workflows::major_decision

#endif
