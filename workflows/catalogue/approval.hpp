#ifndef JUECE_WORKFLOWS_CATALOGUE_APPROVAL_HPP
#define JUECE_WORKFLOWS_CATALOGUE_APPROVAL_HPP

#include "engine/chapter.hpp"
#include "workflows/catalogue/item_details.hpp"
#include "workflows/major_decision/party_report.hpp"
#include "workflows/major_decision/submission.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::catalogue {

struct yearly_catalogue;
using major_decision::party_report::party_answer;
using major_decision::submission::meeting_kind;

/// Adoption by the organ, consent of the party committee, publication (审定公布). R713-3.4.
namespace approval {

enum class catalogue_outcome { adopted, sent_back };
JUECE_CHOICE(catalogue_outcome, adopted, sent_back)

/// A proposal that the meeting took out.
struct struck_proposal {
    long long proposal = 0;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(struck_proposal, (), (proposal, reason))

struct deliberated {
    static constexpr std::string_view kind = "catalogue_approval.deliberated";
    day met_on;
    meeting_kind meeting;
    std::string meeting_name;
    catalogue_outcome outcome;
    std::vector<struck_proposal> struck;
    std::optional<prose> remarks;
    std::optional<document_ref> minutes;
};
BOOST_DESCRIBE_STRUCT(deliberated, (),
                      (met_on, meeting, meeting_name, outcome, struck, remarks, minutes))

struct consent_answered {
    static constexpr std::string_view kind = "catalogue_approval.consent_answered";
    party_answer answer;
    day answered_on;
    document_ref answer_document;
    std::optional<prose> remarks;
};
BOOST_DESCRIBE_STRUCT(consent_answered, (), (answer, answered_on, answer_document, remarks))

struct published {
    static constexpr std::string_view kind = "catalogue_approval.published";
    std::string document_number;
    day published_on;
    page_address address;
    std::optional<document_ref> published_text;
    std::optional<day> explanations_due; ///< by when what is not done is explained
};
BOOST_DESCRIBE_STRUCT(published, (),
                      (document_number, published_on, address, published_text, explanations_due))

struct facts {
    std::optional<entered<deliberated>> meeting;
    std::optional<entered<consent_answered>> consent;
    std::optional<entered<published>> publication;
};

} // namespace approval

/// The committee agreed, with changes or without; taking note is no consent (R713-3.4).
bool is_consent(party_answer answer);

std::unique_ptr<engine::chapter<yearly_catalogue>> make_approval();

} // namespace workflows::catalogue

#endif
