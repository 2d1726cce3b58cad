#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_EVALUATION_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_EVALUATION_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "workflows/major_decision/entered.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// Post-decision evaluation (决策后评估) by someone independent.
/// Order 713 art. 36; Guangdong rules arts 46-52.
namespace evaluation {

enum class evaluation_trigger {
    basis_changed,
    short_of_effect,
    many_opinions,
    organ_decides,
    trial_ended
};
JUECE_CHOICE(evaluation_trigger, basis_changed, short_of_effect, many_opinions, organ_decides,
             trial_ended)

enum class evaluation_advice { keep, adjust, end };
JUECE_CHOICE(evaluation_advice, keep, adjust, end)

enum class group_member_kind {
    congress_deputy,
    consultative_member,
    scholar,
    organisation,
    unit_staff
};
JUECE_CHOICE(group_member_kind, congress_deputy, consultative_member, scholar, organisation,
             unit_staff)

struct group_member {
    std::string name;
    group_member_kind kind;
};
BOOST_DESCRIBE_STRUCT(group_member, (), (name, kind))

struct follow_up {
    unit_ref unit_concerned;
    prose matter;
};
BOOST_DESCRIBE_STRUCT(follow_up, (), (unit_concerned, matter))

struct ordered {
    static constexpr std::string_view kind = "evaluation.ordered";
    std::vector<evaluation_trigger> triggers;
    unit_ref evaluator;
    std::optional<std::string> third_party;
    bool did_not_argue_before = false;
    bool staged = false;
    std::optional<prose> reason;
};
BOOST_DESCRIBE_STRUCT(ordered, (),
                      (triggers, evaluator, third_party, did_not_argue_before, staged, reason))

struct planned {
    static constexpr std::string_view kind = "evaluation.planned";
    std::vector<group_member> members;
    prose plan;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(planned, (), (members, plan, documents))

struct data_requested {
    static constexpr std::string_view kind = "evaluation.data_requested";
    unit_ref from_unit;
    prose what;
    std::optional<day> answer_by;
};
BOOST_DESCRIBE_STRUCT(data_requested, (), (from_unit, what, answer_by))

struct data_supplied {
    static constexpr std::string_view kind = "evaluation.data_supplied";
    std::vector<document_ref> documents;
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(data_supplied, (), (documents, remarks))

struct surveyed {
    static constexpr std::string_view kind = "evaluation.surveyed";
    prose ways;
    prose public_opinions;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(surveyed, (), (ways, public_opinions, documents))

struct reported {
    static constexpr std::string_view kind = "evaluation.reported";
    prose execution;
    prose cost_and_benefit;
    prose acceptance;
    prose effects;
    prose problems_and_causes;
    prose remedies;
    std::optional<prose> work; ///< how the evaluation was done
    std::optional<prose> goal_reached;
    std::optional<prose> fit_with_development;
    evaluation_advice advice;
    std::vector<follow_up> follow_ups;
    document_ref report;
};
BOOST_DESCRIBE_STRUCT(reported, (),
                      (execution, cost_and_benefit, acceptance, effects, problems_and_causes,
                       remedies, work, goal_reached, fit_with_development, advice, follow_ups,
                       report))

struct followed_up {
    static constexpr std::string_view kind = "evaluation.followed_up";
    unit_ref by_unit;
    prose handled;
};
BOOST_DESCRIBE_STRUCT(followed_up, (), (by_unit, handled))

/// What the organ makes of the report where no adjustment is brought on its ground.
struct result_answered {
    static constexpr std::string_view kind = "evaluation.result_answered";
    prose answer;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(result_answered, (), (answer, documents))

/// What the chapter leaves on file.
struct facts {
    std::optional<entered<ordered>> order;
    std::optional<entered<planned>> plan;
    std::vector<entered<data_requested>> requests;
    std::vector<entered<data_supplied>> supplies;
    std::optional<entered<surveyed>> survey;
    std::optional<entered<reported>> report;
    std::vector<entered<followed_up>> follow_ups;
    std::optional<entered<result_answered>> answer;
    std::vector<entered<reported>> earlier_reports; ///< of evaluations before this one
};

} // namespace evaluation

std::unique_ptr<engine::chapter<dossier>> make_evaluation();

// ---- evaluation_standing.cpp

/// An evaluation is ordered and its report is not there yet.
bool evaluation_open(dossier const& file);

/// The report is there, and the organ has neither answered it nor been brought an adjustment since
/// (R713-36.4).
bool evaluation_unanswered(dossier const& file);

/// The units that were asked for data for the evaluation and have not given them, each once.
std::vector<unit_ref> units_owing_data(dossier const& file);

/// The units that the report advises and that have not dealt with it, each once (GD21-52.1).
std::vector<unit_ref> units_owing_follow_up(dossier const& file);

/// By when data are to be given, for each unit that owes them.
std::vector<engine::limit_terms> evaluation_terms(dossier const& file);

/// Whom an act on the evaluation tells: those whose data nobody awaits any more, and whoever
/// evaluated, of what the organ made of it.
std::vector<engine::news> told_of_evaluation(dossier const& file, engine::act const& what);

/// Institutions and units that argued or assessed before the decision: those of experts, also of
/// experts who were replaced, and who carried the assessment of risks (R713-36.2).
std::vector<std::string> earlier_assessors(dossier const& file);

/// The people who did, by name: experts, and those who entered the argument and the assessment.
std::vector<std::string> people_who_assessed(dossier const& file);

/// What on file may be a reason to evaluate (R713-36.1), from the problems of execution.
std::vector<evaluation::evaluation_trigger> triggers_on_file(dossier const& file);

} // namespace workflows::major_decision

#endif
