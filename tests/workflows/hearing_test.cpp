#include "tests/workflows/drafts.hpp"
#include "tests/workflows/hearing_trial.hpp"
#include "workflows/major_decision/hearing.hpp"
#include "workflows/major_decision/procedure.hpp"

#include <map>

using tests::add_draft;
using tests::document;
using tests::rules;
using tests::with;
using namespace tests::a_hearing;
using namespace workflows::major_decision;
using drafting::change_class;

namespace json = boost::json;

BOOST_AUTO_TEST_SUITE(hearing_test)

BOOST_AUTO_TEST_CASE(a_hearing_is_announced_held_reported_and_answered)
{
    auto t = heard();
    BOOST_TEST(t.stage() == "heard");
    BOOST_TEST(!hearing_done(t.file, law_of("gd")));
    t.enters("hearing.reported", report);
    BOOST_TEST(t.stage() == "to_answer");
    t.enters("hearing.answered", reply);
    BOOST_TEST(t.stage() == "concluded");
    BOOST_TEST(hearing_done(t.file, law_of("gd")));
}

// ---- whether

BOOST_AUTO_TEST_CASE(the_catalogue_makes_a_hearing_a_duty)
{
    auto gd = drafted("gd", R"("technical": true)", R"("hearing": true)");
    BOOST_TEST((hearing_duty(gd.file, law_of("gd")) == engine::rule_id("GDH303-14.1")));
    JUECE_REFUSED(gd, "hearing.decided", no_hearing, {"GDH303-14.1"});
    gd.enters("hearing.decided", decision);
    JUECE_REFUSED(gd, "hearing.decided", no_hearing, {"GDH303-14.1"});
    auto cn = drafted("cn", R"("technical": true)", R"("hearing": true)");
    JUECE_REFUSED(cn, "hearing.decided", no_hearing, {"R713-3.4"});
}

BOOST_AUTO_TEST_CASE(vital_interests_and_disputes_make_it_a_duty_only_where_the_place_says_so)
{
    for (auto touches : {R"("vital_interests": true)", R"("large_disagreement": true)"}) {
        auto sd = drafted("sd", touches);
        JUECE_REFUSED(sd, "hearing.decided", no_hearing, {"SD-22.1"});
        auto gd = drafted("gd", touches);
        BOOST_TEST(!hearing_required(gd.file, law_of("gd")));
        gd.enters("hearing.decided", no_hearing);
        BOOST_TEST(gd.stage() == "not_held");
        tests::assess(gd, R"("hearing_law": "价格法第二十三条")");
        BOOST_TEST(gd.duties() == std::set<std::string>{"hearing.decided"});
    }
}

BOOST_AUTO_TEST_CASE(another_law_may_make_it_a_duty)
{
    auto t = drafted("cn", R"("hearing_law": "价格法第二十三条")");
    JUECE_REFUSED(t, "hearing.decided", no_hearing, {"R713-16.1"});
}

BOOST_AUTO_TEST_CASE(a_secret_matter_is_not_heard_in_public)
{
    auto t = drafted("gd", R"("secret": true, "secret_basis": "保密法")", R"("hearing": true)");
    BOOST_TEST(!hearing_required(t.file, law_of("gd")));
    JUECE_REFUSED(t, "hearing.decided", decision, {"GDH303-2.1"});
    JUECE_REFUSED(t, "hearing.decided", no_hearing, {"GDH303-2.1"});
    JUECE_REFUSED(t, "hearing.suggested", suggestion("1"), {"GDH303-2.1"});
}

BOOST_AUTO_TEST_CASE(the_assessment_comes_before_the_decision_on_a_hearing)
{
    auto t = drafted();
    t.file.drafting.touches.reset();
    JUECE_REFUSED(t, "hearing.decided", decision, {"R713-16.1"});
    JUECE_REFUSED(t, "hearing.decided", no_hearing, {"R713-16.1"});
}

BOOST_AUTO_TEST_CASE(a_third_party_organises_only_under_an_agreement)
{
    auto const commissioned = with(decision, R"({"third_party": "协会"})");
    auto gd = drafted();
    JUECE_REFUSED(gd, "hearing.decided", commissioned, {"GDH303-7.1"});
    gd.enters("hearing.decided", with(commissioned, R"({"agreement": )" + document('f') + "}"));
    auto cn = drafted("cn");
    cn.enters("hearing.decided", commissioned);
}

