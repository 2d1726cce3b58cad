#include "tests/workflows/submission_trial.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;
using namespace tests::a_submission;
using namespace workflows::major_decision;
using drafting::change_class;
using legality_review::review_outcome;

trial on_the_agenda()
{
    auto t = filed();
    t.enters("submission.office_passed", R"({"opinion":"符合要求"})");
    t.by("deputy_in_charge", "government").enters("submission.deputy_approved");
    t.by("head_of_government", "government").enters("submission.placed_on_agenda", agenda);
    return t;
}

} // namespace

BOOST_AUTO_TEST_SUITE(submission_test)

BOOST_AUTO_TEST_CASE(a_submission_goes_by_office_and_deputy_to_the_head)
{
    auto t = on_the_agenda();
    BOOST_TEST(t.stage() == "on_agenda");
    t.enters("submission.removed_from_agenda", R"({"reason":"议题过多"})");
    BOOST_TEST(t.stage() == "awaiting_agenda");
    BOOST_TEST(!t.file.submission.agenda.has_value());
}

BOOST_AUTO_TEST_CASE(each_act_has_its_seat)
{
    auto t = reviewed();
    t.by("sponsor_clerk", "transport");
    CHECK_RULES(t.refused("submission.filed", filing), "R713-29.1");
    auto f = filed();
    f.by("sponsor_clerk", "water");
    CHECK_RULES(f.refused("submission.office_passed", R"({"opinion":"可"})"), "GD21-38.1");
    CHECK_RULES(f.refused("submission.returned_by_office", R"({"reason":"不符"})"), "GD21-38.1");
    f.by("office_secretary", "office").enters("submission.office_passed", R"({"opinion":"可"})");
    CHECK_RULES(f.refused("submission.deputy_approved"), "GD21-38.1");
    f.by("deputy_in_charge", "government").enters("submission.deputy_approved");
    CHECK_RULES(f.refused("submission.placed_on_agenda", agenda), "GD21-38.1");
}

BOOST_AUTO_TEST_CASE(not_reviewed_or_unlawful_is_not_submitted)
{
    auto t = reviewed();
    auto const conclusion = *t.file.legality_review.conclusion;
    t.file.legality_review.conclusion.reset();
    CHECK_RULES(t.refused("submission.filed", filing), "R713-25.3");
    for (auto outcome : {review_outcome::unlawful, review_outcome::complete_procedure,
                         review_outcome::lawful_after_changes}) {
        t.file.legality_review.conclusion = conclusion;
        t.file.legality_review.conclusion->body.outcome = outcome;
        CHECK_RULES(t.refused("submission.filed", filing), "R713-25.3");
    }
    t.file.legality_review.conclusion->body.outcome = review_outcome::lawful_with_risk_notice;
    t.enters("submission.filed", filing);
}

BOOST_AUTO_TEST_CASE(what_was_reviewed_is_what_is_submitted)
{
    auto t = reviewed();
    put_draft(t, change_class::editorial);
    auto const body = with(filing, R"({"draft":)" + document_json(102) + R"(,"explanation":)" +
                                       document_json(202) + "}");
    CHECK_RULES(t.refused("submission.filed", body), "JC-2"); // not confirmed
    confirm_change(t, change_class::substantive);
    BOOST_TEST(t.refused("submission.filed", body).count("JC-2") == 1U);
    confirm_change(t, change_class::editorial);
    CHECK_RULES(t.refused("submission.filed", filing), "JC-2"); // the old text
    t.enters("submission.filed", body);
}

BOOST_AUTO_TEST_CASE(there_is_no_submission_without_a_draft)
{
    trial t(make_submission());
    start(t);
    t.by("sponsor_clerk", "water");
    BOOST_TEST(t.refused("submission.filed", filing).count("R713-12.1") == 1U);
}

BOOST_AUTO_TEST_CASE(who_reviewed_does_not_submit_or_decide)
{
    auto t = reviewed();
    auto const number = static_cast<long long>(std::hash<std::string>{}("赵六") >> 8);
    t.file.doings.push_back(
        {9, "legality_review.concluded", {number}, "赵六", "reviewer", "justice", {}});
    t.by("sponsor_clerk", "water", "赵六");
    CHECK_RULES(t.refused("submission.filed", filing), "JC-1");
    t.by("sponsor_clerk", "water").enters("submission.filed", filing);
    t.by("office_secretary", "office").enters("submission.office_passed", R"({"opinion":"可"})");
    t.by("deputy_in_charge", "government", "赵六");
    CHECK_RULES(t.refused("submission.deputy_approved"), "JC-1");
    t.by("deputy_in_charge", "government").enters("submission.deputy_approved");
    t.by("head_of_government", "government", "赵六");
    CHECK_RULES(t.refused("submission.placed_on_agenda", agenda), "JC-1");
}

