#include "tests/web/page_text.hpp"
#include "tests/web/public_house.hpp"
#include "tests/web/water_matter.hpp"

#include <boost/test/unit_test.hpp>

// The units that a form offers where it gives work to one.

using tests::has;

namespace {

/// The choices of a field on a page.
std::string choices_of(std::string const& page, std::string const& id, std::string const& end)
{
    auto const at = page.find("id=\"" + id + "\"");
    BOOST_TEST_REQUIRE(at != std::string::npos);
    return page.substr(at, page.find(end, at) - at);
}

} // namespace

BOOST_AUTO_TEST_SUITE(departments)

BOOST_AUTO_TEST_CASE(nothing_is_handed_to_the_leaders_or_the_advisers)
{
    tests::water_matter const on("departments-study");
    auto const units =
        choices_of(on.page("office"), "f-intake-study_assigned-to_unit", "</select>");
    BOOST_TEST(has(units, "水务局"), units);
    BOOST_TEST(!has(units, "领导"), units);
    BOOST_TEST(!has(units, "法律顾问室"), units);
}

BOOST_AUTO_TEST_CASE(a_sponsor_names_other_units_as_those_concerned)
{
    tests::public_house house;
    auto const on = house.tell("公园改造方案", {"vital"}, "intake.start_decided");
    house.clock = std::max(house.clock, on.last + std::chrono::hours(1));
    auto const sponsor = house.sign_in("sponsor");
    auto const page = house.get(on.home(), sponsor.headers + house.html).body;
    auto const units = choices_of(page, "f-drafting-assessed-units_concerned", "</fieldset>");
    BOOST_TEST(has(units, "value=\"finance\""), units);
    BOOST_TEST(!has(units, "value=\"water\""), units);
    BOOST_TEST(!has(units, "value=\"leaders\""), units);
}

BOOST_AUTO_TEST_SUITE_END()
