#include "tests/workflows/annual_report/report_case.hpp"

using rules = std::set<std::string>;
namespace law = workflows::annual_report;

namespace {

std::string const one_finding =
    R"({"units":[{"unit":"water","cases":3,"cases_at_fault":1}],"findings":[)"
    R"({"finding":"dates_out_of_order","case_number":"JC2025-0003","unit":"water","blocks":true},)"
    R"({"finding":"case_not_archived","case_number":"JC2025-0004","unit":"water"}]})";

} // namespace

BOOST_FIXTURE_TEST_SUITE(annual_report_freezing_test, tests::report_case)

BOOST_AUTO_TEST_CASE(nothing_is_frozen_before_every_answer_is_checked)
{
    enters("collection.asked", asking);
    on("2026-01-22");
    checks();
    on("2026-01-23");
    BOOST_TEST(refused("freezing.frozen", frozen("2026-01-21")).contains("JC-31"));
    enters("collection.answered", answering);
    BOOST_TEST(refused("freezing.frozen", frozen("2026-01-21")).contains("JC-31"));
    enters("collection.accepted", accepting);
    // What was taken since the check was not looked at.
    BOOST_TEST(refused("freezing.frozen", frozen("2026-01-21")) == std::set<std::string>{"JC-32"},
               boost::test_tools::per_element());
    BOOST_TEST(tasks_of("report_compiler").contains("gate.checked"));
    checks();
    enters("freezing.frozen", frozen("2026-01-21"));
}

BOOST_AUTO_TEST_CASE(nothing_is_frozen_before_the_record_is_checked)
{
    collects();
    on("2026-01-23");
    BOOST_TEST(refused("freezing.frozen", frozen("2026-01-21")).contains("JC-32"));
}

BOOST_AUTO_TEST_CASE(what_blocks_is_explained_or_mended)
{
    collects();
    on("2026-01-22");
    enters("gate.checked", one_finding);
    BOOST_TEST(tasks_of("report_compiler").contains("gate.explained"));
    BOOST_TEST(!tasks_of("report_compiler").contains("gate.checked"));
    on("2026-01-23");
    BOOST_TEST(refused("freezing.frozen", frozen("2026-01-21")) == rules{"JC-32"},
               boost::test_tools::per_element());
    BOOST_TEST(refused("gate.explained", R"({"finding":"figure_differs","reason":"x"})")
                   .contains("JC-32"));
    BOOST_TEST(
        refused("gate.explained",
                R"({"finding":"dates_out_of_order","case_number":"JC2025-0009","reason":"x"})")
            .contains("JC-32"));
    enters("gate.explained", R"({"finding":"dates_out_of_order","case_number":"JC2025-0003",)"
                             R"("reason":"会议改期，已附说明"})");
    enters("freezing.frozen", frozen("2026-01-21"));
}

BOOST_AUTO_TEST_CASE(a_figure_is_explained_by_itself_and_the_others_still_wait)
{
    collects();
    on("2026-01-22");
    enters("gate.checked",
           R"({"units":[],"findings":[)"
           R"({"finding":"figure_not_asked","unit":"reform","blocks":true,"subject":"A.first"},)"
           R"({"finding":"figure_not_asked","unit":"reform","blocks":true,"subject":"A.next"}]})");
    on("2026-01-23");
    auto const explained = [](std::string const& subject) {
        return R"({"finding":"figure_not_asked","subject":")" + subject + R"(","reason":"不写"})";
    };
    BOOST_TEST(refused("gate.explained", explained("A.other")).contains("JC-32"));
    enters("gate.explained", explained("A.first"));
    BOOST_TEST(refused("freezing.frozen", frozen("2026-01-21")) == rules{"JC-32"},
               boost::test_tools::per_element());
    enters("gate.explained", explained("A.next"));
    enters("freezing.frozen", frozen("2026-01-21"));
}

