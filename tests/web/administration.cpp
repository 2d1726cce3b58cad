#include "adapters/soci/house_register.hpp"
#include "adapters/soci/numbering.hpp"
#include "tests/web/house.hpp"
#include "tests/web/page_text.hpp"
#include "web/commands/settings.hpp"
#include "web/percent.hpp"

#include <fstream>

// The house's own administration as its pages and JSON have it: the way in of somebody new, and the
// record of what administrators did.

using namespace tests;

namespace {

std::string const as_json = "Accept: application/json\r\n";

struct administered_house {
    house site;
    int number = 0;

    reply enter(std::string const& role, std::string const& kind, std::string const& body,
                std::string const& id = {})
    {
        auto const act_id = id.empty() ? "administer-" + std::to_string(++number) : id;
        return site.send("POST", "/administration/acts", site.as(role) + house::json_both,
                         R"({"kind":")" + kind + R"(","act_id":")" + act_id + R"(","body":)" +
                             body + "}");
    }
    void entered(std::string const& role, std::string const& kind, std::string const& body)
    {
        auto const got = enter(role, kind, body);
        BOOST_TEST_REQUIRE(got.status == 201, got.body);
    }
    void add_newcomer()
    {
        entered("system_administrator", "people.added",
                R"({"login":"newcomer","person_name":"新来的人"})");
        entered("security_administrator", "appointments.made",
                R"({"login":"newcomer","appointed_role":"reviewer","unit":"fgj",)"
                R"("from":"2024-01-01"})");
    }
    json::object view(std::string const& path)
    {
        auto const got = site.send("GET", path, site.as("audit_administrator") + as_json);
        BOOST_TEST_REQUIRE(got.status == 200, got.body);
        return got.view();
    }
    std::string html(std::string const& path, std::string const& language)
    {
        auto const got =
            site.send("GET", path,
                      site.as("security_administrator") +
                          "Accept: text/html\r\nCookie: language=" + language + "\r\n");
        BOOST_TEST_REQUIRE(got.status == 200, got.body);
        return got.body;
    }
};

std::string const for_newcomer = R"({"login":"newcomer"})";
char const* const security = "security_administrator";
char const* const hand_out = "people.link_handed_out";

std::string first_rule(reply const& got)
{
    return std::string(got.view().at("refusals").at(0).at("rule").at("id").as_string());
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(administration, administered_house)

BOOST_AUTO_TEST_CASE(somebody_new_comes_in_by_a_link_that_is_shown_once)
{
    add_newcomer();
    BOOST_TEST(enter("system_administrator", hand_out, for_newcomer).status == 403);
    auto const handed = enter(security, hand_out, for_newcomer, "hand-out-1");
    BOOST_TEST_REQUIRE(handed.status == 201, handed.body);
    std::string const link(handed.view().at("link").at("address").as_string());
    auto const at = link.find("/sign-in/link?token=");
    BOOST_TEST_REQUIRE(at != link.npos, link);
    BOOST_TEST(handed.header("Cache-Control") == "no-store");
    auto const again = enter(security, hand_out, for_newcomer, "hand-out-1");
    BOOST_TEST(again.status == 200);
    BOOST_TEST(!again.view().contains("link"));
    // no act and no page keeps it
    BOOST_TEST(json::serialize(view("/administration/acts")).find(link.substr(at)) ==
               std::string::npos);

    BOOST_TEST(site.send("GET", link.substr(at), as_json).status == 200);
    auto const came_in =
        site.send("POST", "/sign-in/link", house::json_both,
                  R"({"token":")" + link.substr(at + std::string("/sign-in/link?token=").size()) +
                      R"(","password":"of my own choice","again":"of my own choice"})");
    BOOST_TEST(came_in.status == 200, came_in.body);
    BOOST_TEST(came_in.view().at("person").at("name").as_string() == "新来的人");
}

