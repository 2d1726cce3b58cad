#include "adapters/secrets/signing_key.hpp"

#include "adapters/secrets/bytes_of.hpp"
#include "adapters/secrets/key_file.hpp"
#include "adapters/soci/random_text.hpp"

#include <memory>
#include <openssl/evp.h>
#include <stdexcept>

namespace adapters::secrets {
namespace {

constexpr std::size_t public_bytes = 32;
constexpr std::size_t signature_bytes = 64;

using pkey = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using digest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

void must(bool worked)
{
    if (!worked)
        throw std::runtime_error("Ed25519 is not available");
}

pkey private_of(std::string const& key)
{
    pkey made(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytes_of(key), key.size()),
              EVP_PKEY_free);
    must(made != nullptr);
    return made;
}

} // namespace

signing_key signing_key::of(std::filesystem::path const& dir)
{
    return signing_key(kept_key(dir / "report.key"));
}

std::string signing_key::sign(std::string const& words) const
{
    auto const key = private_of(key_);
    digest const with(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    std::string signature(signature_bytes, '\0');
    auto size = signature.size();
    must(EVP_DigestSignInit(with.get(), nullptr, nullptr, nullptr, key.get()) == 1);
    must(EVP_DigestSign(with.get(), bytes_of(signature), &size, bytes_of(words), words.size()) ==
         1);
    return soci::to_hex(signature);
}

std::string signing_key::public_key() const
{
    auto const key = private_of(key_);
    std::string shown(public_bytes, '\0');
    auto size = shown.size();
    must(EVP_PKEY_get_raw_public_key(key.get(), bytes_of(shown), &size) == 1);
    return soci::to_hex(shown);
}

bool is_signed(std::string const& words, std::string const& signature,
               std::string const& public_key)
{
    auto const raw = soci::from_hex(signature);
    auto const shown = soci::from_hex(public_key);
    if (!raw || raw->size() != signature_bytes || !shown || shown->size() != public_bytes)
        return false;
    pkey const key(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes_of(*shown), shown->size()),
        EVP_PKEY_free);
    if (!key)
        return false;
    digest const with(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    return EVP_DigestVerifyInit(with.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(with.get(), bytes_of(*raw), raw->size(), bytes_of(words),
                            words.size()) == 1;
}

} // namespace adapters::secrets
