#include "engine/demands.hpp"
#include "tests/workflows/annual_report/report_case.hpp"

using rules = std::set<std::string>;
using standing = workflows::annual_report::asked_figure::standing;

BOOST_FIXTURE_TEST_SUITE(annual_report_collection_test, tests::report_case)

BOOST_AUTO_TEST_CASE(a_report_is_opened_for_a_year_that_has_begun)
{
    auto const tries = [&](int year) {
        file = shape_of.make("gd");
        return refused("report.opened", opening(year));
    };
    BOOST_TEST(tries(2027) == rules{"JC-34"}, boost::test_tools::per_element());
    BOOST_TEST(tries(1899) == rules{"JC-34"}, boost::test_tools::per_element());
    BOOST_TEST(tries(2026).empty());
}

BOOST_AUTO_TEST_CASE(a_unit_is_asked_and_its_clerk_and_head_have_the_task)
{
    enters("collection.asked", asking);
    for (auto const* role : {"sponsor_clerk", "department_head"}) {
        BOOST_TEST(tasks_of(role, "market").contains("collection.answered"), role);
        BOOST_TEST(tasks_of(role, "water").empty(), role);
    }
    BOOST_TEST((file->summary().concerned == std::vector<std::string>{"market"}));
    enters("collection.answered", answering);
    BOOST_TEST(tasks_of("sponsor_clerk", "market").empty());
    BOOST_TEST(tasks_of("report_compiler").contains("collection.accepted"));
}

BOOST_AUTO_TEST_CASE(what_is_asked_is_a_code_once_and_of_one_unit)
{
    auto const ask = [&](char const* unit, char const* indicators, char const* by = "2026-01-20") {
        return refused("collection.asked", R"({"unit":")" + std::string(unit) +
                                               R"(","indicators":[)" + indicators +
                                               R"(],"answer_by":")" + by + R"("})");
    };
    BOOST_TEST(ask("market", "").contains("JC-31"));
    BOOST_TEST(ask("market", R"("户数")").contains("JC-31"));
    BOOST_TEST(ask("market", R"("A.b","A.b")").contains("JC-31"));
    BOOST_TEST(ask("market", R"("A.b")", "2026-01-04").contains("JC-31"));
    BOOST_TEST(ask("market", R"("A.b")", "2026-01-05").empty());
    BOOST_TEST(ask("water", R"("A.b")").contains("JC-31"));
    BOOST_TEST(ask("market", R"("A.b")").empty()); // a later day
}

