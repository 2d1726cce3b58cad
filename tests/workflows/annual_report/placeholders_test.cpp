#include "tests/workflows/annual_report/report_case.hpp"
#include "workflows/annual_report/placeholders.hpp"

namespace law = workflows::annual_report;
using words = std::vector<std::string>;

namespace {

/// A report on a frozen figure that has a year before, and on one that has none.
law::report_file frozen_file()
{
    law::report_file file;
    file.frozen.emplace();
    file.frozen->body.values = {
        {.indicator = "A.grown",
         .value = "12",
         .last_year = "10",
         .origin = law::freezing::value_origin::record},
        {.indicator = "A.new", .value = "3", .origin = law::freezing::value_origin::record}};
    return file;
}

} // namespace

BOOST_AUTO_TEST_SUITE(annual_report_placeholders_test)

BOOST_AUTO_TEST_CASE(what_stands_in_braces_is_a_code_and_a_form)
{
    auto const found = law::placeholders_in("甲{A.b}，{A.c 比}。{A.d 何}");
    BOOST_TEST_REQUIRE(found.size() == 3u);
    BOOST_TEST(found[0].code == "A.b");
    BOOST_TEST((found[0].form == law::figure_form::shown));
    BOOST_TEST(found[0].at == 3u);
    BOOST_TEST(found[0].size == 5u);
    BOOST_TEST((found[1].form == law::figure_form::comparison));
    BOOST_TEST(!found[2].form);
}

BOOST_AUTO_TEST_CASE(a_brace_without_partner_is_told_with_what_follows_it)
{
    law::report_file const open;
    BOOST_TEST((law::unfilled_in(open, "部署 {NO.SUCH} 次 {unclosed") == words{"{unclosed"}));
    BOOST_TEST((law::unfilled_in(open, "{甲\n{A.b}}") == words{"{甲", "}"}));
    BOOST_TEST((law::unfilled_in(open, "{一二三四五六七八九十一二三四五") ==
                words{"{一二三四五六七八九十一二"}));
    BOOST_TEST(law::unfilled_in(open, "没有").empty());
}

BOOST_AUTO_TEST_CASE(once_the_figures_are_frozen_a_code_is_one_of_them)
{
    auto const file = frozen_file();
    BOOST_TEST(law::unfilled_in(file, "{A.grown}{A.grown 增减}{A.new 汉}").empty());
    BOOST_TEST((law::unfilled_in(file, "{A.none}{A.new 比}") == words{"{A.none}", "{A.new 比}"}));
}

BOOST_AUTO_TEST_CASE(a_corrected_figure_is_compared_as_it_stands_now)
{
    auto file = frozen_file();
    file.restated.emplace_back();
    file.restated.back().body = {
        .indicator = "A.grown", .value = "2025-08", .rounded = {}, .reason = {}};
    BOOST_TEST((law::unfilled_in(file, "{A.grown}{A.grown 比}") == words{"{A.grown 比}"}));
}

BOOST_AUTO_TEST_CASE(all_sections_are_looked_through)
{
    auto file = frozen_file();
    using section = law::narrative::report_section;
    file.sections[section::plan].body = {section::plan, "{A.none}"};
    file.sections[section::opening].body = {section::opening, "{A.grown}{"};
    BOOST_TEST((law::unfilled_placeholders(file) == words{"{", "{A.none}"}));
}

BOOST_AUTO_TEST_SUITE_END()
