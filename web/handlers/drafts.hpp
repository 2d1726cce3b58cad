#ifndef JUECE_WEB_HANDLERS_DRAFTS_HPP
#define JUECE_WEB_HANDLERS_DRAFTS_HPP

#include "adapters/soci/own_desk.hpp"
#include "engine/body.hpp"
#include "web/handlers/act_form.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/visit.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace web::handlers {

/// What somebody began on one case.
using kept_drafts = std::vector<adapters::soci::form_draft>;
/// The draft of a form, or null; `part` says which of several forms for one kind of act.
adapters::soci::form_draft const* draft_of(kept_drafts const& kept, std::string_view kind,
                                           std::string_view part = {});
/// The form as it would come back with what the draft holds.
std::optional<typed_form> begun_form(adapters::soci::form_draft const* draft,
                                     std::vector<engine::field> const* fields);

/// Where the drafts of the forms of a case are kept.
std::string keep_address(opened_case const& file);

/// Forms of a page that are no acts: their drafts are kept under these names.
namespace page_form {
inline constexpr std::string_view letter = "opinions.letter";
inline constexpr std::string_view notes = "opinions.notes";
inline constexpr std::string_view feedback = "opinions.feedback";
} // namespace page_form
/// What a draft of such a form holds, by the names of its inputs.
boost::json::object words_of_draft(adapters::soci::form_draft const& draft);
/// Keeps what the form of an act holds that was not taken: whoever leaves the page to look at the
/// article finds it again on the case.
boost::asio::awaitable<void> keep_refused_form(visit& v, engine::case_id on);
/// Drops what was kept of a form once it is entered. A draft that stays behind does no harm, so
/// that a fault is only logged.
boost::asio::awaitable<void> forget_draft(visit& v, engine::case_id on, std::string shape,
                                          std::string kind, std::string part);
boost::asio::awaitable<void> forget_page_form(visit& v, engine::case_id on, std::string_view form);

/// What was typed into a draft, as the body of its act.
boost::json::object typed_in(adapters::soci::form_draft const& draft,
                             std::vector<engine::field> const& fields);

/// The prefix under which a form tells what stands in it as it was proposed.
inline constexpr std::string_view proposal_prefix = "was.";
/// The draft as its form shows it: what was typed stands, and what was only proposed is proposed
/// anew, or not at all.
boost::json::object begun_body(adapters::soci::form_draft const& draft,
                               std::vector<engine::field> const& fields,
                               boost::json::object const& proposed);

/// When it was kept and where it is dropped, for the note above a restored form.
boost::json::object draft_note(visit const& v, adapters::soci::form_draft const& draft);

/// The list of one's own drafts (草稿).
answer show_drafts(visit& v);

} // namespace web::handlers

#endif
