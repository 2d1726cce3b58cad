#include "tests/workflows/bodies.hpp"
#include "tests/workflows/participation_trial.hpp"
#include "workflows/major_decision/opinions_on_file.hpp"
#include "workflows/major_decision/parameters.hpp"
#include "workflows/major_decision/participation.hpp"

using tests::activity;
using tests::add_draft;
using tests::document;
using tests::drafted;
using tests::rules;
using tests::symposium;
using tests::trial;
using tests::with;
using namespace workflows::major_decision;
using drafting::change_class;

namespace {

// 30 days after 1 March 2024 end on Sunday 31 March; the next working day is 1 April
std::string const notice =
    R"({"opens_on": "2024-03-01", "closes_on": "2024-04-01", "channels": ["government_site"],
        "contact": "水务局 0758-8390001", "draft": )" +
    document('a') + R"(, "explanation": )" + document('e') + "}";
std::string const opinions =
    R"({"opinions": [{"number": "1", "from": "张三", "kind": "citizen", "words": "太贵"},
                     {"number": "2", "from": "李四", "kind": "citizen", "words": "赞成"}]})";
std::string const decisions = R"({"decisions": [{"number": "1", "outcome": "not_adopted",
    "reason": "成本"}, {"number": "2", "outcome": "adopted"}]})";
std::string const feedback = R"({"way": "collective_online", "given_on": "2024-04-02",
    "address": "http://example.cn/1", "words": "答复"})";
std::string const conclusion = R"({"summary": "完成", "report": )" + document('c') + "}";

trial published(std::string place = "gd")
{
    auto t = drafted(std::move(place));
    t.enters("participation.published", notice);
    return t;
}

trial heard(std::string place = "gd", std::string_view touches = R"("technical": true)",
            std::string_view catalogue_flags = "")
{
    auto t = drafted(std::move(place), touches, catalogue_flags);
    t.enters("participation.activity_held", symposium);
    return t;
}

engine::rules const& law_of(char const* place)
{
    return tests::built_in_rules().in_force(place, *engine::parse_day("2024-03-01"));
}

} // namespace

BOOST_AUTO_TEST_SUITE(participation_test)

BOOST_AUTO_TEST_CASE(a_draft_is_published_closed_weighed_and_answered)
{
    auto t = published();
    BOOST_TEST(t.stage() == "window_open");
    t.enters("participation.opinions_recorded", opinions);
    t.on("2024-04-02").enters("participation.window_closed", R"({"received": 2})");
    BOOST_TEST(t.stage() == "weighing");
    t.enters("participation.opinions_decided", decisions);
    t.enters("participation.feedback_given", feedback);
    t.enters("participation.concluded", conclusion);
    BOOST_TEST(t.stage() == "concluded");
    BOOST_TEST(participation_done(t.file));
}

// ---- the window

BOOST_AUTO_TEST_CASE(a_window_is_not_opened_in_the_past)
{
    auto t = drafted();
    JUECE_REFUSED(t, "participation.published", with(notice, R"({"opens_on": "2024-02-29"})"),
                  {"JC-3"});
    t.enters("participation.published",
             with(notice, R"({"opens_on": "2024-03-04", "closes_on": "2024-04-03"})"));
}

BOOST_AUTO_TEST_CASE(thirty_days_do_not_count_the_day_of_publication)
{
    auto gd = drafted();
    JUECE_REFUSED(gd, "participation.published", with(notice, R"({"closes_on": "2024-03-30"})"),
                  {"GD21-17.1"});
    auto cn = drafted("cn");
    JUECE_REFUSED(cn, "participation.published", with(notice, R"({"closes_on": "2024-03-30"})"),
                  {"R713-15.2"});
}

BOOST_AUTO_TEST_CASE(a_last_day_of_rest_keeps_the_window_open)
{
    auto t = drafted();
    JUECE_REFUSED(t, "participation.published", with(notice, R"({"closes_on": "2024-03-31"})"),
                  {"TIME-3"});
    auto const end =
        shortest_window(*engine::parse_day("2024-03-01"), law_of("gd"), tests::built_in_days()).due;
    BOOST_TEST(engine::to_text(end) == "2024-04-01");
}

