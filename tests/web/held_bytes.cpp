#include "web/held_bytes.hpp"

#include <boost/test/unit_test.hpp>
#include <memory>

using web::held_bytes;

BOOST_AUTO_TEST_SUITE(held_bytes_test)

BOOST_AUTO_TEST_CASE(no_more_is_held_than_there_is_room_for)
{
    held_bytes all({.most = 100, .most_of_strangers = 100});
    held_bytes::share one(all, true);
    held_bytes::share other(all, true);
    BOOST_TEST(one.more(60));
    BOOST_TEST(!other.more(41));
    BOOST_TEST(other.more(40));
    BOOST_TEST(all.now() == 100u);
    BOOST_TEST(!one.more(1));
    BOOST_TEST(all.now() == 100u);
}

BOOST_AUTO_TEST_CASE(strangers_leave_some_for_the_signed_in)
{
    held_bytes all({.most = 100, .most_of_strangers = 30});
    held_bytes::share stranger(all, true);
    held_bytes::share official(all, false);
    BOOST_TEST(!stranger.hold(31));
    BOOST_TEST(stranger.hold(30));
    BOOST_TEST(official.hold(70));
    BOOST_TEST(!official.hold(71));
}

BOOST_AUTO_TEST_CASE(what_is_let_go_is_there_for_others)
{
    held_bytes all({.most = 100, .most_of_strangers = 50});
    auto one = std::make_unique<held_bytes::share>(all, true);
    BOOST_TEST(one->hold(50));
    BOOST_TEST(one->hold(20));
    BOOST_TEST(all.now() == 20u);
    one.reset();
    BOOST_TEST(all.now() == 0u);
    held_bytes::share other(all, true);
    BOOST_TEST(other.hold(50));
}

BOOST_AUTO_TEST_SUITE_END()
