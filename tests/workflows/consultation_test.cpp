#include "tests/workflows/bodies.hpp"
#include "tests/workflows/drafts.hpp"
#include "workflows/major_decision/consultation.hpp"

#include <algorithm>

using tests::add_draft;
using tests::rules;
using tests::trial;
using tests::with;
using namespace workflows::major_decision;

namespace {

std::string const request = R"({"units": ["finance", "justice"], "answer_by": "2024-03-15"})";
std::string const statement = R"({"issues": "资金", "views_of_units": "财政局不同意",
    "own_view": "应当安排", "reasons_and_basis": "依据"})";

trial drafted(std::string_view units = R"("finance", "justice")")
{
    trial t(make_consultation());
    tests::start(t);
    tests::assess(t, R"("technical": true, "units_concerned": [)" + std::string(units) + "]");
    add_draft(t);
    t.on("2024-03-01");
    return t;
}

void answers(trial& t, std::string const& unit, char const* body = R"({"stance": "agrees"})")
{
    t.by("sponsor_clerk", unit).enters("consultation.answered", body);
    t.by("sponsor_clerk", "water");
}

trial disputed()
{
    auto t = drafted();
    t.enters("consultation.asked", request);
    answers(t, "justice");
    answers(t, "finance", R"({"stance": "disagrees", "comments": "没有资金"})");
    return t;
}

} // namespace

BOOST_AUTO_TEST_SUITE(consultation_test)

BOOST_AUTO_TEST_CASE(units_are_asked_answer_and_the_sponsor_concludes)
{
    auto t = drafted();
    t.enters("consultation.asked", request);
    BOOST_TEST(t.stage() == "in_talks");
    BOOST_TEST(consultation_terms(t.file).size() == 2U);
    answers(t, "finance");
    BOOST_TEST(consultation_terms(t.file).size() == 1U);
    BOOST_TEST(consultation_terms(t.file).front().days == 14);
    answers(t, "justice");
    BOOST_TEST(!consultation_done(t.file));
    t.enters("consultation.concluded", R"({"summary": "一致同意"})");
    BOOST_TEST(t.stage() == "concluded");
    BOOST_TEST(consultation_done(t.file));
}

BOOST_AUTO_TEST_CASE(a_request_names_units_once_and_not_the_sponsor)
{
    auto t = drafted();
    for (auto units : {R"({"units": []})", R"({"units": ["finance", "finance"]})",
                       R"({"units": ["finance", "water"]})"})
        JUECE_REFUSED(t, "consultation.asked", with(request, units), {"R713-13.1"});
}

BOOST_AUTO_TEST_CASE(a_request_leaves_time_to_answer)
{
    auto t = drafted();
    JUECE_REFUSED(t, "consultation.asked", with(request, R"({"answer_by": "2024-03-01"})"),
                  {"JC-3"});
}

BOOST_AUTO_TEST_CASE(a_request_needs_a_draft)
{
    auto t = drafted();
    t.file.drafting.versions.clear();
    JUECE_REFUSED(t, "consultation.asked", request, {"R713-12.1"});
}

BOOST_AUTO_TEST_CASE(only_a_unit_that_was_asked_answers_and_once)
{
    auto t = drafted();
    t.enters("consultation.asked", request);
    t.by("sponsor_clerk", "transport");
    JUECE_REFUSED(t, "consultation.answered", R"({"stance": "agrees"})", {"R713-13.1"});
    answers(t, "finance");
    t.by("department_head", "finance");
    JUECE_REFUSED(t, "consultation.answered", R"({"stance": "agrees"})", {"R713-13.1"});
    t.by("sponsor_clerk", "water")
        .enters("consultation.asked", with(request, R"({"units": ["finance"]})"));
    answers(t, "finance"); // a new round
}

BOOST_AUTO_TEST_CASE(only_units_that_have_not_answered_are_waited_for)
{
    auto t = drafted();
    t.enters("consultation.asked", request);
    answers(t, "finance");
    for (auto const& offer : t.offers())
        if (offer.kind == "consultation.answered")
            for (auto const& seat : offer.seats)
                BOOST_TEST(seat.unit == "justice");
}

BOOST_AUTO_TEST_CASE(to_a_unit_that_has_answered_the_answers_of_others_lack_nothing)
{
    auto t = drafted();
    t.enters("consultation.asked", request);
    answers(t, "finance");
    t.by("sponsor_clerk", "finance");
    auto const offers = t.offers();
    auto const answer = std::find_if(offers.begin(), offers.end(), [](auto const& one) {
        return one.kind == "consultation.answered";
    });
    BOOST_TEST_REQUIRE((answer != offers.end()));
    BOOST_TEST(!answer->refusals.empty());
    for (auto const& ground : answer->refusals)
        BOOST_TEST(ground.about_role, ground.reason.id);
}

