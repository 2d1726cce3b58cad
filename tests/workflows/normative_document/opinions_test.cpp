#include "tests/workflows/normative_document/document_trial.hpp"

#include <algorithm>

using namespace tests;

namespace {

std::string matter_with(std::string const& flags)
{
    return with(plain_matter, "{" + flags + "}");
}

/// Files the draft for review, on the day of the trial.
rules missing_of(document_trial& m)
{
    return m.drafter().refused("document_review.filed", review_file);
}

std::string const experts = R"({"held_on": "2026-03-02", "experts": [
    {"name": "甲", "institution": "某大学", "field": "law"},
    {"name": "乙", "institution": "某大学", "field": "sector"},
    {"name": "丙", "institution": "某院", "field": "sector"}],
    "summary": "赞成", "adoption_statement": "全部采纳", "report": )" +
                            document('b') + "}";
std::string const hearing = R"({"noticed_on": "2026-03-02", "held_on": "2026-03-12",
    "participants": 15, "summary": "多数赞成", "adoption_statement": "采纳", "minutes": )" +
                            document('b') + "}";
std::string const regulators_conclusion =
    R"({"outcome": "no_restriction", "reasons": "没有限制竞争", "opinion": )" + document('d') + "}";

} // namespace

BOOST_AUTO_TEST_SUITE(opinions_test)

BOOST_AUTO_TEST_CASE(no_review_without_evaluation_and_comments)
{
    document_trial m;
    m.approved(a_proposal);
    m.enters("document_project.drafted", version('a', "first_draft", ""));
    BOOST_TEST(missing_of(m) == (rules{"NORM-1", "NORM-7", "NORM-8", "NORM-9", "NORM-20"}));
    m.enters("document_project.assessed", plain_matter);
    BOOST_TEST(missing_of(m) == (rules{"NORM-1", "NORM-7"}));
    m.enters("document_opinions.evaluated", evaluation);
    BOOST_TEST(missing_of(m) == rules{"NORM-7"});
}

BOOST_AUTO_TEST_CASE(what_the_review_asks_for_is_waited_for_while_the_public_is_heard_too)
{
    document_trial m;
    m.approved(a_proposal);
    m.enters("document_project.assessed", matter_with(R"("technical": true)"));
    m.enters("document_project.drafted", version('a', "first_draft", ""));
    m.enters("document_opinions.comments_opened", comment_notice);
    BOOST_TEST(m.waits_for().contains("document_opinions.evaluated"));
    BOOST_TEST(m.waits_for().contains("document_opinions.experts_argued"));
    m.enters("document_opinions.evaluated", evaluation);
    m.enters("document_opinions.experts_argued", experts);
    BOOST_TEST(!m.waits_for().contains("document_opinions.evaluated"));
    BOOST_TEST(!m.waits_for().contains("document_opinions.experts_argued"));
}

BOOST_AUTO_TEST_CASE(the_rules_of_shandong_are_cited_in_shandong_alone)
{
    document_trial m("gd");
    m.approved(a_proposal);
    m.enters("document_project.drafted", version('a', "first_draft", ""));
    BOOST_TEST(missing_of(m) == (rules{"JC-62", "NORM-1", "NORM-2", "NORM-4", "NORM-20"}));
    m.enters("document_project.assessed", plain_matter);
    auto const cited = [](document_trial const& of, std::string_view kind) {
        return of.shown_to_drafter(kind, "2026-03-02").rules;
    };
    using cites = std::vector<engine::rule_id>;
    BOOST_TEST((cited(m, "document_opinions.comments_opened") == cites{"NORM-1"}));
    BOOST_TEST((cited(m, "document_opinions.hearing_held") == cites{"JC-62"}));
    m.enters("document_opinions.comments_opened", comment_notice);
    BOOST_TEST(m.limit("document_comments").rule == "NORM-1");

    document_trial home;
    home.drafted(a_proposal, plain_matter);
    BOOST_TEST((cited(home, "document_opinions.comments_opened") == cites{"NORM-7"}));
}

