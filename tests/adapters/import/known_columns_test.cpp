#include "adapters/import/known_columns.hpp"

#include <boost/test/unit_test.hpp>

using namespace adapters::import;

BOOST_AUTO_TEST_SUITE(known_columns_test)

BOOST_AUTO_TEST_CASE(a_column_is_found_under_any_of_its_headings_and_the_first_counts)
{
    auto const places =
        places_of({{"name", {"事项名称", "名称"}}, {"unit", {"单位"}}, {"year", {"年度"}}},
                  {"单位", "名称", "事项名称"});
    BOOST_TEST(places.size() == 2u);
    BOOST_TEST(places.at("unit") == 0u);
    BOOST_TEST(places.at("name") == 1u);
    BOOST_TEST(!places.contains("year"));
}

BOOST_AUTO_TEST_SUITE_END()
