#ifndef JUECE_WEB_VERSION_HPP
#define JUECE_WEB_VERSION_HPP

#include <string_view>

namespace web {

/// Of this program, as the project has it: "0.1.0".
extern std::string_view const version;

} // namespace web

#endif
