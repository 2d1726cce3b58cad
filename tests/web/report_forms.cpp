#include "tests/web/demo_house.hpp"
#include "tests/web/house.hpp"
#include "tests/web/page_text.hpp"
#include "web/percent.hpp"

#include <algorithm>

// How the forms of an annual report come back, and what its pages tell of a text that is not done,
// over the sample district.

using tests::district;

namespace {

namespace json = boost::json;

constexpr char const* last = "/reports/2025";
constexpr char const* next = "/reports/2026";

/// Sends a form of somebody, with the secret of their session as a page of theirs holds it.
tests::site_reply send_form(std::string const& login, std::string const& page,
                            std::string const& to, web::pairs fields)
{
    auto const form = district().ask(login, "GET", page, {{"accept", "text/html"}});
    BOOST_TEST_REQUIRE(form.status == 200, form.body);
    std::string const begin = "name=\"csrf\" value=\"";
    auto const from = form.body.find(begin) + begin.size();
    fields.emplace_back("csrf", form.body.substr(from, form.body.find('"', from) - from));
    return district().ask(
        login, "POST", to,
        {{"accept", "text/html"}, {"content-type", "application/x-www-form-urlencoded"}},
        web::to_query(fields));
}

} // namespace

BOOST_AUTO_TEST_SUITE(report_forms)

