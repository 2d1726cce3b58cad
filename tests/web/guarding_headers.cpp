#include "tests/web/house.hpp"
#include "web/percent.hpp"

#include <boost/test/unit_test.hpp>

// What a browser is told to do for the safety of whoever sits before it.

using tests::here;
using tests::house;
using tests::reply;

namespace {

std::string const policy = "default-src 'self'; base-uri 'none'; object-src 'none'; "
                           "form-action 'self'; frame-ancestors 'none'";
std::string const html = "Accept: text/html\r\n";
std::string const over_tls = "X-Forwarded-Proto: https\r\n";

struct behind_gateway {
    house site{[](web::entrance& entry) { entry.trusted = {"x-remote-user", {"127.0.0.1"}}; }};
};

void check_guarded(reply const& got, std::string const& how)
{
    BOOST_TEST(got.header("Content-Security-Policy") == policy, how);
    BOOST_TEST(got.header("X-Content-Type-Options") == "nosniff", how);
    BOOST_TEST(got.header("Referrer-Policy") == "same-origin", how);
}

reply sign_in(house const& site, std::string const& headers)
{
    return site.send("POST", "/sign-in", tests::form_type + html + headers,
                     web::to_query({{"login", "clerk"}, {"password", house::password}}));
}

/// "juece=...; Path=/; HttpOnly": whether a flag stands behind the value.
bool has_flag(std::string const& cookie, std::string const& flag)
{
    return (cookie + ";").find("; " + flag + ";") != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(guarding_headers)

BOOST_AUTO_TEST_CASE(every_kind_of_answer_carries_all_of_them)
{
    auto const& h = here();
    check_guarded(h.site.send("GET", "/", h.clerk + html), "a page");
    check_guarded(h.site.send("GET", "/", h.clerk + "Accept: application/json\r\n"), "JSON");
    check_guarded(h.site.send("GET", "/sign-in", html), "the sign-in");
    check_guarded(h.site.send("GET", "/public", html), "the public's page");
    check_guarded(h.site.send("GET", "/public/feed.atom", ""), "a feed");
    check_guarded(h.site.send("GET", "/looks?size=20&back=/", html), "a redirect");
    check_guarded(h.site.send("GET", "/nowhere", html), "what is not there");
    check_guarded(h.site.send("DELETE", "/cases", html), "a method that is not taken");
    check_guarded(h.site.send("POST", "/cases", html + "Origin: https://evil.test\r\n"),
                  "a refusal");
    check_guarded(h.site.raw("GET / HTTP/1.1\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n"),
                  "a header that is too long");
    check_guarded(h.site.send("GET", "/healthz", ""), "health");
    BOOST_TEST(h.site.send("GET", "/static/juece.js", "").header("X-Content-Type-Options") ==
               "nosniff");
}

BOOST_FIXTURE_TEST_CASE(browsers_keep_to_tls_once_they_came_by_it, behind_gateway)
{
    constexpr auto a_year = "max-age=31536000";
    for (auto const* target : {"/sign-in", "/public", "/nowhere", "/healthz"}) {
        BOOST_TEST(site.send("GET", target, html + over_tls).header("Strict-Transport-Security") ==
                       a_year,
                   target);
        BOOST_TEST(site.send("GET", target, html).header("Strict-Transport-Security") == "",
                   target);
    }
}

BOOST_FIXTURE_TEST_CASE(the_cookie_of_a_session_is_for_this_site_alone, behind_gateway)
{
    auto const plain = sign_in(site, "");
    BOOST_TEST_REQUIRE(plain.status == 303, plain.body);
    auto const cookie = plain.header("Set-Cookie");
    BOOST_TEST(cookie.starts_with("juece="), cookie);
    for (auto const* flag : {"HttpOnly", "SameSite=Lax", "Path=/"})
        BOOST_TEST(has_flag(cookie, flag), cookie);
    auto const secured = sign_in(site, over_tls).header("Set-Cookie");
    BOOST_TEST(secured.starts_with("__Host-juece="), secured);
    for (auto const* flag : {"HttpOnly", "SameSite=Lax", "Path=/", "Secure"})
        BOOST_TEST(has_flag(secured, flag), secured);
    BOOST_TEST(secured.find("Domain") == std::string::npos);
    auto const looks = site.send("GET", "/looks?size=20", over_tls).header("Set-Cookie");
    for (auto const* flag : {"SameSite=Lax", "Secure"})
        BOOST_TEST(has_flag(looks, flag), looks);
}

BOOST_AUTO_TEST_SUITE_END()