BOOST_AUTO_TEST_CASE(what_was_accepted_is_not_asked_for_again)
{
    enters("collection.asked", asking);
    enters("collection.answered", answering);
    enters("collection.accepted", accepting);
    BOOST_TEST(refused("collection.asked", asking) == rules{"JC-31"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_figure_stands_as_it_does_since_the_day_of_the_act_that_said_so)
{
    enters("collection.asked", asking);
    auto const since = [&] { return engine::to_text(left().asked.front().stands_since); };
    BOOST_TEST(since() == "2026-01-05");
    on("2026-01-06");
    enters("collection.answered", answering);
    BOOST_TEST(since() == "2026-01-06");
    on("2026-01-07");
    enters("collection.accepted", accepting);
    BOOST_TEST(since() == "2026-01-07");
}

BOOST_AUTO_TEST_CASE(an_empty_value_is_not_told_as_a_figure_that_was_not_asked_for)
{
    enters("collection.asked", asking);
    auto const body =
        boost::json::parse(R"({"values":[{"indicator":"MARKET.entities","source":"系统"}]})");
    engine::circumstances const now{tests::built_in_rules(), tests::built_in_days(), today};
    auto const said = [&](std::string const& indicator) {
        auto tried = body.as_object();
        tried["values"].as_array()[0].as_object()["indicator"] = indicator;
        return engine::beside_faults(*file, "collection.answered", tried,
                                     {{"values[0].value", engine::say("必填。")}}, {}, now);
    };
    BOOST_TEST(said("MARKET.entities").empty());
    BOOST_TEST_REQUIRE(said("A.b").size() == 1u);
    BOOST_TEST(said("A.b").front().rule == "JC-31");
}

BOOST_AUTO_TEST_CASE(only_what_was_asked_is_answered_and_only_by_that_unit)
{
    enters("collection.asked", asking);
    engine::actor const other{{20}, "别人", "sponsor_clerk", "water", {}, {}};
    BOOST_TEST(!refused("collection.answered", answering, other).empty());
    BOOST_TEST(refused("collection.answered",
                       R"({"values":[{"indicator":"A.b","value":"1","source":"x"}]})")
                   .contains("JC-31"));
    BOOST_TEST(refused("collection.answered", R"({"values":[]})").contains("JC-31"));
}

BOOST_AUTO_TEST_CASE(a_value_is_a_number_a_month_or_a_moment)
{
    enters("collection.asked", asking);
    auto const answer = [&](std::string const& value) {
        return refused("collection.answered",
                       R"({"values":[{"indicator":"MARKET.entities","value":")" + value +
                           R"(","source":"x"}]})")
            .empty();
    };
    for (auto const* bad :
         {"约100", "1,000", "1.23456", "2021-13", "-", "1.", "一百", "2022-02-30 10:00:00"})
        BOOST_TEST(!answer(bad), bad);
    for (auto const* good : {"0", "48865", "5.38", "-9.7", "2021-08", "2022-02-23 14:58:44"}) {
        BOOST_TEST(answer(good), good);
        enters("collection.sent_back",
               R"({"unit":"market","indicators":["MARKET.entities"],"reason":"再核"})");
    }
}

BOOST_AUTO_TEST_CASE(nobody_accepts_their_own_answer)
{
    enters("collection.asked", asking);
    enters("collection.answered", answering);
    engine::actor self{{10}, "统计员", "report_compiler", "justice", {}, {}};
    BOOST_TEST(refused("collection.accepted", accepting, self).contains("JC-1"));
    enters("collection.accepted", accepting);
    BOOST_TEST((left().asked.front().is == standing::accepted));
    BOOST_TEST(refused("collection.answered", answering).size() > 0u); // the unit has no seat left
}

BOOST_AUTO_TEST_CASE(an_answer_is_sent_back_with_its_reason_and_given_again)
{
    enters("collection.asked", asking);
    auto const back = R"({"unit":"market","indicators":["MARKET.entities"],"reason":"口径不对"})";
    BOOST_TEST(refused("collection.sent_back", back).contains("JC-31")); // nothing was answered
    enters("collection.answered", answering);
    enters("collection.sent_back", back);
    BOOST_TEST((left().asked.front().is == standing::sent_back));
    BOOST_TEST(left().asked.front().reason == "口径不对");
    BOOST_TEST(tasks_of("sponsor_clerk", "market").contains("collection.answered"));
    enters("collection.answered", answering);
    enters("collection.accepted", accepting);
}

BOOST_AUTO_TEST_CASE(a_unit_puts_right_what_it_answered_until_the_compiler_takes_it)
{
    enters("collection.asked", asking);
    enters("collection.answered", answering);
    BOOST_TEST(!left().asked.front().replaced.has_value());
    auto const is_duty = [&] { return duties().contains("collection.answered"); };
    BOOST_TEST(!is_duty());
    enters("collection.answered",
           R"({"values":[{"indicator":"MARKET.entities","value":"61250","source":"登记系统"}]})");
    auto const file_now = left();
    auto const& one = file_now.asked.front();
    BOOST_TEST((one.is == standing::answered));
    BOOST_TEST(one.answer->value == "61250");
    BOOST_TEST_REQUIRE(one.replaced.has_value());
    BOOST_TEST(one.replaced->value == "61240");
    BOOST_TEST(one.replaced_act == one.answer_act - 1);
    BOOST_TEST(tasks_of("sponsor_clerk", "market").empty());
    BOOST_TEST(tasks_of("report_compiler").contains("collection.accepted"));
    // Another unit that still owes an answer makes it nobody's task here.
    enters("collection.asked", R"({"unit":"water","indicators":["A.b"],"answer_by":"2026-01-20"})");
    BOOST_TEST(is_duty());
    BOOST_TEST(tasks_of("sponsor_clerk", "market").empty());
    BOOST_TEST(tasks_of("sponsor_clerk", "water").contains("collection.answered"));
    enters("collection.accepted", accepting);
    BOOST_TEST(!refused("collection.answered", answering).empty());
}

