#include "web/cookie.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(cookie)

BOOST_AUTO_TEST_CASE(a_cookie_is_found_among_others)
{
    BOOST_TEST(web::cookie_value("a=1; juece=tok_en; b=2", "juece").value() == "tok_en");
    BOOST_TEST(web::cookie_value("juece=\"x\"", "juece").value() == "x");
    BOOST_TEST(!web::cookie_value("xjuece=1; juece2=3", "juece"));
    BOOST_TEST(!web::cookie_value("", "juece"));
    BOOST_TEST(!web::cookie_value(";;;=;", "juece"));
}

BOOST_AUTO_TEST_CASE(two_values_under_one_name_are_none)
{
    BOOST_TEST(!web::cookie_value("juece=a; juece=b", "juece"));
    BOOST_TEST(web::cookie_value("juece=a; juece=a", "juece").value() == "a");
}

BOOST_AUTO_TEST_CASE(a_session_cookie_is_guarded)
{
    BOOST_TEST(web::set_cookie("__Host-juece", "t", true, true) ==
               "__Host-juece=t; Path=/; SameSite=Lax; HttpOnly; Secure");
    BOOST_TEST(web::set_cookie("size", "", false, false, std::chrono::seconds(0)) ==
               "size=; Path=/; SameSite=Lax; Max-Age=0");
}

BOOST_AUTO_TEST_SUITE_END()