BOOST_AUTO_TEST_CASE(an_account_with_a_password_gets_a_link_only_after_a_reset)
{
    add_newcomer();
    site.people().set_password(site.people().find_person("newcomer")->id, "of my own choice");
    auto const refused = enter(security, hand_out, for_newcomer);
    BOOST_TEST(refused.status == 422, refused.body);
    BOOST_TEST(first_rule(refused) == "JC-22");
    entered("system_administrator", "people.password_reset_ordered",
            R"({"login":"newcomer","reason":"忘记密码"})");
    BOOST_TEST(enter(security, hand_out, for_newcomer).status == 201);
}

BOOST_AUTO_TEST_CASE(a_second_head_of_government_is_asked_back_before_the_appointment_is_made)
{
    auto const page = html("/administration?act=appointments.made", "zh");
    auto const form = page.find("id=\"act-appointments.made\"");
    auto const version = view("/administration").at("version").as_int64();
    web::pairs const fields = {{"csrf", hidden(page, "csrf", form)},
                               {"kind", "appointments.made"},
                               {"act_id", hidden(page, "act_id", form)},
                               {"seen", hidden(page, "seen", form)},
                               {"f.login", "clerk"},
                               {"f.appointed_role", "head_of_government"},
                               {"f.unit", "fgj"},
                               {"f.from", "2024-04-02"}};
    auto const headers = site.as(security) + "Accept: text/html\r\nContent-Type: "
                                             "application/x-www-form-urlencoded\r\n";
    auto const asked =
        site.send("POST", "/administration/acts", headers, web::to_query(fields)).body;
    BOOST_TEST(has(asked, "在任，一个机关同时只有一名行政首长"), asked);
    BOOST_TEST(view("/administration").at("version").as_int64() == version);
}

BOOST_AUTO_TEST_CASE(whoever_was_registered_is_linked_and_it_is_said_who_appoints_them)
{
    entered("system_administrator", "people.added",
            R"({"login":"newcomer","person_name":"新来的人"})");
    auto const seq = view("/administration").at("version").as_int64();
    auto const after = html("/administration?done=" + std::to_string(seq), "zh");
    BOOST_TEST(has(after, "新来的人（newcomer）还没有岗位，请安全管理员任命"));
    BOOST_TEST(has(after, "href=\"/administration?words=newcomer\""));
}

BOOST_AUTO_TEST_CASE(who_has_no_appointment_is_a_task_of_whoever_appoints)
{
    auto const standing = [&](char const* role) {
        auto const got = site.send("GET", "/", site.as(role) + as_json);
        BOOST_TEST_REQUIRE(got.status == 200, got.body);
        auto const view = got.view();
        std::string all;
        for (auto const& one : view.at("standing").as_array())
            all += std::string(one.at("words").as_string()) + " " +
                   std::string(one.at("href").as_string()) + "\n";
        return all;
    };
    BOOST_TEST(standing(security) == "");
    entered("system_administrator", "people.added",
            R"({"login":"newcomer","person_name":"新来的人"})");
    BOOST_TEST(standing(security) == "新来的人（newcomer）已登记，尚未任职 "
                                     "/administration?act=appointments.made&f.login=newcomer"
                                     "#act-appointments.made\n");
    BOOST_TEST(standing("system_administrator") == "");
    auto const page = html("/", "zh");
    BOOST_TEST(page.find("<span class=\"count\">1</span>") != std::string::npos, page);
    entered(security, "appointments.made",
            R"({"login":"newcomer","appointed_role":"reviewer","unit":"fgj",)"
            R"("from":"2024-01-01","until":"2024-03-31"})");
    // the appointment has ended, and the account still opens the door
    BOOST_TEST(standing(security) ==
               "新来的人（newcomer）的任职已于2024年3月31日全部结束，账号仍可登录 "
               "/administration?act=people.sign_in_barred&f.login=newcomer"
               "#act-people.sign_in_barred\n");
    entered(security, "people.sign_in_barred", R"({"login":"newcomer","reason":"离职"})");
    BOOST_TEST(standing(security) == "");
}

