#include "tests/workflows/normative_document/document_trial.hpp"

using namespace tests;

BOOST_AUTO_TEST_SUITE(project_test)

BOOST_AUTO_TEST_CASE(a_document_goes_its_way_from_the_project_to_the_people)
{
    document_trial m;
    m.enters("document_project.proposed", a_proposal);
    BOOST_TEST(m.waits_for() == rules{"document_project.approved"});
    BOOST_TEST(m.summary().phase == "document_proposed");
    m.office().enters("document_project.approved");
    BOOST_TEST(m.waits_for() == (rules{"document_project.assessed", "document_project.drafted"}));

    document_trial n;
    n.issued(a_proposal, document_publication);
    BOOST_TEST(n.summary().phase == "document_issued");
    BOOST_TEST(!n.summary().closed);
    BOOST_TEST(n.summary().unit == "water");
    BOOST_TEST(n.summary().matter == "government");
    BOOST_TEST(n.waits_for().contains("document_filing.filed"));
    BOOST_TEST(n.stage("document_validity") == "in_force");
}

BOOST_AUTO_TEST_CASE(a_unit_proposes_what_it_drafts_and_the_office_enters_for_anybody)
{
    document_trial m;
    m.by("sponsor_clerk", "transport", "交通局经办");
    BOOST_TEST(m.refused("document_project.proposed", a_proposal) == rules{"JC-60"});
    m.office().enters("document_project.proposed", a_proposal);
}

BOOST_AUTO_TEST_CASE(a_document_to_be_replaced_is_one_that_the_register_knows)
{
    engine::actor const drafter{{1}, "水务局经办", "sponsor_clerk", "water", {}, {}};
    auto const remarked = [&](char const* number) {
        auto const today = engine::parse_day("2026-03-02").value();
        engine::circumstances now{built_in_rules(), built_in_days(), today};
        now.is_given = [](std::string_view known) { return known == "高府〔2020〕8号"; };
        auto const body =
            with(a_proposal, R"({"replaces_number": ")" + std::string(number) + "\"}");
        auto const file = workflows::normative_document::shape().make("sd");
        auto const found =
            file->attempt(act_on(today, drafter, 1, "document_project.proposed", body), now);
        BOOST_TEST(found.admitted());
        return rules_of(found.answer.remarks);
    };
    BOOST_TEST(remarked("高府〔2020〕8号").empty());
    BOOST_TEST(remarked("高府〔2020〕9号") == rules{"JC-60"});
}

BOOST_AUTO_TEST_CASE(whoever_only_reviews_proposes_no_document)
{
    auto const own = with(a_proposal, R"({"drafting_unit": "justice"})");
    document_trial m;
    BOOST_TEST(m.justice().refused("document_project.proposed", own) == rules{"NORM-2"});
    m.by("sponsor_clerk", "justice", "司法局经办").enters("document_project.proposed", own);
}

BOOST_AUTO_TEST_CASE(the_unit_that_drafts_makes_the_draft_and_nobody_else)
{
    std::string const link = R"({"decision_number": "JC2026-0007", "how_they_meet": "同一事项"})";
    std::string const no_more = R"({"reason": "不再需要"})";
    document_trial m;
    m.enters("document_project.proposed", a_proposal);
    is_refused_each(m.outsider(), {{"document_project.withdrawn", no_more, "JC-60"}});
    m.office().enters("document_project.approved");
    m.drafter().enters("document_project.drafted", version('a', "first_draft", ""));
    is_refused_each(m.outsider(),
                    {{"document_project.assessed", plain_matter, "NORM-1"},
                     {"document_project.drafted", version('f', "editorial"), "NORM-1"},
                     {"document_project.linked", link, "JC-61"},
                     {"document_project.withdrawn", no_more, "JC-60"}});
    m.drafter().enters("document_project.linked", link);
    is_refused_each(m.outsider(),
                    {{"document_project.step_taken_over", step_of_decision("comments"), "JC-61"}});
}

BOOST_AUTO_TEST_CASE(a_document_names_its_basis_in_law)
{
    document_trial m;
    BOOST_TEST(m.refused("document_project.proposed", with(a_proposal, R"({"legal_basis": []})")) ==
               rules{"NORM-2"});
}

BOOST_AUTO_TEST_CASE(nothing_is_made_before_the_project_is_approved)
{
    document_trial m;
    m.enters("document_project.proposed", a_proposal);
    BOOST_TEST(m.refused("document_opinions.evaluated", evaluation) == rules{"NORM-2"});
    BOOST_TEST(m.refused("document_project.drafted", version('a', "first_draft", "")) ==
               rules{"NORM-1"});
    // not theirs to say, and their own proposal
    BOOST_TEST(m.refused("document_project.approved") == (rules{"JC-1", "NORM-2"}));
}

BOOST_AUTO_TEST_CASE(a_departments_project_is_approved_by_its_head)
{
    document_trial m;
    m.enters("document_project.proposed", a_departments_proposal);
    BOOST_TEST(m.office().refused("document_project.approved") == rules{"NORM-2"});
    m.unit_head().enters("document_project.approved");
}

