#include "tests/workflows/case_so_far.hpp"
#include "workflows/major_decision/sides_to_hear.hpp"

using namespace tests;
using law::participation::attendee_kind;

namespace {

/// The rule and the count of each side, at a place.
std::vector<std::pair<std::string, long long>> sides(trial::dossier const& file,
                                                     std::string const& place = "gd")
{
    std::vector<std::pair<std::string, long long>> all;
    for (auto const& one :
         law::sides_to_hear(file, built_in_rules().in_force(place, date("2024-03-01"))))
        all.emplace_back(one.rule, one.heard);
    return all;
}

trial::dossier touching_old_people_and_business()
{
    trial::dossier file;
    start(file);
    draft(file, 'a');
    law::drafting::assessed touches;
    touches.special_groups = {law::drafting::special_group::elderly};
    touches.business_related = true;
    file.drafting.touches = entry(file, touches, "2024-02-01");
    return file;
}

} // namespace

BOOST_AUTO_TEST_SUITE(sides_to_hear_test)

BOOST_AUTO_TEST_CASE(the_assessment_says_who_is_to_be_heard_beside_the_public)
{
    BOOST_TEST(sides({}).empty());
    auto const all = sides(touching_old_people_and_business());
    BOOST_TEST_REQUIRE(all.size() == 3u);
    BOOST_TEST(all[0].first == "R713-14.3");
    BOOST_TEST(all[1].first == "GD21-15.3");
    BOOST_TEST(all[2].second == 0);
    BOOST_TEST(sides(touching_old_people_and_business(), "cn").size() == 1u);
}

BOOST_AUTO_TEST_CASE(who_came_or_wrote_on_this_draft_has_been_heard)
{
    auto file = touching_old_people_and_business();
    law::participation::activity_held held;
    held.attendees.push_back({"黎姨", attendee_kind::group_representative, {}, {}});
    held.attendees.push_back({"城东商会", attendee_kind::trade_association, {}, {}});
    file.participation.activities.push_back(entry(file, held, "2024-02-10"));
    law::participation::opinions_recorded wrote;
    wrote.opinions.push_back({"GZ-1", "城东公司", attendee_kind::enterprise, "请缓行"});
    file.participation.recorded.push_back(entry(file, wrote, "2024-02-11"));
    for (auto const& [rule, heard] : sides(file))
        BOOST_TEST(heard == 1, rule);
    draft(file, 'b', law::drafting::change_class::substantive);
    for (auto const& [rule, heard] : sides(file))
        BOOST_TEST(heard == 0, rule);
}

BOOST_AUTO_TEST_SUITE_END()
