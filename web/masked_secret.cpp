#include "web/masked_secret.hpp"

#include "adapters/soci/random_text.hpp"

#include <openssl/crypto.h>

namespace web {
namespace {

namespace soci = adapters::soci;

std::string crossed(std::string_view words, std::string_view mask)
{
    std::string made(words);
    for (std::size_t i = 0; i < made.size(); ++i)
        made[i] = static_cast<char>(made[i] ^ mask[i]);
    return made;
}

bool same(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace

std::string masked(std::string_view secret)
{
    if (secret.empty())
        return {};
    auto const mask = soci::random_bytes(secret.size());
    return soci::to_hex(mask + crossed(secret, mask));
}

bool is_secret(std::string_view given, std::string_view secret)
{
    if (given.size() != 4 * secret.size())
        return same(given, secret);
    auto const both = soci::from_hex(std::string(given));
    if (!both)
        return false;
    auto const mask = std::string_view(*both).substr(0, secret.size());
    return same(crossed(std::string_view(*both).substr(secret.size()), mask), secret);
}

} // namespace web
