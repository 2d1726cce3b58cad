#include "adapters/report/year_chart.hpp"

#include <boost/test/unit_test.hpp>
#include <pugixml.hpp>

using namespace adapters::report;

namespace {

year_chart a_chart()
{
    return {.title = "行政决策 <结果>",
            .years = {"2024", "2025"},
            .series = {{"启动", {10, 20}, {"10", "20"}}, {"作出", {std::nullopt, 5}, {"", "5"}}}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(year_chart_test)

BOOST_AUTO_TEST_CASE(a_column_is_as_high_as_its_value)
{
    pugi::xml_document drawn;
    BOOST_TEST_REQUIRE(drawn.load_string(draw_chart(a_chart()).c_str()));
    std::vector<double> heights;
    for (auto const& one : drawn.select_nodes("//rect"))
        heights.push_back(one.node().attribute("height").as_double());
    // Two of the legend, then three columns; the missing one is a dash.
    BOOST_TEST_REQUIRE(heights.size() == 5u);
    BOOST_TEST(heights[3] == 2 * heights[2], boost::test_tools::tolerance(0.01));
    BOOST_TEST(heights[4] == heights[2] / 2, boost::test_tools::tolerance(0.01));
    BOOST_TEST(drawn.select_node("//text[. = '—']"));
}

BOOST_AUTO_TEST_CASE(a_strict_policy_allows_it_and_its_name_is_only_words)
{
    auto const svg = draw_chart(a_chart());
    for (auto const* part : {"style", "<script", "<结果>", "href", "<?xml"})
        BOOST_TEST(svg.find(part) == std::string::npos, part);
    pugi::xml_document drawn;
    BOOST_TEST_REQUIRE(drawn.load_string(svg.c_str()));
    BOOST_TEST(drawn.child("svg").attribute("aria-label").value() ==
               std::string("行政决策 <结果>"));
}

BOOST_AUTO_TEST_CASE(a_chart_of_nothing_or_of_zeros_is_drawn)
{
    BOOST_TEST(draw_chart({.title = "x", .years = {}, .series = {}}).starts_with("<svg"));
    auto const svg =
        draw_chart({.title = "x", .years = {"2025"}, .series = {{"启动", {0}, {"0"}}}});
    BOOST_TEST(svg.find("nan") == std::string::npos);
    BOOST_TEST(svg.find("height=\"0.0\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_value_below_zero_is_written_and_has_no_column)
{
    pugi::xml_document drawn;
    auto const svg = draw_chart(
        {.title = "x", .years = {"2024", "2025"}, .series = {{"增减", {-7, 5}, {"-7", "5"}}}});
    BOOST_TEST_REQUIRE(drawn.load_string(svg.c_str()));
    for (auto const& one : drawn.select_nodes("//rect"))
        BOOST_TEST(one.node().attribute("height").as_double() >= 0);
    BOOST_TEST(drawn.select_node("//text[. = '-7']"));
}

BOOST_AUTO_TEST_SUITE_END()
