#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_EXECUTION_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_EXECUTION_HPP

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

/// Execution (决策执行): who executes, reports, inspection, problems, suspension, completion.
/// Order 713 arts 34, 35, 37; Guangdong rules arts 43-45.
namespace execution {

enum class problem_kind {
    short_of_aim,
    circumstances_changed,
    force_majeure,
    many_citizen_opinions
};
JUECE_CHOICE(problem_kind, short_of_aim, circumstances_changed, force_majeure,
             many_citizen_opinions)

struct unit_named {
    static constexpr std::string_view kind = "execution.unit_named";
    unit_ref executor;
    prose tasks;
    std::optional<day> due_on;
};
BOOST_DESCRIBE_STRUCT(unit_named, (), (executor, tasks, due_on))

struct reported {
    static constexpr std::string_view kind = "execution.reported";
    day reported_on;
    prose progress;
    prose quality;
    prose effect;
    std::optional<day> next_report_on; ///< as the unit undertakes
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(reported, (),
                      (reported_on, progress, quality, effect, next_report_on, documents))

struct inspected {
    static constexpr std::string_view kind = "execution.inspected";
    day inspected_on;
    prose findings;
    std::optional<prose> advice;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(inspected, (), (inspected_on, findings, advice, documents))

struct citizen_opinion_received {
    static constexpr std::string_view kind = "execution.citizen_opinion_received";
    std::string from;
    std::string way;
    prose words;
};
BOOST_DESCRIBE_STRUCT(citizen_opinion_received, (), (from, way, words))

struct problem_reported {
    static constexpr std::string_view kind = "execution.problem_reported";
    problem_kind problem;
    prose description;
    std::optional<prose> advice;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(problem_reported, (), (problem, description, advice, documents))

/// The organ's word on what was reported, where nothing is suspended, adjusted or evaluated.
struct problem_answered {
    static constexpr std::string_view kind = "execution.problem_answered";
    prose answer;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(problem_answered, (), (answer, documents))

struct suspended {
    static constexpr std::string_view kind = "execution.suspended";
    prose reason;
    bool urgent = false;
    std::optional<prose> loss_limiting; ///< what is done against losses
    std::optional<document_ref> document;
};
BOOST_DESCRIBE_STRUCT(suspended, (), (reason, urgent, loss_limiting, document))

/// The head's reasons for the suspension, given at a meeting afterwards.
struct suspension_explained {
    static constexpr std::string_view kind = "execution.suspension_explained";
    submission::meeting_kind meeting;
    std::string meeting_name;
    day met_on;
    prose reasons;
    document_ref minutes;
};
BOOST_DESCRIBE_STRUCT(suspension_explained, (), (meeting, meeting_name, met_on, reasons, minutes))

struct resumed {
    static constexpr std::string_view kind = "execution.resumed";
    prose reason;
};
BOOST_DESCRIBE_STRUCT(resumed, (), (reason))

struct completed {
    static constexpr std::string_view kind = "execution.completed";
    day completed_on;
    prose result;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(completed, (), (completed_on, result, documents))

/// What the chapter leaves on file.
struct facts {
    std::optional<entered<unit_named>> executor;
    std::vector<entered<reported>> reports;
    std::vector<entered<inspected>> inspections;
    std::vector<entered<citizen_opinion_received>> opinions;
    std::vector<entered<problem_reported>> problems;
    std::optional<entered<problem_answered>> answer; ///< to the problems reported before it
    std::vector<entered<suspended>> suspensions;
    std::vector<entered<suspension_explained>> explanations;
    std::vector<entered<resumed>> resumptions;
    std::optional<entered<completed>> completion;
};

} // namespace execution

std::unique_ptr<engine::chapter<dossier>> make_execution();

// ---- execution_standing.cpp

/// A suspension waits for its reasons at a meeting (GD21-45.3).
bool suspension_unexplained(dossier const& file);

/// A problem was reported and the organ has neither answered it nor suspended the execution,
/// ordered an evaluation, been brought an adjustment or replaced the decision since (R713-34.2,
/// R713-35.1).
bool problem_unanswered(dossier const& file);

/// When the executing unit reports next, as its last report says; empty where that one is to be the
/// last.
std::optional<day> next_report(dossier const& file);

/// Whom an act of the organ on the execution tells: those who reported.
std::vector<engine::news> told_of_execution(dossier const& file, engine::act const& what);

/// The day up to which execution was ordered, and the one of the next report.
std::vector<engine::limit_terms> execution_limits(dossier const& file, engine::rules const& law);

} // namespace workflows::major_decision

#endif
