#include "adapters/sheet/read_sheet.hpp"
#include "tests/web/demo_house.hpp"
#include "tests/web/house.hpp"
#include "tests/web/page_text.hpp"
#include "web/percent.hpp"

#include <algorithm>

// The register of legal matters over the sample district: who sees it, how it is narrowed, exported
// and filled, and that a matter is no decision anywhere.

using tests::district;
using tests::has;

namespace {

namespace json = boost::json;

std::size_t listed(std::string const& query)
{
    return district().view("reviewer", "/matters?" + query).at("matters").as_array().size();
}

json::object const request = {
    {"title", "新办公用房租赁合同"}, {"legal_kind_is", "contract"},
    {"requesting_unit", "water"},    {"received_on", "2026-06-15"},
    {"urgency_is", "ordinary"},      {"asked_at_is", "negotiation"},
    {"counterparty", "某物业公司"},  {"basis_of_amount", "contract_price"},
    {"amount", 12'000'000}};

/// Opens a matter in the name of somebody.
tests::site_reply open(std::string const& who, std::string const& act_id, json::object const& body)
{
    return district().json(who, "POST", "/cases",
                           {{"shape", "legal_matter/2026"}, {"act_id", act_id}, {"body", body}});
}

} // namespace

BOOST_AUTO_TEST_SUITE(matters)

BOOST_AUTO_TEST_CASE(the_register_is_narrowed_by_each_filter)
{
    auto const all = listed("");
    BOOST_TEST(all >= 22u);
    BOOST_TEST(listed("year=2021") == 7u);
    BOOST_TEST(listed("kind=litigation") == 1u);
    BOOST_TEST(listed("amount=unknown") == 3u);
    BOOST_TEST(listed("amount=known") + listed("amount=none") + listed("amount=unknown") == all);
    BOOST_TEST(listed("closed=yes") + listed("closed=no") == all);
    BOOST_TEST(listed("unit=housing") == 2u);
    BOOST_TEST(listed("unit=housing&year=2021&kind=contract") == 1u);
    BOOST_TEST(listed("words=%E4%B8%AD%E5%A4%A9%E6%81%92%E5%9F%BA") == 1u); // 中天恒基
    BOOST_TEST(district().json("reviewer", "GET", "/matters?amount=zero").status == 400);
    BOOST_TEST(district().json("reviewer", "GET", "/matters?year=x").status == 400);
}

BOOST_AUTO_TEST_CASE(an_amount_that_nobody_knows_is_no_number)
{
    auto const found = district().view("reviewer", "/matters?amount=unknown");
    for (auto const& one : found.at("matters").as_array()) {
        BOOST_TEST(one.at("amount_fen").is_null());
        BOOST_TEST(one.at("amount_words").as_string() == "尚未确定");
    }
}

BOOST_AUTO_TEST_CASE(an_export_is_exactly_the_filtered_list)
{
    auto const csv = district().ask("reviewer", "GET", "/matters/export?year=2021&as=csv");
    BOOST_TEST_REQUIRE(csv.status == 200);
    auto const list = csv.body.substr(0, csv.body.find("清单"));
    auto const read = adapters::sheet::read_csv_table(list);
    BOOST_TEST_REQUIRE(std::holds_alternative<adapters::sheet::read_table>(read));
    BOOST_TEST(std::get<adapters::sheet::read_table>(read).rows.size() == 7u);
    auto const book = district().ask("reviewer", "GET", "/matters/export?year=2021&as=xlsx");
    auto const table = adapters::sheet::read_xlsx_table(book.body);
    BOOST_TEST_REQUIRE(std::holds_alternative<adapters::sheet::read_table>(table));
    BOOST_TEST(std::get<adapters::sheet::read_table>(table).rows.size() == 7u);
    BOOST_TEST(district().ask("reviewer", "GET", "/matters/export?as=pdf").status == 400);
}