BOOST_AUTO_TEST_CASE(an_answer_that_was_taken_is_sent_back_until_the_figures_are_frozen)
{
    auto const back = R"({"unit":"market","indicators":["MARKET.entities"],"reason":"超过100%"})";
    collects();
    enters("collection.sent_back", back);
    BOOST_TEST((left().asked.front().is == standing::sent_back));
    BOOST_TEST(tasks_of("sponsor_clerk", "market").contains("collection.answered"));
    enters("collection.answered", answering);
    enters("collection.accepted", accepting);
    on("2026-01-22");
    checks();
    on("2026-01-23");
    enters("freezing.frozen", frozen("2026-01-21"));
    BOOST_TEST(!refused("collection.sent_back", back).empty());
}

BOOST_AUTO_TEST_CASE(the_report_may_do_without_a_figure_and_then_ask_another_unit)
{
    enters("collection.asked", asking);
    enters("collection.waived",
           R"({"unit":"market","indicators":["MARKET.entities"],"reason":"今年不统计"})");
    BOOST_TEST(tasks_of("sponsor_clerk", "market").empty());
    enters("collection.asked",
           R"({"unit":"data","indicators":["MARKET.entities"],"answer_by":"2026-01-20"})");
    BOOST_TEST(tasks_of("sponsor_clerk", "data").contains("collection.answered"));
}

BOOST_AUTO_TEST_CASE(after_the_freeze_nothing_is_collected)
{
    freezes();
    BOOST_TEST(stage("collection") == "settled");
    BOOST_TEST(!refused("collection.asked", asking).empty());
}

BOOST_AUTO_TEST_CASE(a_role_without_a_seat_is_refused_in_the_unit_that_was_asked_too)
{
    enters("collection.asked", asking);
    BOOST_TEST(refused("collection.answered", answering,
                       {{21}, "法制审核员", "legal_officer", "market", {}, {}}) == rules{"JC-31"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_report_is_opened_and_written_by_the_compiler_or_the_office)
{
    engine::actor const clerk{{22}, "经办", "sponsor_clerk", "market", {}, {}};
    BOOST_TEST(refused("narrative.written", R"({"section":"plan","words":"正文"})", clerk) ==
                   rules{"AR-4"},
               boost::test_tools::per_element());
    file = shape_of.make("gd");
    BOOST_TEST(refused("report.opened", opening(2025), clerk) == rules{"AR-1"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(nothing_is_to_be_accepted_before_something_was_answered)
{
    enters("collection.asked", asking);
    BOOST_TEST(!duties().contains("collection.accepted"));
    enters("collection.answered", answering);
    BOOST_TEST(duties().contains("collection.accepted"));
}

BOOST_AUTO_TEST_CASE(only_an_open_question_is_waived)
{
    auto const waive = [&](char const* unit, char const* indicator) {
        return refused("collection.waived", R"({"unit":")" + std::string(unit) +
                                                R"(","indicators":[")" + indicator +
                                                R"("],"reason":"不统计"})");
    };
    enters("collection.asked", asking);
    BOOST_TEST(waive("market", "A.b") == rules{"JC-31"}, boost::test_tools::per_element());
    BOOST_TEST(waive("water", "MARKET.entities") == rules{"JC-31"},
               boost::test_tools::per_element());
    enters("collection.answered", answering);
    enters("collection.accepted", accepting);
    BOOST_TEST(waive("market", "MARKET.entities") == rules{"JC-31"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
