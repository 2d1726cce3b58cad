#ifndef JUECE_ADAPTERS_ONE_TIME_CODE_ONE_TIME_CODE_HPP
#define JUECE_ADAPTERS_ONE_TIME_CODE_ONE_TIME_CODE_HPP

#include "engine/day.hpp"

#include <optional>
#include <string>

// Codes of an authenticator (TOTP, RFC 6238) by liboath: SHA-1, six digits, steps of 30 seconds,
// which is what every authenticator application takes for granted.

namespace adapters::one_time_code {

/// As many bytes as RFC 4226 recommends for a secret.
inline constexpr std::size_t secret_bytes = 20;
inline constexpr std::size_t code_digits = 6;

/// A secret as people type it: base32 without padding.
std::string in_base32(std::string const& secret);

/// What an authenticator reads: otpauth://totp/ISSUER:ACCOUNT?secret=...&issuer=ISSUER.
std::string enrolment_address(std::string const& secret, std::string const& issuer,
                              std::string const& account);

/// The time step whose code this is: that of `now`, the one before or the one after, so that a
/// clock may be half a minute wrong. Nothing when the code fits none of them.
std::optional<long long> step_of(std::string const& secret, std::string const& code,
                                 engine::instant now);

} // namespace adapters::one_time_code

#endif
