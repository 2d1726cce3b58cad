#ifndef JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_OPINIONS_HPP
#define JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_OPINIONS_HPP

#include "engine/chapter.hpp"
#include "workflows/major_decision/consultation.hpp"
#include "workflows/major_decision/experts.hpp"
#include "workflows/major_decision/fair_competition.hpp"
#include "workflows/major_decision/participation.hpp"
#include "workflows/normative_document/entered.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace workflows::normative_document {

struct dossier;

/// Argument and opinions (论证和征求意见): evaluation, units, the public, experts, a hearing, and
/// fair competition (NORM-1, NORM-7, NORM-8, NORM-9, NORM-20).
namespace opinions {

using major_decision::consultation::unit_stance;
using major_decision::experts::expertise;
using major_decision::fair_competition::competition_outcome;
using major_decision::fair_competition::consulted;
using major_decision::participation::channel;

/// What lawfully keeps a draft from being put to the public (NORM-7).
enum class comment_exception { secret_matter, emergency };
JUECE_CHOICE(comment_exception, secret_matter, emergency)

struct evaluated {
    static constexpr std::string_view kind = "document_opinions.evaluated";
    prose necessity_and_feasibility;
    prose expected_effects;
    document_ref report;
};
BOOST_DESCRIBE_STRUCT(evaluated, (), (necessity_and_feasibility, expected_effects, report))

struct unit_view {
    unit_ref unit;
    unit_stance stance;
    std::optional<prose> view;
};
BOOST_DESCRIBE_STRUCT(unit_view, (), (unit, stance, view))

/// What the units concerned said of the draft (会签).
struct countersigned {
    static constexpr std::string_view kind = "document_opinions.countersigned";
    std::vector<unit_view> views_of_units;
    std::optional<prose> how_settled;
    std::optional<document_ref> document;
};
BOOST_DESCRIBE_STRUCT(countersigned, (), (views_of_units, how_settled, document))

struct comments_opened {
    static constexpr std::string_view kind = "document_opinions.comments_opened";
    document_ref draft;
    day published_on;
    day open_until;
    std::vector<channel> channels;
    page_address address;
    std::optional<prose> shortened_reason;
    std::optional<std::string> contact; ///< where else one may send what one thinks
};
BOOST_DESCRIBE_STRUCT(comments_opened, (),
                      (draft, published_on, open_until, channels, address, shortened_reason,
                       contact))

struct comments_closed {
    static constexpr std::string_view kind = "document_opinions.comments_closed";
    long long comments_received = 0;
    long long comments_adopted = 0; ///< wholly or partly
    prose summary;
    std::optional<prose> not_adopted_reasons;
    std::optional<page_address> feedback_address; ///< where the public was told
};
BOOST_DESCRIBE_STRUCT(comments_closed, (),
                      (comments_received, comments_adopted, summary, not_adopted_reasons,
                       feedback_address))

struct comments_waived {
    static constexpr std::string_view kind = "document_opinions.comments_waived";
    comment_exception exception_is;
    prose reason;
    std::string approved_by;
};
BOOST_DESCRIBE_STRUCT(comments_waived, (), (exception_is, reason, approved_by))

struct document_expert {
    std::string name;
    std::string institution;
    expertise field;
};
BOOST_DESCRIBE_STRUCT(document_expert, (), (name, institution, field))

struct experts_argued {
    static constexpr std::string_view kind = "document_opinions.experts_argued";
    day held_on;
    std::vector<document_expert> experts;
    std::optional<prose> few_reason;
    prose summary;
    prose adoption_statement;
    document_ref report;
};
BOOST_DESCRIBE_STRUCT(experts_argued, (),
                      (held_on, experts, few_reason, summary, adoption_statement, report))

struct hearing_held {
    static constexpr std::string_view kind = "document_opinions.hearing_held";
    day noticed_on;
    day held_on;
    long long participants = 0;
    prose summary;
    prose adoption_statement;
    document_ref minutes;
};
BOOST_DESCRIBE_STRUCT(hearing_held, (),
                      (noticed_on, held_on, participants, summary, adoption_statement, minutes))

/// The drafter's own review of competition.
struct competition_reviewed {
    static constexpr std::string_view kind = "document_opinions.competition_reviewed";
    prose analysis;
    competition_outcome outcome;
    std::optional<std::string> exception_ground;
    std::vector<consulted> heard;
    bool touches_public_interest = false;
    document_ref document;
};
BOOST_DESCRIBE_STRUCT(competition_reviewed, (),
                      (analysis, outcome, exception_ground, heard, touches_public_interest,
                       document))

/// The market regulator's, of what is issued in the government's name.
struct competition_concluded {
    static constexpr std::string_view kind = "document_opinions.competition_concluded";
    competition_outcome outcome;
    prose reasons;
    std::optional<std::string> exception_ground;
    document_ref opinion;
};
BOOST_DESCRIBE_STRUCT(competition_concluded, (), (outcome, reasons, exception_ground, opinion))

struct facts {
    std::optional<entered<evaluated>> evaluation;
    std::optional<entered<countersigned>> countersigning;
    std::optional<entered<comments_opened>> notice; ///< the last one
    std::optional<entered<comments_closed>> closing;
    std::optional<entered<comments_waived>> waiver;
    std::optional<entered<experts_argued>> argument;
    std::optional<entered<hearing_held>> hearing;
    std::optional<entered<competition_reviewed>> first_review;
    std::optional<entered<competition_concluded>> competition;
};

} // namespace opinions

// Each is true if the step holds for the current draft: done here, or taken over from the decision.
bool is_evaluated(dossier const& file);
bool is_commented(dossier const& file); ///< or lawfully not put to the public
bool is_argued(dossier const& file);    ///< or needs no experts
bool is_heard(dossier const& file);     ///< or needs no hearing
bool is_fair(dossier const& file);      ///< or touches no operator
/// The unit's own review, or the regulator's, found that this draft restricts competition: another
/// text is wanted, and nobody reviews this one again.
bool restricts_competition(dossier const& file);

/// What is missing of the steps before the review, each with its rule.
engine::verdict missing_steps(dossier const& file);

/// The time for comments, while it runs and after.
std::optional<engine::limit_terms> comment_terms(dossier const& file);

std::unique_ptr<engine::chapter<dossier>> make_opinions();

} // namespace workflows::normative_document

#endif
