#ifndef JUECE_WEB_PERCENT_HPP
#define JUECE_WEB_PERCENT_HPP

#include "web/request.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace web {

/// Most pairs that a query or a form may have.
inline constexpr std::size_t most_pairs = 20'000;

/// True for well-formed UTF-8 without NUL.
bool is_clean_text(std::string_view bytes);

/// Undoes percent encoding; nothing for a broken escape, NUL, or bytes that are not UTF-8.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space);

/// Encodes everything but letters, digits and "-._~".
std::string percent_encoded(std::string_view text);

/// Reads "a=1&b=2" as a form sends it; nothing when a name or value does not decode or there are
/// too many.
std::optional<pairs> parse_pairs(std::string_view text);

/// Writes "a=1&b=2".
std::string to_query(pairs const& fields);

} // namespace web

#endif
