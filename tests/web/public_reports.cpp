#include "tests/web/demo_house.hpp"
#include "tests/web/house.hpp"
#include "tests/web/page_text.hpp"

#include <algorithm>

// The text of a published report for everybody. In a sample of its own, since it ends with other
// words.

using tests::has;

namespace {

namespace json = boost::json;

constexpr char const* last = "/reports/2025";

tests::demo_house& sample()
{
    static tests::demo_house one;
    return one;
}

std::string home()
{
    return "/public/reports/" +
           std::to_string(sample().view("compiler", last).at("case").as_int64());
}

std::string page()
{
    auto const got = sample().ask("", "GET", home(), {{"accept", "text/html"}});
    BOOST_TEST_REQUIRE(got.status == 200, got.body);
    return got.body;
}

void enter(char const* login, char const* kind, json::object body)
{
    static int entered = 0;
    auto const on = std::to_string(sample().view("compiler", last).at("case").as_int64());
    auto const done =
        sample().json(login, "POST", "/cases/" + on + "/acts",
                      json::object{{"kind", kind},
                                   {"act_id", "web-public-report-" + std::to_string(++entered)},
                                   {"body", std::move(body)}});
    BOOST_TEST_REQUIRE(done.status == 201, kind << done.body);
}

} // namespace

BOOST_AUTO_TEST_SUITE(public_reports)

BOOST_AUTO_TEST_CASE(everybody_reads_the_text_of_a_published_report_and_takes_it_as_a_document)
{
    auto const shown = page();
    auto const text = sample().json("", "GET", home()).view().at("text").as_object();
    auto const lines = sample().view("compiler", last).at("lines").as_array();
    BOOST_TEST_REQUIRE(!lines.empty());
    BOOST_TEST(text.at("lines").as_array().size() == lines.size());
    for (auto const& line : lines)
        for (auto const& span : line.at("spans").as_array())
            if (span.at("href").as_string().empty())
                BOOST_TEST(has(shown, std::string(span.at("words").as_string())));
    BOOST_TEST(!has(shown, "href=\"/figures"));
    for (auto const* format : {"docx", "pdf"}) {
        auto const at = home() + "/report." + format;
        BOOST_TEST(has(shown, "href=\"" + at + "\""));
        auto const file = sample().ask("", "GET", at);
        BOOST_TEST_REQUIRE(file.status == 200, at);
        BOOST_TEST(!file.body.empty());
        BOOST_TEST(has(file.header("Content-Disposition"), std::string(".") + format));
        BOOST_TEST(sample().ask("", "GET", at, {{"if-none-match", file.header("ETag")}}).status ==
                   304);
    }
}

BOOST_AUTO_TEST_CASE(figures_bear_their_units_in_the_language_of_the_page)
{
    auto const in_english = sample().ask(
        "", "GET", home(), {{"accept", "application/json"}, {"cookie", "language=en"}});
    BOOST_TEST_REQUIRE(in_english.status == 200, in_english.body);
    auto const figures = in_english.view().at("figures").as_array();
    BOOST_TEST_REQUIRE(!figures.empty());
    for (auto const& one : figures) {
        std::string const shown(one.at("shown").as_string());
        BOOST_TEST(std::ranges::all_of(shown, [](char c) { return (c & 0x80) == 0; }), shown);
    }
    BOOST_TEST(has(page(), "项"));
}

BOOST_AUTO_TEST_CASE(the_years_of_the_chart_stay_with_their_values_where_the_table_is_folded)
{
    auto const chart = sample().json("", "GET", home()).view().at("chart").as_object();
    BOOST_TEST_REQUIRE(chart.at("any").as_bool());
    auto const shown = page();
    for (auto const& one : chart.at("headings").as_array())
        BOOST_TEST(has(shown, "data-label=\"" + std::string(one.at("year").as_string()) + "\""));
}

BOOST_AUTO_TEST_CASE(numbers_of_telephones_are_masked_in_the_text_as_on_every_page)
{
    enter("compiler", "freezing.restated",
          {{"indicator", "LEGAL.matters"}, {"value", "4"}, {"reason", "一项重复登记"}});
    enter("compiler", "narrative.written",
          {{"section", "opening"}, {"words", "联系电话13800138000。"}});
    enter("office", "release.secrecy_checked", {{"may_be_published", true}, {"remarks", "不涉密"}});
    enter("mayor", "release.approved", {});
    enter("office", "release.submitted",
          {{"submitted_on", "2026-06-15"}, {"addressees", json::array{"party_committee"}}});
    enter("office", "release.published",
          {{"published_on", "2026-06-15"}, {"published_at", "区政府门户网站"}});
    auto const shown = page();
    BOOST_TEST(has(shown, "联系电话138****"));
    BOOST_TEST(!has(shown, "13800138000"));
}

BOOST_AUTO_TEST_SUITE_END()
