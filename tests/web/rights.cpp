#include "adapters/rights/load_rights.hpp"
#include "tests/web/demo_house.hpp"
#include "web/language.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

// The table of rights as administrators and supervisors read it.

namespace {

using boost::json::array;
using tests::district;

std::string const address = "/administration/rights";

std::vector<std::string> marks_in(boost::json::value const& of)
{
    std::vector<std::string> found;
    for (auto const& one : of.at("marks").as_array())
        found.emplace_back(one.at("words").as_string());
    return found;
}

boost::json::value const* element(array const& all, char const* key, std::string_view value)
{
    auto const found = std::find_if(
        all.begin(), all.end(), [&](auto const& one) { return one.at(key).as_string() == value; });
    return found == all.end() ? nullptr : &*found;
}

using marks = std::vector<std::string>;

} // namespace

BOOST_AUTO_TEST_SUITE(rights_page)

BOOST_AUTO_TEST_CASE(acts_stand_by_chapter_beside_the_roles_that_may_do_them)
{
    auto const page = district().view("admin", address);
    boost::json::value const* review = nullptr;
    std::size_t acts = 0;
    for (auto const& procedure : page.at("procedures").as_array())
        for (auto const& chapter : procedure.at("chapters").as_array()) {
            acts += chapter.at("acts").as_array().size();
            if (chapter.at("chapter").as_string() == "legality_review")
                review = &chapter;
            for (auto const& act : chapter.at("acts").as_array())
                BOOST_TEST(act.at("cells").as_array().size() ==
                           chapter.at("columns").as_array().size());
        }
    BOOST_TEST(acts > 200u);
    BOOST_TEST_REQUIRE(review);
    auto const* concluded =
        element(review->at("acts").as_array(), "kind", "legality_review.concluded");
    BOOST_TEST_REQUIRE(concluded);
    auto const& cells = concluded->at("cells").as_array();
    BOOST_TEST(marks_in(*element(cells, "code", "reviewer")) == marks{"不限"},
               boost::test_tools::per_element());
    BOOST_TEST(element(cells, "code", "sponsor_clerk")->at("blank").as_bool());
    BOOST_TEST(!element(review->at("columns").as_array(), "code", "auditor"));
}

BOOST_AUTO_TEST_CASE(who_may_do_an_act_is_answered_for_everybody_at_once)
{
    auto const page = district().view("auditor", address + "?act=execution.reported");
    auto const& about = page.at("about_act").as_object();
    BOOST_TEST(!about.at("nobody").as_bool());
    auto const& may = about.at("may").as_array();
    BOOST_TEST(may.size() == 3u);
    BOOST_TEST(marks_in(*element(may, "code", "executor")) == marks{"有关"},
               boost::test_tools::per_element());
    BOOST_TEST(about.at("others").as_string().find("行政首长") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_a_role_may_do_is_answered_with_its_pages_in_words)
{
    auto const page = district().view("security", address + "?role=sponsor_clerk");
    auto const& about = page.at("about_role").as_object();
    bool leads = false;
    for (auto const& chapter : about.at("chapters").as_array())
        for (auto const& act : chapter.at("acts").as_array())
            leads = leads || (act.at("kind").as_string() == "drafting.versioned" &&
                              marks_in(act) == marks{"承办"});
    BOOST_TEST(leads);
    auto const* cases = element(about.at("pages").as_array(), "area", "cases");
    BOOST_TEST_REQUIRE(cases);
    BOOST_TEST(cases->at("area_words").as_string() == "案卷");
    BOOST_TEST(cases->at("how_words").as_string() == "查看和提交");
    auto const auditor = district().view("security", address + "?role=auditor");
    BOOST_TEST(auditor.at("about_role").at("changes_nothing").as_bool());
}

BOOST_AUTO_TEST_CASE(every_page_that_somebody_may_use_has_words_in_both_languages)
{
    web::language const zh("zh"), en("en");
    auto const table = adapters::rights::load_rights().table;
    for (auto const& role : table.roles()) {
        auto const page = district().view("admin", address + "?role=" + role.code);
        for (auto const& one : page.at("about_role").at("pages").as_array()) {
            auto const key = "rights.area." + std::string(one.at("area").as_string());
            BOOST_TEST(zh.look_up(key).has_value(), key);
            BOOST_TEST(en.look_up(key).has_value(), key);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_act_and_no_role_is_not_found)
{
    BOOST_TEST(district().json("admin", "GET", address + "?act=x.y").status == 404);
    BOOST_TEST(district().json("admin", "GET", address + "?role=king").status == 404);
}

BOOST_AUTO_TEST_CASE(the_page_asks_and_answers_without_scripts)
{
    for (auto const* question : {"", "?act=execution.reported", "?role=reviewer"}) {
        auto const page =
            district().ask("admin", "GET", address + question, {{"accept", "text/html"}});
        BOOST_TEST(page.status == 200);
        BOOST_TEST(page.body.find("<select id=\"act\" name=\"act\"") != std::string::npos);
        BOOST_TEST((page.body.find("GET /cases") == std::string::npos ||
                    page.body.find("<details") < page.body.find("GET /cases")));
    }
}

BOOST_AUTO_TEST_CASE(which_cases_a_role_may_look_at_is_a_table_too)
{
    auto const page = district().view("admin", address);
    auto const& rows = page.at("known_families").as_array();
    auto const knows = [&](std::string_view role, std::string_view family) {
        auto const* row = element(rows, "code", role);
        BOOST_TEST_REQUIRE(row, role);
        auto const* cell = element(row->at("cells").as_array(), "family", family);
        BOOST_TEST_REQUIRE(cell, family);
        return std::string(cell->at("words").as_string());
    };
    BOOST_TEST(knows("reviewer", "legal_matter") == "全部");
    BOOST_TEST(knows("executor", "legal_matter") == "限本人有关的");
    BOOST_TEST(knows("legal_adviser", "catalogue") == "公开的");
    BOOST_TEST(knows("legal_adviser", "major_decision") == "限本人有关的");
}

BOOST_AUTO_TEST_SUITE_END()
