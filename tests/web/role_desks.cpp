#include "tests/web/demo_house.hpp"
#include "tests/web/house.hpp"
#include "tests/web/page_text.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <map>
#include <set>

// The desks of the adviser, the reviewer and the secretary, over the sample district.

using tests::district;
using tests::has;
using tests::hidden;
using tests::home_of;

namespace {

namespace json = boost::json;

json::object desk(std::string const& who, long long id, std::string const& page)
{
    auto const got = district().json(who, "GET", home_of(id) + page);
    BOOST_TEST_REQUIRE(got.status == 200, got.body);
    return got.view();
}

/// A case whose legality review stands there and whose desk satisfies the test; 0: none.
template <class Test>
long long case_under_review(std::string const& who, std::string const& page, Test&& fits)
{
    for (long long id = 1; id <= 60; ++id) {
        auto const got = district().json(who, "GET", home_of(id) + page);
        if (got.status == 200 && fits(got.view()))
            return id;
    }
    return 0;
}

/// The meetings that wait to be recorded. Where none does, the head puts a matter on the agenda.
json::array agenda()
{
    auto const listed = [] {
        return district().json("office", "GET", "/meetings").view().at("meetings").as_array();
    };
    if (auto all = listed(); !all.empty())
        return all;
    auto const tasks = district().json("mayor", "GET", "/?kind=submission.placed_on_agenda").view();
    BOOST_TEST_REQUIRE(!tasks.at("rows").as_array().empty());
    auto const id = tasks.at("rows").at(0).at("case").as_int64();
    auto const placed = district().json(
        "mayor", "POST", home_of(id) + "/acts",
        {{"kind", "submission.placed_on_agenda"},
         {"act_id", "role-desks-agenda"},
         {"seen", desk("mayor", id, "").at("version")},
         {"body",
          {{"meeting", "executive"},
           {"meeting_on", engine::to_text(engine::legal_day(tests::demo_house::now()))}}}});
    BOOST_TEST_REQUIRE(placed.status == 201, placed.body);
    return listed();
}

} // namespace

BOOST_AUTO_TEST_SUITE(role_desks)

BOOST_AUTO_TEST_CASE(what_is_not_there_or_has_no_review_is_not_found)
{
    for (auto const* page : {"/advice", "/review", "/meeting"})
        BOOST_TEST(district().json("reviewer", "GET", home_of(987654) + page).status == 404, page);
    auto const& h = tests::here();
    auto const opened = h.open_case("role-desks-0001", R"({"title":"没有审查的事项"})");
    BOOST_TEST_REQUIRE(opened.status == 201, opened.body);
    auto const id = opened.view().at("case").as_int64();
    for (auto const* page : {"/advice", "/review", "/meeting"})
        BOOST_TEST(h.site.send("GET", home_of(id) + page,
                               h.site.as("reviewer") + "Accept: application/json\r\n")
                           .status == 404,
                   page);
}

BOOST_AUTO_TEST_CASE(the_reviewer_sees_each_step_of_the_law_with_its_article)
{
    auto const id = case_under_review("reviewer", "/review", [](json::object const& one) {
        return one.at("stage") == "under_review";
    });
    BOOST_TEST_REQUIRE(id > 0);
    auto const view = desk("reviewer", id, "/review");
    auto const& steps = view.at("steps").as_array();
    BOOST_TEST_REQUIRE(steps.size() == 8u);
    long long missing = 0;
    std::set<std::string> names;
    for (auto const& one : steps) {
        names.emplace(one.at("step_words").as_string());
        BOOST_TEST(!one.at("rule").at("id").as_string().empty());
        bool const lacks = one.at("required").as_bool() && !one.at("done").as_bool();
        BOOST_TEST(one.at("missing").as_string().empty() == !lacks);
        missing += lacks;
    }
    BOOST_TEST(names.size() == steps.size()); // nobody reads the same name twice
    BOOST_TEST(view.at("missing_steps").as_int64() == missing);
    BOOST_TEST(view.at("is_filed").as_bool());
    BOOST_TEST(!view.at("documents").as_array().empty());
    BOOST_TEST(!view.at("limits").as_array().empty());
}