BOOST_AUTO_TEST_CASE(one_organiser_runs_it)
{
    auto t = drafted();
    t.enters("hearing.decided", with(decision, R"({"organiser": "transport"})"));
    JUECE_REFUSED(t, "hearing.announced", notice, {"R713-16.2"});
    t.by("sponsor_clerk", "transport").enters("hearing.announced", notice);
    t.by("sponsor_clerk", "finance");
    JUECE_REFUSED(t, "hearing.listed", list_of(people(9)), {"R713-16.4"});
}

// ---- suggestions

BOOST_AUTO_TEST_CASE(a_suggestion_is_answered_within_ten_working_days_of_the_window)
{
    auto t = drafted();
    open_window(t);
    t.enters("hearing.suggested", suggestion("1"));
    auto const terms = suggestion_terms(t.file, law_of("gd"), tests::built_in_days());
    BOOST_TEST_REQUIRE(terms.size() == 1U);
    // from Monday 1 April, with Qingming on 4 and 5 April and Sunday the 7th worked
    auto const due =
        engine::reckon(terms[0], tests::built_in_days(), *engine::parse_day("2024-04-02")).due;
    BOOST_TEST(engine::to_text(due) == "2024-04-16");
    auto const no = R"({"number": "1", "accepted": false, "reason": "无分歧"})";
    JUECE_REFUSED(t, "hearing.suggestion_answered", with(no, R"({"reason": null})"),
                  {"GDH303-14.2"});
    JUECE_REFUSED(t, "hearing.suggestion_answered", with(no, R"({"number": "2"})"),
                  {"GDH303-14.2"});
    t.on("2024-04-17");
    JUECE_ADVISED(t, "hearing.suggestion_answered", no, {"GDH303-14.2"}); // late, but entered
    JUECE_REFUSED(t, "hearing.suggestion_answered", no, {"GDH303-14.2"});
}

BOOST_AUTO_TEST_CASE(a_suggestion_has_a_number_and_its_season)
{
    auto t = drafted();
    open_window(t);
    t.enters("hearing.suggested", suggestion("1"));
    JUECE_REFUSED(t, "hearing.suggested", suggestion("1"), {"GDH303-14.2"});
    JUECE_REFUSED(t, "hearing.suggested", suggestion("2", "2024-03-06"), {"JC-3"});
    JUECE_ADVISED(t, "hearing.suggested", suggestion("2", "2024-02-29"), {"GDH303-14.2"});
    auto early = drafted();
    JUECE_ADVISED(early, "hearing.suggested", suggestion("1"), {"GDH303-14.2"});
}

BOOST_AUTO_TEST_CASE(an_accepted_suggestion_makes_a_hearing_a_duty)
{
    auto t = drafted();
    open_window(t);
    t.enters("hearing.decided", no_hearing);
    t.enters("hearing.suggested", suggestion("1"));
    t.enters("hearing.suggestion_answered", R"({"number": "1", "accepted": true})");
    BOOST_TEST(t.stage() == "undecided");
    JUECE_REFUSED(t, "hearing.decided", no_hearing, {"GDH303-14.2"});
}

BOOST_AUTO_TEST_CASE(a_declined_suggestion_leaves_the_decision_standing)
{
    auto t = drafted();
    open_window(t);
    t.enters("hearing.decided", no_hearing);
    t.enters("hearing.suggested", suggestion("1"));
    t.enters("hearing.suggestion_answered",
             R"({"number": "1", "accepted": false, "reason": "无分歧"})");
    BOOST_TEST(t.stage() == "not_held");
}

BOOST_AUTO_TEST_CASE(a_hearing_that_is_due_is_not_declined_to_a_citizen)
{
    auto t = drafted("gd", R"("technical": true)", R"("hearing": true)");
    open_window(t);
    t.enters("hearing.suggested", suggestion("1"));
    JUECE_REFUSED(t, "hearing.suggestion_answered",
                  R"({"number": "1", "accepted": false, "reason": "无"})", {"GDH303-14.1"});
}

// ---- notice

