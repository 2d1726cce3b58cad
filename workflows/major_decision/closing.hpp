#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_CLOSING_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_CLOSING_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "workflows/major_decision/entered.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// The other ends of a procedure: termination, withdrawal, expiry.
namespace closing {

enum class termination_ground {
    basis_gone,
    matter_settled_otherwise,
    uncontrollable_risk,
    unlawful_matter,
    rejected_by_meeting,
    other_ground
};
JUECE_CHOICE(termination_ground, basis_gone, matter_settled_otherwise, uncontrollable_risk,
             unlawful_matter, rejected_by_meeting, other_ground)

struct withdrawal_requested {
    static constexpr std::string_view kind = "closing.withdrawal_requested";
    prose reason;
};
BOOST_DESCRIBE_STRUCT(withdrawal_requested, (), (reason))

struct withdrawn {
    static constexpr std::string_view kind = "closing.withdrawn";
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(withdrawn, (), (remarks))

struct terminated {
    static constexpr std::string_view kind = "closing.terminated";
    termination_ground ground;
    prose reason;
    day decided_on;
};
BOOST_DESCRIBE_STRUCT(terminated, (), (ground, reason, decided_on))

struct withdrawal_declined {
    static constexpr std::string_view kind = "closing.withdrawal_declined";
    prose reason;
};
BOOST_DESCRIBE_STRUCT(withdrawal_declined, (), (reason))

/// A postponed matter lapses after the time that the place's rules set.
struct expired {
    static constexpr std::string_view kind = "closing.expired";
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(expired, (), (remarks))

/// What the chapter leaves on file.
struct facts {
    std::optional<entered<withdrawal_requested>> request;
    std::optional<entered<withdrawal_declined>> withdrawal_refusal;
    std::optional<entered<withdrawn>> withdrawal;
    std::optional<entered<terminated>> termination;
    std::optional<entered<expired>> expiry;
};

} // namespace closing

std::unique_ptr<engine::chapter<dossier>> make_closing();

// ---- closing_standing.cpp

/// The procedure ended before a decision: not started, not applicable, withdrawn, terminated,
/// expired or rejected. Only the archive is open then.
bool is_closed(dossier const& file);

/// The first day on which a postponed matter has lapsed, where the place's rules let it lapse.
std::optional<day> lapses_on(dossier const& file, engine::rules const& law);

/// The time that a postponed matter has left.
std::vector<engine::limit_terms> closing_limits(dossier const& file, engine::rules const& law);

} // namespace workflows::major_decision

#endif