BOOST_AUTO_TEST_CASE(a_shorter_window_gives_its_reason_in_the_notice)
{
    auto t = drafted();
    auto const shorter = with(notice, R"({"closes_on": "2024-03-11", "shortened_reason": "汛期"})");
    JUECE_ADVISED(t, "participation.published", shorter, {"R713-15.3"});
    t.on("2024-03-12").enters("participation.window_closed", R"({"received": 0})");
}

BOOST_AUTO_TEST_CASE(a_contact_by_which_nobody_is_reached_is_remarked_on)
{
    auto t = drafted();
    JUECE_ADVISED(t, "participation.published", with(notice, R"({"contact": "水务局 何科长"})"),
                  {"R713-15.1"});
    auto other = drafted();
    JUECE_ADVISED(other, "participation.published",
                  with(notice, R"({"contact": "水务局，端州路8号"})"), {});
}

BOOST_AUTO_TEST_CASE(a_window_closes_after_it_opens)
{
    auto t = drafted();
    JUECE_REFUSED(t, "participation.published",
                  with(notice, R"({"closes_on": "2024-03-01", "shortened_reason": "汛期"})"),
                  {"R713-15.1"});
}

BOOST_AUTO_TEST_CASE(a_window_into_a_year_without_holiday_notice_is_provisional)
{
    auto t = drafted();
    t.on("2099-03-02");
    JUECE_ADVISED(t, "participation.published",
                  with(notice, R"({"opens_on": "2099-03-02", "closes_on": "2099-04-20"})"),
                  {"TIME-3"});
}

BOOST_AUTO_TEST_CASE(a_notice_has_a_channel_and_carries_the_current_draft)
{
    auto t = drafted();
    JUECE_REFUSED(t, "participation.published", with(notice, R"({"channels": []})"), {"R713-15.1"});
    JUECE_REFUSED(t, "participation.published", with(notice, R"({"draft": )" + document('f') + "}"),
                  {"JC-2"});
    for (auto part : {"contact", "explanation", "closes_on"})
        BOOST_CHECK(
            (t.malformed("participation.published",
                         with(notice, "{\"" + std::string(part) + "\": null}")) == rules{part}));
    t.file.drafting.versions.clear();
    JUECE_REFUSED(t, "participation.published", notice, {"R713-12.1"});
}

BOOST_AUTO_TEST_CASE(a_window_is_closed_after_its_last_day)
{
    auto t = published();
    t.on("2024-04-01");
    auto const found = t.judge("participation.window_closed", R"({"received": 0})");
    BOOST_TEST_REQUIRE(found.answer.refusals.size() == 1U);
    BOOST_TEST(found.answer.refusals[0].rule == "GD21-17.1");
    BOOST_TEST((found.answer.refusals[0].opens_on == engine::parse_day("2024-04-02")));
    t.on("2024-04-02").enters("participation.window_closed", R"({"received": 0})");
    BOOST_TEST((window_terms(t.file, law_of("gd"))->met_on == engine::parse_day("2024-04-02")));
}

BOOST_AUTO_TEST_CASE(a_window_that_has_been_open_long_enough_is_never_overdue)
{
    auto t = published();
    auto const terms = window_terms(t.file, law_of("gd"));
    BOOST_TEST_REQUIRE(terms.has_value());
    auto const state_on = [&](std::string_view day) {
        return engine::reckon(*terms, tests::built_in_days(), *engine::parse_day(day)).is;
    };
    BOOST_TEST((state_on("2024-03-20") == engine::limit::state::running));
    BOOST_TEST((state_on("2024-05-20") == engine::limit::state::met));
}

BOOST_AUTO_TEST_CASE(a_window_runs_through_the_whole_of_its_last_day)
{
    auto t = published();
    auto const terms = window_terms(t.file, law_of("gd"));
    BOOST_TEST_REQUIRE(terms.has_value());
    auto const on_day = [&](std::string_view day) {
        return engine::reckon(*terms, tests::built_in_days(), *engine::parse_day(day));
    };
    auto const last = on_day("2024-04-01");
    BOOST_TEST((last.due == *engine::parse_day("2024-04-01")));
    BOOST_TEST((last.is == engine::limit::state::running));
    BOOST_TEST(last.left == 0);
    BOOST_TEST((on_day("2024-04-02").is == engine::limit::state::met));
}

