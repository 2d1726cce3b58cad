#include "tests/workflows/catalogue/told_catalogue.hpp"

using tests::date;
using tests::told_catalogue;
using tests::with;
using namespace workflows::catalogue;
using words = std::set<std::string>;

namespace {

std::string const explanation = R"({"item_number": 1, "reason": "勘测未完成",
    "progress": "已完成初稿", "prospect": "goes_on_next_year"})";

struct year_under_way : told_catalogue {
    year_under_way()
    {
        is_published();
        on("2026-09-01").unit("water");
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(catalogue_items_test, year_under_way)

BOOST_AUTO_TEST_CASE(an_entry_is_linked_with_its_decision_by_whoever_carries_it_out)
{
    are_refused({
        {"没有这一项",
         "catalogue_items.linked",
         R"({"item_number": 9, "decision_number": "JC2026-0001"})",
         {"JC-54"}},
        {"不是案卷编号",
         "catalogue_items.linked",
         R"({"item_number": 1, "decision_number": "第一号"})",
         {"JC-54"}},
        {"别的单位的事项",
         "catalogue_items.linked",
         R"({"item_number": 2, "decision_number": "JC2026-0001"})",
         {"JC-54"}},
    });
    enters("catalogue_items.linked", R"({"item_number": 1, "decision_number": "JC2026-0001"})");
    BOOST_TEST(file().items[0].decisions.front() == "JC2026-0001");
    unit("legal", "reviewer")
        .are_refused({{"审查人员关联",
                       "catalogue_items.linked",
                       R"({"item_number": 1, "decision_number": "JC2026-0002"})",
                       {"JC-54"}}});
}

BOOST_AUTO_TEST_CASE(the_last_word_on_a_decision_counts)
{
    enters("catalogue_items.linked", R"({"item_number": 1, "decision_number": "JC2026-0001"})");
    office().enters("catalogue_items.linked",
                    R"({"item_number": 2, "decision_number": "JC2026-0001"})");
    auto const made = file();
    BOOST_TEST(made.items[0].decisions.empty());
    BOOST_TEST(made.items[1].decisions.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_link_made_by_mistake_is_taken_back_with_its_reason)
{
    std::string const wrong =
        R"({"item_number": 1, "decision_number": "JC2026-0001", "reason": "关联错了"})";
    are_refused({{"还没有任何关联", "catalogue_items.unlinked", wrong, {"JC-54"}}});
    enters("catalogue_items.linked", R"({"item_number": 1, "decision_number": "JC2026-0001"})");
    enters("catalogue_items.linked", R"({"item_number": 1, "decision_number": "JC2026-0002"})");
    are_refused({
        {"没有关联的案卷",
         "catalogue_items.unlinked",
         with(wrong, R"({"decision_number": "JC2026-0003"})"),
         {"JC-54"}},
        {"没有这一项", "catalogue_items.unlinked", with(wrong, R"({"item_number": 9})"), {"JC-54"}},
    });
    unit("transport")
        .are_refused({{"别的单位的事项", "catalogue_items.unlinked", wrong, {"JC-54"}}});
    unit("water").enters("catalogue_items.unlinked", wrong);
    auto const made = file();
    BOOST_TEST_REQUIRE(made.items[0].decisions.size() == 1u);
    BOOST_TEST(made.items[0].decisions.front() == "JC2026-0002");
    BOOST_TEST(made.items[0].history.back().kind == "catalogue_items.unlinked");
    are_refused({{"取消两次", "catalogue_items.unlinked", wrong, {"JC-54"}}});
    // The light is that of an entry without a case again.
    enters("catalogue_items.unlinked", with(wrong, R"({"decision_number": "JC2026-0002"})"));
    BOOST_TEST(state_of(file(), file().items[0], false, date("2026-09-01")).awaits_case);
}

BOOST_AUTO_TEST_CASE(a_co_sponsor_may_tell_of_an_entry_too)
{
    unit("reform").enters("catalogue_items.linked",
                          R"({"item_number": 2, "decision_number": "JC2026-0001"})");
}

BOOST_AUTO_TEST_CASE(an_entry_is_completed_once_and_counted_as_on_time_or_not)
{
    are_refused({
        {"完成日期在将来",
         "catalogue_items.completed",
         R"({"item_number": 1, "completed_on": "2026-09-02"})",
         {"JC-3"}},
        {"别的单位的事项",
         "catalogue_items.completed",
         R"({"item_number": 2, "completed_on": "2026-08-20"})",
         {"JC-54"}},
    });
    on("2026-10-09")
        .enters("catalogue_items.completed", R"({"item_number": 1, "completed_on": "2026-09-30"})");
    BOOST_TEST(figures() == (words{"DEC.catalogue_completed 1", "DEC.catalogue_on_time 1"}));
    are_refused({{"完成两次",
                  "catalogue_items.completed",
                  R"({"item_number": 1, "completed_on": "2026-09-30"})",
                  {"JC-54"}}});
}

BOOST_AUTO_TEST_CASE(what_is_completed_after_its_planned_meeting_is_not_on_time)
{
    on("2026-10-09")
        .enters("catalogue_items.completed", R"({"item_number": 1, "completed_on": "2026-10-01"})");
    BOOST_TEST(figures() == words{"DEC.catalogue_completed 1"});
}

BOOST_AUTO_TEST_CASE(lights_follow_the_planned_times)
{
    struct moment {
        char const* day;
        bool has_case, awaits_case, is_late, awaits_explanation;
    };
    auto const made = file();
    // planned: started in the second quarter, before the meeting in September 2026
    for (moment const& one : {moment{"2026-06-30", false, false, false, false},
                              {"2026-07-01", false, true, false, false},
                              {"2026-07-01", true, false, false, false},
                              {"2026-09-30", true, false, false, false},
                              {"2026-10-01", true, false, true, false},
                              {"2027-01-01", true, false, true, true}})
        BOOST_TEST_CONTEXT(one.day << " " << one.has_case)
        {
            auto const state = state_of(made, made.items[0], one.has_case, date(one.day));
            BOOST_TEST(state.awaits_case == one.awaits_case);
            BOOST_TEST(state.is_late == one.is_late);
            BOOST_TEST(state.awaits_explanation == one.awaits_explanation);
        }
}

BOOST_AUTO_TEST_CASE(what_is_not_done_is_explained_after_the_year)
{
    BOOST_TEST(tasks().contains("catalogue_items.explained sponsor_clerk water"));
    are_refused({{"年内说明", "catalogue_items.explained", explanation, {"JC-54"}}});
    on("2027-01-04").enters("catalogue_items.explained", explanation);
    BOOST_TEST(!tasks().contains("catalogue_items.explained sponsor_clerk water"));
    BOOST_TEST(tasks().contains("catalogue_items.explained sponsor_clerk transport"));
    are_refused({{"替别的单位说明",
                  "catalogue_items.explained",
                  with(explanation, R"({"item_number": 2})"),
                  {"JC-54"}}});
}

BOOST_AUTO_TEST_CASE(what_is_completed_needs_no_explanation)
{
    enters("catalogue_items.completed", R"({"item_number": 1, "completed_on": "2026-08-31"})");
    on("2027-01-04")
        .office()
        .are_refused({{"完成了还说明", "catalogue_items.explained", explanation, {"JC-54"}}});
}

BOOST_AUTO_TEST_CASE(a_catalogue_closes_when_nothing_is_left_unexplained)
{
    office();
    are_refused({{"年内办结", "catalogue_items.closed", "{}", {"JC-54"}}});
    on("2027-01-04");
    are_refused({{"两项都没有说明", "catalogue_items.closed", "{}", {"JC-54"}}});
    enters("catalogue_items.explained", explanation);
    are_refused({{"还有一项没有说明", "catalogue_items.closed", "{}", {"JC-54"}}});
    enters("catalogue_items.explained", with(explanation, R"({"item_number": 2})"));
    BOOST_TEST(tasks().contains("catalogue_items.closed office_secretary office"));
    unit("water").are_refused({{"部门办结", "catalogue_items.closed", "{}", {"JC-54"}}});
    office().enters("catalogue_items.closed");
    BOOST_TEST(procedure().summary().closed);
    BOOST_TEST(tasks().empty());
    are_refused({{"办结以后关联",
                  "catalogue_items.linked",
                  R"({"item_number": 1, "decision_number": "JC2026-0001"})",
                  {"JC-54"}}});
}

BOOST_AUTO_TEST_CASE(a_catalogue_does_not_close_over_an_adjustment_under_way)
{
    enters("catalogue_adjustment.requested",
           R"({"change": "dropped", "item_number": 1, "reasons": "上级统一编制"})");
    on("2027-01-04").office();
    enters("catalogue_items.explained", explanation);
    enters("catalogue_items.explained", with(explanation, R"({"item_number": 2})"));
    are_refused({{"调整没有办结", "catalogue_items.closed", "{}", {"GD21-3.4"}}});
}

BOOST_AUTO_TEST_CASE(an_explanation_has_the_limit_that_the_notice_set)
{
    auto const limits = procedure().limits(now());
    BOOST_TEST_REQUIRE(limits.size() == 2u);
    BOOST_TEST(limits[1].name == "catalogue_explanation");
    // A Sunday, as it was written.
    BOOST_TEST(engine::to_text(limits[1].due) == "2027-01-31");
}

BOOST_AUTO_TEST_CASE(a_link_is_taken_back_only_where_there_is_one)
{
    BOOST_TEST(!open().contains("catalogue_items.unlinked"));
    enters("catalogue_items.linked", R"({"item_number": 1, "decision_number": "JC2026-0001"})");
    BOOST_TEST(open().contains("catalogue_items.unlinked"));
}

BOOST_AUTO_TEST_CASE(nothing_is_to_be_explained_once_every_entry_is_accounted_for)
{
    BOOST_TEST(duties().contains("catalogue_items.explained"));
    enters("catalogue_items.completed", R"({"item_number": 1, "completed_on": "2026-08-31"})");
    BOOST_TEST(duties().contains("catalogue_items.explained")); // the other entry
    unit("transport")
        .enters("catalogue_items.completed", R"({"item_number": 2, "completed_on": "2026-08-31"})");
    BOOST_TEST(!duties().contains("catalogue_items.explained"));
}

BOOST_AUTO_TEST_CASE(a_role_without_a_seat_explains_nothing_in_the_unit_that_leads_either)
{
    on("2027-01-04")
        .unit("water", "executor")
        .are_refused({{"执行人员说明", "catalogue_items.explained", explanation, {"JC-54"}}});
}

BOOST_AUTO_TEST_SUITE_END()
