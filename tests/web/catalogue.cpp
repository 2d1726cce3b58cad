#include "tests/web/demo_house.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

// The pages of the catalogue, for officials and for everybody, over the sample district.

using tests::district;

namespace {

namespace json = boost::json;

json::object page(std::string const& target, std::string const& who = "office")
{
    return district().view(who, target);
}

std::string text(json::value const& of, char const* member)
{
    return std::string(of.at(member).as_string());
}

json::value const* item_named(json::object const& page, std::string const& name)
{
    auto const& all = page.at("items").as_array();
    auto const found = std::find_if(
        all.begin(), all.end(), [&](auto const& one) { return text(one, "item_name") == name; });
    return found == all.end() ? nullptr : &*found;
}

std::string home_of(json::object const& page)
{
    return std::string(page.at("href").as_string());
}

tests::site_reply act(std::string const& who, std::string const& home, std::string const& kind,
                      std::string const& id, json::value body, json::value seen)
{
    return district().json(who, "POST", home + "/acts",
                           {{"kind", kind},
                            {"act_id", "catalogue-" + id},
                            {"seen", std::move(seen)},
                            {"body", std::move(body)}});
}

/// A text that the office has uploaded: its hash.
std::string uploaded(std::string const& bytes, std::string const& base64_name,
                     std::string const& who = "office")
{
    auto const begun = district().ask(who, "POST", "/uploads",
                                      {{"tus-resumable", "1.0.0"},
                                       {"accept", "application/json"},
                                       {"upload-length", std::to_string(bytes.size())},
                                       {"upload-metadata", "filename " + base64_name}});
    BOOST_TEST_REQUIRE(begun.status == 201, begun.body);
    auto const address = begun.header("Location");
    auto const sent = district().ask(who, "PATCH", address,
                                     {{"tus-resumable", "1.0.0"},
                                      {"content-type", "application/offset+octet-stream"},
                                      {"upload-offset", "0"}},
                                     bytes);
    BOOST_TEST_REQUIRE(sent.status == 204, sent.body);
    auto const kept = district().json(who, "POST", address + "/document");
    BOOST_TEST_REQUIRE(kept.status == 201, kept.body);
    return text(kept.view(), "hash");
}

std::string hidden(std::string const& page, std::string const& name)
{
    auto const begin = "name=\"" + name + "\" value=\"";
    auto const at = page.find(begin);
    BOOST_TEST_REQUIRE(at != std::string::npos, "no input " << name);
    auto const from = at + begin.size();
    return page.substr(from, page.find('"', from) - from);
}

tests::site_reply import(web::pairs fields)
{
    auto const form = district().ask("office", "GET", "/catalogue/import");
    BOOST_TEST_REQUIRE(form.status == 200, form.body);
    fields.emplace_back("csrf", hidden(form.body, "csrf"));
    return district().ask(
        "office", "POST", "/catalogue/import",
        {{"accept", "application/json"}, {"content-type", "application/x-www-form-urlencoded"}},
        web::to_query(fields));
}

constexpr char const* late = "高要区农村生活污水治理专项规划";

} // namespace

BOOST_AUTO_TEST_SUITE(catalogue)

BOOST_AUTO_TEST_CASE(this_years_entries_show_their_decisions_and_lights)
{
    auto const view = page("/catalogue?year=2026");
    BOOST_TEST(view.at("phase") == "catalogue_in_force");
    BOOST_TEST(view.at("items_flagged").as_int64() > 0);
    auto const* idle = item_named(view, late);
    BOOST_TEST_REQUIRE(idle);
    BOOST_TEST(text(*idle, "flag") == "no_case");     // planned for the first quarter, nobody began
    BOOST_TEST(!text(*idle, "carried_over").empty()); // it was in last year's, too
    auto const& all = view.at("items").as_array();
    BOOST_TEST(std::any_of(all.begin(), all.end(), [](auto const& one) {
        return one.at("has_decisions").as_bool() && text(one, "flag") == "on_plan";
    }));
    BOOST_TEST(view.at("publication").at("document_number") == "高府办〔2026〕8号");
}