BOOST_AUTO_TEST_CASE(the_advisers_are_told_apart_by_what_came_of_them)
{
    auto const id = case_under_review("reviewer", "/review", [](json::object const& one) {
        return !one.at("advisers").as_array().empty() && one.at("conclusion").at("any").as_bool();
    });
    BOOST_TEST_REQUIRE(id > 0);
    auto const view = desk("reviewer", id, "/review");
    auto const& advisers = view.at("advisers").as_array();
    BOOST_TEST(std::any_of(advisers.begin(), advisers.end(), [](auto const& one) {
        return one.at("is_answered").as_bool() && !one.at("conclusion_words").as_string().empty();
    }));
    for (auto const& one : advisers) {
        BOOST_TEST(!one.at("name").as_string().empty());
        // those who opined are those who were asked
        BOOST_TEST(one.at("is_answered").as_bool(), one.at("name").as_string());
        BOOST_TEST(!one.at("asked_words").as_string().empty(), one.at("name").as_string());
    }
    auto const& papers = view.at("papers").as_array();
    BOOST_TEST(std::any_of(papers.begin(), papers.end(), [](auto const& one) {
        return one.at("name").as_string() == "legality_opinion";
    }));
}

BOOST_AUTO_TEST_CASE(the_adviser_declares_and_opines_and_the_reviewer_has_the_three_findings)
{
    auto const id = case_under_review("adviser", "/advice", [](json::object const& one) {
        return one.at("may_opine").as_bool() && !one.at("declared").as_bool() &&
               !one.at("given").at("any").as_bool();
    });
    BOOST_TEST_REQUIRE(id > 0);
    auto const first = district().ask("adviser", "GET", home_of(id) + "/advice");
    BOOST_TEST(has(first.body, R"(name="interest" value="none")"));
    BOOST_TEST(!has(first.body, R"(value="legality_review.adviser_opined")"));
    BOOST_TEST(has(first.body, R"(value="legality_review.adviser_withdrew")"));
    // The text of the draft stands beside it.
    BOOST_TEST(has(first.body, "class=\"read-beside\""));

    auto const second = district().ask("adviser", "GET", home_of(id) + "/advice?interest=none");
    auto const form = second.body.find(R"(value="legality_review.adviser_opined")");
    BOOST_TEST_REQUIRE(form != std::string::npos);
    BOOST_TEST(has(second.body, R"(name="f.has_no_interest" value="true" checked)"));
    BOOST_TEST(has(second.body, "name=\"f.points[0].article\""));
    BOOST_TEST(has(second.body, "name=\"f.points[0].weight\""));

    web::pairs const fields = {{"csrf", hidden(second.body, "csrf", 0)},
                               {"kind", "legality_review.adviser_opined"},
                               {"act_id", hidden(second.body, "act_id", form)},
                               {"seen", hidden(second.body, "seen", form)},
                               {"back", "advice"},
                               {"f.has_no_interest", "true"},
                               {"f.points[0].point", "第三条的表述宜与上位法一致。"},
                               {"f.points[0].weight", "suggestion"},
                               {"f.points[0].article", "第三条"},
                               {"f.conclusion", "agree_after_changes"},
                               {"f.opinion", "总体合法。"}};
    auto const sent = district().ask("adviser", "POST", home_of(id) + "/acts",
                                     {{"content-type", "application/x-www-form-urlencoded"}},
                                     web::to_query(fields));
    // Straight back to the desk, or through what the law remarks.
    if (sent.status == 303)
        BOOST_TEST(has(sent.header("Location"), home_of(id) + "/advice?done="));
    else {
        BOOST_TEST(sent.status == 200, sent.body);
        BOOST_TEST(has(sent.body, "href=\"" + home_of(id) + "/advice\""));
    }

    BOOST_TEST(has(first.body, "请先在上面申报利害关系"));
    auto const after = district().ask("adviser", "GET", home_of(id) + "/advice").body;
    BOOST_TEST(has(after, "您已于"));
    for (auto const* words : {"请先声明与本事项", "请先在上面申报利害关系"})
        BOOST_TEST(!has(after, words), words);

    auto const page = district().ask("reviewer", "GET", home_of(id) + "/review");
    BOOST_TEST_REQUIRE(page.status == 200);
    for (auto const* input :
         {"f.within_power", "f.power_finding", "f.procedure_followed", "f.procedure_finding",
          "f.content_lawful", "f.content_finding", "f.outcome", "f.opinion"})
        BOOST_TEST(has(page.body, "name=\"" + std::string(input) + "\""), input);
    // who is asked, and who worked the opinion out, is chosen from the register
    BOOST_TEST(has(page.body, R"(name="f.advisers[0]")"));
    BOOST_TEST(has(page.body, ">区慧敏 · "));
    BOOST_TEST(has(page.body, R"(name="f.author")"));
    BOOST_TEST(has(page.body, " selected>夏秀英 · "));
    auto const on_case = district().ask("reviewer", "GET", home_of(id)).body;
    BOOST_TEST(has(on_case, " selected>夏秀英 · ")); // whoever writes it is proposed there as well
    BOOST_TEST(has(page.body, R"(name="back" value="review")"));
    // Others read the page; nothing on it is theirs to send.
    auto const others = district().ask("office", "GET", home_of(id) + "/review");
    BOOST_TEST(others.status == 200);
    BOOST_TEST(!has(others.body, "f.within_power"));
}

