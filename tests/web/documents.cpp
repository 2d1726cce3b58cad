#include "engine/chain.hpp"
#include "tests/web/demo_house.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>

// Drafts compared, papers printed, files taken in, over the sample district.

using tests::district;

namespace {

namespace json = boost::json;

std::string base64_name = "6I2J5qGILnR4dA=="; // 草案.txt

tests::site_reply begin(std::string const& length, std::string const& name = base64_name,
                        std::string const& who = "sponsor")
{
    return district().ask(who, "POST", "/uploads",
                          {{"tus-resumable", "1.0.0"},
                           {"accept", "application/json"},
                           {"upload-length", length},
                           {"upload-metadata", "filename " + name}});
}

tests::site_reply append(std::string const& address, std::string const& offset,
                         std::string const& bytes, std::string const& who = "sponsor")
{
    return district().ask(who, "PATCH", address,
                          {{"tus-resumable", "1.0.0"},
                           {"accept", "application/json"},
                           {"content-type", "application/offset+octet-stream"},
                           {"upload-offset", offset}},
                          bytes);
}

/// A text sent in two pieces, up to the answer that makes it a document.
tests::site_reply uploaded(std::string const& bytes, std::string const& name = base64_name,
                           std::string const& who = "sponsor")
{
    auto const begun = begin(std::to_string(bytes.size()), name, who);
    BOOST_TEST_REQUIRE(begun.status == 201, begun.body);
    auto const address = begun.header("Location");
    auto const half = bytes.size() / 2;
    BOOST_TEST(append(address, "0", bytes.substr(0, half), who).status == 204);
    auto const rest = append(address, std::to_string(half), bytes.substr(half), who);
    BOOST_TEST(rest.header("Upload-Offset") == std::to_string(bytes.size()));
    return district().json(who, "POST", address + "/document");
}

/// Opens a case of the water bureau with a document on it.
void open_case_with(std::string const& act_id, std::string const& hash, std::string const& name)
{
    auto const opened = district().json(
        "sponsor", "POST", "/cases",
        {{"shape", "major_decision/2019"},
         {"act_id", act_id},
         {"body", json::object{{"title", "同一份文件"},
                               {"matter", "public_policy"},
                               {"proposer", "department"},
                               {"proposer_name", "区水务局"},
                               {"in_writing", true},
                               {"main_problem", "同一份文字有两个名称。"},
                               {"reasons", "同上。"},
                               {"legal_basis", "同上。"},
                               {"necessity_and_feasibility", "同上。"},
                               {"main_measures", "同上。"},
                               {"documents", json::array{{{"hash", hash}, {"name", name}}}}}}});
    BOOST_TEST_REQUIRE(opened.status == 201, opened.body);
}

std::string home(engine::case_id id)
{
    return "/cases/" + std::to_string(id.value);
}

} // namespace

BOOST_AUTO_TEST_SUITE(documents)

BOOST_AUTO_TEST_CASE(two_versions_of_a_draft_are_compared)
{
    auto const id =
        district().case_with({"drafting.change_confirmed", "legality_review.concluded"});
    auto const found = district().json("sponsor", "GET", home(id) + "/versions?from=1&to=2");
    BOOST_TEST_REQUIRE(found.status == 200, found.body);
    auto const view = found.view();
    BOOST_TEST(view.at("why_not").as_string() == "");
    BOOST_TEST(view.at("added").as_int64() + view.at("removed").as_int64() +
                   view.at("changed").as_int64() >
               0);
    auto const& rows = view.at("paragraphs").as_array();
    BOOST_TEST(std::any_of(rows.begin(), rows.end(),
                           [](auto const& row) { return row.at("is").as_string() == "same"; }));
    auto const page = district().ask("sponsor", "GET", home(id) + "/versions?from=1&to=2");
    BOOST_TEST(page.body.find("<ins>") != std::string::npos);
    for (auto const* bad : {"?from=0&to=2", "?from=1&to=99", "?from=x", "?to=-1"})
        BOOST_TEST(district().json("sponsor", "GET", home(id) + "/versions" + bad).status == 404,
                   bad);
}

