#include "web/gateway.hpp"

#include <boost/test/unit_test.hpp>

using web::gateway;
using kind = gateway::word::kind;

namespace {

web::request from(std::string peer, web::pairs headers)
{
    web::request asked;
    asked.peer = std::move(peer);
    asked.headers = std::move(headers);
    return asked;
}

gateway const listed{"x-remote-user", {"10.0.0.2", "192.168.4.0/24", "fd00::/8"}};

} // namespace

BOOST_AUTO_TEST_SUITE(gateway_test)

BOOST_AUTO_TEST_CASE(only_listed_addresses_and_networks_are_trusted)
{
    for (auto const* peer :
         {"10.0.0.2", "192.168.4.1", "192.168.4.254", "fd12::1", "::ffff:10.0.0.2"})
        BOOST_TEST(listed.trusts(peer), peer);
    for (auto const* peer : {"10.0.0.3", "192.168.5.1", "2001:db8::1", "::1", "?", ""})
        BOOST_TEST(!listed.trusts(peer), peer);
}

BOOST_AUTO_TEST_CASE(a_listed_gateway_names_people)
{
    auto const said = listed.says(from("10.0.0.2", {{"x-remote-user", "lisi"}}));
    BOOST_TEST((said.is == kind::names));
    BOOST_TEST(said.login == "lisi");
    BOOST_TEST((listed.says(from("10.0.0.2", {})).is == kind::silent));
    BOOST_TEST((listed.says(from("10.0.0.2", {{"x-remote-user", ""}})).is == kind::silent));
}

BOOST_AUTO_TEST_CASE(from_elsewhere_or_twice_the_header_is_forged)
{
    BOOST_TEST((listed.says(from("10.0.0.3", {{"x-remote-user", "lisi"}})).is == kind::forged));
    BOOST_TEST(
        (listed.says(from("10.0.0.2", {{"x-remote-user", "lisi"}, {"x-remote-user", "x"}})).is ==
         kind::forged));
}

BOOST_AUTO_TEST_CASE(switched_off_it_hears_nothing)
{
    gateway const off{"", {"10.0.0.2"}};
    BOOST_TEST((off.says(from("10.0.0.2", {{"x-remote-user", "lisi"}})).is == kind::silent));
    BOOST_TEST((gateway{}.says(from("10.0.0.3", {{"", "lisi"}})).is == kind::silent));
}

BOOST_AUTO_TEST_CASE(the_address_of_a_person_is_the_last_that_a_listed_gateway_names)
{
    web::pairs const forwarded = {{"x-forwarded-for", "1.1.1.1, 172.16.0.9"}};
    BOOST_TEST(listed.address_of(from("10.0.0.2", forwarded)) == "172.16.0.9");
    BOOST_TEST(listed.address_of(from("10.0.0.3", forwarded)) == "10.0.0.3");
    BOOST_TEST(listed.address_of(from("10.0.0.2", {})) == "10.0.0.2");
    BOOST_TEST(listed.address_of(from("10.0.0.2", {{"x-forwarded-for", "<script>"}})) ==
               "10.0.0.2");
}

BOOST_AUTO_TEST_CASE(https_is_spoken_here_or_as_a_listed_gateway_says)
{
    web::pairs const forwarded = {{"x-forwarded-proto", "https"}};
    BOOST_TEST(listed.speaks_securely(from("10.0.0.2", forwarded)));
    BOOST_TEST(!listed.speaks_securely(from("10.0.0.2", {{"x-forwarded-proto", "http"}})));
    BOOST_TEST(!listed.speaks_securely(from("10.0.0.3", forwarded)));
    auto here = from("10.0.0.3", {});
    here.secure = true;
    BOOST_TEST(listed.speaks_securely(here));
}

BOOST_AUTO_TEST_CASE(a_wrong_list_is_told)
{
    BOOST_TEST(web::against(listed).empty());
    BOOST_TEST(web::against(gateway{}).empty());
    BOOST_TEST(!web::against(gateway{"x-remote-user", {}}).empty());
    BOOST_TEST(!web::against(gateway{"x-remote-user", {"gateway.test"}}).empty());
    BOOST_TEST(!web::against(gateway{"", {"10.0.0.0/40"}}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
