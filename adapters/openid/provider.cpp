#include "adapters/openid/provider.hpp"

#include "adapters/openid/fetch.hpp"
#include "adapters/openid/text_in.hpp"
#include "adapters/soci/random_text.hpp"
#include "engine/chain.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <iterator>

namespace adapters::openid {
namespace {

namespace json = boost::json;

constexpr std::size_t random_bytes = 32;

bool is_secure(std::string const& address)
{
    constexpr std::string_view secure[] = {
        "https://", "http://127.0.0.1:", "http://[::1]:", "http://localhost:"};
    return std::any_of(std::begin(secure), std::end(secure),
                       [&](std::string_view beginning) { return address.starts_with(beginning); });
}

std::optional<json::object> object_in(std::string const& text)
{
    json::error_code fault;
    auto value = json::parse(text, fault);
    if (fault || !value.is_object())
        return {};
    return std::move(value.get_object());
}

std::string challenge_of(std::string const& verifier)
{
    return soci::to_base64url(*soci::from_hex(engine::sha256(verifier)));
}

} // namespace

std::string against(settings const& chosen)
{
    if (!is_secure(chosen.issuer))
        return "the issuer must be an https address, not \"" + chosen.issuer + "\"";
    if (!is_secure(chosen.back))
        return "the address of this server must be an https address, not \"" + chosen.back + "\"";
    if (chosen.client_id.empty() || chosen.client_secret.empty() || chosen.claim.empty())
        return "client, secret and claim are needed";
    return {};
}

attempt new_attempt()
{
    auto const drawn = [] { return soci::to_base64url(soci::random_bytes(random_bytes)); };
    return {drawn(), drawn(), drawn()};
}

provider::provider(settings chosen) : chosen_(std::move(chosen)) {}

json::object provider::get(std::string const& address) const
{
    auto const got = fetch({.address = address, .certificates = chosen_.certificates});
    auto read = object_in(got.body);
    if (got.status != 200 || !read)
        throw unreachable(address + " answers " + std::to_string(got.status));
    return std::move(*read);
}

provider::endpoints provider::discover()
{
    std::lock_guard const hold(door_);
    if (found_)
        return *found_;
    auto base = chosen_.issuer;
    if (base.ends_with('/'))
        base.pop_back();
    auto const told = get(base + "/.well-known/openid-configuration");
    if (text_in(told, "issuer") != chosen_.issuer)
        throw unreachable("the issuer calls itself " + text_in(told, "issuer"));
    endpoints const read{text_in(told, "authorization_endpoint"), text_in(told, "token_endpoint"),
                         text_in(told, "jwks_uri")};
    for (auto const& one : {read.authorization, read.token, read.keys})
        if (!is_secure(one))
            throw unreachable("the issuer names an address that is not secure: " + one);
    found_ = read;
    return read;
}

json::object provider::keys(bool afresh)
{
    auto const where = discover().keys;
    std::lock_guard const hold(door_);
    if (!keys_ || afresh)
        keys_ = get(where);
    return *keys_;
}

std::string provider::address_for(attempt const& of)
{
    auto address = discover().authorization;
    auto separator = address.find('?') == std::string::npos ? '?' : '&';
    for (auto const& [name, value] : std::initializer_list<std::pair<char const*, std::string>>{
             {"response_type", "code"},
             {"client_id", chosen_.client_id},
             {"redirect_uri", chosen_.back},
             {"scope", chosen_.scope},
             {"state", of.state},
             {"nonce", of.nonce},
             {"code_challenge", challenge_of(of.verifier)},
             {"code_challenge_method", "S256"}}) {
        address += separator + (name + ("=" + escaped(value)));
        separator = '&';
    }
    return address;
}

std::variant<vouched, not_accepted> provider::redeem(std::string const& code, attempt const& of,
                                                     engine::instant now)
{
    auto const got = fetch({.address = discover().token,
                            .form = {{"grant_type", "authorization_code"},
                                     {"code", code},
                                     {"redirect_uri", chosen_.back},
                                     {"code_verifier", of.verifier}},
                            .user = chosen_.client_id,
                            .password = chosen_.client_secret,
                            .certificates = chosen_.certificates});
    auto const told = object_in(got.body);
    if (!told)
        return not_accepted{"bad_answer",
                            "the token endpoint answers " + std::to_string(got.status)};
    if (got.status != 200)
        return not_accepted{"code_refused", "the token endpoint says " + text_in(*told, "error")};
    auto const token = text_in(*told, "id_token");
    expected_token const wanted{chosen_.issuer, chosen_.client_id, of.nonce, now};
    auto read = claims_of(token, keys(false), wanted);
    // The provider may have changed its keys since they were fetched.
    if (auto const* no = std::get_if<not_accepted>(&read); no && no->reason == unknown_key)
        read = claims_of(token, keys(true), wanted);
    if (auto const* no = std::get_if<not_accepted>(&read))
        return *no;
    auto const name = text_in(std::get<json::object>(read), chosen_.claim.c_str());
    if (name.empty())
        return not_accepted{"no_claim", "the token has no claim " + chosen_.claim};
    return vouched{name};
}

} // namespace adapters::openid