BOOST_AUTO_TEST_CASE(opinions_received_but_not_on_file_are_remarked_on)
{
    auto t = published();
    t.enters("participation.opinions_recorded", opinions);
    t.on("2024-04-02");
    JUECE_REFUSED(t, "participation.window_closed", R"({"received": -1})", {"R713-18.1"});
    JUECE_ADVISED(t, "participation.window_closed", R"({"received": 3})", {"R713-18.1"});
}

// ---- lawfully not public

BOOST_AUTO_TEST_CASE(only_a_secret_matter_goes_without_the_public)
{
    auto const exemption = R"({"legal_basis": "保密法", "reason": "涉密"})";
    auto open = drafted();
    JUECE_REFUSED(open, "participation.exempted", exemption, {"R713-14.1"});
    auto t = drafted("gd", R"("secret": true, "secret_basis": "保密法")");
    JUECE_REFUSED(t, "participation.published", notice, {"R713-14.1"});
    JUECE_REFUSED(t, "participation.activity_held", symposium, {"R713-14.1"});
    JUECE_REFUSED(t, "participation.opinions_recorded", opinions, {"R713-14.1"});
    BOOST_TEST(!participation_done(t.file));
    t.enters("participation.exempted", exemption);
    BOOST_TEST(t.stage() == "exempted");
    BOOST_TEST(participation_done(t.file));
}

BOOST_AUTO_TEST_CASE(a_matter_that_is_no_longer_secret_is_laid_before_the_public)
{
    auto t = drafted("gd", R"("secret": true, "secret_basis": "保密法")");
    t.enters("participation.exempted", R"({"legal_basis": "保密法", "reason": "涉密"})");
    t.follows("drafting.assessed", R"({"secret": true, "secret_basis": "保密法"})");
    BOOST_TEST(t.stage() == "exempted");
    t.follows("drafting.assessed", R"({"technical": true})");
    BOOST_TEST(t.stage() == "gathering");
    tests::assess(t, R"("technical": true)");
    BOOST_TEST(!participation_done(t.file));
}

// ---- opinions

BOOST_AUTO_TEST_CASE(an_opinion_has_a_number_of_its_own)
{
    auto t = drafted();
    JUECE_REFUSED(t, "participation.opinions_recorded", R"({"opinions": []})", {"R713-18.1"});
    t.enters("participation.opinions_recorded", opinions);
    JUECE_REFUSED(t, "participation.opinions_recorded", opinions, {"R713-18.1"});
}

BOOST_AUTO_TEST_CASE(a_decision_on_an_opinion_not_adopted_gives_its_reason)
{
    auto gd = drafted();
    gd.enters("participation.opinions_recorded", opinions);
    auto const bare = R"({"decisions": [{"number": "1", "outcome": "partly_adopted"}]})";
    JUECE_REFUSED(gd, "participation.opinions_decided", bare, {"GD21-20.1"});
    JUECE_REFUSED(gd, "participation.opinions_decided", R"({"decisions": []})", {"R713-18.1"});
    JUECE_REFUSED(gd, "participation.opinions_decided",
                  R"({"decisions": [{"number": "7", "outcome": "adopted"}]})", {"R713-18.1"});
    auto cn = drafted("cn");
    cn.enters("participation.opinions_recorded", opinions);
    JUECE_REFUSED(cn, "participation.opinions_decided", bare, {"R713-18.1"});
}