BOOST_AUTO_TEST_CASE(steps_that_are_due_are_done_before_submission)
{
    auto t = reviewed();
    touches(t).technical = true;
    touches(t).risk_domains = {drafting::risk_domain::public_safety};
    CHECK_RULES(t.refused("submission.filed", filing), "R713-19.1", "R713-22.1");
    t.file.risk.report = on_record(t, risk::reported{}, 15);
    t.file.risk.report->body.report = document(41);
    CHECK_RULES(t.refused("submission.filed", filing), "R713-19.1", "R713-24.3", "R713-29.4");
}

BOOST_AUTO_TEST_CASE(each_item_according_to_what_was_done)
{
    auto t = reviewed();
    CHECK_RULES(t.refused("submission.filed", with(filing, R"({"legal_basis":[],
        "sponsor_minutes":null,"legality_opinion":null})")),
                "GD21-36.3", "GD21-36.6", "R713-29.5");
    touches(t).technical = true;
    touches(t).risk_domains = {drafting::risk_domain::public_safety};
    touches(t).secret = false;
    t.file.participation.conclusion = on_record(t, participation::concluded{}, 13);
    t.file.experts.report = on_record(t, experts::reported{}, 14);
    t.file.risk.report = on_record(t, risk::reported{}, 15);
    t.file.risk.report->body.controllable = true;
    t.file.risk.report->body.report = document(41);
    auto const found = t.refused("submission.filed", filing);
    for (auto const* rule : {"R713-29.2", "R713-29.3", "R713-29.4"})
        BOOST_TEST(found.count(rule) == 1U);
}

BOOST_AUTO_TEST_CASE(the_papers_are_those_on_file)
{
    auto t = reviewed();
    CHECK_RULES(t.refused("submission.filed",
                          with(filing, R"({"legality_opinion":)" + document_json(91) + "}")),
                "JC-2");
    CHECK_RULES(t.refused("submission.filed",
                          with(filing, R"({"explanation":)" + document_json(209) + "}")),
                "JC-2");
}

BOOST_AUTO_TEST_CASE(fair_competition_by_the_day_of_submission)
{
    auto t = reviewed();
    touches(t).operators_affected = true;
    auto const body = with(filing, R"({"competition_material":)" + document_json(70) + "}");
    CHECK_RULES(t.refused("submission.filed", filing), "GD21-36.5");
    fair_competition::drafter_reviewed own{};
    own.outcome = fair_competition::competition_outcome::no_restriction;
    t.file.fair_competition.first_review = on_record(t, own, 16);
    t.on("2024-07-31");
    CHECK_RULES(t.refused("submission.filed", filing), "GD21-36.5"); // the material is not enclosed
    t.on("2024-08-01");
    CHECK_RULES(t.refused("submission.filed", body), "NORM-20");
    fair_competition::concluded word{};
    word.outcome = fair_competition::competition_outcome::no_restriction;
    t.file.fair_competition.conclusion = on_record(t, word, 17);
    CHECK_RULES(t.advised("submission.filed", body), "NORM-20"); // no transition rule
}

BOOST_AUTO_TEST_CASE(departing_from_the_opinion_is_explained_where_the_place_says_so)
{
    auto t = reviewed("hlj");
    legality_review::responded answer{};
    answer.responses.push_back({"第五条", participation::adoption::not_adopted, prose("另有依据")});
    t.file.legality_review.response = on_record(t, answer, 21);
    CHECK_RULES(t.refused("submission.filed", filing), "HLJ-37.2");
    t.enters("submission.filed", with(filing, R"({"departure_reasons":"另有依据"})"));
}

BOOST_AUTO_TEST_CASE(the_office_demands_what_is_missing_or_returns_the_file)
{
    auto t = filed();
    CHECK_RULES(t.refused("submission.completion_demanded", R"({"missing":[]})"), "GD21-36.9");
    t.enters("submission.completion_demanded", R"({"missing":["请示"]})");
    BOOST_TEST(t.stage() == "awaiting_completion");
    t.by("sponsor_clerk", "water");
    CHECK_RULES(t.refused("submission.completed"), "GD21-36.9");
    t.enters("submission.completed", R"({"remarks":"已补"})");
    t.by("office_secretary", "office")
        .enters("submission.returned_by_office", R"({"reason":"不符"})");
    BOOST_TEST(t.stage() == "not_filed");
}

