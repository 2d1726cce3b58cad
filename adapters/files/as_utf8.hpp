#ifndef JUECE_ADAPTERS_FILES_AS_UTF8_HPP
#define JUECE_ADAPTERS_FILES_AS_UTF8_HPP

#include <optional>
#include <string>
#include <string_view>

namespace adapters::files {

/// The bytes of a text file as UTF-8 without its mark: UTF-8, UTF-16 with its mark, or GB18030, as
/// editors and spreadsheets here write them. Nothing when it is no text of these.
std::optional<std::string> as_utf8(std::string_view bytes);

} // namespace adapters::files

#endif
