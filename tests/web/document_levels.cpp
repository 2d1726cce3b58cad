#include "tests/web/demo_house.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

// A secret annex of a case that others may see: wherever it could come out.

using tests::district;

namespace {

using boost::json::array;
using boost::json::object;

std::string const name_of_annex = "爆破点位图.txt";
std::string const name_of_plain = "建议书正文.txt";

std::string stored(std::string const& bytes)
{
    auto const begun = district().ask("sponsor", "POST", "/uploads",
                                      {{"tus-resumable", "1.0.0"},
                                       {"accept", "application/json"},
                                       {"upload-length", std::to_string(bytes.size())},
                                       {"upload-metadata", "filename 6I2J5qGILnR4dA=="}});
    BOOST_TEST_REQUIRE(begun.status == 201, begun.body);
    auto const address = begun.header("Location");
    district().ask("sponsor", "PATCH", address,
                   {{"tus-resumable", "1.0.0"},
                    {"accept", "application/json"},
                    {"content-type", "application/offset+octet-stream"},
                    {"upload-offset", "0"}},
                   bytes);
    auto const done = district().json("sponsor", "POST", address + "/document");
    BOOST_TEST_REQUIRE(done.status == 201, done.body);
    return std::string(done.view().at("hash").as_string());
}

/// One internal case with a plain and a secret paper.
struct annexed_case {
    std::string plain = stored("正文。\n");
    std::string annex = stored("附图：爆破点位。\n");
    std::string home;

    annexed_case()
    {
        auto const got = district().json(
            "sponsor", "POST", "/cases",
            object{{"shape", "major_decision/2019"},
                   {"act_id", "annexed-case"},
                   {"body",
                    object{{"title", "西江堤防加固工程实施方案"},
                           {"matter", "construction_project"},
                           {"proposer", "department"},
                           {"proposer_name", "区水务局"},
                           {"in_writing", true},
                           {"main_problem", "堤防老化"},
                           {"reasons", "防汛需要"},
                           {"legal_basis", "防洪法"},
                           {"necessity_and_feasibility", "必要且可行"},
                           {"main_measures", "分段加固"},
                           {"documents", array{object{{"hash", plain}, {"name", name_of_plain}},
                                               object{{"hash", annex},
                                                      {"name", name_of_annex},
                                                      {"level", "secret"}}}}}}});
        BOOST_TEST_REQUIRE(got.status == 201, got.body);
        home = "/cases/" + std::to_string(got.view().at("case").as_int64());
    }
};

annexed_case const& annexed()
{
    static annexed_case const one;
    return one;
}

bool tells_of_annex(std::string const& body)
{
    return body.find("爆破") != std::string::npos ||
           body.find(annexed().annex) != std::string::npos;
}

/// Somebody of another unit who may see the case and no secrets.
char const* const stranger = "clerk_finance";

} // namespace

BOOST_AUTO_TEST_SUITE(document_levels)

BOOST_AUTO_TEST_CASE(the_case_is_there_for_others_and_its_secret_paper_is_not)
{
    auto const file = district().view(stranger, annexed().home);
    auto const& documents = file.at("documents").as_array();
    BOOST_TEST_REQUIRE(documents.size() == 1u);
    BOOST_TEST(documents.front().at("name").as_string() == name_of_plain);
    auto const own = district().view("sponsor", annexed().home).at("documents").as_array();
    BOOST_TEST_REQUIRE(own.size() == 2u);
    auto const secret = std::find_if(own.begin(), own.end(), [](auto const& one) {
        return one.at("name").as_string() == name_of_annex;
    });
    BOOST_TEST_REQUIRE((secret != own.end()));
    BOOST_TEST(secret->at("level_words").as_string() == "秘密");
}

BOOST_AUTO_TEST_CASE(no_page_of_the_case_tells_its_name_or_its_hash)
{
    for (auto const* page : {"", "/acts/1", "/map.svg", "/progress", "/sheets", "/drafts",
                             "/papers/approval_sheet.pdf", "/review", "/opinions"})
        for (auto const* face : {"application/json", "text/html"}) {
            auto const got =
                district().ask(stranger, "GET", annexed().home + page, {{"accept", face}});
            BOOST_TEST(!tells_of_annex(got.body), page << " as " << face);
        }
    auto const act = district().view(stranger, annexed().home + "/acts/1");
    BOOST_TEST(boost::json::serialize(act).find("（不予知悉的文件）") != std::string::npos);
    BOOST_TEST(tells_of_annex(
        boost::json::serialize(district().view("sponsor", annexed().home + "/acts/1"))));
}

