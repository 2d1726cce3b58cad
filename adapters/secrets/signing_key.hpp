#ifndef JUECE_ADAPTERS_SECRETS_SIGNING_KEY_HPP
#define JUECE_ADAPTERS_SECRETS_SIGNING_KEY_HPP

#include <filesystem>
#include <string>

namespace adapters::secrets {

/// Signs what leaves the house as a file (Ed25519, RFC 8032).
class signing_key {
public:
    /// The key of a data directory: DIR/report.key; made if there is none. Throws
    /// std::runtime_error when it cannot be read or made, is no key, or others may read it.
    static signing_key of(std::filesystem::path const& dir);

    /// 128 hex digits.
    std::string sign(std::string const& words) const;
    /// 64 hex digits: what others know the house by.
    std::string public_key() const;

private:
    explicit signing_key(std::string key) : key_(std::move(key)) {}
    std::string key_;
};

/// True if the signature is of these words and of that public key; false for anything malformed.
bool is_signed(std::string const& words, std::string const& signature,
               std::string const& public_key);

} // namespace adapters::secrets

#endif
