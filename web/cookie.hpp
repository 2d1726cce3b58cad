#ifndef JUECE_WEB_COOKIE_HPP
#define JUECE_WEB_COOKIE_HPP

#include "web/request.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace web {

/// The value of a cookie in a Cookie header. A name that comes twice with different values counts
/// as absent: one of the two was planted.
std::optional<std::string> cookie_value(std::string_view header, std::string_view name);

/// The value of a Set-Cookie header for the whole site. Without an age it lives as long as the
/// browser; an age of zero removes it.
std::string set_cookie(std::string_view name, std::string_view value, bool secure, bool http_only,
                       std::optional<std::chrono::seconds> age = {});

} // namespace web

#endif
