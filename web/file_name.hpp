#ifndef JUECE_WEB_FILE_NAME_HPP
#define JUECE_WEB_FILE_NAME_HPP

#include <string>
#include <string_view>

namespace web {

/// The last part of whatever path a client calls a file by, without control characters.
std::string file_name_in(std::string_view path);

} // namespace web

#endif