BOOST_AUTO_TEST_CASE(a_draft_is_open_for_comments_as_long_as_the_place_asks)
{
    struct scenario {
        char const* until;
        bool business;
        rules refused_by;
    };
    // 11 March is the seventh working day, 1 April the thirtieth day.
    for (auto const& one :
         {scenario{"2026-03-10", false, {"NORM-7"}}, scenario{"2026-03-11", false, {}},
          scenario{"2026-03-31", true, {"NORM-7"}}, scenario{"2026-04-01", true, {}},
          scenario{"2026-03-01", false, {"NORM-7"}}}) {
        document_trial m;
        m.drafted(a_proposal, matter_with(one.business ? R"("business_related": true)"
                                                       : R"("business_related": false)"));
        auto const notice =
            with(comment_notice, R"({"open_until": ")" + std::string(one.until) + "\"}");
        if (one.refused_by.empty())
            m.enters("document_opinions.comments_opened", notice);
        else
            BOOST_TEST(m.refused("document_opinions.comments_opened", notice) == one.refused_by,
                       one.until);
    }
}

BOOST_AUTO_TEST_CASE(a_shorter_window_has_its_reason)
{
    document_trial m;
    m.drafted(a_proposal, plain_matter);
    BOOST_TEST(m.advised("document_opinions.comments_opened",
                         with(comment_notice, R"({"open_until": "2026-03-05",
                                                  "shortened_reason": "汛期将至"})")) ==
               rules{"NORM-7"});
}

BOOST_AUTO_TEST_CASE(no_reason_makes_a_window_lawful_that_ends_on_the_day_it_begins)
{
    for (auto const* business : {"true", "false"}) {
        document_trial m;
        m.drafted(a_proposal, matter_with(R"("business_related": )" + std::string(business)));
        BOOST_TEST(m.refused("document_opinions.comments_opened",
                             with(comment_notice, R"({"open_until": "2026-03-02",
                                                      "shortened_reason": "时间紧"})")) ==
                   rules{"NORM-7"});
    }
}

