#include "adapters/openid/id_token.hpp"
#include "tests/adapters/sample_procedure.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <cjose/cjose.h>
#include <memory>

using namespace adapters::openid;
namespace json = boost::json;

namespace {

/// A provider's key, with what it signs.
class signer {
public:
    explicit signer(char const* id)
        : key_(cjose_jwk_create_RSA_random(2048, exponent, sizeof exponent, nullptr),
               cjose_jwk_release)
    {
        cjose_jwk_set_kid(key_.get(), id, std::string_view(id).size(), nullptr);
    }

    json::object public_key() const
    {
        std::unique_ptr<char, decltype(cjose_get_dealloc())> const text(
            cjose_jwk_to_json(key_.get(), false, nullptr), cjose_get_dealloc());
        return json::parse(text.get()).as_object();
    }
    std::string sign(json::object const& claims, char const* algorithm = "RS256") const
    {
        return sign(json::serialize(claims), algorithm, key_.get());
    }
    static std::string sign(std::string const& content, char const* algorithm,
                            cjose_jwk_t const* with)
    {
        auto* header = cjose_header_new(nullptr);
        cjose_header_set(header, CJOSE_HDR_ALG, algorithm, nullptr);
        if (auto const* id = cjose_jwk_get_kid(with, nullptr))
            cjose_header_set(header, CJOSE_HDR_KID, id, nullptr);
        auto* jws =
            cjose_jws_sign(with, header, reinterpret_cast<std::uint8_t const*>(content.data()),
                           content.size(), nullptr);
        BOOST_TEST_REQUIRE(jws != nullptr);
        char const* text = nullptr;
        cjose_jws_export(jws, &text, nullptr);
        std::string const token = text;
        cjose_jws_release(jws);
        cjose_header_release(header);
        return token;
    }

private:
    static constexpr std::uint8_t exponent[] = {1, 0, 1};
    std::unique_ptr<cjose_jwk_t, decltype(&cjose_jwk_release)> key_;
};

constexpr std::uint8_t signer::exponent[];

signer const& provider_key()
{
    static signer const one("first");
    return one;
}

json::object keys()
{
    return {{"keys", json::array{provider_key().public_key()}}};
}

/// 2024-03-01T01:00:00Z
constexpr long long now = 1'709'254'800;

json::object claims()
{
    return {{"iss", "https://id.test"}, {"aud", "juece"},  {"sub", "248289"}, {"nonce", "n-0S6"},
            {"exp", now + 300},         {"iat", now - 10}, {"login", "lisi"}};
}

expected_token wanted()
{
    return {"https://id.test", "juece", "n-0S6", tests::at("2024-03-01T01:00:00.000Z")};
}

/// Why a token with other claims is not accepted; empty: it is.
std::string against(json::object const& changes)
{
    auto all = claims();
    for (auto const& [name, value] : changes)
        if (value.is_null())
            all.erase(name);
        else
            all[name] = value;
    auto const read = claims_of(provider_key().sign(all), keys(), wanted());
    auto const* no = std::get_if<not_accepted>(&read);
    return no ? no->reason : "";
}

std::string against_token(std::string const& token)
{
    auto const read = claims_of(token, keys(), wanted());
    auto const* no = std::get_if<not_accepted>(&read);
    return no ? no->reason : "";
}

} // namespace

BOOST_AUTO_TEST_SUITE(id_token_test)

BOOST_AUTO_TEST_CASE(a_right_token_gives_its_claims)
{
    auto const read = claims_of(provider_key().sign(claims()), keys(), wanted());
    BOOST_REQUIRE(std::holds_alternative<json::object>(read));
    BOOST_TEST(std::get<json::object>(read).at("login").as_string() == "lisi");
    BOOST_TEST(against_token(provider_key().sign(claims(), "PS256")) == "");
}

