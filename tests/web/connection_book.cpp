#include "web/connection_book.hpp"

#include <boost/test/unit_test.hpp>

using web::connection_book;
using namespace std::chrono_literals;

namespace {

connection_book::moment const now{};

/// A book and the names of those that it cut, in that order.
struct door {
    connection_book book;
    std::vector<std::string> cut = {};

    explicit door(web::connection_terms terms) : book(terms) {}

    std::optional<connection_book::place> enter(std::string const& address,
                                                std::string const& name = {},
                                                bool is_gateway = false,
                                                connection_book::moment at = now)
    {
        return book.enter(address, is_gateway, at, [this, name] { cut.push_back(name); });
    }
    connection_book::place works(std::string const& address, bool is_gateway = false)
    {
        auto const in = enter(address, "working", is_gateway);
        BOOST_REQUIRE(in.has_value());
        book.works(*in);
        return *in;
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(connection_book_test)

BOOST_AUTO_TEST_CASE(who_waits_longest_makes_room_for_the_next)
{
    door at({.most = 3, .most_from_one = 3, .kept_for_known = 0, .left_alone_for = 0s});
    auto const first = at.enter("192.0.2.1", "first");
    auto const second = at.enter("192.0.2.2", "second");
    at.works("192.0.2.3");
    at.book.works(*first);
    at.book.waits(*first, now);
    BOOST_TEST(at.enter("192.0.2.4", "fourth").has_value());
    BOOST_TEST(at.cut == std::vector<std::string>{"second"}, boost::test_tools::per_element());
    BOOST_TEST(at.book.size() == 3u);
    at.book.leave(*second);
    BOOST_TEST(at.book.size() == 3u);
    BOOST_TEST(at.book.cut() == 1u);
}

BOOST_AUTO_TEST_CASE(who_just_came_is_left_alone_until_the_request_is_there)
{
    door at({.most = 1, .most_from_one = 1, .kept_for_known = 0, .left_alone_for = 2s});
    auto const first = at.enter("192.0.2.1", "first");
    BOOST_TEST(!at.enter("192.0.2.2", "", false, now + 1s).has_value());
    at.book.works(*first);
    at.book.waits(*first, now + 3s);
    BOOST_TEST(!at.enter("192.0.2.2", "", false, now + 4s).has_value());
    BOOST_TEST(at.enter("192.0.2.2", "", false, now + 5s).has_value());
    BOOST_TEST(at.cut == std::vector<std::string>{"first"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(nobody_is_cut_whose_request_is_under_way)
{
    door at({.most = 2, .most_from_one = 2, .kept_for_known = 0, .left_alone_for = 0s});
    auto const one = at.works("192.0.2.1");
    at.works("192.0.2.2");
    BOOST_TEST(!at.enter("192.0.2.3").has_value());
    BOOST_TEST(at.cut.empty());
    BOOST_TEST(at.book.refused() == 1u);
    at.book.leave(one);
    BOOST_TEST(at.enter("192.0.2.3").has_value());
}

BOOST_AUTO_TEST_CASE(one_that_was_cut_holds_no_place_while_it_goes)
{
    door at({.most = 1, .most_from_one = 1, .kept_for_known = 0, .left_alone_for = 0s});
    auto const first = at.enter("192.0.2.1", "first");
    auto const second = at.works("192.0.2.2");
    // What the first still does changes nothing.
    at.book.works(*first);
    at.book.waits(*first, now);
    at.book.note_signed_in(*first, now);
    BOOST_TEST(!at.enter("192.0.2.3").has_value());
    at.book.leave(second);
    BOOST_TEST(at.enter("192.0.2.3").has_value());
    at.book.leave(*first);
    BOOST_TEST(at.book.size() == 1u);
}

BOOST_AUTO_TEST_CASE(one_address_takes_only_its_share)
{
    door at({.most = 10, .most_from_one = 2, .kept_for_known = 0, .left_alone_for = 0s});
    auto const one = at.works("192.0.2.1");
    at.works("192.0.2.1");
    BOOST_TEST(!at.enter("192.0.2.1").has_value());
    BOOST_TEST(at.enter("192.0.2.2", "of another").has_value());
    at.book.waits(one, now);
    // Its own connection makes room, nobody else's.
    BOOST_TEST(at.enter("192.0.2.1").has_value());
    BOOST_TEST(at.cut == std::vector<std::string>{"working"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_ipv6_network_is_one_address)
{
    door at({.most = 10, .most_from_one = 1, .kept_for_known = 0, .left_alone_for = 0s});
    at.works("2001:db8:1:2::1");
    BOOST_TEST(!at.enter("2001:db8:1:2:ffff::9").has_value());
    BOOST_TEST(at.enter("2001:db8:1:3::1").has_value());
}

BOOST_AUTO_TEST_CASE(a_gateway_speaks_for_many)
{
    door at({.most = 3, .most_from_one = 1, .kept_for_known = 0, .left_alone_for = 0s});
    for (int i = 0; i < 3; ++i)
        at.works("192.0.2.1", true);
    BOOST_TEST(!at.enter("192.0.2.1", "", true).has_value());
}

BOOST_AUTO_TEST_CASE(strangers_leave_places_for_those_who_were_signed_in)
{
    door at({.most = 4, .most_from_one = 4, .kept_for_known = 2, .left_alone_for = 0s});
    auto const official = at.works("192.0.2.9");
    at.book.note_signed_in(official, now);
    at.works("192.0.2.1");
    at.works("192.0.2.2");
    BOOST_TEST(!at.enter("192.0.2.3").has_value());
    auto const again = at.enter("192.0.2.9", "the official");
    BOOST_TEST(again.has_value());
    // A stranger's wait does not end an official's.
    BOOST_TEST(!at.enter("192.0.2.3").has_value());
    BOOST_TEST(at.cut.empty());
}

BOOST_AUTO_TEST_CASE(an_address_is_forgotten_after_half_a_day)
{
    door at({.most = 2, .most_from_one = 2, .kept_for_known = 1, .left_alone_for = 0s});
    auto const official = at.works("192.0.2.9");
    at.book.note_signed_in(official, now);
    at.book.leave(official);
    at.works("192.0.2.1");
    auto const later = at.enter("192.0.2.9", "later", false, now + 11h);
    BOOST_TEST_REQUIRE(later.has_value());
    at.book.leave(*later);
    BOOST_TEST(!at.enter("192.0.2.9", "too late", false, now + 13h).has_value());
}

BOOST_AUTO_TEST_CASE(a_house_is_crowded_when_more_than_half_of_its_places_are_taken)
{
    door at({.most = 4, .most_from_one = 4, .kept_for_known = 0, .left_alone_for = 0s});
    at.works("192.0.2.1");
    at.works("192.0.2.2");
    BOOST_TEST(!at.book.is_crowded());
    at.works("192.0.2.3");
    BOOST_TEST(at.book.is_crowded());
}

BOOST_AUTO_TEST_SUITE_END()