BOOST_AUTO_TEST_CASE(decisions_without_an_entry_are_shown_all_year)
{
    auto const view = page("/catalogue?year=2026");
    auto const& strays = view.at("strays").as_array();
    BOOST_TEST_REQUIRE(!strays.empty());
    for (auto const& one : strays) {
        auto const decision = page(text(one, "href"));
        BOOST_TEST(decision.at("number") == one.at("number"));
    }
}

BOOST_AUTO_TEST_CASE(the_table_is_narrowed_by_unit_kind_and_light)
{
    for (auto const& [narrowed, member, wanted] : {std::tuple("flag=no_case", "flag", "no_case"),
                                                   {"unit=water", "lead", "water"},
                                                   {"matter=plan", "matter", "plan"}}) {
        auto const view = page("/catalogue?year=2026&" + std::string(narrowed));
        auto const& items = view.at("items").as_array();
        BOOST_TEST(!items.empty(), narrowed);
        if (std::string_view(member) == "lead")
            continue; // a unit that helps with an entry counts, too
        for (auto const& one : items)
            BOOST_TEST(text(one, member) == wanted);
    }
    BOOST_TEST(page("/catalogue?year=2026&unit=nobody").at("items").as_array().empty());
    BOOST_TEST(district().json("office", "GET", "/catalogue?year=abc").status == 400);
}

BOOST_AUTO_TEST_CASE(the_catalogue_of_next_year_is_a_link_away_and_its_year_filled_in)
{
    auto const link = "/cases/new?shape=catalogue%2F2026&amp;f.year=2027";
    for (auto const* from : {"/catalogue", "/catalogue?year=2027", "/catalogue?year=2010"})
        BOOST_TEST(district().ask("office", "GET", from).body.find(link) != std::string::npos,
                   from);
    BOOST_TEST(district().ask("sponsor", "GET", "/catalogue").body.find(link) == std::string::npos);
    auto const form =
        district().ask("office", "GET", "/cases/new?shape=catalogue%2F2026&f.year=2027").body;
    BOOST_TEST(form.find("value=\"catalogue_call.set_up\"") != std::string::npos);
    BOOST_TEST(hidden(form, "f.year") == "2027");
}

BOOST_AUTO_TEST_CASE(last_years_catalogue_was_adjusted_explained_and_closed)
{
    auto const view = page("/catalogue?year=2025");
    BOOST_TEST(view.at("closed").as_bool());
    BOOST_TEST(view.at("publication").at("has_adjustments").as_bool());
    auto const& items = view.at("items").as_array();
    auto const count = [&](char const* flag) {
        return std::count_if(items.begin(), items.end(),
                             [&](auto const& one) { return text(one, "flag") == flag; });
    };
    BOOST_TEST(count("done") > 0);
    BOOST_TEST(count("explained") > 0);
    BOOST_TEST(count("dropped") == 1);
    auto const added = std::find_if(items.begin(), items.end(), [](auto const& one) {
        return one.at("by_adjustment").as_bool();
    });
    BOOST_TEST_REQUIRE((added != items.end()));
    BOOST_TEST(added->at("has_decisions").as_bool()); // linked by an act, not named by the start
    BOOST_TEST(added->at("unknown_decisions").as_array().empty());
}

BOOST_AUTO_TEST_CASE(an_entry_has_a_page_with_its_history)
{
    auto const home = home_of(page("/catalogue?year=2025")) + "/catalogue/items/";
    auto const view = page(home + "1");
    BOOST_TEST(view.at("history").as_array().size() >= 4u);
    BOOST_TEST(text(view.at("history").at(0), "act_words") == "申报事项");
    BOOST_TEST(district().json("office", "GET", home + "999").status == 404);
    BOOST_TEST(district().json("office", "GET", home + "x").status == 404);
    auto const decision = district().case_with({"intake.start_decided"});
    BOOST_TEST(district()
                   .json("office", "GET", "/cases/" + std::to_string(decision.value) + "/catalogue")
                   .status == 404);
}

