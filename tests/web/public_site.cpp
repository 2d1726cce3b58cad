#include "adapters/files/read_file.hpp"
#include "adapters/soci/audit_search.hpp"
#include "adapters/soci/comment_shelf.hpp"
#include "engine/chain.hpp"
#include "tests/adapters/made_archive.hpp"
#include "tests/web/description.hpp"
#include "tests/web/hostile_values.hpp"
#include "tests/web/public_house.hpp"
#include "web/percent.hpp"

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <thread>

// What a citizen sees and does over real HTTP, without an account, and what stays unseen.

using tests::form_type;
using tests::public_house;
using tests::public_reply;
using namespace std::chrono_literals;
namespace store = adapters::soci;

namespace {

/// One house for all tests: a consultation, a hearing, a decision that is out, and a secret.
struct told_house : public_house {
    tests::told_decision open = tell("城区供水价格方案", {"vital"}, "participation.published");
    tests::told_decision hearing = tell("公交线网方案", {"hearing", "vital"}, "hearing.announced");
    tests::told_decision decided = tell("养老服务办法", {"concern", "vital"}, "");
    tests::told_decision secret = tell("应急物资储备方案", {"secret"}, "");
    tests::told_decision inner = tell("未公开的方案", {"vital"}, "drafting.versioned");
};

told_house& here()
{
    static told_house one;
    return one;
}

/// The house with its clock two days after a matter's last act.
told_house& at(tests::told_decision const& matter)
{
    here().clock = matter.last + std::chrono::hours(48);
    return here();
}

std::string part(std::string const& disposition, std::string const& content)
{
    return "--XX\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
}

std::string const multipart = "Content-Type: multipart/form-data; boundary=XX\r\n";

long long comments(told_house& h, tests::told_decision const& on)
{
    store::reader looking(h.record(), engine::clearance::of_the_record());
    return store::comment_shelf(looking).count(on.id, {});
}

/// Waits for what is noted without anybody waiting.
bool is_noted(told_house& h, std::string const& reason, std::string const& about)
{
    for (int i = 0; i < 100; ++i) {
        for (auto const& one : store::list_audit(h.record(), {.reason = reason}, {}, 50).rows)
            if (one.about == about)
                return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
}

} // namespace

BOOST_AUTO_TEST_SUITE(public_site)

BOOST_AUTO_TEST_CASE(anybody_reads_what_is_public_in_both_languages)
{
    auto& h = at(here().open);
    for (auto const* language : {"zh", "en"})
        for (auto const& path : {std::string("/public"), std::string("/public/consultations"),
                                 std::string("/public/decisions"), std::string("/public/receipts"),
                                 h.open.at(), h.open.at() + "/opinions",
                                 h.open.at() + "/hearing-wishes", h.hearing.at(), h.decided.at()}) {
            auto const got =
                h.get(path, public_house::html + "Cookie: language=" + language + "\r\n");
            BOOST_TEST(got.status == 200, path);
            BOOST_TEST(got.says("</html>"), path);
            BOOST_TEST(!got.says("style="), path);
            BOOST_TEST(!got.says("public."), path); // a key without words
            BOOST_TEST(got.header("Content-Security-Policy").starts_with("default-src 'self'"));
        }
    auto const front = h.get("/public");
    BOOST_TEST(front.says(h.open.title));
    BOOST_TEST(front.says("剩余"));
    BOOST_TEST(h.get("/sign-in").says("href=\"/public\""));
}

BOOST_AUTO_TEST_CASE(what_is_decided_stands_below_the_published_decisions)
{
    auto& h = at(here().decided);
    BOOST_TEST(h.get(h.decided.at()).says("<p class=\"crumbs\"><a href=\"/public/decisions\">"));
    BOOST_TEST(h.get(h.decided.at()).says("下载决策解读"));
    at(here().open);
    BOOST_TEST(h.get(h.open.at()).says("<p class=\"crumbs\"><a href=\"/public\">"));
}

BOOST_AUTO_TEST_CASE(only_documents_that_a_publishing_act_names_are_given_out)
{
    auto& h = at(here().open);
    auto const draft = h.open.document("participation.published", "draft");
    auto const got = h.get(h.open.at() + "/documents/" + draft);
    BOOST_TEST(got.status == 200);
    BOOST_TEST(got.header("Content-Disposition").starts_with("attachment"));
    BOOST_TEST(got.header("Content-Security-Policy").starts_with("sandbox"));
    // Every other document of the same case stays inside.
    long long inside = 0;
    for (auto const& act : h.decided.told.entered)
        for (auto const& one :
             engine::documents_in(act.body, *h.decided.told.file->fields_of(act.kind))) {
            auto const status = h.get(h.decided.at() + "/documents/" + one.hash).status;
            auto const may = act.kind == "participation.published" ||
                             act.kind == "participation.feedback_given" ||
                             act.kind == "publication.text_signed" ||
                             act.kind == "publication.published" || act.kind == "hearing.answered";
            if (may)
                BOOST_TEST(status == 200, act.kind << " " << one.name);
            else if (status == 200) // the same paper, named by a publishing act as well
                BOOST_TEST((one.name == "草案.txt" || one.name.find("稿") != one.name.npos ||
                            one.name.find("说明") != one.name.npos ||
                            one.name.find("草案") != one.name.npos),
                           act.kind << " " << one.name);
            else
                ++inside;
        }
    BOOST_TEST(inside > 10);
    // A public document of one matter is not to be had under another.
    BOOST_TEST(h.get(h.decided.at() + "/documents/" + draft).status == 404);
    BOOST_TEST(h.get(h.open.at() + "/documents/" + std::string(64, 'a')).status == 404);
}

BOOST_AUTO_TEST_CASE(a_secret_or_unpublished_matter_leaks_nowhere)
{
    auto& h = at(here().open);
    for (tests::told_decision const* matter : {&h.secret, &h.inner}) {
        std::vector<std::string> hashes;
        for (auto const& act : matter->told.entered)
            for (auto const& one :
                 engine::documents_in(act.body, *matter->told.file->fields_of(act.kind)))
                hashes.push_back(one.hash);
        BOOST_TEST(!hashes.empty());
        auto const unknown = h.get("/public/matters/999999", public_house::json);
        for (auto const* rest : {"", "/opinions", "/hearing-wishes", "/applications"}) {
            auto const got = h.get(matter->at() + rest, public_house::json);
            BOOST_TEST(got.status == 404, matter->at() << rest);
            // It says no more than of a matter that is not there.
            BOOST_TEST(got.body == unknown.body);
        }
        for (auto const& hash : hashes)
            for (tests::told_decision const* under :
                 std::initializer_list<tests::told_decision const*>{matter, &h.open, &h.decided})
                BOOST_TEST(h.get(under->at() + "/documents/" + hash).status == 404);
        for (auto const* path :
             {"/public", "/public/consultations", "/public/decisions", "/public/feed.atom",
              "/public/open-data/consultations.csv", "/public/open-data/consultations.json",
              "/public/open-data/decisions.csv", "/public/open-data/decisions.json"})
            BOOST_TEST(!h.get(path).says(matter->title), path);
        BOOST_TEST(
            h.post(matter->at() + "/opinions", {{"words", "x"}}, public_house::json).status == 404);
    }
    // Nothing of the file itself: no case number, no names of officials, no inner steps.
    for (auto const* matter : {&h.open, &h.decided}) {
        auto const page = h.get(matter->at(), public_house::json).body;
        BOOST_TEST(page.find("JC20") == std::string::npos);
        for (auto const& act : matter->told.entered)
            BOOST_TEST(page.find(act.by.name) == std::string::npos, act.by.name);
    }
}

BOOST_AUTO_TEST_CASE(an_opinion_gets_a_receipt_and_is_not_doubled_when_it_is_sent_again)
{
    auto& h = at(here().open);
    auto const before = comments(h, h.open);
    auto const form = h.open.at() + "/opinions";
    web::pairs fields = {{"form", h.token(form)},
                         {"words", "第三条应当写明期限。"},
                         {"name", "黎小敏"},
                         {"contact", "13800138000"},
                         {"kind", "enterprise"}};
    auto const kept = h.post(form, fields, public_house::json);
    BOOST_TEST_REQUIRE(kept.status == 201, kept.body);
    auto const receipt = std::string(kept.view().at("receipt").as_string());
    auto const again = h.post(form, fields, public_house::json);
    BOOST_TEST(again.status == 200);
    BOOST_TEST(again.view().at("repeated").as_bool());
    BOOST_TEST(std::string(again.view().at("receipt").as_string()) == receipt);
    BOOST_TEST(comments(h, h.open) == before + 1);

    auto const browser = h.post(form, fields, public_house::html);
    BOOST_TEST(browser.status == 303);
    BOOST_TEST(browser.header("Location") == "/public/receipts?number=" + receipt + "&new=1");

    fields[1].second = "另外一条";
    auto const other = h.post(form, fields, public_house::html);
    BOOST_TEST(other.status == 409);
    BOOST_TEST(other.says("另外一条"));
    BOOST_TEST(comments(h, h.open) == before + 1);

    auto const found = h.get("/public/receipts?number=" + receipt, public_house::json).view();
    BOOST_TEST(found.at("state").as_string() == "received");
    BOOST_TEST(found.at("words").as_string() == "第三条应当写明期限。");
    // Whoever holds the receipt learns the words, not who sent them.
    BOOST_TEST(!h.get("/public/receipts?number=" + receipt).says("黎小敏"));
    BOOST_TEST(!h.get("/public/receipts?number=" + receipt).says("13800138000"));
}

BOOST_AUTO_TEST_CASE(a_form_that_is_wrong_says_so_and_loses_nothing)
{
    auto& h = at(here().open);
    auto const form = h.open.at() + "/opinions";
    auto const before = comments(h, h.open);
    auto const good = h.token(form);
    auto const of_wish = h.token(h.open.at() + "/hearing-wishes");
    struct row {
        int status;
        web::pairs fields;
        char const* says;
    };
    std::string const words = "有人写的话";
    std::string const long_words(5'001 * 3, 'x');
    std::vector<row> const table = {
        {403, {{"words", words}}, "表单已经失效"},
        {403, {{"form", "a.1.b"}, {"words", words}}, "表单已经失效"},
        {403, {{"form", of_wish}, {"words", words}}, "表单已经失效"},
        {422, {{"form", good}, {"words", words}, {"website", "http://x"}}, "不应填写"},
        {400, {{"form", good}, {"words", ""}}, "请填写这一项"},
        {400, {{"form", good}, {"words", " \n "}}, "请填写这一项"},
        {400, {{"form", good}, {"words", long_words}}, "5000"},
        {400, {{"form", good}, {"words", words}, {"kind", "king"}}, "请选择其中一项"},
        {400, {{"form", good}, {"words", words}, {"name", std::string(200, 'x')}}, "60"},
        {400, {{"form", good}, {"words", words}, {"contact", std::string(200, 'x')}}, "120"},
        {400, {{"form", good}, {"words", words}, {"name", "a\nb"}}, "不能使用的字符"},
        {400, {{"form", good}, {"words", std::string("a\x01") + "b"}}, "不能使用的字符"},
    };
    for (auto const& one : table) {
        auto const got = h.post(form, one.fields, public_house::html);
        BOOST_TEST(got.status == one.status, one.says << ": " << got.status);
        BOOST_TEST(got.says(one.says), one.says);
        BOOST_TEST(got.says("data-focus"));
        if (auto const* typed = web::find(one.fields, "words"); typed && *typed == words)
            BOOST_TEST(got.says(words), one.says);
    }
    BOOST_TEST(h.send("POST", form, public_house::json + "Content-Type: application/json\r\n", "[]")
                   .status == 400);
    BOOST_TEST(h.send("POST", form, public_house::json + "Content-Type: application/json\r\n",
                      R"({"form":7})")
                   .status == 400);
    BOOST_TEST(h.send("POST", form, "Content-Type: text/plain\r\n", "x").status == 415);
    BOOST_TEST(h.post(form, {{"words", "x"}}, public_house::html + "Origin: https://evil.test\r\n")
                   .status == 403);
    BOOST_TEST(comments(h, h.open) == before);
    BOOST_TEST(is_noted(h, "form_expired", form));
    // The same form, put right, is taken.
    BOOST_TEST(h.post(form, {{"form", good}, {"words", words}}, public_house::json).status == 201);
    BOOST_TEST(comments(h, h.open) == before + 1);
}

BOOST_AUTO_TEST_CASE(a_form_quicker_than_a_hand_or_older_than_a_day_is_asked_for_again)
{
    auto& h = at(here().open);
    auto const form = h.open.at() + "/opinions";
    auto const shown = h.get(form, public_house::json).view();
    web::pairs const fields = {{"form", std::string(shown.at("form").as_string())},
                               {"words", "快得很"}};
    auto const quick = h.post(form, fields, public_house::html);
    BOOST_TEST(quick.status == 429);
    BOOST_TEST(quick.header("Retry-After") == "3");
    BOOST_TEST(quick.says("快得很"));
    // The form that comes back is the same form: sent again it is still one opinion.
    BOOST_TEST(quick.says(std::string(shown.at("form").as_string())));
    h.clock += 25h;
    auto const old = h.post(form, fields, public_house::html);
    BOOST_TEST(old.status == 403);
    BOOST_TEST(old.says("快得很"));
}

BOOST_AUTO_TEST_CASE(after_the_window_the_form_says_since_when_it_is_closed)
{
    auto& h = at(here().open);
    auto const form = h.open.at() + "/opinions";
    auto const token = h.token(form);
    auto const before = comments(h, h.open);
    h.clock += std::chrono::days(60);
    auto const page = h.get(form);
    BOOST_TEST(page.status == 200);
    BOOST_TEST(page.says("征求意见已于"));
    BOOST_TEST(!page.says("<button class=\"primary\">"));
    BOOST_TEST(!page.says("<textarea"));
    auto const late = h.post(form, {{"form", token}, {"words", "晚了"}}, public_house::html);
    BOOST_TEST(late.status == 422);
    BOOST_TEST(late.says("晚了"));
    // It is said once, and whom to turn to instead.
    auto const first = late.body.find("征求意见已于");
    BOOST_TEST(first != std::string::npos);
    BOOST_TEST(late.body.find("征求意见已于", first + 1) == std::string::npos);
    BOOST_TEST(late.says("还有意见要反映的，可以直接与"));
    BOOST_TEST(comments(h, h.open) == before);
    BOOST_TEST(h.get(h.open.at()).says("，现在不再接收意见。"));
    BOOST_TEST(!h.get(h.open.at()).says("其他提意见的方式"));
    BOOST_TEST(!h.get("/public").says(h.open.title + "</a></h3>"));
    BOOST_TEST(h.get("/public/consultations").says("已经截止"));
    // Before it opens it says when.
    h.clock = h.open.last - std::chrono::days(3);
    BOOST_TEST(h.get(form).says("征求意见自"));
}

BOOST_AUTO_TEST_CASE(attachments_are_taken_by_what_they_are_and_only_officials_get_them)
{
    auto& h = at(here().open);
    auto const form = h.open.at() + "/opinions";
    auto const send = [&](std::string const& token, std::string const& files) {
        return h.send("POST", form, public_house::json + multipart,
                      part("name=\"form\"", token) + part("name=\"words\"", "见附件") + files +
                          "--XX--\r\n");
    };
    auto const file = [](std::string const& name, std::string const& content) {
        return part("name=\"files\"; filename=\"" + name + "\"", content);
    };
    auto const token = h.token(form);
    BOOST_TEST(send(token, file("a.pdf", "<script>alert(1)</script>")).status == 400);
    BOOST_TEST(send(token, file("a.svg", "<svg/>")).status == 400);
    auto const four =
        file("1.txt", "a") + file("2.txt", "b") + file("3.txt", "c") + file("4.txt", "d");
    BOOST_TEST(send(token, four).status == 400);
    BOOST_TEST(send(token, file("big.txt", std::string(11 * 1024 * 1024, 'x'))).status == 400);
    BOOST_TEST(send(token, file("huge.txt", std::string(40 * 1024 * 1024, 'x'))).status == 413);
    auto const kept = send(token, file("../../意见.txt", "补充说明"));
    BOOST_TEST_REQUIRE(kept.status == 201, kept.body);

    store::reader looking(h.record(), engine::clearance::of_the_record());
    store::comment_shelf shelf(looking);
    auto const number = shelf.count(h.open.id, {});
    auto const found = shelf.find(h.open.id, number);
    BOOST_TEST_REQUIRE(found.has_value());
    auto const papers = shelf.documents_of(found->id);
    BOOST_TEST_REQUIRE(papers.size() == 1u);
    BOOST_TEST(papers.front().name == "意见.txt");
    BOOST_TEST(h.get(h.open.at() + "/documents/" + papers.front().hash).status == 404);
    auto const inside = h.open.home() + "/opinions/documents/" + papers.front().hash;
    BOOST_TEST(h.get(inside, public_house::json).status == 401);
    auto const got = h.get(inside, h.sign_in("sponsor").headers);
    BOOST_TEST(got.status == 200);
    BOOST_TEST(got.body == "补充说明");
    BOOST_TEST(h.get(inside, h.sign_in("other").headers + public_house::json).status == 403);
    auto const elsewhere = h.hearing.home() + "/opinions/documents/" + papers.front().hash;
    BOOST_TEST(h.get(elsewhere, h.sign_in("sponsor").headers + public_house::json).status == 404);
}

BOOST_AUTO_TEST_CASE(hostile_archives_of_strangers_are_refused_and_not_kept)
{
    auto& h = at(here().open);
    auto const form = h.open.at() + "/opinions";
    auto const before = comments(h, h.open);
    std::string const body = "<w:document/>";
    std::pair<std::string, std::string> const document = {"word/document.xml", body};
    std::pair<std::string, std::string> const types = {"[Content_Types].xml", "<Types/>"};
    struct row {
        char const* name;
        std::vector<std::pair<std::string, std::string>> entries;
    };
    std::vector<row> const rows = {
        {"bomb.docx", {types, {"word/document.xml", std::string(std::size_t{64} << 20, ' ')}}},
        {"macro.docx", {types, document, {"word/vbaProject.bin", "x"}}},
        {"climbs.docx", {types, document, {"../../../../tmp/a", "x"}}},
        {"sheet.docx", {types, {"xl/workbook.xml", "<workbook/>"}, {"word/a", "x"}}}};
    auto const file = h.dir() / "hostile.docx";
    for (auto const& one : rows) {
        tests::make_archive(file, one.entries);
        auto const bytes = adapters::files::read_file(file);
        auto const got =
            h.send("POST", form, public_house::json + multipart,
                   part("name=\"form\"", h.token(form)) + part("name=\"words\"", "见附件") +
                       part("name=\"files\"; filename=\"" + std::string(one.name) + "\"", bytes) +
                       "--XX--\r\n");
        BOOST_TEST(got.status == 400, one.name << ": " << got.status);
        BOOST_TEST(got.says(one.name), one.name << ": " << got.body);
        BOOST_TEST(!h.documents().path_of(engine::sha256(bytes)), one.name);
    }
    BOOST_TEST(comments(h, h.open) == before);
}

BOOST_AUTO_TEST_CASE(an_application_says_who_somebody_is_and_what_they_hold)
{
    auto& h = at(here().hearing);
    auto const form = h.hearing.at() + "/applications";
    auto const token = h.token(form);
    web::pairs fields = {{"form", token}, {"words", "赞成，但班次要加密"}};
    auto const bare = h.post(form, fields, public_house::html);
    BOOST_TEST(bare.status == 400);
    for (auto const* field : {"name", "contact", "identity", "side"})
        BOOST_TEST(bare.says("href=\"#" + std::string(field) + "\""), field);
    for (auto const& [name, value] : {std::pair{"name", "黎小敏"},
                                      {"contact", "13800138000"},
                                      {"identity", "沿线居民"},
                                      {"side", "in_favour"}})
        fields.emplace_back(name, value);
    auto const kept = h.post(form, fields, public_house::json);
    BOOST_TEST_REQUIRE(kept.status == 201);
    auto const receipt = h.get(std::string(kept.view().at("href").as_string()));
    BOOST_TEST(receipt.says("凭它可以查询报名情况"));
    BOOST_TEST(!receipt.says("是否采纳"));
    BOOST_TEST(!h.get(h.hearing.at()).says("黎小敏"));
    auto const list = h.hearing.home() + "/opinions?purpose=application";
    auto const sponsor = h.get(list, h.sign_in("sponsor").headers + public_house::json);
    BOOST_TEST(sponsor.says("沿线居民"));
    BOOST_TEST(sponsor.says("13800138000"));
    // The form of the list has a row for whoever signed up.
    auto const page = h.get(h.hearing.home(), h.sign_in("sponsor").headers + public_house::html);
    BOOST_TEST(page.says("].name\" value=\"黎小敏\""));
    BOOST_TEST(page.says("].identity\" value=\"沿线居民\""));
    auto const other = h.get(list, h.sign_in("other").headers + public_house::json);
    BOOST_TEST(!other.says("沿线居民"));
    BOOST_TEST(!other.says("13800138000"));
    BOOST_TEST(!other.says("黎小敏"));
    // No hearing was announced on this one.
    BOOST_TEST(h.post(h.open.at() + "/applications", fields, public_house::json).status == 422);
}

BOOST_AUTO_TEST_CASE(what_breaks_the_schema_of_a_form_is_refused_and_not_kept)
{
    namespace json = boost::json;
    std::string const json_both = public_house::json + "Content-Type: application/json\r\n";
    std::size_t tried = 0;
    for (std::string const form : {"/opinions", "/hearing-wishes", "/applications"}) {
        auto const& matter = form == "/applications" ? here().hearing : here().open;
        auto& h = at(matter);
        auto const before = comments(h, matter);
        auto const target = matter.at() + form;
        auto const token = h.token(target);
        auto const& described = tests::operation("POST", "/public/matters/{id}" + form);
        auto const& schema = described.at("requestBody")
                                 .at("content")
                                 .at("application/json")
                                 .at("schema")
                                 .as_object();
        auto const refused = [&](public_reply const& got, std::string const& how) {
            ++tried;
            BOOST_TEST(tests::is_described_refusal(tests::plain(got), described),
                       form << ", " << how << ": " << got.status << " " << got.body.substr(0, 300));
        };
        auto const no_token =
            tests::sample_of(tests::described_schemas(), schema).as_object().at("form");
        for (auto& hostile : tests::hostile_values(tests::described_schemas(), schema)) {
            auto* typed = hostile.value.if_object();
            if (typed && typed->contains("form") && typed->at("form") == no_token)
                typed->at("form") = token;
            refused(h.send("POST", target, json_both, json::serialize(hostile.value)),
                    hostile.how + " as JSON");
            web::pairs fields;
            if (typed)
                for (auto const& one : *typed)
                    if (auto const* words = one.value().if_string())
                        fields.emplace_back(std::string(one.key()), std::string(*words));
            if (typed && fields.size() == typed->size()) // a form knows nothing but words
                refused(h.post(target, fields, public_house::json), hostile.how + " as a form");
        }
        for (auto const& hostile : tests::hostile_bodies())
            refused(h.send("POST", target, json_both, std::string(hostile.value.as_string())),
                    hostile.how);
        BOOST_TEST(comments(h, matter) == before, form);
    }
    BOOST_TEST(tried > 100u);
}

BOOST_AUTO_TEST_CASE(what_is_as_long_as_its_schema_allows_is_taken)
{
    auto& h = at(here().hearing);
    auto const form = h.hearing.at() + "/applications";
    web::pairs fields = {{"form", h.token(form)}, {"side", "against"}};
    auto const& properties = tests::operation("POST", "/public/matters/{id}/applications")
                                 .at("requestBody")
                                 .at("content")
                                 .at("application/x-www-form-urlencoded")
                                 .at("schema")
                                 .at("properties")
                                 .as_object();
    for (auto const& one : properties)
        if (auto const* most = one.value().as_object().if_contains("maxLength")) {
            std::string words;
            for (auto left = most->to_number<int>(); left > 0; --left)
                words += "字";
            fields.emplace_back(std::string(one.key()), std::move(words));
        }
    BOOST_TEST(fields.size() == 6u);
    auto const before = comments(h, h.hearing);
    auto const got = h.post(form, fields, public_house::json);
    BOOST_TEST(got.status == 201, got.body);
    BOOST_TEST(comments(h, h.hearing) == before + 1);
}

BOOST_AUTO_TEST_CASE(what_is_published_of_opinions_names_nobody)
{
    auto& h = at(here().decided);
    auto const page = h.get(h.decided.at());
    auto const view = h.get(h.decided.at(), public_house::json).view();
    BOOST_TEST(!view.at("answers").as_array().empty());
    BOOST_TEST(view.at("counts").at("all").as_int64() >=
               static_cast<long long>(view.at("answers").as_array().size()));
    long long people = 0;
    for (auto const& act : h.decided.told.entered)
        if (act.kind == "participation.opinions_recorded")
            for (auto const& one : act.body.at("opinions").as_array()) {
                ++people;
                BOOST_TEST(!page.says(std::string(one.at("from").as_string())));
            }
    BOOST_TEST(people > 2);
    BOOST_TEST(page.says("不采纳") + page.says("未采纳") > 0);
}

BOOST_AUTO_TEST_CASE(decisions_are_listed_by_year_and_unit)
{
    auto& h = at(here().decided);
    auto const titles = [&](std::string const& query) {
        return h.get("/public/decisions" + query, public_house::json).body;
    };
    auto const decisions = h.get("/public/decisions", public_house::json).view().at("decisions");
    std::string const year(decisions.at(0).at("published_on").as_string().subview(0, 4));
    BOOST_TEST(titles("?year=" + year).find(h.decided.title) != std::string::npos);
    BOOST_TEST(titles("?year=2001").find(h.decided.title) == std::string::npos);
    BOOST_TEST(h.get("/public/decisions", public_house::html).says("公布年份"));
    BOOST_TEST(titles("?unit=water").find(h.decided.title) != std::string::npos);
    BOOST_TEST(titles("?unit=finance").find(h.decided.title) == std::string::npos);
    for (auto const* bad : {"?year=abc", "?year=99999", "?after=x", "?after=2024-01-01.1"})
        BOOST_TEST(h.get("/public/decisions" + std::string(bad), public_house::json).status == 400,
                   bad);
}

BOOST_AUTO_TEST_CASE(hearings_stand_in_the_navigation_with_the_way_to_apply)
{
    auto& h = at(here().hearing);
    BOOST_TEST(h.get("/public").says("href=\"/public/hearings\""));
    auto const list = h.get("/public/hearings");
    BOOST_TEST(list.status == 200);
    BOOST_TEST(list.says("aria-current=\"page\">听证会</a>"));
    BOOST_TEST(list.says("href=\"" + h.hearing.at() + "/applications\""));
    BOOST_TEST(list.says("正在报名，参加人名单公布时截止"));
    BOOST_TEST(h.get(h.hearing.at()).says("正在报名，参加人名单公布时截止"));
    auto const view = h.get("/public/hearings", public_house::json).view();
    BOOST_TEST(view.at("open_hearings").as_array().size() == 1u);
    BOOST_TEST(view.at("open_hearings").at(0).at("title").as_string() == h.hearing.title);
    BOOST_TEST(h.get("/public/hearings?after=x").status == 400);
    // The day of the hearing is over: there is nothing to apply for any more.
    h.clock = h.hearing.last + std::chrono::hours(24 * 40);
    auto const later = h.get("/public/hearings");
    BOOST_TEST(!later.says("/applications"));
    BOOST_TEST(later.says(h.hearing.title));
    BOOST_TEST(later.says("听证日期已过"));
}

BOOST_AUTO_TEST_CASE(feed_and_open_data_tell_the_published)
{
    auto& h = at(here().open);
    auto const feed = h.get("/public/feed.atom");
    BOOST_TEST(feed.status == 200);
    BOOST_TEST(feed.header("Content-Type").starts_with("application/atom+xml"));
    for (auto const* element : {"<feed xmlns=\"http://www.w3.org/2005/Atom\"", "<id>urn:uuid:",
                                "<updated>20", "<author><name>", "rel=\"self\"", "</feed>"})
        BOOST_TEST(feed.says(element), element);
    BOOST_TEST(feed.says(h.open.title));
    auto const csv = h.get("/public/open-data/decisions.csv");
    BOOST_TEST(csv.body.starts_with("\xef\xbb\xbf"));
    BOOST_TEST(csv.says(h.decided.title));
    BOOST_TEST(csv.header("Content-Disposition").starts_with("attachment"));
    auto const rows = h.get("/public/open-data/consultations.json").view();
    BOOST_TEST(rows.at("consultations").as_array().size() >= 2u);
    for (auto const* none : {"people.csv", "decisions.xml", "decisions", ".csv", "..%2Fx"})
        BOOST_TEST(h.get("/public/open-data/" + std::string(none)).status == 404, none);
}

BOOST_AUTO_TEST_CASE(a_receipt_that_is_none_leads_nowhere)
{
    auto& h = at(here().open);
    h.clock += std::chrono::days(400); // others have looked up much from this address
    for (auto const* typed : {"2222-2222-2222-2222", "x", "%27%20or%201=1", "0000-0000-0000-0000"})
        BOOST_TEST(h.get("/public/receipts?number=" + std::string(typed)).status == 404);
    BOOST_TEST(h.get("/public/receipts").status == 200);
}

BOOST_AUTO_TEST_SUITE_END()
