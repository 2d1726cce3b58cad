#ifndef JUECE_WEB_HANDLERS_ABOVE_FORM_HPP
#define JUECE_WEB_HANDLERS_ABOVE_FORM_HPP

#include "adapters/soci/own_desk.hpp"
#include "web/handlers/opened_case.hpp"

#include <boost/json/array.hpp>
#include <string>
#include <vector>

namespace web::handlers {

/// A note above a form, for part_act_form. `items`: one by one below it; `href`: where to look,
/// and in which words it is said.
boost::json::object note_above(std::string words, std::vector<std::string> const& items = {},
                               std::string href = {}, std::string link_words = {});

/// What a meeting ordered to be changed and the head has not found made, as notes; empty: nothing.
boost::json::array ordered_changes(visit const& v, opened_case const& file);

/// Why the submission came back, while it has not gone up again, likewise.
boost::json::array why_sent_back(visit const& v, opened_case const& file);

/// What whoever fills in the form of an act has to know of the case first: what the reviewer asked
/// for, one by one; the draft that is to be judged; what the units consulted said of it; whether
/// the answer to an opinion is a duty; how far the draft changed; who signed up for a hearing; why
/// the last submission came back, or the one before; when a meeting put the matter off; what was
/// signed before; where an agenda is put in order; which meetings are to come, and who is against
/// what goes there; whom the law wants heard and who has been; where an interest of one's own is
/// declared; what a meeting ordered to be changed, and how that was done. Compares documents, so
/// only for reading threads. `kept`: what was begun of it, or null: of an opinion the text may have
/// changed since.
boost::json::array said_above(visit const& v, opened_case const& file, engine::offer const& offer,
                              adapters::soci::form_draft const* kept);

} // namespace web::handlers

#endif