BOOST_AUTO_TEST_CASE(the_tasks_of_a_substituted_seat_stand_with_the_own_ones)
{
    auto const clerk = site.as("sponsor_clerk") + house::json_both;
    BOOST_TEST_REQUIRE(site.send("POST", "/cases", clerk,
                                 R"({"shape":"major_decision/small","act_id":"for-the-head",)"
                                 R"("body":{"title":"待定事项","cost":1}})")
                           .status == 201);
    std::string const letter(64, 'a');
    site.people().note_document(letter, 1, "text/plain", "委托书.txt",
                                site.people().find_person("head")->id, house::now());
    auto const substitution = [&](std::string const& from, std::string const& until) {
        return R"({"appointment":2,"substitute":"as_deputy_in_charge","from":")" + from +
               R"(","until":")" + until + R"(","letter_of_authority":{"hash":")" + letter +
               R"(","name":"委托书.txt"}})";
    };
    auto const deputy = site.as("deputy_in_charge");
    auto const seats = [&] {
        auto const got = site.send("GET", "/", deputy + as_json);
        BOOST_TEST_REQUIRE(got.status == 200, got.body);
        return got.view().at("other_seats").as_array();
    };
    BOOST_TEST(seats().empty());
    entered(security, "substitutions.set", substitution("2024-04-02", "2024-04-05"));
    auto const found = seats();
    BOOST_TEST_REQUIRE(found.size() == 1u);
    auto const& seat = found.front().as_object();
    BOOST_TEST(seat.at("is_substitution").as_bool());
    BOOST_TEST(seat.at("seat_words").as_string() ==
               "您代理王五（发展和改革局行政首长），至2024年4月5日");
    BOOST_TEST(seat.at("waiting").as_int64() == 1);
    auto const& task = seat.at("tasks").at(0).as_object();
    BOOST_TEST(task.at("case_title").as_string() == "待定事项");
    BOOST_TEST(seat.at("others_words").as_string() == ""); // there are no others
    auto const page = site.send("GET", "/", deputy + "Accept: text/html\r\n").body;
    BOOST_TEST(page.find("<span class=\"count\">1</span>") != std::string::npos, page);
    BOOST_TEST(page.find("<span class=\"tag\">代理</span>") != std::string::npos, page);
    // whoever appoints is told before the end
    BOOST_TEST(
        json::serialize(site.send("GET", "/", site.as(security) + as_json).view().at("standing"))
            .find("代理王五的职务将到期") != std::string::npos);

    // the task leads into the seat in which it is done
    auto const taken =
        site.send("POST", "/appointments", deputy + house::json_both,
                  json::serialize(json::object{{"appointment", seat.at("appointment")}}));
    BOOST_TEST(taken.status == 200, taken.body);
    auto const there = seats();
    BOOST_TEST_REQUIRE(there.size() == 2u);
    BOOST_TEST(there.at(0).at("seat_words").as_string() ==
               "您正在代理王五（发展和改革局行政首长），至2024年4月5日");
    BOOST_TEST(there.at(1).at("seat_words").as_string() == "您还担任发展和改革局分管负责人");
}

