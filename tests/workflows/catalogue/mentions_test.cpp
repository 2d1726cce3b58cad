#include "workflows/catalogue/mentions.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

using workflows::catalogue::mention;
using workflows::catalogue::mentions_in;

namespace {

std::vector<mention> in(char const* kind, char const* body)
{
    engine::act what;
    what.kind = kind;
    what.body = boost::json::parse(body).as_object();
    return mentions_in(what);
}

} // namespace

BOOST_AUTO_TEST_SUITE(mentions_test)

BOOST_AUTO_TEST_CASE(a_start_names_the_entries_it_comes_from)
{
    auto const found = in("intake.start_decided", R"({"decided_on": "2024-03-04", "lead": "water",
        "congress": "none", "catalogue": [{"year": 2024, "item": "3"}, {"year": 2023, "item": "甲"}]})");
    BOOST_TEST((found == std::vector<mention>{{2024, "3", ""}, {2023, "甲", ""}}));
}

BOOST_AUTO_TEST_CASE(a_start_without_entry_is_known_by_its_year)
{
    auto const found = in("intake.start_decided",
                          R"({"decided_on": "2024-03-04", "lead": "water", "congress": "none"})");
    BOOST_TEST((found == std::vector<mention>{{2024, "", ""}}));
}

BOOST_AUTO_TEST_CASE(a_catalogue_links_an_entry_with_a_decision)
{
    auto const found =
        in("catalogue_items.linked", R"({"item_number": 3, "decision_number": "JC2024-0007"})");
    BOOST_TEST((found == std::vector<mention>{{0, "3", "JC2024-0007"}}));
    BOOST_TEST(in("catalogue_items.closed", "{}").empty());
}

BOOST_AUTO_TEST_CASE(a_link_that_is_taken_back_names_no_entry)
{
    auto const found =
        in("catalogue_items.unlinked",
           R"({"item_number": 3, "decision_number": "JC2024-0007", "reason": "关联错了"})");
    BOOST_TEST((found == std::vector<mention>{{0, "", "JC2024-0007"}}));
}

BOOST_AUTO_TEST_SUITE_END()
