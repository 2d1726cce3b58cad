#include "tests/workflows/drafts.hpp"
#include "workflows/major_decision/parameters.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;
using namespace workflows::major_decision;
using drafting::change_class;

std::string const first_review =
    R"({"analysis":"不排除、限制竞争","outcome":"no_restriction","heard":[
    {"kind":"business_operator","name":"供水公司","words":"无异议"},
    {"kind":"trade_association","name":"供水协会","words":"无异议"}],"document":)" +
    document_json(70) + "}";
std::string const filing =
    R"({"documents":[)" + document_json(101) + "," + document_json(70) + "]}";
std::string const conclusion =
    R"({"outcome":"no_restriction","reasons":"不影响竞争","opinion":)" + document_json(71) + "}";

trial touching_operators(std::string_view day = "2024-09-10", std::string place = "gd")
{
    trial t(make_fair_competition(), std::move(place));
    start(t);
    touches(t).operators_affected = true;
    t.follows("drafting.assessed", "{}");
    put_draft(t, change_class::first_draft);
    t.on(day).by("sponsor_clerk", "water");
    return t;
}

trial filed()
{
    auto t = touching_operators();
    t.enters("fair_competition.drafter_reviewed", first_review);
    t.enters("fair_competition.filed", filing);
    t.by("competition_reviewer", "market");
    return t;
}

engine::rules const& law_on(std::string_view day)
{
    return built_in_rules().in_force("gd", *engine::parse_day(day));
}

} // namespace

BOOST_AUTO_TEST_SUITE(fair_competition_test)

BOOST_AUTO_TEST_CASE(operators_touched_wait_for_the_drafters_review)
{
    auto t = touching_operators();
    BOOST_TEST(t.stage() == "awaiting_first_review");
    BOOST_TEST(competition_required(t.file, law_on("2024-09-10")));
    touches(t).operators_affected = false;
    t.follows("drafting.assessed", "{}");
    BOOST_TEST(t.stage() == "not_needed");
    BOOST_TEST(!competition_required(t.file, law_on("2024-09-10")));
    intake::catalogue_item item{};
    item.fair_competition = true;
    t.file.intake.started->body.catalogue = {item};
    t.follows("intake.start_decided",
              R"({"decided_on":"2024-01-08","lead":"water","congress":"none"})");
    BOOST_TEST(t.stage() == "awaiting_first_review");
}

BOOST_AUTO_TEST_CASE(whoever_reviews_without_need_is_told_so)
{
    auto t = touching_operators();
    BOOST_TEST(t.advised("fair_competition.drafter_reviewed", first_review).empty());
    auto untouched = touching_operators();
    touches(untouched).operators_affected = false;
    untouched.follows("drafting.assessed", "{}");
    auto const is_said = [&](char const* words) {
        auto const offers = untouched.offers();
        return std::any_of(offers.begin(), offers.end(), [&](auto const& offer) {
            return offer.kind == "fair_competition.drafter_reviewed" && offer.remarks.size() == 1 &&
                   offer.remarks.front().words.id.find(words) != std::string::npos;
        });
    };
    BOOST_TEST(is_said("无须进行公平竞争审查"));
    auto const assessment = untouched.file.drafting.touches;
    untouched.file.drafting.touches.reset();
    BOOST_TEST(is_said("还不能确定"));
    untouched.file.drafting.touches = assessment;
    CHECK_RULES(untouched.advised("fair_competition.drafter_reviewed", first_review), "R713-29.1");
}

BOOST_AUTO_TEST_CASE(before_august_2024_the_drafters_review_is_enough)
{
    auto t = touching_operators("2024-07-31");
    t.enters("fair_competition.drafter_reviewed", first_review);
    BOOST_TEST(competition_done(t.file, law_on("2024-07-31")));
    BOOST_TEST(!competition_done(t.file, law_on("2024-08-01")));
    CHECK_RULES(t.refused("fair_competition.filed", filing), "NORM-20");
    t.on("2024-08-01").enters("fair_competition.filed", filing);
}

BOOST_AUTO_TEST_CASE(the_market_regulator_concludes)
{
    auto t = filed();
    t.enters("fair_competition.concluded", conclusion);
    BOOST_TEST(t.stage() == "passed");
    BOOST_TEST(competition_done(t.file, law_on("2024-09-10")));
}

BOOST_AUTO_TEST_CASE(nobody_else_reviews_or_concludes)
{
    auto t = touching_operators();
    t.by("sponsor_clerk", "transport");
    CHECK_RULES(t.refused("fair_competition.drafter_reviewed", first_review), "R713-29.1");
    auto f = filed();
    f.by("reviewer", "justice");
    CHECK_RULES(f.refused("fair_competition.concluded", conclusion), "NORM-20");
}