BOOST_AUTO_TEST_CASE(a_unit_proposes_on_the_page_of_the_year_that_is_called_for)
{
    auto const set_up = district().json("office", "POST", "/cases",
                                        {{"shape", "catalogue/2026"},
                                         {"kind", "catalogue_call.set_up"},
                                         {"act_id", "catalogue-2027-set-up"},
                                         {"body", {{"year", 2027}}}});
    BOOST_TEST_REQUIRE(set_up.status == 201, set_up.body);
    auto const again = district().json("office", "POST", "/cases",
                                       {{"shape", "catalogue/2026"},
                                        {"kind", "catalogue_call.set_up"},
                                        {"act_id", "catalogue-2027-again"},
                                        {"body", {{"year", 2027}}}});
    BOOST_TEST(again.status == 422);
    BOOST_TEST(again.body.find("JC-51") != std::string::npos);

    auto const home = "/cases/" + std::to_string(set_up.view().at("case").as_int64());
    auto const issued = act("office", home, "catalogue_call.issued", "issued",
                            {{"units", {"water", "health"}}, {"deadline", "2026-07-15"}}, 1);
    BOOST_TEST_REQUIRE(issued.status == 201, issued.body);
    auto const form = uploaded("盖章的建议项目表", "6KGoLnR4dA==", "sponsor"); // 表.txt
    auto const proposal = act("sponsor", home, "catalogue_call.proposed", "proposed",
                              {{"item_name", "西江堤岸修缮方案"},
                               {"matter", "construction_project"},
                               {"lead", "water"},
                               {"planned_meeting", "2027年第三季度"},
                               {"stamped_form", {{"hash", form}, {"name", "表.txt"}}}},
                              2);
    BOOST_TEST_REQUIRE(proposal.status == 201, proposal.body);
    auto const view = page("/catalogue?year=2027", "sponsor");
    BOOST_TEST(view.at("proposals").as_array().size() == 1u);
    BOOST_TEST(view.at("awaited").as_array().size() == 2u);
    BOOST_TEST(!view.at("carry_overs").as_array().empty()); // what 2026 has not finished
    BOOST_TEST(view.at("has_missing").as_bool());

    // on the page of the case nobody types the number of a proposal either
    auto const of_case = district().ask("office", "GET", home).body;
    BOOST_TEST(of_case.find(">1. 西江堤岸修缮方案</option>") != std::string::npos);

    // a unit that has proposed nothing is asked first whether it means that
    auto const called = district().ask("clerk_health", "GET", "/catalogue?year=2027").body;
    auto const asked = district().ask(
        "clerk_health", "POST", home + "/acts",
        {{"accept", "text/html"}, {"content-type", "application/x-www-form-urlencoded"}},
        web::to_query({{"csrf", hidden(called, "csrf")},
                       {"kind", "catalogue_call.answered"},
                       {"act_id", "catalogue-nothing-2027"},
                       {"seen", "3"},
                       {"back", "catalogue"}}));
    BOOST_TEST(asked.status == 200, asked.body.substr(0, 2000));
    for (auto const* words : {"按零申报登记", "仍然提交", "name=\"back\" value=\"catalogue\""})
        BOOST_TEST(asked.body.find(words) != std::string::npos, words);
    BOOST_TEST(page(home, "office").at("version").as_int64() == 3);
    // while this year's goes on, the one of the next year is a link away
    BOOST_TEST(district()
                   .ask("sponsor", "GET", "/catalogue")
                   .body.find("<a href=\"/catalogue?year=2027\">2027年度目录</a>") !=
               std::string::npos);

    auto const html = district().ask("sponsor", "GET", "/catalogue?year=2027").body;
    BOOST_TEST(html.find("value=\"catalogue_call.proposed\"") != std::string::npos);
    BOOST_TEST(html.find("西江堤岸修缮方案") != std::string::npos);
    BOOST_TEST(html.find("{{") == std::string::npos);
    auto const carried =
        district().ask("sponsor", "GET",
                       "/catalogue?year=2027&carry_year=2026&carry_item=1&carry_name=" +
                           web::percent_encoded("结转的事项"));
    BOOST_TEST(carried.body.find("value=\"结转的事项\"") != std::string::npos);
    // It is not published.
    BOOST_TEST(district().json("", "GET", "/public/catalogue/2027").status == 404);
}

