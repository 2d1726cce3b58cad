#include "engine/refused_choices.hpp"
#include "tests/workflows/normative_document/document_trial.hpp"
#include "workflows/public_matters.hpp"

#include <set>

using namespace tests;

namespace {

/// The answer to whoever asked for the countersigned original.
std::string const countersigned =
    R"({"supplied": [{"wanted": "会签原件", "paper": )" + document('e') + "}]}";

workflows::major_decision::step_progress review_before_the_public(document_trial const& m)
{
    auto const seen = workflows::public_matter_of(m.acts(), built_in_days());
    BOOST_TEST_REQUIRE(seen.has_value());
    for (auto const& one : seen->steps)
        if (one.name == "legality_review")
            return one.is;
    return workflows::major_decision::step_progress::to_come;
}

} // namespace

BOOST_AUTO_TEST_SUITE(review_test)

BOOST_AUTO_TEST_CASE(the_file_for_the_review_holds_what_the_place_asks)
{
    document_trial m;
    m.commented(a_proposal, plain_matter);
    for (auto const* part : {"evaluation_report", "basis_texts", "opinions_and_adoption",
                             "own_review", "countersign", "own_discussion"}) {
        auto const missing = with(review_file, "{\"" + std::string(part) + "\": null}");
        BOOST_TEST(m.refused("document_review.filed", missing) == rules{"NORM-10"}, part);
    }
    m.enters("document_review.filed", review_file);

    document_trial n; // of a department less is asked
    n.commented(a_departments_proposal, plain_matter);
    n.enters("document_review.filed", with(review_file, R"({"own_review": null, "countersign": null,
                                   "own_discussion": null})"));
}

BOOST_AUTO_TEST_CASE(the_current_draft_is_reviewed_and_no_other)
{
    document_trial m;
    m.commented(a_proposal, plain_matter);
    BOOST_TEST(m.refused("document_review.filed",
                         with(review_file, R"({"draft": )" + document('f') + "}")) ==
               rules{"JC-2"});
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_listed_and_supplied_within_three_working_days)
{
    document_trial m;
    m.commented(a_proposal, plain_matter);
    m.enters("document_review.filed", review_file);
    m.justice();
    BOOST_TEST(m.refused("document_review.supplement_asked", "{}") == rules{"NORM-10"});
    m.enters("document_review.supplement_asked", R"({"missing": ["会签原件"]})");
    BOOST_TEST(engine::to_text(m.limit("document_supplement").due) == "2026-03-17");
    BOOST_TEST(m.waits_for() == rules{"document_review.supplemented"});
    BOOST_TEST(m.drafter().refused("document_review.supplemented", R"({"remarks": "已补"})") ==
               rules{"NORM-10"});
    m.enters("document_review.supplemented", countersigned);
    BOOST_TEST((m.limit("document_supplement").is == engine::limit::state::met));
    m.justice().enters("document_review.accepted");
}

BOOST_AUTO_TEST_CASE(the_review_takes_five_working_days_unless_it_is_urgent)
{
    document_trial m;
    m.under_review(a_proposal).justice().on("2026-03-18");
    BOOST_TEST(m.refused("document_review.concluded", lawful_opinion) == rules{"NORM-11"});
    BOOST_TEST(m.advised("document_review.concluded",
                         with(lawful_opinion, R"({"early_reason": "防汛应急"})")) ==
               rules{"NORM-11"});
    document_trial n;
    n.reviewed(a_proposal); // on the fifth
    BOOST_TEST(n.stage("document_review") == "passed");
    BOOST_TEST((n.limit("document_review_longest").is == engine::limit::state::met));
}

BOOST_AUTO_TEST_CASE(the_public_reads_the_review_as_done_when_the_draft_was_found_lawful)
{
    using workflows::major_decision::step_progress;
    document_trial m;
    m.under_review(a_proposal).justice().on("2026-03-19");
    m.enters("document_review.concluded",
             with(lawful_opinion, R"({"outcome_is": "to_be_amended", "points": ["删去第三条"]})"));
    BOOST_TEST((review_before_the_public(m) == step_progress::current));
    document_trial n;
    n.reviewed(a_proposal);
    BOOST_TEST((review_before_the_public(n) == step_progress::done));
}

BOOST_AUTO_TEST_CASE(the_clock_stands_still_while_others_are_asked)
{
    document_trial m;
    m.under_review(a_proposal).justice();
    m.enters("document_review.clock_stopped",
             R"({"ground_is": "consultation", "what_for": "征求水利厅意见"})");
    BOOST_TEST(m.refused("document_review.concluded", lawful_opinion) == rules{"NORM-3"});
    m.on("2026-03-18").enters("document_review.clock_resumed", R"({"summary": "没有意见"})");
    m.on("2026-03-19");
    BOOST_TEST(m.refused("document_review.concluded", lawful_opinion) == rules{"NORM-11"});
}