BOOST_AUTO_TEST_CASE(the_window_is_of_the_current_draft_and_tells_where_it_stands)
{
    document_trial m;
    m.drafted(a_proposal, plain_matter);
    BOOST_TEST(m.refused("document_opinions.comments_opened",
                         with(comment_notice, R"({"draft": )" + document('f') + "}")) ==
               rules{"JC-2"});
    BOOST_TEST(m.refused("document_opinions.comments_opened",
                         with(comment_notice, R"({"channels": []})")) == rules{"NORM-7"});
    BOOST_TEST(m.refused("document_opinions.comments_opened",
                         with(comment_notice, R"({"published_on": "2026-03-03",
                                                  "open_until": "2026-03-13"})")) == rules{"JC-3"});
}

BOOST_AUTO_TEST_CASE(how_long_it_is_open_follows_from_what_it_touches)
{
    document_trial m;
    m.approved(a_proposal);
    m.enters("document_project.drafted", version('a', "first_draft", ""));
    BOOST_TEST(m.refused("document_opinions.comments_opened", comment_notice) == rules{"NORM-7"});
}

BOOST_AUTO_TEST_CASE(a_window_closes_when_its_last_day_is_over)
{
    document_trial m;
    m.drafted(a_proposal, plain_matter);
    m.enters("document_opinions.comments_opened", comment_notice);
    BOOST_TEST(engine::to_text(m.waits_until().at("document_opinions.comments_closed")) ==
               "2026-03-12");
    m.on("2026-03-11");
    BOOST_TEST(m.refused("document_opinions.comments_closed", comments_end) == rules{"NORM-7"});
    m.on("2026-03-12");
    for (auto const* wrong : {R"({"comments_adopted": 4})", R"({"not_adopted_reasons": null})",
                              R"({"comments_received": -1, "comments_adopted": -1})"})
        BOOST_TEST(m.refused("document_opinions.comments_closed", with(comments_end, wrong)) ==
                       rules{"NORM-7"},
                   wrong);
    m.enters("document_opinions.comments_closed", comments_end);
    BOOST_TEST(m.stage("document_opinions") == "gathering");
}

BOOST_AUTO_TEST_CASE(a_window_that_ends_on_a_day_of_rest_stays_open_to_the_next_working_day)
{
    document_trial m;
    m.drafted(a_proposal, plain_matter);
    m.enters("document_opinions.comments_opened",
             with(comment_notice, R"({"open_until": "2026-03-14"})")); // a Saturday
    m.on("2026-03-16");
    BOOST_TEST(m.refused("document_opinions.comments_closed", comments_end) == rules{"NORM-7"});
    m.on("2026-03-17").enters("document_opinions.comments_closed", comments_end);
}

BOOST_AUTO_TEST_CASE(what_lawfully_is_not_public_says_why)
{
    document_trial m;
    m.drafted(a_proposal, plain_matter);
    m.enters("document_opinions.comments_waived",
             R"({"exception_is": "emergency", "reason": "防汛应急", "approved_by": "区长"})");
    BOOST_TEST((m.summary().level == engine::confidentiality::internal));
    m.enters("document_review.filed", review_file);

    document_trial n;
    n.drafted(a_proposal, plain_matter);
    n.enters("document_opinions.comments_waived",
             R"({"exception_is": "secret_matter", "reason": "涉及秘密", "approved_by": "区长"})");
    BOOST_TEST((n.summary().level == engine::confidentiality::secret));
    BOOST_TEST(!n.summary().known_to.empty());
}

BOOST_AUTO_TEST_CASE(disagreeing_units_are_settled_with)
{
    document_trial m;
    m.drafted(a_proposal, plain_matter);
    BOOST_TEST(m.refused("document_opinions.countersigned", "{}") == rules{"NORM-10"});
    auto const disputed =
        R"({"views_of_units": [{"unit": "transport", "stance": "disagrees", "view": "影响通航"}]})";
    BOOST_TEST(m.refused("document_opinions.countersigned", disputed) == rules{"NORM-10"});
    m.enters("document_opinions.countersigned",
             with(disputed, R"({"how_settled": "增加通航条款"})"));
}

BOOST_AUTO_TEST_CASE(a_technical_draft_is_argued_by_enough_experts)
{
    document_trial m;
    m.commented(a_proposal, R"({"touches_rights": true, "technical": true})");
    BOOST_TEST(missing_of(m) == rules{"NORM-8"});
    auto const two = with(experts, R"({"experts": [
        {"name": "甲", "institution": "某大学", "field": "law"},
        {"name": "乙", "institution": "某大学", "field": "sector"}]})");
    BOOST_TEST(m.refused("document_opinions.experts_argued", two) == rules{"NORM-8"});
    BOOST_TEST(m.refused("document_opinions.experts_argued",
                         with(experts, R"({"held_on": "2026-03-13"})")) == rules{"JC-3"});
    m.enters("document_opinions.experts_argued", experts);
    m.enters("document_review.filed", review_file);
}

BOOST_AUTO_TEST_CASE(a_complex_draft_takes_more_experts_or_a_reason)
{
    document_trial m;
    m.commented(a_proposal, R"({"touches_rights": true, "technical": true, "complex": true})");
    BOOST_TEST(m.refused("document_opinions.experts_argued", experts) == rules{"NORM-8"});
    BOOST_TEST(m.advised("document_opinions.experts_argued",
                         with(experts, R"({"few_reason": "本领域专家较少"})")) == rules{"NORM-8"});
}

BOOST_AUTO_TEST_CASE(what_moves_people_is_heard)
{
    for (auto const* ground :
         {R"("vital_interests": true)", R"("large_disagreement": true)",
          R"("conflicting_groups": true)", R"("hearing_law": "《行政许可法》")"}) {
        document_trial m;
        m.commented(a_proposal, matter_with(ground));
        BOOST_TEST(missing_of(m) == rules{"NORM-9"}, ground);
    }
    document_trial m;
    m.commented(a_proposal, matter_with(R"("vital_interests": true)"));
    for (auto const* wrong : {R"({"noticed_on": "2026-03-13"})", R"({"participants": 0})"})
        BOOST_TEST(m.refused("document_opinions.hearing_held", with(hearing, wrong)) ==
                       rules{"NORM-9"},
                   wrong);
    BOOST_TEST(m.refused("document_opinions.hearing_held",
                         with(hearing, R"({"held_on": "2026-03-13"})")) == rules{"JC-3"});
    m.enters("document_opinions.hearing_held", hearing);
    m.enters("document_review.filed", review_file);
}

