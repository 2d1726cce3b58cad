#include "adapters/soci/house_register.hpp"
#include "tests/web/house.hpp"

#include <soci/soci.h>

// What people are told, the calendar of their limits, and what could not be sent, over real HTTP.

using tests::house;
using tests::reply;

namespace {

namespace soci = adapters::soci;
namespace json = boost::json;

std::string const html = "Accept: text/html\r\n";

struct told_site {
    house site;
    soci::outbox out{site.record()};

    /// As somebody who may be the head of government, too, but is signed in as a clerk.
    std::string const executor = site.as("executor");
    std::string const head = site.as("head_of_government");
    /// The same person as the executor, in the other post.
    std::string executor_as_head;

    told_site()
    {
        auto const who = site.people().find_person("as_executor")->id;
        auto const as = also_head("as_executor");
        executor_as_head = signed_in(who, as);
        announce();
    }

    std::string signed_in(engine::person_id who, long long as)
    {
        return "Authorization: Bearer " + site.entry().kept.start(who, as, house::now()).token +
               "\r\n";
    }
    long long also_head(std::string const& login)
    {
        return soci::house_register(site.record())
            .add_appointment({.who = site.people().find_person(login)->id,
                              .role = "head_of_government",
                              .unit = "fgj",
                              .from = std::chrono::year(2020) / 1 / 1,
                              .until = {}},
                             house::now());
    }

    void announce(soci::ways_out open = {})
    {
        while (out.take_in(house::now(), open, 100) > 0) {
        }
    }
    long long open_case(std::string const& act_id, std::string const& title,
                        std::string const& role = "sponsor_clerk")
    {
        auto const got = post("/cases", site.as(role),
                              R"({"shape":"major_decision/small","act_id":")" + act_id +
                                  R"(","body":{"title":")" + title + R"("}})");
        BOOST_TEST_REQUIRE(got.status == 201, got.body);
        auto const place = got.header("Location");
        return std::stoll(place.substr(std::string("/cases/").size()));
    }
    reply post(std::string const& path, std::string const& who, std::string const& body) const
    {
        return site.send("POST", path, who + house::json_both, body);
    }
    json::object view(std::string const& path, std::string const& who) const
    {
        auto const got = site.send("GET", path, who + "Accept: application/json\r\n");
        BOOST_TEST_REQUIRE(got.status == 200, got.body);
        return got.view();
    }
    /// What stands beside the word for notices at the top of a page.
    std::string unread_on_top(std::string const& path, std::string const& who) const
    {
        auto const page = site.send("GET", path, who + html).body;
        BOOST_TEST_REQUIRE(page.find("</html>") != std::string::npos, page);
        auto const link = page.find("<a href=\"/notices\"");
        if (link == std::string::npos)
            return {};
        std::string const mark = "<span class=\"count\">";
        auto const at = page.find(mark, link);
        if (at == std::string::npos || at > page.find("</a>", link))
            return {};
        auto const begin = at + mark.size();
        return page.substr(begin, page.find('<', begin) - begin);
    }
    /// By no act: that would end the task of which people are told.
    void make_secret(long long id)
    {
        auto const sql = site.record().open_session(soci::access::writing);
        *sql << "update case_file set level = 2 where id = " << id;
    }
    void decide(long long id) const
    {
        auto const decided = post("/cases/" + std::to_string(id) + "/acts", head,
                                  R"({"kind":"intake.decided","act_id":"decide-)" +
                                      std::to_string(id) + R"(","seen":1,"body":{"reason":"可"}})");
        BOOST_TEST_REQUIRE(decided.status == 201, decided.body);
    }
    json::object first_notice(std::string const& who) const
    {
        return view("/notices", who).at("rows").as_array().at(0).as_object();
    }
};

std::string unfolded(std::string text)
{
    for (auto at = text.find("\r\n "); at != text.npos; at = text.find("\r\n "))
        text.erase(at, 3);
    return text;
}

