#include "adapters/soci/place.hpp"

#include <boost/test/unit_test.hpp>

using adapters::soci::place;

BOOST_AUTO_TEST_SUITE(place_test)

BOOST_AUTO_TEST_CASE(a_place_is_named_without_its_password)
{
    auto const name = [](char const* url) { return place("/d", url).name(); };
    BOOST_TEST(place("/d").name() == "/d/juece.sqlite");
    BOOST_TEST(name("postgresql://juece@db/juece") == "postgresql://juece@db/juece");
    BOOST_TEST(name("postgresql://juece:se:cret@db:5432/juece") ==
               "postgresql://juece@db:5432/juece");
    BOOST_TEST(name("postgresql://db:5432/juece?user=j&password=secret") ==
               "postgresql://db:5432/juece");
    BOOST_TEST(name("postgresql:///juece?host=/run") == "postgresql:///juece");
}

BOOST_AUTO_TEST_CASE(the_url_of_a_server_is_known_by_how_it_begins)
{
    BOOST_TEST(adapters::soci::is_postgresql_url("postgresql://db/juece"));
    BOOST_TEST(adapters::soci::is_postgresql_url("postgres:///juece"));
    BOOST_TEST(!adapters::soci::is_postgresql_url("mysql://db/juece"));
    BOOST_TEST(!adapters::soci::is_postgresql_url("data/postgresql://"));
}

BOOST_AUTO_TEST_SUITE_END()