BOOST_AUTO_TEST_CASE(who_drafted_does_not_conclude)
{
    auto t = filed();
    t.by("competition_reviewer", "market", "李四");
    auto const number = static_cast<long long>(std::hash<std::string>{}("李四") >> 8);
    t.file.doings.push_back(
        {9, "drafting.versioned", {number}, "李四", "sponsor_clerk", "water", {}});
    CHECK_RULES(t.refused("fair_competition.concluded", conclusion), "JC-1");
}

BOOST_AUTO_TEST_CASE(operators_and_associations_are_heard)
{
    auto t = touching_operators();
    CHECK_RULES(
        t.refused("fair_competition.drafter_reviewed", with(first_review, R"({"heard":[]})")),
        "NORM-20");
    CHECK_RULES(t.refused("fair_competition.drafter_reviewed",
                          with(first_review, R"({"touches_public_interest":true})")),
                "NORM-20");
    CHECK_RULES(t.advised("fair_competition.drafter_reviewed", with(first_review, R"({"heard":[
        {"kind":"business_operator","name":"供水公司","words":"无异议"}]})")),
                "NORM-20");
    auto associations_alone = touching_operators();
    CHECK_RULES(associations_alone.advised("fair_competition.drafter_reviewed",
                                           with(first_review, R"({"heard":[
        {"kind":"trade_association","name":"供水协会","words":"无异议"}]})")),
                "NORM-20");
    auto before = touching_operators("2024-07-31");
    CHECK_RULES(
        before.advised("fair_competition.drafter_reviewed", with(first_review, R"({"heard":[]})")),
        "NORM-20");
}

BOOST_AUTO_TEST_CASE(an_exception_needs_a_ground)
{
    auto t = touching_operators();
    CHECK_RULES(t.refused("fair_competition.drafter_reviewed",
                          with(first_review, R"({"outcome":"exception_applies"})")),
                "NORM-20");
    auto f = filed();
    CHECK_RULES(f.refused("fair_competition.concluded",
                          with(conclusion, R"({"outcome":"exception_applies"})")),
                "NORM-20");
    f.enters("fair_competition.concluded",
             with(conclusion, R"({"outcome":"exception_applies","exception_ground":"节约能源"})"));
    BOOST_TEST(competition_done(f.file, law_on("2024-09-10")));
}

BOOST_AUTO_TEST_CASE(a_place_may_ask_for_trade_compliance)
{
    auto t = touching_operators("2024-09-10", "sd");
    CHECK_RULES(t.refused("fair_competition.drafter_reviewed", first_review), "SD-14.3");
    t.enters("fair_competition.drafter_reviewed",
             with(first_review, R"({"trade_compliance":"符合"})"));
}

BOOST_AUTO_TEST_CASE(the_file_holds_the_draft_and_the_first_review)
{
    auto t = touching_operators();
    t.enters("fair_competition.drafter_reviewed", first_review);
    CHECK_RULES(t.refused("fair_competition.filed", R"({"documents":[]})"), "JC-2", "NORM-20");
}

BOOST_AUTO_TEST_CASE(a_restriction_leads_back_to_the_draft)
{
    auto t = filed();
    t.enters("fair_competition.concluded",
             with(conclusion, R"({"outcome":"restricts_competition"})"));
    BOOST_TEST(t.stage() == "failed");
    BOOST_TEST(!competition_done(t.file, law_on("2024-09-10")));
    put_draft(t, change_class::substantive);
    tell_draft(t);
    BOOST_TEST(t.stage() == "awaiting_first_review");
    auto own = touching_operators();
    own.enters("fair_competition.drafter_reviewed",
               with(first_review, R"({"outcome":"restricts_competition"})"));
    BOOST_TEST(own.stage() == "failed");
}

BOOST_AUTO_TEST_CASE(an_editorial_change_that_proves_substantive_stops_the_filing)
{
    auto t = touching_operators();
    t.enters("fair_competition.drafter_reviewed", first_review);
    put_draft(t, change_class::substantive); // the chapter is not told, as on an old record
    CHECK_RULES(t.refused("fair_competition.filed", R"({"documents":[)" + document_json(102) + "," +
                                                        document_json(70) + "]}"),
                "NORM-20");
}

BOOST_AUTO_TEST_CASE(a_substantive_change_asks_for_a_new_review_unless_waived)
{
    auto t = filed();
    t.enters("fair_competition.concluded", conclusion);
    put_draft(t, change_class::substantive);
    tell_draft(t);
    BOOST_TEST(t.stage() == "awaiting_first_review");
    BOOST_TEST(!competition_done(t.file, law_on("2024-09-10")));
    confirm_change(t, change_class::substantive, {drafting::repeatable_step::fair_competition});
    tell_confirmation(t);
    BOOST_TEST(t.stage() == "passed");
    BOOST_TEST(competition_done(t.file, law_on("2024-09-10")));
}

BOOST_AUTO_TEST_SUITE_END()
