#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_OPEN_CHANGES_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_OPEN_CHANGES_HPP

#include "engine/procedure.hpp"

#include <optional>
#include <string>

namespace workflows::major_decision {

struct dossier;

/// What the last meeting ordered to be changed when it adopted the draft in principle, as long as
/// the head has not found it made (R713-30.2). For everybody who acts on it to know what it is.
struct open_changes {
    std::string ordered;
    engine::day met_on;
    long long meeting = 0;   ///< the act that records it
    long long discussed = 0; ///< the version that the meeting had before it
    long long current = 0;   ///< the version that is proposed now
    std::string sent_back;   ///< why the head found them not made last; empty: never did
    std::string account;     ///< how they were made, as the sponsor says; empty: not told yet
};

std::optional<open_changes> changes_open_on(dossier const& file);

/// Nothing is to be changed in a file of another procedure.
std::optional<open_changes> changes_open_on(engine::procedure const& of);

} // namespace workflows::major_decision

#endif
