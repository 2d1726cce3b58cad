#include "tests/web/demo_house.hpp"
#include "tests/web/house.hpp"

#include <algorithm>

// The pages of the annual report, over the sample district: last year's is published, this year's
// is being compiled.

using tests::district;

namespace {

namespace json = boost::json;

constexpr char const* last = "/reports/2025";
constexpr char const* next = "/reports/2026";

json::object page(std::string const& who, std::string const& path)
{
    auto const got = district().json(who, "GET", path);
    BOOST_TEST_REQUIRE(got.status == 200, path << " " << got.body.substr(0, 300));
    return got.view();
}

bool has(std::string const& text, std::string const& part)
{
    return text.find(part) != std::string::npos;
}

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

} // namespace

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(the_district_has_a_published_report_and_one_being_compiled)
{
    auto const list = page("compiler", "/reports").at("reports").as_array();
    BOOST_TEST_REQUIRE(list.size() == 2u);
    BOOST_TEST(list[0].at("year").as_int64() == 2026);
    BOOST_TEST(list[0].at("published_words").as_string().empty());
    BOOST_TEST(list[1].at("year").as_int64() == 2025);
    BOOST_TEST(!list[1].at("published_words").as_string().empty());
}

BOOST_AUTO_TEST_CASE(every_number_of_a_published_report_leads_to_what_is_behind_it)
{
    auto const report = page("compiler", last);
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
    auto const report = page("compiler", last);
    auto const adopted = figure_of(report, "DEC.adopted");
    BOOST_TEST(adopted.at("origin").as_string() == "record");
    auto const behind = page("compiler", std::string(adopted.at("href").as_string()));
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
    auto const moved = district().ask("clerk_justice", "GET", href, {{"accept", "text/html"}});
    BOOST_TEST(moved.status == 303);
    BOOST_TEST(moved.header("Location") == "/reports/2026/answers");
    auto const own = page("clerk_justice", "/reports/2026/answers");
    BOOST_TEST(own.at("may_answer").as_bool());
    BOOST_TEST(own.at("rows").as_array().size() > 5u);
    // Last year's value stands there already.
    for (auto const& row : own.at("rows").as_array())
        if (row.at("indicator").as_string() == "RECON.received")
            BOOST_TEST(row.at("last_year").as_string() == "88");
    BOOST_TEST(page("sponsor", "/reports/2026/answers").at("nothing").as_bool());
}

BOOST_AUTO_TEST_CASE(a_unit_answers_the_compiler_checks_and_the_freeze_says_what_is_missing)
{
    auto const id = page("compiler", next).at("case").as_int64();
    auto const acts = "/cases/" + std::to_string(id) + "/acts";
    auto const asked = page("clerk_data", "/reports/2026/answers").at("rows").as_array();
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
    auto const figure = figure_of(page("compiler", next), "INFO.active");
    BOOST_TEST(figure.at("value").as_string() == "100");
    BOOST_TEST(figure.at("origin").as_string() == "answer");

    auto const checked = district().json("compiler", "POST", std::string(next) + "/gate",
                                         json::object{{"act_id", "web-report-gate"}});
    BOOST_TEST(checked.status == 201, checked.body);
    BOOST_TEST(page("compiler", next).at("gate").at("is_checked").as_bool());
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
    auto const id = page("compiler", next).at("case").as_int64();
    auto const written = district().json(
        "compiler", "POST", "/cases/" + std::to_string(id) + "/acts",
        json::object{{"kind", "narrative.written"},
                     {"act_id", "web-report-words"},
                     {"body", json::object{{"section", "decisions"},
                                           {"words", "作出重大行政决策数9999项。"}}}});
    BOOST_TEST_REQUIRE(written.status == 201, written.body);
    bool warned = false;
    auto const text = page("compiler", "/reports/2026/text");
    for (auto const& section : text.at("sections").as_array())
        if (section.at("section").as_string() == "decisions")
            for (auto const& one : section.at("typed").as_array())
                warned = warned || (one.at("differs").as_bool() &&
                                    one.at("indicator").as_string() == "DEC.adopted");
    BOOST_TEST(warned);
}

BOOST_AUTO_TEST_CASE(five_years_stand_beside_each_other_with_a_picture)
{
    auto const charts = page("mayor", "/reports/2025/years").at("charts").as_array();
    BOOST_TEST(charts.size() == 5u);
    bool drawn = false;
    for (auto const& one : charts) {
        for (auto const& row : one.at("rows").as_array())
            BOOST_TEST(row.at("cells").as_array().size() == 5u);
        drawn = drawn || has(std::string(one.at("svg").as_string()), "<rect");
    }
    BOOST_TEST(drawn);
}

BOOST_AUTO_TEST_SUITE_END()