BOOST_AUTO_TEST_CASE(the_office_enters_a_table_of_proposals_at_once)
{
    std::string const table = "申报单位,事项名称,事项类型,牵头单位,计划时间\n"
                              ",水库除险方案,建设项目,区水务局,第二季度\n"
                              "区水务局,水价方案,公共政策,区财政局,下半年\n";
    auto const before = page("/catalogue?year=2027").at("proposals").as_array().size();
    auto const hash = uploaded(table, "55uu5b2VLmNzdg==");
    web::pairs const fields{
        {"what", "proposals"}, {"year", "2027"}, {"hash", hash}, {"name", "申报.csv"}};
    auto const tried = import(fields);
    BOOST_TEST_REQUIRE(tried.status == 200, tried.body);
    BOOST_TEST(tried.view().at("good").as_bool());
    BOOST_TEST(tried.view().at("items").as_array().size() == 2u);
    BOOST_TEST(page("/catalogue?year=2027").at("proposals").as_array().size() == before);

    auto confirmed = fields;
    confirmed.emplace_back("confirm", "1");
    auto const entered = import(confirmed);
    BOOST_TEST_REQUIRE(entered.status == 201, entered.body);
    auto const after = page("/catalogue?year=2027").at("proposals").as_array();
    BOOST_TEST_REQUIRE(after.size() == before + 2);
    BOOST_TEST(text(after[before], "item_name") == "水库除险方案");
    BOOST_TEST(import(fields).view().at("already_here").as_bool());

    auto const wrong = uploaded(table + "区水务局,堤防方案,,区水务局,下半年\n", "55uu5b2VLmNzdg==");
    auto const refused = import({{"what", "proposals"},
                                 {"year", "2027"},
                                 {"hash", wrong},
                                 {"name", "申报.csv"},
                                 {"confirm", "1"}});
    BOOST_TEST(refused.status == 422);
    BOOST_TEST(page("/catalogue?year=2027").at("proposals").as_array().size() == before + 2);
    // the year whose call runs stands in the form, and where it is wrong, that is what is said
    auto const form = district().view("office", "/catalogue/import?what=proposals");
    BOOST_TEST(form.at("year").to_number<long long>() == 2027);
    auto const of_last_year =
        import({{"what", "proposals"}, {"year", "2026"}, {"hash", hash}, {"name", "申报.csv"}});
    BOOST_TEST(of_last_year.status == 422);
    auto const why = of_last_year.view().at("faults").as_array();
    BOOST_TEST_REQUIRE(why.size() == 1u);
    BOOST_TEST(why.front().at("line").to_number<long long>() == 1);
    BOOST_TEST(text(why.front(), "words").find("请核对所填的年度") != std::string::npos);
    auto const none =
        import({{"what", "proposals"}, {"year", "2028"}, {"hash", hash}, {"name", "x"}});
    BOOST_TEST(none.status == 422);
}

