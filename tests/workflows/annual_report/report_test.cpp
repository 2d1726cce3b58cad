#include "tests/workflows/annual_report/report_case.hpp"

using rules = std::set<std::string>;

namespace {

constexpr char const* taking_over = R"({"source": "2025年年度报告.xlsx", "were_published": true,
    "values": [{"indicator": "LEGAL.matters", "value": "707", "source": "2025年年度报告"},
               {"indicator": "LEGAL.amount", "value": "1006", "rounded": "about",
                "source": "2025年年度报告"}]})";

std::string of_one(char const* indicator, char const* value)
{
    return R"({"source": "台账", "values": [{"indicator": ")" + std::string(indicator) +
           R"(", "value": ")" + value + R"(", "source": "台账"}]})";
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(annual_report_report_test, tests::report_case)

BOOST_AUTO_TEST_CASE(figures_of_a_year_that_is_over_are_taken_over_with_their_source)
{
    BOOST_TEST(
        (refused("report.taken_over", R"({"source": "台账", "values": []})") == rules{"JC-35"}));
    BOOST_TEST((refused("report.taken_over", of_one("法律事务", "707")) == rules{"JC-35"}));
    BOOST_TEST((refused("report.taken_over", of_one("LEGAL.matters", "七百")) == rules{"JC-35"}));
    BOOST_TEST((refused("report.taken_over",
                        R"({"source": "台账", "values": [
                            {"indicator": "A.b", "value": "1", "source": "甲"},
                            {"indicator": "A.b", "value": "2", "source": "乙"}]})") ==
                rules{"JC-35"}));
    BOOST_TEST((refused("report.taken_over", taking_over,
                        {{12}, "秘书", "office_secretary", "office", {}, {}}) == rules{"JC-35"}));
    enters("report.taken_over", taking_over);
    auto const held = workflows::annual_report::earlier_figures(left());
    BOOST_TEST_REQUIRE(held.size() == 2u);
    BOOST_TEST(held.at("LEGAL.matters").value.value == "707");
    BOOST_TEST(held.at("LEGAL.matters").seq == 2);
    BOOST_TEST(
        (held.at("LEGAL.amount").value.rounded == workflows::annual_report::rounding::about));
}

BOOST_AUTO_TEST_CASE(the_year_that_still_runs_is_not_taken_over)
{
    acts.clear();
    file = shape_of.make("gd");
    enters("report.opened", opening(2026));
    BOOST_TEST((refused("report.taken_over", taking_over) == rules{"JC-35"}));
    on("2027-01-01");
    enters("report.taken_over", taking_over);
}

BOOST_AUTO_TEST_CASE(a_report_is_compiled_here_or_taken_over_and_never_both)
{
    enters("collection.asked", asking);
    BOOST_TEST((refused("report.taken_over", taking_over) == rules{"JC-35"}));

    acts.clear();
    file = shape_of.make("gd");
    enters("report.opened", opening(2025));
    enters("report.taken_over", taking_over);
    for (auto const* chapter : {"report", "collection", "gate", "freezing", "narrative", "release"})
        BOOST_TEST(stage(chapter) == "taken_over", chapter);
    BOOST_TEST(!refused("collection.asked", asking).empty());
    BOOST_TEST(!refused("gate.checked", R"({"units":[],"findings":[]})").empty());
    BOOST_TEST(!refused("narrative.written", R"({"section":"plan","words":"正文"})").empty());
}

BOOST_AUTO_TEST_CASE(a_year_that_was_taken_over_waits_for_nobody_and_has_no_limits)
{
    engine::circumstances const now{tests::built_in_rules(), tests::built_in_days(), today};
    BOOST_TEST(!file->limits(now).empty());
    enters("report.taken_over", taking_over);
    BOOST_TEST(tasks_of("report_compiler").empty());
    BOOST_TEST(tasks_of("office_secretary").empty());
    BOOST_TEST(file->limits(now).empty());
    BOOST_TEST(file->figures(tests::built_in_days()).empty()); // it is no act of that year
    auto const summary = file->summary();
    BOOST_TEST(summary.phase == "report_taken_over");
    BOOST_TEST(summary.closed);
    BOOST_TEST((summary.level == engine::confidentiality::open)); // it was published
}

BOOST_AUTO_TEST_CASE(the_later_word_on_a_figure_holds_and_the_earlier_stays_visible)
{
    enters("report.taken_over", taking_over);
    enters("report.taken_over", of_one("LEGAL.matters", "708"));
    auto const held = workflows::annual_report::earlier_figures(left());
    BOOST_TEST_REQUIRE(held.size() == 2u);
    BOOST_TEST(held.at("LEGAL.matters").value.value == "708");
    BOOST_TEST(held.at("LEGAL.matters").before.value_or("") == "707");
    BOOST_TEST(held.at("LEGAL.matters").seq == 3);
    BOOST_TEST(!held.at("LEGAL.amount").before.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
