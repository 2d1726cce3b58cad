#include "adapters/import/figure_cells.hpp"

#include <boost/test/unit_test.hpp>

using adapters::import::read_figure;
using adapters::import::written_figure;
using workflows::annual_report::rounding;

namespace {

adapters::report::indicator counted_in(std::string unit)
{
    adapters::report::indicator one;
    one.code = "A.b";
    one.unit = std::move(unit);
    return one;
}

/// "about 1006"; "!" where it is refused.
std::string read(char const* cell, char const* unit, char const* wanted)
{
    auto const found = read_figure(cell, unit, counted_in(wanted));
    auto const* taken = std::get_if<written_figure>(&found);
    if (!taken)
        return "!";
    return std::string(engine::name_of(taken->rounded)) + " " + taken->value;
}

} // namespace

BOOST_AUTO_TEST_SUITE(figure_cells_test)

BOOST_AUTO_TEST_CASE(numbers_are_read_as_offices_write_them)
{
    BOOST_TEST(read("707", "项", "项") == "exact 707");
    BOOST_TEST(read("1,006", "亿元", "亿元") == "exact 1006");
    BOOST_TEST(read("约1006", "亿元", "亿元") == "about 1006");
    BOOST_TEST(read("98%以上", "%", "%") == "at_least 98");
    BOOST_TEST(read("99.5", "％", "%") == "exact 99.5");
    BOOST_TEST(read("-9.7", "%", "%") == "exact -9.7");
    BOOST_TEST(read("5.380", "亿元", "亿元") == "exact 5.380"); // as its source has it
}

BOOST_AUTO_TEST_CASE(another_unit_of_the_same_measure_is_converted_without_loss)
{
    BOOST_TEST(read("10060000", "万元", "亿元") == "exact 1006");
    BOOST_TEST(read("1.2亿", "元", "亿元") == "exact 1.2");
    BOOST_TEST(read("1.2", "亿元", "万元") == "exact 12000");
    BOOST_TEST(read("4万余", "户", "户") == "over 40000");
    BOOST_TEST(read("4万余", "户", "万户") == "over 4");
    BOOST_TEST(read("41000", "户", "万户") == "exact 4.1");
    BOOST_TEST(read("12345", "元", "亿元") == "!"); // more places than a report writes
}

BOOST_AUTO_TEST_CASE(another_measure_is_refused)
{
    BOOST_TEST(read("707", "件", "项") == "!");
    BOOST_TEST(read("707", "万元", "件") == "!");
    BOOST_TEST(read("3万", "万元", "亿元") == "!");
}

BOOST_AUTO_TEST_CASE(months_and_moments_are_read)
{
    BOOST_TEST(read("2021年8月", "年月", "年月") == "exact 2021-08");
    BOOST_TEST(read("2021-08", "年月", "年月") == "exact 2021-08");
    BOOST_TEST(read("2021年13月", "年月", "年月") == "!");
    BOOST_TEST(read("2022-02-23 14:58:44", "时间", "时间") == "exact 2022-02-23 14:58:44");
}

BOOST_AUTO_TEST_CASE(what_is_no_number_is_refused)
{
    for (auto const* cell : {"", "无", "七百", "1.2.3", "12a", "约"})
        BOOST_TEST(read(cell, "项", "项") == "!", cell);
}

BOOST_AUTO_TEST_SUITE_END()
