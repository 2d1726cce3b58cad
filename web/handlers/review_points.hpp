#ifndef JUECE_WEB_HANDLERS_REVIEW_POINTS_HPP
#define JUECE_WEB_HANDLERS_REVIEW_POINTS_HPP

#include "web/handlers/opened_case.hpp"

#include <boost/json/array.hpp>

namespace web::handlers {

/// The points of an opinion of the legality review, the reviewer's or an adviser's, in the order
/// in which they were written. `answer`: the act by which the sponsor answered them, or null.
boost::json::array points_view(visit const& v, engine::act const& opinion,
                               engine::act const* answer = nullptr);

} // namespace web::handlers

#endif