BOOST_AUTO_TEST_CASE(each_opinion_says_what_changed_since)
{
    auto const id =
        district().case_with({"drafting.change_confirmed", "legality_review.concluded"});
    auto const view = district().json("reviewer", "GET", home(id)).view();
    auto const& drafts = view.at("drafts").as_object();
    auto const versions = drafts.at("versions").as_array().size();
    BOOST_TEST(versions >= 2u);
    auto const& opinions = drafts.at("opinions").as_array();
    BOOST_REQUIRE(!opinions.empty());
    for (auto const& one : opinions) {
        auto const& since = one.at("since").as_object();
        auto const on_current = one.at("version").as_int64() == static_cast<long long>(versions);
        BOOST_TEST(since.at("href").as_string().empty() == on_current);
        BOOST_TEST(since.at("words").as_string() != "");
    }
}

BOOST_AUTO_TEST_CASE(papers_are_offered_where_their_acts_are_on_file)
{
    auto const id = district().case_with({"legality_review.concluded", "submission.filed"});
    auto const view = district().json("reviewer", "GET", home(id)).view();
    std::vector<std::string> offered;
    for (auto const& one : view.at("papers").as_array())
        offered.emplace_back(one.at("name").as_string());
    auto const acts = district().acts_of(id);
    for (auto const& form : district().office().papers()) {
        auto const times = std::count_if(acts.begin(), acts.end(),
                                         [&](auto const& a) { return a.kind == form.kind; });
        auto const on_file = times > 0;
        // one for each act that issues it: an earlier meeting has its minutes still
        BOOST_TEST(std::count(offered.begin(), offered.end(), form.name) ==
                       (form.issued ? times : std::min<std::ptrdiff_t>(times, 1)),
                   form.name);
        auto const got =
            district().ask("reviewer", "GET", home(id) + "/papers/" + form.name + ".pdf");
        BOOST_TEST(got.status == (on_file ? 200 : 404), form.name);
        if (!on_file)
            continue;
        BOOST_TEST(got.header("Content-Type") == "application/pdf");
        BOOST_TEST(got.body.starts_with("%PDF-"));
        auto const again =
            district().ask("reviewer", "GET", home(id) + "/papers/" + form.name + ".pdf");
        BOOST_TEST((again.body == got.body), form.name << " differs from one time to the next");
    }
    for (auto const* bad : {"/papers/legality_opinion", "/papers/none.pdf", "/papers/..%2F.pdf"})
        BOOST_TEST(district().json("reviewer", "GET", home(id) + bad).status == 404, bad);
    BOOST_TEST(district().json("", "GET", home(id) + "/papers/legality_opinion.pdf").status == 401);
}

BOOST_AUTO_TEST_CASE(a_file_arrives_in_pieces_and_becomes_a_document)
{
    std::string const bytes = "第一条 为了规范管理，制定本办法。\n";
    auto const done = uploaded(bytes);
    BOOST_TEST_REQUIRE(done.status == 201, done.body);
    auto const view = done.view();
    BOOST_TEST(view.at("hash").as_string() == engine::sha256(bytes));
    BOOST_TEST(view.at("media_type").as_string() == "text/plain");
    BOOST_TEST(view.at("name").as_string() == "草案.txt");
    std::string const href(view.at("href").as_string());
    auto const got = district().ask("sponsor", "GET", href);
    BOOST_TEST(got.body == bytes);
    BOOST_TEST(got.header("Content-Disposition").starts_with("attachment; filename*=UTF-8''"));
    BOOST_TEST(got.header("Content-Security-Policy").starts_with("sandbox;"));
    auto const about = district().json("sponsor", "GET", href + "/about");
    BOOST_TEST(about.view().at("size").as_int64() == static_cast<long long>(bytes.size()));
    // No act names it yet.
    for (auto const* part : {"", "/about"})
        BOOST_TEST(district().json("reviewer", "GET", href + part).status == 404, part);
}