BOOST_AUTO_TEST_CASE(a_unit_registers_for_itself_and_the_office_takes_it)
{
    auto const refused = open("sponsor", "matter-web-0001", [] {
        auto other = request;
        other["requesting_unit"] = "finance";
        return other;
    }());
    BOOST_TEST(refused.status == 422);
    BOOST_TEST(has(refused.body, "JC-41"));
    auto const opened = open("sponsor", "matter-web-0002", request);
    BOOST_TEST_REQUIRE(opened.status == 201, opened.body);
    auto const id = opened.view().at("case").as_int64();
    BOOST_TEST(std::string(opened.view().at("number").as_string()).starts_with("FW2026-"));
    auto const taken = district().json("reviewer", "POST", "/cases/" + std::to_string(id) + "/acts",
                                       {{"kind", "handling.assigned"},
                                        {"act_id", "matter-web-0003"},
                                        {"seen", 1},
                                        {"body", {{"handler", "夏秀英"}, {"working_days", 10}}}});
    BOOST_TEST(taken.status == 201, taken.body);
    auto const figures = district().view("reviewer", "/figures/LEGAL.matters?year=2026");
    BOOST_TEST(figures.at("value").as_int64() > 0);
}

BOOST_AUTO_TEST_CASE(a_request_comes_with_today_as_the_day_on_which_it_was_received)
{
    for (auto const* who : {"sponsor", "reviewer"}) {
        auto const page = district().ask(who, "GET", "/cases/new?shape=legal_matter%2F2026").body;
        auto const at = page.find("id=\"f-matter-registered-received_on\"");
        BOOST_TEST_REQUIRE(at != std::string::npos, who);
        auto const begins = page.rfind('<', at);
        BOOST_TEST(has(page.substr(begins, page.find('>', at) - begins), "value=\"20"), who);
    }
}

BOOST_AUTO_TEST_CASE(a_matter_is_no_decision)
{
    auto const cases = district().ask("reviewer", "GET", "/cases?words=FW20");
    BOOST_TEST(cases.status == 200);
    auto const found = district().view("reviewer", "/cases?words=FW20");
    BOOST_TEST(found.at("cases").as_array().empty());
    auto const page = district().ask("sponsor", "GET", "/cases", {{"accept", "text/html"}});
    BOOST_TEST(!has(page.body, "系统外办结"));
    BOOST_TEST(district().view("sponsor", "/cases/new").at("shapes").as_array().size() == 1u);
}

BOOST_AUTO_TEST_CASE(the_page_of_a_matter_leaves_out_what_is_only_a_decisions)
{
    auto const first = district().view("reviewer", "/matters?year=2021").at("matters").at(0);
    auto const href = std::string(first.at("href").as_string());
    auto const page = district().ask("reviewer", "GET", href, {{"accept", "text/html"}});
    BOOST_TEST(page.status == 200);
    BOOST_TEST(has(page.body, "href=\"/matters\""));
    BOOST_TEST(!has(page.body, href + "/opinions"));
    BOOST_TEST(!has(page.body, href + "/sheets"));
    BOOST_TEST(has(page.body, "涉及金额"));
}

BOOST_AUTO_TEST_CASE(a_duty_on_a_matter_leads_to_no_sheets_which_it_has_not)
{
    int duties = 0;
    auto const register_of_all = district().view("reviewer", "/matters");
    for (auto const& one : register_of_all.at("matters").as_array()) {
        auto const page = district().ask("reviewer", "GET", std::string(one.at("href").as_string()),
                                         {{"accept", "text/html"}});
        duties += has(page.body, "class=\"offer duty\"");
        BOOST_TEST(!has(page.body, "/sheets"));
    }
    BOOST_TEST(duties > 0);
}

BOOST_AUTO_TEST_CASE(whoever_has_no_part_in_legal_affairs_does_not_see_them)
{
    BOOST_TEST(district().json("competition", "GET", "/matters").status == 403);
    BOOST_TEST(district().json("sponsor", "GET", "/matters/import").status == 403);
    BOOST_TEST(district().json("sponsor", "GET", "/advisers").status == 403);
    BOOST_TEST(district().json("adviser", "GET", "/matters").status == 200);
}

