#include "web/handlers/time_light.hpp"

#include <boost/test/unit_test.hpp>

// What a light says of a time limit.

namespace {

engine::limit least_time_with(long long left)
{
    return {.name = "comment_window",
            .rule = "R713-15.2",
            .begins = {},
            .due = {},
            .is_least = true,
            .left = left};
}

} // namespace

BOOST_AUTO_TEST_SUITE(time_light)

BOOST_AUTO_TEST_CASE(a_least_time_is_no_hurry_and_says_on_its_last_day_that_it_is_the_last)
{
    auto const before = web::handlers::light_of(least_time_with(2));
    BOOST_TEST(std::string(before.colour) == "grey");
    BOOST_TEST(before.words.id == "还差{1}日");
    auto const last = web::handlers::light_of(least_time_with(0));
    BOOST_TEST(std::string(last.colour) == "grey");
    BOOST_TEST(last.words.id == "今天是最后一日");
}

BOOST_AUTO_TEST_SUITE_END()
