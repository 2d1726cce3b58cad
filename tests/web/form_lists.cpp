#include "adapters/soci/house_register.hpp"
#include "tests/web/demo_house.hpp"
#include "tests/web/house.hpp"
#include "tests/web/page_text.hpp"
#include "tests/web/water_matter.hpp"
#include "web/percent.hpp"

#include <algorithm>

// Lists in forms: units are ticked, all rows of a list look alike, and what was chosen comes back.

using tests::district;
using tests::has;
using tests::hidden;
using tests::home_of;

namespace {

constexpr long long most_cases = 120;
constexpr auto consulting = "consultation.asked";

/// A page of a case with the form of an act.
struct page_with_form {
    std::string home;
    std::string page;
    std::size_t at; ///< where the form begins

    std::string form() const { return page.substr(at, page.find("</form>", at) - at); }
};

page_with_form find_form(std::string const& who, std::string const& kind)
{
    for (long long id = 1; id <= most_cases; ++id) {
        auto const got = district().ask(who, "GET", home_of(id));
        auto const at = got.body.find("id=\"act-" + kind + "\"");
        if (got.status == 200 && at != std::string::npos)
            return {home_of(id), got.body, at};
    }
    BOOST_FAIL("no case has a form of " << kind << " for " << who);
    return {};
}

/// How often a text stands in another.
std::size_t times(std::string const& text, std::string const& part)
{
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

tests::site_reply post(std::string const& who, std::string const& target, web::pairs const& fields)
{
    return district().ask(who, "POST", target,
                          {{"content-type", "application/x-www-form-urlencoded"}},
                          web::to_query(fields));
}

tests::site_reply send(page_with_form const& shown, web::pairs typed)
{
    web::pairs fields = {{"csrf", hidden(shown.page, "csrf", shown.at)},
                         {"kind", consulting},
                         {"act_id", hidden(shown.page, "act_id", shown.at)},
                         {"seen", hidden(shown.page, "seen", shown.at)}};
    fields.insert(fields.end(), typed.begin(), typed.end());
    return post("sponsor", shown.home + "/acts", fields);
}

/// What was refused is kept as a draft; the house is left as it was.
void drop_draft(std::string const& home)
{
    auto const page = district().ask("sponsor", "GET", home).body;
    auto const at = page.find("/drafts/");
    BOOST_TEST_REQUIRE(at != std::string::npos);
    auto const dropped = post("sponsor", page.substr(at, page.find('"', at) - at),
                              {{"csrf", hidden(page, "csrf", 0)}});
    BOOST_TEST(dropped.status == 303);
}

std::string box(std::string const& unit, bool is_ticked)
{
    return "name=\"f.units\" value=\"" + unit + "\"" + (is_ticked ? " checked>" : ">");
}

} // namespace

BOOST_AUTO_TEST_SUITE(form_lists)

BOOST_AUTO_TEST_CASE(units_of_which_several_are_named_are_all_there_to_be_ticked)
{
    auto const form = find_form("sponsor", consulting).form();
    auto const units = district().office().units();
    // all that there are but the leaders, the advisers and the one that asks
    auto const asked = std::count_if(units->begin(), units->end(), [](auto const& one) {
        return !one.is_closed && one.code != "leaders" && one.code != "advisers" &&
               one.code != "water";
    });
    BOOST_TEST(times(form, "type=\"checkbox\" name=\"f.units\"") ==
               static_cast<std::size_t>(asked));
    BOOST_TEST(has(form, box("finance", false)));
    BOOST_TEST(!has(form, "f.units["));
    // as the register has them: leaders and office before the departments
    BOOST_TEST(form.find(box("office", false)) < form.find(box("justice", false)));
    BOOST_TEST(form.find(box("office", false)) < form.find(box("finance", false)));
    BOOST_TEST(form.find(box("transport", false)) < form.find(box("education", false)));
    auto const legend = form.find("<legend>征求意见的单位 <span class=\"must\">");
    BOOST_TEST_REQUIRE(legend != std::string::npos);
    BOOST_TEST(has(form.substr(form.rfind("<fieldset", legend), 300), " data-checks"));
}

BOOST_AUTO_TEST_CASE(units_that_were_ticked_come_back_ticked_from_a_refusal_and_from_a_draft)
{
    auto const shown = find_form("sponsor", consulting);
    auto const refused = send(shown, {{"f.units", "finance"}, {"f.units", "reform"}});
    BOOST_TEST_REQUIRE(refused.status == 400, refused.body.substr(0, 2000));
    auto const again = district().ask("sponsor", "GET", shown.home);
    for (auto const& page : {refused.body, again.body}) {
        BOOST_TEST(has(page, box("finance", true)));
        BOOST_TEST(has(page, box("reform", true)));
        BOOST_TEST(has(page, box("transport", false)));
    }
    drop_draft(shown.home);
    BOOST_TEST(!has(district().ask("sponsor", "GET", shown.home).body, box("finance", true)));
}

BOOST_AUTO_TEST_CASE(units_in_rows_are_read_as_before_and_one_that_is_not_known_stays_chosen)
{
    auto const shown = find_form("sponsor", consulting);
    auto const refused = send(shown, {{"f.units[0]", "finance"}, {"f.units[4]", "dissolved"}});
    BOOST_TEST_REQUIRE(refused.status == 400, refused.body.substr(0, 2000));
    BOOST_TEST(has(refused.body, box("finance", true)));
    BOOST_TEST(has(refused.body, box("dissolved", true)));
    drop_draft(shown.home);
}

BOOST_AUTO_TEST_CASE(units_of_several_organs_stand_under_their_organs_the_own_one_first)
{
    tests::demo_house at;
    adapters::soci::house_register keeping(at.record());
    keeping.add_organ({"a", "端州区人民政府", "county", "gaoyao", ""}, tests::demo_house::now());
    keeping.add_unit({"a_water", "端州区水务局", "a"}, tests::demo_house::now());
    auto const shown = find_form("sponsor", consulting);
    auto const page = at.ask("sponsor", "GET", shown.home).body;
    auto const list = page.find("id=\"f-consultation-asked-units\"");
    auto const own = page.find("<legend>肇庆市高要区人民政府</legend>", list);
    auto const other = page.find("<legend>端州区人民政府</legend>", list);
    BOOST_TEST_REQUIRE(list != std::string::npos);
    BOOST_TEST_REQUIRE(own != std::string::npos);
    BOOST_TEST_REQUIRE(other != std::string::npos);
    BOOST_TEST(own < other);
    BOOST_TEST(page.find(box("transport", false), list) < other);
    BOOST_TEST(page.find(box("a_water", false) + "端州区水务局", list) > other);
}

BOOST_AUTO_TEST_CASE(all_rows_of_a_list_choose_alike)
{
    auto const form = find_form("clerk_reform", "hearing.listed").form();
    BOOST_TEST(has(form, "<select id=\"f-hearing-listed-people-0--role\""));
    BOOST_TEST(has(form, "<select id=\"f-hearing-listed-people-1--role\""));
    BOOST_TEST(!has(form, "type=\"radio\" name=\"f.people["));
}

BOOST_AUTO_TEST_CASE(whoever_has_one_thing_to_do_finds_its_form_unfolded)
{
    tests::water_matter on("form-lists-sole");
    on.comes_before_the_head();
    BOOST_TEST(has(on.page("mayor"),
                   "<details class=\"offer duty\" id=\"act-intake.start_decided\" open>"));
    // and of several that come at once none is chosen for them
    tests::water_matter several("form-lists-several");
    several.is_started();
    auto const page = several.page("sponsor");
    BOOST_TEST(has(page, "<details class=\"offer duty\""));
    auto const duty = page.find("<details class=\"offer duty\"");
    BOOST_TEST(!has(page.substr(duty, page.find('>', duty) - duty), " open"));
}

BOOST_AUTO_TEST_SUITE_END()
