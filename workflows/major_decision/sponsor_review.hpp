#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_SPONSOR_REVIEW_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_SPONSOR_REVIEW_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "workflows/major_decision/entered.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// The sponsor's own legal review and own collective discussion (Guangdong rules art. 31).
namespace sponsor_review {

enum class sponsor_outcome { lawful, lawful_after_changes, unlawful };
JUECE_CHOICE(sponsor_outcome, lawful, lawful_after_changes, unlawful)

struct legal_opinion_given {
    static constexpr std::string_view kind = "sponsor_review.legal_opinion_given";
    sponsor_outcome outcome;
    prose opinion;
    std::vector<std::string> points;
    document_ref document;
};
BOOST_DESCRIBE_STRUCT(legal_opinion_given, (), (outcome, opinion, points, document))

struct discussed {
    static constexpr std::string_view kind = "sponsor_review.discussed";
    day met_on;
    std::string meeting;
    std::vector<std::string> present;
    bool passed = false;
    prose summary;
    document_ref minutes;
};
BOOST_DESCRIBE_STRUCT(discussed, (), (met_on, meeting, present, passed, summary, minutes))

/// What the chapter leaves on file.
struct facts {
    std::optional<entered<legal_opinion_given>> opinion;
    std::optional<entered<discussed>> discussion;
};

} // namespace sponsor_review

/// The sponsor's own legal unit found the current draft lawful, or the changes it asked for were
/// made (GD21-31.1).
bool sponsor_opinion_holds(dossier const& file);

/// The sponsor's meeting passed the current draft (GD21-31.2).
bool sponsor_discussion_holds(dossier const& file);

std::unique_ptr<engine::chapter<dossier>> make_sponsor_review();

} // namespace workflows::major_decision

#endif
