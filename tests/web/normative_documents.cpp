#include "tests/web/demo_house.hpp"
#include "tests/web/house.hpp"
#include "tests/web/page_text.hpp"

// The register of normative documents over the sample district: its lights, who proposes and who
// approves, what the law refuses, and what everybody may see of it.

using tests::district;
using tests::has;

namespace {

namespace json = boost::json;

std::size_t listed(std::string const& query)
{
    return district()
        .view("reviewer", "/normative-documents?" + query)
        .at("documents")
        .as_array()
        .size();
}

json::object const proposal = {
    {"document_title", "河道采砂管理办法"},
    {"level_is", "government"},
    {"nature_is", "lasting"},
    {"drafting_unit", "water"},
    {"necessity", "现行办法已经不适应"},
    {"legal_basis", json::array{json::object{{"title", "《中华人民共和国水法》"}}}},
    {"existing_documents", "没有同类规定"}};

tests::site_reply open(std::string const& who, std::string const& act_id, json::object const& body)
{
    return district().json(
        who, "POST", "/cases",
        {{"shape", "normative_document/2026"}, {"act_id", act_id}, {"body", body}});
}

} // namespace

BOOST_AUTO_TEST_SUITE(normative_documents)

BOOST_AUTO_TEST_CASE(the_register_shows_each_document_with_its_light)
{
    auto const all = listed("");
    BOOST_TEST(all >= 4u);
    BOOST_TEST(listed("state=in_force") >= 1u);
    BOOST_TEST(listed("state=expiring") == 1u);
    BOOST_TEST(listed("state=repealed") == 0u);
    BOOST_TEST(listed("level=department") >= 1u);
    BOOST_TEST(listed("unit=agriculture") == 3u);
    BOOST_TEST(listed("unit=agriculture&state=in_making") == 1u);
    auto const expiring = district().view("reviewer", "/normative-documents?state=expiring");
    auto const& one = expiring.at("documents").at(0);
    BOOST_TEST(one.at("light").as_string() == "yellow");
    BOOST_TEST(one.at("state_words").as_string() == "即将到期");
    BOOST_TEST(!one.at("told_words").as_string().empty());
    BOOST_TEST(district().json("reviewer", "GET", "/normative-documents?state=red").status == 400);
}

BOOST_AUTO_TEST_CASE(the_register_is_exported_as_it_is_filtered)
{
    auto const csv =
        district().ask("reviewer", "GET", "/normative-documents/export?state=expiring&as=csv");
    BOOST_TEST_REQUIRE(csv.status == 200);
    BOOST_TEST(has(csv.body, "高府〔2021〕12号"));
    BOOST_TEST(!has(csv.body, "病媒生物"));
    BOOST_TEST(district().ask("reviewer", "GET", "/normative-documents/export?as=pdf").status ==
               400);
}

BOOST_AUTO_TEST_CASE(whose_document_it_is_is_told_in_whole_words_in_english)
{
    auto const page = district().ask("reviewer", "GET", "/normative-documents",
                                     {{"accept", "text/html"}, {"accept-language", "en"}});
    BOOST_TEST_REQUIRE(page.status == 200);
    for (auto const* words : {">government document<", ">department document<"})
        BOOST_TEST(has(page.body, words), words);
}

BOOST_AUTO_TEST_CASE(a_unit_proposes_and_the_office_approves)
{
    auto refused = open("sponsor", "document-web-0001", [] {
        auto other = proposal;
        other["drafting_unit"] = "finance";
        return other;
    }());
    BOOST_TEST(refused.status == 422);
    BOOST_TEST(has(refused.body, "JC-60"));
    auto const opened = open("sponsor", "document-web-0002", proposal);
    BOOST_TEST_REQUIRE(opened.status == 201, opened.body);
    BOOST_TEST(std::string(opened.view().at("number").as_string()).starts_with("WJ2026-"));
    auto const acts = "/cases/" + std::to_string(opened.view().at("case").as_int64()) + "/acts";
    auto const early = district().json(
        "sponsor", "POST", acts,
        {{"kind", "document_opinions.comments_waived"},
         {"act_id", "document-web-0003"},
         {"seen", 1},
         {"body", {{"exception_is", "emergency"}, {"reason", "防汛"}, {"approved_by", "区长"}}}});
    BOOST_TEST(early.status == 422);
    BOOST_TEST(has(early.body, "NORM-2"));
    auto const approved = district().json("office", "POST", acts,
                                          {{"kind", "document_project.approved"},
                                           {"act_id", "document-web-0004"},
                                           {"seen", 1},
                                           {"body", json::object()}});
    BOOST_TEST(approved.status == 201, approved.body);
    BOOST_TEST(listed("words=%E9%87%87%E7%A0%82&state=in_making") == 1u); // 采砂
}

BOOST_AUTO_TEST_CASE(whoever_proposes_finds_their_unit_and_the_documents_in_force)
{
    auto const page =
        district().ask("sponsor", "GET", "/cases/new?shape=normative_document%2F2026");
    BOOST_TEST_REQUIRE(page.status == 200);
    BOOST_TEST(has(page.body, "<option value=\"water\" selected"));
    BOOST_TEST(has(page.body, "<option value=\"高府〔2021〕12号\""));
    BOOST_TEST(!has(page.body, "农村建房风貌"));
}

BOOST_AUTO_TEST_CASE(the_answer_on_a_filing_comes_with_today_as_its_day)
{
    for (long long number = 1; number <= 120; ++number) {
        auto const page = district().ask("reviewer", "GET", tests::home_of(number)).body;
        auto const at = page.find("id=\"f-document_filing-answered-answered_on\"");
        if (at == std::string::npos)
            continue;
        auto const begins = page.rfind('<', at);
        BOOST_TEST(has(page.substr(begins, page.find('>', at) - begins), "value=\"20"));
        return;
    }
    BOOST_FAIL("no document waits for the answer on its filing");
}

BOOST_AUTO_TEST_CASE(everybody_sees_what_binds_and_nothing_in_the_making)
{
    auto const page = district().ask("", "GET", "/public/normative-documents");
    BOOST_TEST_REQUIRE(page.status == 200);
    BOOST_TEST(has(page.body, "高府〔2021〕12号"));
    BOOST_TEST(!has(page.body, "农村建房风貌"));
    BOOST_TEST(district().ask("", "GET", "/normative-documents").status != 200);
}

BOOST_AUTO_TEST_CASE(the_front_page_of_the_public_leads_to_documents)
{
    auto const view = district().json("", "GET", "/public").view();
    BOOST_TEST_REQUIRE(!view.at("documents").as_array().empty());
    for (auto const& one : view.at("documents").as_array())
        BOOST_TEST(!one.at("published_on").as_string().empty());
    BOOST_TEST(has(district().ask("", "GET", "/public").body, "全部规范性文件"));
}

BOOST_AUTO_TEST_CASE(a_figure_of_documents_opens_its_acts)
{
    auto const figures = district().view("reviewer", "/figures/NORM.filed?year=2025");
    BOOST_TEST(figures.at("value").as_int64() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
