#ifndef JUECE_WEB_HANDLERS_PHRASES_HPP
#define JUECE_WEB_HANDLERS_PHRASES_HPP

#include "web/visit.hpp"

#include <boost/json/array.hpp>

namespace web::handlers {

/// What whoever looks often writes (常用语), for pages with forms: the page puts them into a
/// template, and the script beside the fields that take an opinion or a reason. Blocks.
boost::json::array phrases_view(visit const& v);

} // namespace web::handlers

#endif
