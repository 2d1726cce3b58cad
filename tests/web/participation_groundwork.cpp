#include "adapters/soci/house_register.hpp"
#include "tests/web/page_text.hpp"
#include "tests/web/public_house.hpp"

#include <boost/test/unit_test.hpp>

// What the forms by which people are heard come filled with.

using tests::has;

BOOST_AUTO_TEST_SUITE(participation_groundwork)

BOOST_AUTO_TEST_CASE(a_collective_discussion_has_rows_for_the_two_people_that_it_takes)
{
    tests::public_house house;
    auto const on = house.tell("河涌整治方案", {}, "sponsor_review.legal_opinion_given");
    adapters::soci::house_register keeping(house.record());
    keeping.add_appointment({.who = keeping.add_person("chief", "新局长", "correct horse", on.last),
                             .role = "department_head",
                             .unit = "water",
                             .from = std::chrono::year(2020) / 1 / 1,
                             .until = {}},
                            on.last);
    house.clock = std::max(house.clock, on.last + std::chrono::hours(1));
    auto const page = house.get(on.home(), house.sign_in("chief").headers + house.html).body;
    auto const first = page.find("id=\"f-sponsor_review-discussed-present-0-\"");
    auto const second = page.find("id=\"f-sponsor_review-discussed-present-1-\"");
    BOOST_TEST_REQUIRE(first != std::string::npos);
    BOOST_TEST_REQUIRE(second != std::string::npos);
    // the script leaves a row that is not spare
    BOOST_TEST(has(page.substr(first, second - first), "<div class=\"line-of-rows\""));
}

BOOST_AUTO_TEST_CASE(talks_come_filled_with_the_unit_whose_comments_are_open_where_nobody_objected)
{
    tests::public_house house;
    auto const on = house.tell("河涌整治方案", {}, "drafting.versioned");
    house.clock = std::max(house.clock, on.last + std::chrono::hours(48));
    auto const until = engine::legal_day(house.clock) + std::chrono::days(7);
    auto const is_proposed = [&] {
        auto const page = house.get(on.home(), house.sign_in("sponsor").headers + house.html).body;
        auto const begins = page.find("id=\"act-consultation.settled\"");
        BOOST_TEST_REQUIRE(begins != std::string::npos);
        return has(page.substr(begins, page.find("</form>", begins) - begins),
                   "value=\"finance\" selected");
    };
    house.enters("sponsor", on, "consultation.asked",
                 {{"units", boost::json::array{"finance", "justice"}},
                  {"answer_by", engine::to_text(until)}});
    house.enters("other", on, "consultation.answered",
                 {{"stance", "agrees_with_comments"}, {"comments", "补充预算"}});
    BOOST_TEST(is_proposed());
    // of the only one that may be chosen it would say nothing
    adapters::soci::house_register keeping(house.record());
    auto const who = keeping.add_person("justice", "新承办", "correct horse", house.clock);
    keeping.add_appointment({.who = who,
                             .role = "sponsor_clerk",
                             .unit = "justice",
                             .from = std::chrono::year(2020) / 1 / 1,
                             .until = {}},
                            house.clock);
    house.clock += std::chrono::hours(1);
    house.enters("justice", on, "consultation.answered", {{"stance", "agrees"}});
    BOOST_TEST(is_proposed());
    house.enters("sponsor", on, "consultation.settled",
                 {{"with_unit", "finance"},
                  {"agreed", true},
                  {"adoption", "not_adopted"},
                  {"outcome", "财政局撤回意见"}});
    BOOST_TEST(!is_proposed());
}

BOOST_AUTO_TEST_CASE(what_the_public_is_told_begins_with_the_numbers_of_what_was_decided)
{
    tests::public_house house;
    auto const on = house.tell("公园夜间开放方案", {"vital"}, "participation.opinions_decided");
    house.clock = std::max(house.clock, on.last + std::chrono::hours(1));
    auto const page = house.get(on.home(), house.sign_in("sponsor").headers + house.html).body;
    auto const begins = page.find("id=\"act-participation.feedback_given\"");
    BOOST_TEST_REQUIRE(begins != std::string::npos);
    auto const form = page.substr(begins, page.find("</form>", begins) - begins);
    BOOST_TEST(has(form, "共研究处理意见"));
    BOOST_TEST(has(form, "“收到的意见”页备有"));
}

BOOST_AUTO_TEST_SUITE_END()