BOOST_AUTO_TEST_CASE(a_hearing_on_the_day_of_its_notice_is_remarked_on)
{
    document_trial m;
    m.commented(a_proposal, matter_with(R"("vital_interests": true)"));
    BOOST_TEST(m.advised("document_opinions.hearing_held",
                         with(hearing, R"({"noticed_on": "2026-03-12"})")) == rules{"NORM-9"});
    BOOST_TEST(m.advised("document_opinions.hearing_held",
                         with(hearing, R"({"noticed_on": "2026-03-11"})"))
                   .empty());
}

BOOST_AUTO_TEST_CASE(what_touches_operators_is_reviewed_for_competition_by_both)
{
    document_trial m;
    m.commented(a_proposal, matter_with(R"("operators_affected": true)"));
    BOOST_TEST(
        m.market().refused("document_opinions.competition_concluded", regulators_conclusion) ==
        rules{"NORM-20"}); // the drafter comes first
    m.drafter();
    for (auto const* wrong : {R"({"heard": []})", R"({"touches_public_interest": true})",
                              R"({"outcome": "exception_applies"})"})
        BOOST_TEST(m.refused("document_opinions.competition_reviewed",
                             with(competition_review, wrong)) == rules{"NORM-20"},
                   wrong);
    m.enters("document_opinions.competition_reviewed", competition_review);
    BOOST_TEST(missing_of(m) == (rules{"NORM-10", "NORM-20"})); // its paper is wanted too
    BOOST_TEST(m.waits_for().contains("document_opinions.competition_concluded"));
    m.market().enters("document_opinions.competition_concluded", regulators_conclusion);
    BOOST_TEST(missing_of(m) == rules{"NORM-10"});
    m.enters("document_review.filed",
             with(review_file, R"({"special_reviews": [)" + document('c') + "]}"));
}

BOOST_AUTO_TEST_CASE(the_market_regulator_concludes_on_competition_and_nobody_else)
{
    document_trial m;
    m.commented(a_proposal, matter_with(R"("operators_affected": true)"));
    m.enters("document_opinions.competition_reviewed", competition_review);
    for (auto const who :
         {&document_trial::unit_head, &document_trial::justice, &document_trial::office})
        is_refused_each((m.*who)(), {{"document_opinions.competition_concluded",
                                      regulators_conclusion, "NORM-20"}});
    m.market().enters("document_opinions.competition_concluded", regulators_conclusion);
}

BOOST_AUTO_TEST_CASE(the_regulator_is_waited_for_between_the_first_review_and_its_own)
{
    std::string const kind = "document_opinions.competition_concluded";
    document_trial m;
    m.commented(a_proposal, matter_with(R"("operators_affected": true)"));
    BOOST_TEST(!m.waits_for().contains(kind));
    m.enters("document_opinions.competition_reviewed", competition_review);
    BOOST_TEST(m.waits_for().contains(kind));
    m.market().enters(kind, regulators_conclusion);
    BOOST_TEST(!m.waits_for().contains(kind));
}

BOOST_AUTO_TEST_CASE(a_draft_that_restricts_competition_waits_for_another_text_and_for_no_reviewer)
{
    document_trial m;
    m.commented(a_proposal, matter_with(R"("operators_affected": true)"));
    m.enters("document_opinions.competition_reviewed", competition_review);
    m.market().enters("document_opinions.competition_concluded",
                      with(regulators_conclusion, R"({"outcome": "restricts_competition"})"));
    auto const waits = m.waits_for();
    BOOST_TEST(waits.contains("document_project.drafted"));
    BOOST_TEST(!waits.contains("document_opinions.competition_concluded"));

    document_trial own;
    own.commented(a_proposal, matter_with(R"("operators_affected": true)"));
    own.enters("document_opinions.competition_reviewed",
               with(competition_review, R"({"outcome": "restricts_competition"})"));
    BOOST_TEST(own.waits_for().contains("document_project.drafted"));
    BOOST_TEST(!own.waits_for().contains("document_opinions.competition_reviewed"));
}