std::string same(char const* number, char const* as)
{
    return std::string(R"({"opinions": [{"number": ")") + number + R"(", "same_as": )" +
           (as ? std::string("\"") + as + "\"" : "null") + "}]}";
}

BOOST_AUTO_TEST_CASE(an_opinion_that_repeats_another_counts_once)
{
    auto t = published();
    t.enters("participation.opinions_recorded", opinions);
    t.enters(
        "participation.opinions_recorded",
        R"({"opinions": [{"number": "3", "from": "张三", "kind": "citizen", "words": "太贵"}]})");
    JUECE_REFUSED(t, "participation.repeats_noted", R"({"opinions": []})", {"R713-18.1"});
    JUECE_REFUSED(t, "participation.repeats_noted", same("7", "1"), {"R713-18.1"});
    JUECE_REFUSED(t, "participation.repeats_noted", same("3", "7"), {"R713-18.1"});
    JUECE_REFUSED(t, "participation.repeats_noted", same("3", "3"), {"R713-18.1"});
    t.enters("participation.repeats_noted", same("3", "1"));
    auto const on_file = [&] { return opinions_of(t.file.participation); };
    BOOST_TEST(on_file().counted() == 2);
    BOOST_TEST(on_file().repeats_of("1") == std::vector<std::string>{"3"});
    // Neither of the two repeats a third one now, and nothing repeats the repeated.
    JUECE_REFUSED(t, "participation.repeats_noted", same("1", "2"), {"R713-18.1"});
    JUECE_REFUSED(t, "participation.repeats_noted", same("2", "3"), {"R713-18.1"});
    JUECE_REFUSED(t, "participation.opinions_decided",
                  R"({"decisions": [{"number": "3", "outcome": "adopted"}]})", {"R713-18.1"});
    BOOST_TEST(undecided_opinions(t.file) == (std::vector<std::string>{"1", "2"}));
    t.enters("participation.repeats_noted", same("3", nullptr));
    BOOST_TEST(on_file().counted() == 3);
    BOOST_TEST(undecided_opinions(t.file).size() == 3u);
    t.enters("participation.repeats_noted", same("3", "1"));

    t.on("2024-04-02");
    JUECE_ADVISED(t, "participation.window_closed", R"({"received": 2})", {});
    t.enters("participation.opinions_decided", decisions);
    BOOST_TEST(undecided_opinions(t.file).empty());
    BOOST_TEST(on_file().decision_on(*on_file().find("3"))->what->number == "1");
}

BOOST_AUTO_TEST_CASE(a_number_received_that_is_not_on_file_is_remarked_upon)
{
    for (auto const* received : {"3", "1"}) {
        auto t = published();
        t.enters("participation.opinions_recorded", opinions);
        t.on("2024-04-02");
        JUECE_ADVISED(t, "participation.window_closed",
                      std::string(R"({"received": )") + received + "}", {"R713-18.1"});
    }
}

BOOST_AUTO_TEST_CASE(what_the_public_was_told_repeats_nothing_else_afterwards)
{
    auto t = published();
    t.enters("participation.opinions_recorded", opinions);
    t.on("2024-04-02").enters("participation.window_closed", R"({"received": 2})");
    t.enters("participation.repeats_noted", same("2", "1"));
    t.enters("participation.opinions_decided",
             R"({"decisions": [{"number": "1", "outcome": "adopted"}]})");
    t.enters("participation.repeats_noted", same("2", nullptr));
    t.enters("participation.repeats_noted", same("2", "1"));
    t.enters("participation.feedback_given", feedback);
    JUECE_REFUSED(t, "participation.repeats_noted", same("2", nullptr), {"R713-18.1"});
    t.enters(
        "participation.opinions_recorded",
        R"({"opinions": [{"number": "3", "from": "王五", "kind": "citizen", "words": "太贵"}]})");
    t.enters("participation.repeats_noted", same("3", "1"));
}

BOOST_AUTO_TEST_CASE(what_is_masked_is_a_word)
{
    auto t = drafted();
    JUECE_REFUSED(t, "participation.words_masked", R"({"masked": []})", {"JC-24"});
    JUECE_REFUSED(t, "participation.words_masked", R"({"masked": ["朝阳里", "的"]})", {"JC-24"});
    t.enters("participation.words_masked", R"({"masked": ["朝阳里三栋"]})");
}

BOOST_AUTO_TEST_CASE(nothing_is_decided_or_answered_before_an_opinion_came)
{
    auto t = published();
    auto const is_open = [&](std::string_view kind) {
        for (auto const& offer : t.offers())
            if (offer.kind == kind)
                return offer.is_open();
        return false;
    };
    BOOST_TEST(!is_open("participation.opinions_decided"));
    BOOST_TEST(!is_open("participation.repeats_noted"));
    JUECE_REFUSED(t, "participation.opinions_decided", R"({"decisions": []})", {"R713-18.1"});
    t.on("2024-04-02").enters("participation.window_closed", R"({"received": 0})");
    JUECE_REFUSED(t, "participation.feedback_given", feedback, {"GD21-20.1"});
    t.enters("participation.opinions_recorded", opinions);
    BOOST_TEST(is_open("participation.opinions_decided"));
    BOOST_TEST(is_open("participation.repeats_noted"));
    BOOST_TEST(is_open("participation.feedback_given"));
    // Whoever spoke on the spot can be answered as well.
    auto spoken = drafted();
    spoken.enters("participation.activity_held", symposium);
    spoken.on("2024-04-02").enters("participation.feedback_given", feedback);
}

BOOST_AUTO_TEST_CASE(what_was_sent_in_is_sorted_before_it_is_on_file)
{
    auto t = published();
    engine::papers_received const one_opinion = [](std::string_view purpose) {
        return purpose == "opinion" ? 1LL : 0LL;
    };
    t.receiving(one_opinion);
    for (auto const& offer : t.offers())
        if (offer.kind == "participation.opinions_decided")
            BOOST_TEST(offer.is_open());
}

BOOST_AUTO_TEST_CASE(whoever_was_followed_is_told_too_or_it_is_remarked_on)
{
    auto const all_adopted = R"({"decisions": [{"number": "1", "outcome": "adopted"},
                                               {"number": "2", "outcome": "adopted"}]})";
    auto t = heard();
    t.enters("participation.opinions_recorded", opinions);
    t.enters("participation.opinions_decided", all_adopted);
    BOOST_TEST(!t.duties().contains("participation.feedback_given"));
    JUECE_ADVISED(t, "participation.concluded", conclusion, {"GD21-20.1"});
    auto told = heard();
    told.enters("participation.opinions_recorded", opinions);
    told.enters("participation.opinions_decided", all_adopted);
    told.on("2024-04-02").enters("participation.feedback_given", feedback);
    JUECE_ADVISED(told, "participation.concluded", conclusion, {});
}

