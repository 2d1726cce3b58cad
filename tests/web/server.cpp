#include "web/server.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

BOOST_AUTO_TEST_SUITE(server)

BOOST_AUTO_TEST_CASE(an_address_is_split_into_host_and_port)
{
    auto const v4 = web::split_address("127.0.0.1:8080");
    BOOST_TEST(v4.first == "127.0.0.1");
    BOOST_TEST(v4.second == "8080");
    BOOST_TEST(web::split_address("[::1]:0").first == "::1");
}

BOOST_AUTO_TEST_CASE(what_is_no_address_is_named)
{
    for (auto const* bad : {"", "8080", ":8080", "host:", "host:x", "host:70000", "::1:8080"})
        BOOST_CHECK_THROW(web::split_address(bad), std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
