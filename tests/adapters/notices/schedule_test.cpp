#include "adapters/notices/schedule.hpp"

#include <boost/test/unit_test.hpp>

using adapters::notices::wait_after;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(schedule_test)

BOOST_AUTO_TEST_CASE(it_is_tried_again_ever_later_and_then_given_up)
{
    BOOST_TEST((wait_after(1) == 1min));
    BOOST_TEST((wait_after(2) == 5min));
    BOOST_TEST((wait_after(3) == 30min));
    BOOST_TEST((wait_after(4) == 2h));
    BOOST_TEST((wait_after(5) == 12h));
    BOOST_TEST(!wait_after(6));
    BOOST_TEST(!wait_after(1'000));
    BOOST_TEST(!wait_after(0));
}

BOOST_AUTO_TEST_SUITE_END()
