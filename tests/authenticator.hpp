#ifndef JUECE_TESTS_AUTHENTICATOR_HPP
#define JUECE_TESTS_AUTHENTICATOR_HPP

#include "engine/day.hpp"

#include <array>
#include <liboath/oath.h>
#include <stdexcept>
#include <string>

namespace tests {

/// What the phone of somebody with this secret shows at that moment.
inline std::string code_of(std::string const& secret, engine::instant at)
{
    auto const seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    std::array<char, 7> code{};
    if (oath_totp_generate(secret.data(), secret.size(), static_cast<std::time_t>(seconds),
                           OATH_TOTP_DEFAULT_TIME_STEP_SIZE, 0, 6, code.data()) != OATH_OK)
        throw std::runtime_error("no code");
    return code.data();
}

} // namespace tests

#endif
