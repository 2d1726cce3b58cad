#include "web/flood_gate.hpp"

#include <boost/test/unit_test.hpp>

using web::flood_gate;
using namespace std::chrono_literals;

namespace {
engine::instant const now = *engine::parse_instant("2024-04-02T02:00:00.000Z");
}

BOOST_AUTO_TEST_SUITE(flood_gate_test)

BOOST_AUTO_TEST_CASE(an_address_may_send_so_many_at_once_and_then_waits)
{
    flood_gate gate({.at_once = 3, .one_more_every = 2s, .most_addresses = 10});
    for (int i = 0; i < 3; ++i)
        BOOST_TEST(!gate.refuse("192.0.2.7", now));
    auto const wait = gate.refuse("192.0.2.7", now);
    BOOST_TEST_REQUIRE(wait.has_value());
    BOOST_TEST(wait->count() == 2);
    BOOST_TEST(!gate.refuse("192.0.2.8", now));
    BOOST_TEST(gate.refuse("192.0.2.7", now + 1s).has_value());
    BOOST_TEST(!gate.refuse("192.0.2.7", now + 2s));
    BOOST_TEST(gate.refuse("192.0.2.7", now + 2s).has_value());
}

BOOST_AUTO_TEST_CASE(what_is_refused_costs_nothing)
{
    flood_gate gate({.at_once = 1, .one_more_every = 2s, .most_addresses = 10});
    BOOST_TEST(!gate.refuse("192.0.2.7", now));
    for (int i = 0; i < 100; ++i)
        BOOST_TEST(gate.refuse("192.0.2.7", now + 1s).has_value());
    BOOST_TEST(!gate.refuse("192.0.2.7", now + 2s));
}

BOOST_AUTO_TEST_CASE(an_ipv6_network_is_one_address)
{
    BOOST_TEST(flood_gate::network_of("2001:db8:1:2:3:4:5:6") ==
               flood_gate::network_of("2001:db8:1:2:ffff::1"));
    BOOST_TEST(flood_gate::network_of("2001:db8:1:2::1") !=
               flood_gate::network_of("2001:db8:1:3::1"));
    BOOST_TEST(flood_gate::network_of("::ffff:192.0.2.7") == "192.0.2.7");
    BOOST_TEST(flood_gate::network_of("192.0.2.7") == "192.0.2.7");
    BOOST_TEST(flood_gate::network_of("?") == "?");
}

BOOST_AUTO_TEST_CASE(addresses_without_end_do_not_fill_the_memory)
{
    flood_gate gate({.at_once = 2, .one_more_every = 2s, .most_addresses = 3});
    for (auto const* one : {"192.0.2.1", "192.0.2.2", "192.0.2.3"})
        BOOST_TEST(!gate.refuse(one, now));
    BOOST_TEST(gate.refuse("192.0.2.4", now).has_value());
    BOOST_TEST(!gate.refuse("192.0.2.1", now));
    // Buckets that are full again are forgotten.
    BOOST_TEST(!gate.refuse("192.0.2.4", now + 10s));
}

BOOST_AUTO_TEST_CASE(full_buckets_are_not_looked_for_at_every_new_address)
{
    flood_gate gate({.at_once = 1, .one_more_every = 500ms, .most_addresses = 2});
    BOOST_TEST(!gate.refuse("192.0.2.1", now));
    BOOST_TEST(!gate.refuse("192.0.2.2", now));
    BOOST_TEST(gate.refuse("192.0.2.3", now).has_value());
    // Both are full again, and nobody looked since.
    BOOST_TEST(gate.refuse("192.0.2.3", now + 600ms).has_value());
    BOOST_TEST(!gate.refuse("192.0.2.3", now + 1s));
}

BOOST_AUTO_TEST_SUITE_END()
