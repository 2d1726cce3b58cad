#include "web/handlers/report_years.hpp"

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

BOOST_AUTO_TEST_CASE(a_number_that_the_report_does_not_say_leads_to_the_acts_and_to_no_row_of_it)
{
    using workflows::annual_report::freezing::value_origin;
    adapters::report::report_figure mean{.indicator = "DEC.review_days_avg", .value = "6.5"};
    mean.origin = value_origin::derived;
    BOOST_TEST(web::handlers::trace_of(mean, 2024) == "/reports/2024#figure-DEC.review_days_avg");
    mean.counted_here = mean.value;
    BOOST_TEST(web::handlers::trace_of(mean, 2024) == "/figures/DEC.review_days_avg?year=2024");
    adapters::report::report_figure taken_over{.indicator = "LEGAL.matters", .value = "7"};
    taken_over.origin = value_origin::answer;
    taken_over.is_imported = true;
    taken_over.counted_here = "5";
    BOOST_TEST(web::handlers::trace_of(taken_over, 2020) == "/reports/2020#figure-LEGAL.matters");
}

BOOST_AUTO_TEST_SUITE_END()
