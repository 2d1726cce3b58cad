#ifndef JUECE_ADAPTERS_SECRETS_BYTES_OF_HPP
#define JUECE_ADAPTERS_SECRETS_BYTES_OF_HPP

#include <string>

namespace adapters::secrets {

/// The bytes of a text as OpenSSL takes them.
inline unsigned char const* bytes_of(std::string const& text)
{
    return reinterpret_cast<unsigned char const*>(text.data());
}

/// As above, to be written over; the text keeps its length.
inline unsigned char* bytes_of(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

} // namespace adapters::secrets

#endif
