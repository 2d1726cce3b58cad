#include "tests/workflows/participation_trial.hpp"

using tests::activity;
using tests::document;
using tests::drafted;
using tests::symposium;
using tests::with;

BOOST_AUTO_TEST_SUITE(activities_test)

BOOST_AUTO_TEST_CASE(an_activity_is_not_of_tomorrow)
{
    auto t = drafted();
    JUECE_REFUSED(t, "participation.activity_held", with(symposium, R"({"held_on": "2024-03-02"})"),
                  {"JC-3"});
    JUECE_REFUSED(t, "participation.activity_held",
                  with(symposium, R"({"materials_given_on": "2024-03-02"})"), {"JC-3"});
}

BOOST_AUTO_TEST_CASE(symposium_minutes_give_each_speakers_points_and_reasons)
{
    auto gd = drafted();
    auto const silent = with(symposium, R"({"attendees": [{"name": "张三", "kind": "citizen",
                                            "main_points": "要点"}]})");
    JUECE_REFUSED(gd, "participation.activity_held", silent, {"GD21-19.1"});
    auto cn = drafted("cn");
    cn.enters("participation.activity_held", silent);
}

BOOST_AUTO_TEST_CASE(a_meeting_is_held_with_somebody)
{
    auto t = drafted();
    JUECE_REFUSED(t, "participation.activity_held",
                  activity("group_consultation", R"({"attendees": []})"), {"R713-14.2"});
    auto cn = drafted("cn");
    JUECE_REFUSED(cn, "participation.activity_held", with(symposium, R"({"attendees": []})"),
                  {"R713-14.2"});
}

BOOST_AUTO_TEST_CASE(what_was_said_at_a_symposium_and_is_not_on_file_is_remarked_on)
{
    auto t = drafted();
    t.enters("participation.activity_held", symposium);
    JUECE_ADVISED(t, "participation.concluded",
                  R"({"summary": "完成", "report": )" + document('c') + "}", {"R713-18.1"});
}

BOOST_AUTO_TEST_CASE(a_symposium_with_one_person_is_remarked_on)
{
    auto const two = with(symposium, R"({"attendees": [
        {"name": "张三", "kind": "citizen", "main_points": "要点", "reasons": "理由"},
        {"name": "李四", "kind": "citizen", "main_points": "要点", "reasons": "理由"}]})");
    auto t = drafted();
    JUECE_ADVISED(t, "participation.activity_held", symposium, {"R713-14.2"});
    JUECE_ADVISED(t, "participation.activity_held", two, {});
}

BOOST_AUTO_TEST_CASE(symposium_papers_come_in_time_where_the_place_says_so)
{
    auto const given = [](char const* on) {
        return with(symposium, std::string(R"({"materials_given_on": ")") + on + "\"}");
    };
    auto hlj = drafted("hlj");
    JUECE_REFUSED(hlj, "participation.activity_held", symposium, {"HLJ-17.2"});
    JUECE_REFUSED(hlj, "participation.activity_held", given("2024-02-26"), {"HLJ-17.2"});
    JUECE_ADVISED(hlj, "participation.activity_held", given("2024-02-25"),
                  {"HLJ-17.2", "R713-14.2"});
    JUECE_ADVISED(hlj, "participation.activity_held", given("2024-02-24"), {"R713-14.2"});
    auto sd = drafted("sd");
    JUECE_REFUSED(sd, "participation.activity_held", given("2024-02-28"), {"SD-21.1"});
}

BOOST_AUTO_TEST_CASE(a_survey_has_a_report_and_a_maker_without_interest)
{
    auto t = drafted();
    auto const report = R"({"documents": [)" + document('d') + "]}";
    for (auto form : {"questionnaire", "opinion_poll"}) {
        JUECE_REFUSED(t, "participation.activity_held", activity(form, "{}"), {"GD21-19.2"});
        auto const commissioned =
            with(activity(form, report.c_str()), R"({"third_party": "调查公司"})");
        JUECE_REFUSED(t, "participation.activity_held", commissioned, {"GD21-19.2"});
        t.enters("participation.activity_held",
                 with(commissioned, R"({"third_party_has_no_interest": true})"));
    }
}

BOOST_AUTO_TEST_CASE(online_interaction_states_its_terms)
{
    auto t = drafted();
    JUECE_REFUSED(t, "participation.activity_held",
                  activity("online_interaction", R"({"how": "网上留言"})"), {"GD21-19.3"});
    JUECE_REFUSED(t, "participation.activity_held",
                  activity("online_interaction", R"({"open_until": "2024-03-20"})"), {"GD21-19.3"});
    t.enters("participation.activity_held",
             activity("online_interaction", R"({"open_until": "2024-03-20", "how": "留言"})"));
}

BOOST_AUTO_TEST_SUITE_END()
