#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"
#include "tests/web/public_house.hpp"
#include "tests/web/water_matter.hpp"

#include <boost/test/unit_test.hpp>

// The note that an act was entered leads on: to what waits for whoever acted, and to their list.

using tests::district;
using tests::has;

BOOST_AUTO_TEST_SUITE(after_act)

BOOST_AUTO_TEST_CASE(whoever_has_just_acted_reads_how_much_waits_and_what_is_next)
{
    tests::water_matter on("after-act");
    on.comes_before_the_head(); // nothing of it waits for the office
    auto const page = on.page("office", "?done=1");
    auto const note = page.find("<p class=\"onward\">");
    BOOST_TEST_REQUIRE(note != std::string::npos);
    auto const words = page.substr(note, page.find("</p>", note) - note);
    auto const first = district().view("office", "/?ready=1").at("rows").at(0);
    BOOST_TEST(has(words, "您还有"));
    BOOST_TEST(has(words, "href=\"/cases/" + std::to_string(first.at("case").as_int64())));
    BOOST_TEST(has(words, std::string(first.at("case_title").as_string())));
    BOOST_TEST(has(words, "<a href=\"/\">查看待办</a>"));
}

BOOST_AUTO_TEST_CASE(of_the_tasks_of_one_case_the_first_that_its_page_names_is_next)
{
    tests::public_house house;
    auto const on = house.tell("公园改造方案", {"vital"}, "intake.start_decided");
    house.clock = std::max(house.clock, on.last + std::chrono::hours(1));
    auto const sponsor = house.sign_in("sponsor");
    auto const view = house.get(on.home(), sponsor.headers + house.json).view();
    auto const& first = view.at("next").at("steps").at(0);
    BOOST_TEST_REQUIRE(first.at("own").as_bool());
    BOOST_TEST_REQUIRE(first.at("acts").as_array().size() > 1u);
    auto const page = house.get(on.home() + "?done=1", sponsor.headers + house.html).body;
    auto const note = page.find("<p class=\"onward\">");
    BOOST_TEST_REQUIRE(note != std::string::npos);
    BOOST_TEST(has(page.substr(note, page.find("</p>", note) - note),
                   std::string(first.at("acts").at(0).at("act_words").as_string()) + "："));
}

BOOST_AUTO_TEST_CASE(whoever_can_go_on_with_the_same_case_is_led_on_there)
{
    // no list begins with both
    tests::water_matter const one("after-same-case-one");
    tests::water_matter const other("after-same-case-other");
    for (auto const* on : {&one, &other}) {
        auto const page = on->page("office", "?done=1");
        auto const note = page.find("<p class=\"onward\">");
        BOOST_TEST_REQUIRE(note != std::string::npos);
        BOOST_TEST(has(page.substr(note, page.find("</p>", note) - note),
                       "href=\"" + on->home() + "#act-intake.study_assigned\""));
    }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_done_yet_is_not_counted_among_what_is_left)
{
    int with_rest = 0;
    for (std::string const who : {"sponsor", "office", "reviewer", "clerk_reform", "clerk_ecology",
                                  "clerk_culture", "clerk_agriculture", "executor"}) {
        auto const all = tests::district().view(who, "/");
        auto const ready = tests::district().view(who, "/?ready=1").at("found").as_int64();
        if (all.at("rows").as_array().empty() || ready == all.at("found").as_int64())
            continue;
        ++with_rest;
        auto const id = all.at("rows").at(0).at("case").as_int64();
        auto const page =
            tests::district().ask(who, "GET", "/cases/" + std::to_string(id) + "?done=1").body;
        BOOST_TEST(has(page, ready == 0 ? std::string("您现在没有待办事项")
                                        : "您还有" + std::to_string(ready) + "项待办"),
                   who);
        // the list, its tab and the message count alike
        auto const later =
            "另有" + std::to_string(all.at("found").as_int64() - ready) + "项尚未到可办日期";
        BOOST_TEST(has(page, "，" + later + "。"), who);
        auto const desk = tests::district().ask(who, "GET", "/").body;
        BOOST_TEST(has(desk, "aria-current=\"page\">待办 <span class=\"count\">" +
                                 std::to_string(ready) + "</span></a>"),
                   who);
        BOOST_TEST(has(desk, "<span class=\"count\">" + std::to_string(ready) +
                                 "</span> <span class=\"dim\">" + later + "</span>"),
                   who);
    }
    BOOST_TEST(with_rest > 0);
}

BOOST_AUTO_TEST_CASE(a_page_that_comes_from_no_act_leads_nowhere)
{
    tests::water_matter on("after-no-act");
    BOOST_TEST(!has(on.page("office"), "class=\"onward\""));
    BOOST_TEST(!has(on.page("office", "?done=999"), "class=\"onward\""));
}

BOOST_AUTO_TEST_SUITE_END()