BOOST_AUTO_TEST_CASE(a_form_comes_back_to_no_page_but_those_of_the_case)
{
    auto const& h = tests::here();
    auto const opened = h.open_case("role-desks-0002", R"({"title":"回到哪里"})");
    auto const id = opened.view().at("case").as_int64();
    auto const page = h.site.send("GET", home_of(id), h.head + "Accept: text/html\r\n");
    web::pairs const fields = {{"csrf", hidden(page.body, "csrf", 0)},
                               {"kind", "intake.decided"},
                               {"act_id", "role-desks-0003"},
                               {"seen", "1"},
                               {"back", "../../sign-out"},
                               {"f.reason", "同意"}};
    auto const sent =
        h.site.send("POST", home_of(id) + "/acts",
                    h.head + tests::form_type + "Accept: text/html\r\n", web::to_query(fields));
    BOOST_TEST_REQUIRE(sent.status == 303, sent.body);
    BOOST_TEST(sent.header("Location") == home_of(id) + "?done=2");
}

BOOST_AUTO_TEST_CASE(the_agenda_is_what_waits_to_be_recorded_by_day_and_kind)
{
    BOOST_TEST(district().json("executor", "GET", "/meetings").status == 403);
    BOOST_TEST(district().ask("office", "GET", "/meetings").status == 200);
    auto const meetings = agenda();
    auto const waiting = district().json("office", "GET", "/?kind=deliberation.held").view();
    long long listed = 0;
    std::string before;
    for (auto const& one : meetings) {
        std::string const on(one.at("on").as_string());
        BOOST_TEST(before <= on);
        before = on;
        auto const& matters = one.at("matters").as_array();
        BOOST_TEST(!matters.empty());
        for (auto const& matter : matters) {
            if (!matter.at("waits").as_bool())
                continue;
            ++listed;
            auto const desk_of_matter =
                district().json("office", "GET", std::string(matter.at("href").as_string()));
            BOOST_TEST_REQUIRE(desk_of_matter.status == 200);
            auto const agenda = desk_of_matter.view().at("agenda").as_object();
            BOOST_TEST(agenda.at("on").as_string() == on);
            BOOST_TEST(agenda.at("meeting").as_string() == one.at("meeting").as_string());
        }
    }
    BOOST_TEST_REQUIRE(listed > 0);
    BOOST_TEST(waiting.at("found").as_int64() == listed);
}

BOOST_AUTO_TEST_CASE(leaders_and_the_auditor_read_the_agenda_and_what_was_recorded_without_forms)
{
    auto const cases_in = [](json::array const& meetings) {
        std::set<long long> all;
        for (auto const& one : meetings)
            for (auto const& matter : one.at("matters").as_array())
                all.insert(matter.at("case").as_int64());
        return all;
    };
    auto const of_office = cases_in(agenda());
    BOOST_TEST_REQUIRE(!of_office.empty());
    for (auto const* who : {"mayor", "deputy", "auditor"}) {
        auto const read = district().view(who, "/meetings");
        auto const all = cases_in(read.at("meetings").as_array());
        BOOST_TEST(std::includes(all.begin(), all.end(), of_office.begin(), of_office.end()), who);
        BOOST_TEST(!read.at("recorded").as_array().empty(), who);
        auto const page = district().ask(who, "GET", "/meetings").body;
        BOOST_TEST(!has(page, "登记会议讨论和决定"), who);
        BOOST_TEST(has(page, "href=\"/meetings\""), who); // in the menu
    }
    // who records is led there from the day of a meeting on
    auto const today = engine::to_text(engine::legal_day(tests::demo_house::now()));
    auto const meetings = agenda();
    bool const has_come = std::any_of(meetings.begin(), meetings.end(), [&](auto const& one) {
        return std::string(one.at("on").as_string()) <= today;
    });
    auto const page = district().ask("office", "GET", "/meetings").body;
    BOOST_TEST(has(page, "登记会议讨论和决定") == has_come);
}

