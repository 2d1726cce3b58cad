#ifndef JUECE_ADAPTERS_SECRETS_KEY_FILE_HPP
#define JUECE_ADAPTERS_SECRETS_KEY_FILE_HPP

#include <filesystem>
#include <string>

namespace adapters::secrets {

/// The 32 random bytes of a key file that only its owner may read; made if there is none. Throws
/// std::runtime_error when it cannot be read or made, is no key, or others may read it.
std::string kept_key(std::filesystem::path const& file);

} // namespace adapters::secrets

#endif
