#ifndef JUECE_ADAPTERS_SECRETS_SEALING_KEY_HPP
#define JUECE_ADAPTERS_SECRETS_SEALING_KEY_HPP

#include <filesystem>
#include <optional>
#include <string>

namespace adapters::secrets {

/// Locks up what must be kept in the clear to be used: AES-256-GCM with a key of this installation.
/// The key lies in a file of its own beside the database, for its owner only, so that a copy or a
/// backup of the database alone opens nothing.
class sealing_key {
public:
    /// The key of a data directory: DIR/sealing.key; made if there is none. Throws
    /// std::runtime_error when it cannot be read or made, is no key, or others may read it.
    static sealing_key of(std::filesystem::path const& dir);

    /// `about` says whose secret it is; what was sealed for one opens for nobody else.
    std::string seal(std::string const& plain, std::string const& about) const;
    /// Nothing when it was sealed with another key, about another thing, or altered since.
    std::optional<std::string> open(std::string const& sealed, std::string const& about) const;

private:
    explicit sealing_key(std::string key) : key_(std::move(key)) {}
    std::string key_;
};

} // namespace adapters::secrets

#endif
