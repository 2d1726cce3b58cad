#include "adapters/secrets/sealing_key.hpp"

#include "adapters/secrets/bytes_of.hpp"
#include "adapters/secrets/key_file.hpp"
#include "adapters/soci/random_text.hpp"

#include <memory>
#include <openssl/evp.h>
#include <stdexcept>

namespace adapters::secrets {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t nonce_bytes = 12;
constexpr std::size_t tag_bytes = 16;

using context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

void must(int result)
{
    if (result != 1)
        throw std::runtime_error("AES-256-GCM is not available");
}

} // namespace

sealing_key sealing_key::of(fs::path const& dir)
{
    return sealing_key(kept_key(dir / "sealing.key"));
}

std::string sealing_key::seal(std::string const& plain, std::string const& about) const
{
    auto const nonce = soci::random_bytes(nonce_bytes);
    std::string hidden(plain.size(), '\0');
    std::string tag(tag_bytes, '\0');
    context const with(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    int length = 0;
    must(EVP_EncryptInit_ex2(with.get(), EVP_aes_256_gcm(), bytes_of(key_), bytes_of(nonce),
                             nullptr));
    must(EVP_EncryptUpdate(with.get(), nullptr, &length, bytes_of(about),
                           static_cast<int>(about.size())));
    must(EVP_EncryptUpdate(with.get(), bytes_of(hidden), &length, bytes_of(plain),
                           static_cast<int>(plain.size())));
    must(EVP_EncryptFinal_ex(with.get(), bytes_of(hidden) + length, &length));
    must(EVP_CIPHER_CTX_ctrl(with.get(), EVP_CTRL_GCM_GET_TAG, tag_bytes, tag.data()));
    return soci::to_hex(nonce + hidden + tag);
}

std::optional<std::string> sealing_key::open(std::string const& sealed,
                                             std::string const& about) const
{
    auto const all = soci::from_hex(sealed);
    if (!all || all->size() < nonce_bytes + tag_bytes)
        return {};
    auto const nonce = all->substr(0, nonce_bytes);
    auto const hidden = all->substr(nonce_bytes, all->size() - nonce_bytes - tag_bytes);
    auto tag = all->substr(all->size() - tag_bytes);
    std::string plain(hidden.size(), '\0');
    context const with(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    int length = 0;
    must(EVP_DecryptInit_ex2(with.get(), EVP_aes_256_gcm(), bytes_of(key_), bytes_of(nonce),
                             nullptr));
    must(EVP_DecryptUpdate(with.get(), nullptr, &length, bytes_of(about),
                           static_cast<int>(about.size())));
    must(EVP_DecryptUpdate(with.get(), bytes_of(plain), &length, bytes_of(hidden),
                           static_cast<int>(hidden.size())));
    must(EVP_CIPHER_CTX_ctrl(with.get(), EVP_CTRL_GCM_SET_TAG, tag_bytes, tag.data()));
    if (EVP_DecryptFinal_ex(with.get(), bytes_of(plain) + length, &length) != 1)
        return {};
    return plain;
}

} // namespace adapters::secrets
