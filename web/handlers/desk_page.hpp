#ifndef JUECE_WEB_HANDLERS_DESK_PAGE_HPP
#define JUECE_WEB_HANDLERS_DESK_PAGE_HPP

#include "web/handlers/offer_forms.hpp"
#include "workflows/major_decision/review_account.hpp"

#include <map>

// What the desks of the adviser, the reviewer and the secretary have in common: pages of a case
// that are made for one task.

namespace web::handlers {

/// The head of the page, and the note of the act that was just entered.
answer begin_desk(visit& v, opened_case const& file, std::string name);

/// A case with the account of its legality review.
struct reviewed_case {
    opened_case file;
    workflows::major_decision::review_account account;
};
/// Of the path; the answer instead when there is none.
std::variant<reviewed_case, answer> reviewed_case_of_path(visit& v);

/// What was filed for the review, for part_filed.
void show_filing(visit const& v, workflows::major_decision::review_account const& account,
                 answer& page);

/// The offers that whoever looks may take up or would have to wait with, by kind; those of other
/// roles are left out. None on a file that is shown as it was, or cannot be read.
std::map<std::string, engine::offer, std::less<>> own_offers(visit const& v,
                                                             opened_case const& file);

/// What this person keeps unfinished on the case.
kept_drafts drafts_kept_on(visit const& v, opened_case const& file);

/// The advisers who were asked, and what came of it.
boost::json::array advisers_view(visit const& v, opened_case const& file,
                                 workflows::major_decision::review_account const& account);

/// The limits whose names begin so, with their lights.
boost::json::array limits_named(visit const& v, opened_case const& file, std::string_view prefix);

/// The papers of these names that the file has the acts for.
boost::json::array papers_named(visit const& v, opened_case const& file,
                                std::initializer_list<std::string_view> names);

/// A document to read beside a form: the first pages of a PDF as pictures, the paragraphs of a
/// text, or why there are none. Reads the file, so only for reading threads.
boost::json::object preview_of(visit const& v, std::string const& hash, std::string const& name);

/// As preview_of, for the current draft; not "any" before there is one.
boost::json::object draft_preview(visit const& v, opened_case const& file);

} // namespace web::handlers

#endif
