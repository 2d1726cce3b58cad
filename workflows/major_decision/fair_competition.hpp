#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_FAIR_COMPETITION_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_FAIR_COMPETITION_HPP

#include "engine/chapter.hpp"
#include "engine/dependent_field.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "engine/rule_pack.hpp"
#include "workflows/major_decision/entered.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// Fair-competition review (公平竞争审查) where operators' business is touched.
/// Order 713 art. 29; State Council order 783 from 2024-08-01 (NORM-20).
namespace fair_competition {

enum class competition_outcome { no_restriction, exception_applies, restricts_competition };
JUECE_CHOICE(competition_outcome, no_restriction, exception_applies, restricts_competition)

enum class consulted_party { business_operator, trade_association, expert, public_party };
JUECE_CHOICE(consulted_party, business_operator, trade_association, expert, public_party)

struct consulted {
    consulted_party kind;
    std::string name;
    prose words;
};
BOOST_DESCRIBE_STRUCT(consulted, (), (kind, name, words))

struct drafter_reviewed {
    static constexpr std::string_view kind = "fair_competition.drafter_reviewed";
    static constexpr engine::dependent_field dependent_fields[] = {
        {"exception_ground", "outcome", "exception_applies"}};
    prose analysis;
    competition_outcome outcome;
    std::optional<std::string> exception_ground;
    std::vector<consulted> heard;
    bool touches_public_interest = false;
    std::optional<prose> trade_compliance; ///< of trade policy (Shandong)
    document_ref document;
};
BOOST_DESCRIBE_STRUCT(drafter_reviewed, (),
                      (analysis, outcome, exception_ground, heard, touches_public_interest,
                       trade_compliance, document))

struct filed {
    static constexpr std::string_view kind = "fair_competition.filed";
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(filed, (), (documents))

struct concluded {
    static constexpr std::string_view kind = "fair_competition.concluded";
    static constexpr engine::dependent_field dependent_fields[] = {
        {"exception_ground", "outcome", "exception_applies"}};
    competition_outcome outcome;
    prose reasons;
    std::optional<std::string> exception_ground;
    document_ref opinion;
};
BOOST_DESCRIBE_STRUCT(concluded, (), (outcome, reasons, exception_ground, opinion))

/// What the chapter leaves on file.
struct facts {
    std::optional<entered<drafter_reviewed>> first_review;
    std::optional<entered<filed>> filing;
    std::optional<entered<concluded>> conclusion;
};

} // namespace fair_competition

/// The matter touches operators' business: assessed so, in the catalogue, or missed by the
/// reviewer.
bool operators_are_touched(dossier const& file);

/// Operators' business is touched and the law of the day asks for review material or a conclusion
/// (R713-29.1, NORM-20).
bool competition_required(dossier const& file, engine::rules const& law);

/// What the law of the day asks is on file for the current draft and restricts nothing: the
/// drafter's own review, and the market regulator's where it is needed.
bool competition_done(dossier const& file, engine::rules const& law);

std::unique_ptr<engine::chapter<dossier>> make_fair_competition();

} // namespace workflows::major_decision

#endif
