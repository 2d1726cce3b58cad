#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"
#include "tests/web/public_house.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

// What the house says beside a field of a case.

using tests::district;
using tests::has;
using tests::home_of;

namespace {

/// The field of that name in the first form of an act that somebody finds.
std::string field_of(std::string const& who, std::string const& kind, std::string const& name)
{
    auto id = "f-" + kind + "-" + name;
    std::replace(id.begin(), id.end(), '.', '-');
    for (long long number = 1; number <= 120; ++number) {
        auto const page = district().ask(who, "GET", home_of(number));
        auto const form = page.body.find("name=\"kind\" value=\"" + kind + "\"");
        if (page.status != 200 || form == std::string::npos)
            continue;
        auto const at = page.body.find("id=\"" + id, form);
        BOOST_TEST_REQUIRE(at != std::string::npos, name);
        return page.body.substr(at - 200, 1200);
    }
    BOOST_FAIL("no case has a form of " << kind << " for " << who);
    return {};
}

} // namespace

BOOST_AUTO_TEST_SUITE(form_notes)

BOOST_AUTO_TEST_CASE(how_many_experts_are_asked_for_is_said_where_they_are_chosen)
{
    // the rules of Guangdong set no number
    BOOST_TEST(has(field_of("sponsor", "experts.selected", "experts"), "本地规则没有规定人数"));
    BOOST_TEST(has(field_of("sponsor", "experts.selected", "few_reason"),
                   "本地规则没有规定人数，不必填写"));
}

BOOST_AUTO_TEST_CASE(whether_a_reason_for_lateness_is_asked_for_is_said_beside_it)
{
    BOOST_TEST(
        has(field_of("sponsor", "drafting.versioned", "late_reason"), "没有超期的时限，不必填写"));
}

BOOST_AUTO_TEST_CASE(how_long_a_draft_is_open_for_comments_is_said_beside_its_last_day)
{
    BOOST_TEST(has(field_of("sponsor", "participation.published", "closes_on"), "一般不少于30日"));
}

BOOST_AUTO_TEST_CASE(how_long_units_are_usually_given_to_answer_is_said_where_no_law_says_it)
{
    tests::public_house house;
    auto const on = house.tell("公园改造方案", {}, "drafting.versioned");
    house.clock = std::max(house.clock, on.last + std::chrono::hours(1));
    auto const page = house.get(on.home(), house.sign_in("sponsor").headers + house.html).body;
    auto const at = page.find("id=\"f-consultation-asked-answer_by\"");
    BOOST_TEST_REQUIRE(at != std::string::npos);
    BOOST_TEST(has(page.substr(at - 200, 1200), "一般留7个工作日左右"));
}

BOOST_AUTO_TEST_CASE(what_follows_a_change_of_substance_is_said_where_it_is_chosen)
{
    tests::public_house house;
    auto const page_of = [&](tests::told_decision const& on) {
        house.clock = std::max(house.clock, on.last + std::chrono::hours(1));
        return house.get(on.home(), house.sign_in("sponsor").headers + house.html).body;
    };
    std::string const change = "id=\"f-drafting-versioned-change\"";
    auto const again =
        page_of(house.tell("公园改造方案", {}, "deliberation.held", {"in_principle"}));
    auto const field = again.find(change);
    BOOST_TEST_REQUIRE(field != std::string::npos);
    auto const note = again.substr(field, 2000);
    BOOST_TEST(has(note, "合法性审查一律重新进行"));
    BOOST_TEST(has(note, "再次公开征求意见的期限一般不少于30日"));

    auto const first = page_of(house.tell("河涌整治方案", {}, "drafting.assessed"));
    BOOST_TEST(has(first, change));
    BOOST_TEST(!has(first, "合法性审查一律重新进行"));
}

BOOST_AUTO_TEST_CASE(how_many_a_hearing_takes_is_said_where_the_number_is_published)
{
    tests::public_house house;
    auto const on = house.tell("公园改造方案", {"hearing", "vital"}, "hearing.decided");
    house.clock = std::max(house.clock, on.last + std::chrono::hours(1));
    auto const sponsor = house.sign_in("sponsor");
    auto const page = house.get(on.home(), sponsor.headers + house.html).body;
    auto const form = page.find("value=\"hearing.announced\"");
    BOOST_TEST_REQUIRE(form != std::string::npos);
    BOOST_TEST(has(page.substr(form, page.find("</form>", form) - form), "须为单数"));
}

BOOST_AUTO_TEST_SUITE_END()
