#include "tests/web/public_house.hpp"

#include <boost/test/unit_test.hpp>

// What the page of a matter tells the public of its consultations and of the opinions on it.

using tests::public_house;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(public_pages)

BOOST_AUTO_TEST_CASE(until_the_public_is_answered_the_page_says_what_is_open_and_decides_nothing)
{
    public_house h;
    auto const weighed = h.tell("公园夜间开放方案", {"vital"}, "participation.opinions_decided");
    h.clock = weighed.last + 48h;
    auto const view = h.get(weighed.at(), public_house::json).view();
    BOOST_TEST(view.at("answers").as_array().empty());
    auto const words = std::string(view.at("open_answers").as_string());
    BOOST_TEST(words.find("采纳情况在向公众反馈以后公布") != std::string::npos);
    BOOST_TEST(h.get(weighed.at(), public_house::html).says(words));

    h.clock += std::chrono::days(400); // long enough to come to its end
    auto const decided = h.tell("养老服务办法", {"concern", "vital"}, "");
    h.clock = decided.last + 48h;
    auto const told = h.get(decided.at(), public_house::json).view();
    BOOST_TEST(!told.at("answers").as_array().empty());
    BOOST_TEST(told.at("open_answers") == "");
}

BOOST_AUTO_TEST_CASE(every_round_of_consultation_stays_on_the_page_the_newest_first)
{
    public_house h;
    auto const open = h.tell("公园夜间开放方案", {"vital"}, "participation.published");
    h.clock = open.last + 48h;
    auto const one_round = h.get(open.at(), public_house::json).view();
    BOOST_TEST(one_round.at("rounds").as_array().empty());
    auto notice = open.told.entered.back().body;
    auto const today = engine::legal_day(h.clock);
    notice["opens_on"] = engine::to_text(today);
    notice["closes_on"] = engine::to_text(today + std::chrono::days(45));
    h.enters("sponsor", open, "participation.published", notice);

    auto const view = h.get(open.at(), public_house::json).view();
    auto const rounds = view.at("rounds").as_array();
    BOOST_TEST_REQUIRE(rounds.size() == 2u);
    BOOST_TEST(rounds[0].at("opens_on").as_string() == engine::to_text(today));
    BOOST_TEST(rounds[0].at("outcome_words") == "正在征求意见");
    BOOST_TEST(rounds[1].at("opens_on").as_string() ==
               open.told.entered.back().body.at("opens_on").as_string());
    BOOST_TEST(rounds[1].at("closes_on").as_string() == engine::to_text(today));
    auto const page = h.get(open.at(), public_house::html);
    BOOST_TEST(page.says("历次征求意见"));
    for (auto const& one : rounds)
        BOOST_TEST(page.says(std::string(one.at("draft_href").as_string())));
}

BOOST_AUTO_TEST_CASE(a_round_that_was_replaced_before_its_first_day_says_that_it_never_began)
{
    public_house h;
    auto const open = h.tell("公园夜间开放方案", {"vital"}, "participation.published");
    h.clock = open.last + 48h;
    auto notice = open.told.entered.back().body;
    auto const today = engine::legal_day(h.clock);
    for (auto const after : {10, 20}) {
        notice["opens_on"] = engine::to_text(today + std::chrono::days(after));
        notice["closes_on"] = engine::to_text(today + std::chrono::days(after + 45));
        h.enters("sponsor", open, "participation.published", notice);
    }
    auto const rounds = h.get(open.at(), public_house::json).view().at("rounds").as_array();
    BOOST_TEST_REQUIRE(rounds.size() == 3u);
    std::string const outcome(rounds[1].at("outcome_words").as_string());
    BOOST_TEST(outcome.starts_with("没有开始："), outcome);
    BOOST_TEST(rounds[1].at("opens_on").as_string() ==
               engine::to_text(today + std::chrono::days(10)));
    BOOST_TEST(rounds[1].at("opens_on").as_string() < rounds[1].at("closes_on").as_string());
    BOOST_TEST(rounds[0].at("outcome_words") == "尚未开始");
}

BOOST_AUTO_TEST_SUITE_END()