BOOST_AUTO_TEST_CASE(a_unit_that_does_not_agree_says_why)
{
    auto t = drafted();
    t.enters("consultation.asked", request);
    t.by("sponsor_clerk", "finance");
    JUECE_REFUSED(t, "consultation.answered", R"({"stance": "disagrees"})", {"R713-13.1"});
    JUECE_REFUSED(t, "consultation.answered", R"({"stance": "agrees_with_comments"})",
                  {"R713-13.1"});
}

BOOST_AUTO_TEST_CASE(silence_is_no_answer)
{
    auto t = drafted();
    t.enters("consultation.asked", request);
    answers(t, "finance");
    t.on("2025-03-01");
    JUECE_REFUSED(t, "consultation.concluded", R"({"summary": "无"})", {"R713-13.1"});
}

BOOST_AUTO_TEST_CASE(a_concerned_unit_that_nobody_asked_stands_in_the_way)
{
    auto t = drafted(R"("finance", "justice", "transport")");
    t.enters("consultation.asked", request);
    answers(t, "finance");
    answers(t, "justice");
    // transport is a sponsor itself, the auditors are not
    BOOST_TEST(units_unheard(t.file).empty());
    t.file.drafting.touches->body.units_concerned.emplace_back("audit");
    JUECE_REFUSED(t, "consultation.concluded", R"({"summary": "无"})", {"R713-13.1"});
}

BOOST_AUTO_TEST_CASE(nobody_concerned_means_nobody_to_ask)
{
    auto t = drafted("");
    t.enters("consultation.concluded", R"({"summary": "不涉及其他单位职责"})");
    BOOST_TEST(consultation_done(t.file));
    auto concerned = drafted();
    JUECE_REFUSED(concerned, "consultation.concluded", R"({"summary": "无"})", {"R713-13.1"});
    auto unassessed = drafted();
    unassessed.file.drafting.touches.reset();
    JUECE_REFUSED(unassessed, "consultation.concluded", R"({"summary": "无"})", {"R713-13.1"});
}

BOOST_AUTO_TEST_CASE(open_disagreement_is_stated_to_the_organ)
{
    auto t = disputed();
    JUECE_REFUSED(t, "consultation.concluded", R"({"summary": "有分歧"})", {"R713-13.2"});
    JUECE_REFUSED(t, "consultation.disagreement_stated", statement, {"GD21-15.1"});
    t.enters("consultation.settled",
             R"({"with_unit": "finance", "agreed": false, "outcome": "仍不同意"})");
    t.enters("consultation.disagreement_stated", statement);
    t.enters("consultation.concluded", R"({"summary": "有分歧，已说明"})");
    BOOST_TEST(consultation_done(t.file));
}

BOOST_AUTO_TEST_CASE(a_statement_of_disagreement_has_its_four_parts)
{
    auto t = disputed();
    for (auto part : {"issues", "views_of_units", "own_view", "reasons_and_basis"})
        BOOST_CHECK(
            (t.malformed("consultation.disagreement_stated",
                         with(statement, "{\"" + std::string(part) + "\": null}")) == rules{part}));
}

BOOST_AUTO_TEST_CASE(a_disagreement_that_was_talked_out_needs_no_statement)
{
    auto t = disputed();
    t.enters("consultation.settled",
             R"({"with_unit": "finance", "agreed": true, "outcome": "分年安排"})");
    JUECE_REFUSED(t, "consultation.disagreement_stated", statement, {"R713-13.2"});
    t.enters("consultation.concluded", R"({"summary": "已协商一致"})");
}

BOOST_AUTO_TEST_CASE(the_sponsor_settles_only_with_a_unit_that_has_answered)
{
    auto t = drafted();
    t.enters("consultation.asked", request);
    JUECE_REFUSED(t, "consultation.settled",
                  R"({"with_unit": "finance", "agreed": true, "outcome": "同意"})", {"R713-13.1"});
}

BOOST_AUTO_TEST_CASE(who_gave_way_is_asked_for_and_kept)
{
    std::string const agreed = R"({"with_unit": "finance", "agreed": true, "outcome": "分年安排"})";
    auto t = disputed();
    JUECE_ADVISED(t, "consultation.settled", agreed, {"GD21-15.1"});
    BOOST_TEST(taken_up_since(t.file, 0).units.empty());
    BOOST_TEST(t.advised("consultation.settled", with(agreed, R"({"adoption": "partly_adopted"})"))
                   .empty());
    auto const taken_up = taken_up_since(t.file, 0);
    BOOST_TEST(taken_up.units == std::vector<std::string>{"finance"});
    BOOST_TEST(taken_up.last == t.seq());
    BOOST_TEST(taken_up_since(t.file, t.seq()).units.empty());
    // The unit withdrew after all: the last word holds.
    t.enters("consultation.settled", with(agreed, R"({"adoption": "not_adopted"})"));
    BOOST_TEST(taken_up_since(t.file, 0).units.empty());
}

