#include "web/least_pace.hpp"

#include <boost/test/unit_test.hpp>

using web::least_pace;
using namespace std::chrono_literals;

namespace {
least_pace::moment const began{};
}

BOOST_AUTO_TEST_SUITE(least_pace_test)

BOOST_AUTO_TEST_CASE(a_first_while_is_free)
{
    least_pace const silent(30s, 1'000, began);
    BOOST_TEST(!silent.is_too_slow(began + 30s));
    BOOST_TEST(silent.is_too_slow(began + 31s));
}

BOOST_AUTO_TEST_CASE(a_byte_now_and_then_is_too_slow)
{
    least_pace dribbling(30s, 1'000, began);
    dribbling.moved(600);
    BOOST_TEST(dribbling.is_too_slow(began + 31s));
}

BOOST_AUTO_TEST_CASE(a_steady_pace_is_never_too_slow)
{
    least_pace steady(30s, 1'000, began);
    for (int second = 1; second <= 600; ++second) {
        steady.moved(1'000);
        BOOST_TEST(!steady.is_too_slow(began + std::chrono::seconds(second)));
    }
    BOOST_TEST(!steady.is_too_slow(began + 630s));
    BOOST_TEST(steady.is_too_slow(began + 631s));
}

BOOST_AUTO_TEST_SUITE_END()
