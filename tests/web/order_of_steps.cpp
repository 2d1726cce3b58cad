#include "tests/web/page_text.hpp"
#include "tests/web/water_matter.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>

// In what order the tasks of one case stand on a desk.

using tests::district;
using tests::home_of;
using tests::water_matter;

namespace {

namespace json = boost::json;
using kinds = std::vector<std::string>;

json::array rows_at(std::string const& target)
{
    return district().view("sponsor", target).at("rows").as_array();
}

/// The tasks of each case that neither press nor rest, as the list has them.
std::map<long long, kinds> calm_tasks(json::array const& rows)
{
    auto const today = engine::to_text(engine::legal_day(tests::demo_house::now()));
    std::map<long long, kinds> found;
    for (auto const& row : rows) {
        auto const& light = row.at("light").as_string();
        if ((light.empty() || light == "green") && row.at("opens_on").as_string() <= today)
            found[row.at("case").as_int64()].emplace_back(row.at("kind").as_string());
    }
    return found;
}

/// The own next steps that the page of a case tells: those are in the order of the law.
kinds next_steps_of(long long id)
{
    kinds found;
    auto const next = district().view("sponsor", home_of(id)).at("next").as_object();
    for (auto const& step : next.at("steps").as_array())
        for (auto const& act : step.at("acts").as_array())
            if (step.at("own").as_bool() && !step.at("waits").as_bool())
                found.emplace_back(act.at("kind").as_string());
    return found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(order_of_steps)

BOOST_AUTO_TEST_CASE(the_tasks_of_a_case_stand_on_a_desk_as_its_page_tells_them)
{
    auto const in_both = [](kinds of, kinds const& other) {
        std::erase_if(of, [&](std::string const& one) {
            return std::find(other.begin(), other.end(), one) == other.end();
        });
        return of;
    };
    int compared = 0;
    for (auto const& [id, listed] : calm_tasks(rows_at("/"))) {
        if (listed.size() < 2)
            continue;
        auto const told = next_steps_of(id);
        auto const shown = in_both(listed, told);
        BOOST_TEST(shown == in_both(told, listed), boost::test_tools::per_element());
        compared += shown.size() > 1 ? 1 : 0;
    }
    BOOST_TEST(compared > 0);
}

BOOST_AUTO_TEST_CASE(what_came_by_one_act_stands_in_the_order_of_the_law_however_it_is_sorted)
{
    std::string const title = "步骤先后事项";
    water_matter m("order-of-steps", title);
    m.is_started();
    kinds const in_order = {"drafting.researched", "drafting.assessed"};
    for (std::string const sort : {"", "newest", "oldest", "due", "number"}) {
        kinds listed;
        for (auto const& row : rows_at("/?words=" + web::percent_encoded(title) + "&sort=" + sort))
            listed.emplace_back(row.at("kind").as_string());
        BOOST_TEST_CONTEXT(sort)
        BOOST_TEST(listed == in_order, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(a_list_that_was_asked_for_by_time_stays_sorted_by_time)
{
    std::string before = "~";
    for (auto const& row : rows_at("/?sort=newest")) {
        std::string const at(row.at("at").as_string());
        BOOST_TEST((at <= before), at << " after " << before);
        before = at;
    }
}

BOOST_AUTO_TEST_SUITE_END()