BOOST_AUTO_TEST_CASE(the_office_returns_a_file_that_waits_for_its_place_on_the_agenda)
{
    auto const reason = R"({"reason":"缺少第三方评估报告"})";
    auto t = on_the_agenda();
    t.enters("submission.removed_from_agenda", R"({"reason":"材料不齐"})");
    CHECK_RULES(t.refused("submission.returned_by_office", reason), "GD21-38.1");
    t.by("office_secretary", "office").enters("submission.returned_by_office", reason);
    BOOST_TEST(t.stage() == "not_filed");
    auto north = filed("hlj"); // the office places the matter itself, without a deputy
    north.enters("submission.office_passed", R"({"opinion":"可"})");
    north.enters("submission.returned_by_office", reason);
    BOOST_TEST(north.stage() == "not_filed");
}

BOOST_AUTO_TEST_CASE(what_lies_with_the_deputy_is_not_returned_by_the_office)
{
    auto t = filed();
    t.enters("submission.office_passed", R"({"opinion":"可"})");
    CHECK_RULES(t.refused("submission.returned_by_office", R"({"reason":"不符"})"), "GD21-38.1");
}

BOOST_AUTO_TEST_CASE(the_file_is_still_fit_on_its_way)
{
    auto t = filed();
    touches(t).technical = true;
    CHECK_RULES(t.refused("submission.office_passed", R"({"opinion":"可"})"), "R713-19.1");
}

