#include "adapters/notices/schedule.hpp"

#include <boost/test/unit_test.hpp>

using namespace adapters::notices;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(schedule_test)

BOOST_AUTO_TEST_CASE(it_is_tried_again_ever_later_and_then_given_up)
{
    auto const usual = usual_waits();
    BOOST_TEST((wait_after(usual, 1) == 1min));
    BOOST_TEST((wait_after(usual, 2) == 5min));
    BOOST_TEST((wait_after(usual, 3) == 30min));
    BOOST_TEST((wait_after(usual, 4) == 2h));
    BOOST_TEST((wait_after(usual, 5) == 12h));
    BOOST_TEST(!wait_after(usual, 6));
    BOOST_TEST(!wait_after(usual, 1'000));
    BOOST_TEST(!wait_after(usual, 0));
}

BOOST_AUTO_TEST_CASE(other_waits_give_up_when_they_are_over)
{
    waits const chosen{1s, 10s};
    BOOST_TEST((wait_after(chosen, 2) == 10s));
    BOOST_TEST(!wait_after(chosen, 3));
    BOOST_TEST(!wait_after({}, 1));
}

BOOST_AUTO_TEST_SUITE_END()
