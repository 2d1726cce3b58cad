#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_LEGALITY_REVIEW_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_LEGALITY_REVIEW_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "engine/rule_pack.hpp"
#include "workflows/major_decision/entered.hpp"
#include "workflows/major_decision/participation.hpp"
#include "workflows/supplied_items.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// Legality review (合法性审查): file check, clock, advisers, three findings, outcome.
/// Order 713 arts 25-28; Guangdong rules arts 31-35.
namespace legality_review {

enum class stop_reason { supplement, seeking_opinions, expert_consultation, survey, institution };
JUECE_CHOICE(stop_reason, supplement, seeking_opinions, expert_consultation, survey, institution)

enum class review_outcome {
    lawful,
    lawful_with_risk_notice,
    lawful_after_changes,
    complete_procedure,
    unlawful
};
JUECE_CHOICE(review_outcome, lawful, lawful_with_risk_notice, lawful_after_changes,
             complete_procedure, unlawful)

enum class severity { suggestion, defect, unlawful_content };
JUECE_CHOICE(severity, suggestion, defect, unlawful_content)

enum class adviser_conclusion { agree, agree_after_changes, disagree, risk_notice };
JUECE_CHOICE(adviser_conclusion, agree, agree_after_changes, disagree, risk_notice)

/// Steps that the reviewer may find missing.
enum class statutory_step {
    consultation,
    participation,
    hearing,
    experts,
    risk,
    fair_competition,
    sponsor_review
};
JUECE_CHOICE(statutory_step, consultation, participation, hearing, experts, risk, fair_competition,
             sponsor_review)

struct review_point {
    std::string point;
    severity weight;
    std::optional<std::string> article;
};
BOOST_DESCRIBE_STRUCT(review_point, (), (point, weight, article))

struct point_response {
    std::string point;
    participation::adoption outcome;
    std::optional<prose> reason;
};
BOOST_DESCRIBE_STRUCT(point_response, (), (point, outcome, reason))

struct filed {
    static constexpr std::string_view kind = "legality_review.filed";
    document_ref draft;
    prose procedure_account;
    std::vector<std::string> legal_basis;
    std::optional<document_ref> own_review_opinion;
    std::vector<document_ref> materials;
};
BOOST_DESCRIBE_STRUCT(filed, (),
                      (draft, procedure_account, legal_basis, own_review_opinion, materials))

struct accepted {
    static constexpr std::string_view kind = "legality_review.accepted";
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(accepted, (), (remarks))

struct supplement_requested {
    static constexpr std::string_view kind = "legality_review.supplement_requested";
    std::vector<std::string> missing;
    day answer_by;
};
BOOST_DESCRIBE_STRUCT(supplement_requested, (), (missing, answer_by))

struct supplemented {
    static constexpr std::string_view kind = "legality_review.supplemented";
    std::vector<supplied_item> supplied; ///< none: the answer was given for the whole
    std::vector<document_ref> materials; ///< beside what was asked for
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(supplemented, (), (supplied, materials, remarks))

struct returned {
    static constexpr std::string_view kind = "legality_review.returned";
    prose reason;
};
BOOST_DESCRIBE_STRUCT(returned, (), (reason))

struct clock_stopped {
    static constexpr std::string_view kind = "legality_review.clock_stopped";
    stop_reason reason;
    prose what_for;
};
BOOST_DESCRIBE_STRUCT(clock_stopped, (), (reason, what_for))

struct clock_resumed {
    static constexpr std::string_view kind = "legality_review.clock_resumed";
    prose outcome;
};
BOOST_DESCRIBE_STRUCT(clock_resumed, (), (outcome))

/// More time, with the consent of a leader, where the place's rules know it (Heilongjiang).
struct extended {
    static constexpr std::string_view kind = "legality_review.extended";
    long long working_days = 0;
    std::string consented_by;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(extended, (), (working_days, consented_by, reason))

struct advisers_asked {
    static constexpr std::string_view kind = "legality_review.advisers_asked";
    std::vector<engine::named_person> advisers;
    day answer_by;
};
BOOST_DESCRIBE_STRUCT(advisers_asked, (), (advisers, answer_by))

struct adviser_opined {
    static constexpr std::string_view kind = "legality_review.adviser_opined";
    bool has_no_interest = false;
    adviser_conclusion conclusion;
    std::vector<review_point> points;
    prose opinion;
    std::optional<document_ref> document;
};
BOOST_DESCRIBE_STRUCT(adviser_opined, (), (has_no_interest, conclusion, points, opinion, document))

struct adviser_withdrew {
    static constexpr std::string_view kind = "legality_review.adviser_withdrew";
    engine::named_person adviser;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(adviser_withdrew, (), (adviser, reason))

/// Somebody told the reviewer what to find (Guangdong rules art. 31).
struct instruction_logged {
    static constexpr std::string_view kind = "legality_review.instruction_logged";
    std::string from;
    prose words;
};
BOOST_DESCRIBE_STRUCT(instruction_logged, (), (from, words))

struct concluded {
    static constexpr std::string_view kind = "legality_review.concluded";
    bool within_power = false;
    prose power_finding;
    bool procedure_followed = false;
    prose procedure_finding;
    bool content_lawful = false;
    prose content_finding;
    review_outcome outcome;
    std::vector<review_point> points;
    std::vector<statutory_step> missing_steps;
    std::optional<prose> risk_notice;
    std::optional<prose> short_time_reason;
    engine::named_person author; ///< who worked the opinion out (承办人)
    document_ref opinion;
};
BOOST_DESCRIBE_STRUCT(concluded, (),
                      (within_power, power_finding, procedure_followed, procedure_finding,
                       content_lawful, content_finding, outcome, points, missing_steps, risk_notice,
                       short_time_reason, author, opinion))

/// The sponsor's answer to the points of the opinion, before a changed draft is filed again.
struct responded {
    static constexpr std::string_view kind = "legality_review.responded";
    std::vector<point_response> responses;
};
BOOST_DESCRIBE_STRUCT(responded, (), (responses))

/// What the chapter leaves on file.
struct facts {
    std::optional<entered<filed>> filing;
    std::optional<entered<accepted>> acceptance;
    std::vector<entered<supplement_requested>> supplements_asked;
    std::vector<entered<supplemented>> supplements;
    std::vector<entered<returned>> returns;
    std::vector<entered<clock_stopped>> stops;
    std::vector<entered<clock_resumed>> resumptions;
    std::vector<entered<advisers_asked>> requests;
    std::vector<entered<adviser_opined>> adviser_opinions;
    std::vector<entered<adviser_withdrew>> withdrawals;
    std::vector<entered<instruction_logged>> instructions;
    std::vector<engine::person_id> authors; ///< of every opinion so far
    std::optional<entered<extended>> extension;
    std::optional<entered<concluded>> conclusion;
    std::optional<entered<responded>> response; ///< to the latest conclusion
    std::vector<entered<concluded>> sent_back;  ///< every conclusion that asked for missing steps
    long long rounds = 0;                       ///< how often a file was accepted for review
};

/// One step that the law asks before the review, and how the file stands to it (R713-27.2).
struct step_standing {
    statutory_step step;
    engine::rule_id rule;
    bool required = false;
    bool done = false;
    engine::text missing; ///< what is wrong, if required and not done, or undecided
    engine::text remedy;
    engine::text name = {}; ///< as people read it; two duties of one step have two
    /// Neither required nor found not to be needed: whether it is taken is still to be decided.
    bool undecided = false;
    /// What is to be known of it whatever its standing: what it left open, why it is not taken.
    engine::text remark = {};
    long long decided_against = 0; ///< the act that decided not to take it; 0: none

    /// Over, and something of it is open: no breach, but not all in order either.
    bool leaves_something_open() const { return required && done && !remark.empty(); }
};

} // namespace legality_review

/// The reviewer passed the current draft: lawful or lawful with a stated risk, nothing of substance
/// changed since, and no change waits for confirmation (R713-25.3, JC-2).
bool review_passed(dossier const& file);

/// The statutory steps as the file proves them, in the order of the law (R713-27.2).
std::vector<legality_review::step_standing> statutory_steps(dossier const& file,
                                                            engine::rules const& law);

/// A refusal for each statutory step that is required and not done, a remark for each that is
/// undecided.
engine::verdict missing_statutory_steps(dossier const& file, engine::rules const& law);

/// The act with which the reviewer last asked that a step be completed; 0: never.
long long asked_to_complete(dossier const& file, legality_review::statutory_step step);

std::unique_ptr<engine::chapter<dossier>> make_legality_review();

} // namespace workflows::major_decision

#endif