BOOST_AUTO_TEST_CASE(the_unit_that_drafts_gathers_the_opinions_and_nobody_else)
{
    std::string const settled =
        R"({"views_of_units": [{"unit": "transport", "stance": "agrees"}]})";
    std::vector<attempted_act> const at_any_time{
        {"document_opinions.evaluated", evaluation, "NORM-1"},
        {"document_opinions.countersigned", settled, "NORM-10"},
        {"document_opinions.experts_argued", experts, "NORM-8"},
        {"document_opinions.hearing_held", with(hearing, R"({"held_on": "2026-03-02"})"), "NORM-9"},
        {"document_opinions.competition_reviewed", competition_review, "NORM-20"}};
    document_trial m;
    m.drafted(a_proposal, plain_matter);
    is_refused_each(m.outsider(), at_any_time);
    is_refused_each(m, {{"document_opinions.comments_opened", comment_notice, "NORM-7"},
                        {"document_opinions.comments_waived",
                         R"({"exception_is": "emergency", "reason": "防汛应急",
                             "approved_by": "区长"})",
                         "NORM-7"}});
    m.drafter().enters("document_opinions.comments_opened", comment_notice);
    is_refused_each(m.outsider(), at_any_time);
    is_refused_each(m.on("2026-03-12"),
                    {{"document_opinions.comments_closed", comments_end, "NORM-7"}});
}

BOOST_AUTO_TEST_CASE(a_department_reviews_its_own_measures)
{
    document_trial m;
    m.commented(a_departments_proposal, matter_with(R"("operators_affected": true)"));
    m.enters("document_opinions.competition_reviewed", competition_review);
    BOOST_TEST(m.market().refused("document_opinions.competition_concluded",
                                  R"({"outcome": "no_restriction", "reasons": "无", "opinion": )" +
                                      document('d') + "}") == rules{"NORM-20"});
    m.drafter().enters("document_review.filed",
                       with(review_file, R"({"special_reviews": [)" + document('c') + "]}"));
}

BOOST_AUTO_TEST_CASE(a_substantive_change_asks_for_the_steps_again)
{
    document_trial m;
    m.commented(a_proposal, plain_matter);
    m.enters("document_project.drafted", version('f', "editorial"));
    auto const file = with(review_file, R"({"draft": )" + document('f') + "}");
    document_trial n;
    n.commented(a_proposal, plain_matter);
    n.enters("document_project.drafted", version('f', "substantive"));
    BOOST_TEST(n.refused("document_review.filed", file) == (rules{"NORM-1", "NORM-7"}));
    m.enters("document_review.filed", file);
}

BOOST_AUTO_TEST_CASE(a_draft_that_was_opened_and_not_closed_lacks_its_closing_alone)
{
    document_trial m;
    m.drafted(a_proposal, plain_matter);
    auto const lacks = [&](engine::text const& what) {
        auto const refusals = m.shown_to_drafter("document_review.filed", "2026-03-12").refusals;
        return std::any_of(refusals.begin(), refusals.end(),
                           [&](auto const& one) { return one.reason == what; });
    };
    auto const nothing_done = engine::say("现行草案没有完成公开征求意见");
    auto const not_closed = engine::say("现行草案已公开征求意见，尚未登记征求意见截止");
    BOOST_TEST((lacks(nothing_done) && !lacks(not_closed)));
    m.enters("document_opinions.comments_opened", comment_notice);
    BOOST_TEST((lacks(not_closed) && !lacks(nothing_done)));
}

BOOST_AUTO_TEST_SUITE_END()