BOOST_AUTO_TEST_CASE(a_text_that_is_to_be_replaced_is_published_with_a_remark_and_not_waited_for)
{
    auto t = drafted();
    BOOST_TEST(t.duties().contains("participation.published"));
    t.file.experts.report.emplace().seq = t.seq() + 1;
    t.file.experts.report->body.responses.emplace_back().outcome = participation::adoption::adopted;
    BOOST_TEST(!t.duties().contains("participation.published"));
    JUECE_ADVISED(t, "participation.published", notice, {"R713-18.1"});
}

BOOST_AUTO_TEST_CASE(a_collective_reply_can_be_found)
{
    auto t = heard();
    t.on("2024-04-02");
    JUECE_REFUSED(t, "participation.feedback_given", with(feedback, R"({"address": null})"),
                  {"GD21-20.1"});
    JUECE_REFUSED(t, "participation.feedback_given",
                  with(feedback, R"({"given_on": "2024-04-03"})"), {"JC-3"});
    t.enters("participation.feedback_given",
             with(feedback, R"({"address": null, "way": "telephone"})"));
}

// ---- the end

BOOST_AUTO_TEST_CASE(the_public_is_heard_in_one_form_at_least)
{
    auto t = drafted();
    JUECE_REFUSED(t, "participation.concluded", conclusion, {"R713-14.1"});
    t.enters("participation.activity_held", symposium);
    t.enters("participation.concluded", conclusion);
}

BOOST_AUTO_TEST_CASE(a_conclusion_needs_the_assessment)
{
    auto t = heard();
    t.file.drafting.touches.reset();
    JUECE_REFUSED(t, "participation.concluded", conclusion, {"R713-14.3"});
}

BOOST_AUTO_TEST_CASE(what_was_said_on_another_text_does_not_count)
{
    auto t = heard();
    add_draft(t, change_class::substantive);
    JUECE_REFUSED(t, "participation.concluded", conclusion, {"R713-14.1"});
    auto editorial = heard();
    add_draft(editorial, change_class::editorial);
    editorial.enters("participation.concluded", conclusion);
}

