#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

// The pages of one act and of one limit.

using tests::district;

BOOST_AUTO_TEST_SUITE(case_parts)

BOOST_AUTO_TEST_CASE(an_act_names_the_rules_of_its_own_place)
{
    constexpr long long most_cases = 120;
    std::size_t looked = 0;
    for (long long id = 1; id <= most_cases; ++id) {
        auto const acts = district().acts_of({id});
        auto const opened = std::find_if(acts.begin(), acts.end(), [](auto const& one) {
            return one.kind == "document_opinions.comments_opened";
        });
        if (opened == acts.end())
            continue;
        ++looked;
        auto const page = district().view("reviewer", tests::home_of(id) + "/acts/" +
                                                          std::to_string(opened->seq));
        auto const& rules = page.at("rules").as_array();
        BOOST_TEST_REQUIRE(rules.size() == 1u);
        // Shandong asks for it in NORM-7; here it is the practice of the nation.
        BOOST_TEST(rules.front().at("id").as_string() == "NORM-1");
    }
    BOOST_TEST(looked > 0u);
}

BOOST_AUTO_TEST_CASE(the_line_above_an_act_leads_to_the_list_of_its_family)
{
    auto const register_of_matters = district().view("reviewer", "/matters");
    auto const& matters = register_of_matters.at("matters").as_array();
    BOOST_TEST_REQUIRE(!matters.empty());
    auto const home = std::string(matters.front().at("href").as_string());
    auto const page =
        district().ask("reviewer", "GET", home + "/acts/1", {{"accept", "text/html"}}).body;
    BOOST_TEST(tests::has(page, "<p class=\"crumbs\"><a href=\"/matters\">"));
}

BOOST_AUTO_TEST_CASE(the_limits_of_several_units_are_told_apart)
{
    auto const report = district().view("compiler", "/reports/2026").at("case").as_int64();
    auto const view = district().view("compiler", tests::home_of(report));
    std::set<std::string> labels;
    std::size_t count = 0;
    for (auto const& one : view.at("limits").as_array()) {
        if (one.at("name").as_string() != "report_answer")
            continue;
        ++count;
        auto const label = std::string(one.at("label").as_string());
        BOOST_TEST(tests::has(label, "："), label);
        labels.insert(label);
        auto const page = district().view("compiler", std::string(one.at("href").as_string()));
        BOOST_TEST(std::string(page.at("label").as_string()) == label);
    }
    BOOST_TEST(count > 0u);
    BOOST_TEST(labels.size() == count);
}

BOOST_AUTO_TEST_SUITE_END()
