#include "engine/day.hpp"

#include <boost/test/unit_test.hpp>

using namespace engine;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(day_test)

BOOST_AUTO_TEST_CASE(a_date_is_written_and_read_back)
{
    for (auto const* text : {"1999-12-31", "2024-02-29", "2026-10-10"})
        BOOST_TEST(to_text(parse_day(text).value()) == text);
}

BOOST_AUTO_TEST_CASE(what_is_no_date_is_not_read)
{
    for (auto const* text : {"2023-02-29", "2024-13-01", "2024-1-01", "2024-01-01 ", "", "24-01-01",
                             "2024-00-10", "-024-01-01", "2024/01/01", "1899-01-01"})
        BOOST_TEST(!parse_day(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(an_instant_is_written_in_utc_with_milliseconds)
{
    auto const at = instant(parse_day("2024-04-02").value()) + 8h + 5min + 7s + 9ms;
    BOOST_TEST(to_text(at) == "2024-04-02T08:05:07.009Z");
    BOOST_TEST((parse_instant("2024-04-02T08:05:07.009Z") == at));
    for (auto const* text : {"2024-04-02T08:05:07Z", "2024-04-02T24:00:00.000Z",
                             "2024-04-02 08:05:07.009Z", "2024-04-02T08:05:07.009+08:00"})
        BOOST_TEST(!parse_instant(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(the_legal_day_begins_at_midnight_in_shanghai)
{
    BOOST_TEST(to_text(legal_day(parse_instant("2024-04-02T15:59:59.999Z").value())) ==
               "2024-04-02");
    BOOST_TEST(to_text(legal_day(parse_instant("2024-04-02T16:00:00.000Z").value())) ==
               "2024-04-03");
}

BOOST_AUTO_TEST_CASE(a_month_ends_on_the_corresponding_day_or_the_last_of_the_month)
{
    auto const add = [](char const* from, int months) {
        return to_text(add_months(parse_day(from).value(), months));
    };
    BOOST_TEST(add("2024-01-31", 1) == "2024-02-29"); // TIME-2
    BOOST_TEST(add("2023-01-31", 1) == "2023-02-28");
    BOOST_TEST(add("2024-11-15", 3) == "2025-02-15");
}

BOOST_AUTO_TEST_SUITE_END()