BOOST_AUTO_TEST_CASE(a_deputy_may_return_the_file)
{
    auto t = filed();
    t.enters("submission.office_passed", R"({"opinion":"可"})");
    t.by("deputy_in_charge", "government")
        .enters("submission.deputy_returned", R"({"reason":"再研究"})");
    BOOST_TEST(t.stage() == "not_filed");
    BOOST_TEST(t.file.submission.deputy_returns.size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_head_keeps_a_matter_off_the_agenda_and_says_why)
{
    auto const reason = R"({"reason":"资金来源未落实"})";
    auto t = on_the_agenda();
    CHECK_RULES(t.refused("submission.head_returned", reason), "GD21-38.1");
    t.enters("submission.removed_from_agenda", R"({"reason":"再议"})");
    BOOST_TEST((t.malformed("submission.head_returned", "{}") == rules{"reason"}));
    t.by("office_secretary", "office");
    CHECK_RULES(t.refused("submission.head_returned", reason), "GD21-38.1");
    t.by("head_of_government", "government").enters("submission.head_returned", reason);
    BOOST_TEST(t.stage() == "not_filed");
    t.by("sponsor_clerk", "water");
    BOOST_TEST(t.duties().contains("submission.filed"));
}

BOOST_AUTO_TEST_CASE(the_head_waits_for_the_office_and_the_deputy_where_the_place_does)
{
    auto const reason = R"({"reason":"时机不成熟"})";
    auto t = filed();
    t.by("head_of_government", "government");
    CHECK_RULES(t.refused("submission.head_returned", reason), "GD21-38.1");
    auto national = filed("cn");
    national.by("head_of_government", "government").enters("submission.head_returned", reason);
    BOOST_TEST(national.stage() == "not_filed");
    auto north = filed("hlj");
    north.enters("submission.office_passed", R"({"opinion":"可"})");
    north.by("head_of_government", "government").enters("submission.head_returned", reason);
    BOOST_TEST(north.stage() == "not_filed");
}

BOOST_AUTO_TEST_CASE(the_shorter_way_is_open_only_where_the_place_asks_for_no_more)
{
    auto t = filed();
    CHECK_RULES(t.refused("submission.placed_on_agenda", agenda), "GD21-38.1");
    t.by("head_of_government", "government");
    CHECK_RULES(t.refused("submission.placed_on_agenda", agenda), "GD21-38.1");
    auto national = filed("cn");
    national.enters("submission.placed_on_agenda", agenda);
    BOOST_TEST(national.stage() == "on_agenda");
    auto north = filed("hlj"); // Heilongjiang: the office checks, no deputy
    CHECK_RULES(north.refused("submission.placed_on_agenda", agenda), "HLJ-38.3");
    north.enters("submission.office_passed", R"({"opinion":"可"})");
    north.enters("submission.placed_on_agenda", agenda);
}

BOOST_AUTO_TEST_CASE(the_meeting_is_of_a_kind_that_decides_and_lies_ahead)
{
    auto t = filed("cn");
    CHECK_RULES(
        t.refused("submission.placed_on_agenda", with(agenda, R"({"meeting_on":"2024-03-31"})")),
        "R713-30.1");
    BOOST_TEST((t.malformed("submission.placed_on_agenda",
                            with(agenda, R"({"meeting":"special"})")) == rules{"meeting"}));
    auto const plenary_alone = book_of("cn", {{.key = "meeting.kinds",
                                               .value = std::vector<std::string>{"plenary"},
                                               .rule = "R713-30.1"}});
    t.under(plenary_alone);
    CHECK_RULES(t.refused("submission.placed_on_agenda", agenda), "R713-30.1");
    t.enters("submission.placed_on_agenda", with(agenda, R"({"meeting":"plenary"})"));
}

BOOST_AUTO_TEST_CASE(a_matter_is_given_a_place_on_the_agenda_that_there_is)
{
    auto t = filed("cn");
    CHECK_RULES(t.refused("submission.placed_on_agenda", with(agenda, R"({"agenda_item":0})")),
                "R713-30.1");
    t.enters("submission.placed_on_agenda", with(agenda, R"({"agenda_item":1})"));
}

BOOST_AUTO_TEST_CASE(a_text_that_a_meeting_ordered_to_change_is_not_listed_unchanged)
{
    auto t = on_the_agenda();
    t.enters("submission.removed_from_agenda", R"({"reason":"再议"})");
    deliberation::held in_principle{};
    in_principle.outcome = deliberation::meeting_outcome::adopted_in_principle;
    t.file.deliberation.meetings.push_back(on_record(t, in_principle, 30));
    CHECK_RULES(t.refused("submission.placed_on_agenda", agenda), "R713-30.2");
    put_draft(t, change_class::non_substantive);
    confirm_change(t, change_class::non_substantive);
    t.enters("submission.placed_on_agenda", agenda);
}

BOOST_AUTO_TEST_CASE(a_text_that_the_party_did_not_agree_to_is_listed_unchanged_only_knowingly)
{
    auto t = on_the_agenda();
    t.enters("submission.removed_from_agenda", R"({"reason":"再议"})");
    party_report::answered no{};
    no.answer = party_report::party_answer::disagrees;
    t.file.party_report.answer = on_record(t, no, 40);
    BOOST_TEST(!t.duties().contains("submission.placed_on_agenda"));
    BOOST_TEST(t.advised("submission.placed_on_agenda", agenda).contains("R713-31.1"));
}

BOOST_AUTO_TEST_CASE(a_matter_is_moved_on_the_agenda_on_which_it_stands)
{
    auto const behind = R"({"ahead_of":["决2024-2"]})";
    auto t = on_the_agenda();
    auto const placed = t.file.submission.agenda->seq;
    t.enters("submission.moved_on_agenda", behind);
    t.by("office_secretary", "office").enters("submission.moved_on_agenda", "{}");
    BOOST_TEST(t.stage() == "on_agenda");
    BOOST_TEST(t.file.submission.agenda->seq == placed);
    t.by("sponsor_clerk", "water");
    CHECK_RULES(t.refused("submission.moved_on_agenda", behind), "R713-30.1");
    auto f = filed();
    CHECK_RULES(f.refused("submission.moved_on_agenda", behind), "R713-30.1");
}

BOOST_AUTO_TEST_CASE(a_substantive_change_throws_the_submission_back)
{
    auto t = on_the_agenda();
    put_draft(t, change_class::non_substantive);
    tell_draft(t);
    BOOST_TEST(t.stage() == "on_agenda");
    confirm_change(t, change_class::substantive);
    tell_confirmation(t);
    BOOST_TEST(t.stage() == "not_filed");
}

BOOST_AUTO_TEST_CASE(no_substitution_leads_from_the_review_to_the_decision)
{
    auto const before = "legality_review.concluded";
    auto t = reviewed();
    t.bars_all_ways_round(before, "submission.filed", "sponsor_clerk", "water");
    auto with_deputy = filed();
    with_deputy.enters("submission.office_passed", R"({"opinion":"可"})");
    with_deputy.bars_all_ways_round(before, "submission.deputy_approved", "deputy_in_charge",
                                    "government");
    with_deputy.by("deputy_in_charge", "government").enters("submission.deputy_approved");
    with_deputy.bars_all_ways_round(before, "submission.placed_on_agenda", "head_of_government",
                                    "government");
}

BOOST_AUTO_TEST_SUITE_END()
