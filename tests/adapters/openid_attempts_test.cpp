#include "adapters/soci/openid_attempts.hpp"
#include "tests/adapters/record_context.hpp"

namespace openid = adapters::openid;
using adapters::soci::openid_attempts;
using namespace std::chrono_literals;

namespace {

struct context : tests::fresh_record {
    engine::instant const now = tests::at("2024-03-01T01:00:00.000Z");
    openid_attempts attempts{db};
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(openid_attempts_test, context)

BOOST_AUTO_TEST_CASE(an_attempt_comes_back_once)
{
    auto const mine = openid::new_attempt();
    auto const other = openid::new_attempt();
    BOOST_TEST(mine.state.size() == 43u);
    BOOST_TEST(mine.state != other.state);
    BOOST_TEST(mine.verifier != mine.nonce);
    attempts.keep(mine, "/cases/7", now);
    attempts.keep(other, "/", now);
    auto const back = attempts.take(mine.state, now + 1min);
    BOOST_REQUIRE(back);
    BOOST_TEST(back->next == "/cases/7");
    BOOST_TEST(back->of.nonce == mine.nonce);
    BOOST_TEST(back->of.verifier == mine.verifier);
    BOOST_TEST(!attempts.take(mine.state, now + 1min));
    BOOST_TEST(!attempts.take("made up", now));
}

BOOST_AUTO_TEST_CASE(an_attempt_is_not_kept_for_ever)
{
    auto const late = openid::new_attempt();
    attempts.keep(late, "/", now);
    BOOST_TEST(!attempts.take(late.state, now + openid_attempts::lives));
    attempts.keep(openid::new_attempt(), "/", now + 1h);
    BOOST_TEST(number("select count(*) from openid_attempt") == 1);
}

BOOST_AUTO_TEST_CASE(what_is_not_secure_is_not_talked_to)
{
    openid::settings chosen{.issuer = "https://id.test",
                            .client_id = "juece",
                            .client_secret = "secret",
                            .back = "https://juece.test/sign-in/openid/back",
                            .claim = "login"};
    BOOST_TEST(openid::against(chosen).empty());
    chosen.issuer = "http://id.test";
    BOOST_TEST(!openid::against(chosen).empty());
    chosen.issuer = "http://127.0.0.1:9000";
    BOOST_TEST(openid::against(chosen).empty());
    chosen.back = "http://juece.test/sign-in/openid/back";
    BOOST_TEST(!openid::against(chosen).empty());
}

BOOST_AUTO_TEST_SUITE_END()