BOOST_AUTO_TEST_CASE(the_notice_is_twenty_days_before)
{
    auto const hearing_on = [](char const* on) {
        return with(notice, std::string(R"({"hearing_on": ")") + on + "\"}");
    };
    auto t = preparing();
    JUECE_REFUSED(t, "hearing.announced", hearing_on("2024-03-20"), {"GDH303-16.1"});
    JUECE_ADVISED(t, "hearing.announced", hearing_on("2024-03-21"), {"GDH303-16.1"});
    JUECE_ADVISED(t, "hearing.announced", hearing_on("2024-03-22"), {});
    BOOST_TEST(engine::to_text(earliest_hearing(*engine::parse_day("2024-03-01"), law_of("gd"))) ==
               "2024-03-21");
    auto sd = preparing("sd");
    JUECE_REFUSED(sd, "hearing.announced", hearing_on("2024-03-15"), {"SD-23.1"});
}

BOOST_AUTO_TEST_CASE(seven_hundred_thirteen_alone_asks_for_a_notice_in_advance)
{
    auto t = preparing("cn");
    JUECE_REFUSED(t, "hearing.announced", with(notice, R"({"hearing_on": "2024-03-01"})"),
                  {"R713-16.2"});
    JUECE_ADVISED(t, "hearing.announced", with(notice, R"({"hearing_on": "2024-03-02"})"), {});
}

BOOST_AUTO_TEST_CASE(a_notice_is_complete)
{
    auto t = preparing();
    JUECE_REFUSED(t, "hearing.announced", with(notice, R"({"channels": []})"), {"GDH303-16.1"});
    JUECE_REFUSED(t, "hearing.announced", with(notice, R"({"quota": 0})"), {"GDH303-17.1"});
    JUECE_REFUSED(t, "hearing.announced", with(notice, R"({"published_on": "2024-03-06"})"),
                  {"JC-3"});
    JUECE_REFUSED(t, "hearing.announced", with(notice, R"({"draft": )" + document('f') + "}"),
                  {"JC-2"});
    for (auto part : {"purpose", "content", "basis", "place", "mode", "selection_method",
                      "explanation", "hearing_on"})
        BOOST_CHECK(
            (t.malformed("hearing.announced",
                         with(notice, "{\"" + std::string(part) + "\": null}")) == rules{part}));
    t.file.drafting.versions.clear();
    JUECE_REFUSED(t, "hearing.announced", notice, {"R713-12.1"});
}

// ---- list

BOOST_AUTO_TEST_CASE(the_list_is_ten_days_before)
{
    auto t = announced();
    auto const on = [](char const* day) {
        return with(list_of(people(9)), std::string(R"({"published_on": ")") + day + "\"}");
    };
    t.on("2024-03-25");
    JUECE_REFUSED(t, "hearing.listed", on("2024-03-23"), {"GDH303-20.1"});
    JUECE_REFUSED(t, "hearing.listed", on("2024-03-26"), {"GDH303-20.1", "JC-3"});
    JUECE_ADVISED(t, "hearing.listed", on("2024-03-22"), {"GDH303-20.1"});
    JUECE_ADVISED(t, "hearing.listed", on("2024-03-21"), {});
    auto cn = announced("cn");
    cn.on("2024-04-01");
    JUECE_REFUSED(cn, "hearing.listed", on("2024-04-01"), {"R713-16.4"});
}

BOOST_AUTO_TEST_CASE(papers_are_delivered_seven_days_before)
{
    auto t = announced();
    t.enters("hearing.listed", list_of(people(9)));
    t.on("2024-04-01");
    JUECE_ADVISED(t, "hearing.delivered", papers_to(8, "2024-03-25"), {"GDH303-21.1"}); // exactly
    JUECE_ADVISED(t, "hearing.delivered", papers_to(9, "2024-03-26"), {"GDH303-21.1"}); // late
    JUECE_REFUSED(t, "hearing.held", session_with(9), {"GDH303-21.1"});
    t.enters("hearing.delivered", papers_to(9, "2024-03-24"));
    t.enters("hearing.held", session_with(9));
}

BOOST_AUTO_TEST_CASE(papers_go_to_people_on_the_list)
{
    auto t = announced();
    t.enters("hearing.listed", list_of(people(9)));
    t.on("2024-03-20");
    JUECE_REFUSED(t, "hearing.delivered", papers_to(10), {"R713-16.5"});
    JUECE_REFUSED(t, "hearing.delivered", R"({"deliveries": []})", {"R713-16.5"});
    JUECE_REFUSED(t, "hearing.delivered", papers_to(9, "2024-03-21"), {"JC-3"});
}