BOOST_AUTO_TEST_CASE(whoever_proposed_a_project_does_not_decide_on_it)
{
    document_trial m;
    m.unit_head().enters("document_project.proposed", a_departments_proposal);
    for (auto const* kind : {"document_project.approved", "document_project.declined"})
        BOOST_TEST(m.refused(kind, std::string(kind).ends_with("declined")
                                       ? R"({"reason": "不再需要"})"
                                       : "{}") == rules{"JC-1"},
                   kind);
    document_trial n;
    n.office().enters("document_project.proposed", a_proposal);
    BOOST_TEST(n.refused("document_project.approved") == rules{"JC-1"});
    n.by("office_secretary", "office", "另一位秘书").enters("document_project.approved");
}

BOOST_AUTO_TEST_CASE(a_declined_or_withdrawn_project_is_over)
{
    for (auto const* ending : {"document_project.declined", "document_project.withdrawn"}) {
        document_trial m;
        m.enters("document_project.proposed", a_proposal);
        std::string const kind = ending;
        (kind.ends_with("declined") ? m.office() : m.drafter())
            .enters(kind, R"({"reason": "不再需要"})");
        BOOST_TEST(m.summary().closed);
        BOOST_TEST(m.summary().phase == "document_given_up");
        BOOST_TEST(m.waits_for().empty());
        BOOST_TEST(m.office().refused("document_project.approved") == rules{"JC-60"});
    }
}

BOOST_AUTO_TEST_CASE(what_is_internal_is_no_normative_document)
{
    std::string const internal = R"({"not_technical_reason": "只规定办理程序"})";
    document_trial m("gd");
    m.approved(a_proposal);
    BOOST_TEST(m.refused("document_project.assessed", internal) == rules{"NORM-4"});

    // The order of Guangdong binds nobody in Shandong.
    document_trial elsewhere("sd");
    elsewhere.approved(a_proposal);
    BOOST_TEST(elsewhere.refused("document_project.assessed", internal) == rules{"NORM-1"});
}

BOOST_AUTO_TEST_CASE(leaving_out_the_experts_is_explained)
{
    document_trial m;
    m.approved(a_proposal);
    BOOST_TEST(m.refused("document_project.assessed", R"({"touches_rights": true})") ==
               rules{"NORM-8"});
    m.enters("document_project.assessed", R"({"touches_rights": true, "technical": true})");
}

BOOST_AUTO_TEST_CASE(each_version_says_how_far_it_goes)
{
    document_trial m;
    m.approved(a_proposal);
    BOOST_TEST(m.refused("document_project.drafted", version('a', "editorial")) == rules{"JC-2"});
    m.enters("document_project.drafted", version('a', "first_draft", ""));
    for (auto const& wrong :
         {version('b', "first_draft"), version('b', "editorial", ""), version('a', "editorial")})
        BOOST_TEST(m.refused("document_project.drafted", wrong) == rules{"JC-2"}, wrong);
    m.enters("document_project.drafted", version('b', "editorial"));
}

BOOST_AUTO_TEST_CASE(a_signed_text_is_changed_no_more)
{
    document_trial m;
    m.adopted(a_proposal)
        .mayor()
        .enters("document_issue.text_signed", R"({"final_text": )" + document('a') + "}");
    m.drafter();
    BOOST_TEST(m.refused("document_project.drafted", version('b', "editorial")) ==
               rules{"NORM-12"});
}

// ---- a matter that is a decision too

BOOST_AUTO_TEST_CASE(steps_of_a_decision_are_taken_over_once_it_is_linked)
{
    document_trial m;
    m.drafted(a_proposal, plain_matter);
    BOOST_TEST(m.refused("document_project.step_taken_over", step_of_decision("comments")) ==
               rules{"JC-61"});
    m.enters("document_project.linked",
             R"({"decision_number": "JC2026-0007", "how_they_meet": "同一事项"})");
    auto const step = step_of_decision("comments");
    BOOST_TEST(m.refused("document_project.step_taken_over", with(step, R"({"act_ids": []})")) ==
               rules{"JC-61"});
    BOOST_TEST(m.refused("document_project.step_taken_over",
                         with(step, R"({"done_on": "2026-03-03"})")) == rules{"JC-3"});
    BOOST_TEST(m.refused("document_project.step_taken_over",
                         with(step, R"({"draft": )" + document('f') + "}")) == rules{"JC-2"});
    m.enters("document_project.step_taken_over", step);
    BOOST_TEST(m.refused("document_project.step_taken_over", step) == rules{"JC-61"}); // once
}

BOOST_AUTO_TEST_CASE(no_step_is_shown_as_open_before_there_is_a_draft)
{
    document_trial m;
    m.approved(a_proposal);
    m.enters("document_project.linked",
             R"({"decision_number": "JC2026-0007", "how_they_meet": "同一事项"})");
    auto const blocked =
        m.shown_to_drafter("document_project.step_taken_over", "2026-03-02").refusals;
    BOOST_TEST_REQUIRE(blocked.size() == 1u);
    BOOST_TEST(blocked.front().rule == "NORM-1");
    m.enters("document_project.drafted", version('a', "first_draft", ""));
    BOOST_TEST(m.shown_to_drafter("document_project.step_taken_over", "2026-03-02").is_open());
}

