#ifndef JUECE_WORKFLOWS_LEGAL_MATTER_REGISTRATION_HPP
#define JUECE_WORKFLOWS_LEGAL_MATTER_REGISTRATION_HPP

#include "engine/chapter.hpp"
#include "workflows/legal_matter/entered.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::legal_matter {

struct dossier;

/// The request (登记): what kind of matter, whose, against whom, how much is at stake; corrections
/// of it; and what is no legal matter or needs no opinion any more. Guangdong rules on government
/// legal advisers, arts 8 and 9.
namespace registration {

/// The kinds of art. 8, as the register tells them apart.
enum class legal_kind {
    decision,
    normative_document,
    contract,
    project,
    litigation,
    reconsideration,
    arbitration,
    execution,
    disclosure_reply,
    duty_application,
    petition_dispute,
    emergency,
    other_legal
};
JUECE_CHOICE(legal_kind, decision, normative_document, contract, project, litigation,
             reconsideration, arbitration, execution, disclosure_reply, duty_application,
             petition_dispute, emergency, other_legal)

enum class urgency { ordinary, urgent, very_urgent };
JUECE_CHOICE(urgency, ordinary, urgent, very_urgent)

/// What an amount is: without one of the first six there is none (JC-40).
enum class amount_basis {
    contract_price,
    project_investment,
    claim_value,
    compensation,
    fees,
    other_basis,
    none,
    not_yet_known
};
JUECE_CHOICE(amount_basis, contract_price, project_investment, claim_value, compensation, fees,
             other_basis, none, not_yet_known)

/// How far the affair has come when legal advice is asked for (GDLA-9).
enum class asked_at { outset, negotiation, before_filing, text_settled, after_the_fact };
JUECE_CHOICE(asked_at, outset, negotiation, before_filing, text_settled, after_the_fact)

/// Opens the case.
struct registered {
    static constexpr std::string_view kind = "matter.registered";
    std::string title;
    legal_kind legal_kind_is;
    unit_ref requesting_unit;
    std::optional<std::string> contact;
    day received_on;
    urgency urgency_is;
    asked_at asked_at_is;
    std::optional<std::string> counterparty;
    amount_basis basis_of_amount;
    std::optional<money> amount;
    std::optional<std::string> decision_number; ///< of the decision case that it belongs to
    std::optional<std::string> document_title;  ///< of the normative document
    std::optional<std::string> contract_number;
    std::optional<std::string> register_number; ///< in a register kept before
    std::optional<prose> question;              ///< what is asked of the legal office
    std::vector<document_ref> materials;
};
BOOST_DESCRIBE_STRUCT(registered, (),
                      (title, legal_kind_is, requesting_unit, contact, received_on, urgency_is,
                       asked_at_is, counterparty, basis_of_amount, amount, decision_number,
                       document_title, contract_number, register_number, question, materials))

struct amount_corrected {
    static constexpr std::string_view kind = "matter.amount_corrected";
    amount_basis basis_of_amount;
    std::optional<money> amount;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(amount_corrected, (), (basis_of_amount, amount, reason))

struct kind_corrected {
    static constexpr std::string_view kind = "matter.kind_corrected";
    legal_kind legal_kind_is;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(kind_corrected, (), (legal_kind_is, reason))

/// The legal office does not take it: no legal matter, or asked in the wrong place.
struct declined {
    static constexpr std::string_view kind = "matter.declined";
    prose reason;
};
BOOST_DESCRIBE_STRUCT(declined, (), (reason))

/// The unit needs no advice any more.
struct withdrawn {
    static constexpr std::string_view kind = "matter.withdrawn";
    prose reason;
};
BOOST_DESCRIBE_STRUCT(withdrawn, (), (reason))

/// What the chapter leaves on file. The kind and the amount are those of the last correction.
struct facts {
    std::optional<entered<registered>> request;
    legal_kind kind_is = legal_kind::other_legal;
    amount_basis basis = amount_basis::not_yet_known;
    long long amount_fen = 0; ///< 0 unless `has_amount`
    std::vector<entered<amount_corrected>> amount_corrections;
    std::vector<entered<kind_corrected>> kind_corrections;
    std::optional<entered<declined>> refusal;
    std::optional<entered<withdrawn>> withdrawal;
};

/// True for a basis that an amount can have.
bool has_amount(amount_basis basis);

/// Litigation, reconsideration, arbitration, execution: represented before a court or another body
/// (GDLA-17).
bool is_contested(legal_kind kind);

} // namespace registration

/// Declined or withdrawn: nothing more is done but archived.
bool is_over_without_advice(dossier const& file);
/// It came to its end, one way or another; only the archive is left.
bool is_over(dossier const& file);
/// A contract that was sent without any material, so that there is nothing to review.
bool is_contract_without_text(dossier const& file);

std::unique_ptr<engine::chapter<dossier>> make_registration();

} // namespace workflows::legal_matter

#endif
