#ifndef JUECE_ADAPTERS_FILES_IS_UTF8_HPP
#define JUECE_ADAPTERS_FILES_IS_UTF8_HPP

#include <string_view>

namespace adapters::files {

/// True for well-formed UTF-8.
bool is_utf8(std::string_view bytes);

} // namespace adapters::files

#endif