// ---- postponement

BOOST_AUTO_TEST_CASE(a_hearing_is_put_off_by_thirty_days_at_most)
{
    auto const to = [](char const* on) {
        return std::string(R"({"reason": "不足三分之二", "noticed_on": "2024-04-01",
                               "participants_told_on": "2024-04-01", "new_day": ")") +
               on + "\"}";
    };
    auto t = convened();
    // 30 days after 1 April end on 1 May; the holiday lasts to the 5th
    JUECE_REFUSED(t, "hearing.postponed", to("2024-05-07"), {"GDH303-19.2"});
    JUECE_REFUSED(t, "hearing.postponed", to("2024-04-01"), {"GDH303-19.2"});
    JUECE_REFUSED(t, "hearing.postponed", with(to("2024-04-20"), R"({"noticed_on": "2024-04-02"})"),
                  {"JC-3"});
    JUECE_REFUSED(t, "hearing.postponed",
                  with(to("2024-04-20"), R"({"participants_told_on": "2024-04-02"})"), {"JC-3"});
    t.enters("hearing.postponed", to("2024-04-15"));
    BOOST_TEST(t.stage() == "convened");
    BOOST_TEST(engine::to_text(*hearing_day(t.file)) == "2024-04-15");
    // counted from the day first announced
    JUECE_REFUSED(t, "hearing.postponed", to("2024-05-08"), {"GDH303-19.2"});
    t.on("2024-04-15");
    JUECE_REFUSED(t, "hearing.held", session_with(9), {"R713-16.2"});
    t.enters("hearing.held", with(session_with(9), R"({"held_on": "2024-04-15"})"));
}

BOOST_AUTO_TEST_CASE(a_postponement_saves_late_papers)
{
    auto t = announced();
    t.enters("hearing.listed", list_of(people(9)));
    t.on("2024-04-01").enters("hearing.delivered", papers_to(9, "2024-03-29"));
    t.enters("hearing.postponed", R"({"reason": "材料送达过迟", "noticed_on": "2024-04-01",
                                      "participants_told_on": "2024-04-01",
                                      "new_day": "2024-04-08"})");
    t.on("2024-04-08")
        .enters("hearing.held", with(session_with(9), R"({"held_on": "2024-04-08"})"));
}

// ---- the session

BOOST_AUTO_TEST_CASE(it_is_held_on_the_day_announced)
{
    auto t = convened();
    t.on("2024-03-31");
    auto const found =
        t.judge("hearing.held", with(session_with(9), R"({"held_on": "2024-03-31"})"));
    BOOST_TEST(found.answer.refusals.size() == 2U);
    BOOST_TEST((found.answer.refusals.front().opens_on == engine::parse_day("2024-04-01")));
    t.on("2024-04-02");
    JUECE_REFUSED(t, "hearing.held", with(session_with(9), R"({"held_on": "2024-04-02"})"),
                  {"R713-16.2"});
}

BOOST_AUTO_TEST_CASE(the_seven_steps_are_taken_in_order)
{
    auto t = convened();
    for (std::size_t i = 0; i < 7; ++i) {
        auto session = json::parse(session_with(9)).as_object();
        auto& steps = session["steps"].as_array();
        steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(i));
        JUECE_REFUSED(t, "hearing.held", json::serialize(session), {"GDH303-23.1"});
    }
    auto session = json::parse(session_with(9)).as_object();
    std::swap(session["steps"].as_array()[2], session["steps"].as_array()[4]);
    JUECE_REFUSED(t, "hearing.held", json::serialize(session), {"GDH303-23.1"});
    auto cn = convened("cn");
    cn.enters("hearing.held", with(session_with(9), R"({"steps": ["presented",
                                   "opinions_and_questions", "debated"]})"));
}

BOOST_AUTO_TEST_CASE(a_hearing_is_open_or_says_why_not)
{
    auto t = convened();
    auto const closed = with(session_with(9), R"({"open_to_public": false})");
    JUECE_REFUSED(t, "hearing.held", closed, {"R713-17.1"});
    t.enters("hearing.held", with(closed, R"({"closed_reason": "涉及个人隐私"})"));
}

