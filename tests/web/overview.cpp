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

BOOST_AUTO_TEST_CASE(what_waits_is_counted_for_whoever_is_to_act_and_opens_that_list)
{
    auto const page = district().view("mayor", "/overview");
    long long sum = 0;
    int followed = 0;
    for (auto const& one : page.at("units").as_array()) {
        auto const& waiting = one.at("to_act").at("waiting");
        sum += waiting.at("value").as_int64();
        auto const href = std::string(waiting.at("href").as_string());
        if (href.empty())
            continue;
        auto const list = district().view("mayor", href);
        BOOST_TEST(list.at("found").as_int64() == waiting.at("value").as_int64(), href);
        for (auto const& row : list.at("rows").as_array())
            BOOST_TEST(row.at("task_unit").as_string() == one.at("unit").as_string());
        ++followed;
    }
    BOOST_TEST(sum == page.at("sums").at("waiting").at("value").as_int64());
    BOOST_TEST(followed > 1);
}

BOOST_AUTO_TEST_CASE(a_step_names_with_whom_most_of_it_waits)
{
    auto const page = district().view("mayor", "/overview");
    for (auto const& step : page.at("steps").as_array()) {
        auto const& acting = step.at("acting").as_array();
        BOOST_TEST(!acting.empty());
        long long named = 0;
        for (auto const& one : acting) {
            auto const count = one.at("count").as_int64();
            auto const list = district().view("mayor", std::string(one.at("href").as_string()));
            BOOST_TEST(list.at("found").as_int64() == count, step.at("chapter"));
            named += count;
        }
        auto const all = step.at("waiting").at("value").as_int64();
        BOOST_TEST((named < all) == step.at("more_acting").as_bool(), step.at("chapter"));
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