BOOST_AUTO_TEST_CASE(comments_nobody_settled_are_remarked_on)
{
    auto t = drafted();
    t.enters("consultation.asked", request);
    answers(t, "finance", R"({"stance": "agrees_with_comments", "comments": "补充预算"})");
    answers(t, "justice");
    BOOST_TEST(comments_unsettled(t.file).has_value());
    JUECE_ADVISED(t, "consultation.concluded", R"({"summary": "同意"})", {"GD21-15.1"});
}

BOOST_AUTO_TEST_CASE(comments_wait_for_the_talks_before_the_end_is_waited_for)
{
    auto t = drafted();
    t.enters("consultation.asked", request);
    answers(t, "finance", R"({"stance": "agrees_with_comments", "comments": "补充预算"})");
    answers(t, "justice");
    BOOST_TEST(t.duties().contains("consultation.settled"));
    BOOST_TEST(!t.duties().contains("consultation.concluded"));
    t.enters("consultation.settled",
             R"({"with_unit": "finance", "agreed": true, "outcome": "已补充"})");
    BOOST_TEST(!t.duties().contains("consultation.settled"));
    BOOST_TEST(t.duties().contains("consultation.concluded"));
}

BOOST_AUTO_TEST_CASE(what_became_of_comments_may_be_entered_after_the_end)
{
    auto t = drafted();
    t.enters("consultation.asked", request);
    answers(t, "finance", R"({"stance": "agrees_with_comments", "comments": "补充预算"})");
    answers(t, "justice");
    t.enters("consultation.concluded", R"({"summary": "同意"})");
    BOOST_TEST(t.duties().contains("consultation.settled"));
    t.enters("consultation.settled",
             R"({"with_unit": "finance", "agreed": true, "outcome": "已补充"})");
    BOOST_TEST(t.stage() == "concluded");
    BOOST_TEST(consultation_done(t.file));
    BOOST_TEST(t.duties().empty());
    // A unit that turned against it after all is told of to the organ (R713-13.2).
    t.enters("consultation.settled",
             R"({"with_unit": "finance", "agreed": false, "outcome": "又不同意"})");
    BOOST_TEST(!consultation_done(t.file));
    BOOST_TEST(t.duties().contains("consultation.disagreement_stated"));
    t.enters("consultation.disagreement_stated", statement);
    BOOST_TEST(consultation_done(t.file));
}

BOOST_AUTO_TEST_CASE(talks_are_added_until_the_matter_is_submitted_and_again_when_it_came_back)
{
    auto t = drafted();
    t.enters("consultation.asked", request);
    answers(t, "finance", R"({"stance": "agrees_with_comments", "comments": "补充预算"})");
    answers(t, "justice");
    t.enters("consultation.concluded", R"({"summary": "同意"})");
    std::string const outcome = R"({"with_unit": "finance", "agreed": true, "outcome": "已补充"})";
    t.file.submission.filing = tests::on_record(t, submission::filed{}, t.seq() + 1);
    JUECE_REFUSED(t, "consultation.settled", outcome, {"R713-13.2"});
    BOOST_TEST(!t.duties().contains("consultation.settled"));
    t.file.submission.returns.push_back(
        tests::on_record(t, submission::returned_by_office{}, t.seq() + 2));
    BOOST_TEST(t.duties().contains("consultation.settled"));
    t.enters("consultation.settled", outcome);
}

BOOST_AUTO_TEST_CASE(a_unit_that_is_asked_anew_and_simply_agrees_has_no_open_comments)
{
    auto t = drafted();
    t.enters("consultation.asked", request);
    answers(t, "finance", R"({"stance": "agrees_with_comments", "comments": "补充预算"})");
    t.enters("consultation.asked", request);
    BOOST_TEST(units_with_open_comments(t.file).empty());
    answers(t, "finance");
    BOOST_TEST(units_with_open_comments(t.file).empty());
}

BOOST_AUTO_TEST_CASE(comments_that_were_settled_are_not)
{
    auto t = drafted();
    t.enters("consultation.asked", request);
    answers(t, "finance", R"({"stance": "agrees_with_comments", "comments": "补充预算"})");
    answers(t, "justice");
    t.enters("consultation.settled",
             R"({"with_unit": "finance", "agreed": true, "outcome": "已补充"})");
    BOOST_TEST(!comments_unsettled(t.file));
}

