#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_SENT_BACK_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_SENT_BACK_HPP

#include "engine/procedure.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace workflows::major_decision {

struct dossier;

/// Who sent the last submission back to the sponsor, and why (GD21-38.1); for whoever submits again
/// to know it.
struct sent_back {
    std::string_view kind; ///< of the act
    std::string reason;
    engine::day on;
    long long act = 0;
};

/// Nothing while the submission is on its way, or where only a new draft threw it back.
std::optional<sent_back> submission_sent_back(dossier const& file);

/// The last time that an earlier submission came back, while it is on its way again: for the office
/// and the leaders to know what was asked for.
std::optional<sent_back> earlier_submission_sent_back(dossier const& file);

/// A file of another procedure has no submission.
std::optional<sent_back> submission_sent_back(engine::procedure const& of);
std::optional<sent_back> earlier_submission_sent_back(engine::procedure const& of);

} // namespace workflows::major_decision

#endif