BOOST_AUTO_TEST_CASE(an_objection_on_the_spot_is_kept)
{
    auto t = convened();
    t.enters("hearing.held",
             with(session_with(9), R"({"objections": "申请主持人回避，未获同意"})"));
    BOOST_TEST(t.file.hearing.session->body.objections->starts_with("申请主持人回避"));
}

BOOST_AUTO_TEST_CASE(what_was_announced_is_what_is_heard)
{
    auto t = convened();
    add_draft(t, change_class::substantive);
    JUECE_REFUSED(t, "hearing.held", session_with(9), {"JC-2"});
    t.enters(
        "hearing.announced",
        with(notice, R"({"published_on": "2024-04-01", "hearing_on": "2024-05-10", "draft": )" +
                         document('b') + "}"));
    BOOST_TEST(t.stage() == "announced");
    BOOST_TEST(!t.file.hearing.list);
}

// ---- after it

BOOST_AUTO_TEST_CASE(the_report_is_due_within_ten_days_and_still_entered_later)
{
    auto t = heard();
    JUECE_REFUSED(t, "hearing.reported", with(report, R"({"reported_on": "2024-03-31"})"),
                  {"GDH303-26.1"});
    JUECE_REFUSED(t, "hearing.reported", with(report, R"({"reported_on": "2024-04-09"})"),
                  {"JC-3"});
    auto const terms = hearing_report_terms(t.file, law_of("gd"));
    BOOST_TEST(
        engine::to_text(
            engine::reckon(*terms, tests::built_in_days(), *engine::parse_day("2024-04-08")).due) ==
        "2024-04-11");
    t.on("2024-04-12");
    JUECE_ADVISED(t, "hearing.reported", with(report, R"({"reported_on": "2024-04-12"})"),
                  {"GDH303-26.1"});
    for (auto part : {"organisation", "participants_and_selection", "opinions_and_reasons",
                      "disputes", "analysis_and_proposals", "report"}) {
        auto other = heard();
        BOOST_CHECK((other.malformed("hearing.reported",
                                     with(report, "{\"" + std::string(part) + "\": null}")) ==
                     rules{part}));
    }
}

BOOST_AUTO_TEST_CASE(most_participants_against_means_further_argument)
{
    auto few = heard(4);
    few.enters("hearing.reported", report);
    BOOST_TEST(few.stage() == "to_answer");
    auto t = heard(5);
    t.enters("hearing.reported", report);
    BOOST_TEST(t.stage() == "to_argue");
    JUECE_REFUSED(t, "hearing.answered", reply, {"GDH303-28.1"});
    JUECE_REFUSED(t, "hearing.argued_further", R"({"held_on": "2024-03-30", "outcome": "可行"})",
                  {"GDH303-28.1"});
    JUECE_REFUSED(t, "hearing.argued_further", R"({"held_on": "2024-04-09", "outcome": "可行"})",
                  {"JC-3"});
    t.enters("hearing.argued_further", R"({"held_on": "2024-04-08", "outcome": "可行"})");
    t.enters("hearing.answered", reply);
    BOOST_TEST(hearing_done(t.file, law_of("gd")));
}

BOOST_AUTO_TEST_CASE(where_no_further_argument_is_asked_for_the_answer_follows)
{
    auto t = convened("cn");
    t.enters("hearing.held", session_with(9, 9));
    t.on("2024-04-08").enters("hearing.reported", report);
    BOOST_TEST(t.stage() == "to_argue");
    t.enters("hearing.answered", reply);
    BOOST_TEST(t.stage() == "concluded");
}

BOOST_AUTO_TEST_CASE(participants_are_told_in_writing_and_the_answer_is_published)
{
    auto t = heard();
    t.enters("hearing.reported", report);
    JUECE_REFUSED(t, "hearing.answered", with(reply, R"({"points": []})"), {"GDH303-28.2"});
    JUECE_REFUSED(t, "hearing.answered",
                  with(reply, R"({"points": [{"point": "分档", "outcome": "not_adopted"}]})"),
                  {"GDH303-28.2"});
    for (auto member : {"told_participants_on", "published_on"}) {
        JUECE_REFUSED(t, "hearing.answered",
                      with(reply, "{\"" + std::string(member) + "\": \"2024-03-31\"}"),
                      {"GDH303-28.2"});
        JUECE_REFUSED(t, "hearing.answered",
                      with(reply, "{\"" + std::string(member) + "\": \"2024-04-09\"}"), {"JC-3"});
    }
}