BOOST_AUTO_TEST_CASE(a_step_taken_over_moves_its_own_chapter_and_no_other)
{
    struct scenario {
        char const* step;
        char const* review;
        char const* issue;
    };
    for (auto const& one : {scenario{"comments", "awaiting_file", "awaiting_meeting"},
                            scenario{"legality_review", "passed", "awaiting_meeting"},
                            scenario{"collective_decision", "awaiting_file", "adopted"}}) {
        document_trial m;
        m.drafted(a_proposal, plain_matter);
        m.enters("document_project.linked",
                 R"({"decision_number": "JC2026-0007", "how_they_meet": "同一事项"})");
        m.enters("document_project.step_taken_over", step_of_decision(one.step));
        BOOST_TEST(m.stage("document_review") == one.review, one.step);
        BOOST_TEST(m.stage("document_issue") == one.issue, one.step);
    }
}

BOOST_AUTO_TEST_CASE(a_matter_that_is_a_decision_too_goes_through_shared_steps_once)
{
    document_trial m;
    m.drafted(a_proposal, plain_matter);
    m.enters("document_project.linked",
             R"({"decision_number": "JC2026-0007", "how_they_meet": "同一事项"})");
    for (auto const* step : {"comments", "legality_review", "collective_decision"})
        m.enters("document_project.step_taken_over", step_of_decision(step));
    BOOST_TEST(m.stage("document_review") == "passed");
    BOOST_TEST(m.stage("document_issue") == "adopted");
    BOOST_TEST(m.waits_for() == rules{"document_issue.text_signed"});
    m.mayor().enters("document_issue.text_signed", R"({"final_text": )" + document('a') + "}");
    BOOST_TEST(m.figures()["NORM.reviewed"] == 1);
}

BOOST_AUTO_TEST_CASE(a_step_taken_over_counts_only_for_its_text)
{
    document_trial m;
    m.drafted(a_proposal, plain_matter);
    m.enters("document_project.linked",
             R"({"decision_number": "JC2026-0007", "how_they_meet": "同一事项"})");
    for (auto const* step : {"comments", "legality_review", "collective_decision"})
        m.enters("document_project.step_taken_over", step_of_decision(step));
    m.enters("document_project.drafted", version('f', "editorial"));
    BOOST_TEST(m.stage("document_review") == "awaiting_file");
    BOOST_TEST(m.stage("document_issue") == "awaiting_meeting");
    auto const file = with(review_file, R"({"draft": )" + document('f') + "}");
    BOOST_TEST(m.refused("document_review.filed", file) == rules{"NORM-7"});
}

// ---- what was issued before

BOOST_AUTO_TEST_CASE(a_document_that_was_issued_before_is_told_and_kept)
{
    document_trial m;
    m.enters("document_project.proposed", a_proposal);
    m.justice().enters("document_project.told_afterwards", old_document);
    BOOST_TEST(m.summary().phase == "document_issued");
    BOOST_TEST(m.stage("document_issue") == "issued");
    BOOST_TEST(m.stage("document_validity") == "in_force");
    BOOST_TEST(m.figures(2020).empty()); // it was not made here
    BOOST_TEST(m.drafter().refused("document_opinions.evaluated", evaluation) == rules{"JC-60"});
    m.justice().enters("document_requests.received",
                       R"({"request_number": "1", "requester": "某公司",
                           "received_on": "2026-03-02", "provision": "第五条",
                           "reason": "与上位法不一致"})");
}

BOOST_AUTO_TEST_CASE(whoever_keeps_a_document_tells_of_it)
{
    document_trial m;
    m.enters("document_project.proposed", a_departments_proposal);
    m.beside([](std::string_view one) { return one == "高府〔2020〕8号"; });
    is_refused_each(m.drafter(), {{"document_project.told_afterwards", old_document, "JC-25"}});
    m.beside({});
    is_refused_each(m.outsider(), {{"document_project.told_afterwards", old_document, "JC-60"}});
    is_refused_each(m.office(), {{"document_project.told_afterwards", old_document, "JC-60"}});
    m.drafter().enters("document_project.told_afterwards", old_document);
}

BOOST_AUTO_TEST_CASE(what_is_told_afterwards_was_published_before_its_registration)
{
    document_trial m;
    m.enters("document_project.proposed", a_proposal);
    m.justice();
    for (auto const* wrong :
         {R"({"published_on": "2026-03-02", "effective_on": "2026-04-01"})",
          R"({"effective_on": "2020-05-01"})", R"({"valid_until": "2020-06-30"})"})
        BOOST_TEST(m.refused("document_project.told_afterwards", with(old_document, wrong)) ==
                       rules{"JC-60"},
                   wrong);
    BOOST_TEST(m.refused("document_project.told_afterwards",
                         with(old_document, R"({"published_on": "2026-03-05",
                                                "effective_on": "2026-04-05"})")) ==
               (rules{"JC-3", "JC-60"}));
}

BOOST_AUTO_TEST_SUITE_END()
