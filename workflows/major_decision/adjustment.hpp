#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_ADJUSTMENT_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_ADJUSTMENT_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "workflows/major_decision/entered.hpp"
#include "workflows/major_decision/submission.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// Adjustment of an adopted decision (决策调整): nothing changes without procedure.
/// Order 713 art. 37; Guangdong rules arts 45, 51.
namespace adjustment {

enum class adjustment_ground {
    problem_report,
    evaluation_advice_ground,
    higher_law_changed,
    congress_or_court
};
JUECE_CHOICE(adjustment_ground, problem_report, evaluation_advice_ground, higher_law_changed,
             congress_or_court)

struct proposed {
    static constexpr std::string_view kind = "adjustment.proposed";
    adjustment_ground ground;
    bool major = false;
    prose what;
    prose reason;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(proposed, (), (ground, major, what, reason, documents))

/// A minor adjustment: decided without the whole procedure, by the organ.
struct minor_decided {
    static constexpr std::string_view kind = "adjustment.minor_decided";
    day decided_on;
    prose decision;
    document_ref document;
};
BOOST_DESCRIBE_STRUCT(minor_decided, (), (decided_on, decision, document))

/// A major adjustment goes through the whole procedure again, in a case of its own.
struct reopened {
    static constexpr std::string_view kind = "adjustment.reopened";
    std::string new_case;
    submission::meeting_kind meeting;
    std::string meeting_name;
    day met_on;
    document_ref minutes;
};
BOOST_DESCRIBE_STRUCT(reopened, (), (new_case, meeting, meeting_name, met_on, minutes))

struct replaced {
    static constexpr std::string_view kind = "adjustment.replaced";
    std::string new_case;
    day decided_on;
};
BOOST_DESCRIBE_STRUCT(replaced, (), (new_case, decided_on))

struct declined {
    static constexpr std::string_view kind = "adjustment.declined";
    prose reason;
};
BOOST_DESCRIBE_STRUCT(declined, (), (reason))

/// What the chapter leaves on file.
struct facts {
    std::optional<entered<proposed>> proposal;
    std::vector<entered<minor_decided>> minor;
    std::optional<entered<reopened>> reopening;
    std::optional<entered<replaced>> replacement;
    std::optional<entered<declined>> refusal;
};

} // namespace adjustment

std::unique_ptr<engine::chapter<dossier>> make_adjustment();

// ---- adjustment_standing.cpp

/// An adjustment was proposed and is not yet decided, declined or replaced by a new decision.
bool adjustment_open(dossier const& file);

} // namespace workflows::major_decision

#endif
