#include "adapters/soci/clerk.hpp"
#include "engine/desk.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/server.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <random>
#include <thread>

// The site over real HTTP, on a small procedure of two chapters' worth of acts.

namespace {

namespace soci = adapters::soci;
namespace json = boost::json;
using engine::say;

enum class stance { for_it, against };
JUECE_CHOICE(stance, for_it, against)

struct statement {
    std::string member;
    stance said = stance::for_it;
};
BOOST_DESCRIBE_STRUCT(statement, (), (member, said))

struct proposed {
    std::string title;
    std::optional<engine::money> cost;
    std::vector<statement> statements;
    std::optional<engine::document_ref> draft;
};
BOOST_DESCRIBE_STRUCT(proposed, (), (title, cost, statements, draft))

struct decided {
    engine::prose reason;
};
BOOST_DESCRIBE_STRUCT(decided, (), (reason))

/// Opened by intake.proposed; intake.decided is for the head of government and ends it.
class small_procedure : public engine::procedure {
public:
    explicit small_procedure(std::string place) : place_(std::move(place)) {}

    engine::judgement attempt(engine::act const& what, engine::circumstances const&) override
    {
        engine::judgement found;
        if (!fields_of(what.kind)) {
            found.known = false;
            return found;
        }
        if (what.kind == "intake.proposed")
            engine::read_body<proposed>(what.body, found.faults);
        else
            engine::read_body<decided>(what.body, found.faults);
        if (!found.faults.empty())
            return found;
        found.answer.refusals = grounds(what.kind, what.by);
        if (found.answer.admits())
            replay(what);
        return found;
    }

    void replay(engine::act const& what) override
    {
        if (what.kind == "intake.proposed") {
            title_ = what.body.at("title").as_string();
            unit_ = what.by.unit;
        }
        stage_ = what.kind == "intake.proposed" ? "open" : "over";
    }

    std::vector<engine::offer> offers(engine::actor const& who,
                                      engine::circumstances const&) const override
    {
        if (stage_ != "open")
            return {};
        return {{.chapter = "intake",
                 .stage = stage_,
                 .kind = "intake.decided",
                 .duty = true,
                 .rules = {"R713-30.1"},
                 .seats = {{"head_of_government", ""}},
                 .refusals = grounds("intake.decided", who),
                 .fields = fields_of("intake.decided")}};
    }
    std::vector<engine::task> tasks(engine::circumstances const&) const override
    {
        if (stage_ != "open")
            return {};
        return {{"intake", "intake.decided", "head_of_government", "", {}}};
    }
    std::vector<engine::chapter_stage> stages() const override { return {{"intake", stage_}}; }
    std::vector<engine::limit> limits(engine::circumstances const& now) const override
    {
        if (stage_ != "open")
            return {};
        return {engine::reckon(
            {.name = "comments", .rule = "R713-15.1", .begins = now.today, .days = 30}, now.days,
            now.today)};
    }
    std::vector<engine::milestone> outlook(engine::circumstances const&) const override
    {
        return {};
    }
    std::vector<engine::figure> figures(engine::working_days const&) const override
    {
        if (stage_ != "over")
            return {};
        return {{.indicator = "DEC.adopted", .year = 2024}};
    }
    engine::case_summary summary() const override
    {
        return {title_,           unit_, "", stage_ == "over" ? "execution" : "proposal",
                stage_ == "over", place_};
    }
    json::object facts() const override
    {
        return {
            {"sections", json::array{{{"title", "section.matter"},
                                      {"rows", json::array{{{"label", "field.title"},
                                                            {"value", {{"text", title_}}}}}}}}}};
    }
    std::vector<engine::table_row> table() const override
    {
        return {{"intake", "R713-10.1", "start", "intake.proposed", "open", "duty", {}},
                {"intake", "R713-30.1", "open", "intake.decided", "over", "duty", {}}};
    }
    int ways(engine::act const&) const override { return 1; }
    std::vector<engine::field> const* fields_of(std::string_view kind) const override
    {
        if (kind == "intake.proposed")
            return &engine::fields_of<proposed>();
        if (kind == "intake.decided")
            return &engine::fields_of<decided>();
        return nullptr;
    }

private:
    std::vector<engine::refusal> grounds(std::string_view kind, engine::actor const& who) const
    {
        if (kind == "intake.decided" && stage_ != "open")
            return {{"R713-25.1", say("事项没有待决定的草案。"), say("先提出事项。")}};
        if (kind == "intake.decided" && who.role != "head_of_government")
            return {{.rule = "R713-30.1",
                     .reason = say("应由行政首长作出。"),
                     .remedy = say("请行政首长办理。"),
                     .about_role = true}};
        return {};
    }