BOOST_AUTO_TEST_CASE(
    of_many_tasks_of_another_seat_the_list_says_that_there_are_more_and_leads_to_them)
{
    for (int which = 1; which <= 11; ++which)
        BOOST_TEST_REQUIRE(site.send("POST", "/cases", site.as("sponsor_clerk") + house::json_both,
                                     R"({"shape":"major_decision/small","act_id":"for-the-head-)" +
                                         std::to_string(which) +
                                         R"(","body":{"title":"待定事项","cost":1}})")
                               .status == 201);
    entered(security, "appointments.made",
            R"({"login":"clerk","appointed_role":"head_of_government","unit":"fgj",)"
            R"("from":"2024-01-01"})");
    auto const in = site.sign_in("clerk");
    auto const cookie = "Cookie: juece=" + std::string(in.at("token").as_string()) + "\r\n";
    auto const words = "以上为前10项，改用这项任职办理全部11项";
    auto const view = site.send("GET", "/", cookie + as_json).view();
    auto const& seat = view.at("other_seats").at(0).as_object();
    BOOST_TEST(seat.at("tasks").as_array().size() == 10u);
    BOOST_TEST(seat.at("others_words").as_string() == words);
    auto const page = site.send("GET", "/", cookie + "Accept: text/html\r\n").body;
    BOOST_TEST(page.find("<button class=\"quiet\">" + std::string(words)) != std::string::npos,
               page);
    // the tab counts what the list shows, so the page says how many wait in another seat
    auto const tab = page.substr(0, page.find("</a>", page.find("class=\"tabs\"")));
    auto const own = std::to_string(view.at("found").as_int64());
    BOOST_TEST(tab.ends_with("<span class=\"count\">" + own + "</span>"), tab);
    auto const elsewhere =
        "以您的其他任职另有11项待办，不计在内。 <a href=\"/appointments\">更换任职</a>";
    BOOST_TEST(page.find(elsewhere) != std::string::npos, page);
    auto const home = "/cases/" + std::to_string(seat.at("tasks").at(0).at("case").as_int64());
    auto const after = site.send("GET", home + "?done=1", cookie + "Accept: text/html\r\n").body;
    BOOST_TEST(after.find(elsewhere) != std::string::npos, after);
}

BOOST_AUTO_TEST_CASE(a_task_that_two_own_seats_may_do_stands_and_is_counted_once)
{
    entered("system_administrator", "house.unit_added",
            R"({"code":"czj","unit_name":"财政局","organ":"gy"})");
    entered(security, "appointments.made",
            R"({"login":"head","appointed_role":"head_of_government","unit":"czj",)"
            R"("from":"2024-01-01"})");
    BOOST_TEST_REQUIRE(site.send("POST", "/cases", site.as("sponsor_clerk") + house::json_both,
                                 R"({"shape":"major_decision/small","act_id":"for-either-seat",)"
                                 R"("body":{"title":"待定事项","cost":1}})")
                           .status == 201);
    auto const cookie =
        "Cookie: juece=" + std::string(site.sign_in("head").at("token").as_string()) + "\r\n";
    auto const view = site.send("GET", "/", cookie + as_json).view();
    auto const own = view.at("found").as_int64();
    BOOST_TEST(own > 0);
    BOOST_TEST_REQUIRE(view.at("other_seats").as_array().size() == 1u);
    auto const& seat = view.at("other_seats").at(0);
    BOOST_TEST(seat.at("can_be_taken").as_bool());
    BOOST_TEST(seat.at("waiting").as_int64() == 0);
    auto const page = site.send("GET", "/", cookie + "Accept: text/html\r\n").body;
    auto const tab = page.substr(0, page.find("</a>", page.find("class=\"tabs\"")));
    BOOST_TEST(tab.ends_with("<span class=\"count\">" + std::to_string(own) + "</span>"), tab);
}