BOOST_AUTO_TEST_CASE(advisers_withdraw_from_a_matter_for_themselves_and_choose_no_other_name)
{
    auto const running = district().view("reviewer", "/matters?closed=no");
    for (auto const& one : running.at("matters").as_array()) {
        auto const home = tests::home_of(one.at("id").as_int64());
        auto const page = district().ask("adviser2", "GET", home);
        auto const list =
            page.body.find("<select id=\"f-handling-counsel_withdrew-counsel\" name=\"f.counsel\"");
        if (page.status != 200 || list == std::string::npos)
            continue;
        auto const options = page.body.substr(list, page.body.find("</select>", list) - list);
        auto const own = options.find("<option value=\"何志强\" selected>何志强 · "
                                      "区人民政府法律顾问室 法律顾问、公职律师</option>");
        BOOST_TEST_REQUIRE(own != std::string::npos, options);
        BOOST_TEST(options.find("<option", own + 1) == std::string::npos, options);
        // whoever would opine is led there by the form of the opinion, which closes the answer
        if (!has(page.body, "id=\"f-advice-opined-interest\""))
            continue;
        BOOST_TEST(has(page.body, "由法制机构另行指派法律顾问。 <a "
                                  "href=\"#act-handling.counsel_withdrew\">法律顾问回避</a>"));
        return;
    }
    BOOST_FAIL("no matter waits for the opinion of the adviser");
}

BOOST_AUTO_TEST_CASE(the_advisers_of_the_house_are_suggested_where_one_is_called_in_to_a_matter)
{
    auto const running = district().view("reviewer", "/matters?closed=no");
    bool somebody_is_there = false;
    std::size_t forms = 0;
    for (auto const& one : running.at("matters").as_array()) {
        auto const page =
            district().ask("reviewer", "GET", tests::home_of(one.at("id").as_int64())).body;
        std::string const input = "id=\"f-handling-counsel_named-counsel\"";
        auto const at = page.find("<input type=\"text\" " + input);
        if (at == std::string::npos)
            continue;
        ++forms;
        auto const field = page.substr(at, page.find("</datalist>", at) - at);
        BOOST_TEST(has(field, "list=\"f-handling-counsel_named-counsel-known\""));
        auto const there = page.find("id=\"f-handling-counsel_withdrew-counsel\"");
        auto const already = there == std::string::npos
                                 ? std::string()
                                 : page.substr(there, page.find("</select>", there) - there);
        // whoever takes part already is on the list of those who may withdraw, and suggested no
        // more
        for (std::string const name : {"区慧敏", "何志强", "苏晓燕"}) {
            auto const option = "<option value=\"" + name + "\"";
            BOOST_TEST(has(field, option) != has(already, option), name);
            somebody_is_there = somebody_is_there || has(already, option);
        }
    }
    BOOST_TEST(forms > 0u);
    BOOST_TEST(somebody_is_there);
}

