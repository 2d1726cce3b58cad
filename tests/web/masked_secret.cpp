#include "web/masked_secret.hpp"

#include "tests/web/house.hpp"
#include "web/percent.hpp"

#include <boost/test/unit_test.hpp>

using tests::here;

namespace {

std::string secret_in(std::string const& page)
{
    constexpr std::string_view field = "name=\"csrf\" value=\"";
    auto const at = page.find(field);
    BOOST_TEST_REQUIRE(at != std::string::npos, page.substr(0, 300));
    auto const from = at + field.size();
    return page.substr(from, page.find('"', from) - from);
}

} // namespace

BOOST_AUTO_TEST_SUITE(masked_secret)

BOOST_AUTO_TEST_CASE(a_masked_secret_is_known_again_and_never_the_same)
{
    std::string const secret = "0123456789abcdef";
    auto const once = web::masked(secret), again = web::masked(secret);
    BOOST_TEST(once != again);
    BOOST_TEST(once.find(secret) == std::string::npos);
    for (auto const& one : {once, again, secret})
        BOOST_TEST(web::is_secret(one, secret));
    auto wrong = once;
    wrong.back() = wrong.back() == '0' ? '1' : '0';
    for (auto const& one : {wrong, std::string(), std::string("x"), std::string(64, 'z'),
                            std::string(64, '0'), web::masked("0123456789abcdeX")})
        BOOST_TEST(!web::is_secret(one, secret), one);
}

BOOST_AUTO_TEST_CASE(each_page_has_the_secret_of_the_session_behind_another_mask)
{
    auto const& h = here();
    constexpr std::string_view bearer = "Authorization: Bearer ";
    auto const browser = "Cookie: juece=" + h.clerk.substr(bearer.size());
    auto const page = [&] {
        return h.site.send("GET", "/account", browser + "Accept: text/html\r\n").body;
    };
    auto const first = page(), second = page();
    BOOST_TEST(first.find(h.clerk_csrf) == std::string::npos);
    auto const one = secret_in(first), other = secret_in(second);
    BOOST_TEST(one != other);
    // Both still send a form, since a person has several pages open.
    for (auto const& secret : {one, other})
        BOOST_TEST(h.site
                       .send("POST", "/account/phrases", browser + tests::form_type,
                             web::to_query({{"csrf", secret}, {"phrases", "请予办理"}}))
                       .status < 400);
    BOOST_TEST(
        h.site
            .send("POST", "/account/phrases", browser + tests::form_type,
                  web::to_query({{"csrf", std::string(one.size(), '0')}, {"phrases", "请予办理"}}))
            .status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
