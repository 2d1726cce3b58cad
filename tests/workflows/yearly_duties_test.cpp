#include "tests/workflows/trial.hpp"
#include "workflows/annual_report/procedure.hpp"
#include "workflows/catalogue/procedure.hpp"
#include "workflows/yearly_duties.hpp"

#include <algorithm>

using namespace workflows;

namespace {

std::vector<yearly_duty> duties_at(std::string const& place, std::string const& level,
                                   char const* day, bool keeps_catalogue = false)
{
    auto const today = *engine::parse_day(day);
    return yearly_duties(tests::built_in_rules().in_force(place, today), level, keeps_catalogue,
                         today);
}

yearly_duty const* duty_of(std::vector<yearly_duty> const& all, std::string const& shape)
{
    auto const found = std::find_if(all.begin(), all.end(),
                                    [&](yearly_duty const& one) { return one.shape == shape; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(yearly_duties_test)

BOOST_AUTO_TEST_CASE(where_a_catalogue_must_be_made_that_of_the_year_is_due)
{
    auto const all = duties_at("hlj", "county", "2026-01-01");
    auto const* one = duty_of(all, catalogue::shape_name);
    BOOST_TEST_REQUIRE(one);
    BOOST_TEST(one->year == 2026);
    BOOST_TEST(one->rule == "HLJ-3.3");
    BOOST_TEST(!one->due.has_value());
    BOOST_TEST(duty_of(duties_at("sd", "county", "2026-01-01"), catalogue::shape_name)->rule ==
               "SD-4.1");
}

BOOST_AUTO_TEST_CASE(where_an_organ_may_make_a_catalogue_none_is_due)
{
    for (auto const* place : {"cn", "gd"})
        BOOST_TEST(!duty_of(duties_at(place, "county", "2026-01-01"), catalogue::shape_name),
                   place);
}

BOOST_AUTO_TEST_CASE(an_organ_that_had_a_catalogue_last_year_is_asked_for_the_next_one)
{
    auto const all = duties_at("gd", "county", "2027-01-15", true);
    auto const* one = duty_of(all, catalogue::shape_name);
    BOOST_TEST_REQUIRE(one);
    BOOST_TEST(one->year == 2027);
    BOOST_TEST(one->rule == "R713-3.4");
}

BOOST_AUTO_TEST_CASE(the_report_on_last_year_is_due_in_march_from_the_county_upwards)
{
    auto const all = duties_at("gd", "county", "2026-01-01");
    auto const* one = duty_of(all, annual_report::shape_name);
    BOOST_TEST_REQUIRE(one);
    BOOST_TEST(one->year == 2025);
    BOOST_TEST(one->rule == "AR-2");
    BOOST_TEST((one->due == engine::parse_day("2026-03-01")));
    BOOST_TEST(!duty_of(duties_at("gd", "township", "2026-01-01"), annual_report::shape_name));
}

BOOST_AUTO_TEST_SUITE_END()
