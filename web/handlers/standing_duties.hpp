#ifndef JUECE_WEB_HANDLERS_STANDING_DUTIES_HPP
#define JUECE_WEB_HANDLERS_STANDING_DUTIES_HPP

#include "web/visit.hpp"

#include <boost/json/array.hpp>

namespace web::handlers {

/// What waits for whoever looks without being the task of a case, for 待办: a case of the year that
/// has not been opened, proposals of the public that nobody has handed on, and of the house's own
/// administration what the register shows to be open. Each leads to the form that settles it, and
/// is gone once that is done.
boost::json::array standing_duties(visit& v);

} // namespace web::handlers

#endif
