#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

// The page of one act.

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

BOOST_AUTO_TEST_SUITE_END()