BOOST_AUTO_TEST_CASE(special_groups_are_heard_through_their_own)
{
    auto t = heard("gd", R"("technical": true, "special_groups": ["women", "elderly"])");
    JUECE_REFUSED(t, "participation.concluded", conclusion, {"R713-14.3"});
    t.enters("participation.opinions_recorded",
             R"({"opinions": [{"number": "1", "from": "妇联", "kind": "people_organisation",
                 "words": "赞成"}]})");
    t.enters("participation.opinions_decided",
             R"({"decisions": [{"number": "1", "outcome": "adopted"}]})");
    t.enters("participation.concluded", conclusion);
}

BOOST_AUTO_TEST_CASE(enterprises_and_associations_are_both_heard)
{
    auto const touches = R"("technical": true, "business_related": true)";
    auto const attended = [](char const* kind) {
        return activity(
            "field_visit",
            (std::string(R"({"attendees": [{"name": "甲", "kind": ")") + kind + "\"}]}").c_str());
    };
    auto t = heard("gd", touches);
    JUECE_REFUSED(t, "participation.concluded", conclusion, {"GD21-15.3"});
    t.enters("participation.activity_held", attended("enterprise"));
    JUECE_REFUSED(t, "participation.concluded", conclusion, {"GD21-15.3"});
    t.enters("participation.activity_held", attended("trade_association"));
    t.enters("participation.concluded", conclusion);
    auto cn = heard("cn", touches);
    cn.enters("participation.concluded", conclusion);
}

BOOST_AUTO_TEST_CASE(a_hearing_that_is_due_comes_first)
{
    auto t = heard("gd", R"("technical": true)", R"("hearing": true)");
    JUECE_REFUSED(t, "participation.concluded", conclusion, {"GDH303-14.1"});
}

BOOST_AUTO_TEST_CASE(what_the_public_sent_in_is_on_file_before_participation_ends)
{
    auto t = heard();
    std::map<std::string_view, long long> came_in{{"opinion", 2}};
    engine::papers_received const received = [&](std::string_view one) { return came_in[one]; };
    t.receiving(received);
    t.enters("participation.opinions_recorded",
             R"({"opinions": [{"number": "7", "from": "甲", "kind": "citizen", "words": "赞成"},)"
             R"({"number": "GZ-1", "from": "乙", "kind": "citizen", "words": "太贵"}]})");
    auto const decide = [&](char const* number) {
        t.enters("participation.opinions_decided", std::string(R"({"decisions": [{"number": ")") +
                                                       number + R"(", "outcome": "adopted"}]})");
    };
    decide("7");
    decide("GZ-1");
    JUECE_REFUSED(t, "participation.concluded", conclusion, {"R713-18.1"}); // GZ-2 is missing
    t.enters(
        "participation.opinions_recorded",
        R"({"opinions": [{"number": "GZ-2", "from": "丙", "kind": "citizen", "words": "好"}]})");
    decide("GZ-2");
    came_in["hearing_wish"] = 1;
    JUECE_REFUSED(t, "participation.concluded", conclusion, {"GDH303-14.2"});
    came_in["hearing_wish"] = 0;
    t.enters("participation.concluded", conclusion);
}

BOOST_AUTO_TEST_CASE(no_opinion_is_left_undecided)
{
    auto t = heard();
    t.enters("participation.opinions_recorded", opinions);
    JUECE_REFUSED(t, "participation.concluded", conclusion, {"R713-18.1"});
    BOOST_TEST(undecided_opinions(t.file).size() == 2U);
    t.enters("participation.opinions_decided",
             R"({"decisions": [{"number": "2", "outcome": "adopted"}]})");
    BOOST_TEST(undecided_opinions(t.file) == std::vector<std::string>{"1"});
}

BOOST_AUTO_TEST_CASE(the_public_is_told_why_an_opinion_was_not_adopted)
{
    auto t = heard();
    t.on("2024-04-02");
    t.enters("participation.opinions_recorded", opinions);
    t.enters("participation.feedback_given", feedback); // before the decision: tells nothing of it
    t.enters("participation.opinions_decided", decisions);
    JUECE_REFUSED(t, "participation.concluded", conclusion, {"GD21-20.1"});
    t.enters("participation.feedback_given", feedback);
    t.enters("participation.concluded", conclusion);
    auto cn = heard("cn");
    cn.enters("participation.opinions_recorded", opinions);
    cn.enters("participation.opinions_decided", decisions);
    cn.enters("participation.concluded", conclusion);
}