BOOST_AUTO_TEST_CASE(neither_its_bytes_nor_what_is_said_about_it_are_given_out)
{
    auto const all = [](std::string const& who) {
        return district().ask(who, "GET", annexed().home + "/files.zip").body;
    };
    BOOST_TEST(tells_of_annex(all("sponsor")));
    BOOST_TEST(!tells_of_annex(all(stranger)));
    for (auto const* part : {"", "/about", "/pages/1"})
        BOOST_TEST(
            district().json(stranger, "GET", "/documents/" + annexed().annex + part).status == 404,
            part);
    BOOST_TEST(district().ask("sponsor", "GET", "/documents/" + annexed().annex).status == 200);
    BOOST_TEST(district().ask("mayor", "GET", "/documents/" + annexed().annex).status == 200);
    BOOST_TEST(district().ask(stranger, "GET", "/documents/" + annexed().plain).status == 200);
    // a reviewer may see secrets of what they review; this has no draft yet
    BOOST_TEST(district().json("reviewer", "GET", "/documents/" + annexed().annex).status == 404);
}

BOOST_AUTO_TEST_CASE(a_search_finds_it_for_those_who_may_know)
{
    auto const asked = "/search?words=" + web::percent_encoded("爆破点位");
    static_cast<void>(annexed());
    BOOST_TEST(district().view("sponsor", asked).at("has_rows").as_bool());
    BOOST_TEST(!district().view(stranger, asked).at("has_rows").as_bool());
    auto const plain = "/search?words=" + web::percent_encoded("建议书正文");
    BOOST_TEST(district().view(stranger, plain).at("has_rows").as_bool());
}

BOOST_AUTO_TEST_CASE(whoever_may_not_know_secrets_marks_none)
{
    auto const got = district().json(
        stranger, "POST", "/cases",
        object{{"shape", "major_decision/2019"},
               {"act_id", "annexed-by-stranger"},
               {"body", object{{"title", "某方案"},
                               {"matter", "plan"},
                               {"proposer", "department"},
                               {"proposer_name", "区财政局"},
                               {"in_writing", true},
                               {"main_problem", "问题"},
                               {"reasons", "理由"},
                               {"legal_basis", "依据"},
                               {"necessity_and_feasibility", "必要"},
                               {"main_measures", "措施"},
                               {"documents", array{object{{"hash", annexed().plain},
                                                          {"name", "附件.txt"},
                                                          {"level", "secret"}}}}}}});
    BOOST_TEST(got.status == 403, got.body);
    BOOST_TEST(got.body.find("JC-8") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_secret_paper_of_a_normative_document_is_kept_like_that_of_a_decision)
{
    auto const paper = stored("附图：泵站坐标。\n");
    auto const got = district().json(
        "sponsor", "POST", "/cases",
        object{{"shape", "normative_document/2026"},
               {"act_id", "annexed-document"},
               {"body", object{{"document_title", "泵站保护范围管理办法"},
                               {"level_is", "government"},
                               {"nature_is", "lasting"},
                               {"drafting_unit", "water"},
                               {"necessity", "保护泵站安全"},
                               {"legal_basis", array{object{{"title", "《中华人民共和国水法》"}}}},
                               {"existing_documents", "没有同类规定"},
                               {"materials", array{object{{"hash", paper},
                                                          {"name", "泵站坐标表.txt"},
                                                          {"level", "secret"}}}}}}});
    BOOST_TEST_REQUIRE(got.status == 201, got.body);
    auto const home = "/cases/" + std::to_string(got.view().at("case").as_int64());
    for (auto const* page : {"", "/acts/1", "/map.svg", "/sheets"})
        for (auto const* face : {"application/json", "text/html"}) {
            auto const seen = district().ask(stranger, "GET", home + page, {{"accept", face}});
            BOOST_TEST(seen.body.find("坐标") == std::string::npos, page << " as " << face);
            BOOST_TEST(seen.body.find(paper) == std::string::npos, page << " as " << face);
        }
    BOOST_TEST(district().json(stranger, "GET", "/documents/" + paper).status == 404);
    auto const asked = "/search?words=" + web::percent_encoded("泵站坐标表");
    BOOST_TEST(!district().view(stranger, asked).at("has_rows").as_bool());
    // who has a part in it reads it (JC-17)
    for (auto const* who : {"sponsor", "reviewer", "office"})
        BOOST_TEST(district().ask(who, "GET", "/documents/" + paper).status == 200, who);
}

BOOST_AUTO_TEST_CASE(the_form_offers_the_levels_where_a_file_is_chosen)
{
    auto const page = district().ask("sponsor", "GET", "/cases/new?shape=major_decision/2019",
                                     {{"accept", "text/html"}});
    BOOST_TEST(page.status == 200);
    BOOST_TEST(page.body.find("name=\"f.documents[0].level\"") != std::string::npos);
    for (auto const* words : {"随案卷", "公开", "内部", "秘密"})
        BOOST_TEST(page.body.find(words) != std::string::npos, words);
}

BOOST_AUTO_TEST_SUITE_END()