BOOST_AUTO_TEST_CASE(what_was_opined_stands_above_the_letter_and_above_the_answer_to_it)
{
    auto const opened = open("sponsor", "matter-web-0010",
                             {{"title", "信息公开答复咨询"},
                              {"legal_kind_is", "other_legal"},
                              {"requesting_unit", "water"},
                              {"received_on", "2026-06-15"},
                              {"urgency_is", "ordinary"},
                              {"asked_at_is", "outset"},
                              {"basis_of_amount", "none"}});
    BOOST_TEST_REQUIRE(opened.status == 201, opened.body);
    auto const home = tests::home_of(opened.view().at("case").as_int64());
    int acts = 0;
    auto const enter = [&](char const* kind, json::object body) {
        auto const done = district().json("reviewer", "POST", home + "/acts",
                                          {{"kind", kind},
                                           {"act_id", "matter-web-001-" + std::to_string(++acts)},
                                           {"body", std::move(body)}});
        BOOST_TEST_REQUIRE(done.status == 201, kind << done.body);
    };
    auto const is_said_above = [&](char const* who, std::string const& kind) {
        auto const page = district().ask(who, "GET", home).body;
        auto const form = page.find("name=\"kind\" value=\"" + kind + "\"");
        auto const words = page.find("第二条写明不予公开的依据（高风险）；信息公开条例第十四条");
        BOOST_TEST(form != std::string::npos, kind);
        BOOST_TEST(words != std::string::npos, kind);
    };
    enter("handling.assigned", {{"handler", "夏秀英"}, {"working_days", 10}});
    enter("advice.opined",
          {{"interest", "none"},
           {"form_is", "written"},
           {"conclusion_is", "after_changes"},
           {"points", json::array{json::object{{"point", "第二条写明不予公开的依据"},
                                               {"risk", "high"},
                                               {"article", "信息公开条例第十四条"}}}}});
    is_said_above("reviewer", "advice.letter_issued");
    enter("advice.letter_issued", {{"letter_number", "高法意〔2026〕998号"},
                                   {"conclusion_is", "after_changes"},
                                   {"signed_by", "夏秀英"}});
    is_said_above("sponsor", "advice.answered");
}

BOOST_AUTO_TEST_CASE(while_the_clock_of_a_matter_stands_still_no_last_day_is_shown)
{
    auto const opened = open("sponsor", "matter-web-0020", request);
    BOOST_TEST_REQUIRE(opened.status == 201, opened.body);
    auto const home = tests::home_of(opened.view().at("case").as_int64());
    auto const enter = [&](char const* kind, json::object body) {
        auto const done = district().json("reviewer", "POST", home + "/acts",
                                          {{"kind", kind},
                                           {"act_id", "matter-web-002-" + std::string(kind)},
                                           {"body", std::move(body)}});
        BOOST_TEST_REQUIRE(done.status == 201, kind << done.body);
    };
    enter("handling.assigned", {{"handler", "夏秀英"}, {"working_days", 10}});
    auto const limit = [&] {
        return district().view("reviewer", home).at("limits").at(0).as_object();
    };
    BOOST_TEST(!limit().at("due_words").as_string().empty());
    // the two fields of the form are told apart
    BOOST_TEST(has(district().ask("reviewer", "GET", home).body, "具体情况"));
    enter("handling.paused", {{"ground", "outside_opinion"}, {"what_for", "等待财政局的意见"}});
    BOOST_TEST(limit().at("state").as_string() == "paused");
    BOOST_TEST(limit().at("due_words").as_string().empty());
}

BOOST_AUTO_TEST_CASE(whoever_advised_on_a_matter_is_not_awaited_any_more_and_another_is)
{
    auto const opened = open("sponsor", "matter-web-0030", request);
    BOOST_TEST_REQUIRE(opened.status == 201, opened.body);
    auto const home = tests::home_of(opened.view().at("case").as_int64());
    int acts = 0;
    auto const enter = [&](char const* who, char const* kind, json::object body) {
        auto const done = district().json(who, "POST", home + "/acts",
                                          {{"kind", kind},
                                           {"act_id", "matter-web-003-" + std::to_string(++acts)},
                                           {"body", std::move(body)}});
        BOOST_TEST_REQUIRE(done.status == 201, kind << done.body);
    };
    enter("reviewer", "handling.assigned", {{"handler", "夏秀英"}, {"working_days", 10}});
    for (auto const* name : {"区慧敏", "何志强"})
        enter("reviewer", "handling.counsel_named",
              {{"counsel", name}, {"conflict_declared", "none_declared"}});
    enter("adviser", "advice.opined",
          {{"interest", "none"}, {"form_is", "written"}, {"conclusion_is", "agree"}});
    auto const is_own = [&](char const* who) {
        auto const view = district().view(who, home);
        for (auto const& step : view.at("next").at("steps").as_array())
            for (auto const& act : step.at("acts").as_array())
                if (act.at("kind").as_string() == "advice.opined")
                    return step.at("own").as_bool();
        return false;
    };
    BOOST_TEST(!is_own("adviser"));
    BOOST_TEST(is_own("adviser2"));
}