BOOST_AUTO_TEST_CASE(a_prohibited_content_is_not_lawful_and_faults_are_told)
{
    document_trial m;
    m.under_review(a_proposal).on("2026-03-19").justice();
    for (auto const* prohibition :
         {"licence", "penalty", "compulsion", "expropriation", "fees", "tax_preference",
          "cuts_rights_or_adds_duties", "circular_proof", "restrains_competition"})
        BOOST_TEST(m.refused("document_review.concluded",
                             with(lawful_opinion,
                                  R"({"prohibitions": [")" + std::string(prohibition) + "\"]}")) ==
                       rules{"NORM-6"},
                   prohibition);
    auto const unlawful =
        with(lawful_opinion, R"({"outcome_is": "unlawful", "prohibitions": ["penalty"]})");
    BOOST_TEST(m.refused("document_review.concluded", unlawful) == rules{"NORM-11"});
    m.enters("document_review.concluded", with(unlawful, R"({"points": ["第八条设定了罚款"]})"));
    BOOST_TEST(m.stage("document_review") == "not_passed");
    BOOST_TEST(m.waits_for().contains("document_project.drafted"));
}

BOOST_AUTO_TEST_CASE(after_an_opinion_that_found_fault_another_draft_is_filed)
{
    document_trial m;
    m.under_review(a_proposal).on("2026-03-19").justice();
    m.enters("document_review.concluded",
             with(lawful_opinion, R"({"outcome_is": "to_be_amended", "points": ["删去第八条"]})"));
    m.drafter().enters("document_project.drafted", version('f', "non_substantive"));
    m.enters("document_review.filed", with(review_file, R"({"draft": )" + document('f') + "}"));
    BOOST_TEST(m.stage("document_review") == "received");
    m.justice().enters("document_review.accepted");
    m.on("2026-03-26").enters("document_review.concluded", lawful_opinion);
    BOOST_TEST(m.stage("document_review") == "passed");
    BOOST_TEST(m.figures()["NORM.gov.reviewed"] == 1); // once, however often
}

BOOST_AUTO_TEST_CASE(the_unit_files_and_the_justice_department_reviews_and_nobody_else)
{
    auto const faulty =
        with(lawful_opinion, R"({"outcome_is": "to_be_amended", "points": ["删去第八条"]})");
    std::string const asked = R"({"missing": ["会签原件"]})";
    std::string const stop = R"({"ground_is": "survey", "what_for": "调研"})";
    std::string const go_on = R"({"summary": "已调研"})";
    document_trial m; // the head of the unit drafted nothing
    m.commented(a_proposal, plain_matter);
    is_refused_each(m.outsider(), {{"document_review.filed", review_file, "NORM-10"}});
    m.drafter().enters("document_review.filed", review_file);
    is_refused_each(m.unit_head(), {{"document_review.supplement_asked", asked, "NORM-10"},
                                    {"document_review.accepted", "{}", "NORM-3"}});
    m.justice().enters("document_review.supplement_asked", asked);
    is_refused_each(m.outsider(), {{"document_review.supplemented", countersigned, "NORM-10"}});
    m.drafter().enters("document_review.supplemented", countersigned);
    m.justice().enters("document_review.accepted");
    is_refused_each(m.unit_head(), {{"document_review.clock_stopped", stop, "NORM-11"}});
    m.justice().enters("document_review.clock_stopped", stop);
    is_refused_each(m.unit_head(), {{"document_review.clock_resumed", go_on, "NORM-11"}});
    m.justice().enters("document_review.clock_resumed", go_on);
    is_refused_each(m.on("2026-03-19").unit_head(),
                    {{"document_review.concluded", lawful_opinion, "NORM-3"},
                     {"document_review.concluded", faulty, "NORM-11"}});
    m.justice().enters("document_review.concluded", lawful_opinion);
    m.drafter().enters("document_project.drafted", version('f', "editorial"));
    for (auto const* change : {"editorial", "substantive"})
        is_refused_each(m.unit_head(), {{"document_review.change_confirmed",
                                         R"({"version": 2, "reason": "文字", "change": ")" +
                                             std::string(change) + "\"}",
                                         "JC-2"}});
}

BOOST_AUTO_TEST_CASE(whoever_drafted_does_not_review)
{
    document_trial m;
    m.commented(a_proposal, plain_matter);
    m.by("sponsor_clerk", "water", "两边任职")
        .enters("document_project.drafted", version('f', "editorial"));
    m.drafter().enters("document_review.filed",
                       with(review_file, R"({"draft": )" + document('f') + "}"));
    m.by("reviewer", "justice", "两边任职");
    BOOST_TEST(m.refused("document_review.accepted") == rules{"JC-1"});
}