BOOST_AUTO_TEST_CASE(of_equal_bytes_nobody_learns_what_others_call_them)
{
    std::string const bytes = "两个单位有同一份文字。\n";
    // 【秘密】拆迁.txt, 普通文件.txt
    auto const first = uploaded(bytes, "44CQ56eY5a+G44CR5ouG6L+BLnR4dA==", "clerk_civil");
    BOOST_TEST_REQUIRE(first.status == 201, first.body);
    auto const second = uploaded(bytes, "5pmu6YCa5paH5Lu2LnR4dA==");
    BOOST_TEST_REQUIRE(second.status == 201, second.body);
    std::string const href(second.view().at("href").as_string());
    BOOST_TEST(std::string(first.view().at("href").as_string()) == href);
    auto const title_for = [&](char const* who) {
        auto const got = district().json(who, "GET", href + "/about");
        return got.status == 200 ? std::string(got.view().at("title").as_string())
                                 : std::to_string(got.status);
    };
    // before an act names it, it is there for those who brought it, under their own names
    BOOST_TEST(title_for("clerk_civil") == "【秘密】拆迁.txt");
    BOOST_TEST(title_for("sponsor") == "普通文件.txt");
    BOOST_TEST(title_for("clerk_labour") == "404");
    open_case_with("equal-bytes-1", engine::sha256(bytes), "普通文件.txt");
    BOOST_TEST(title_for("sponsor") == "普通文件.txt");
    BOOST_TEST(title_for("clerk_labour") == "普通文件.txt");
    for (auto const* who : {"sponsor", "clerk_labour"}) {
        auto const got = district().ask(who, "GET", href);
        BOOST_TEST(got.header("Content-Disposition")
                       .ends_with("UTF-8''" + web::percent_encoded("普通文件.txt")),
                   who);
        auto const page = district().ask(who, "GET", href + "/about").body;
        BOOST_TEST(page.find("秘密") == std::string::npos, who);
    }
}

