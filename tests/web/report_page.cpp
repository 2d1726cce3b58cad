#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"

#include <set>

// What stands on the page of a report, over the sample district.

using tests::district;
using tests::has;

BOOST_AUTO_TEST_SUITE(report_page)

BOOST_AUTO_TEST_CASE(each_figure_of_a_report_leads_to_the_acts_behind_it_at_once)
{
    auto const report = district().view("compiler", "/reports/2025");
    std::set<std::string> origins;
    for (auto const& one : report.at("figures").as_array()) {
        std::string const href(one.at("href").as_string());
        std::string const origin(one.at("origin").as_string());
        origins.insert(origin);
        BOOST_TEST_REQUIRE((href.starts_with("/figures/") || has(href, "/acts/")),
                           one.at("indicator").as_string() << ": " << href);
        auto const behind = district().view("compiler", href);
        if (href.starts_with("/figures/"))
            BOOST_TEST(!behind.at("empty").as_bool(), href);
        BOOST_TEST(one.at("parts").as_array().empty() == (origin != "derived"), href);
        for (auto const& part : one.at("parts").as_array())
            BOOST_TEST(!part.at("href").as_string().empty(), href);
    }
    BOOST_TEST((origins == std::set<std::string>{"answer", "derived", "record"}));
}

BOOST_AUTO_TEST_SUITE_END()
