#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_DRAFTING_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_DRAFTING_HPP

#include "engine/chapter.hpp"
#include "engine/dependent_field.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "workflows/major_decision/entered.hpp"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// Drafting (拟定草案): research, what the matter touches, and every version of the draft.
/// Order 713 art. 12; Guangdong rules art. 13; evidence is bound to versions (JC-2).
namespace drafting {

enum class change_class { first_draft, editorial, non_substantive, substantive };
JUECE_CHOICE(change_class, first_draft, editorial, non_substantive, substantive)

enum class repeatable_step { participation, experts, risk, fair_competition };
JUECE_CHOICE(repeatable_step, participation, experts, risk, fair_competition)

enum class special_group { women, minors, elderly, disabled, workers, farmers, other_group };
JUECE_CHOICE(special_group, women, minors, elderly, disabled, workers, farmers, other_group)

enum class risk_domain {
    national_security,
    political_security,
    economic_development,
    social_stability,
    public_safety,
    ecology,
    fiscal_financial,
    public_opinion
};
JUECE_CHOICE(risk_domain, national_security, political_security, economic_development,
             social_stability, public_safety, ecology, fiscal_financial, public_opinion)

struct basis {
    std::string title;
    std::optional<std::string> article;
    std::optional<std::string> document_number;
};
BOOST_DESCRIBE_STRUCT(basis, (), (title, article, document_number))

struct waived_step {
    repeatable_step step;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(waived_step, (), (step, reason))

struct researched {
    static constexpr std::string_view kind = "drafting.researched";
    prose summary;
    std::vector<basis> legal_basis;
    std::optional<prose> cost_and_benefit;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(researched, (), (summary, legal_basis, cost_and_benefit, documents))

/// The sponsor says what the matter touches; each "no" that drops a step needs its reason.
struct assessed {
    static constexpr std::string_view kind = "drafting.assessed";
    static constexpr engine::dependent_field dependent_fields[] = {
        {"not_technical_reason", "technical", "false"},
        {"secret_basis", "secret", "true"},
        {"not_secret_reason", "secret", "false"}};
    bool technical = false;
    std::optional<prose> not_technical_reason;
    std::vector<risk_domain> risk_domains;
    std::optional<prose> no_risk_reason;
    bool operators_affected = false;
    bool business_related = false;
    std::vector<special_group> special_groups;
    bool vital_interests = false;
    bool large_disagreement = false;
    bool wide_concern = false;
    bool secret = false;
    std::optional<std::string> secret_basis;
    std::optional<prose> not_secret_reason; ///< where it was secret until now
    bool exploratory_reform = false;
    std::vector<unit_ref> units_concerned;
    std::optional<std::string> hearing_law; ///< a law that demands a hearing (R713-16.1)
};
BOOST_DESCRIBE_STRUCT(assessed, (),
                      (technical, not_technical_reason, risk_domains, no_risk_reason,
                       operators_affected, business_related, special_groups, vital_interests,
                       large_disagreement, wide_concern, secret, secret_basis, not_secret_reason,
                       exploratory_reform, units_concerned, hearing_law))

struct versioned {
    static constexpr std::string_view kind = "drafting.versioned";
    document_ref draft;
    document_ref explanation;
    long long options = 0;
    std::optional<prose> option_merits;
    change_class change;
    std::optional<prose> change_reason;
    std::optional<prose> late_reason; ///< where a draft has its time limit
};
BOOST_DESCRIBE_STRUCT(versioned, (),
                      (draft, explanation, options, option_merits, change, change_reason,
                       late_reason))

/// The reviewer confirms how far a change goes, and which steps need not be repeated.
struct change_confirmed {
    static constexpr std::string_view kind = "drafting.change_confirmed";
    long long version = 0;
    change_class change;
    prose reason;
    std::vector<waived_step> waived;
};
BOOST_DESCRIBE_STRUCT(change_confirmed, (), (version, change, reason, waived))

/// What the chapter leaves on file.
struct facts {
    std::optional<entered<researched>> research;
    std::optional<entered<assessed>> touches;
    std::vector<entered<versioned>> versions;
    std::vector<entered<change_confirmed>> confirmations;
};

} // namespace drafting

/// The time from the start decision to the first draft, where the place has one.
std::optional<engine::limit_terms> drafting_terms(dossier const& file, engine::rules const& law);

/// The first version that is a text, by its hash; null: none is.
entered<drafting::versioned> const* version_of_text(dossier const& file, std::string_view hash);

/// A text was adopted for good: no version of the draft comes after it.
bool draft_is_settled(dossier const& file);

/// The matter may lawfully not be public (R713-14.1): as it was proposed, and once the sponsor has
/// assessed it, as it was assessed.
bool is_secret(dossier const& file);

/// A matter is kept from the public only by law (R713-14.1).
engine::verdict secrecy_is_founded(bool secret, std::optional<std::string> const& basis);

std::unique_ptr<engine::chapter<dossier>> make_drafting();

} // namespace workflows::major_decision

#endif
