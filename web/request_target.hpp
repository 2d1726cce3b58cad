#ifndef JUECE_WEB_REQUEST_TARGET_HPP
#define JUECE_WEB_REQUEST_TARGET_HPP

#include "web/request.hpp"

namespace web {

/// Splits the target into path and query; false when it is not one that a site has.
bool read_target(request& asked);

} // namespace web

#endif
