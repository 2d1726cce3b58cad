#ifndef JUECE_ADAPTERS_SOCI_RANDOM_TEXT_HPP
#define JUECE_ADAPTERS_SOCI_RANDOM_TEXT_HPP

#include <cstddef>
#include <optional>
#include <string>

namespace adapters::soci {

/// So many bytes nobody can foretell, from the system's source.
std::string random_bytes(std::size_t count);

/// Lower-case hex digits, two per byte.
std::string to_hex(std::string const& bytes);

/// The bytes of hex digits; nothing for any other text.
std::optional<std::string> from_hex(std::string const& hex);

/// Base64 for addresses and cookies, without padding (RFC 4648, section 5).
std::string to_base64url(std::string const& bytes);

} // namespace adapters::soci

#endif