    std::string place_, title_, unit_, stage_ = "start";
};

struct reply {
    int status = 0;
    std::string head;
    std::string body;

    std::string header(std::string const& name) const
    {
        auto const at = head.find("\r\n" + name + ": ");
        if (at == std::string::npos)
            return {};
        auto const begin = at + name.size() + 4;
        return head.substr(begin, head.find("\r\n", begin) - begin);
    }
    json::object view() const { return json::parse(body).as_object(); }
};

/// A running site in a directory of its own.
class house {
public:
    house()
        : dir_(std::filesystem::temp_directory_path() /
               ("juece-web-" + std::to_string(std::random_device{}()))),
          record_(dir_), documents_(dir_), people_(record_), readers_(record_, 2),
          book_(std::vector<engine::parameter_key>{}), entries_(loop_.get_executor())
    {
        shapes_.emplace("small/1",
                        engine::procedure_shape{"small/1", "intake.proposed", "XS",
                                                [](std::string const& place) {
                                                    return std::make_unique<small_procedure>(place);
                                                }});
        BOOST_TEST_REQUIRE(book_.add({"cn", "全国", "", {}}).empty());
        people_.add_organ({"gy", "高要区人民政府", "county", "cn", ""});
        people_.add_unit({"fgj", "发展和改革局", "gy"});
        for (auto const& [login, role] :
             {std::pair{"clerk", "sponsor_clerk"}, {"head", "head_of_government"}}) {
            auto const id = people_.add_person(
                login, login == std::string("clerk") ? "李<四>" : "王五", "correct horse", now());
            soci::appointment as{
                .who = id, .role = role, .unit = "fgj", .from = std::chrono::year(2020) / 1 / 1};
            people_.add_appointment(as);
        }
        soci::clerk_terms terms;
        terms.group_answered = entries_.acts_answered();
        clerk_ = std::make_unique<soci::clerk>(record_, engine::law_in_force{shapes_, book_, days_},
                                               terms);
        entries_.use(*clerk_);
        office_ = std::make_unique<web::office>(web::office_parts{people_,
                                                                  readers_,
                                                                  documents_,
                                                                  {shapes_, book_, days_},
                                                                  requirements_,
                                                                  entries_,
                                                                  now,
                                                                  dir_,
                                                                  2});
        server_ = std::make_unique<web::server>(loop_, *office_, web::server_settings{});
        port_ = server_->listen("127.0.0.1:0");
        thread_ = std::thread([this] { loop_.run(); });
    }
    ~house()
    {
        boost::asio::post(loop_, [this] { server_->stop(); });
        thread_.join();
        clerk_->stop();
        std::filesystem::remove_all(dir_);
    }

    reply raw(std::string const& bytes) const
    {
        boost::asio::ip::tcp::iostream stream("127.0.0.1", std::to_string(port_));
        stream.expires_after(std::chrono::seconds(20));
        stream << bytes << std::flush;
        std::string all(std::istreambuf_iterator<char>(stream), {});
        reply got;
        auto const end = all.find("\r\n\r\n");
        BOOST_TEST_REQUIRE(end != std::string::npos, bytes.substr(0, 200));
        got.head = all.substr(0, end);
        got.body = all.substr(end + 4);
        got.status = std::stoi(got.head.substr(9, 3));
        return got;
    }

    reply send(std::string const& method, std::string const& target, std::string const& headers,
               std::string const& body = "") const
    {
        return raw(
            method + " " + target + " HTTP/1.1\r\nHost: juece.test\r\nConnection: close\r\n" +
            headers +
            (method == "GET" ? "" : "Content-Length: " + std::to_string(body.size()) + "\r\n") +
            "\r\n" + body);
    }

    json::object sign_in(std::string const& login) const
    {
        auto const got = send("POST", "/sign-in", json_both,
                              R"({"login":")" + login + R"(","password":"correct horse"})");
        BOOST_TEST_REQUIRE(got.status == 200);
        return got.view();
    }

