#include "adapters/sheet/read_sheet.hpp"
#include "tests/web/house.hpp"
#include "web/percent.hpp"

#include <algorithm>

using namespace tests;

namespace {

/// What stands in the cells of a list that was taken away as a file.
bool has_cell(std::string const& file, std::string const& words)
{
    auto const read = adapters::sheet::read_table_of(file);
    auto const* table = std::get_if<adapters::sheet::read_table>(&read);
    BOOST_TEST_REQUIRE(table, file.substr(0, 200));
    return std::any_of(table->rows.begin(), table->rows.end(), [&](auto const& row) {
        return std::find(row.begin(), row.end(), words) != row.end();
    });
}

} // namespace

BOOST_AUTO_TEST_SUITE(site)

BOOST_AUTO_TEST_CASE(a_case_goes_from_opening_to_decision_as_json)
{
    auto const& h = here();
    auto const opened = h.open_case("open-000001", R"({"title":"污水处理费","cost":100})");
    BOOST_TEST_REQUIRE(opened.status == 201, opened.body);
    auto const home = "/cases/" + std::to_string(opened.view().at("case").as_int64());

    auto const again = h.open_case("open-000001", R"({"title":"污水处理费","cost":100})");
    BOOST_TEST(again.status == 200);
    BOOST_TEST(again.view().at("repeated").as_bool());

    auto const page = h.site.send("GET", home, h.head + "Accept: application/json\r\n");
    BOOST_TEST(page.status == 200);
    BOOST_TEST(page.header("ETag") == "\"1\"");
    BOOST_TEST(page.view().at("offers").at("duties").as_array().size() == 1u);

    auto const decide = [&](std::string const& who, std::string const& seen,
                            std::string const& id) {
        return h.site.send("POST", home + "/acts",
                           who + house::json_both + "If-Match: \"" + seen +
                               "\"\r\nIdempotency-Key: " + id + "\r\n",
                           R"({"kind":"intake.decided","body":{"reason":"同意"}})");
    };
    auto const by_clerk = decide(h.clerk, "1", "decide-0001");
    BOOST_TEST(by_clerk.status == 403);
    BOOST_TEST(by_clerk.view().at("refusals").at(0).at("rule").at("id").as_string() == "R713-30.1");
    BOOST_TEST(by_clerk.header("Content-Type") == "application/problem+json");
    BOOST_TEST(decide(h.head, "1", "decide-0002").status == 201);
    BOOST_TEST(decide(h.head, "1", "decide-0003").status == 409);
    BOOST_TEST(decide(h.head, "2", "decide-0004").status == 422);
    BOOST_TEST(decide(h.head, "2", "decide-0002").status == 200);
    BOOST_TEST(decide(h.head, "2", "open-000001").status == 409);

    auto const figure = h.site.send("GET", "/figures/DEC.adopted?year=2024",
                                    h.clerk + "Accept: application/json\r\n");
    BOOST_TEST(figure.view().at("acts").as_array().size() >= 1u);
    auto const report =
        h.site.send("GET", "/reports/2024", h.clerk + "Accept: application/json\r\n");
    BOOST_TEST(report.body.find("作出重大行政决策") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(every_page_is_shown_to_a_browser_in_both_languages)
{
    auto const& h = here();
    auto const opened = h.open_case("pages-00001", R"({"title":"<b>标题</b>"})");
    auto const home = "/cases/" + std::to_string(opened.view().at("case").as_int64());
    for (auto const& path :
         {std::string("/"), std::string("/cases"), std::string("/cases/new"), home,
          home + "?as_of=2024-04-02", home + "/acts/1", home + "/limits/comments",
          std::string("/figures?year=2024"), std::string("/figures/DEC.adopted?year=2024"),
          std::string("/reports"), std::string("/reports/2024"), std::string("/reports/2024/text"),
          std::string("/reports/2024/years"), std::string("/reports/2024/answers"),
          std::string("/rules"), std::string("/appointments")})
        for (auto const* language : {"zh", "en"}) {
            auto const got =
                h.site.send("GET", path,
                            h.clerk + "Accept: text/html\r\nCookie: language=" + language + "\r\n");
            BOOST_TEST(got.status == 200, path);
            BOOST_TEST(got.body.find("<b>标题</b>") == std::string::npos, path);
            BOOST_TEST(got.body.find("李<四>") == std::string::npos, path);
            BOOST_TEST(got.body.find("style=") == std::string::npos, path);
            BOOST_TEST(got.body.find("</html>") != std::string::npos, path);
            BOOST_TEST(got.header("Content-Security-Policy").starts_with("default-src 'self'"));
        }
    auto const map = h.site.send("GET", home + "/map.svg", h.clerk);
    BOOST_TEST(map.status == 200);
    BOOST_TEST(map.body.starts_with("<svg"));
}

BOOST_AUTO_TEST_CASE(a_form_needs_the_secret_of_its_session)
{
    auto const& h = here();
    auto const fields = std::string(
        "shape=major_decision%2Fsmall&kind=intake.proposed&act_id=form-00001&f.title=a");
    constexpr std::string_view bearer = "Authorization: Bearer ";
    auto const browser = "Cookie: juece=" + h.clerk.substr(bearer.size());
    BOOST_TEST(h.site.send("POST", "/cases", browser + form_type, fields).status == 403);
    auto const done = h.site.send("POST", "/cases", browser + form_type,
                                  fields + "&csrf=" + web::percent_encoded(h.clerk_csrf));
    BOOST_TEST(done.status == 303);
    BOOST_TEST(done.header("Location").starts_with("/cases/"));
    BOOST_TEST(h.site
                   .send("POST", "/cases", h.clerk + form_type + "Origin: https://evil.test\r\n",
                         fields + "&csrf=" + web::percent_encoded(h.clerk_csrf))
                   .status == 403);
}

BOOST_AUTO_TEST_CASE(a_program_that_names_its_token_sends_files_without_the_secret_of_a_page)
{
    auto const& h = here();
    std::string const body = "--B\r\nContent-Disposition: form-data; name=\"file\"; "
                             "filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\n"
                             "文字\n\r\n--B--\r\n";
    std::string const type = "Content-Type: multipart/form-data; boundary=B\r\n"
                             "Accept: application/json\r\n";
    auto const stored = h.site.send("POST", "/documents", h.clerk + type, body);
    BOOST_TEST_REQUIRE(stored.status == 201, stored.body);
    BOOST_TEST(stored.view().at("documents").at(0).at("name").as_string() == "a.txt");
    constexpr std::string_view bearer = "Authorization: Bearer ";
    auto const browser = "Cookie: juece=" + h.clerk.substr(bearer.size());
    BOOST_TEST(h.site.send("POST", "/documents", browser + type, body).status == 403);
    BOOST_TEST(
        h.site.send("POST", "/documents", h.clerk + "Origin: https://evil.test\r\n" + type, body)
            .status == 403);
}

BOOST_AUTO_TEST_CASE(a_form_that_is_wrong_comes_back_as_it_was_typed)
{
    auto const& h = here();
    auto const got = h.site.send("POST", "/cases", h.clerk + form_type,
                                 "shape=major_decision%2Fsmall&kind=intake.proposed&act_id=form-"
                                 "00002&f.cost=%E5%BE%88%E5%A4%9A"
                                 "&f.statements%5B0%5D.said=for_it&csrf=" +
                                     web::percent_encoded(h.clerk_csrf));
    BOOST_TEST(got.status == 400);
    BOOST_TEST(got.body.find("value=\"很多\"") != std::string::npos);
    BOOST_TEST(got.body.find("aria-invalid=\"true\"") != std::string::npos);
    BOOST_TEST(got.body.find("href=\"#f-intake.proposed-title\"") == std::string::npos);
    BOOST_TEST(got.body.find("href=\"#f-intake-proposed-title\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_was_typed_survives_the_end_of_a_session)
{
    auto const& h = here();
    auto const late =
        h.site.send("POST", "/cases", form_type,
                    "csrf=old&shape=major_decision%2Fsmall&kind=intake.proposed&act_id=form-00003"
                    "&f.title=%E9%95%BF%E6%96%87");
    BOOST_TEST(late.status == 401);
    auto const at = late.body.find("name=\"kept\" value=\"");
    BOOST_TEST_REQUIRE(at != std::string::npos);
    auto kept = late.body.substr(at + 19, late.body.find('"', at + 19) - at - 19);
    for (auto found = kept.find("&amp;"); found != std::string::npos; found = kept.find("&amp;"))
        kept.replace(found, 5, "&");
    auto const back = h.site.send("POST", "/sign-in", form_type,
                                  web::to_query({{"login", "clerk"},
                                                 {"password", "correct horse"},
                                                 {"next", "/cases"},
                                                 {"kept", kept}}));
    BOOST_TEST(back.status == 200);
    BOOST_TEST(back.body.find("value=\"长文\"") != std::string::npos);
    BOOST_TEST(back.header("Set-Cookie").find("HttpOnly") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(files_come_with_a_form_and_are_given_out_again)
{
    auto const& h = here();
    auto const part = [](std::string const& disposition, std::string const& content) {
        return "--XX\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content +
               "\r\n";
    };
    auto const body =
        part("name=\"csrf\"", h.clerk_csrf) + part("name=\"shape\"", "major_decision/small") +
        part("name=\"act_id\"", "form-00004") + part("name=\"kind\"", "intake.proposed") +
        part("name=\"f.title\"", "带附件") +
        part("name=\"f.draft\"; filename=\"草案.txt\"", "第一条") + "--XX--\r\n";
    auto const done = h.site.send("POST", "/cases",
                                  h.clerk + "Content-Type: multipart/form-data; boundary=XX\r\n"
                                            "Accept: application/json\r\n",
                                  body);
    BOOST_TEST_REQUIRE(done.status == 201, done.body);
    auto const act = h.site.send("GET", std::string(done.view().at("href").as_string()),
                                 h.clerk + "Accept: application/json\r\n");
    auto const hash = std::string(act.view().at("body").at("draft").at("hash").as_string());
    auto const file = h.site.send("GET", "/documents/" + hash, h.clerk);
    BOOST_TEST(file.status == 200);
    BOOST_TEST(file.body == "第一条");
    BOOST_TEST(file.header("Content-Disposition").starts_with("attachment"));
    BOOST_TEST(
        h.site.send("GET", "/documents/" + hash, h.clerk + "If-None-Match: \"" + hash + "\"\r\n")
            .status == 304);
    BOOST_TEST(h.site.send("GET", "/documents/../../etc/passwd", h.clerk).status == 404);
    BOOST_TEST(h.site.send("GET", "/documents/..%2F..%2Fetc", h.clerk).status == 404);
}

BOOST_AUTO_TEST_CASE(bad_requests_get_their_answer_route_by_route)
{
    auto const& h = here();
    auto const opened = h.open_case("bad-000001", R"({"title":"x"})");
    auto const home = "/cases/" + std::to_string(opened.view().at("case").as_int64());
    auto const acts = home + "/acts";
    auto const j = h.clerk + house::json_both;
    auto const good = std::string(R"("kind":"intake.decided","act_id":"bad-000002")");
    struct row {
        int status;
        std::string method, target, headers, body;
    };
    auto const deep = std::string(100, '[') + std::string(100, ']');
    std::vector<row> const table = {
        {401, "GET", "/", "Accept: application/json\r\n", ""},
        {303, "GET", "/cases", "Accept: text/html\r\n", ""},
        {401, "POST", "/cases", house::json_both, "{}"},
        {404, "GET", "/nothing", h.clerk, ""},
        {405, "PUT", "/cases", j, "{}"},
        {405, "DELETE", home, j, ""},
        {405, "GET", acts, j, ""},
        {404, "GET", "/cases/999999", h.clerk, ""},
        {404, "GET", "/cases/0", h.clerk, ""},
        {404, "GET", "/cases/-1", h.clerk, ""},
        {404, "GET", "/cases/99999999999999999999", h.clerk, ""},
        {400, "GET", "/cases/7%00", h.clerk, ""},
        {400, "GET", "/cases?words=%zz", h.clerk, ""},
        {400, "GET", "/cases/%zz", h.clerk, ""},
        {400, "GET", home + "?as_of=2024-02-30", h.clerk, ""},
        {400, "GET", home + "?as_of=2099-01-01", h.clerk, ""},
        {404, "GET", home + "?as_of=2001-01-01", h.clerk, ""},
        {404, "GET", home + "/acts/9", h.clerk, ""},
        {404, "GET", home + "/limits/none", h.clerk, ""},
        {404, "GET", home + "/map.svg?chapter=none", h.clerk, ""},
        {400, "POST", acts, j, ""},
        {400, "POST", acts, j, "{"},
        {400, "POST", acts, j, "[]"},
        {400, "POST", acts, j, deep},
        {400, "POST", acts, j, "{" + good + R"(,"body":7})"},
        {400, "POST", acts, j, "{" + good + R"(,"body":{},"more":1})"},
        {400, "POST", acts, j, "{" + good + R"(,"body":{}})"},
        {400, "POST", acts, j, "{" + good + R"(,"body":{"reason":7}})"},
        {400, "POST", acts, j, "{" + good + R"(,"body":{"reason":"x","x":1}})"},
        {400, "POST", acts, j, "{" + good + R"(,"body":{"reason":"a\u0000b"}})"},
        {400, "POST", acts, j, "{" + good + R"(,"seen":"1","body":{"reason":"x"}})"},
        {400, "POST", acts, j, R"({"kind":"intake.decided","act_id":"short","body":{}})"},
        {400, "POST", acts, j + "If-Match: nonsense\r\n",
         "{" + good + R"(,"body":{"reason":"x"}})"},
        {409, "POST", acts, j, "{" + good + R"(,"seen":99,"body":{"reason":"x"}})"},
        {404, "POST", "/cases/999999/acts", j, "{" + good + R"(,"body":{"reason":"x"}})"},
        {400, "POST", "/cases", j, R"({"shape":"none","act_id":"bad-000003","body":{}})"},
        {415, "POST", acts, h.clerk + "Content-Type: text/plain\r\n", "{}"},
        {400, "POST", "/cases", h.clerk + form_type, "f.title=%"},
        {400, "POST", "/cases", h.clerk + "Content-Type: multipart/form-data\r\n", "x"},
        {400, "POST", "/cases", h.clerk + "Content-Type: multipart/form-data; boundary=B\r\n", "x"},
        {413, "POST", acts, j, std::string(1'100'000, ' ')},
        {400, "POST", "/documents", j, "{}"},
        {404, "GET", "/documents/" + std::string(64, 'a'), h.clerk, ""},
        {400, "GET", "/figures?year=abc", h.clerk, ""},
        {404, "GET", "/figures/NO.such?year=2024", h.clerk, ""},
        {400, "GET", "/reports/20x4", h.clerk, ""},
        {404, "GET", "/reports/2024/files/report.odt", h.clerk, ""},
        {404, "GET", "/cases/1/report/main", h.clerk, ""},
        {404, "GET", "/rules/none", h.clerk, ""},
        {400, "GET", "/rules?on=today", h.clerk, ""},
        {400, "POST", "/sign-in", house::json_both, R"({"login":1})"},
        {401, "POST", "/sign-in", house::json_both,
         R"({"login":"nobody","password":"nothing-at-all"})"},
        {422, "POST", "/appointments", j, R"({"appointment":9999})"},
        {400, "POST", "/appointments", j, "{}"},
        {404, "GET", "/static/none.css", "", ""},
    };
    for (auto const& one : table) {
        auto const got = h.site.send(one.method, one.target, one.headers, one.body);
        BOOST_TEST(got.status == one.status,
                   one.method << " " << one.target << " " << one.body.substr(0, 80) << ": "
                              << got.status << " " << got.body.substr(0, 300));
        if (got.status >= 400 && one.headers.find("Accept: application/json") != std::string::npos)
            BOOST_TEST(got.header("Content-Type") == "application/problem+json", one.target);
    }
    auto const untouched = h.site.send("GET", home, h.clerk + "Accept: application/json\r\n");
    BOOST_TEST(untouched.header("ETag") == "\"1\"");
}

BOOST_AUTO_TEST_CASE(the_address_that_a_form_was_sent_to_leads_a_browser_to_the_page_above_it)
{
    auto const& h = here();
    auto const opened = h.open_case("above-00001", R"({"title":"x"})");
    auto const home = "/cases/" + std::to_string(opened.view().at("case").as_int64());
    for (auto const& [sent_to, page] :
         {std::pair{home + "/acts", home}, std::pair{home + "/opinions/acts", home + "/opinions"},
          std::pair{std::string("/sign-out"), std::string("/")}}) {
        auto const led = h.site.send("GET", sent_to, h.clerk + "Accept: text/html\r\n");
        BOOST_TEST(led.status == 303, sent_to);
        BOOST_TEST(led.header("Location") == page, sent_to);
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_http_is_answered_and_closed)
{
    auto const& h = here();
    BOOST_TEST(h.site.raw("nonsense\r\n\r\n").status == 400);
    BOOST_TEST(h.site.raw("GET http://x/ HTTP/1.1\r\nHost: a\r\n\r\n").status == 400);
    BOOST_TEST(
        h.site.raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n")
            .status == 431);
    BOOST_TEST(h.site
                   .raw("POST /cases HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n"
                        "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                   .status == 400);
}

BOOST_AUTO_TEST_CASE(the_site_describes_and_counts_itself)
{
    auto const& h = here();
    auto const description = h.site.send("GET", "/openapi.json", "");
    auto const view = description.view();
    BOOST_TEST(view.at("openapi").as_string() == "3.1.0");
    auto const& schema = view.at("components").at("schemas").at("intake.proposed");
    BOOST_TEST(schema.at("properties").at("statements").at("type").as_string() == "array");
    BOOST_TEST(view.at("components")
                   .at("schemas")
                   .at("opening")
                   .at("oneOf")
                   .at(0)
                   .at("properties")
                   .at("kind")
                   .is_object());
    BOOST_TEST(view.at("paths").at("/cases/{id}/acts").as_object().contains("post"));
    BOOST_TEST(h.site.send("GET", "/healthz", "").status == 200);
    BOOST_TEST(h.site.send("GET", "/readyz", "").status == 200);
    BOOST_TEST(h.site.send("GET", "/metrics", "").body.find("juece_http_requests_total") !=
               std::string::npos);
    auto const css = h.site.send("GET", "/static/juece.css", "");
    BOOST_TEST(css.status == 200);
    BOOST_TEST(
        h.site.send("GET", "/static/juece.css", "If-None-Match: " + css.header("ETag") + "\r\n")
            .status == 304);
    for (auto const* back : {"%2F%2Fevil.test", "/%09/evil.test/", "/%0d/evil.test/", "/%5Cevil"}) {
        auto const looks = h.site.send("GET", "/looks?size=24&back=" + std::string(back), "");
        BOOST_TEST(looks.status == 303);
        BOOST_TEST(looks.header("Location") == "/", back);
    }
}

BOOST_AUTO_TEST_CASE(a_head_has_the_length_and_no_body)
{
    auto const& h = here();
    auto const got = h.site.send("HEAD", "/static/juece.css", "");
    BOOST_TEST(got.status == 200);
    BOOST_TEST(got.body.empty());
    BOOST_TEST(std::stoi(got.header("Content-Length")) > 1'000);
}

BOOST_AUTO_TEST_CASE(what_is_above_a_persons_level_is_not_there_for_them)
{
    auto const& h = here();
    auto const json = std::string("Accept: application/json\r\n");
    auto const get = [&](std::string const& who, std::string const& path) {
        return h.site.send("GET", path, who + json);
    };
    // one document that only the secret case will name
    auto const upload = h.site.send(
        "POST", "/documents", h.clerk + json + "Content-Type: multipart/form-data; boundary=B\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + h.clerk_csrf +
            "\r\n--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"密.txt\"\r\n"
            "Content-Type: text/plain\r\n\r\nonly for the secret case\r\n--B--\r\n");
    BOOST_TEST_REQUIRE(upload.status == 201, upload.body);
    auto const hash = std::string(upload.view().at("documents").at(0).at("hash").as_string());
    auto const document = "/documents/" + hash;
    BOOST_TEST(get(h.clerk, document).status == 200);
    BOOST_TEST(get(h.head, document).status == 404); // no act names it yet

    auto const opened = h.open_case("secret-0001", R"({"title":"不可外传之事","draft":{"hash":")" +
                                                       hash + R"(","name":"密.txt"}})");
    BOOST_TEST_REQUIRE(opened.status == 201, opened.body);
    auto const home = "/cases/" + std::to_string(opened.view().at("case").as_int64());
    auto const before = get(h.clerk, "/figures?year=2024").body;
    BOOST_TEST(get(h.clerk, home).status == 200);
    auto const taken_away = [&](std::string const& who, std::string const& list) {
        return h.site.send("GET", "/boxes/" + list, who).body;
    };
    for (auto const* list : {"opened/export?as=csv", "opened/export?as=xlsx"})
        BOOST_TEST(has_cell(taken_away(h.clerk, list), "不可外传之事"), list);
    auto const decided =
        h.site.send("POST", home + "/acts", h.head + house::json_both,
                    R"({"kind":"intake.decided","act_id":"secret-0002","body":{"reason":"秘密"}})");
    BOOST_TEST_REQUIRE(decided.status == 201, decided.body);

    for (auto const* part : {"", "/acts/1", "/acts/2", "/limits/comments", "/map.svg", "/versions",
                             "/papers/legality_opinion.pdf"}) {
        auto const hidden = get(h.clerk, home + part);
        auto const absent = get(h.clerk, "/cases/987654" + std::string(part));
        BOOST_TEST(hidden.status == 404, part);
        BOOST_TEST(hidden.body == absent.body, part);
    }
    for (auto const* part : {"", "/acts/1", "/acts/2", "/map.svg"})
        BOOST_TEST(get(h.head, home + part).status == 200, part);

    auto const act = std::string(R"({"kind":"intake.decided","body":{"reason":"再议"},"act_id":")");
    auto const hidden =
        h.site.send("POST", home + "/acts", h.clerk + house::json_both, act + "secret-0003\"}");
    auto const absent = h.site.send("POST", "/cases/987654/acts", h.clerk + house::json_both,
                                    act + "secret-0004\"}");
    BOOST_TEST(hidden.status == 404);
    BOOST_TEST(absent.status == 404);

    for (auto const* part : {"", "/about"}) {
        BOOST_TEST(get(h.clerk, document + part).status == 404, part);
        BOOST_TEST(get(h.head, document + part).status == 200, part);
    }
    for (auto const* path :
         {"/cases", "/cases?words=%E5%A4%96%E4%BC%A0", "/", "/figures/DEC.adopted?year=2024"}) {
        BOOST_TEST(get(h.clerk, path).body.find("不可外传") == std::string::npos, path);
        BOOST_TEST(get(h.clerk, path).status == 200, path);
    }
    for (auto const* list : {"opened/export?as=csv", "opened/export?as=xlsx"})
        BOOST_TEST(!has_cell(taken_away(h.clerk, list), "不可外传之事"), list);
    for (auto const* list : {"done/export?as=csv", "done/export?as=xlsx"})
        BOOST_TEST(has_cell(taken_away(h.head, list), "不可外传之事"), list);
    BOOST_TEST(get(h.head, "/cases").body.find("不可外传") != std::string::npos);
    BOOST_TEST(get(h.head, "/figures/DEC.adopted?year=2024").body.find("不可外传") !=
               std::string::npos);
    BOOST_TEST(get(h.clerk, "/figures?year=2024").body == before);
    BOOST_TEST(get(h.head, "/figures?year=2024").body != before);
    BOOST_TEST(get(h.head, "/reports/2024").body != get(h.clerk, "/reports/2024").body);

    // Both are cleared up to secret: the office needs to know, the reviewer has no part in it.
    auto const& office = h.site.as("office_secretary");
    auto const& outside = h.site.as("reviewer");
    for (auto const* part : {"", "/acts/1", "/acts/2", "/limits/comments", "/map.svg", "/versions",
                             "/papers/legality_opinion.pdf"}) {
        auto const there = get(outside, home + part);
        auto const nowhere = get(outside, "/cases/987654" + std::string(part));
        BOOST_TEST(there.status == 404, part);
        BOOST_TEST(there.body == nowhere.body, part);
    }
    for (auto const* part : {"", "/acts/1", "/acts/2", "/map.svg"})
        BOOST_TEST(get(office, home + part).status == 200, part);
    for (auto const* part : {"", "/about"}) {
        BOOST_TEST(get(outside, document + part).status == 404, part);
        BOOST_TEST(get(office, document + part).status == 200, part);
    }
    for (auto const* path :
         {"/cases", "/cases?words=%E5%A4%96%E4%BC%A0", "/search?words=%E4%B8%8D%E5%8F%AF%E5%A4%96",
          "/", "/boxes/overseen?light=any", "/figures/DEC.adopted?year=2024"}) {
        BOOST_TEST(get(outside, path).body.find("不可外传") == std::string::npos, path);
        BOOST_TEST(get(outside, path).status == 200, path);
    }
    BOOST_TEST(get(office, "/cases").body.find("不可外传") != std::string::npos);
    BOOST_TEST(get(office, "/figures/DEC.adopted?year=2024").body.find("不可外传") !=
               std::string::npos);
    BOOST_TEST(get(outside, "/figures?year=2024").body == before);
    BOOST_TEST(get(office, "/figures?year=2024").body == get(h.head, "/figures?year=2024").body);
    BOOST_TEST(get(outside, "/reports/2024").body == get(h.clerk, "/reports/2024").body);
}

BOOST_AUTO_TEST_CASE(a_page_outside_the_rights_of_a_role_is_refused_by_its_rule)
{
    auto const& h = here();
    auto const& auditor = h.site.as("auditor");
    auto const& administrator = h.site.as("system_administrator");
    auto const json = std::string("Accept: application/json\r\n");
    BOOST_TEST(h.site.send("GET", "/cases", auditor + json).status == 200);
    BOOST_TEST(h.site.send("GET", "/cases/new", auditor + json).status == 403);
    BOOST_TEST(h.site.send("GET", "/", administrator + json).status == 200);
    auto const refused = h.site.send("GET", "/cases", administrator + json);
    BOOST_TEST(refused.status == 403);
    BOOST_TEST(refused.view().at("refusals").at(0).at("rule").at("id").as_string() == "JC-9");
    auto const opening =
        h.site.send("POST", "/cases", auditor + house::json_both,
                    R"({"shape":"major_decision/small","act_id":"audit-0001","body":{}})");
    BOOST_TEST(opening.status == 403);
}

BOOST_AUTO_TEST_CASE(every_role_is_let_to_every_route_exactly_as_the_table_says)
{
    auto const& h = here();
    auto const address = [](std::string_view pattern) {
        std::string path(pattern);
        for (auto from = path.find('{'); from != path.npos; from = path.find('{'))
            path.replace(from, path.find('}') - from + 1, "987654");
        return path;
    };
    for (auto const& route : web::routes()) {
        if (route.who == web::access::everybody)
            continue;
        std::string const method(route.method);
        auto const path = address(route.pattern);
        BOOST_TEST(h.site.send(method, path, house::json_both, "{}").status == 401, path);
        bool somebody = false;
        for (auto const& role : h.site.entitled().roles()) {
            // a session is ended by its sign-out
            if (route.pattern == "/sign-out")
                continue;
            auto const got = h.site.send(method, path, h.site.as(role.code) + house::json_both,
                                         method == "GET" ? "" : "{}");
            auto const allowed =
                h.site.entitled().may_ask_for(role.code, route.method, route.pattern);
            BOOST_TEST((got.status == 403) == !allowed,
                       role.code << " " << method << " " << path << " " << got.status);
            somebody = somebody || allowed;
        }
        BOOST_TEST((somebody || route.pattern == "/sign-out"),
                   method << " " << path << " is for nobody: add it to config/rights.csv");
    }
}

BOOST_AUTO_TEST_CASE(every_right_to_a_page_is_to_a_route_that_is_there)
{
    for (auto const& row : here().site.entitled().rows()) {
        if (row.to != engine::sphere::page)
            continue;
        engine::rights alone;
        alone.add(engine::role{"r", "r", "r", "office", {}, {}, {}});
        alone.add(engine::right{{"r"}, row.to, row.pattern, row.where});
        auto const& all = web::routes();
        BOOST_TEST(std::any_of(all.begin(), all.end(),
                               [&](auto const& route) {
                                   return alone.may_ask_for("r", route.method, route.pattern);
                               }),
                   row.pattern << " is no route");
    }
}

BOOST_AUTO_TEST_CASE(administrators_change_the_house_by_acts_each_within_their_office)
{
    auto const& h = here();
    auto const json = std::string("Accept: application/json\r\n");
    auto const send = [&](char const* role, char const* id, std::string const& kind,
                          std::string const& body) {
        return h.site.send("POST", "/administration/acts", h.site.as(role) + house::json_both,
                           R"({"kind":")" + kind + R"(","act_id":")" + id + R"(","body":)" + body +
                               "}");
    };
    auto const page = [&](char const* role, std::string const& query = {}) {
        return h.site.send("GET", "/administration" + query, h.site.as(role) + json);
    };
    auto const added = send("system_administrator", "people-0001", "people.added",
                            R"({"login":"newcomer","person_name":"新来的人"})");
    BOOST_TEST_REQUIRE(added.status == 201, added.body);
    BOOST_TEST(send("security_administrator", "people-0002", "people.added",
                    R"({"login":"other","person_name":"x"})")
                   .status == 403);
    auto const appointment = R"({"login":"newcomer","appointed_role":"reviewer","unit":"fgj",)"
                             R"("from":"2024-01-01"})";
    BOOST_TEST(
        send("system_administrator", "people-0003", "appointments.made", appointment).status ==
        403);
    auto const appointed =
        send("security_administrator", "people-0004", "appointments.made", appointment);
    BOOST_TEST(appointed.status == 201, appointed.body);
    auto const both = send("security_administrator", "people-0005", "appointments.made",
                           R"({"login":"newcomer","appointed_role":"audit_administrator",)"
                           R"("unit":"fgj","from":"2024-01-01"})");
    BOOST_TEST(both.status == 422);
    BOOST_TEST(both.view().at("refusals").at(0).at("rule").at("id").as_string() == "JC-1");
    BOOST_TEST(send("audit_administrator", "people-0006", "people.added", "{}").status == 403);
    BOOST_TEST(send("head_of_government", "people-0007", "people.added", "{}").status == 403);

    auto const found = page("audit_administrator", "?words=newcomer").view();
    BOOST_TEST_REQUIRE(found.at("people").as_array().size() == 1u);
    BOOST_TEST(found.at("people").at(0).at("appointments").at(0).at("role").as_string() ==
               "reviewer");
    BOOST_TEST(page("sponsor_clerk").status == 403);
    // and none of it shows among the matters
    BOOST_TEST(h.site.send("GET", "/cases", h.head + json).body.find("administration/2026") ==
               std::string::npos);
    BOOST_TEST(h.site.send("GET", "/cases/1", h.head + json).status == 404);
    for (auto const* path : {"/administration", "/administration/rights"})
        for (auto const* language : {"zh", "en"}) {
            auto const got =
                h.site.send("GET", path,
                            h.site.as("security_administrator") +
                                "Accept: text/html\r\nCookie: language=" + language + "\r\n");
            BOOST_TEST(got.status == 200, path);
            BOOST_TEST(got.body.find("</html>") != std::string::npos, path);
        }
}

BOOST_AUTO_TEST_CASE(a_sign_in_leads_nobody_to_a_form_outside_their_rights)
{
    auto const& h = here();
    auto const sign_in = [&](std::string const& login) {
        return h.site.send("POST", "/sign-in", form_type,
                           "login=" + login +
                               "&password=correct+horse&next=%2Fadministration%2Facts"
                               "&kept=kind%3Dpeople.added%26f.login%3Dx");
    };
    auto const clerk = sign_in("clerk");
    // what was typed is shown to be copied, and can be sent nowhere
    BOOST_TEST(clerk.status == 200);
    BOOST_TEST(clerk.body.find("/administration/acts") == std::string::npos);
    BOOST_TEST(clerk.body.find("newcomer") == std::string::npos);
    auto const administrator = sign_in("as_system_administrator");
    BOOST_TEST(administrator.status == 200);
    BOOST_TEST(administrator.body.find("people.added") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
