#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"

#include <boost/test/unit_test.hpp>

// The people behind the seats of what is overseen.

using tests::district;
using tests::has;

namespace {

namespace json = boost::json;

/// What the list of those who oversee says of whose a task is, for the first one that fits.
template <class Fits>
std::string whose(std::string const& target, Fits const& fits)
{
    auto const box = district().view("mayor", target);
    for (auto const& row : box.at("rows").as_array())
        for (auto const& cell : row.at("cells").as_array())
            if (cell.at("label").as_string() == "办理人" && fits(row.as_object()))
                return std::string(cell.at("words").as_string());
    return {};
}

} // namespace

BOOST_AUTO_TEST_SUITE(seat_holders)

BOOST_AUTO_TEST_CASE(who_oversees_a_task_reads_the_names_of_those_who_hold_its_seat)
{
    auto const words = whose("/boxes/overseen?light=any&unit=water", [](json::object const& row) {
        return row.at("role").as_string() == "sponsor_clerk" &&
               row.at("task_unit").as_string() == "water" && row.at("task_person").as_int64() == 0;
    });
    BOOST_TEST(has(words, "区水务局"), words);
    BOOST_TEST(has(words, "（温锦添"), words);
}

BOOST_AUTO_TEST_CASE(a_task_by_name_has_that_name_alone)
{
    auto const words = whose("/boxes/overseen?light=any", [](json::object const& row) {
        return row.at("task_person").as_int64() != 0;
    });
    BOOST_TEST(!has(words, "（"), words);
}

BOOST_AUTO_TEST_SUITE_END()
