#ifndef JUECE_ADAPTERS_NOTICES_ENCODING_HPP
#define JUECE_ADAPTERS_NOTICES_ENCODING_HPP

#include <optional>
#include <string>
#include <string_view>

namespace adapters::notices {

/// Base64 with padding, in one line (RFC 4648, section 4).
std::string base64(std::string_view bytes);
/// Undone; nothing for any other text.
std::optional<std::string> from_base64(std::string_view text);

/// The same in lines of 76, each ended by CRLF, as the body of a mail.
std::string base64_lines(std::string_view bytes);

/// A header's words (RFC 2047): as they are when short and plain, else as encoded words of UTF-8
/// that no character is cut by.
std::string encoded_words(std::string_view words);

/// The longest beginning of at most so many bytes that cuts no UTF-8 character.
std::string_view whole_characters(std::string_view text, std::size_t most);

} // namespace adapters::notices

#endif