BOOST_AUTO_TEST_CASE(a_link_made_by_mistake_is_taken_back_and_the_decision_is_a_stray_again)
{
    auto const view = page("/catalogue?year=2026");
    auto const strays = view.at("strays").as_array();
    BOOST_TEST_REQUIRE(!strays.empty());
    auto const number = text(strays.front(), "number");
    auto const is_stray = [&] {
        auto const now = page("/catalogue?year=2026").at("strays").as_array();
        return std::any_of(now.begin(), now.end(),
                           [&](auto const& one) { return text(one, "number") == number; });
    };
    json::object link{{"item_number", 1}, {"decision_number", number}};
    auto const home = home_of(view);
    auto const item = home + "/catalogue/items/1";
    auto const unlinking = "value=\"catalogue_items.unlinked\"";
    auto const linked = district().json("office", "POST", home + "/acts",
                                        json::object{{"kind", "catalogue_items.linked"},
                                                     {"act_id", "catalogue-link-1"},
                                                     {"body", link}});
    BOOST_TEST_REQUIRE(linked.status == 201, linked.body);
    BOOST_TEST(!is_stray());
    BOOST_TEST(district().ask("office", "GET", item).body.find(unlinking) != std::string::npos);

    link["reason"] = "关联错了";
    auto const taken_back = district().json("office", "POST", home + "/acts",
                                            json::object{{"kind", "catalogue_items.unlinked"},
                                                         {"act_id", "catalogue-unlink-1"},
                                                         {"body", link}});
    BOOST_TEST_REQUIRE(taken_back.status == 201, taken_back.body);
    BOOST_TEST(is_stray());
    auto const again = district().json("office", "POST", home + "/acts",
                                       json::object{{"kind", "catalogue_items.unlinked"},
                                                    {"act_id", "catalogue-unlink-2"},
                                                    {"body", link}});
    BOOST_TEST(again.status == 422);
}

