#ifndef JUECE_WEB_HANDLERS_DRAFTS_HPP
#define JUECE_WEB_HANDLERS_DRAFTS_HPP

#include "adapters/soci/own_desk.hpp"
#include "engine/body.hpp"
#include "web/visit.hpp"

#include <boost/json/object.hpp>
#include <string>
#include <vector>

namespace web::handlers {

/// What was typed into a draft, as the body of its act.
boost::json::object typed_in(adapters::soci::form_draft const& draft,
                             std::vector<engine::field> const& fields);

/// When it was kept and where it is dropped, for the note above a restored form.
boost::json::object draft_note(visit const& v, adapters::soci::form_draft const& draft);

/// The list of one's own drafts (草稿).
answer show_drafts(visit& v);

} // namespace web::handlers

#endif