BOOST_AUTO_TEST_CASE(whoever_ends_an_appointment_is_told_what_waits_there_before_and_after)
{
    BOOST_TEST_REQUIRE(site.send("POST", "/cases", site.as("sponsor_clerk") + house::json_both,
                                 R"({"shape":"major_decision/small","act_id":"for-the-head",)"
                                 R"("body":{"title":"待定事项","cost":1}})")
                           .status == 201);
    auto const held_by = [&](std::string const& login) {
        auto const shown =
            site.send("GET", "/administration?words=" + login, site.as(security) + as_json).view();
        for (auto const& one : shown.at("people").as_array())
            if (one.at("login").as_string() == login)
                return one.at("appointments").at(0).as_object();
        return json::object();
    };
    auto const seat = held_by("head");
    BOOST_TEST(seat.at("waiting_words").as_string() == "1项待办");
    std::string const form(seat.at("end_href").as_string());
    BOOST_TEST(form ==
               "/administration?act=appointments.ended&f.appointment=2#act-appointments.ended");
    // nothing waits for a clerk here; and whoever does not appoint is not told
    BOOST_TEST(held_by("clerk").at("waiting_words").as_string() == "");
    BOOST_TEST(view("/administration?words=head")
                   .at("people")
                   .at(0)
                   .at("appointments")
                   .at(0)
                   .at("end_href") == "");

    auto const address = form.substr(0, form.find('#'));
    auto const with_another = html(address, "zh");
    BOOST_TEST(with_another.find("有1项待办；") != std::string::npos, with_another);
    BOOST_TEST(with_another.find("也在此岗位，待办留在岗位上") != std::string::npos);
    BOOST_TEST(with_another.find("<option value=\"2\" selected>") != std::string::npos);
    auto const ended = [&](long long which) {
        entered(security, "appointments.ended",
                R"({"appointment":)" + std::to_string(which) + R"(,"last_day":"2024-04-02"})");
    };
    ended(held_by("as_head_of_government").at("number").as_int64());
    auto const alone = html(address, "zh");
    BOOST_TEST(alone.find("没有其他人在此岗位；结束任职后这些待办无人办理") != std::string::npos,
               alone);
    BOOST_TEST(alone.find("act=appointments.handed_over&amp;f.login=head#act-") !=
               std::string::npos);
    ended(2);
    auto const seq = view("/administration").at("version").as_int64();
    auto const after = html("/administration?done=" + std::to_string(seq), "zh");
    BOOST_TEST(after.find("2024年4月2日之后没有人在此岗位；请任命接任的人") != std::string::npos,
               after);
    BOOST_TEST(after.find("f.appointed_role=head_of_government&amp;f.unit=fgj#act-") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(
    whoever_hands_work_over_is_told_how_much_to_whom_and_that_the_successor_leaves_too)
{
    BOOST_TEST_REQUIRE(site.send("POST", "/cases", site.as("sponsor_clerk") + house::json_both,
                                 R"({"shape":"major_decision/small","act_id":"for-the-head",)"
                                 R"("body":{"title":"待定事项","cost":1}})")
                           .status == 201);
    entered("system_administrator", "people.added",
            R"({"login":"newcomer","person_name":"新来的人"})");
    entered(security, "appointments.made",
            R"({"login":"newcomer","appointed_role":"deputy_in_charge","unit":"fgj",)"
            R"("from":"2024-01-01","until":"2024-06-30"})");
    entered(security, "appointments.handed_over",
            R"({"login":"head","successor":"newcomer","last_day":"2024-04-02","reason":"调离"})");
    auto const seq = view("/administration").at("version").as_int64();
    auto const after = html("/administration?done=" + std::to_string(seq), "zh");
    BOOST_TEST(after.find("（head）的1项待办自2024年4月3日起由新来的人（newcomer）办理") !=
                   std::string::npos,
               after);
    BOOST_TEST(after.find("也有期限，到2024年6月30日为止") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(why_the_own_appointment_is_on_no_list_of_those_to_be_replaced_is_said_there)
{
    auto const page = html("/administration", "zh");
    auto const form = page.find("value=\"substitutions.set\"");
    BOOST_TEST_REQUIRE(form != std::string::npos);
    BOOST_TEST(page.substr(form, 2000).find("您本人的任职不在名单中") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(who_is_replaced_sees_by_whom_and_until_when)
{
    std::string const letter(64, 'a');
    site.people().note_document(letter, 1, "text/plain", "委托书.txt",
                                site.people().find_person("head")->id, house::now());
    entered(security, "substitutions.set",
            R"({"appointment":2,"substitute":"as_deputy_in_charge","from":"2024-04-02",)"
            R"("until":"2024-04-05","letter_of_authority":{"hash":")" +
                letter + R"(","name":"委托书.txt"}})");
    auto const replaced =
        "Cookie: juece=" + std::string(site.sign_in("head").at("token").as_string()) + "\r\n";
    auto const name = site.people().find_person("as_deputy_in_charge")->name;
    auto const words = name + "正在代理您的职务（发展和改革局行政首长），至2024年4月5日";
    auto const seats =
        site.send("GET", "/", replaced + as_json).view().at("other_seats").as_array();
    BOOST_TEST_REQUIRE(seats.size() == 1u);
    BOOST_TEST(seats.at(0).at("seat_words").as_string() == words);
    BOOST_TEST(!seats.at(0).at("can_be_taken").as_bool());
    // the notice leads to the appointments
    auto const page = site.send("GET", "/appointments", replaced + "Accept: text/html\r\n").body;
    BOOST_TEST(page.find(words) != std::string::npos, page);
    // whoever is not replaced is told nothing
    BOOST_TEST(
        json::serialize(site.send("GET", "/appointments", site.as("reviewer") + as_json).view())
            .find(R"("substitutes":[])") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_task_of_another_seat_is_reached_in_one_step)
{
    auto const in = site.sign_in("clerk");
    auto const cookie = "Cookie: juece=" + std::string(in.at("token").as_string()) + "\r\n";
    entered(security, "appointments.made",
            R"({"login":"clerk","appointed_role":"executor","unit":"fgj","from":"2024-01-01"})");
    auto const mine = site.send("GET", "/", cookie + as_json).view().at("other_seats").as_array();
    BOOST_TEST_REQUIRE(mine.size() == 1u);
    auto const take = [&](std::string const& next) {
        return site
            .send("POST", "/appointments", cookie + form_type + "Accept: text/html\r\n",
                  "csrf=" + std::string(in.at("csrf").as_string()) + "&appointment=" +
                      std::to_string(mine.at(0).at("appointment").as_int64()) + "&next=" + next)
            .header("Location");
    };
    BOOST_TEST(take("%2Fcases%2F7%23act-intake.decided") == "/cases/7#act-intake.decided");
    BOOST_TEST(take("https%3A%2F%2Felsewhere.example") == "/");
    BOOST_TEST(take("") == "/");
}

BOOST_AUTO_TEST_CASE(the_audit_log_knows_who_handed_out_a_link)
{
    add_newcomer();
    entered(security, hand_out, for_newcomer);
    auto const newest = view("/audit?kind=account").at("entries").at(0).as_object();
    BOOST_TEST(newest.at("what").as_string() == "link");
    BOOST_TEST(newest.at("about").as_string() == "newcomer");
    BOOST_TEST(newest.at("login").as_string() == "as_security_administrator");
}

BOOST_AUTO_TEST_CASE(the_last_administrator_of_a_kind_is_not_barred)
{
    auto const got = enter("system_administrator", "people.sign_in_barred",
                           R"({"login":"as_audit_administrator","reason":"x"})");
    BOOST_TEST(got.status == 422, got.body);
    BOOST_TEST(first_rule(got) == "JC-21");
}

BOOST_AUTO_TEST_CASE(the_record_is_filtered_paged_and_taken_away_in_words)
{
    add_newcomer();
    auto const page = view("/administration/acts");
    auto const& newest = page.at("acts").at(0).as_object();
    BOOST_TEST(newest.at("kind").as_string() == "appointments.made");
    std::string says;
    for (auto const& row : newest.at("told").as_array())
        says += std::string(row.at("words").as_string()) + "|";
    BOOST_TEST(says.starts_with("新来的人（newcomer）|合法性审查人员|发展和改革局|"), says);

    BOOST_TEST(
        view("/administration/acts?chapter=people&words=newcomer").at("acts").as_array().size() ==
        1u);
    BOOST_TEST(view("/administration/acts?until=2020-01-01").at("acts").as_array().empty());
    BOOST_TEST(view("/administration/acts?before=2").at("acts").as_array().size() == 1u);
    auto const as_reader = site.as("audit_administrator") + as_json;
    BOOST_TEST(site.send("GET", "/administration/acts?from=yesterday", as_reader).status == 400);
    BOOST_TEST(site.send("GET", "/administration/acts", site.as("reviewer") + as_json).status ==
               403);
    auto const sheet = site.send("GET", "/administration/acts.csv?words=newcomer", as_reader);
    BOOST_TEST(sheet.status == 200);
    BOOST_TEST(sheet.body.find("新来的人（newcomer）") != std::string::npos);
    for (auto const* language : {"zh", "en"})
        BOOST_TEST(html("/administration/acts", language).find("</html>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(people_are_shown_a_page_at_a_time)
{
    for (int i = 0; i < 30; ++i)
        entered("system_administrator", "people.added",
                R"({"login":"many)" + std::to_string(i) + R"(","person_name":"某人"})");
    auto const first = view("/administration?words=many");
    BOOST_TEST(first.at("people").as_array().size() == 25u);
    std::string const next(first.at("next").as_string());
    BOOST_TEST_REQUIRE(!next.empty());
    auto const second = view(next.substr(0, next.find('#')));
    BOOST_TEST(second.at("people").as_array().size() == 5u);
    BOOST_TEST(second.at("next").as_string() == "");
}

BOOST_AUTO_TEST_CASE(people_are_chosen_by_unit_and_role_and_nobody_chooses_themselves)
{
    add_newcomer();
    entered("system_administrator", "people.sign_in_barred",
            R"({"login":"newcomer","reason":"离职"})");
    auto const page = html("/administration", "zh");
    auto const options = [&](std::string const& field) {
        auto const from = page.find("<select id=\"f-" + field + "\"");
        BOOST_TEST_REQUIRE(from != std::string::npos, field);
        return page.substr(from, page.find("</select>", from) - from);
    };
    auto const has = [](std::string const& all, std::string const& one) {
        return all.find(one) != std::string::npos;
    };
    std::string const newcomer =
        "<option value=\"newcomer\">新来的人（newcomer） · 发展和改革局 合法性审查人员</option>";
    BOOST_TEST(has(options("substitutions-set-substitute"), newcomer));
    BOOST_TEST(has(options("appointments-handed_over-successor"), newcomer));
    // who is barred is let in again, and barred no second time
    BOOST_TEST(has(options("people-sign_in_restored-login"), newcomer));
    BOOST_TEST(!has(options("people-sign_in_restored-login"), "value=\"clerk\""));
    BOOST_TEST(!has(options("people-sign_in_barred-login"), newcomer));
    BOOST_TEST(has(options("people-sign_in_barred-login"), "value=\"clerk\""));
    // the law refuses whoever looks all of these for themselves
    for (auto const* field : {"people-sign_in_barred-login", "appointments-made-login",
                              "appointments-handed_over-login",
                              "appointments-handed_over-successor", "substitutions-set-substitute"})
        BOOST_TEST(!has(options(field), "value=\"as_security_administrator\""), field);
    BOOST_TEST(!has(options("appointments-ended-appointment"), "安全管理员</option>"));
}

BOOST_AUTO_TEST_CASE(what_is_renamed_shows_its_former_name_and_what_is_closed_its_day)
{
    entered("system_administrator", "house.unit_added",
            R"({"code":"flood","unit_name":"防汛办","organ":"gy"})");
    entered("system_administrator", "house.unit_renamed",
            R"({"unit":"flood","unit_name":"应急办","reason":"机构改革"})");
    entered("system_administrator", "house.unit_closed", R"({"unit":"flood","reason":"机构改革"})");
    auto const page = html("/administration", "zh");
    BOOST_TEST(page.find("原名 防汛办") != std::string::npos);
    BOOST_TEST(page.find("2024年4月2日撤销") != std::string::npos);
    // nobody is appointed there any more
    BOOST_TEST(page.find("<option value=\"flood\"") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_the_house_works_by_is_on_record_since_when_it_is_in_force)
{
    adapters::soci::house_register keeping(site.record());
    auto const version = [&] { return view("/administration").at("version").as_int64(); };
    auto const begin = version();
    auto const note = [&] {
        web::commands::note_settings(site.record(), keeping, house::now());
        return version() - begin;
    };
    BOOST_TEST(note() == 5);
    BOOST_TEST(note() == 5);
    keeping.set_numbering(
        {"fgj", "legality_review.concluded", engine::legal_day(house::now()), "高发审"},
        house::now());
    BOOST_TEST(note() == 7); // the rule, and that it is in force
    std::filesystem::create_directories(site.dir() / "config");
    std::ofstream(site.dir() / "config" / "rights.csv") << "roles,to,pattern,where\n";
    BOOST_TEST(note() == 8);
    auto const page = html("/administration", "zh");
    BOOST_TEST(page.find("DATA/config/rights.csv · SHA-256 ") != std::string::npos);
    BOOST_TEST(page.find("发展和改革局 · 出具合法性审查意见 · 2024-04-02 · 高发审") !=
               std::string::npos);
    // nobody at a page says so
    BOOST_TEST(enter("system_administrator", "settings.came_into_force",
                     R"({"setting_is":"roles","parts":[]})")
                   .status == 403);
}

BOOST_AUTO_TEST_CASE(the_page_offers_what_whoever_looks_may_have)
{
    auto const page = html("/administration", "zh");
    // the security administrator may not see how papers are numbered
    BOOST_TEST(page.find("/administration/numbering") == std::string::npos);
    auto const list = page.find("name=\"f.cleared_to\"");
    BOOST_TEST_REQUIRE(list != std::string::npos);
    auto const offered = page.substr(list, page.find("</select>", list) - list);
    BOOST_TEST(offered.find("value=\"secret\"") != std::string::npos);
    BOOST_TEST(offered.find("value=\"administration\"") == std::string::npos);
    auto const of_operator = site.send("GET", "/administration",
                                       site.as("system_administrator") + "Accept: text/html\r\n");
    BOOST_TEST(of_operator.body.find("/administration/numbering") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(how_papers_are_numbered_is_changed_on_a_page_as_an_act)
{
    auto const rule = [](std::string const& unit, std::string const& act, std::string const& mark) {
        return R"({"unit":")" + unit + R"(","numbered_act":")" + act +
               R"(","from":"2024-04-01","mark":")" + mark + R"("})";
    };
    std::string const set = "settings.numbering_set";
    std::string const review = "legality_review.concluded";
    auto const page = [&] {
        auto const got = site.send("GET", "/administration/numbering",
                                   site.as("system_administrator") + as_json);
        BOOST_TEST_REQUIRE(got.status == 200, got.body);
        return got.view();
    };
    entered("system_administrator", set, rule("fgj", review, "高发审"));
    auto const first = page();
    auto const& shown = first.at("organs").at(0).at("rules").at(0);
    BOOST_TEST(shown.at("unit").as_string() == "fgj");
    BOOST_TEST(shown.at("next").as_string() == "高发审〔2024〕1号");
    BOOST_TEST(shown.at("in_force").as_bool());
    // the same day again replaces the rule
    entered("system_administrator", set, rule("fgj", review, "高发法审"));
    BOOST_TEST(page().at("organs").at(0).at("rules").as_array().size() == 1u);
    // plainly refused
    BOOST_TEST(first_rule(enter("system_administrator", set, rule("nowhere", review, "无"))) ==
               "JC-10");
    BOOST_TEST(first_rule(enter("system_administrator", set, rule("fgj", "no.act", "高发审"))) ==
               "JC-10");
    BOOST_TEST(first_rule(enter("system_administrator", set,
                                rule("fgj", review, "高发审〔2024〕"))) == "JC-10");
    BOOST_TEST(enter(security, set, rule("fgj", review, "高发审")).status == 403);
    BOOST_TEST(
        site.send("GET", "/administration/numbering", site.as("sponsor_clerk") + as_json).status ==
        403);
}

BOOST_AUTO_TEST_SUITE_END()
