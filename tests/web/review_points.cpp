#include "tests/web/demo_house.hpp"
#include "tests/web/page_text.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

// What others said of the draft stands on the desk of the reviewer, who comes back to it.

using tests::has;
using tests::home_of;

namespace {

namespace json = boost::json;

constexpr auto concluding = "legality_review.concluded";
constexpr auto responding = "legality_review.responded";

/// A district of its own: a case is reviewed in it.
tests::demo_house& at()
{
    static tests::demo_house one;
    return one;
}

std::string form_mark(std::string const& kind)
{
    return "name=\"kind\" value=\"" + kind + "\"";
}

std::string page_of(std::string const& who, long long id, std::string const& more)
{
    auto const got = at().ask(who, "GET", home_of(id) + more);
    BOOST_TEST_REQUIRE(got.status == 200, got.body.substr(0, 500));
    return got.body;
}

/// The first case that waits for the opinion of the reviewer.
long long case_to_conclude()
{
    auto const rows = at().view("reviewer", "/?kind=legality_review.concluded").at("rows");
    BOOST_TEST_REQUIRE(!rows.as_array().empty(), "no review waits for its opinion");
    return rows.at(0).at("case").as_int64();
}

void enters(std::string const& who, long long id, std::string const& kind, json::object body)
{
    static int acts = 0;
    auto const got = at().json(who, "POST", home_of(id) + "/acts",
                               {{"kind", kind},
                                {"act_id", "review-points-" + std::to_string(++acts)},
                                {"seen", at().view(who, home_of(id)).at("version")},
                                {"body", std::move(body)}});
    BOOST_TEST_REQUIRE(got.status == 201, kind << ": " << got.body.substr(0, 2000));
}

/// A document of the first version of the draft, as a body names it.
json::object of_first_version(long long id, char const* which)
{
    for (auto const& act : at().acts_of({id}))
        if (act.kind == "drafting.versioned")
            return act.body.at(which).as_object();
    return {};
}

long long number_of(std::string const& name)
{
    for (auto const everybody = at().office().people(engine::legal_day(tests::demo_house::now()));
         auto const& one : *everybody)
        if (one.name == name)
            return one.person.value;
    return 0;
}

/// The clerk who is offered an act on the case.
std::string clerk_offered(long long id, std::string const& kind)
{
    for (auto const* who :
         {"clerk_justice", "clerk_reform", "sponsor", "clerk_transport", "clerk_resources",
          "clerk_education", "clerk_health", "clerk_market", "clerk_finance", "clerk_housing",
          "clerk_agriculture", "clerk_civil", "clerk_labour", "clerk_ecology", "clerk_culture",
          "clerk_urban", "clerk_data"})
        if (has(at().ask(who, "GET", home_of(id)).body, form_mark(kind)))
            return who;
    return {};
}

void conclude_with_two_points(long long id)
{
    enters(
        "reviewer", id, concluding,
        {{"within_power", true},
         {"power_finding", "属于法定权限。"},
         {"procedure_followed", true},
         {"procedure_finding", "步骤见表。"},
         {"content_lawful", false},
         {"content_finding", "有两处需要修改。"},
         {"outcome", "lawful_after_changes"},
         {"points", json::array{json::object{{"point", "第三条宜与上位法一致。"},
                                             {"weight", "defect"},
                                             {"article", "《行政处罚法》第十二条"}},
                                json::object{{"point", "删去第八条。"}, {"weight", "suggestion"}}}},
         {"short_time_reason", "材料齐全。"},
         {"author", number_of("夏秀英")},
         {"opinion", of_first_version(id, "draft")}});
}

} // namespace

BOOST_AUTO_TEST_SUITE(review_points)

BOOST_AUTO_TEST_CASE(the_opinion_that_is_due_comes_before_what_may_be_done_beside_it)
{
    auto const page = page_of("reviewer", case_to_conclude(), "/review");
    auto const due = page.find(form_mark(concluding));
    auto const optional = page.find(form_mark("legality_review.advisers_asked"));
    BOOST_TEST_REQUIRE(due != std::string::npos);
    BOOST_TEST_REQUIRE(optional != std::string::npos);
    BOOST_TEST(due < optional);
}

BOOST_AUTO_TEST_CASE(the_points_of_each_adviser_stand_under_the_name)
{
    auto const id = at().case_with({"legality_review.adviser_opined", concluding}).value;
    auto const view = at().view("reviewer", home_of(id) + "/review");
    std::set<std::string> points;
    for (auto const& one : view.at("advisers").as_array())
        for (auto const& point : one.at("points").as_array()) {
            points.emplace(point.at("point").as_string());
            BOOST_TEST(point.at("weight_words") == "建议");
        }
    BOOST_TEST((points == std::set<std::string>{"第六条宜写明报告的时间"}));
    BOOST_TEST(has(page_of("reviewer", id, "/review"),
                   "<li>第六条宜写明报告的时间 <span class=\"dim\">建议</span></li>"));
}

BOOST_AUTO_TEST_CASE(the_points_of_the_last_opinion_stand_beside_what_the_sponsor_answered)
{
    auto const id = case_to_conclude();
    conclude_with_two_points(id);
    auto const conclusion = [&] {
        return at().view("reviewer", home_of(id) + "/review").at("conclusion").as_object();
    };
    auto const unanswered = conclusion();
    for (auto const& one : unanswered.at("points").as_array())
        BOOST_TEST(!one.at("is_answered").as_bool());
    auto const sponsor = clerk_offered(id, responding);
    BOOST_TEST_REQUIRE(!sponsor.empty());
    enters(sponsor, id, responding,
           {{"responses",
             json::array{json::object{{"point", "第三条宜与上位法一致。"}, {"outcome", "adopted"}},
                         json::object{{"point", "删去第八条。"},
                                      {"outcome", "not_adopted"},
                                      {"reason", "第八条为实施所必需。"}}}}});
    BOOST_TEST(!conclusion().at("since").at("changed").as_bool());
    auto const paper = of_first_version(id, "explanation");
    enters(sponsor, id, "drafting.versioned",
           {{"draft", paper},
            {"explanation", paper},
            {"options", 1},
            {"change", "editorial"},
            {"change_reason", "按审查意见修改。"}});

    auto const now = conclusion();
    auto const& points = now.at("points").as_array();
    BOOST_TEST_REQUIRE(points.size() == 2u);
    BOOST_TEST(points.at(0).at("weight_words") == "瑕疵");
    BOOST_TEST(points.at(0).at("article") == "《行政处罚法》第十二条");
    BOOST_TEST(points.at(0).at("outcome_words") == "采纳");
    BOOST_TEST(points.at(1).at("reason") == "第八条为实施所必需。");
    BOOST_TEST(!now.at("response_href").as_string().empty());
    BOOST_TEST(now.at("since").at("changed").as_bool());
    auto const page = page_of("reviewer", id, "/review");
    BOOST_TEST(has(page, ">删去第八条。</td>"));
    BOOST_TEST(has(page, "：第八条为实施所必需。</td>"));
    BOOST_TEST(has(page, "/versions?from="));
}

BOOST_AUTO_TEST_SUITE_END()
