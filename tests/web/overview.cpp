#include "tests/web/demo_house.hpp"

#include <boost/test/unit_test.hpp>
#include <set>

// The leader's page of the sample.

using tests::district;

BOOST_AUTO_TEST_SUITE(overview)

BOOST_AUTO_TEST_CASE(what_waits_is_counted_once_by_unit_and_by_step)
{
    auto const page = district().view("mayor", "/overview");
    auto const all = page.at("sums").at("waiting").at("value").as_int64();
    BOOST_TEST(all > 0);
    for (auto const* by : {"units", "steps"}) {
        long long sum = 0;
        for (auto const& one : page.at(by).as_array())
            sum += one.at("waiting").at("value").as_int64();
        BOOST_TEST(sum == all, by);
    }
}

BOOST_AUTO_TEST_CASE(a_step_that_decisions_and_documents_have_stands_there_once)
{
    auto const page = district().view("mayor", "/overview");
    std::set<std::string_view> shown;
    for (auto const& one : page.at("steps").as_array())
        BOOST_TEST(shown.insert(one.at("chapter").as_string()).second, one.at("chapter"));
}

BOOST_AUTO_TEST_SUITE_END()
