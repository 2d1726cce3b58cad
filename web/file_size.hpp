#ifndef JUECE_WEB_FILE_SIZE_HPP
#define JUECE_WEB_FILE_SIZE_HPP

#include <cstdint>
#include <string>

namespace web {

/// "12.3 KB": how large a file is, for people.
std::string size_words(std::uintmax_t bytes);

} // namespace web

#endif