BOOST_AUTO_TEST_CASE(a_refused_answer_comes_back_as_it_was_with_the_fault_beside_its_field)
{
    auto const view = district().view("clerk_justice", "/reports/2026/answers");
    auto const& rows = view.at("rows").as_array();
    BOOST_TEST_REQUIRE(rows.size() > 2u);
    auto const id = std::to_string(view.at("case").as_int64());
    auto const version = district().view("compiler", "/cases/" + id).at("version").as_int64();
    web::pairs fields{{"kind", "collection.answered"},
                      {"act_id", "web-report-refused"},
                      {"seen", std::to_string(version)},
                      {"back", "report/answers"}};
    for (std::size_t n = 0; n < rows.size(); ++n) {
        auto const at = "f.values[" + std::to_string(n) + "].";
        fields.emplace_back(at + "indicator", std::string(rows[n].at("indicator").as_string()));
        fields.emplace_back(at + "value", n == 0 ? "abc" : n == 1 ? "" : "7");
        fields.emplace_back(at + "source", "台账");
    }
    auto const again =
        send_form("clerk_justice", "/reports/2026/answers", "/cases/" + id + "/acts", fields);
    BOOST_TEST(again.status == 400);
    for (auto const& row : rows)
        BOOST_TEST(again.body.find("<legend>" + std::string(row.at("label").as_string())) !=
                   std::string::npos);
    BOOST_TEST(again.body.find("value=\"abc\"") != std::string::npos);
    BOOST_TEST(again.body.find("id=\"value-0-why\"") != std::string::npos);
    BOOST_TEST(again.body.find("id=\"value-1-why\"") != std::string::npos);
    BOOST_TEST(again.body.find("id=\"value-2-why\"") == std::string::npos);
    BOOST_TEST(again.body.find("没有请你单位填报") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_unit_answers_what_it_knows_and_leaves_the_other_rows_empty)
{
    constexpr char const* page = "/reports/2026/answers";
    auto const view = district().view("clerk_justice", page);
    auto const home = "/cases/" + std::to_string(view.at("case").as_int64());
    auto const before = view.at("rows").as_array();
    BOOST_TEST_REQUIRE(before.size() > 2u);
    // Last year's values and the choice of a rounding come along in every row.
    auto const send = [&](std::string const& act_id, std::size_t filled) {
        auto const version = district().view("compiler", home).at("version").as_int64();
        web::pairs fields{{"kind", "collection.answered"},
                          {"act_id", act_id},
                          {"seen", std::to_string(version)},
                          {"back", "report/answers"}};
        for (std::size_t n = 0; n < before.size(); ++n) {
            auto const at = "f.values[" + std::to_string(n) + "].";
            fields.emplace_back(at + "indicator",
                                std::string(before[n].at("indicator").as_string()));
            fields.emplace_back(at + "value", n == filled ? "7" : "");
            fields.emplace_back(at + "last_year", "5");
            fields.emplace_back(at + "rounded", "exact");
            fields.emplace_back(at + "source", n == filled ? "台账" : "");
        }
        return send_form("clerk_justice", page, home + "/acts", fields);
    };
    auto const nothing = send("web-report-nothing", before.size());
    BOOST_TEST(nothing.status == 422);
    BOOST_TEST(nothing.body.find("没有填写任何指标的数值") != std::string::npos);
    BOOST_TEST(nothing.body.find("id=\"act-collection.answered\"") != std::string::npos);

    auto const last_row = before.size() - 1;
    auto const some = send("web-report-some", last_row);
    BOOST_TEST(some.status == 303, some.body);
    auto const after = district().view("clerk_justice", page).at("rows").as_array();
    BOOST_TEST(after.size() == before.size() - 1);
    auto const answered = before[last_row].at("indicator").as_string();
    BOOST_TEST(std::none_of(after.begin(), after.end(), [&](auto const& row) {
        return row.at("indicator").as_string() == answered;
    }));
}

BOOST_AUTO_TEST_CASE(a_unit_puts_right_what_waits_and_the_compiler_sees_both_values)
{
    constexpr char const* page = "/reports/2026/answers";
    auto const view = district().view("clerk_justice", page);
    auto const home = "/cases/" + std::to_string(view.at("case").as_int64());
    auto const& rows = view.at("rows").as_array();
    auto const count = std::find_if(rows.begin(), rows.end(), [](auto const& row) {
        return !row.at("indicator").as_string().ends_with("rate");
    });
    BOOST_TEST_REQUIRE(count != rows.end());
    std::string const code(count->at("indicator").as_string());
    auto const send = [&](std::string const& act_id, std::size_t row, char const* value) {
        auto const version = district().view("compiler", home).at("version").as_int64();
        auto const at = "f.values[" + std::to_string(row) + "].";
        return send_form("clerk_justice", page, home + "/acts",
                         {{"kind", "collection.answered"},
                          {"act_id", act_id},
                          {"seen", std::to_string(version)},
                          {"back", "report/answers"},
                          {at + "indicator", code},
                          {at + "value", value},
                          {at + "source", "台账"}});
    };
    BOOST_TEST(send("web-report-first-answer", 0, "12").status == 303);
    auto const shown = [&] {
        return district().ask("clerk_justice", "GET", page, {{"accept", "text/html"}}).body;
    };
    auto const body = shown();
    BOOST_TEST(body.find("更正填报</summary>") != std::string::npos);
    auto const on_case = district().ask("clerk_justice", "GET", home, {{"accept", "text/html"}});
    BOOST_TEST(on_case.body.find("<option value=\"" + code + "\">") != std::string::npos);
    auto const hidden = body.find("value=\"" + code + "\"");
    BOOST_TEST_REQUIRE(hidden != std::string::npos);
    auto const name = body.rfind("f.values[", hidden) + std::string("f.values[").size();
    auto const row = static_cast<std::size_t>(std::stoi(body.substr(name)));
    auto const bad = send("web-report-bad-correction", row, "约13");
    BOOST_TEST(bad.status == 422);
    BOOST_TEST(bad.body.find("value=\"约13\"") != std::string::npos);
    BOOST_TEST(bad.body.find("<details class=\"options\" open><summary>更正填报") !=
               std::string::npos);
    BOOST_TEST(send("web-report-correction", row, "13").status == 303);
    auto const after = district().view("clerk_justice", page);
    auto const& settled = after.at("settled").as_array();
    BOOST_TEST(std::any_of(settled.begin(), settled.end(), [](auto const& one) {
        return one.at("value").as_string() == "13" && one.at("replaced").as_string() == "12";
    }));
    auto const compiled = district().view("compiler", next);
    bool told = false;
    for (auto const& unit : compiled.at("requests").as_array())
        for (auto const& one : unit.at("rows").as_array())
            told = told || (one.at("indicator").as_string() == code &&
                            one.at("value").as_string() == "13" &&
                            one.at("replaced").as_string().starts_with("12"));
    BOOST_TEST(told);
}

BOOST_AUTO_TEST_CASE(a_rate_above_a_hundred_is_asked_back_before_it_is_on_record)
{
    constexpr char const* page = "/reports/2026/answers";
    auto const view = district().view("clerk_justice", page);
    auto const home = "/cases/" + std::to_string(view.at("case").as_int64());
    auto const version = [&] { return district().view("compiler", home).at("version").as_int64(); };
    auto const before = version();
    auto const& rows = view.at("rows").as_array();
    auto const rate = std::find_if(rows.begin(), rows.end(), [](auto const& row) {
        return row.at("indicator").as_string().ends_with("rate");
    });
    BOOST_TEST_REQUIRE(rate != rows.end());
    auto const asked =
        send_form("clerk_justice", page, home + "/acts",
                  {{"kind", "collection.answered"},
                   {"act_id", "web-report-above-whole"},
                   {"seen", std::to_string(before)},
                   {"back", "report/answers"},
                   {"f.values[0].indicator", std::string(rate->at("indicator").as_string())},
                   {"f.values[0].value", "130"},
                   {"f.values[0].source", "台账"}});
    BOOST_TEST(asked.status == 200, asked.body.substr(0, 2000));
    for (auto const* words :
         {"超过100%，请核对", "仍然提交", "name=\"confirmed\"", "value=\"130\""})
        BOOST_TEST(asked.body.find(words) != std::string::npos, words);
    BOOST_TEST(version() == before);
}

BOOST_AUTO_TEST_CASE(a_request_with_nothing_ticked_comes_back_on_the_page_of_the_report)
{
    auto const home =
        "/cases/" + std::to_string(district().view("compiler", next).at("case").as_int64());
    auto const version = district().view("compiler", home).at("version").as_int64();
    auto const sent = [&](char const* act_id, web::pairs more) {
        web::pairs fields{
            {"kind", "collection.asked"}, {"act_id", act_id},  {"seen", std::to_string(version)},
            {"back", "report/main"},      {"f.unit", "civil"}, {"f.remarks", "请于月底前报送"}};
        fields.insert(fields.end(), more.begin(), more.end());
        return send_form("compiler", next, home + "/acts", fields);
    };
    auto const again = sent("web-report-unticked", {{"f.answer_by", "2099-01-30"}});
    BOOST_TEST(again.status == 422);
    for (auto const* words :
         {"id=\"gate\"", "没有写明指标", "value=\"2099-01-30\"", "请于月底前报送</textarea>",
          "<option value=\"civil\" selected>", "id=\"act-collection.asked\" open",
          "id=\"f-collection-asked-indicators-why\""})
        BOOST_TEST(again.body.find(words) != std::string::npos, words);
    BOOST_TEST(again.body.find("name=\"f.indicators[0]\"") == std::string::npos);

    auto const undated = sent("web-report-undated", {{"f.indicators", "PETITION.levels"}});
    BOOST_TEST(undated.status == 400);
    BOOST_TEST(undated.body.find("value=\"PETITION.levels\" checked") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_sent_back_or_waived_with_nothing_ticked_comes_back_where_it_was_typed)
{
    auto const view = district().view("compiler", next);
    auto const home = "/cases/" + std::to_string(view.at("case").as_int64());
    auto const version = district().view("compiler", home).at("version").as_int64();
    for (auto const& [kind, form] :
         {std::pair{"sent_back", "send_back"}, std::pair{"waived", "waive"}}) {
        auto const& all = view.at("requests").as_array();
        auto const found = std::find_if(all.begin(), all.end(), [&](auto const& one) {
            return one.at(form).at("any").as_bool();
        });
        BOOST_TEST_REQUIRE((found != all.end()), kind);
        auto const code = std::string(found->at(form).at("codes").at(0).at("code").as_string());
        auto const send = [&](char const* act_id, web::pairs more) {
            web::pairs fields{{"kind", std::string("collection.") + kind},
                              {"act_id", std::string(act_id) + kind},
                              {"seen", std::to_string(version)},
                              {"back", "report/main"},
                              {"f.unit", std::string(found->at("unit").as_string())}};
            fields.insert(fields.end(), more.begin(), more.end());
            return send_form("compiler", next, home + "/acts", fields);
        };
        auto const id = std::string("id=\"f-collection-") + kind;
        auto const again = send("web-report-none-", {{"f.reason", "与去年相差过大"}});
        BOOST_TEST(again.status == 422);
        for (auto const& words : {std::string("id=\"gate\""), id + "-indicators\"",
                                  id + "-indicators-why\"><span class=\"error\">请至少选择一个",
                                  std::string("与去年相差过大</textarea>")})
            BOOST_TEST(again.body.find(words) != std::string::npos, words);
        BOOST_TEST(again.body.find(id + "-reason-why\"") == std::string::npos);

        auto const unsaid = send("web-report-unsaid-", {{"f.indicators", code}});
        BOOST_TEST(unsaid.body.find("value=\"" + code + "\" checked") != std::string::npos);
        BOOST_TEST(unsaid.body.find(id + "-reason-why\"") != std::string::npos);
        BOOST_TEST(unsaid.body.find(id + "-indicators-why\"") == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(an_explanation_of_no_finding_comes_back_where_it_was_typed)
{
    auto const checked = district().json("compiler", "POST", std::string(next) + "/gate",
                                         json::object{{"act_id", "web-report-to-explain"}});
    BOOST_TEST_REQUIRE(checked.status == 201, checked.body);
    auto const report = district().view("compiler", next);
    auto const home = "/cases/" + std::to_string(report.at("case").as_int64());
    auto const version = district().view("compiler", home).at("version").as_int64();
    auto const asking = district().ask("compiler", "GET", next, {{"accept", "text/html"}}).body;
    BOOST_TEST_REQUIRE(asking.find("name=\"f.finding\"") != std::string::npos);
    auto const finding = tests::hidden(asking, "f.finding", 0);
    auto const again = send_form("compiler", next, home + "/acts",
                                 {{"kind", "gate.explained"},
                                  {"act_id", "web-report-explained-wrongly"},
                                  {"seen", std::to_string(version)},
                                  {"back", "report/main"},
                                  {"f.finding", finding},
                                  {"f.subject", "PETITION.none"},
                                  {"f.reason", "本年度报告不写"}});
    BOOST_TEST(again.status == 422);
    for (auto const* words : {"id=\"gate\"", "最近一次检查没有发现这个问题",
                              "id=\"f-gate-explained-subject\"", "本年度报告不写</textarea>"})
        BOOST_TEST(again.body.find(words) != std::string::npos, words);
    // What stands for no case is explained figure by figure, or all at once.
    auto const list = again.body.find("id=\"f-gate-explained-subject\"");
    auto const choices = again.body.substr(list, again.body.find("</select>", list) - list);
    BOOST_TEST(choices.find("全部此类问题") != std::string::npos);
    BOOST_TEST(choices.find("<option value=\"", choices.find("全部此类问题")) != std::string::npos);
    BOOST_TEST(again.body.find("id=\"f-gate-explained-case_number\"") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(while_no_report_is_due_the_form_that_begins_one_is_folded)
{
    auto const page = district().ask("compiler", "GET", "/reports", {{"accept", "text/html"}}).body;
    BOOST_TEST(page.find("id=\"act-report.opened\"><summary>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_units_can_be_asked_stands_under_the_headings_of_the_report)
{
    auto const page = district().ask("compiler", "GET", next, {{"accept", "text/html"}}).body;
    auto const from = page.find("id=\"f-collection-asked-indicators\"");
    BOOST_TEST_REQUIRE(from != std::string::npos);
    auto const list = page.substr(from, page.find("</form>", from) - from);
    auto const first = list.find("<fieldset class=\"field\"><legend>");
    BOOST_TEST_REQUIRE(first != std::string::npos);
    BOOST_TEST(list.find("<fieldset class=\"field\"><legend>", first + 1) != std::string::npos);
    BOOST_TEST(first < list.find("type=\"checkbox\"")); // none stands above the first heading
    // A name that ends in its unit of measure is not followed by it again.
    BOOST_TEST(list.find(">发布时间</label>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_task_to_take_an_answer_leads_to_the_answers)
{
    auto const page = district().ask("compiler", "GET", next, {{"accept", "text/html"}}).body;
    auto const place = page.find("id=\"act-collection.accepted\"");
    BOOST_TEST_REQUIRE(place != std::string::npos);
    BOOST_TEST(page.rfind("<section class=\"card\"", place) == page.rfind('<', place));
    // Each can be left out: only what was checked is taken.
    auto const list = page.find("id=\"f-collection-accepted-indicators-", place);
    BOOST_TEST_REQUIRE(list != std::string::npos);
    auto const boxes = page.substr(list, page.find("</fieldset>", list) - list);
    BOOST_TEST(boxes.find("type=\"checkbox\"") != std::string::npos);
    BOOST_TEST(boxes.find(" checked>") != std::string::npos);
    BOOST_TEST(place < page.find("<table", place));
    BOOST_TEST(page.find("id=\"act-collection.accepted\"", place + 1) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_task_to_take_answers_names_all_the_units_whose_answers_wait)
{
    auto const box = district().view("compiler", "/?kind=collection.accepted");
    auto const& row = box.at("rows").as_array().front().as_object();
    std::string sender;
    for (auto const& cell : row.at("cells").as_array())
        if (cell.at("label").as_string() == "来自")
            sender = cell.at("words").as_string();
    auto const report = district().view("compiler", next);
    std::size_t waiting = 0;
    for (auto const& unit : report.at("requests").as_array()) {
        auto const& rows = unit.at("rows").as_array();
        bool const waits = std::any_of(rows.begin(), rows.end(), [](auto const& one) {
            return one.at("is_answered").as_bool();
        });
        std::string const name(unit.at("unit_name").as_string());
        waiting += waits;
        BOOST_TEST((sender.find(name) != sender.npos) == waits, name << ": " << sender);
    }
    BOOST_TEST(waiting > 1u);
}

BOOST_AUTO_TEST_CASE(a_day_to_answer_is_the_day_that_was_written_though_a_rest_day)
{
    auto const id = std::to_string(district().view("compiler", next).at("case").as_int64());
    auto const asked = district().json(
        "compiler", "POST", "/cases/" + id + "/acts",
        json::object{{"kind", "collection.asked"},
                     {"act_id", "web-report-saturday"},
                     {"body", json::object{{"unit", "civil"},
                                           {"indicators", json::array{"PETITION.levels"}},
                                           {"answer_by", "2026-12-05"}}}});
    BOOST_TEST_REQUIRE(asked.status == 201, asked.body);
    auto const row = district().view("clerk_civil", "/reports/2026/answers").at("rows").at(0);
    BOOST_TEST(row.at("due_words").as_string() == "2026年12月5日");
    BOOST_TEST(row.at("unit_of").as_string() == ""); // "受理信访的层级" says it itself
}

BOOST_AUTO_TEST_CASE(a_refused_value_is_told_by_the_name_of_its_indicator_on_every_page)
{
    auto const view = district().view("clerk_justice", "/reports/2026/answers");
    auto const& row = view.at("rows").as_array().front().as_object();
    std::string const code(row.at("indicator").as_string());
    std::string const label(row.at("label").as_string());
    auto const home = "/cases/" + std::to_string(view.at("case").as_int64());
    auto const version = district().view("compiler", home).at("version").as_int64();
    auto const again = send_form("clerk_justice", home, home + "/acts",
                                 {{"kind", "collection.answered"},
                                  {"act_id", "web-report-named"},
                                  {"seen", std::to_string(version)},
                                  {"f.values[0].indicator", code},
                                  {"f.values[0].value", "约12次"},
                                  {"f.values[0].source", "台账"}});
    BOOST_TEST(again.status == 422);
    BOOST_TEST(again.body.find("指标" + label + "的数值“约12次”不是数字") != std::string::npos);
    BOOST_TEST(again.body.find("指标" + code) == std::string::npos);
    BOOST_TEST(again.body.find("id=\"act-collection.answered\" open") != std::string::npos);
    BOOST_TEST(again.body.find("value=\"约12次\"") != std::string::npos);
    auto const told = district().json(
        "clerk_justice", "POST", home + "/acts",
        json::object{
            {"kind", "collection.answered"},
            {"act_id", "web-report-named-2"},
            {"body", json::object{{"values", json::array{json::object{{"indicator", code},
                                                                      {"value", "约12次"},
                                                                      {"source", "台账"}}}}}}});
    BOOST_TEST(told.status == 422);
    BOOST_TEST(told.body.find("指标" + label) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_form_that_a_task_of_the_compiler_leads_to_stands_on_its_page)
{
    auto const shown = [&](std::string const& page) {
        return district().ask("compiler", "GET", page, {{"accept", "text/html"}}).body;
    };
    auto const main = shown(next);
    for (auto const* kind : {"collection.accepted", "collection.asked", "gate.checked"})
        BOOST_TEST(main.find("id=\"act-" + std::string(kind) + "\"") != std::string::npos, kind);
    BOOST_TEST(shown(std::string(next) + "/text").find("id=\"act-narrative.written\"") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_editor_warns_of_what_stands_in_braces_for_no_figure)
{
    auto const id = district().view("compiler", next).at("case").as_int64();
    auto const written = district().json(
        "compiler", "POST", "/cases/" + std::to_string(id) + "/acts",
        json::object{{"kind", "narrative.written"},
                     {"act_id", "web-report-braces"},
                     {"body", json::object{{"section", "other"},
                                           {"words", "部署 {NO.SUCH} 次 {unclosed"}}}});
    BOOST_TEST_REQUIRE(written.status == 201, written.body);
    BOOST_TEST(written.view().at("remarks").as_array().size() == 1u);
    auto const page =
        district().ask("compiler", "GET", "/reports/2026/text", {{"accept", "text/html"}});
    for (auto const* words : {"<li><code>{NO.SUCH}</code></li>", "<li><code>{unclosed</code></li>"})
        BOOST_TEST(page.body.find(words) != std::string::npos, words);
}

BOOST_AUTO_TEST_CASE(what_the_law_remarks_on_an_act_names_the_case_and_leads_on_to_the_next_task)
{
    auto const id = district().view("compiler", next).at("case").as_int64();
    auto const home = "/cases/" + std::to_string(id);
    auto const shown = district().view("compiler", home);
    auto const version = shown.at("version").as_int64();
    auto const got = send_form("compiler", home, home + "/acts",
                               {{"kind", "narrative.written"},
                                {"act_id", "web-report-onward"},
                                {"seen", std::to_string(version)},
                                {"back", "report/text"},
                                {"f.section", "other"},
                                {"f.words", "部署 {unclosed"}});
    BOOST_TEST_REQUIRE(got.status == 200);
    for (auto const* words :
         {"{unclosed", "class=\"next\"", "<p class=\"onward\">", "<a href=\"/\">查看待办</a>",
          "<p class=\"crumbs\"><a href=\"/reports\">",
          "<a href=\"/reports\" aria-current=\"page\">"})
        BOOST_TEST(got.body.find(words) != std::string::npos, words);
    BOOST_TEST(got.body.find("<a href=\"" + home + "\">" +
                             std::string(shown.at("number").as_string())) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_chapter_that_goes_on_is_not_told_as_done)
{
    auto const id = district().view("compiler", next).at("case").as_int64();
    auto const file = district().view("compiler", "/cases/" + std::to_string(id));
    for (auto const& one : file.at("stages").as_array()) {
        auto const& chapter = one.at("chapter").as_string();
        if (chapter == "narrative" || chapter == "release" || chapter == "gate")
            BOOST_TEST(one.at("standing").as_string() == "current", chapter);
    }
    auto const published = district().view("compiler", last).at("case").as_int64();
    auto const over = district().view("compiler", "/cases/" + std::to_string(published));
    for (auto const& one : over.at("stages").as_array())
        BOOST_TEST(one.at("standing").as_string() == "done", one.at("chapter").as_string());
}

BOOST_AUTO_TEST_CASE(what_is_corrected_is_chosen_among_the_frozen_figures_on_every_page)
{
    auto const view = district().view("compiler", last);
    auto const on = "/cases/" + std::to_string(view.at("case").as_int64());
    auto const choice = [&](std::string const& page) {
        auto const body = district().ask("compiler", "GET", page, {{"accept", "text/html"}}).body;
        auto const at = body.find("<select id=\"f-freezing-restated-indicator\"");
        BOOST_TEST_REQUIRE(at != std::string::npos, page);
        return body.substr(at, body.find("</select>", at) - at);
    };
    auto const code = std::string(view.at("figures").at(0).at("indicator").as_string());
    BOOST_TEST(choice(last).find("<option value=\"" + code + "\">") != std::string::npos);
    BOOST_TEST(choice(on) == choice(last));
}

BOOST_AUTO_TEST_CASE(an_indicator_is_chosen_by_its_name_on_the_page_of_the_case)
{
    auto const view = district().view("clerk_justice", "/reports/2026/answers");
    auto const on = "/cases/" + std::to_string(view.at("case").as_int64());
    auto const body = district().ask("clerk_justice", "GET", on, {{"accept", "text/html"}}).body;
    auto const at = body.find("<select id=\"f-collection-answered-values-0--indicator\"");
    BOOST_TEST_REQUIRE(at != std::string::npos);
    auto const choice = body.substr(at, body.find("</select>", at) - at);
    auto const& rows = view.at("rows").as_array();
    BOOST_TEST(std::any_of(rows.begin(), rows.end(), [&](auto const& row) {
        return choice.find("value=\"" + std::string(row.at("indicator").as_string()) + "\">" +
                           std::string(row.at("label").as_string())) != std::string::npos;
    }));
    BOOST_TEST(choice.find("INFO.active") == std::string::npos); // another unit's
}

BOOST_AUTO_TEST_CASE(a_refused_freeze_stays_on_the_page_of_the_report)
{
    auto const again = send_form("compiler", "/reports/import", "/reports/2026/frozen",
                                 {{"act_id", "web-report-early"}, {"cut_off", "2026-06-14"}});
    BOOST_TEST(again.status == 422);
    BOOST_TEST(again.body.find("id=\"gate\"") != std::string::npos);
    BOOST_TEST(again.body.find("2026年度尚未终了") != std::string::npos);
    BOOST_TEST(again.body.find("早于年末") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
