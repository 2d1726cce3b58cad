#include "web/handlers/marked_words.hpp"

#include <boost/test/unit_test.hpp>

using web::handlers::beginning_of;
using web::handlers::marked;
using pieces = std::vector<web::handlers::marked_piece>;

BOOST_AUTO_TEST_SUITE(marked_words)

BOOST_AUTO_TEST_CASE(every_word_of_a_short_passage_is_marked)
{
    BOOST_TEST((marked("未发现与上位法相抵触", {"上位法"}) ==
                pieces{{"未发现与"}, {"上位法", true}, {"相抵触"}}));
    BOOST_TEST((marked("法不溯及既往，法", {"法"}) ==
                pieces{{"法", true}, {"不溯及既往，"}, {"法", true}}));
    BOOST_TEST((marked("Plan A", {"plan", "a"}) == pieces{{"Plan", true}, {" "}, {"A", true}}));
    BOOST_TEST((marked("上位法", {"上", "上位"}) == pieces{{"上位", true}, {"法"}}));
}

BOOST_AUTO_TEST_CASE(a_long_passage_is_cut_between_characters)
{
    std::string before, after;
    for (int i = 0; i < 50; ++i)
        before += "前";
    for (int i = 0; i < 200; ++i)
        after += "后";
    auto const found = marked(before + "抵触" + after, {"抵触"});
    BOOST_TEST_REQUIRE(found.size() == 5u);
    BOOST_TEST(found[0].words == "…");
    BOOST_TEST(found[1].words == before.substr(0, 30 * 3));
    BOOST_TEST(found[2].marked);
    BOOST_TEST(found[3].words == after.substr(0, 88 * 3));
    BOOST_TEST(found[4].words == "…");
}

BOOST_AUTO_TEST_CASE(a_passage_without_the_word_shows_its_beginning)
{
    BOOST_TEST((marked("全文", {"没有"}) == pieces{{"全文"}}));
    BOOST_TEST((marked("", {"没有"}) == pieces{}));
}

BOOST_AUTO_TEST_CASE(the_beginning_of_a_passage_ends_between_characters)
{
    BOOST_TEST(beginning_of("材料不齐", 4) == "材料不齐");
    BOOST_TEST(beginning_of("材料不齐", 2) == "材料…");
    BOOST_TEST(beginning_of("", 2) == "");
}

BOOST_AUTO_TEST_SUITE_END()
