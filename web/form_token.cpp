#include "web/form_token.hpp"

#include <array>
#include <charconv>
#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdexcept>

namespace web {
namespace {

constexpr std::size_t longest_id = 64;

std::string seal_of(std::string_view key, std::string_view about, std::string_view id,
                    std::string_view seconds)
{
    auto const sealed = fmt::format("{}\n{}\n{}", about, id, seconds);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (!HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
              reinterpret_cast<unsigned char const*>(sealed.data()), sealed.size(), digest.data(),
              &size))
        throw std::runtime_error("OpenSSL makes no HMAC");
    std::string text;
    for (unsigned int i = 0; i < size; ++i)
        text += fmt::format("{:02x}", digest[i]);
    return text;
}

} // namespace

std::string seal_form(std::string_view key, std::string_view about, form_token const& what)
{
    auto const seconds = fmt::format(
        "{}", std::chrono::floor<std::chrono::seconds>(what.made.time_since_epoch()).count());
    return what.id + "." + seconds + "." + seal_of(key, about, what.id, seconds);
}

read_token read_form_token(std::string_view key, std::string_view about, std::string_view token,
                           engine::instant now)
{
    auto const first = token.find('.');
    auto const second = first == token.npos ? first : token.find('.', first + 1);
    if (second == token.npos || first == 0 || first > longest_id)
        return {};
    auto const id = token.substr(0, first);
    auto const seconds = token.substr(first + 1, second - first - 1);
    auto const seal = token.substr(second + 1);
    auto const right = seal_of(key, about, id, seconds);
    if (seal.size() != right.size() || CRYPTO_memcmp(seal.data(), right.data(), seal.size()) != 0)
        return {};
    long long made = 0;
    std::from_chars(seconds.data(), seconds.data() + seconds.size(), made);
    read_token found{token_state::good,
                     {std::string(id), engine::instant(std::chrono::seconds(made))}};
    auto const age = now - found.what.made;
    if (age < quickest_form)
        found.is = token_state::too_quick;
    else if (age > oldest_form)
        found.is = token_state::too_old;
    return found;
}

} // namespace web
