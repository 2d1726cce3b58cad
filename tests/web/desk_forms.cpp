#include "tests/web/demo_house.hpp"
#include "tests/web/house.hpp"
#include "tests/web/page_text.hpp"
#include "web/percent.hpp"

// What desks do by themselves: they attach what is on file, keep what was refused, say where to go.

using tests::district;
using tests::has;
using tests::hidden;
using tests::home_of;

namespace {

namespace json = boost::json;

constexpr long long most_cases = 120;

/// The page of the first case of the district that holds the words when this person opens it.
std::string first_page_with(std::string const& who, std::string const& below,
                            std::string const& words)
{
    for (long long id = 1; id <= most_cases; ++id) {
        auto const page = district().ask(who, "GET", home_of(id) + below);
        if (page.status == 200 && has(page.body, words))
            return page.body;
    }
    BOOST_FAIL("no case shows " << words << " to " << who);
    return {};
}

/// The draft that this page of a reviewer says is kept is needed no more.
void drop_draft(std::string const& page)
{
    auto const drop = page.find("/drafts/");
    BOOST_TEST_REQUIRE(drop != std::string::npos);
    auto const dropped =
        district().ask("reviewer", "POST", page.substr(drop, page.find('"', drop) - drop),
                       {{"content-type", "application/x-www-form-urlencoded"}},
                       web::to_query({{"csrf", hidden(page, "csrf", 0)}}));
    BOOST_TEST(dropped.status == 303);
}

} // namespace

BOOST_AUTO_TEST_SUITE(desk_forms)

BOOST_AUTO_TEST_CASE(what_the_case_holds_need_not_be_sent_again)
{
    // the head signs the text of the last draft
    auto const page = first_page_with("mayor", "", "name=\"f.final_text.hash\"");
    auto const hash = hidden(page, "f.final_text.hash", 0);
    auto const about = district().json("mayor", "GET", "/documents/" + hash + "/about");
    BOOST_TEST(about.status == 200);
    BOOST_TEST(has(hidden(page, "f.final_text.name", 0), "草案"));
    // and no other file is asked for, which the law would refuse
    BOOST_TEST(has(page, "id=\"f-publication-text_signed-final_text\""));
    BOOST_TEST(!has(page, "type=\"file\" id=\"f-publication-text_signed-final_text\""));
}

BOOST_AUTO_TEST_CASE(whoever_signs_a_text_need_not_write_their_own_name)
{
    auto const page = first_page_with("mayor", "", "value=\"publication.text_signed\"");
    BOOST_TEST(has(page, "name=\"f.signed_by\" value=\"黄丽华\""));
}

BOOST_AUTO_TEST_CASE(a_form_that_is_refused_comes_back_on_its_desk_and_is_kept)
{
    constexpr auto kind = "legality_review.concluded";
    std::string const mark = std::string("value=\"") + kind + "\"";
    auto const desk = first_page_with("reviewer", "/review", mark);
    auto const form = desk.find(mark);
    auto const action = desk.rfind("action=\"", form) + 8;
    auto const address = desk.substr(action, desk.find('"', action) - action);
    web::pairs const fields = {{"csrf", hidden(desk, "csrf", 0)},
                               {"kind", kind},
                               {"act_id", hidden(desk, "act_id", form)},
                               {"seen", hidden(desk, "seen", form)},
                               {"back", "review"},
                               {"f.power_finding", "属于法定权限，尚待核对。"}};
    auto const refused = district().ask("reviewer", "POST", address,
                                        {{"content-type", "application/x-www-form-urlencoded"}},
                                        web::to_query(fields));
    BOOST_TEST(refused.status == 400);
    BOOST_TEST(has(refused.body, "合法性审查工作台"));
    BOOST_TEST(has(refused.body, "role=\"alert\""));
    BOOST_TEST(has(refused.body, "属于法定权限，尚待核对。"));
    // who left the page finds it again, until they say that it is not needed
    auto const home = address.substr(0, address.rfind('/'));
    auto const again = district().ask("reviewer", "GET", home + "/review").body;
    BOOST_TEST(has(again, "属于法定权限，尚待核对。"));
    drop_draft(again);
    BOOST_TEST(
        !has(district().ask("reviewer", "GET", home + "/review").body, "属于法定权限，尚待核对。"));
}

BOOST_AUTO_TEST_CASE(a_draft_of_the_opinion_is_drawn_of_what_is_filled_in_before_it_is_given)
{
    constexpr auto kind = "legality_review.concluded";
    auto const desk = first_page_with("reviewer", "/review", std::string("value=\"") + kind + "\"");
    BOOST_TEST(has(desk, "name=\"paper\" value=\"legality_opinion\""));
    auto const keep = desk.rfind("formaction=\"", desk.find("value=\"legality_opinion\"")) + 12;
    auto const address = desk.substr(keep, desk.find('"', keep) - keep);
    auto const kept = district().ask("reviewer", "POST", address,
                                     {{"content-type", "application/x-www-form-urlencoded"}},
                                     web::to_query({{"csrf", hidden(desk, "csrf", 0)},
                                                    {"kind", kind},
                                                    {"back", "review"},
                                                    {"f.power_finding", "属于法定权限。"},
                                                    {"paper", "legality_opinion"}}));
    BOOST_TEST_REQUIRE(kept.status == 303, kept.body);
    auto const home = address.substr(0, address.rfind('/'));
    auto const paper = home + "/papers/legality_opinion.pdf?draft=1";
    BOOST_TEST(kept.header("Location") == paper);
    auto const drawn = district().ask("reviewer", "GET", paper);
    BOOST_TEST_REQUIRE(drawn.status == 200, drawn.body);
    BOOST_TEST(drawn.body.starts_with("%PDF-"));
    drop_draft(district().ask("reviewer", "GET", home + "/review").body);
}

BOOST_AUTO_TEST_CASE(whoever_has_nothing_to_do_reads_where_their_work_is)
{
    auto const page = [](std::string const& who) { return district().ask(who, "GET", "/").body; };
    auto const admin = page("admin");
    BOOST_TEST(has(admin, "现在没有等您办理的事项"));
    BOOST_TEST(has(admin, "<li><a href=\"/administration\">"));
    BOOST_TEST(!has(admin, "<li><a href=\"/audit\">"));
    BOOST_TEST(has(page("audit_admin"), "<li><a href=\"/audit\">"));
    BOOST_TEST(!has(page("sponsor"), "现在没有等您办理的事项"));
}

BOOST_AUTO_TEST_CASE(what_is_late_is_counted_and_stands_first)
{
    auto const page = district().ask("reviewer", "GET", "/").body;
    BOOST_TEST_REQUIRE(has(page, "href=\"/?light=red\""));
    auto const late = district().view("reviewer", "/?light=red");
    auto const first = district().view("reviewer", "/").at("rows").at(0);
    BOOST_TEST(first.at("case") == late.at("rows").at(0).at("case"));
}

BOOST_AUTO_TEST_SUITE_END()