BOOST_AUTO_TEST_CASE(a_text_is_shown_with_its_signs_as_signs_and_cut_where_it_is_long)
{
    auto const about = [](std::string const& bytes) {
        auto const done = uploaded(bytes);
        BOOST_TEST_REQUIRE(done.status == 201, done.body);
        return district()
            .ask("sponsor", "GET", std::string(done.view().at("href").as_string()) + "/about")
            .body;
    };
    auto const shown = about("第一条 <b>加粗</b>\n第二条 自印发之日起施行。\n");
    BOOST_TEST(shown.find("<p>第一条 &lt;b&gt;加粗&lt;/b&gt;</p>") != std::string::npos);
    BOOST_TEST(shown.find("<p>第二条 自印发之日起施行。</p>") != std::string::npos);
    BOOST_TEST(shown.find("不能在页面里预览") == std::string::npos);
    BOOST_TEST(shown.find("只显示开头部分") == std::string::npos);
    std::string many;
    for (int line = 1; line <= 2'500; ++line)
        many += "第" + std::to_string(line) + "行\n";
    auto const cut = about(many);
    BOOST_TEST(cut.find("<p>第2000行</p>") != std::string::npos);
    BOOST_TEST(cut.find("第2001行") == std::string::npos);
    BOOST_TEST(cut.find("只显示开头部分") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_lost_answer_or_a_piece_out_of_place_harms_nothing)
{
    auto const address = begin("10").header("Location");
    BOOST_TEST(append(address, "0", "lost-").status == 204);
    auto const again = append(address, "0", "lost-");
    BOOST_TEST(again.status == 409);
    BOOST_TEST(again.header("Upload-Offset") == "5");
    BOOST_TEST(append(address, "5", "answer").status == 413);
    auto const asked = district().ask("sponsor", "GET", address);
    BOOST_TEST(asked.header("Upload-Offset") == "5");
    BOOST_TEST(asked.header("Cache-Control") == "no-store");
    // Not whole yet.
    BOOST_TEST(district().json("sponsor", "POST", address + "/document").status == 409);
    BOOST_TEST(append(address, "5", "piece").status == 204);
    // The sender's checksum is another one: nothing of it is kept.
    BOOST_TEST(
        district()
            .json("sponsor", "POST", address + "/document", {{"sha256", std::string(64, '0')}})
            .status == 422);
    auto const kept = "/documents/" + engine::sha256("lost-piece");
    BOOST_TEST(district().json("sponsor", "GET", kept).status == 404);
    BOOST_TEST(district().json("sponsor", "GET", address).status == 404);
}

BOOST_AUTO_TEST_CASE(an_upload_belongs_to_one_person)
{
    auto const address = begin("10").header("Location");
    BOOST_TEST(append(address, "0", "01234", "reviewer").status == 404);
    BOOST_TEST(district().json("reviewer", "GET", address).status == 404);
    BOOST_TEST(district().json("reviewer", "DELETE", address).status == 204); // says nothing
    BOOST_TEST(district().json("sponsor", "GET", address).status == 200);
    BOOST_TEST(district().json("", "GET", address).status == 401);
    BOOST_TEST(district().json("sponsor", "DELETE", address).status == 204);
    BOOST_TEST(district().json("sponsor", "GET", address).status == 404);
}

BOOST_AUTO_TEST_CASE(an_upload_that_says_too_little_or_too_much_is_not_begun)
{
    BOOST_TEST(begin("10", "").status == 400);
    BOOST_TEST(begin("10", "###").status == 400);
    BOOST_TEST(begin("-1").status == 400);
    BOOST_TEST(begin(std::to_string((500LL << 20) + 1)).status == 413);
    auto const other = district().ask("sponsor", "POST", "/uploads",
                                      {{"tus-resumable", "0.2.2"}, {"upload-length", "1"}});
    BOOST_TEST(other.status == 412);
    BOOST_TEST(other.header("Tus-Version") == "1.0.0");
    for (auto const* path : {"/uploads/..%2F..%2Fjuece.sqlite", "/uploads/%2Fetc%2Fpasswd"})
        BOOST_TEST(district().json("sponsor", "GET", path).status == 404, path);
}

BOOST_AUTO_TEST_CASE(a_name_that_leads_elsewhere_is_only_a_name)
{
    // ../../etc/passwd
    auto const done = uploaded("文字内容\n", "Li4vLi4vZXRjL3Bhc3N3ZA==");
    BOOST_TEST_REQUIRE(done.status == 201, done.body);
    BOOST_TEST(done.view().at("name").as_string() == "passwd");
}

BOOST_AUTO_TEST_CASE(a_program_is_refused_by_name_and_leaves_nothing)
{
    auto const count = [] {
        auto const all = std::filesystem::directory_iterator(district().dir() / "uploads");
        return std::distance(begin(all), end(all));
    };
    auto const before = count();
    auto const done = uploaded("#!/bin/sh\nrm -rf ~\n");
    BOOST_TEST(done.status == 422);
    BOOST_TEST(std::string(done.view().at("detail").as_string()).find("草案.txt") !=
               std::string::npos);
    BOOST_TEST(count() == before);
}

BOOST_AUTO_TEST_CASE(a_pdf_is_shown_page_by_page)
{
    auto const id = district().case_with({"legality_review.concluded"});
    auto const paper = district().ask("reviewer", "GET", home(id) + "/papers/legality_opinion.pdf");
    auto const done = uploaded(paper.body, "5oSP6KeB5Lmm"); // 意见书
    BOOST_TEST_REQUIRE(done.status == 201, done.body);
    std::string const href(done.view().at("href").as_string());
    BOOST_TEST(district().json("sponsor", "GET", href + "/about").view().at("pages").as_int64() >=
               1);
    auto const page = district().ask("sponsor", "GET", href + "/pages/1");
    BOOST_TEST(page.header("Content-Type") == "image/png");
    BOOST_TEST(page.body.substr(1, 3) == "PNG");
    for (auto const* bad : {"/pages/0", "/pages/999", "/pages/x"})
        BOOST_TEST(district().json("sponsor", "GET", href + bad).status == 404, bad);
    auto const got = district().ask("sponsor", "GET", href);
    BOOST_TEST(got.header("Content-Disposition").ends_with(".pdf"), "the name fits the content");
}

BOOST_AUTO_TEST_SUITE_END()
