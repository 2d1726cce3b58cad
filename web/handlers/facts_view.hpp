#ifndef JUECE_WEB_HANDLERS_FACTS_VIEW_HPP
#define JUECE_WEB_HANDLERS_FACTS_VIEW_HPP

#include "web/visit.hpp"

#include <boost/json/array.hpp>

namespace web::handlers {

/// What procedure::facts() tells, in words; its form is told in web/README.md.
boost::json::array facts_view(visit const& v, boost::json::object const& facts);

} // namespace web::handlers

#endif