BOOST_AUTO_TEST_CASE(before_2024_unknown_numbers_are_said_to_be_unknown)
{
    auto t = drafted();
    t.on("2023-10-09");
    t.enters("hearing.decided", decision);
    auto const dated =
        with(notice, R"({"published_on": "2023-10-09", "hearing_on": "2023-10-16"})");
    JUECE_ADVISED(t, "hearing.announced", dated, {"GDH183-2"});
    JUECE_ADVISED(t, "hearing.listed",
                  with(list_of(people(2)), R"({"published_on": "2023-10-09"})"), {"GDH183-2"});
    t.enters("hearing.delivered", papers_to(2, "2023-10-08"));
    JUECE_ADVISED(t, "hearing.postponed",
                  R"({"reason": "台风", "noticed_on": "2023-10-09",
                      "participants_told_on": "2023-10-09", "new_day": "2023-12-18"})",
                  {"GDH183-2"});
    t.on("2023-12-18");
    JUECE_ADVISED(t, "hearing.held", with(session_with(2), R"({"held_on": "2023-12-18"})"),
                  {"GDH183-2"});
    JUECE_ADVISED(t, "hearing.reported", with(report, R"({"reported_on": "2023-12-18"})"),
                  {"GDH183-2"});
}

BOOST_AUTO_TEST_CASE(a_substantive_change_asks_for_another_hearing)
{
    auto t = heard();
    t.enters("hearing.reported", report);
    t.enters("hearing.answered", reply);
    auto const again = with(notice, R"({"published_on": "2024-04-08", "hearing_on": "2024-05-10",
                                        "draft": )" +
                                        document('b') + "}");
    JUECE_REFUSED(t, "hearing.announced", again, {"JC-2"});
    add_draft(t, change_class::substantive);
    BOOST_TEST(!hearing_done(t.file, law_of("gd")));
    BOOST_TEST(t.duties().empty()); // it was held by choice: nobody waits for another
    tests::assess(t, R"("hearing_law": "价格法第二十三条")");
    BOOST_TEST(t.duties() == std::set<std::string>{"hearing.announced"});
    t.enters("hearing.announced", again);
    BOOST_TEST(t.stage() == "announced");
    BOOST_TEST(!t.file.hearing.session);
}

BOOST_AUTO_TEST_CASE(after_the_list_the_papers_are_waited_for_and_then_the_hearing)
{
    auto t = announced();
    t.enters("hearing.listed", list_of(people(9)));
    BOOST_TEST(t.duties() == (std::set<std::string>{"hearing.delivered", "hearing.held"}));
    t.on("2024-03-20").enters("hearing.delivered", papers_to(4));
    BOOST_TEST(t.duties().count("hearing.delivered") == 1U);
    t.enters("hearing.delivered", papers_to(9));
    BOOST_TEST(t.duties() == std::set<std::string>{"hearing.held"});
    for (auto const& one : t.offers())
        if (one.kind == "hearing.held")
            BOOST_TEST((engine::opens_on(one.refusals) == engine::parse_day("2024-04-01")));
}

BOOST_AUTO_TEST_CASE(papers_that_came_late_leave_a_hearing_to_be_put_off)
{
    auto t = announced();
    t.enters("hearing.listed", list_of(people(9)));
    t.on("2024-04-01").enters("hearing.delivered", papers_to(9, "2024-03-29"));
    BOOST_TEST(t.duties() == (std::set<std::string>{"hearing.held", "hearing.postponed"}));
    t.enters("hearing.postponed", R"({"reason": "材料送达过迟", "noticed_on": "2024-04-01",
                                      "participants_told_on": "2024-04-01",
                                      "new_day": "2024-04-08"})");
    BOOST_TEST(t.duties() == std::set<std::string>{"hearing.held"});
}

BOOST_AUTO_TEST_CASE(a_notice_of_an_earlier_text_waits_to_be_given_anew)
{
    auto t = convened();
    BOOST_TEST(t.duties().count("hearing.announced") == 0U);
    add_draft(t, change_class::substantive);
    BOOST_TEST(t.duties().count("hearing.announced") == 1U);
}

