#include "adapters/one_time_code/one_time_code.hpp"

#include <algorithm>
#include <cstdlib>
#include <liboath/oath.h>
#include <memory>
#include <new>

namespace adapters::one_time_code {
namespace {

constexpr unsigned step_seconds = OATH_TOTP_DEFAULT_TIME_STEP_SIZE;
constexpr std::size_t steps_around = 1;

std::string percent_encoded(std::string const& text)
{
    constexpr char digits[] = "0123456789ABCDEF";
    std::string made;
    for (unsigned char c : text) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
        if (plain)
            made += static_cast<char>(c);
        else
            made.append({'%', digits[c >> 4], digits[c & 15]});
    }
    return made;
}

} // namespace

std::string in_base32(std::string const& secret)
{
    char* written = nullptr;
    std::size_t length = 0;
    if (oath_base32_encode(secret.data(), secret.size(), &written, &length) != OATH_OK)
        throw std::bad_alloc();
    std::unique_ptr<char, decltype(&std::free)> const held(written, std::free);
    std::string text(written, length);
    text.erase(text.find_last_not_of('=') + 1);
    return text;
}

std::string enrolment_address(std::string const& secret, std::string const& issuer,
                              std::string const& account)
{
    return "otpauth://totp/" + percent_encoded(issuer) + ":" + percent_encoded(account) +
           "?secret=" + in_base32(secret) + "&issuer=" + percent_encoded(issuer);
}

std::optional<long long> step_of(std::string const& secret, std::string const& code,
                                 engine::instant now)
{
    auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (code.size() != code_digits || !std::all_of(code.begin(), code.end(), is_digit))
        return {};
    auto const seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    int away = 0;
    int const found =
        oath_totp_validate2(secret.data(), secret.size(), static_cast<std::time_t>(seconds),
                            step_seconds, 0, steps_around, &away, code.c_str());
    if (found < 0)
        return {};
    return seconds / step_seconds + away;
}

} // namespace adapters::one_time_code