BOOST_AUTO_TEST_CASE(a_cut_off_is_a_day_that_is_over_after_the_year_and_before_the_check)
{
    collects();
    on("2026-01-22");
    checks();
    on("2026-01-23");
    for (auto const* day : {"2025-12-30", "2026-01-23", "2026-02-01"}) {
        auto const found = judge("freezing.frozen", frozen(day)).answer.refusals;
        BOOST_TEST_REQUIRE(!found.empty(), day);
        BOOST_TEST(found.front().rule == "JC-33", day);
        BOOST_TEST(found.front().remedy.id == "请选择{1}至{2}之间的日期", day);
    }
    BOOST_TEST(refused("freezing.frozen", frozen("2026-01-22")) == rules{"JC-32"},
               boost::test_tools::per_element());
    enters("freezing.frozen", frozen("2025-12-31"));
}

BOOST_AUTO_TEST_CASE(before_the_year_is_over_only_its_last_day_is_waited_for)
{
    acts.clear();
    file = shape_of.make("gd");
    on("2025-11-28");
    enters("report.opened", opening(2025));
    checks();
    for (auto const* day : {"2025-11-27", "2025-12-31"}) {
        auto const found = judge("freezing.frozen", frozen(day)).answer.refusals;
        BOOST_TEST_REQUIRE(!found.empty(), day);
        BOOST_TEST(found.front().reason.id == "{1}年度尚未终了", day);
    }
    auto const waiting = file->tasks({tests::built_in_rules(), tests::built_in_days(), today});
    auto const freezing = std::find_if(waiting.begin(), waiting.end(), [](auto const& one) {
        return one.kind == "freezing.frozen";
    });
    BOOST_TEST_REQUIRE((freezing != waiting.end()));
    BOOST_TEST_REQUIRE(freezing->opens_on.has_value());
    BOOST_TEST(engine::to_text(*freezing->opens_on) == "2026-01-01");
}

BOOST_AUTO_TEST_CASE(frozen_answers_are_those_on_file_and_the_digest_is_theirs)
{
    collects();
    on("2026-01-22");
    checks();
    on("2026-01-23");
    auto const good = frozen("2026-01-21");
    auto const with = [&](std::string const& from, std::string const& to) {
        auto body = good;
        body.replace(body.find(from), from.size(), to);
        return refused("freezing.frozen", body) == rules{"JC-33"};
    };
    BOOST_TEST(with("61240", "61241"));
    BOOST_TEST(with("\"answer_act\":3", "\"answer_act\":2"));
    auto const digest = law::digest_of(left(), {.cut_off = today, .values = {}, .digest = {}});
    BOOST_TEST(digest.size() == 64u);
    law::freezing::frozen nothing{
        .cut_off = *engine::parse_day("2026-01-21"), .values = {}, .digest = {}};
    BOOST_TEST(!refused("freezing.frozen", body_of(nothing, law::digest_of(left(), nothing)))
                    .empty()); // an accepted answer is left out
    enters("freezing.frozen", good);
    BOOST_TEST(law::digest_of(left(), left().frozen->body) == left().frozen->body.digest);
}

BOOST_AUTO_TEST_CASE(a_frozen_figure_is_only_restated_with_another_value)
{
    freezes();
    auto const restate = [](char const* indicator, char const* value) {
        return R"({"indicator":")" + std::string(indicator) + R"(","value":")" + value +
               R"(","reason":"重复登记"})";
    };
    BOOST_TEST(refused("freezing.restated", restate("A.b", "1")).contains("JC-33"));
    BOOST_TEST(refused("freezing.restated", restate("MARKET.entities", "61240")).contains("JC-33"));
    BOOST_TEST(refused("freezing.restated", restate("MARKET.entities", "多")).contains("JC-31"));
    enters("freezing.restated", restate("MARKET.entities", "61238"));
    BOOST_TEST(refused("freezing.restated", restate("MARKET.entities", "61238")).contains("JC-33"));
    enters("freezing.restated", restate("MARKET.entities", "61240")); // back again, both on file
    BOOST_TEST(left().restated.size() == 2u);
    BOOST_TEST(law::find_frozen(left(), "MARKET.entities")->value == "61240");
}

BOOST_AUTO_TEST_SUITE_END()
