#include "adapters/soci/accounts.hpp"
#include "adapters/soci/password_policy.hpp"
#include "adapters/soci/random_text.hpp"

#include <argon2.h>
#include <stdexcept>

namespace adapters::soci {
namespace {

// The OWASP minimum for Argon2id: two passes over 19 MiB in one lane. Measured 26 ms here; more
// memory would let a handful of sign-ins at once exceed what the whole server may take.
constexpr unsigned passes = 2;
constexpr unsigned kibibytes = 19'456;
constexpr unsigned lanes = 1;
constexpr std::size_t salt_bytes = 16;
constexpr std::size_t hash_bytes = 32;

} // namespace

std::string hash_password(std::string const& password)
{
    if (password.empty() || password.size() > longest_password)
        throw std::invalid_argument("a password has 1 to 256 bytes");
    auto const salt = random_bytes(salt_bytes);
    std::string encoded(
        argon2_encodedlen(passes, kibibytes, lanes, salt_bytes, hash_bytes, Argon2_id), '\0');
    int const result =
        argon2id_hash_encoded(passes, kibibytes, lanes, password.data(), password.size(),
                              salt.data(), salt.size(), hash_bytes, encoded.data(), encoded.size());
    if (result != ARGON2_OK)
        throw std::runtime_error(argon2_error_message(result));
    encoded.resize(encoded.find('\0'));
    return encoded;
}

bool verify_password(std::string const& encoded, std::string const& password)
{
    if (password.size() > longest_password)
        return false;
    if (encoded.empty()) {
        // Whoever has no password yet is answered as slowly as anybody else.
        static std::string const nobody = hash_password("nobody has this password");
        verify_password(nobody, password);
        return false;
    }
    int const result = argon2id_verify(encoded.c_str(), password.data(), password.size());
    if (result != ARGON2_OK && result != ARGON2_VERIFY_MISMATCH)
        throw std::runtime_error(argon2_error_message(result));
    return result == ARGON2_OK;
}

} // namespace adapters::soci