BOOST_AUTO_TEST_CASE(a_unit_reads_when_its_own_matters_come_up_and_nothing_of_others)
{
    using places = std::map<long long, std::pair<std::string, long long>>;
    std::map<std::string, places> by_unit;
    auto const add = [](json::array const& meetings, auto&& into) {
        for (auto const& one : meetings)
            for (auto const& matter : one.at("matters").as_array())
                into(matter)[matter.at("case").as_int64()] = {
                    std::string(one.at("on").as_string()),
                    matter.at("item").to_number<long long>()};
    };
    add(agenda(), [&](json::value const& matter) -> places& {
        return by_unit[std::string(matter.at("unit").as_string())];
    });
    BOOST_TEST_REQUIRE(!by_unit.empty());
    by_unit.try_emplace("finance"); // perhaps with no matter at all
    for (auto const& [unit, expected] : by_unit) {
        auto const read = district().view("head_" + unit, "/meetings");
        places own;
        add(read.at("meetings").as_array(), [&](auto const&) -> places& { return own; });
        BOOST_TEST((own == expected), unit);
        for (auto const& one : read.at("recorded").as_array()) {
            auto const id = one.at("case").as_int64();
            BOOST_TEST(district().view("head_" + unit, home_of(id)).at("unit").as_string() == unit);
        }
    }
    BOOST_TEST(district().ask("sponsor", "GET", "/meetings").status == 200);
}

BOOST_AUTO_TEST_CASE(the_record_knows_who_attends_and_the_head_has_the_last_row)
{
    BOOST_TEST_REQUIRE(!agenda().empty());
    auto const id = case_under_review("office", "/meeting", [](json::object const& one) {
        return one.at("may_record").as_bool();
    });
    BOOST_TEST_REQUIRE(id > 0);
    auto const page = district().ask("office", "GET", home_of(id) + "/meeting");
    BOOST_TEST(has(page.body, R"(value="deliberation.held")"));
    BOOST_TEST(has(page.body, R"(name="back" value="meeting")"));
    BOOST_TEST(has(page.body, "<title>会议登记 · "));
    // one article is cited once below the form, whatever its parts
    auto const grounds = page.body.find("<span class=\"grounds\">");
    BOOST_TEST_REQUIRE(grounds != std::string::npos);
    auto const cited = page.body.substr(grounds, page.body.find("</span>", grounds) - grounds);
    std::set<std::string> articles;
    for (auto at = cited.find("\">"); at != std::string::npos; at = cited.find("\">", at + 1)) {
        auto const words = cited.substr(at + 2, cited.find('<', at) - at - 2);
        BOOST_TEST((words.empty() || articles.insert(words).second), words);
    }
    BOOST_TEST(!articles.empty());
    BOOST_TEST(has(page.body, "name=\"f.statements[1999].name\""));
    BOOST_TEST(has(page.body, "name=\"f.statements[1999].view\""));
    BOOST_TEST(has(page.body, "name=\"f.present[0].name\""));
    BOOST_TEST(has(page.body, "name=\"f.draft.hash\""));
    // Members who were there have a row to speak in, the head behind them.
    auto const prepared = desk("office", id, "/meeting").at("prepared").as_object();
    auto const& present = prepared.at("present").as_array();
    auto const& statements = prepared.at("statements").as_array();
    BOOST_TEST_REQUIRE(statements.size() > 1u);
    BOOST_TEST(present.size() > statements.size());
    BOOST_TEST(statements.back().at("post").as_string() == "head");
    BOOST_TEST(prepared.at("members_entitled").as_int64() > 0);
    // The head of a sponsor is taken over from no other matter.
    auto const unit = desk("office", id, "/meeting").at("unit_name").as_string();
    auto const today = engine::legal_day(tests::demo_house::now());
    auto const people = district().office().people(today);
    for (auto const& one : present) {
        if (one.at("post").as_string() != "sponsor_head" || !one.as_object().contains("name"))
            continue;
        BOOST_TEST(std::any_of(people->begin(), people->end(),
                               [&](engine::actor const& who) {
                                   return who.name == one.at("name").as_string() &&
                                          who.role == "department_head" &&
                                          district().office().unit_name(who.unit) == unit;
                               }),
                   one.at("name").as_string());
    }
}

