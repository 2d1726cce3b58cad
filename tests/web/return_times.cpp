#include "web/return_times.hpp"

#include <boost/test/unit_test.hpp>
#include <map>

using web::return_times;
using namespace std::chrono_literals;

namespace {

engine::instant const now = *engine::parse_instant("2024-04-02T02:00:00.000Z");

/// How many of so many are to come again in which second.
std::map<long long, int> spread(return_times& at, int people, engine::instant when = now)
{
    std::map<long long, int> found;
    for (int i = 0; i < people; ++i)
        ++found[at.next(when).count()];
    return found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(return_times_test)

BOOST_AUTO_TEST_CASE(one_who_is_sent_away_comes_soon)
{
    return_times at;
    BOOST_TEST(at.next(now).count() == 3);
}

BOOST_AUTO_TEST_CASE(a_crowd_comes_back_as_fast_as_its_like_was_served)
{
    return_times at;
    for (int i = 0; i < 1'000; ++i)
        at.served(now);
    auto const found = spread(at, 10'000);
    BOOST_TEST(found.size() == 10u);
    for (auto const& [second, people] : found)
        BOOST_TEST(people == 1'000, second);
}

BOOST_AUTO_TEST_CASE(where_nobody_was_served_lately_some_come_all_the_same)
{
    return_times at;
    for (int i = 0; i < 1'000; ++i)
        at.served(now);
    auto const found = spread(at, 1'000, now + 10s);
    BOOST_TEST(found.size() == 5u);
}

BOOST_AUTO_TEST_CASE(nobody_waits_longer_than_two_minutes)
{
    return_times at;
    auto const found = spread(at, 100'000);
    BOOST_TEST(found.begin()->first >= 2);
    BOOST_TEST(found.rbegin()->first <= 120);
}

BOOST_AUTO_TEST_CASE(a_clock_that_is_set_back_lets_nobody_wait_for_it)
{
    return_times at;
    at.next(now + 1h);
    BOOST_TEST(at.next(now).count() == 3);
    // Requests of one moment may come in any order; that is no other clock.
    return_times same;
    spread(same, 1'000);
    BOOST_TEST(same.next(now - 1s).count() > 5);
}

BOOST_AUTO_TEST_SUITE_END()
