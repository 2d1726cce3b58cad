#include "tests/web/demo_house.hpp"
#include "tests/web/house.hpp"
#include "tests/web/page_text.hpp"

using tests::district;
using tests::has;

namespace {

std::string page(std::string const& who, std::string const& path)
{
    auto const got = district().ask(who, "GET", path);
    BOOST_TEST_REQUIRE(got.status == 200, path);
    return got.body;
}

} // namespace

BOOST_AUTO_TEST_SUITE(phrases)

BOOST_AUTO_TEST_CASE(phrases_are_kept_on_the_account_and_offered_on_pages_with_forms)
{
    auto const kept = district().json("head_water", "POST", "/account/phrases",
                                      {{"phrases", "  同意按程序报送。\r\n\n请<补充>依据。\n"
                                                   "同意按程序报送。\n"}});
    BOOST_TEST_REQUIRE(kept.status == 200, kept.body);
    auto const account = district().json("head_water", "GET", "/account").view();
    BOOST_TEST_REQUIRE(account.at("phrases").as_array().size() == 2u);
    BOOST_TEST(account.at("phrases").at(0).at("words") == "同意按程序报送。");
    auto const id = district().case_with({"drafting.versioned"});
    for (auto const* path : {"", "/sheets"}) {
        auto const home = "/cases/" + std::to_string(id.value) + path;
        BOOST_TEST(has(page("head_water", home), "同意按程序报送。"), path);
        BOOST_TEST(has(page("head_water", home), "请&lt;补充&gt;依据。"), path);
        BOOST_TEST(!has(page("legal_water", home), "同意按程序报送。"), path);
    }
}

BOOST_AUTO_TEST_CASE(too_many_phrases_are_refused_and_nothing_is_lost)
{
    district().json("office2", "POST", "/account/phrases", {{"phrases", "已核。"}});
    std::string many;
    for (int i = 0; i < 40; ++i)
        many += "第" + std::to_string(i) + "条\n";
    auto const refused =
        district().json("office2", "POST", "/account/phrases", {{"phrases", many}});
    BOOST_TEST(refused.status == 422, refused.body);
    auto const account = district().json("office2", "GET", "/account").view();
    BOOST_TEST(account.at("phrases").as_array().size() == 1u);
}

BOOST_AUTO_TEST_CASE(what_brings_no_phrases_takes_none_away)
{
    district().json("office2", "POST", "/account/phrases", {{"phrases", "已核。"}});
    for (auto const& body :
         {boost::json::value(boost::json::object()), boost::json::value({{"phrases", 5}}),
          boost::json::value({{"phrases", "甲"}, {"more", true}})}) {
        auto const refused = district().json("office2", "POST", "/account/phrases", body);
        BOOST_TEST(refused.status == 400, boost::json::serialize(body) << ": " << refused.body);
    }
    auto const account = district().json("office2", "GET", "/account").view();
    BOOST_TEST(account.at("phrases").at(0).at("words").as_string() == "已核。");
}

BOOST_AUTO_TEST_SUITE_END()
