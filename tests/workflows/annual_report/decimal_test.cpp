#include "workflows/annual_report/decimal.hpp"

#include <boost/test/unit_test.hpp>

using namespace workflows::annual_report;

namespace {

decimal number(char const* text)
{
    auto const read = parse_decimal(text);
    BOOST_TEST_REQUIRE(read.has_value(), text);
    return *read;
}

} // namespace

BOOST_AUTO_TEST_SUITE(annual_report_decimal_test)

BOOST_AUTO_TEST_CASE(a_number_is_read_and_written_as_it_stands)
{
    for (auto const* text :
         {"0", "7", "48865", "5.38", "0.5", "-9.7", "-0.05", "5.380", "12345678901234"})
        BOOST_TEST(to_text(number(text)) == text);
    for (auto const* text : {"", "-", ".5", "5.", "1e3", "1,000", "+1", " 1", "--1", "1.23456",
                             "123456789012345", "１"})
        BOOST_TEST(!parse_decimal(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(numbers_compare_whatever_their_places)
{
    BOOST_TEST(compare(number("1.50"), number("1.5")) == 0);
    BOOST_TEST(compare(number("-1"), number("0.1")) < 0);
    BOOST_TEST(compare(number("99999999999999"), number("0.0001")) > 0);
    BOOST_TEST(to_text(difference(number("2.5"), number("10"))) == "-7.5");
}

BOOST_AUTO_TEST_CASE(growth_is_what_the_published_report_says)
{
    BOOST_TEST(to_text(growth(number("48865"), number("46858"), 2)) == "4.28");
    BOOST_TEST(to_text(growth(number("2185"), number("2420"), 1)) == "-9.7");
    BOOST_TEST(to_text(growth(number("5"), number("-4"), 0)) == "225");
}

BOOST_AUTO_TEST_CASE(half_is_rounded_away_from_zero)
{
    BOOST_TEST(to_text(percentage(number("1"), number("8"), 1)) == "12.5");
    BOOST_TEST(to_text(percentage(number("1"), number("8"), 0)) == "13");
    BOOST_TEST(to_text(percentage(number("-1"), number("8"), 0)) == "-13");
    BOOST_TEST(to_text(quotient(number("10"), number("3"), 1)) == "3.3");
    BOOST_TEST(to_text(rounded(number("2.450"), 1)) == "2.5");
    BOOST_TEST(to_text(rounded(number("2.00"), 1)) == "2");
}

BOOST_AUTO_TEST_CASE(fen_become_larger_units_without_loss)
{
    BOOST_TEST(to_text(shifted(number("123456"), 2)) == "1234.56");
    BOOST_TEST(to_text(rounded(shifted({10060000000000, 0}, 10), 0)) == "1006");
}

BOOST_AUTO_TEST_SUITE_END()
