#ifndef JUECE_WEB_HANDLERS_GROUNDWORK_HPP
#define JUECE_WEB_HANDLERS_GROUNDWORK_HPP

#include "web/handlers/opened_case.hpp"

#include <string_view>

namespace web::handlers {

/// What whoever does an act decides on: the last of each of the acts that it answers, whole, for
/// folded above its form. Empty for an act that answers none.
boost::json::array groundwork_of(visit const& v, opened_case const& file, std::string_view kind);

/// What such a form proposes while nobody has typed, beside the days of today: the unit that
/// proposed the matter, of a text whoever signs it, the version of the draft that waits for a word,
/// the laws that the decision rests on, and the next meeting or the one that was planned.
boost::json::object body_from_groundwork(visit const& v, opened_case const& file,
                                         std::string_view kind);

} // namespace web::handlers

#endif