BOOST_AUTO_TEST_CASE(whoever_did_anything_for_the_drafting_unit_does_not_steer_the_review)
{
    document_trial m;
    m.commented(a_proposal, plain_matter);
    m.by("sponsor_clerk", "water", "两边任职").enters("document_review.filed", review_file);
    m.justice().enters("document_review.accepted");
    m.by("reviewer", "justice", "两边任职");
    BOOST_TEST(m.refused("document_review.clock_stopped",
                         R"({"ground_is": "survey", "what_for": "调研"})") == rules{"JC-1"});
    BOOST_TEST(m.refused("document_review.concluded", lawful_opinion).contains("JC-1"));
}

BOOST_AUTO_TEST_CASE(a_change_after_the_opinion_waits_for_the_reviewers_word)
{
    document_trial m;
    m.reviewed(a_proposal);
    // Nothing changed: the act is no duty that something would be missing for.
    BOOST_TEST(!m.shown_to_drafter("document_review.change_confirmed", "2026-03-19").duty);
    m.justice();
    BOOST_TEST(m.refused("document_review.change_confirmed",
                         R"({"version": 1, "change": "editorial", "reason": "文字"})") ==
               rules{"JC-2"}); // nothing waits
    m.drafter().enters("document_project.drafted", version('f', "editorial"));
    BOOST_TEST(m.shown_to_drafter("document_review.change_confirmed", "2026-03-19").duty);
    BOOST_TEST(m.waits_for().contains("document_review.change_confirmed"));
    auto const meeting =
        with(executive_meeting, R"({"met_on": "2026-03-19", "draft": )" + document('f') + "}");
    BOOST_TEST(m.office().refused("document_issue.deliberated", meeting) == rules{"JC-2"});
    m.justice();
    BOOST_TEST(m.refused("document_review.change_confirmed",
                         R"({"version": 1, "change": "editorial", "reason": "文字"})") ==
               rules{"JC-2"});
    m.enters("document_review.change_confirmed",
             R"({"version": 2, "change": "editorial", "reason": "文字修改"})");
    m.office().enters("document_issue.deliberated", meeting);
}

BOOST_AUTO_TEST_CASE(what_a_change_can_never_be_is_closed_in_the_forms)
{
    auto const closed = [](document_trial const& m, std::string const& kind) {
        auto const again = workflows::normative_document::shape().make("sd");
        for (auto const& one : m.acts())
            again->replay(one);
        std::set<std::string> choices;
        auto const refused =
            engine::refused_choices_of(*again, kind, *again->fields_of(kind), {}, m.now());
        if (auto const found = refused.find("change"); found != refused.end())
            for (auto const& one : found->second)
                choices.insert(one.choice);
        return choices;
    };
    document_trial m;
    m.reviewed(a_proposal);
    m.drafter().enters("document_project.drafted", version('f', "editorial"));
    BOOST_TEST(
        (closed(m, "document_review.change_confirmed") == std::set<std::string>{"first_draft"}));
    BOOST_TEST((closed(m, "document_project.drafted") == std::set<std::string>{"first_draft"}));
}

BOOST_AUTO_TEST_CASE(several_changes_are_confirmed_one_after_the_other)
{
    document_trial m;
    m.reviewed(a_proposal);
    m.enters("document_project.drafted", version('f', "editorial"));
    m.enters("document_project.drafted", version('e', "non_substantive"));
    m.justice();
    BOOST_TEST(m.refused("document_review.change_confirmed",
                         R"({"version": 3, "change": "editorial", "reason": "文字"})") ==
               rules{"JC-2"});
    for (auto const* confirmed :
         {R"({"version": 2, "change": "editorial", "reason": "文字"})",
          R"({"version": 3, "change": "non_substantive", "reason": "期限"})"})
        m.enters("document_review.change_confirmed", confirmed);
    BOOST_TEST(!m.waits_for().contains("document_review.change_confirmed"));
    m.office().enters(
        "document_issue.deliberated",
        with(executive_meeting, R"({"met_on": "2026-03-19", "draft": )" + document('e') + "}"));
}

BOOST_AUTO_TEST_CASE(a_substantive_change_is_reviewed_again)
{
    document_trial m;
    m.reviewed(a_proposal);
    m.enters("document_project.drafted", version('f', "substantive"));
    BOOST_TEST(m.stage("document_review") == "awaiting_file");

    document_trial n; // called editorial, and found to be more
    n.reviewed(a_proposal);
    n.enters("document_project.drafted", version('f', "editorial"));
    n.justice().enters("document_review.change_confirmed",
                       R"({"version": 2, "change": "substantive", "reason": "增加了义务"})");
    BOOST_TEST(n.stage("document_review") == "awaiting_file");
}

BOOST_AUTO_TEST_SUITE_END()