BOOST_AUTO_TEST_CASE(a_token_of_another_issuer_client_or_attempt_is_none)
{
    BOOST_TEST(against({{"iss", "https://id.test/"}}) == "wrong_issuer");
    BOOST_TEST(against({{"iss", nullptr}}) == "wrong_issuer");
    BOOST_TEST(against({{"aud", "other"}}) == "wrong_audience");
    BOOST_TEST(against({{"aud", nullptr}}) == "wrong_audience");
    BOOST_TEST(against({{"aud", json::array{"other"}}}) == "wrong_audience");
    BOOST_TEST(against({{"aud", json::array{"juece"}}}) == "");
    BOOST_TEST(against({{"aud", json::array{"juece", "other"}}}) == "wrong_audience");
    BOOST_TEST(against({{"aud", json::array{"juece", "other"}}, {"azp", "juece"}}) == "");
    BOOST_TEST(against({{"azp", "other"}}) == "wrong_audience");
    BOOST_TEST(against({{"nonce", "another"}}) == "wrong_nonce");
    BOOST_TEST(against({{"nonce", nullptr}}) == "wrong_nonce");
    BOOST_TEST(against({{"sub", nullptr}}) == "no_claim");
}

BOOST_AUTO_TEST_CASE(a_token_counts_in_its_time_give_or_take_a_minute)
{
    BOOST_TEST(against({{"exp", now - 59}}) == "");
    BOOST_TEST(against({{"exp", now - 60}}) == "token_expired");
    BOOST_TEST(against({{"exp", nullptr}}) == "token_expired");
    BOOST_TEST(against({{"exp", "tomorrow"}}) == "token_expired");
    BOOST_TEST(against({{"iat", now + 60}}) == "");
    BOOST_TEST(against({{"iat", now + 61}}) == "token_expired");
    BOOST_TEST(against({{"iat", nullptr}}) == "token_expired");
}

BOOST_AUTO_TEST_CASE(what_is_not_signed_by_the_provider_is_nothing)
{
    auto const token = provider_key().sign(claims());
    BOOST_TEST(against_token("") == "bad_token");
    BOOST_TEST(against_token("a.b.c") == "bad_token");
    auto const dot = token.find('.');
    auto const end = token.rfind('.');
    auto altered = token;
    altered[end + 5] = altered[end + 5] == 'A' ? 'B' : 'A';
    BOOST_TEST(against_token(altered) == "bad_signature");
    auto other_content = provider_key().sign({{"iss", "https://id.test"}});
    auto const spliced = token.substr(0, dot) +
                         other_content.substr(other_content.find('.'),
                                              other_content.rfind('.') - other_content.find('.')) +
                         token.substr(end);
    BOOST_TEST(against_token(spliced) == "bad_signature");
    signer const other("first");
    BOOST_TEST(against_token(other.sign(claims())) == "bad_signature");
    signer const later("second");
    BOOST_TEST(against_token(later.sign(claims())) == unknown_key);
}

BOOST_AUTO_TEST_CASE(no_signature_and_a_shared_secret_are_no_signatures)
{
    // {"alg":"none"} with an empty signature
    auto const token = provider_key().sign(claims());
    auto const dot = token.find('.');
    auto const end = token.rfind('.');
    BOOST_TEST(against_token("eyJhbGciOiJub25lIn0" + token.substr(dot, end - dot) + ".") != "");
    // the provider's public key taken for a shared secret
    auto const secret = json::serialize(provider_key().public_key());
    std::unique_ptr<cjose_jwk_t, decltype(&cjose_jwk_release)> const shared(
        cjose_jwk_create_oct_spec(reinterpret_cast<std::uint8_t const*>(secret.data()),
                                  secret.size(), nullptr),
        cjose_jwk_release);
    BOOST_TEST(against_token(signer::sign(json::serialize(claims()), "HS256", shared.get())) ==
               "bad_signature");
}

BOOST_AUTO_TEST_SUITE_END()
