#ifndef JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_ISSUE_HPP
#define JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_ISSUE_HPP

#include "engine/chapter.hpp"
#include "workflows/major_decision/participation.hpp"
#include "workflows/normative_document/entered.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace workflows::normative_document {

struct dossier;

/// Deliberation and issue (审议和印发公布): collective decision, signature, one register, one
/// number, one print (三统一), publication (NORM-2, NORM-12, NORM-13, NORM-14).
namespace issue {

enum class document_meeting { plenary, executive, office_meeting };
JUECE_CHOICE(document_meeting, plenary, executive, office_meeting)

enum class document_decision { adopted, adopted_with_changes, postponed, rejected };
JUECE_CHOICE(document_decision, adopted, adopted_with_changes, postponed, rejected)

struct deliberated {
    static constexpr std::string_view kind = "document_issue.deliberated";
    document_meeting meeting_is;
    std::string meeting_name;
    day met_on;
    long long members_entitled = 0;
    long long members_present = 0;
    document_ref draft;
    document_decision decision_is;
    std::optional<prose> changes_ordered;
    document_ref minutes;
};
BOOST_DESCRIBE_STRUCT(deliberated, (),
                      (meeting_is, meeting_name, met_on, members_entitled, members_present, draft,
                       decision_is, changes_ordered, minutes))

struct text_signed {
    static constexpr std::string_view kind = "document_issue.text_signed";
    document_ref final_text;
    std::optional<prose> changes_account; ///< how what the meeting ordered was done
};
BOOST_DESCRIBE_STRUCT(text_signed, (), (final_text, changes_account))

/// One register, one number, one print.
struct numbered {
    static constexpr std::string_view kind = "document_issue.numbered";
    std::string registration_number;
    std::string document_number;
    std::string printed_by;
    std::optional<document_ref> issued_paper = {}; ///< the text that was signed, with its number
};
BOOST_DESCRIBE_STRUCT(numbered, (),
                      (registration_number, document_number, printed_by, issued_paper))

struct published {
    static constexpr std::string_view kind = "document_issue.published";
    day published_on;
    std::vector<major_decision::participation::channel> channels;
    page_address address;
    day effective_on;
    std::optional<prose> prompt_effect_reason; ///< why sooner than generally
    std::optional<day> valid_until;            ///< the last day; none: no end is set
    std::optional<prose> long_validity_reason; ///< why longer than generally, or without an end
    std::optional<std::string> interpretation; ///< where it is explained to the public
};
BOOST_DESCRIBE_STRUCT(published, (),
                      (published_on, channels, address, effective_on, prompt_effect_reason,
                       valid_until, long_validity_reason, interpretation))

struct facts {
    std::vector<entered<deliberated>> meetings;
    std::optional<entered<text_signed>> text;
    std::optional<entered<numbered>> number;
    std::optional<entered<published>> publication;
};

} // namespace issue

/// The meeting adopted the current draft, or the decision's meeting did (JC-61).
bool is_adopted(dossier const& file);
/// True if it was published here or told of as published before.
bool is_published(dossier const& file);
/// The document's number, once it has one.
std::string document_number(dossier const& file);
std::optional<day> published_on(dossier const& file);
std::optional<day> effective_on(dossier const& file);

std::unique_ptr<engine::chapter<dossier>> make_issue();

} // namespace workflows::normative_document

#endif