BOOST_AUTO_TEST_CASE(a_year_without_catalogue_says_so)
{
    auto const view = page("/catalogue?year=2031");
    BOOST_TEST(!view.at("exists").as_bool());
    auto const html = district().ask("office", "GET", "/catalogue?year=2031").body;
    BOOST_TEST(html.find("f.year=2031") == std::string::npos); // nobody may set it up yet
    auto const unit = district().ask("sponsor", "GET", "/catalogue?year=2031").body;
    BOOST_TEST(unit.find("/cases/new?shape") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(everybody_sees_the_published_catalogue_and_nothing_withheld)
{
    auto const got = district().json("", "GET", "/public/catalogue/2025");
    BOOST_TEST_REQUIRE(got.status == 200, got.body);
    auto const view = got.view();
    BOOST_TEST(!view.at("items").as_array().empty());
    BOOST_TEST(view.at("dropped_items").as_array().size() == 1u);
    for (auto const& one : view.at("items").as_array())
        BOOST_TEST(!one.at("dropped").as_bool());
    auto const newest = district().json("", "GET", "/public/catalogue");
    BOOST_TEST(newest.view().at("year") == 2026);
    for (auto const* none : {"/public/catalogue/1990", "/public/catalogue/x"})
        BOOST_TEST(district().json("", "GET", none).status == 404, none);
    auto const html = district().ask("", "GET", "/public/catalogue/2025").body;
    BOOST_TEST(html.find("catalogue-2025.csv") != std::string::npos);
    BOOST_TEST(html.find("{{") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_planned_month_is_read_in_english)
{
    auto const in = [](char const* language) {
        return district()
            .ask("", "GET", "/public/catalogue/2026",
                 {{"accept", "text/html"}, {"cookie", std::string("language=") + language}})
            .body;
    };
    BOOST_TEST(in("zh").find("月</td>") != std::string::npos);
    BOOST_TEST(in("zh").find(">2026年第") != std::string::npos); // typed without its year
    auto const english = in("en");
    BOOST_TEST(english.find("</html>") != std::string::npos);
    BOOST_TEST(english.find("月</td>") == std::string::npos);
    BOOST_TEST(english.find("季度</td>") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_published_catalogue_is_open_data)
{
    auto const shown = district().json("", "GET", "/public/catalogue/2025").view();
    auto const items = shown.at("items").as_array().size();
    auto const data = district().ask("", "GET", "/public/open-data/catalogue-2025.json");
    BOOST_TEST_REQUIRE(data.status == 200);
    BOOST_TEST(data.view().at("items").as_array().size() == items);
    auto const csv = district().ask("", "GET", "/public/open-data/catalogue-2025.csv");
    BOOST_TEST_REQUIRE(csv.status == 200);
    BOOST_TEST(std::count(csv.body.begin(), csv.body.end(), '\n') == static_cast<long>(items) + 1);
    for (auto const* none : {"catalogue-1990.csv", "catalogue-.csv", "catalogue-2025.xml"})
        BOOST_TEST(district().ask("", "GET", std::string("/public/open-data/") + none).status ==
                       404,
                   none);
}

BOOST_AUTO_TEST_CASE(the_office_tries_a_table_and_then_enters_it)
{
    std::string const table = "事项名称,承办单位,配合单位,计划时间\n"
                              "排涝规划,区水务局,区财政局；区发展和改革局,第二季度\n"
                              "收费方案,区财政局,,12月底前\n";
    auto const hash = uploaded(table, "55uu5b2VLmNzdg=="); // 目录.csv
    web::pairs const fields{{"year", "2012"}, {"hash", hash}, {"name", "目录.csv"}};
    auto const tried = import(fields);
    BOOST_TEST_REQUIRE(tried.status == 200, tried.body);
    BOOST_TEST(tried.view().at("good").as_bool());
    BOOST_TEST(tried.view().at("items").as_array().size() == 2u);
    BOOST_TEST(!page("/catalogue?year=2012").contains("items")); // nothing was entered

    auto confirmed = fields;
    confirmed.emplace_back("confirm", "1");
    auto const entered = import(confirmed);
    BOOST_TEST_REQUIRE(entered.status == 201, entered.body);
    auto const view = page("/catalogue?year=2012");
    BOOST_TEST_REQUIRE(view.at("items").as_array().size() == 2u);
    BOOST_TEST(view.at("items").at(0).at("taken_over").as_bool());
    BOOST_TEST(text(view.at("items").at(0), "lead") == "water");
    BOOST_TEST(text(view.at("publication"), "source") == "目录.csv");
    // The table has no column of steps: both cells are marked.
    auto const html =
        district().ask("office", "GET", "/catalogue?year=2012", {{"accept", "text/html"}}).body;
    auto const first = html.find(">未填写</span>");
    BOOST_TEST_REQUIRE(first != std::string::npos);
    auto const second = html.find(">未填写</span>", first + 1);
    BOOST_TEST_REQUIRE(second != std::string::npos);
    BOOST_TEST(html.find(">未填写</span>", second + 1) == std::string::npos);
    BOOST_TEST(import(fields).view().at("already_here").as_bool());
}

BOOST_AUTO_TEST_CASE(a_table_with_faults_is_told_line_by_line)
{
    auto const hash = uploaded("事项名称,计划时间\n甲,尽快\n乙,第二季度\n", "55uu5b2VLmNzdg==");
    auto const tried =
        import({{"year", "2013"}, {"hash", hash}, {"name", "目录.csv"}, {"confirm", "1"}});
    BOOST_TEST(tried.status == 422);
    auto const faults = tried.view().at("faults").as_array();
    BOOST_TEST_REQUIRE(faults.size() == 1u);
    BOOST_TEST(faults.front().at("line").to_number<long long>() == 2);
    BOOST_TEST(!page("/catalogue?year=2013").contains("items"));
    BOOST_TEST(import({{"year", "2013"}}).status == 422);
    BOOST_TEST(district().json("sponsor", "GET", "/catalogue/import").status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