std::string path_in(json::object const& view)
{
    std::string const address(view.at("calendar").at("address").as_string());
    return address.substr(address.find("/calendar.ics"));
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(notices, told_site)

BOOST_AUTO_TEST_CASE(a_task_that_came_is_shown_until_it_is_read)
{
    auto const id = open_case("open-case-1", "河道整治");
    announce();
    auto const shown = view("/notices", head);
    BOOST_TEST(shown.at("unread").as_int64() == 1);
    auto const row = first_notice(head);
    BOOST_TEST(row.at("case_title").as_string() == "河道整治");
    BOOST_TEST(row.at("unread").as_bool());
    BOOST_TEST(row.at("due").as_string() == "2024-05-02");
    BOOST_TEST(row.at("href").as_string() ==
               "/cases/" + std::to_string(id) + "#act-intake.decided");
    auto const page = site.send("GET", "/notices", head + html);
    BOOST_TEST(page.status == 200);
    BOOST_TEST(page.body.find("河道整治") != std::string::npos);
    BOOST_TEST(view("/notices", site.as("sponsor_clerk")).at("unread").as_int64() == 0);

    auto const newest = std::to_string(shown.at("newest").as_int64());
    BOOST_TEST(post("/notices/read", head, R"({"newest":")" + newest + R"("})").status == 200);
    BOOST_TEST(view("/notices", head).at("unread").as_int64() == 0);
}

BOOST_AUTO_TEST_CASE(a_notice_of_a_case_that_one_may_not_see_is_not_there)
{
    auto const id = open_case("open-case-1", "不可外传");
    announce();
    BOOST_TEST(first_notice(executor).at("case_title").as_string() == "不可外传");
    BOOST_TEST(unread_on_top("/notices", executor) == "1");
    make_secret(id);
    auto const shown = view("/notices", executor);
    BOOST_TEST(shown.at("rows").as_array().empty());
    BOOST_TEST(shown.at("unread").as_int64() == 0);
    BOOST_TEST(unread_on_top("/notices", executor) == "");
    // the same person in the other post has it still, unread whatever they did in this one
    auto const newest = std::to_string(first_notice(executor_as_head).at("id").as_int64());
    post("/notices/read", executor, R"({"newest":")" + newest + R"("})");
    BOOST_TEST(unread_on_top("/notices", executor_as_head) == "1");
    BOOST_TEST(first_notice(head).at("case_title").as_string() == "不可外传");
}

BOOST_AUTO_TEST_CASE(every_page_says_at_its_top_how_many_notices_are_unread)
{
    BOOST_TEST(unread_on_top("/", head) == "");
    open_case("open-case-1", "河道整治");
    open_case("open-case-2", "水库加固");
    announce();
    for (auto const* page : {"/", "/cases", "/rules", "/account"})
        BOOST_TEST(unread_on_top(page, head) == "2", page);
    // with words for those who hear the page
    auto const body = site.send("GET", "/", head + html).body;
    BOOST_TEST(body.find("<span class=\"hidden\"> 条未读</span>") != std::string::npos);
    BOOST_TEST(unread_on_top("/", site.as("sponsor_clerk")) == "");
    BOOST_TEST(unread_on_top("/public", head) == "");
    post("/notices/read", head, R"({"newest":"9999"})");
    BOOST_TEST(unread_on_top("/", head) == "");
}

BOOST_AUTO_TEST_CASE(whoever_has_done_what_they_were_told_of_sees_one_notice_less_at_once)
{
    auto const id = open_case("open-case-1", "河道整治");
    open_case("open-case-2", "水库加固");
    announce();
    BOOST_TEST(unread_on_top("/", head) == "2");
    decide(id); // nothing was taken in since
    BOOST_TEST(unread_on_top("/", head) == "1");
    BOOST_TEST(view("/notices", head).at("unread").as_int64() == 1);
    announce();
    BOOST_TEST(unread_on_top("/", head) == "1");
}

BOOST_AUTO_TEST_CASE(a_page_of_the_administration_counts_no_more_than_any_other)
{
    // who was told of a case yesterday and administers from today on sees none, on those pages
    // neither
    adapters::soci::house_register keeping(site.record());
    auto const who = keeping.add_person("newcomer", "新管理员", "correct horse", house::now());
    auto const today = engine::legal_day(house::now());
    auto const yesterday = today - std::chrono::days(1);
    keeping.add_appointment(
        {.who = who, .role = "executor", .unit = "fgj", .from = yesterday, .until = yesterday},
        house::now());
    open_case("open-case-1", "河道整治");
    while (out.take_in(house::now() - std::chrono::hours(24), {}, 100) > 0) {
    }
    auto const as = keeping.add_appointment(
        {.who = who, .role = "system_administrator", .unit = "fgj", .from = today, .until = {}},
        house::now());
    auto const administrator = signed_in(who, as);
    BOOST_TEST(unread_on_top("/", administrator) == "");
    BOOST_TEST(unread_on_top("/administration", administrator) == "");
}

BOOST_AUTO_TEST_CASE(more_notices_than_fit_are_said_to_be_more)
{
    for (int i = 0; i < 100; ++i)
        open_case("open-case-" + std::to_string(i), "事项");
    announce();
    BOOST_TEST(unread_on_top("/", head) == "99+");
    BOOST_TEST(view("/notices", head).at("unread").as_int64() == 100);
}

BOOST_AUTO_TEST_CASE(an_address_for_mail_has_to_be_one)
{
    BOOST_TEST(post("/notices/mail", head, R"({"address":"nobody","wanted":"1"})").status == 422);
    BOOST_TEST(post("/notices/mail", head, R"({"address":"","wanted":"1"})").status == 422);
    BOOST_TEST(
        post("/notices/mail", head, R"({"address":"head@example.gov.cn","wanted":"1"})").status ==
        200);
    for (auto const* no_address :
         {"{}", "[]", R"({"address":5})", R"({"address":"","wanted":true})"})
        BOOST_TEST(post("/notices/mail", head, no_address).status == 400, no_address);
    auto const mail = view("/notices", head).at("mail").as_object();
    BOOST_TEST(mail.at("address").as_string() == "head@example.gov.cn");
    BOOST_TEST(mail.at("wanted").as_bool());
}

BOOST_AUTO_TEST_CASE(whoever_has_the_key_reads_the_limits_of_its_person)
{
    auto const id = open_case("open-case-1", "河道整治");
    auto const path = path_in(post("/notices/calendar", head, "{}").view());
    auto const got = site.send("GET", path, "");
    BOOST_TEST(got.status == 200);
    BOOST_TEST(got.header("Content-Type") == "text/calendar; charset=utf-8");
    auto const text = unfolded(got.body);
    BOOST_TEST(text.find("DTSTART;VALUE=DATE:20240502\r\n") != std::string::npos);
    BOOST_TEST(text.find("河道整治") != std::string::npos);
    BOOST_TEST(text.find("URL:http://juece.test/cases/" + std::to_string(id) +
                         "#act-intake.decided\r\n") != std::string::npos);
    // the same entry the next time
    auto const uid = text.substr(text.find("UID:"), 40);
    BOOST_TEST(site.send("GET", path, "").body.find(uid) != std::string::npos);
    // through the seat that the person does not sit on at the moment, too
    auto const of_executor = path_in(post("/notices/calendar", executor, "{}").view());
    BOOST_TEST(site.send("GET", of_executor, "").body.find("BEGIN:VEVENT") != std::string::npos);
    auto const of_clerk = path_in(post("/notices/calendar", site.as("sponsor_clerk"), "{}").view());
    BOOST_TEST(site.send("GET", of_clerk, "").body.find("BEGIN:VEVENT") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(of_a_secret_case_the_calendar_says_that_something_falls_due_and_where)
{
    auto const id = open_case("open-case-1", "秘密", "office_secretary");
    announce();
    auto const number = std::string(first_notice(head).at("number").as_string());
    BOOST_TEST_REQUIRE(!number.empty());
    auto const path = path_in(post("/notices/calendar", head, "{}").view());
    auto const text = unfolded(site.send("GET", path, "").body);
    BOOST_TEST(text.find("DTSTART;VALUE=DATE:20240502\r\n") != std::string::npos);
    BOOST_TEST(text.find("SUMMARY:您有一项待办到期\r\n") != std::string::npos);
    BOOST_TEST(text.find("URL:http://juece.test/cases/" + std::to_string(id) + "\r\n") !=
               std::string::npos);
    for (auto const& word : {std::string("秘密"), number, std::string("intake")})
        BOOST_TEST(text.find(word) == std::string::npos, word);
    // who sees no secret case has nothing of it in theirs
    auto const of_clerk = path_in(post("/notices/calendar", site.as("sponsor_clerk"), "{}").view());
    BOOST_TEST(site.send("GET", of_clerk, "").body.find("BEGIN:VEVENT") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_key_that_was_replaced_or_turned_off_opens_nothing)
{
    auto const old_path = path_in(post("/notices/calendar", head, "{}").view());
    auto const path = path_in(post("/notices/calendar", head, "{}").view());
    BOOST_TEST(site.send("GET", old_path, "").status == 404);
    BOOST_TEST(site.send("GET", path, "").status == 200);
    // it is told once
    BOOST_TEST(view("/notices", head).at("calendar").at("address").as_string() == "");
    BOOST_TEST(post("/notices/calendar/drop", head, "{}").status == 200);
    BOOST_TEST(site.send("GET", path, "").status == 404);
    BOOST_TEST(site.send("GET", "/calendar.ics", "").status == 404);
    BOOST_TEST(site.send("GET", "/calendar.ics?key=made-up", "").status == 404);
}

BOOST_AUTO_TEST_CASE(what_was_given_up_is_settled_by_the_system_administrator)
{
    auto const administrator = site.as("system_administrator");
    std::string const path = "/administration/deliveries";
    open_case("open-case-1", "不可外传");
    announce({.webhook = true});
    auto const id = out.due_events(house::now(), 10).at(0).id;
    out.note_failure(id, "answered 500", {}, house::now());
    auto const page = site.send("GET", path, administrator + html);
    BOOST_TEST(page.status == 200);
    BOOST_TEST(page.body.find("answered 500") != std::string::npos);
    BOOST_TEST(page.body.find("value=\"again\"") != std::string::npos);
    BOOST_TEST(page.body.find("不可外传") == std::string::npos);
    BOOST_TEST(site.send("GET", path, site.as("auditor") + html).body.find("value=\"again\"") ==
               std::string::npos);
    BOOST_TEST(view(path, site.as("audit_administrator")).at("dead").as_int64() == 1);
    // whoever may see it is told on every page
    auto const told = [&](char const* role) {
        return site.send("GET", "/notices", site.as(role) + html)
                   .body.find("<a href=\"/administration/deliveries\">") != std::string::npos;
    };
    BOOST_TEST(told("system_administrator"));
    BOOST_TEST(told("audit_administrator"));
    BOOST_TEST(!told("reviewer"));

    auto const settle = [&](std::string const& what) {
        return post(path, administrator,
                    R"({"delivery":")" + std::to_string(id) + R"(","do":")" + what + R"("})")
            .status;
    };
    BOOST_TEST(settle("burn") == 400);
    BOOST_TEST(settle("again") == 200);
    BOOST_TEST(settle("again") == 404);
    BOOST_TEST(view(path, administrator).at("waiting").as_int64() == 1);
    out.note_failure(id, "answered 500", {}, house::now());
    BOOST_TEST(settle("drop") == 200);
    BOOST_TEST(view(path, administrator).at("dead").as_int64() == 0);
    BOOST_TEST(!told("system_administrator"));
    // who settled it stays on record after the letter is swept
    auto const log = site.send("GET", "/audit?kind=delivery",
                               site.as("audit_administrator") + "Accept: application/json\r\n");
    BOOST_TEST(log.body.find("\"dropped\"") != std::string::npos, log.body);
    BOOST_TEST(log.body.find("\"sent_again\"") != std::string::npos, log.body);
    BOOST_TEST(log.body.find("as_system_administrator") != std::string::npos, log.body);
}

BOOST_AUTO_TEST_SUITE_END()
