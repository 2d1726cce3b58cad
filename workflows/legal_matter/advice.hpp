#ifndef JUECE_WORKFLOWS_LEGAL_MATTER_ADVICE_HPP
#define JUECE_WORKFLOWS_LEGAL_MATTER_ADVICE_HPP

#include "engine/chapter.hpp"
#include "engine/offer.hpp"
#include "engine/procedure.hpp"
#include "workflows/legal_matter/entered.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace workflows::legal_matter {

struct dossier;

/// The advice (意见): opinions of advisers and of the legal office, the questions of a contract,
/// the opinion letter, and what the unit makes of it. Guangdong rules on government legal advisers,
/// arts 15, 16, 20; the questions after the contract rules of Shantou, art. 21.
namespace advice {

enum class risk_level { low, medium, high };
JUECE_CHOICE(risk_level, low, medium, high)

enum class conclusion { agree, after_changes, return_it, not_agree, risk_notice };
JUECE_CHOICE(conclusion, agree, after_changes, return_it, not_agree, risk_notice)

enum class form_of_opinion { written, oral };
JUECE_CHOICE(form_of_opinion, written, oral)

enum class own_interest { none, interested };
JUECE_CHOICE(own_interest, none, interested)

enum class contract_answer { in_order, defect, not_applicable };
JUECE_CHOICE(contract_answer, in_order, defect, not_applicable)

enum class contract_finding { pass, pass_after_changes, fail };
JUECE_CHOICE(contract_finding, pass, pass_after_changes, fail)

enum class adoption { adopted, partly_adopted, not_adopted };
JUECE_CHOICE(adoption, adopted, partly_adopted, not_adopted)

struct opinion_point {
    std::string point;
    risk_level risk;
    std::optional<std::string> article;
    std::optional<std::string> suggestion;
};
BOOST_DESCRIBE_STRUCT(opinion_point, (), (point, risk, article, suggestion))

struct opined {
    static constexpr std::string_view kind = "advice.opined";
    own_interest interest;
    form_of_opinion form_is;
    std::vector<opinion_point> points;
    conclusion conclusion_is;
    std::optional<document_ref> opinion;
};
BOOST_DESCRIBE_STRUCT(opined, (), (interest, form_is, points, conclusion_is, opinion))

/// The questions that a contract with the government as a party is asked (JC-42).
struct contract_reviewed {
    static constexpr std::string_view kind = "advice.contract_reviewed";
    contract_answer party_standing;  ///< the other side exists and may do what it promises
    contract_answer authority;       ///< who signs for whom, and by what approval
    contract_answer may_be_contract; ///< not an affair that only an act of authority settles
    contract_answer content;         ///< lawful, and no power of the state bargained away
    contract_answer fairness;        ///< consideration and risk are shared
    contract_answer performance;     ///< what, when, how accepted and paid
    contract_answer guarantee;       ///< none that the law forbids; enough of the other side
    contract_answer breach;          ///< liability, alteration, termination
    contract_answer secrecy;         ///< secrecy and intellectual property
    contract_answer dispute_clause;  ///< a forum that is allowed, and one only
    contract_answer procedure_kept;  ///< tender, procurement, assets, budget, decision
    std::optional<prose> defects;
    contract_finding finding;
};
BOOST_DESCRIBE_STRUCT(contract_reviewed, (),
                      (party_standing, authority, may_be_contract, content, fairness, performance,
                       guarantee, breach, secrecy, dispute_clause, procedure_kept, defects,
                       finding))

struct letter_issued {
    static constexpr std::string_view kind = "advice.letter_issued";
    std::string letter_number;
    conclusion conclusion_is;
    std::string signed_by;
    std::optional<std::string> sealed_by; ///< the firm of the adviser who signs with
    std::optional<prose> weighing;        ///< how differing opinions were weighed
    bool adviser_opinions_attached = false;
    std::optional<document_ref> letter;
};
BOOST_DESCRIBE_STRUCT(letter_issued, (),
                      (letter_number, conclusion_is, signed_by, sealed_by, weighing,
                       adviser_opinions_attached, letter))

struct answered {
    static constexpr std::string_view kind = "advice.answered";
    adoption adoption_is;
    std::optional<prose> reason;
};
BOOST_DESCRIBE_STRUCT(answered, (), (adoption_is, reason))

struct facts {
    std::vector<entered<opined>> opinions;
    std::vector<entered<contract_reviewed>> contract_reviews;
    std::vector<entered<letter_issued>> letters;
    std::vector<entered<answered>> answers;
};

} // namespace advice

/// The last opinion, review or letter on the current round; null while there is none.
advice::letter_issued const* letter_of_round(dossier const& file);
advice::contract_reviewed const* contract_review_of_round(dossier const& file);
/// True if somebody has opined on the current round.
bool is_opined(dossier const& file);
/// True if the unit has said what it makes of the advice on the current round.
bool is_answered(dossier const& file);
/// What was opined on the current round, for pages; nothing on a file of another procedure.
std::vector<entered<advice::opined>> opinions_of_round(engine::procedure const& of);
/// The advisers who take part and have not opined on the current round, by name.
std::vector<std::string> silent_counsels(dossier const& file);
/// Whether such a seat owes an act on the round: once somebody has opined, another opinion is for
/// the advisers alone. The part of a procedure named `is_owed_by`.
bool opinion_is_owed_by(dossier const& file, std::string_view kind, engine::seat const& from);
/// Tells the advisers that the advice on the round went out without the word of one of them.
std::vector<engine::news> told_of_advice(dossier const& file, engine::act const& what);

std::unique_ptr<engine::chapter<dossier>> make_advice();

} // namespace workflows::legal_matter

#endif
