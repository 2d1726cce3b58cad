#ifndef JUECE_WORKFLOWS_CATALOGUE_PUBLIC_PROPOSALS_HPP
#define JUECE_WORKFLOWS_CATALOGUE_PUBLIC_PROPOSALS_HPP

#include "engine/chapter.hpp"
#include "engine/dependent_field.hpp"
#include "workflows/catalogue/item_details.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace workflows::catalogue {

struct yearly_catalogue;

/// What citizens, legal persons and other organisations propose to decide (公众建议): sent in
/// without an account, it is handed to a unit for study, and answered. R713-10.4, GD21-10.2.
namespace public_proposals {

/// Who proposes, as the law names them.
enum class public_proposer { citizen, legal_person, other_organisation };
JUECE_CHOICE(public_proposer, citizen, legal_person, other_organisation)

/// What the record counts of it (engine::papers_received).
inline constexpr std::string_view sent_in_as = "proposal";

/// The office hands a proposal to a unit for study; handed over again, the study begins anew.
struct handed_over {
    static constexpr std::string_view kind = "public_proposals.handed_over";
    long long proposal_number = 0;
    unit_ref unit;
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(handed_over, (), (proposal_number, unit, remarks))

enum class study_view { worth_deciding, not_worth_deciding, not_own_duty };
JUECE_CHOICE(study_view, worth_deciding, not_worth_deciding, not_own_duty)

/// The unit reports what its study found, or that the matter is that of another one.
struct studied {
    static constexpr std::string_view kind = "public_proposals.studied";
    long long proposal_number = 0;
    study_view view;
    prose opinion;
    std::vector<document_ref> documents;
};
BOOST_DESCRIBE_STRUCT(studied, (), (proposal_number, view, opinion, documents))

enum class proposal_answer { case_opened, not_taken_up, no_proposal };
JUECE_CHOICE(proposal_answer, case_opened, not_taken_up, no_proposal)

/// What whoever proposed is told; the last word on a proposal counts.
struct answered {
    static constexpr std::string_view kind = "public_proposals.answered";
    static constexpr engine::dependent_field dependent_fields[] = {
        {"decision_number", "answer", "case_opened"}};
    long long proposal_number = 0;
    proposal_answer answer;
    std::optional<std::string> decision_number; ///< "JC2024-0007"
    std::optional<prose> reason;
};
BOOST_DESCRIBE_STRUCT(answered, (), (proposal_number, answer, decision_number, reason))

/// What became of one proposal.
struct account {
    std::optional<entered<handed_over>> handing;
    std::optional<entered<studied>> study; ///< of the unit that has it now
    std::optional<entered<answered>> answer;

    bool is_being_studied() const { return handing && !study && !answer; }
    bool is_studied() const { return study && study->body.view != study_view::not_own_duty; }
    /// The unit gave it back, for the office to hand it to another.
    bool is_given_back() const { return study && !is_studied() && !answer; }
    /// The study is done and nothing is answered.
    bool awaits_answer() const { return is_studied() && !answer; }
};

struct facts {
    std::map<long long, account> handled; ///< by number; one that nobody handled is not there
};

} // namespace public_proposals

/// What became of the proposal of that number.
public_proposals::account account_of_proposal(yearly_catalogue const& file, long long number);
/// How many are answered.
long long proposals_answered(yearly_catalogue const& file);

std::unique_ptr<engine::chapter<yearly_catalogue>> make_public_proposals();

} // namespace workflows::catalogue

#endif