BOOST_AUTO_TEST_CASE(an_adviser_of_whom_nothing_is_asked_is_not_invited_to_opine_again)
{
    auto const id = case_under_review("adviser", "/advice", [](json::object const& one) {
        return one.at("given").at("any").as_bool() && !one.at("may_opine").as_bool();
    });
    BOOST_TEST_REQUIRE(id > 0);
    auto const page = district().ask("adviser", "GET", home_of(id) + "/advice").body;
    BOOST_TEST(has(page, "<title>法律顾问工作台 · "));
    BOOST_TEST(has(page, "出具意见。 <a"));
    BOOST_TEST(!has(page, "可以再次出具"));
    BOOST_TEST(!has(page, "id=\"opinion\""));
}

BOOST_AUTO_TEST_CASE(a_decision_is_offered_to_be_proposed_to_whoever_may_propose_one)
{
    int offered = 0;
    for (auto const* who : {"sponsor", "head_water", "legal_water", "reviewer", "office", "admin",
                            "auditor", "adviser", "compiler", "mayor"}) {
        auto const may = district().ask(who, "GET", "/cases/new").status == 200;
        auto const offers = has(district().ask(who, "GET", "/").body, "href=\"/cases/new\"");
        BOOST_TEST((!offers || may), who);
        offered += offers ? 1 : 0;
    }
    BOOST_TEST(offered > 0);
    auto const refused = district().ask("mayor", "GET", "/cases/new");
    BOOST_TEST(refused.status == 403);
    BOOST_TEST(has(refused.body, "行政首长不能查看这个页面"), refused.body);
    BOOST_TEST(!has(refused.body, "GET "));
}

BOOST_AUTO_TEST_CASE(a_case_and_a_task_lead_to_the_desk_of_whoever_looks)
{
    auto const id = district().case_with({"legality_review.concluded"}).value;
    auto const link = [&](std::string const& page) {
        return "href=\"" + home_of(id) + page + "\"";
    };
    BOOST_TEST(has(district().ask("reviewer", "GET", home_of(id)).body, link("/review")));
    BOOST_TEST(has(district().ask("adviser", "GET", home_of(id)).body, link("/advice")));
    BOOST_TEST(has(district().ask("office", "GET", home_of(id)).body, link("/meeting")));
    auto const sponsors = district().ask("sponsor", "GET", home_of(id)).body;
    for (auto const* page : {"/review", "/advice", "/meeting"})
        BOOST_TEST(!has(sponsors, link(page)), page);
    BOOST_TEST_REQUIRE(!agenda().empty());
    auto const tasks = district().ask("office", "GET", "/?kind=deliberation.held").body;
    BOOST_TEST(has(tasks, "/meeting\""));
}

BOOST_AUTO_TEST_CASE(what_the_clerks_of_a_unit_do_first_is_left_out_of_the_list_of_its_head)
{
    auto& h = district();
    auto const rows = [&](char const* who, char const* at) {
        return h.view(who, at).at("rows").as_array();
    };
    auto const clerks = rows("sponsor", "/");
    auto const all = rows("head_water", "/?whose=any");
    auto const own = rows("head_water", "/");
    BOOST_TEST_REQUIRE(all.size() > own.size());
    auto const is_a_clerks = [&](json::value const& task) {
        return std::any_of(clerks.begin(), clerks.end(), [&](json::value const& one) {
            return one.at("case") == task.at("case") && one.at("kind") == task.at("kind");
        });
    };
    for (auto const& task : own)
        BOOST_TEST(!is_a_clerks(task), task.at("kind").as_string());
    auto const left = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), is_a_clerks));
    BOOST_TEST(own.size() + left == all.size());
    auto const page = h.ask("head_water", "GET", "/", {{"accept", "text/html"}}, "").body;
    BOOST_TEST(page.find("另有" + std::to_string(left) + "项由本单位经办人办理") !=
               std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
