#include "tests/web/demo_house.hpp"
#include "tests/web/house.hpp"
#include "web/percent.hpp"

#include <algorithm>

// The lists of a desk over HTTP: boxes, filters, exports, views, columns, drafts, search.

using namespace tests;

namespace {

std::string const json_only = "Accept: application/json\r\n";
std::string const html = "Accept: text/html\r\n";

std::string encoded(std::string const& text)
{
    return web::percent_encoded(text);
}

json::object view_of(std::string const& who, std::string const& target)
{
    auto const got = here().site.send("GET", target, who + json_only);
    BOOST_TEST_REQUIRE(got.status == 200, target + " " + got.body);
    return got.view();
}

reply post(std::string const& target, web::pairs fields)
{
    auto const& h = here();
    fields.emplace_back("csrf", h.clerk_csrf);
    return h.site.send("POST", target, h.clerk + form_type + html, web::to_query(fields));
}

long long open(std::string const& act_id, std::string const& title)
{
    auto const got =
        here().open_case(act_id, json::serialize(json::object{{"title", title}, {"cost", 1}}));
    BOOST_TEST_REQUIRE(got.status == 201, got.body);
    return got.view().at("case").as_int64();
}

std::vector<std::string> lines_of(std::string const& text)
{
    std::vector<std::string> lines;
    std::size_t at = 0;
    for (auto end = text.find("\r\n"); end != text.npos; end = text.find("\r\n", at)) {
        lines.push_back(text.substr(at, end - at));
        at = end + 2;
    }
    return lines;
}

} // namespace

BOOST_AUTO_TEST_SUITE(boxes)

