#ifndef JUECE_WEB_FOR_EVERYBODY_HPP
#define JUECE_WEB_FOR_EVERYBODY_HPP

#include <string_view>

namespace web {

/// The public's pages have a top and threads of their own.
inline bool is_for_everybody(std::string_view path)
{
    return path == "/public" || path.starts_with("/public/");
}

} // namespace web

#endif
