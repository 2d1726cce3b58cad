#ifndef JUECE_WEB_HANDLERS_PARTICIPATION_GROUNDWORK_HPP
#define JUECE_WEB_HANDLERS_PARTICIPATION_GROUNDWORK_HPP

#include "web/handlers/opened_case.hpp"

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

namespace web::handlers {

/// What the forms by which units, the public and experts are heard propose from the record: the
/// units that are concerned, the shortest lawful window, the experts who were chosen, the opinions
/// that have no decision, whose word on the risks is wanted first, rows for those who discuss.
/// Empty for other acts.
boost::json::object body_while_hearing(visit const& v, opened_case const& file,
                                       std::string_view kind);

/// How the public has taken part so far, in sentences: where it was asked, what was held with how
/// many, what came in and what became of it. Empty before anything was done.
std::string participation_so_far(visit const& v, opened_case const& file);

} // namespace web::handlers

#endif
