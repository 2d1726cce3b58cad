#include "adapters/openid/id_token.hpp"

#include "adapters/openid/text_in.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <cjose/cjose.h>
#include <memory>
#include <optional>
#include <string_view>

namespace adapters::openid {
namespace {

namespace json = boost::json;

/// Clocks of two machines may differ by so much.
constexpr std::chrono::seconds leeway{60};

/// Never "none", and never one with a shared secret: a public key must not serve as one.
constexpr auto algorithms = std::to_array<std::string_view>(
    {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"});

using signed_text = std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)>;
using key = std::unique_ptr<cjose_jwk_t, decltype(&cjose_jwk_release)>;

std::optional<std::chrono::sys_seconds> time_in(json::object const& in, char const* name)
{
    auto const* value = in.if_contains(name);
    if (!value || !value->is_number())
        return {};
    json::error_code fault;
    auto const seconds = value->to_number<long long>(fault);
    if (fault)
        return {};
    return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

std::string header_of(cjose_jws_t* of, char const* name)
{
    cjose_err fault{};
    auto const* value = cjose_header_get(cjose_jws_get_protected(of), name, &fault);
    return value ? value : "";
}

/// The keys that may have signed: of the right kind, under the id that the token names if it does.
std::vector<json::object> keys_for(json::object const& set, std::string const& algorithm,
                                   std::string const& id)
{
    std::vector<json::object> fitting;
    auto const* all = set.if_contains("keys");
    if (!all || !all->is_array())
        return fitting;
    auto const* kind = algorithm.starts_with("ES") ? "EC" : "RSA";
    for (auto const& one : all->get_array()) {
        if (!one.is_object())
            continue;
        auto const& jwk = one.get_object();
        auto const fits = text_in(jwk, "kty") == kind && text_in(jwk, "use") != "enc" &&
                          (id.empty() || text_in(jwk, "kid") == id) &&
                          (text_in(jwk, "alg").empty() || text_in(jwk, "alg") == algorithm);
        if (fits)
            fitting.push_back(jwk);
    }
    return fitting;
}

bool verifies(std::string const& token, json::object const& jwk)
{
    cjose_err fault{};
    auto const text = json::serialize(jwk);
    key const with(cjose_jwk_import(text.c_str(), text.size(), &fault), cjose_jwk_release);
    // A token that failed once is not to be tried again, so each key gets its own.
    signed_text const jws(cjose_jws_import(token.c_str(), token.size(), &fault), cjose_jws_release);
    return with && jws && cjose_jws_verify(jws.get(), with.get(), &fault);
}

bool is_for(json::object const& claims, std::string const& client_id)
{
    auto const* audience = claims.if_contains("aud");
    auto const party = text_in(claims, "azp");
    if (!audience || (!party.empty() && party != client_id))
        return false;
    if (audience->is_string())
        return audience->get_string() == client_id;
    if (!audience->is_array())
        return false;
    auto const& all = audience->get_array();
    auto const names_us = std::any_of(all.begin(), all.end(), [&](json::value const& one) {
        return one.is_string() && one.get_string() == client_id;
    });
    return names_us && (all.size() == 1 || party == client_id);
}

std::optional<not_accepted> against(json::object const& claims, expected_token const& wanted)
{
    if (text_in(claims, "iss") != wanted.issuer)
        return not_accepted{"wrong_issuer", "the token is from " + text_in(claims, "iss")};
    if (!is_for(claims, wanted.client_id))
        return not_accepted{"wrong_audience", "the token is not for this client"};
    auto const ends = time_in(claims, "exp");
    if (!ends || *ends + leeway <= wanted.now)
        return not_accepted{"token_expired", "the token has no end or is over"};
    auto const made = time_in(claims, "iat");
    if (!made || *made - leeway > wanted.now)
        return not_accepted{"token_expired", "the token is not yet made"};
    if (wanted.nonce.empty() || text_in(claims, "nonce") != wanted.nonce)
        return not_accepted{"wrong_nonce", "the token answers another attempt"};
    if (text_in(claims, "sub").empty())
        return not_accepted{"no_claim", "the token names nobody"};
    return {};
}

} // namespace

std::variant<json::object, not_accepted>
claims_of(std::string const& token, json::object const& keys, expected_token const& wanted)
{
    cjose_err fault{};
    signed_text const jws(cjose_jws_import(token.c_str(), token.size(), &fault), cjose_jws_release);
    if (!jws)
        return not_accepted{"bad_token", "the token is no signed text"};
    auto const algorithm = header_of(jws.get(), CJOSE_HDR_ALG);
    if (std::find(algorithms.begin(), algorithms.end(), algorithm) == algorithms.end())
        return not_accepted{"bad_signature", "the token is signed by " + algorithm};
    auto const fitting = keys_for(keys, algorithm, header_of(jws.get(), CJOSE_HDR_KID));
    if (fitting.empty())
        return not_accepted{unknown_key, "no key fits the token"};
    if (std::none_of(fitting.begin(), fitting.end(),
                     [&](auto const& one) { return verifies(token, one); }))
        return not_accepted{"bad_signature", "the signature of the token is wrong"};

    std::uint8_t* bytes = nullptr;
    std::size_t length = 0;
    if (!cjose_jws_get_plaintext(jws.get(), &bytes, &length, &fault))
        return not_accepted{"bad_token", "the token has no content"};
    json::error_code wrong;
    auto claims = json::parse({reinterpret_cast<char const*>(bytes), length}, wrong);
    if (wrong || !claims.is_object())
        return not_accepted{"bad_token", "the content of the token is no JSON object"};
    if (auto no = against(claims.get_object(), wanted))
        return *no;
    return std::move(claims.get_object());
}

} // namespace adapters::openid