BOOST_AUTO_TEST_CASE(advisers_find_the_words_of_opinions_on_the_matters_that_they_were_called_to)
{
    auto const opinions = [](char const* who) {
        auto const found =
            district().view(who, "/search?words=" + web::percent_encoded("违约责任"));
        auto const& rows = found.at("rows").as_array();
        return std::count_if(rows.begin(), rows.end(), [](auto const& one) {
            return one.at("kind").as_string() == "advice.opined";
        });
    };
    BOOST_TEST(opinions("adviser2") > 0);
    BOOST_TEST(opinions("adviser") == 0);
}

BOOST_AUTO_TEST_CASE(the_form_of_the_import_asks_for_a_register)
{
    auto const page =
        district().ask("reviewer", "GET", "/matters/import", {{"accept", "text/html"}});
    BOOST_TEST(has(page.body, "name=\"register\""));
    BOOST_TEST(district().json("reviewer", "POST", "/matters/import", json::object()).status ==
               422);
}

BOOST_AUTO_TEST_CASE(each_import_shows_its_columns_and_gives_an_empty_table)
{
    for (auto const& [who, path, heading] :
         {std::tuple("reviewer", "/matters/import", "送办单位"),
          std::tuple("office", "/catalogue/import", "牵头单位"),
          std::tuple("compiler", "/reports/import", "指标代码")}) {
        auto const page = district().ask(who, "GET", path, {{"accept", "text/html"}});
        BOOST_TEST(has(page.body, "id=\"h-columns\""), path);
        auto const csv = district().ask(who, "GET", std::string(path) + "?as=csv");
        BOOST_TEST(csv.status == 200, path);
        BOOST_TEST(has(csv.body, heading), path);
        BOOST_TEST(!has(csv.body, "\r\n,"), path);
        BOOST_TEST(district().ask(who, "GET", std::string(path) + "?as=exe").status == 400, path);
    }
}

BOOST_AUTO_TEST_CASE(the_files_of_the_advisers_show_their_work)
{
    auto const list = district().view("reviewer", "/advisers?year=2021");
    BOOST_TEST(list.at("advisers").as_array().size() == 3u);
    long long id = 0;
    for (auto const& one : list.at("advisers").as_array())
        if (one.at("adviser").as_string() == "何志强") {
            id = one.at("id").as_int64();
            BOOST_TEST(one.at("cases").as_int64() >= 4);
        }
    BOOST_TEST_REQUIRE(id > 0);
    auto const file = district().view("reviewer", "/advisers/" + std::to_string(id) + "?year=2021");
    BOOST_TEST(file.at("title").as_string() == "何志强");
    BOOST_TEST(!file.at("acts").as_array().empty());
    BOOST_TEST(district().json("reviewer", "GET", "/advisers/1").status == 404); // a decision
    BOOST_TEST(district().json("reviewer", "GET", "/advisers?year=x").status == 400);
}

BOOST_AUTO_TEST_CASE(an_adviser_who_sees_their_own_file_is_told_nothing_of_those_of_others)
{
    auto const list = district().view("adviser", "/advisers");
    BOOST_TEST(list.at("advisers").as_array().size() < 3u);
    BOOST_TEST(!list.at("too_few").as_bool());
    BOOST_TEST(!list.at("has_without").as_bool());
}

BOOST_AUTO_TEST_CASE(at_a_matter_the_navigation_stands_at_the_register)
{
    auto const list = district().view("reviewer", "/matters");
    auto const matter = std::string(list.at("matters").at(0).at("href").as_string());
    auto const shown = district().ask("reviewer", "GET", matter, {{"accept", "text/html"}});
    BOOST_TEST(has(shown.body, "href=\"/matters\" aria-current=\"page\""));
    BOOST_TEST(!has(shown.body, "href=\"/cases\" aria-current=\"page\""));
}

BOOST_AUTO_TEST_SUITE_END()
