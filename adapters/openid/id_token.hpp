#ifndef JUECE_ADAPTERS_OPENID_ID_TOKEN_HPP
#define JUECE_ADAPTERS_OPENID_ID_TOKEN_HPP

#include "engine/day.hpp"

#include <boost/json/object.hpp>
#include <string>
#include <variant>

namespace adapters::openid {

/// Why a token or an answer of the provider is not accepted: a key for the audit log
/// ("bad_signature"), and words for the log of the program.
struct not_accepted {
    std::string reason;
    std::string words;
};

/// What a token must be, besides signed.
struct expected_token {
    std::string issuer;
    std::string client_id;
    std::string nonce;
    engine::instant now;
};

/// A key is asked for by this reason; the keys may have changed since they were fetched.
inline constexpr char const* unknown_key = "unknown_key";

/// The claims of an ID token, after OpenID Connect Core 1.0, 3.1.3.7: signed by one of the keys
/// (a JWK set) with RSA or an elliptic curve, from the issuer, for us, in its time, with our nonce.
std::variant<boost::json::object, not_accepted>
claims_of(std::string const& token, boost::json::object const& keys, expected_token const& wanted);

} // namespace adapters::openid

#endif