BOOST_AUTO_TEST_CASE(list_and_papers_have_their_time_back_from_the_day_of_the_hearing)
{
    auto const& law = law_of("gd");
    auto const due = [&](tests::trial& t) {
        std::map<std::string, std::string> all;
        for (auto const& one : hearing_preparation_terms(t.file, law, tests::built_in_days()))
            all[one.name] = engine::to_text(
                engine::reckon(one, tests::built_in_days(), *engine::parse_day("2024-03-05")).due);
        return all;
    };
    auto t = announced();
    // Ten and seven days before Monday 1 April.
    BOOST_TEST(due(t)["hearing_list"] == "2024-03-22");
    BOOST_TEST(due(t).size() == 1U);
    t.enters("hearing.listed", list_of(people(9)));
    BOOST_TEST(due(t)["hearing_papers"] == "2024-03-25");
    t.on("2024-03-25");
    BOOST_TEST(!hearing_preparation_terms(t.file, law, tests::built_in_days()).back().met_on);
    t.enters("hearing.delivered", papers_to(9));
    BOOST_TEST((hearing_preparation_terms(t.file, law, tests::built_in_days()).back().met_on ==
                engine::parse_day("2024-03-20")));
    t.file.hearing.notice->body.hearing_on = *engine::parse_day("2024-04-03");
    // Ten days before is Sunday 24 March: Friday is the last working day.
    BOOST_TEST(due(t)["hearing_list"] == "2024-03-22");
}

BOOST_AUTO_TEST_CASE(a_hearing_by_choice_is_owed_until_it_is_over_or_called_off)
{
    auto const& law = law_of("gd");
    auto const by_choice = engine::rule_id("R713-16.1");
    auto called_off = preparing();
    BOOST_TEST(!hearing_required(called_off.file, law));
    BOOST_TEST((hearing_owed(called_off.file, law) == by_choice));
    called_off.enters("hearing.decided", no_hearing);
    BOOST_TEST(!hearing_owed(called_off.file, law));

    auto t = heard();
    BOOST_TEST((hearing_owed(t.file, law) == by_choice));
    BOOST_TEST(!hearing_done(t.file, law));
    t.enters("hearing.reported", report);
    t.enters("hearing.answered", reply);
    BOOST_TEST(hearing_done(t.file, law));
    add_draft(t, change_class::substantive); // it was held: nobody asks for another
    BOOST_TEST(!hearing_owed(t.file, law));
}

BOOST_AUTO_TEST_CASE(the_outlook_waits_for_a_hearing_by_choice)
{
    auto t = announced();
    auto const steps = outlook(
        t.file, law_of("gd"),
        {tests::built_in_rules(), tests::built_in_days(), *engine::parse_day("2024-03-05")});
    auto const at = std::find_if(steps.begin(), steps.end(),
                                 [](auto const& one) { return one.name == "hearing"; });
    BOOST_TEST_REQUIRE((at != steps.end()));
    BOOST_TEST(engine::to_text(at->earliest) == "2024-04-01");
    BOOST_TEST((steps.back().earliest >= at->earliest));
}

BOOST_AUTO_TEST_CASE(an_answer_is_waited_for_only_while_a_suggestion_waits)
{
    auto t = drafted();
    open_window(t);
    t.on("2024-03-05").enters("hearing.suggested", suggestion("1"));
    BOOST_TEST(t.duties() == std::set<std::string>{"hearing.suggestion_answered"});
    t.enters("hearing.suggestion_answered",
             R"({"number": "1", "accepted": false, "reason": "分歧不大"})");
    BOOST_TEST(t.duties().empty());
}

BOOST_AUTO_TEST_CASE(the_reviewer_can_demand_a_hearing_or_another_one)
{
    auto none = drafted("gd", R"("vital_interests": true)");
    none.enters("hearing.decided", no_hearing);
    tests::find_missing(none, statutory_step::hearing);
    BOOST_TEST(none.stage() == "undecided");
    JUECE_REFUSED(none, "hearing.decided", no_hearing, {"R713-27.2"});
    none.enters("hearing.decided", decision);

    auto held = heard();
    held.enters("hearing.reported", report);
    held.enters("hearing.answered", reply);
    tests::find_missing(held, statutory_step::hearing);
    BOOST_TEST(held.stage() == "preparing");
    BOOST_TEST(!hearing_done(held.file, law_of("gd")));
}

BOOST_AUTO_TEST_SUITE_END()
