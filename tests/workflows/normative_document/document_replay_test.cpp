#include "tests/workflows/normative_document/document_trial.hpp"
#include "tests/workflows/told_case.hpp"

using namespace tests;

// What is on file gives the same document whenever it is read again, and leaves no act of a stage
// without a way.

namespace {

/// From the project over a wish for another text, changes of the meeting and a request to the end.
document_trial& whole_life(document_trial& m)
{
    m.under_review(a_proposal).on("2026-03-19").justice();
    m.enters("document_review.concluded",
             with(lawful_opinion, R"({"outcome_is": "to_be_amended", "points": ["删去第八条"]})"));
    m.drafter().enters("document_project.drafted", version('f', "non_substantive"));
    m.enters("document_review.filed", with(review_file, R"({"draft": )" + document('f') + "}"));
    m.justice().enters("document_review.accepted");
    m.enters("document_review.clock_stopped", R"({"ground_is": "survey", "what_for": "调研"})");
    m.on("2026-03-20").enters("document_review.clock_resumed", R"({"summary": "已调研"})");
    m.on("2026-03-30").enters("document_review.concluded", lawful_opinion);
    m.on("2026-03-31").office();
    m.enters("document_issue.deliberated",
             with(executive_meeting, R"({"met_on": "2026-03-31", "draft": )" + document('f') +
                                         R"(, "decision_is": "adopted_with_changes",
                                             "changes_ordered": "第五条改为五日"})"));
    m.drafter().enters("document_project.drafted", version('e', "editorial"));
    m.justice().enters("document_review.change_confirmed",
                       R"({"version": 3, "change": "editorial", "reason": "文字"})");
    m.mayor().enters("document_issue.text_signed",
                     R"({"changes_account": "已改", "final_text": )" + document('e') + "}");
    m.on("2026-04-01")
        .office()
        .enters("document_issue.numbered",
                R"({"registration_number": "1",
                                           "document_number": "高府规〔2026〕3号",
                                           "printed_by": "政府办公室"})");
    m.enters("document_issue.published",
             with(document_publication, R"({"published_on": "2026-04-01"})"));
    m.enters("document_filing.filed", R"({"recipient_is": "higher_government",
        "filed_on": "2026-04-01", "documents": [)" +
                                          document('e') + "]}");
    m.on("2026-06-01")
        .justice()
        .enters("document_requests.received",
                R"({"request_number": "1", "requester": "某公司",
                                            "received_on": "2026-06-01", "provision": "第五条",
                                            "reason": "期限过短"})");
    m.enters("document_validity.cleaned_up",
             R"({"result_is": "kept", "reason": "年度清理", "decided_on": "2026-06-01",
                 "published_on": "2026-06-01", "address": "政府网"})");
    m.on("2029-05-01")
        .enters("document_validity.lapse_noted",
                R"({"published_on": "2029-05-01", "address": "政府网"})");
    return m;
}

/// Each act on file is claimed by one clause and no other, whatever its content chooses.
void goes_one_way(document_trial const& m)
{
    auto const again = workflows::normative_document::shape().make("sd");
    for (auto const& act : m.acts()) {
        BOOST_TEST(again->ways(act) == 1, act.kind << " " << boost::json::serialize(act.body)
                                                   << " goes " << again->ways(act) << " ways");
        again->replay(act);
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(document_replay_test)

BOOST_AUTO_TEST_CASE(a_document_read_again_is_the_same_document)
{
    document_trial m;
    whole_life(m);
    BOOST_TEST(m.summary().phase == "document_lapsed");
    auto const again = workflows::normative_document::shape().make("sd");
    for (auto const& act : m.acts()) {
        BOOST_TEST(again->ways(act) == 1, act.kind);
        again->replay(act);
    }
    auto const day = engine::parse_day("2029-05-01").value();
    BOOST_TEST(picture_of(*again, day) == picture_of(m.file(), day));
}

BOOST_AUTO_TEST_CASE(an_opinion_goes_one_way)
{
    for (auto const* outcome : {"lawful", "to_be_amended", "unlawful"}) {
        document_trial m;
        m.under_review(a_proposal).on("2026-03-19").justice();
        m.enters("document_review.concluded",
                 with(lawful_opinion,
                      R"({"points": ["第八条"], "outcome_is": ")" + std::string(outcome) + "\"}"));
        goes_one_way(m);
    }
}

BOOST_AUTO_TEST_CASE(a_confirmed_change_goes_one_way)
{
    for (auto const* change : {"editorial", "non_substantive", "substantive"}) {
        document_trial m;
        m.reviewed(a_proposal);
        m.enters("document_project.drafted", version('f', "editorial"));
        m.justice().enters("document_review.change_confirmed",
                           R"({"version": 2, "reason": "核对", "change": ")" + std::string(change) +
                               "\"}");
        goes_one_way(m);
    }
}

BOOST_AUTO_TEST_CASE(a_decision_of_the_meeting_goes_one_way)
{
    for (auto const* decision : {"adopted", "adopted_with_changes", "postponed", "rejected"}) {
        document_trial m;
        m.reviewed(a_proposal).on("2026-03-20").office();
        m.enters("document_issue.deliberated",
                 with(executive_meeting, R"({"changes_ordered": "第五条改为五日",
                                             "decision_is": ")" +
                                             std::string(decision) + "\"}"));
        goes_one_way(m);
    }
}

BOOST_AUTO_TEST_CASE(a_clean_up_and_what_follows_it_go_one_way)
{
    auto const cleaned = [](std::string const& result) {
        return R"({"reason": "年度清理", "decided_on": "2026-06-01",
            "published_on": "2026-06-01", "address": "政府网", "result_is": ")" +
               result + "\"}";
    };
    for (auto const* result : {"kept", "to_be_amended", "repealed", "declared_invalid"}) {
        document_trial m; // from force, and from waiting for its amendment
        m.issued(a_proposal, document_publication).on("2026-06-01").justice();
        m.enters("document_validity.cleaned_up", cleaned(result));
        goes_one_way(m);
        document_trial n;
        n.issued(a_proposal, document_publication).on("2026-06-01").justice();
        n.enters("document_validity.cleaned_up", cleaned("to_be_amended"));
        n.enters("document_validity.cleaned_up", cleaned(result));
        goes_one_way(n);
    }
    for (auto const* stays : {"true", "false"}) {
        document_trial m;
        m.issued(a_proposal, document_publication).on("2026-06-01").justice();
        m.enters("document_validity.cleaned_up", cleaned("to_be_amended"));
        m.enters("document_validity.amended",
                 R"({"successor_number": "高府规〔2026〕9号", "published_on": "2026-06-01",
                     "stays_in_force": )" +
                     std::string(stays) + "}");
        goes_one_way(m);
    }
}

BOOST_AUTO_TEST_CASE(a_refused_act_leaves_the_document_as_it_was)
{
    document_trial m;
    m.reviewed(a_proposal);
    auto const day = engine::parse_day("2026-03-19").value();
    auto const before = picture_of(m.file(), day);
    m.office().refused("document_issue.deliberated", executive_meeting);
    m.refused("document_issue.numbered", R"({"registration_number": "1", "document_number": "2",
                                             "printed_by": "3"})");
    BOOST_TEST(picture_of(m.file(), day) == before);
}

BOOST_AUTO_TEST_SUITE_END()