BOOST_AUTO_TEST_CASE(the_report_is_published_where_the_place_says_so)
{
    auto t = drafted("hlj");
    t.enters("participation.activity_held",
             with(symposium, R"({"materials_given_on": "2024-02-01"})"));
    JUECE_REFUSED(t, "participation.concluded", conclusion, {"HLJ-20.1"});
    t.enters("participation.concluded",
             with(conclusion, R"({"report_address": "http://example.cn/2"})"));
}

BOOST_AUTO_TEST_CASE(a_substantive_change_asks_for_it_again)
{
    auto t = heard();
    t.enters("participation.concluded", conclusion);
    auto const again = with(notice, R"({"draft": )" + document('b') + "}");
    JUECE_REFUSED(t, "participation.published", again, {"JC-2"});
    JUECE_REFUSED(t, "participation.activity_held", symposium, {"JC-2"});
    add_draft(t, change_class::substantive);
    BOOST_TEST(participation_is_stale(t.file));
    BOOST_TEST(!participation_done(t.file));
    t.enters("participation.published", again);
    BOOST_TEST(t.stage() == "window_open");
}

BOOST_AUTO_TEST_CASE(a_waived_repetition_leaves_the_result_standing)
{
    auto t = heard();
    t.enters("participation.concluded", conclusion);
    add_draft(t, change_class::substantive);
    drafting::change_confirmed word;
    word.version = 2;
    word.change = change_class::substantive;
    word.waived.push_back({drafting::repeatable_step::participation, "不涉及公众"});
    t.file.drafting.confirmations.push_back({word});
    BOOST_TEST(participation_done(t.file));
    JUECE_REFUSED(t, "participation.activity_held", symposium, {"JC-2"});
}

BOOST_AUTO_TEST_CASE(only_the_sponsor_runs_participation)
{
    auto t = drafted();
    t.by("sponsor_clerk", "transport");
    JUECE_REFUSED(t, "participation.published", notice, {"R713-15.1"});
    JUECE_REFUSED(t, "participation.activity_held", symposium, {"R713-14.2"});
    JUECE_REFUSED(t, "participation.opinions_recorded", opinions, {"R713-18.1"});
}

BOOST_AUTO_TEST_CASE(publication_is_waited_for_until_somebody_was_heard)
{
    BOOST_TEST(drafted().duties() == std::set<std::string>{"participation.published"});
    BOOST_TEST(heard().duties() == std::set<std::string>{"participation.concluded"});
    auto secret = drafted("gd", R"("secret": true)");
    BOOST_TEST(secret.duties() == std::set<std::string>{"participation.exempted"});
}

BOOST_AUTO_TEST_CASE(the_reviewer_can_send_back_to_the_public)
{
    auto t = heard();
    t.enters("participation.concluded", conclusion);
    BOOST_TEST(participation_done(t.file));
    tests::find_missing(t, statutory_step::participation);
    BOOST_TEST(t.stage() == "gathering");
    BOOST_TEST(!participation_done(t.file));
    JUECE_REFUSED(t, "participation.concluded", conclusion, {"R713-14.1"});
    t.enters("participation.activity_held", symposium);
    t.enters("participation.concluded", conclusion);
    BOOST_TEST(participation_done(t.file));
}

BOOST_AUTO_TEST_CASE(the_reviewer_can_doubt_an_exemption)
{
    auto t = drafted("gd", R"("secret": true)");
    std::string const exemption = R"({"legal_basis": "保密法第九条", "reason": "涉密"})";
    t.enters("participation.exempted", exemption);
    tests::find_missing(t, statutory_step::participation);
    BOOST_TEST(t.stage() == "gathering");
    BOOST_TEST(!participation_done(t.file));
    t.enters("participation.exempted", exemption);
    BOOST_TEST(participation_done(t.file));
}

BOOST_AUTO_TEST_SUITE_END()
