#include "tests/web/demo_house.hpp"
#include "tests/web/house.hpp"
#include "tests/web/page_text.hpp"
#include "web/percent.hpp"

#include <algorithm>

// The pages of the annual report, over the sample district: last year's is published, this year's
// is being compiled.

using tests::district;
using tests::has;

namespace {

namespace json = boost::json;

constexpr char const* last = "/reports/2025";
constexpr char const* next = "/reports/2026";

std::string words_of(json::object const& report)
{
    std::string all;
    for (auto const& line : report.at("lines").as_array()) {
        for (auto const& span : line.at("spans").as_array())
            all += std::string(span.at("words").as_string());
        all += "\n";
    }
    return all;
}

json::object figure_of(json::object const& report, std::string_view code)
{
    for (auto const& one : report.at("figures").as_array())
        if (one.at("indicator").as_string() == code)
            return one.as_object();
    BOOST_TEST_REQUIRE(false, "no figure " << code);
    return {};
}

std::set<std::string> rules_of(tests::site_reply const& got)
{
    std::set<std::string> rules;
    auto const view = got.view();
    if (auto const* grounds = view.if_contains("refusals"))
        for (auto const& one : grounds->as_array())
            rules.insert(std::string(one.at("rule").at("id").as_string()));
    return rules;
}

/// A table that the compiler has uploaded: its hash.
std::string uploaded(std::string const& bytes)
{
    auto const begun = district().ask("compiler", "POST", "/uploads",
                                      {{"tus-resumable", "1.0.0"},
                                       {"accept", "application/json"},
                                       {"upload-length", std::to_string(bytes.size())},
                                       {"upload-metadata", "filename dC5jc3Y="}}); // t.csv
    BOOST_TEST_REQUIRE(begun.status == 201, begun.body);
    auto const address = begun.header("Location");
    auto const sent = district().ask("compiler", "PATCH", address,
                                     {{"tus-resumable", "1.0.0"},
                                      {"content-type", "application/offset+octet-stream"},
                                      {"upload-offset", "0"}},
                                     bytes);
    BOOST_TEST_REQUIRE(sent.status == 204, sent.body);
    auto const kept = district().json("compiler", "POST", address + "/document");
    BOOST_TEST_REQUIRE(kept.status == 201, kept.body);
    return std::string(kept.view().at("hash").as_string());
}

/// Sends a form of the compiler, with the secret of their session.
tests::site_reply send_form(std::string const& to, web::pairs fields,
                            std::string const& accept = "application/json")
{
    auto const form = district().ask("compiler", "GET", "/reports/import");
    BOOST_TEST_REQUIRE(form.status == 200, form.body);
    std::string const begin = "name=\"csrf\" value=\"";
    auto const from = form.body.find(begin) + begin.size();
    fields.emplace_back("csrf", form.body.substr(from, form.body.find('"', from) - from));
    return district().ask(
        "compiler", "POST", to,
        {{"accept", accept}, {"content-type", "application/x-www-form-urlencoded"}},
        web::to_query(fields));
}

tests::site_reply import(web::pairs fields)
{
    return send_form("/reports/import", std::move(fields));
}

} // namespace

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(the_district_has_a_published_report_and_one_being_compiled)
{
    auto const list = district().view("compiler", "/reports").at("reports").as_array();
    BOOST_TEST_REQUIRE(list.size() == 2u);
    BOOST_TEST(list[0].at("year").as_int64() == 2026);
    BOOST_TEST(list[0].at("published_words").as_string().empty());
    BOOST_TEST(list[1].at("year").as_int64() == 2025);
    BOOST_TEST(!list[1].at("published_words").as_string().empty());
}

BOOST_AUTO_TEST_CASE(in_the_sample_the_audit_bureau_answers_for_the_audits)
{
    auto const page = district().view("compiler", next);
    for (auto const& of_unit : page.at("requests").as_array())
        for (auto const& row : of_unit.at("rows").as_array())
            BOOST_TEST((of_unit.at("unit").as_string() == "audit") ==
                           row.at("indicator").as_string().starts_with("AUDIT."),
                       row.at("indicator").as_string());
}