    static engine::instant now() { return *engine::parse_instant("2024-04-02T02:00:00.000Z"); }
    static inline std::string const json_both =
        "Accept: application/json\r\nContent-Type: application/json\r\n";

private:
    std::filesystem::path dir_;
    soci::database record_;
    adapters::documents::document_store documents_;
    soci::accounts people_;
    soci::reader_pool readers_;
    engine::procedure_shapes shapes_;
    engine::rule_book book_;
    engine::working_days days_;
    adapters::law_text::requirements requirements_;
    boost::asio::io_context loop_;
    web::entry_desk entries_;
    std::unique_ptr<soci::clerk> clerk_;
    std::unique_ptr<web::office> office_;
    std::unique_ptr<web::server> server_;
    std::uint16_t port_ = 0;
    std::thread thread_;
};

/// One house for all tests; each test makes cases of its own.
struct open_house {
    house site;
    std::string clerk, head, clerk_csrf;
    open_house()
    {
        auto const first = site.sign_in("clerk");
        clerk = "Authorization: Bearer " + std::string(first.at("token").as_string()) + "\r\n";
        clerk_csrf = first.at("csrf").as_string();
        head = "Authorization: Bearer " +
               std::string(site.sign_in("head").at("token").as_string()) + "\r\n";
    }
    reply open_case(std::string const& act_id, std::string const& body) const
    {
        return site.send("POST", "/cases", clerk + house::json_both,
                         R"({"shape":"small/1","act_id":")" + act_id + R"(","body":)" + body + "}");
    }
};

open_house const& here()
{
    static open_house const one;
    return one;
}

std::string const form_type = "Content-Type: application/x-www-form-urlencoded\r\n";

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
        h.site.send("GET", "/report/2024", h.clerk + "Accept: application/json\r\n");
    BOOST_TEST(report.view().at("paragraph").as_string().find("作出重大行政决策") !=
               json::string::npos);
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
          std::string("/report/2024"), std::string("/rules"), std::string("/appointments")})
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
    auto const fields =
        std::string("shape=small%2F1&kind=intake.proposed&act_id=form-00001&f.title=a");
    BOOST_TEST(h.site.send("POST", "/cases", h.clerk + form_type, fields).status == 403);
    auto const done = h.site.send("POST", "/cases", h.clerk + form_type,
                                  fields + "&csrf=" + web::percent_encoded(h.clerk_csrf));
    BOOST_TEST(done.status == 303);
    BOOST_TEST(done.header("Location").starts_with("/cases/"));
    BOOST_TEST(h.site
                   .send("POST", "/cases", h.clerk + form_type + "Origin: https://evil.test\r\n",
                         fields + "&csrf=" + web::percent_encoded(h.clerk_csrf))
                   .status == 403);
}

BOOST_AUTO_TEST_CASE(a_form_that_is_wrong_comes_back_as_it_was_typed)
{
    auto const& h = here();
    auto const got = h.site.send(
        "POST", "/cases", h.clerk + form_type,
        "shape=small%2F1&kind=intake.proposed&act_id=form-00002&f.cost=%E5%BE%88%E5%A4%9A"
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
    auto const late = h.site.send("POST", "/cases", form_type,
                                  "csrf=old&shape=small%2F1&kind=intake.proposed&act_id=form-00003"
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
    auto const body = part("name=\"csrf\"", h.clerk_csrf) + part("name=\"shape\"", "small/1") +
                      part("name=\"act_id\"", "form-00004") +
                      part("name=\"kind\"", "intake.proposed") +
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
        {400, "GET", "/report/20x4", h.clerk, ""},
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
    auto const looks = h.site.send("GET", "/looks?size=24&back=%2F%2Fevil.test", "");
    BOOST_TEST(looks.status == 303);
    BOOST_TEST(looks.header("Location") == "/");
}

BOOST_AUTO_TEST_CASE(a_head_has_the_length_and_no_body)
{
    auto const& h = here();
    auto const got = h.site.send("HEAD", "/static/juece.css", "");
    BOOST_TEST(got.status == 200);
    BOOST_TEST(got.body.empty());
    BOOST_TEST(std::stoi(got.header("Content-Length")) > 1'000);
}

BOOST_AUTO_TEST_SUITE_END()
