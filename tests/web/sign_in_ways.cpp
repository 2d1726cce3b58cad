#include "adapters/soci/audit_search.hpp"
#include "tests/authenticator.hpp"
#include "tests/web/house.hpp"
#include "web/percent.hpp"

#include <chrono>

// Signing in, whichever way, and what the audit log says about it, over real HTTP.

using adapters::soci::audit_entry;
using adapters::soci::list_audit;
using tests::house;
using tests::reply;

namespace {

std::string const html = "Accept: text/html\r\n";
std::string const json = "Accept: application/json\r\n";

/// A house behind a gateway at 127.0.0.1, which is where the tests come from.
struct behind_gateway {
    house site{[](web::entrance& entry) { entry.trusted = {"x-remote-user", {"127.0.0.1"}}; }};
};
struct gateway_elsewhere {
    house site{[](web::entrance& entry) { entry.trusted = {"x-remote-user", {"10.0.0.2"}}; }};
};
struct plain_house {
    house site;

    std::string cookie_of(reply const& got) const
    {
        auto const set = got.header("Set-Cookie");
        return set.substr(0, set.find(';'));
    }
    reply sign_in(std::string const& login, std::string const& password,
                  std::string const& headers = "")
    {
        return site.send("POST", "/sign-in", tests::form_type + html + headers,
                         web::to_query({{"login", login}, {"password", password}}));
    }
    std::string csrf_on(std::string const& page, std::string const& cookie) const
    {
        auto const got = site.send("GET", page, html + "Cookie: " + cookie + "\r\n");
        auto const at = got.body.find("name=\"csrf\" value=\"");
        BOOST_TEST_REQUIRE(at != std::string::npos, got.body.substr(0, 500));
        return got.body.substr(at + 19, got.body.find('"', at + 19) - at - 19);
    }
    reply post(std::string const& path, std::string const& cookie, web::pairs fields) const
    {
        fields.emplace_back("csrf", csrf_on("/account", cookie));
        return site.send("POST", path, tests::form_type + html + "Cookie: " + cookie + "\r\n",
                         web::to_query(fields));
    }
    /// Turns the second factor of "head" on.
    std::string enrol()
    {
        auto const who = site.people().find_person("head")->id;
        auto const secret = site.entry().factors.propose(who);
        auto const before = house::now() - std::chrono::hours(1);
        recovery =
            site.entry().factors.confirm(who, tests::code_of(secret, before), before).value();
        return secret;
    }
    std::vector<std::string> recovery;
};

/// Waits for what is noted without anybody waiting, then gives the newest entry of a reason.
std::optional<audit_entry> noted(house& site, std::string const& reason)
{
    for (int i = 0; i < 100; ++i) {
        for (auto const& one : list_audit(site.record(), {}, {}, 50).rows)
            if (one.reason == reason)
                return one;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return {};
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(sign_in_ways, plain_house)

BOOST_AUTO_TEST_CASE(a_session_that_was_planted_is_not_the_one_signed_in)
{
    // session fixation: somebody sets the victim's cookie before the victim signs in
    auto const attacker = sign_in("clerk", house::password);
    auto const planted = cookie_of(attacker);
    auto const victim = sign_in("head", house::password, "Cookie: " + planted + "\r\n");
    BOOST_TEST(victim.status == 303);
    auto const own = cookie_of(victim);
    BOOST_TEST(own != planted);
    BOOST_TEST(site.send("GET", "/", json + "Cookie: " + planted + "\r\n").status == 401);
    BOOST_TEST(site.send("GET", "/", json + "Cookie: " + own + "\r\n").status == 200);

    auto const made_up = sign_in("head", house::password, "Cookie: juece=made-up-token\r\n");
    BOOST_TEST(cookie_of(made_up) != "juece=made-up-token");
    BOOST_TEST(site.send("GET", "/", json + "Cookie: juece=made-up-token\r\n").status == 401);
}

BOOST_AUTO_TEST_CASE(signing_in_with_a_code_takes_two_steps)
{
    auto const secret = enrol();
    auto const first = sign_in("head", house::password);
    BOOST_TEST(first.status == 303);
    BOOST_TEST(first.header("Location") == "/sign-in/code?next=%2F");
    auto const step = cookie_of(first);
    BOOST_TEST(step.starts_with("juece-step="));
    BOOST_TEST(first.header("Set-Cookie").find("HttpOnly") != std::string::npos);
    // the step is no session
    auto const as_session = "juece=" + step.substr(step.find('=') + 1);
    BOOST_TEST(site.send("GET", "/", json + "Cookie: " + as_session + "\r\n").status == 401);

    auto const give = [&](std::string const& code) {
        return site.send("POST", "/sign-in/code",
                         tests::form_type + html + "Cookie: " + step + "\r\n",
                         web::to_query({{"code", code}, {"next", "/cases"}}));
    };
    auto const wrong = give("000000");
    BOOST_TEST(wrong.status == 401);
    BOOST_TEST(wrong.body.find("name=\"code\"") != std::string::npos);
    auto code = tests::code_of(secret, house::now());
    code.insert(3, " ");
    auto const right = give(code);
    BOOST_TEST(right.status == 303);
    BOOST_TEST(right.header("Location") == "/cases");
    BOOST_TEST(give(code).status == 401);
    BOOST_TEST(noted(site, "wrong_code").value().login == "head");
}

BOOST_AUTO_TEST_CASE(a_program_gives_its_code_in_json)
{
    enrol();
    auto const first = site.send("POST", "/sign-in", house::json_both,
                                 R"({"login":"head","password":"correct horse"})");
    BOOST_TEST(first.view().at("second_factor").as_string() == "needed");
    BOOST_TEST(!first.view().contains("token"));
    auto const step = std::string(first.view().at("step").as_string());
    auto const second = site.send("POST", "/sign-in/code", house::json_both,
                                  R"({"step":")" + step + R"(","code":")" + recovery[0] + R"("})");
    BOOST_TEST(second.status == 200);
    BOOST_TEST(second.view().contains("token"));
}

BOOST_AUTO_TEST_CASE(too_many_failures_answer_with_the_time_to_wait)
{
    for (int i = 0; i < 5; ++i)
        BOOST_TEST(sign_in("clerk", "wrong password").status == 401);
    auto const locked = sign_in("clerk", house::password);
    BOOST_TEST(locked.status == 429);
    BOOST_TEST(locked.header("Retry-After") == "30");
    BOOST_TEST(locked.body.find("30秒") != std::string::npos);
    BOOST_TEST(noted(site, "locked").value().address == "127.0.0.1");
}

BOOST_AUTO_TEST_CASE(people_see_and_end_their_own_sessions)
{
    auto const desk = cookie_of(sign_in("clerk", house::password, "User-Agent: Firefox/115.0\r\n"));
    auto const phone = cookie_of(sign_in("clerk", house::password));
    auto const page = site.send("GET", "/account", json + "Cookie: " + desk + "\r\n");
    auto const view = page.view();
    auto const& all = view.at("sessions").as_array();
    BOOST_TEST_REQUIRE(all.size() == 2u, page.body.substr(0, 2000));
    std::string other;
    for (auto const& one : all)
        if (!one.at("current").as_bool())
            other = one.at("id").as_string();
        else
            BOOST_TEST(one.at("browser").as_string() == "Firefox 115");
    BOOST_TEST(site.send("GET", "/", json + "Cookie: " + phone + "\r\n").status == 200);
    BOOST_TEST(post("/account/sessions/end", desk, {{"session", other}}).status == 303);
    BOOST_TEST(site.send("GET", "/", json + "Cookie: " + phone + "\r\n").status == 401);
    BOOST_TEST(post("/account/sessions/end", desk, {{"session", other}}).status == 404);
    auto const third = cookie_of(sign_in("clerk", house::password));
    auto const ended = post("/account/sessions/end", desk, {});
    BOOST_TEST(ended.status == 303);
    auto const said = site.send("GET", ended.header("Location"), json + "Cookie: " + desk + "\r\n");
    BOOST_TEST(!said.view().at("notice").as_string().empty());
    BOOST_TEST(site.send("GET", "/", json + "Cookie: " + third + "\r\n").status == 401);
    BOOST_TEST(site.send("GET", "/", json + "Cookie: " + desk + "\r\n").status == 200);
}

BOOST_AUTO_TEST_CASE(a_new_password_takes_a_new_session)
{
    auto const before = cookie_of(sign_in("clerk", house::password));
    auto const change = [&](std::string const& old, std::string const& fresh) {
        return post("/account/password", before,
                    {{"old", old}, {"password", fresh}, {"again", fresh}});
    };
    BOOST_TEST(change("wrong password", "a newly chosen one").status == 422);
    BOOST_TEST(change(house::password, "clerk-2024!").status == 422);
    auto const done = change(house::password, "a newly chosen one");
    BOOST_TEST(done.status == 303);
    auto const after = cookie_of(done);
    BOOST_TEST(site.send("GET", "/", json + "Cookie: " + before + "\r\n").status == 401);
    BOOST_TEST(site.send("GET", "/", json + "Cookie: " + after + "\r\n").status == 200);
    BOOST_TEST(sign_in("clerk", house::password).status == 401);
}

BOOST_AUTO_TEST_CASE(the_second_factor_is_turned_on_and_off_on_the_pages)
{
    auto const me = cookie_of(sign_in("clerk", house::password));
    BOOST_TEST(post("/account/second-factor", me, {}).header("Location") ==
               "/account/second-factor");
    auto const page = site.send("GET", "/account/second-factor", html + "Cookie: " + me + "\r\n");
    BOOST_TEST(page.body.find("<svg class=\"qr\"") != std::string::npos);
    BOOST_TEST(page.body.find("otpauth://totp/Juece:clerk?secret=") != std::string::npos);
    BOOST_TEST(post("/account/second-factor/confirm", me, {{"code", "000000"}}).status == 422);
    auto const who = site.people().find_person("clerk")->id;
    auto const secret = site.entry().factors.proposed(who).value();
    auto const codes = post("/account/second-factor/confirm", me,
                            {{"code", tests::code_of(secret, house::now())}});
    BOOST_TEST(codes.status == 200);
    BOOST_TEST(site.entry().factors.state_of(who).on);
    BOOST_TEST(post("/account/second-factor/off", me, {{"password", "wrong password"}}).status ==
               422);
    BOOST_TEST(site.entry().factors.state_of(who).on);
    BOOST_TEST(post("/account/second-factor/off", me, {{"password", house::password}}).status ==
               303);
    BOOST_TEST(!site.entry().factors.state_of(who).on);
}

BOOST_AUTO_TEST_CASE(a_link_is_looked_at_often_and_used_once)
{
    auto const link = site.entry().front.make_link(site.people().find_person("clerk")->id,
                                                   house::now(), std::chrono::hours(1));
    auto const address = "/sign-in/link?token=" + link;
    BOOST_TEST(site.send("GET", address, html).status == 200);
    BOOST_TEST(site.send("GET", address, html).status == 200);
    auto const use = [&](std::string const& password, std::string const& again) {
        return site.send(
            "POST", "/sign-in/link", tests::form_type + html,
            web::to_query({{"token", link}, {"password", password}, {"again", again}}));
    };
    BOOST_TEST(use("a newly chosen one", "another").status == 422);
    BOOST_TEST(use("short", "short").status == 422);
    auto const done = use("a newly chosen one", "a newly chosen one");
    BOOST_TEST(done.status == 303);
    auto const again = use("a newly chosen one", "a newly chosen one");
    BOOST_TEST(again.status == 401);
    BOOST_TEST(again.body.find("安全管理员") != std::string::npos); // who hands links out
    BOOST_TEST(site.send("GET", address, html).status == 404);
    BOOST_TEST(sign_in("clerk", "a newly chosen one").status == 303);
}

BOOST_AUTO_TEST_CASE(attempts_from_outside_are_refused_and_noted)
{
    auto const me = cookie_of(sign_in("clerk", house::password));
    auto const as_me = "Cookie: " + me + "\r\n";
    BOOST_TEST(site.send("POST", "/sign-out",
                         tests::form_type + as_me + "Origin: https://evil.test\r\n", "csrf=x")
                   .status == 403);
    BOOST_TEST(noted(site, "foreign_origin").value().login == "clerk");
    BOOST_TEST(site.send("POST", "/sign-out", tests::form_type + as_me, "csrf=wrong").status ==
               403);
    BOOST_TEST(noted(site, "form_expired").value().about == "/sign-out");
    BOOST_TEST(site.send("GET", "/documents/..%2F..%2Fetc%2Fpasswd", as_me).status == 404);
    BOOST_TEST(noted(site, "climbing_path").has_value());
    BOOST_TEST(site.send("POST", "/cases", house::json_both, "{}").status == 401);
    BOOST_TEST(noted(site, "not_signed_in").value().about == "/cases");
    BOOST_TEST(site.send("GET", "/audit", as_me).status == 403);
    BOOST_TEST(noted(site, "role").value().role == "sponsor_clerk");
    BOOST_TEST(site.send("GET", "/", json + as_me).status == 200);
}

BOOST_AUTO_TEST_CASE(what_is_not_read_is_answered_in_words_and_noted)
{
    auto const too_long = [&](std::string const& headers) {
        return site.raw(
            "POST /sign-in HTTP/1.1\r\nHost: juece.test\r\nContent-Length: 99000000\r\n" + headers +
            tests::form_type + "\r\nlogin=clerk");
    };
    auto const large = too_long(html);
    BOOST_TEST(large.status == 413);
    BOOST_TEST(large.header("Content-Type") == "text/html; charset=utf-8");
    for (auto const* words : {"内容过大", "Please go back to the page before"})
        BOOST_TEST(large.body.find(words) != std::string::npos, words);
    BOOST_TEST(noted(site, "too_large").value().about == "/sign-in");
    BOOST_TEST(too_long(json).header("Content-Type") == "application/problem+json");

    auto const header = site.raw("GET / HTTP/1.1\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n");
    BOOST_TEST(header.status == 431);
    BOOST_TEST(header.body.find("<html") != std::string::npos);
    BOOST_TEST(noted(site, "headers_too_long").value().address == "127.0.0.1");

    auto const me = "Cookie: " + cookie_of(sign_in("clerk", house::password)) + "\r\n";
    BOOST_TEST(site.send("POST", "/cases", house::json_both + me + "Content-Encoding: gzip\r\n",
                         "\x1f\x8b\x08")
                   .status == 400);
    BOOST_TEST(noted(site, "unreadable").value().login == "clerk");
}

BOOST_AUTO_TEST_CASE(files_that_are_not_taken_and_ways_elsewhere_are_noted)
{
    auto const cookie = cookie_of(sign_in("clerk", house::password));
    auto const got = site.send(
        "POST", "/documents",
        json + "Cookie: " + cookie + "\r\nContent-Type: multipart/form-data; boundary=B\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" +
            csrf_on("/account", cookie) +
            "\r\n--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.exe\"\r\n\r\n"
            "MZ\x90\r\n--B--\r\n");
    BOOST_TEST(got.status == 422, got.body);
    BOOST_TEST(noted(site, "file_not_taken").value().login == "clerk");
    BOOST_TEST(site.send("GET", "/looks?size=20&back=//evil.test", html).status == 303);
    BOOST_TEST(noted(site, "foreign_redirect").value().about == "/looks");
}

BOOST_AUTO_TEST_CASE(a_sign_in_never_leads_elsewhere)
{
    for (auto const* next : {"//evil.test", "https://evil.test", "/\\evil.test", "evil",
                             "/\t/evil.test", "\t//evil.test", "/\n/evil.test", "/\r/evil.test",
                             "/ /evil.test", "/\x01/evil.test", "/\x7f/evil.test"}) {
        auto const got = site.send(
            "POST", "/sign-in", tests::form_type + html,
            web::to_query({{"login", "clerk"}, {"password", house::password}, {"next", next}}));
        BOOST_TEST(got.header("Location") == "/", next);
    }
}

BOOST_AUTO_TEST_CASE(a_name_that_nobody_has_is_answered_like_one_that_somebody_has)
{
    reply known, unknown;
    for (int i = 0; i <= adapters::soci::accounts::free_failures; ++i) {
        known = sign_in("clerk", "wrong password");
        unknown = sign_in("clerc", "wrong password");
        BOOST_TEST(known.status == unknown.status);
        BOOST_TEST(known.header("Retry-After") == unknown.header("Retry-After"));
    }
    BOOST_TEST(known.status == 429);
}

BOOST_AUTO_TEST_CASE(the_audit_administrator_filters_pages_and_exports)
{
    sign_in("clerk", "wrong password");
    sign_in("nobody", "whatever it is");
    auto const token = site.sign_in("as_audit_administrator").at("token").as_string();
    auto const me = "Authorization: Bearer " + std::string(token) + "\r\n";
    auto const all = site.send("GET", "/audit", me + json);
    BOOST_TEST(all.status == 200);
    BOOST_TEST(all.view().at("entries").as_array().size() == 3u);
    auto const refused = site.send("GET", "/audit?outcome=refused&who=clerk", me + json);
    BOOST_TEST(refused.view().at("entries").as_array().size() == 1u);
    BOOST_TEST(site.send("GET", "/audit?from=2024-04-03", me + json)
                   .view()
                   .at("entries")
                   .as_array()
                   .empty());
    BOOST_TEST(site.send("GET", "/audit?from=tomorrow", me + json).status == 400);
    auto const sheet = site.send("GET", "/audit.csv?outcome=refused", me);
    BOOST_TEST(sheet.header("Content-Type") == "text/csv; charset=utf-8");
    BOOST_TEST(sheet.body.starts_with("\xEF\xBB\xBF序号,时间,"));
    BOOST_TEST(std::count(sheet.body.begin(), sheet.body.end(), '\n') == 3);
    for (auto const* language : {"zh", "en"}) {
        auto const page =
            site.send("GET", "/audit", me + html + "Cookie: language=" + language + "\r\n");
        BOOST_TEST(page.status == 200);
        BOOST_TEST(page.body.find("</html>") != std::string::npos);
        BOOST_TEST(site.send("GET", "/account", me + html + "Cookie: language=" + language + "\r\n")
                       .status == 200);
    }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(sign_in_by_gateway)

BOOST_FIXTURE_TEST_CASE(a_listed_gateway_signs_people_in, behind_gateway)
{
    auto const got = site.send("GET", "/sign-in?next=%2Fcases", html + "X-Remote-User: clerk\r\n");
    BOOST_TEST(got.status == 303);
    BOOST_TEST(got.header("Location") == "/cases");
    auto const set = got.header("Set-Cookie");
    auto const cookie = "Cookie: " + set.substr(0, set.find(';')) + "\r\n";
    BOOST_TEST(site.send("GET", "/", json + cookie + "X-Remote-User: clerk\r\n").status == 200);
    // the gateway speaks for somebody else, or for nobody any more
    BOOST_TEST(site.send("GET", "/", json + cookie + "X-Remote-User: head\r\n").status == 401);
    BOOST_TEST(site.send("GET", "/", json + cookie).status == 401);
    BOOST_TEST(site.send("GET", "/sign-in", html + "X-Remote-User: nobody\r\n").status == 403);
    BOOST_TEST(noted(site, "unknown_login").value().what == "gateway");
    BOOST_TEST(
        site.send("GET", "/sign-in", html + "X-Remote-User: clerk\r\nX-Remote-User: head\r\n")
            .status == 403);
}

BOOST_FIXTURE_TEST_CASE(behind_a_gateway_that_speaks_https_files_arrive, behind_gateway)
{
    // The session is then in a cookie of another name, and who sends a file is asked before its
    // body is read.
    auto const forwarded = html + "X-Forwarded-Proto: https\r\nX-Remote-User: clerk\r\n";
    auto const set = site.send("GET", "/sign-in", forwarded).header("Set-Cookie");
    BOOST_TEST(set.starts_with("__Host-juece="));
    auto const signed_in = forwarded + "Cookie: " + set.substr(0, set.find(';')) + "\r\n";
    auto const page = site.send("GET", "/account", signed_in).body;
    auto const at = page.find("name=\"csrf\" value=\"");
    BOOST_TEST_REQUIRE(at != std::string::npos, page.substr(0, 500));
    auto const csrf = page.substr(at + 19, page.find('"', at + 19) - at - 19);
    std::string const part = "--B\r\nContent-Disposition: form-data; name=";
    auto const sent = site.send(
        "POST", "/documents", signed_in + "Content-Type: multipart/form-data; boundary=B\r\n",
        part + "\"csrf\"\r\n\r\n" + csrf + "\r\n" + part +
            "\"f\"; filename=\"a.txt\"\r\n\r\nwords of a draft\n\r\n" + "--B--\r\n");
    BOOST_TEST(sent.status == 201, sent.body.substr(0, 500));
    BOOST_TEST(sent.body.find("a.txt") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(from_anywhere_else_the_header_is_refused_and_noted, gateway_elsewhere)
{
    BOOST_TEST(site.send("GET", "/sign-in", html + "X-Remote-User: head\r\n").status == 403);
    BOOST_TEST(site.send("GET", "/", json + "X-Remote-User: head\r\n").status == 403);
    BOOST_TEST(noted(site, "forged_header").value().address == "127.0.0.1");
    BOOST_TEST(site.send("GET", "/sign-in", html).status == 200);
}

BOOST_FIXTURE_TEST_CASE(switched_off_the_header_means_nothing, plain_house)
{
    BOOST_TEST(site.send("GET", "/", json + "X-Remote-User: head\r\n").status == 401);
    BOOST_TEST(site.send("GET", "/sign-in", html + "X-Remote-User: head\r\n").status == 200);
}

BOOST_AUTO_TEST_SUITE_END()