BOOST_AUTO_TEST_CASE(a_concluded_consultation_is_taken_up_again_only_for_something_new)
{
    auto t = drafted();
    t.enters("consultation.asked", request);
    answers(t, "finance");
    answers(t, "justice");
    t.enters("consultation.concluded", R"({"summary": "同意"})");
    JUECE_REFUSED(t, "consultation.asked", request, {"R713-13.1"});
    add_draft(t, drafting::change_class::substantive);
    BOOST_TEST(consultation_done(t.file));
    t.enters("consultation.asked", request);
    BOOST_TEST(t.stage() == "in_talks");
    BOOST_TEST(!consultation_done(t.file));
}

BOOST_AUTO_TEST_CASE(an_answer_of_the_justice_department_is_no_review)
{
    auto t = drafted();
    t.enters("consultation.asked", request);
    answers(t, "justice");
    BOOST_TEST(!t.file.legality_review.conclusion);
    t.by("reviewer", "justice");
    JUECE_REFUSED(t, "consultation.answered", R"({"stance": "agrees"})",
                  {"R713-13.1"}); // the reviewer answers in the review
}

BOOST_AUTO_TEST_CASE(only_the_sponsor_asks_settles_states_and_concludes)
{
    auto t = disputed();
    t.by("sponsor_clerk", "audit");
    for (auto const& offer : t.offers())
        if (offer.kind != "consultation.answered")
            BOOST_TEST(std::any_of(offer.refusals.begin(), offer.refusals.end(),
                                   [](auto const& ground) { return ground.about_role; }),
                       offer.kind);
}

BOOST_AUTO_TEST_CASE(nobody_waits_for_a_request_where_no_unit_is_concerned)
{
    BOOST_TEST(drafted("").duties().empty());
    BOOST_TEST(drafted().duties().contains("consultation.asked"));
    auto t = drafted("");
    t.enters("consultation.asked", request); // open all the same
}

BOOST_AUTO_TEST_CASE(a_unit_that_nobody_has_asked_waits_to_be_asked)
{
    auto t = drafted();
    t.enters("consultation.asked", with(request, R"({"units": ["finance"]})"));
    BOOST_TEST(t.duties().contains("consultation.asked"));
    t.enters("consultation.asked", with(request, R"({"units": ["justice"]})"));
    BOOST_TEST(!t.duties().contains("consultation.asked"));
    answers(t, "finance");
    answers(t, "justice");
    t.enters("consultation.concluded", R"({"summary": "同意"})");
    BOOST_TEST(t.duties().empty());
    tests::assess(t, R"("technical": true, "units_concerned": ["finance", "audit"])");
    BOOST_TEST(!consultation_done(t.file));
    BOOST_TEST(t.duties().contains("consultation.asked"));
}

BOOST_AUTO_TEST_CASE(talks_wait_and_then_the_statement_of_what_stayed_open)
{
    auto t = disputed();
    BOOST_TEST(t.duties().contains("consultation.settled"));
    BOOST_TEST(!t.duties().contains("consultation.concluded"));
    BOOST_TEST(!t.duties().contains("consultation.disagreement_stated"));
    t.enters("consultation.settled",
             R"({"with_unit": "finance", "agreed": false, "outcome": "仍不同意"})");
    BOOST_TEST(!t.duties().contains("consultation.settled"));
    BOOST_TEST(t.duties().contains("consultation.disagreement_stated"));
    BOOST_TEST(!t.duties().contains("consultation.concluded"));
    t.enters("consultation.disagreement_stated", statement);
    BOOST_TEST(!t.duties().contains("consultation.disagreement_stated"));
    BOOST_TEST(t.duties().contains("consultation.concluded"));
}

BOOST_AUTO_TEST_CASE(the_reviewer_can_send_back_to_the_units)
{
    auto t = drafted();
    t.enters("consultation.asked", request);
    answers(t, "finance");
    answers(t, "justice");
    t.enters("consultation.concluded", R"({"summary": "一致同意"})");
    tests::find_missing(t, statutory_step::consultation);
    BOOST_TEST(t.stage() == "in_talks");
    BOOST_TEST(t.duties().contains("consultation.asked"));
    BOOST_TEST(!consultation_done(t.file));
    JUECE_REFUSED(t, "consultation.concluded", R"({"summary": "一致同意"})", {"R713-27.2"});
    t.enters("consultation.asked", with(request, R"({"units": ["transport"]})"));
    answers(t, "transport");
    t.enters("consultation.concluded", R"({"summary": "一致同意"})");
    BOOST_TEST(consultation_done(t.file));
}

BOOST_AUTO_TEST_SUITE_END()
