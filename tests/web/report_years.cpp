#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"

#include <set>

// Five years beside each other, over the sample district.

using tests::district;
using tests::has;

BOOST_AUTO_TEST_SUITE(report_years)

BOOST_AUTO_TEST_CASE(five_years_stand_beside_each_other_with_a_picture)
{
    auto const charts = district().view("mayor", "/reports/2025/years").at("charts").as_array();
    BOOST_TEST(charts.size() == 5u);
    bool drawn = false;
    for (auto const& one : charts) {
        std::set<std::string> without;
        for (auto const& heading : one.at("headings").as_array())
            without.insert(std::to_string(heading.at("year").to_number<int>()));
        for (auto const& row : one.at("rows").as_array()) {
            BOOST_TEST(row.at("cells").as_array().size() == 5u);
            for (auto const& cell : row.at("cells").as_array()) {
                bool const has_value = cell.at("value").as_string() != "—";
                BOOST_TEST(cell.at("href").as_string().empty() == !has_value);
                if (has_value)
                    without.erase(std::to_string(cell.at("cell_year").to_number<int>()));
            }
        }
        std::string const missing(one.at("missing_words").as_string());
        BOOST_TEST(missing.empty() == without.empty());
        for (auto const& year : without)
            BOOST_TEST(has(missing, year), missing);
        drawn = drawn || has(std::string(one.at("svg").as_string()), "<rect");
    }
    BOOST_TEST(drawn);
}

BOOST_AUTO_TEST_SUITE_END()