BOOST_AUTO_TEST_CASE(a_task_waits_in_the_box_of_its_seat_with_its_light)
{
    auto const& h = here();
    auto const id = open("boxes-0001", "箱中事项");
    auto const found = view_of(h.head, "/?words=" + encoded("箱中事项"));
    BOOST_TEST(found.at("found").as_int64() == 1);
    auto const& row = found.at("rows").at(0);
    BOOST_TEST(row.at("case").as_int64() == id);
    BOOST_TEST(row.at("kind").as_string() == "intake.decided");
    BOOST_TEST(row.at("from").as_string() == "李<四>");
    BOOST_TEST(row.at("light").as_string() == "green");
    BOOST_TEST(row.at("limit").as_string() == "comments");
    // nobody else's box
    BOOST_TEST(view_of(h.clerk, "/?words=" + encoded("箱中事项")).at("found").as_int64() == 0);
    BOOST_TEST(
        view_of(h.clerk, "/boxes/opened?words=" + encoded("箱中事项")).at("found").as_int64() == 1);
    BOOST_TEST(view_of(h.clerk, "/boxes/done?words=" + encoded("箱中事项"))
                   .at("rows")
                   .at(0)
                   .at("kind")
                   .as_string() == "intake.proposed");
    BOOST_TEST(view_of(h.head, "/?light=red").at("found").as_int64() == 0);
    auto const page = h.site.send("GET", "/?words=" + encoded("箱中事项"), h.head + html);
    BOOST_TEST(page.body.find("href=\"/cases/" + std::to_string(id) + "/limits/comments\"") !=
               std::string::npos);
    BOOST_TEST(page.body.find("李&lt;四&gt;") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_no_filter_is_told)
{
    auto const& h = here();
    for (auto const* target :
         {"/?light=blue", "/?from=2024-13-01", "/?until=soon", "/?sort=colour", "/?after=7",
          "/boxes/done?after=%2527", "/boxes/opened/export?as=pdf", "/boxes/opened/export"})
        BOOST_TEST(h.site.send("GET", target, h.clerk + json_only).status == 400, target);
    BOOST_TEST(h.site.send("GET", "/?words=" + std::string(300, 'x'), h.clerk + json_only).status ==
               400);
    for (auto const* target : {"/boxes/none", "/boxes/none/export?as=csv"})
        BOOST_TEST(h.site.send("GET", target, h.clerk + json_only).status == 404, target);
    BOOST_TEST(h.site.send("GET", "/boxes/done", json_only).status == 401);
}

BOOST_AUTO_TEST_CASE(an_export_is_the_filtered_list_and_no_formula)
{
    auto const& h = here();
    open("boxes-0002", "=1+1 导出甲");
    open("boxes-0003", "导出乙, \"引号\"");
    open("boxes-0004", "别的");
    auto const filter = "words=" + encoded("导出");
    auto const listed = view_of(h.clerk, "/boxes/opened?" + filter).at("rows").as_array();
    auto const csv = h.site.send("GET", "/boxes/opened/export?as=csv&" + filter, h.clerk + html);
    BOOST_TEST_REQUIRE(csv.status == 200);
    BOOST_TEST(csv.header("Content-Type") == "text/csv; charset=utf-8");
    BOOST_TEST(csv.header("Content-Disposition").starts_with("attachment; filename*=UTF-8''"));
    auto const lines = lines_of(csv.body);
    BOOST_TEST_REQUIRE(lines.size() == listed.size() + 1); // the heading, and what is listed
    BOOST_TEST(lines[0].starts_with("\xEF\xBB\xBF编号,事项,"));
    for (std::size_t i = 0; i < listed.size(); ++i)
        BOOST_TEST(lines[i + 1].starts_with(listed[i].at("number").as_string().c_str()));
    BOOST_TEST(csv.body.find(",'=1+1 导出甲,") != std::string::npos);
    BOOST_TEST(csv.body.find(",\"导出乙, \"\"引号\"\"\",") != std::string::npos);
    BOOST_TEST(csv.body.find("别的") == std::string::npos);
    auto const xlsx = h.site.send("GET", "/boxes/opened/export?as=xlsx&" + filter, h.clerk + html);
    BOOST_TEST(xlsx.status == 200);
    BOOST_TEST(xlsx.body.starts_with("PK"));
}

BOOST_AUTO_TEST_CASE(a_view_is_saved_shown_and_forgotten)
{
    auto const& h = here();
    auto const saved = post("/boxes/opened/views",
                            {{"name", "我的<视图>"}, {"query", "words=x&after=7&csrf=secret"}});
    BOOST_TEST(saved.status == 303);
    BOOST_TEST(saved.header("Location") == "/boxes/opened?words=x");
    auto const page = h.site.send("GET", "/boxes/opened", h.clerk + html).body;
    BOOST_TEST(page.find("我的&lt;视图&gt;") != std::string::npos);
    auto const at = page.find("/boxes/opened/views/");
    BOOST_TEST_REQUIRE(at != page.npos);
    auto const drop = page.substr(at, page.find('"', at) - at);
    BOOST_TEST(post(drop, {}).status == 303);
    BOOST_TEST(post(drop, {}).status == 404);
    BOOST_TEST(post("/boxes/opened/views", {{"name", " "}, {"query", ""}}).status == 400);
    BOOST_TEST(post("/boxes/none/views", {{"name", "a"}, {"query", ""}}).status == 404);
    constexpr std::string_view bearer = "Authorization: Bearer ";
    auto const browser = "Cookie: juece=" + h.clerk.substr(bearer.size());
    BOOST_TEST(
        h.site.send("POST", "/boxes/opened/views", browser + form_type + html, "name=a").status ==
        403);
}

BOOST_AUTO_TEST_CASE(columns_are_chosen_and_restored)
{
    auto const& h = here();
    auto const head_of = [&] {
        auto const page = h.site.send("GET", "/boxes/opened", h.clerk + html).body;
        return page.substr(page.find("<thead"), page.find("</thead>") - page.find("<thead"));
    };
    open("boxes-0005", "栏目");
    BOOST_TEST(post("/boxes/opened/columns", {{"column", "number"}, {"column", "phase"}}).status ==
               303);
    BOOST_TEST(head_of().find("事项") == std::string::npos);
    BOOST_TEST(head_of().find("阶段") != std::string::npos);
    BOOST_TEST(post("/boxes/opened/columns", {{"column", "secret"}}).status == 400);
    BOOST_TEST(post("/boxes/opened/columns", {}).status == 400);
    BOOST_TEST(post("/boxes/opened/columns", {{"as_it_comes", "1"}}).status == 303);
    BOOST_TEST(head_of().find("事项") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_draft_is_kept_restored_and_gone_with_its_act)
{
    auto const& h = here();
    web::pairs const typed = {{"shape", "major_decision/small"},
                              {"kind", "intake.proposed"},
                              {"f.title", "草稿<里>的标题"},
                              {"f.cost", ""},
                              {"f.statements[0].member", "张三"}};
    BOOST_TEST(post("/drafts", typed).status == 303);
    auto const drafts = view_of(h.clerk, "/boxes/drafts").at("rows").as_array();
    BOOST_TEST_REQUIRE(drafts.size() == 1u);
    BOOST_TEST(view_of(h.head, "/boxes/drafts").at("empty").as_bool());
    auto const page = h.site.send("GET", "/cases/new", h.clerk + html).body;
    BOOST_TEST(page.find("草稿&lt;里&gt;的标题") != std::string::npos);
    BOOST_TEST(page.find("张三") != std::string::npos);
    // another person's number does not drop it
    auto const drop = "/drafts/" + std::to_string(drafts[0].at("id").as_int64()) + "/drop";
    BOOST_TEST(h.site.send("POST", drop, h.head + house::json_both, "").status == 404);

    auto act = typed;
    act.emplace_back("f.statements[0].said", "for_it");
    act.emplace_back("act_id", "boxes-0006");
    BOOST_TEST(post("/cases", act).status == 303);
    BOOST_TEST(view_of(h.clerk, "/boxes/drafts").at("empty").as_bool());
    BOOST_TEST(h.site.send("GET", "/cases/new", h.clerk + html).body.find("草稿&lt;里") ==
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_draft_of_nothing_is_dropped_and_one_of_an_unknown_form_is_refused)
{
    auto const& h = here();
    web::pairs const envelope = {{"shape", "major_decision/small"}, {"kind", "intake.proposed"}};
    auto typed = envelope;
    typed.emplace_back("f.title", "x");
    BOOST_TEST(post("/drafts", typed).status == 303);
    BOOST_TEST(post("/drafts", envelope).status == 303);
    BOOST_TEST(view_of(h.clerk, "/boxes/drafts").at("empty").as_bool());
    BOOST_TEST(post("/drafts", {{"shape", "major_decision/small"}, {"kind", "none"}, {"f.a", "1"}})
                   .status == 404);
    BOOST_TEST(post("/drafts", {{"kind", "intake.proposed"}, {"f.a", "1"}}).status == 404);
    BOOST_TEST(
        post("/cases/999999/drafts", {{"kind", "intake.decided"}, {"f.reason", "1"}}).status ==
        404);
    BOOST_TEST(h.site.send("POST", "/drafts", form_type, web::to_query(typed)).status == 401);
}

BOOST_AUTO_TEST_CASE(a_draft_on_a_case_comes_back_in_its_form_or_beside_it)
{
    auto const& h = here();
    auto const home = "/cases/" + std::to_string(open("boxes-0007", "有草稿的案卷"));
    BOOST_TEST(post(home + "/drafts", {{"kind", "intake.decided"}, {"f.reason", "尚未写完的理由"}})
                   .status == 303);
    // the clerk may not decide: what was typed is shown all the same
    auto const page = h.site.send("GET", home + "?draft=intake.decided", h.clerk + html).body;
    BOOST_TEST(page.find("尚未写完的理由") != std::string::npos);
    BOOST_TEST(h.site.send("GET", home, h.head + html).body.find("尚未写完的理由") ==
               std::string::npos);
    auto const id = view_of(h.clerk, "/boxes/drafts").at("rows").at(0).at("id").as_int64();
    BOOST_TEST(post("/drafts/" + std::to_string(id) + "/drop", {}).status == 303);
}

BOOST_AUTO_TEST_CASE(words_are_found_marked_and_escaped)
{
    auto const& h = here();
    auto const id = open("boxes-0008", "可检索的<b>方案</b>名称");
    auto const found = view_of(h.clerk, "/search?words=" + encoded("可检索的"));
    BOOST_TEST_REQUIRE(found.at("rows").as_array().size() == 1u);
    auto const& row = found.at("rows").at(0);
    BOOST_TEST(row.at("case").as_int64() == id);
    BOOST_TEST(row.at("act_href").as_string() == "/cases/" + std::to_string(id) + "/acts/1");
    BOOST_TEST(row.at("pieces").at(0).at("marked").as_bool());
    auto const page = h.site.send("GET", "/search?words=" + encoded("检索"), h.clerk + html).body;
    BOOST_TEST(page.find("<mark>检索</mark>的&lt;b&gt;方案") != std::string::npos);
    auto const number =
        view_of(h.clerk, "/search?words=" + std::string(row.at("number").as_string()));
    BOOST_TEST(number.at("direct").at("number").as_string() == row.at("number").as_string());
    BOOST_TEST(view_of(h.clerk, "/search").at("rows").as_array().empty());
    BOOST_TEST(
        h.site.send("GET", "/search?words=" + std::string(300, 'x'), h.clerk + json_only).status ==
        400);
}

BOOST_AUTO_TEST_CASE(the_tab_of_a_head_counts_what_its_list_shows)
{
    auto& h = district();
    auto const on_tab = [&](std::string const& target) {
        auto const page = h.ask("head_water", "GET", target, {{"accept", "text/html"}}, "").body;
        auto const tabs = page.substr(page.find("<nav class=\"tabs\""));
        auto const tab = tabs.substr(tabs.find("aria-current=\"page\""));
        std::string const mark = "<span class=\"count\">";
        auto const at = tab.find(mark) + mark.size();
        BOOST_TEST_REQUIRE(at < tab.find("</a>"), target);
        return tab.substr(at, tab.find('<', at) - at);
    };
    auto const found = [&](std::string const& target) {
        return std::string(h.view("head_water", target).at("found_words").as_string());
    };
    auto const own = found("/");
    auto const all = found("/?whose=any");
    BOOST_TEST_REQUIRE(all != own);
    BOOST_TEST(on_tab("/") == own);
    BOOST_TEST(on_tab("/?whose=any") == all);
    // other filters narrow the list and not its tab
    BOOST_TEST(on_tab("/?whose=any&words=nothing-of-that-name") == all);
}

BOOST_AUTO_TEST_CASE(the_numbers_of_a_leader_are_those_of_the_lists)
{
    auto const& h = here();
    open("boxes-0009", "看板");
    auto const page = view_of(h.head, "/overview");
    auto const& waiting = page.at("sums").at("waiting");
    auto const list = view_of(h.head, std::string(waiting.at("href").as_string()));
    BOOST_TEST(waiting.at("value").as_int64() == list.at("found").as_int64());
    BOOST_TEST(page.at("units").at(0).at("unit").as_string() == "fgj");
    BOOST_TEST(page.at("steps").at(0).at("chapter").as_string() == "intake");
    BOOST_TEST(view_of(h.clerk, "/overview").at("nobody").as_bool());
}

BOOST_AUTO_TEST_SUITE_END()