BOOST_AUTO_TEST_CASE(only_a_year_without_a_report_is_offered_to_open_one)
{
    auto const page = district().ask("compiler", "GET", "/reports", {{"accept", "text/html"}});
    auto const begin = page.body.find("id=\"open-year\"");
    BOOST_TEST_REQUIRE(begin != std::string::npos);
    auto const offered = page.body.substr(begin, page.body.find("</select>", begin) - begin);
    for (auto const* year : {"2026", "2025"}) {
        BOOST_TEST(offered.find("value=\"" + std::string(year)) == std::string::npos, year);
        BOOST_TEST(page.body.find("href=\"/reports/" + std::string(year) + "\"") !=
                   std::string::npos);
    }
    BOOST_TEST(offered.find("value=\"2024\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_draft_of_a_report_that_was_not_opened_leads_to_the_list)
{
    auto const refused = send_form("/cases",
                                   {{"shape", "annual_report/2026"},
                                    {"kind", "report.opened"},
                                    {"act_id", "again-2026"},
                                    {"f.year", "2026"}},
                                   "text/html");
    BOOST_TEST_REQUIRE(refused.status >= 400, refused.body); // there is one
    auto const rows = district().view("compiler", "/boxes/drafts").at("rows").as_array();
    auto const found = std::find_if(rows.begin(), rows.end(), [](auto const& one) {
        return one.at("href").as_string() == "/reports";
    });
    BOOST_TEST_REQUIRE((found != rows.end()));
    auto const& row = found->as_object();
    BOOST_TEST(row.at("case_title").as_string() == row.at("act_words").as_string());
    BOOST_TEST(row.at("case_title").as_string() == row.at("act_words").as_string());
    auto const drop = "/drafts/" + std::to_string(row.at("id").as_int64()) + "/drop";
    BOOST_TEST(send_form(drop, {}).status < 400);
}

BOOST_AUTO_TEST_CASE(every_number_of_a_published_report_leads_to_what_is_behind_it)
{
    auto const report = district().view("compiler", last);
    std::size_t linked = 0;
    for (auto const& line : report.at("lines").as_array())
        for (auto const& span : line.at("spans").as_array()) {
            auto const href = std::string(span.at("href").as_string());
            if (href.empty())
                continue;
            ++linked;
            if (!has(href, "#")) // what follows from another figure leads to its row
                BOOST_TEST(district().json("compiler", "GET", href).status == 200, href);
        }
    BOOST_TEST(linked > 30u);
    auto const text = words_of(report);
    BOOST_TEST(has(text, "共受理信访件2037件次，同比下降6.8%"));
    BOOST_TEST(has(text, "共办理法律事务3项")); // those of the sample's register
    BOOST_TEST(has(text, "涉及金额约1.62亿元"));
    BOOST_TEST(figure_of(report, "LEGAL.amount").at("origin").as_string() == "record");
    BOOST_TEST(has(text, "均依法依规按时回复"));
    BOOST_TEST(has(text, "作出重大行政决策"));
}

BOOST_AUTO_TEST_CASE(what_the_record_counts_is_the_sum_of_the_acts_until_the_cut_off)
{
    auto const report = district().view("compiler", last);
    auto const adopted = figure_of(report, "DEC.adopted");
    BOOST_TEST(adopted.at("origin").as_string() == "record");
    auto const behind = district().view("compiler", std::string(adopted.at("href").as_string()));
    auto const cut_off = report.at("frozen").at("cut_off").as_string();
    long long sum = 0;
    for (auto const& act : behind.at("acts").as_array())
        if (act.at("counts_on").as_string() <= cut_off)
            sum += act.at("act_value").as_int64();
    BOOST_TEST(std::to_string(sum) == adopted.at("value").as_string());
}

BOOST_AUTO_TEST_CASE(every_page_is_shown_in_both_languages_to_whoever_may_see_it)
{
    for (auto const* who : {"compiler", "office", "mayor", "clerk_justice", "auditor"})
        for (std::string const path :
             {"/reports", "/reports/2025", "/reports/2025/text", "/reports/2025/answers",
              "/reports/2025/years", "/reports/2026", "/reports/2026/text", "/reports/2026/answers",
              "/reports/2024", "/reports/2024/text"})
            for (auto const* language : {"zh", "en"}) {
                auto const got = district().ask(
                    who, "GET", path,
                    {{"accept", "text/html"}, {"cookie", std::string("language=") + language}});
                BOOST_TEST(got.status == 200, who << " " << path);
                BOOST_TEST(!has(got.body, "style="), path);
                BOOST_TEST(!has(got.body, "reports."), who << " " << path << " shows a key");
                BOOST_TEST(has(got.body, "</html>"), path);
            }
    for (auto const* who : {"admin", "security", "audit_admin"})
        BOOST_TEST(district().json(who, "GET", "/reports").status == 403, who);
}

BOOST_AUTO_TEST_CASE(the_report_comes_in_every_format)
{
    for (auto const& [format, type] : std::vector<std::pair<std::string, std::string>>{
             {"docx", "application/vnd.openxmlformats"},
             {"pdf", "application/pdf"},
             {"md", "text/markdown"},
             {"xlsx", "application/vnd.openxmlformats"},
             {"csv", "text/csv"},
             {"json", "application/json"}}) {
        auto const got =
            district().ask("compiler", "GET", std::string(last) + "/files/report." + format);
        BOOST_TEST(got.status == 200, format);
        BOOST_TEST(got.header("Content-Type").starts_with(type), format);
        BOOST_TEST(got.body.size() > 500u, format);
    }
    BOOST_TEST(district().ask("compiler", "GET", "/reports/2025/files/passwd").status == 404);
}

BOOST_AUTO_TEST_CASE(a_task_leads_to_the_page_on_which_the_unit_answers)
{
    auto const desk = district().ask("clerk_justice", "GET", "/?kind=collection.answered",
                                     {{"accept", "text/html"}});
    auto const at = desk.body.find("/report/answers");
    BOOST_TEST_REQUIRE(at != std::string::npos);
    auto const begin = desk.body.rfind("/cases/", at);
    auto const href = desk.body.substr(begin, at - begin) + "/report/answers";
    BOOST_TEST(has(desk.body, href + "#act-collection.answered"));
    BOOST_TEST(
        has(district()
                .ask("clerk_justice", "GET", "/reports/2026/answers", {{"accept", "text/html"}})
                .body,
            "id=\"act-collection.answered\""));
    auto const moved = district().ask("clerk_justice", "GET", href, {{"accept", "text/html"}});
    BOOST_TEST(moved.status == 303);
    BOOST_TEST(moved.header("Location") == "/reports/2026/answers");
    auto const own = district().view("clerk_justice", "/reports/2026/answers");
    BOOST_TEST(own.at("may_answer").as_bool());
    BOOST_TEST(own.at("rows").as_array().size() > 5u);
    // Last year's value stands there already.
    for (auto const& row : own.at("rows").as_array())
        if (row.at("indicator").as_string() == "RECON.received")
            BOOST_TEST(row.at("last_year").as_string() == "88");
    BOOST_TEST(district().view("sponsor", "/reports/2026/answers").at("nothing").as_bool());
}

BOOST_AUTO_TEST_CASE(a_unit_answers_the_compiler_checks_and_the_freeze_says_what_is_missing)
{
    auto const id = district().view("compiler", next).at("case").as_int64();
    auto const acts = "/cases/" + std::to_string(id) + "/acts";
    auto const asked = district().view("clerk_data", "/reports/2026/answers").at("rows").as_array();
    BOOST_TEST_REQUIRE(!asked.empty());
    json::array values, codes;
    for (auto const& row : asked) {
        values.push_back(json::object{
            {"indicator", row.at("indicator")}, {"value", "100"}, {"source", "后台统计"}});
        codes.push_back(row.at("indicator"));
    }
    auto const answered =
        district().json("clerk_data", "POST", acts,
                        json::object{{"kind", "collection.answered"},
                                     {"act_id", "web-report-answer"},
                                     {"body", json::object{{"values", std::move(values)}}}});
    BOOST_TEST_REQUIRE(answered.status == 201, answered.body);
    auto const taken = district().json(
        "compiler", "POST", acts,
        json::object{{"kind", "collection.accepted"},
                     {"act_id", "web-report-accept"},
                     {"body", json::object{{"unit", "data"}, {"indicators", std::move(codes)}}}});
    BOOST_TEST_REQUIRE(taken.status == 201, taken.body);
    auto const taken_report = district().view("compiler", next);
    for (auto const& unit : taken_report.at("requests").as_array())
        if (unit.at("unit").as_string() == "data") {
            BOOST_TEST(!unit.at("accept").at("any").as_bool());
            BOOST_TEST(unit.at("send_back").at("any").as_bool()); // until the freeze
        }
    auto const figure = figure_of(taken_report, "INFO.active");
    BOOST_TEST(figure.at("value").as_string() == "100");
    BOOST_TEST(figure.at("origin").as_string() == "answer");

    auto const checked = district().json("compiler", "POST", std::string(next) + "/gate",
                                         json::object{{"act_id", "web-report-gate"}});
    BOOST_TEST(checked.status == 201, checked.body);
    BOOST_TEST(district().view("compiler", next).at("gate").at("is_checked").as_bool());
    auto const frozen =
        district().json("compiler", "POST", std::string(next) + "/frozen",
                        json::object{{"act_id", "web-report-freeze"}, {"cut_off", "2026-06-14"}});
    BOOST_TEST(frozen.status == 422);
    auto const rules = rules_of(frozen);
    BOOST_TEST(rules.contains("JC-31")); // others have not answered
    BOOST_TEST(rules.contains("JC-33")); // and the year is not over
    BOOST_TEST(district()
                   .json("compiler", "POST", std::string(next) + "/frozen",
                         json::object{{"cut_off", "yesterday"}})
                   .status == 400);
    BOOST_TEST(
        district().json("clerk_data", "POST", std::string(next) + "/gate", json::object()).status ==
        403);
    BOOST_TEST(district().json("compiler", "POST", "/reports/2019/gate", json::object()).status ==
               404);
}

BOOST_AUTO_TEST_CASE(the_editor_warns_of_a_typed_number_that_is_not_the_figure)
{
    auto const id = district().view("compiler", next).at("case").as_int64();
    auto const written = district().json(
        "compiler", "POST", "/cases/" + std::to_string(id) + "/acts",
        json::object{{"kind", "narrative.written"},
                     {"act_id", "web-report-words"},
                     {"body", json::object{{"section", "decisions"},
                                           {"words", "作出重大行政决策数9999项。"}}}});
    BOOST_TEST_REQUIRE(written.status == 201, written.body);
    bool warned = false;
    auto const text = district().view("compiler", "/reports/2026/text");
    for (auto const& section : text.at("sections").as_array())
        if (section.at("section").as_string() == "decisions")
            for (auto const& one : section.at("typed").as_array())
                warned = warned || (one.at("differs").as_bool() &&
                                    one.at("indicator").as_string() == "DEC.adopted");
    BOOST_TEST(warned);
}

BOOST_AUTO_TEST_CASE(each_section_of_the_text_has_a_draft_of_its_own)
{
    auto const id = district().view("compiler", next).at("case").as_int64();
    auto const home = "/cases/" + std::to_string(id);
    for (auto const& [section, words] :
         {std::pair{"decisions", "决策一段未写完"}, {"opening", "开头一段未写完"}}) {
        auto const kept = district().ask(
            "compiler", "POST", home + "/drafts",
            {{"content-type", "application/x-www-form-urlencoded"}, {"accept", "application/json"}},
            web::to_query({{"kind", "narrative.written"},
                           {"part", section},
                           {"f.section", section},
                           {"f.words", words}}));
        BOOST_TEST(kept.status == 200, kept.body);
    }
    auto const page = district().ask("compiler", "GET", "/reports/2026/text").body;
    BOOST_TEST(page.find("决策一段未写完</textarea>") != std::string::npos);
    BOOST_TEST(page.find("开头一段未写完</textarea>") != std::string::npos);
    BOOST_TEST(page.find("data-keep=\"" + home + "/drafts\"") != std::string::npos);
    // what is only begun is no part of the report
    auto const view = district().json("compiler", "GET", "/reports/2026/text").body;
    BOOST_TEST(view.find("未写完") == std::string::npos);
}

/// Of all pages, beginning with the one that the page of the report has.
json::array all_findings(json::object const& gate)
{
    auto page = gate;
    json::array all;
    for (;;) {
        auto const& rows = page.at("findings").as_array();
        BOOST_TEST(rows.size() <= 50u);
        all.insert(all.end(), rows.begin(), rows.end());
        auto const onward = std::string(page.at("next").as_string());
        if (onward.empty())
            break;
        page = district().view("compiler", onward);
    }
    BOOST_TEST(static_cast<std::int64_t>(all.size()) == gate.at("found").as_int64());
    return all;
}

BOOST_AUTO_TEST_CASE(the_gate_leads_to_the_page_on_which_each_finding_is_mended)
{
    auto const checked = district().json("compiler", "POST", std::string(next) + "/gate",
                                         json::object{{"act_id", "web-report-gate-again"}});
    BOOST_TEST_REQUIRE(checked.status == 201, checked.body);
    auto const gate = district().view("compiler", next).at("gate").as_object();
    std::set<std::string> kinds;
    for (auto const& one : all_findings(gate)) {
        auto const kind = std::string(one.at("finding").as_string());
        auto const address = std::string(one.at("mended_at").as_string());
        BOOST_TEST(address.starts_with("/"), kind << " " << address);
        BOOST_TEST(!one.at("remedy_words").as_string().starts_with("finding."), kind);
        if (!kinds.insert(kind).second)
            continue;
        auto const path = address.substr(0, address.find('#'));
        BOOST_TEST(district().json("compiler", "GET", path).status == 200, kind << " " << path);
    }
    BOOST_TEST(kinds.contains("case_without_item")); // the catalogue shows some all year
    BOOST_TEST(kinds.contains("figure_not_asked"));  // as it is before the figures are frozen
    BOOST_TEST(!gate.at("units").as_array().empty());
}

BOOST_AUTO_TEST_CASE(findings_are_paged_and_a_page_that_is_none_is_refused)
{
    auto const home = std::string(next) + "/findings";
    auto const first = district().view("compiler", home);
    auto const found = first.at("found").as_int64();
    auto const beyond = district().view("compiler", home + "?after=" + std::to_string(found));
    BOOST_TEST(beyond.at("findings").as_array().empty());
    BOOST_TEST(beyond.at("next").as_string().empty());
    for (auto const* wrong : {"-1", "x", "1.5"})
        BOOST_TEST(district().json("compiler", "GET", home + "?after=" + wrong).status == 400,
                   wrong);
}

BOOST_AUTO_TEST_CASE(a_frozen_report_has_a_picture_and_everybody_sees_it_once_it_is_published)
{
    for (auto const& [format, type] : std::vector<std::pair<std::string, std::string>>{
             {"svg", "image/svg+xml"}, {"png", "image/png"}, {"pdf", "application/pdf"}}) {
        auto const got =
            district().ask("mayor", "GET", std::string(last) + "/files/picture." + format);
        BOOST_TEST(got.status == 200, format);
        BOOST_TEST(got.header("Content-Type") == type, format);
        for (auto const* none : {"/reports/2026", "/reports/2024"})
            BOOST_TEST(district()
                               .ask("mayor", "GET", std::string(none) + "/files/picture." + format)
                               .status == 404,
                       none);
    }
    auto const id = district().view("compiler", last).at("case").as_int64();
    auto const home = "/public/reports/" + std::to_string(id);
    auto const shown = district().json("", "GET", home);
    BOOST_TEST_REQUIRE(shown.status == 200, shown.body);
    auto const figures = shown.view().at("figures").as_array();
    BOOST_TEST(figures.size() >= 6u);
    BOOST_TEST(figures.size() <= 8u);
    for (auto const* language : {"zh", "en"}) {
        auto const html = district().ask(
            "", "GET", home,
            {{"accept", "text/html"}, {"cookie", std::string("language=") + language}});
        BOOST_TEST(html.status == 200);
        BOOST_TEST(has(html.body, home + "/picture.svg"));
        BOOST_TEST(!has(html.body, "reports.picture"));
        BOOST_TEST(!has(html.body, "{{"));
    }
    auto const svg = district().ask("", "GET", home + "/picture.svg");
    BOOST_TEST_REQUIRE(svg.status == 200);
    for (auto const& one : figures)
        BOOST_TEST(has(svg.body, std::string(one.at("shown").as_string())));
    BOOST_TEST(has(svg.body, std::string(shown.view().at("digest").as_string())));
    BOOST_TEST(svg.body == district().ask("mayor", "GET", home + "/picture.svg").body);
    auto const again =
        district().ask("", "GET", home + "/picture.svg", {{"if-none-match", svg.header("ETag")}});
    BOOST_TEST(again.status == 304);

    auto const front = district().json("", "GET", "/public").view().at("reports").as_array();
    BOOST_TEST_REQUIRE(front.size() == 1u);
    BOOST_TEST(front.front().at("report_href").as_string() == home);
}

BOOST_AUTO_TEST_CASE(what_is_no_published_report_has_no_picture_for_everybody)
{
    auto const compiling = district().view("compiler", next).at("case").as_int64();
    auto const decision = district().case_with({"intake.start_decided"});
    for (auto const& id : {std::to_string(compiling), std::to_string(decision.value),
                           std::string("0"), std::string("x"), std::string("99999999")}) {
        BOOST_TEST(district().json("", "GET", "/public/reports/" + id).status == 404, id);
        BOOST_TEST(
            district().ask("", "GET", "/public/reports/" + id + "/picture.svg").status == 404, id);
    }
    auto const published = std::to_string(district().view("compiler", last).at("case").as_int64());
    for (auto const* file : {"picture.gif", "picture.", "report.xlsx", "report.", "report"})
        BOOST_TEST(district().ask("", "GET", "/public/reports/" + published + "/" + file).status ==
                       404,
                   file);
}

BOOST_AUTO_TEST_CASE(a_mean_is_the_same_on_every_page)
{
    auto& h = district();
    auto const in_report = figure_of(h.view("compiler", next), "DEC.review_days_avg");
    auto const on_its_page = h.view("compiler", "/figures/DEC.review_days_avg?year=2026");
    std::string const mean(on_its_page.at("shown").as_string());
    BOOST_TEST(mean != std::to_string(on_its_page.at("value").as_int64()));
    BOOST_TEST(in_report.at("value").as_string() == mean);
    auto const of_year = h.view("compiler", "/figures?year=2026");
    BOOST_TEST(figure_of(of_year, "DEC.review_days_avg").at("shown").as_string() == mean);
}

BOOST_AUTO_TEST_CASE(beside_a_figure_stands_that_of_the_year_before_if_it_is_known)
{
    auto const in_2021 = district().view("compiler", "/figures?year=2021");
    auto const in_2022 = district().view("compiler", "/figures?year=2022");
    for (auto const* code : {"DEC.adopted", "DEC.review_days_avg"}) {
        auto const then = figure_of(in_2022, code);
        BOOST_TEST(then.at("year_before").as_string() ==
                   figure_of(in_2021, code).at("shown").as_string());
        BOOST_TEST(then.at("href_before").as_string() ==
                   figure_of(in_2021, code).at("href").as_string());
    }
    // in 2020 decisions were on their way, but none was reviewed
    BOOST_TEST(figure_of(in_2021, "DEC.adopted").at("year_before").as_string() == "0");
    BOOST_TEST(figure_of(in_2021, "DEC.review_days_avg").at("year_before").as_string() == "");
    auto const in_2020 = district().view("compiler", "/figures?year=2020").at("figures").as_array();
    BOOST_TEST_REQUIRE(!in_2020.empty());
    for (auto const& one : in_2020)
        BOOST_TEST(one.at("year_before").as_string() == "");
}

BOOST_AUTO_TEST_CASE(figures_stand_under_the_headings_of_the_report_each_once)
{
    std::vector<std::string> const in_order = {"（三）规范性文件", "（四）行政决策",
                                               "年度报告没有列出的数字"};
    auto place = in_order.begin();
    std::string heading;
    auto const shown = district().view("compiler", "/figures?year=2026");
    for (auto const& one : shown.at("figures").as_array()) {
        if (auto const& above = one.at("heading").as_string(); !above.empty()) {
            heading = above;
            place = std::find(place, in_order.end(), heading);
            BOOST_TEST((place != in_order.end()), heading);
        }
        if (one.at("indicator").as_string().starts_with("DEC."))
            BOOST_TEST(heading == "（四）行政决策");
        BOOST_TEST(!heading.empty());
    }
    BOOST_TEST(!heading.empty());
}

BOOST_AUTO_TEST_CASE(of_a_year_that_goes_on_it_is_said_until_when_and_nothing_is_compared)
{
    auto& h = district();
    auto const until = [&](std::string const& page) {
        return std::string(h.view("compiler", page).at("until_words").as_string());
    };
    BOOST_TEST(until("/figures?year=2021") == "");
    BOOST_TEST(until(last) == "");
    BOOST_TEST(until("/figures?year=2026").starts_with("截至2026年"));
    BOOST_TEST(until(next) == until("/figures?year=2026"));
    auto const chart = h.view("compiler", std::string(next) + "/years").at("charts").at(1);
    auto const& headings = chart.at("headings").as_array();
    BOOST_TEST(headings.at(3).at("until_words").as_string() == "");
    BOOST_TEST(headings.at(4).at("until_words").as_string() == until(next));
    BOOST_TEST(chart.at("svg").as_string().find("2026至今") != std::string::npos);
    auto const so_far = figure_of(h.view("compiler", next), "DEC.started");
    BOOST_TEST(so_far.at("last_year").as_string() == "");
    BOOST_TEST(so_far.at("comparison").as_string() == "");
}

BOOST_AUTO_TEST_CASE(figures_of_earlier_years_are_tried_and_then_imported_with_a_mark)
{
    std::string const table = "年度,指标代码,数值,单位,来源\n"
                              "2022,LEGAL.matters,707,项,2022年年度报告\n"
                              "2022,LEGAL.amount,约1006,亿元,2022年年度报告\n";
    auto const hash = uploaded(table);
    auto const tried = import({{"hash", hash}, {"name", "往年.csv"}});
    BOOST_TEST_REQUIRE(tried.status == 200, tried.body);
    BOOST_TEST(tried.view().at("good").as_bool());
    BOOST_TEST(!district().view("compiler", "/reports/2022").at("is_taken_over").as_bool());

    auto const entered = import({{"hash", hash}, {"name", "往年.csv"}, {"confirm", "1"}});
    BOOST_TEST_REQUIRE(entered.status == 201, entered.body);
    auto const report = district().view("compiler", "/reports/2022");
    BOOST_TEST(report.at("is_taken_over").as_bool());
    BOOST_TEST(!report.at("is_compiled").as_bool());
    auto const matters = figure_of(report, "LEGAL.matters");
    BOOST_TEST(matters.at("value").as_string() == "707");
    BOOST_TEST(matters.at("imported").as_bool());
    BOOST_TEST(has(std::string(matters.at("href").as_string()), "/acts/2"));
    BOOST_TEST(district().ask("compiler", "GET", "/reports/2022/files/report.docx").status == 404);
    BOOST_TEST(district().ask("compiler", "GET", "/reports/2022/files/report.csv").status == 200);
    for (auto const* language : {"zh", "en"}) {
        auto const html = district().ask(
            "mayor", "GET", "/reports/2022",
            {{"accept", "text/html"}, {"cookie", std::string("language=") + language}});
        BOOST_TEST(html.status == 200);
        BOOST_TEST(has(html.body, "往年.csv"));
        BOOST_TEST(!has(html.body, "reports."));
    }
    bool marked = false;
    auto const years = district().view("mayor", "/reports/2025/years");
    for (auto const& chart : years.at("charts").as_array())
        for (auto const& row : chart.at("rows").as_array())
            for (auto const& cell : row.at("cells").as_array())
                marked = marked || cell.at("imported").as_bool();
    BOOST_TEST(marked);
    BOOST_TEST(import({{"hash", hash}, {"name", "往年.csv"}}).view().at("already_here").as_bool());
}

BOOST_AUTO_TEST_CASE(a_table_of_figures_with_faults_is_told_line_by_line_and_only_to_the_compiler)
{
    auto const hash = uploaded("年度,指标代码,数值,单位,来源\n2021,LEGAL.matters,707,件,甲\n");
    auto const tried = import({{"hash", hash}, {"name", "往年.csv"}, {"confirm", "1"}});
    BOOST_TEST(tried.status == 422);
    auto const faults = tried.view().at("faults").as_array();
    BOOST_TEST_REQUIRE(faults.size() == 1u);
    BOOST_TEST(faults.front().at("line").to_number<long long>() == 2);
    BOOST_TEST(!district().view("compiler", "/reports/2021").at("is_filed").as_bool());
    BOOST_TEST(import({}).status == 422);
    BOOST_TEST(district().json("sponsor", "POST", "/reports/import").status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
