#include "tests/workflows/normative_document/document_trial.hpp"
#include "workflows/normative_document/parameters.hpp"
#include "workflows/normative_document/validity.hpp"
#include "workflows/public_matters.hpp"

using namespace tests;

namespace {

std::string const signature = R"({"final_text": )" + document('a') + "}";
std::string const number = R"({"registration_number": "GYGF-2026-001",
    "document_number": "高府规〔2026〕1号", "printed_by": "政府办公室"})";

/// The rules that keep a publication from being entered, of a document of that nature.
rules against(std::string const& nature, std::string const& changes,
              std::string const& place = "sd")
{
    document_trial m(place);
    m.adopted(with(a_proposal, R"({"nature_is": ")" + nature + "\"}"));
    m.mayor().enters("document_issue.text_signed", signature);
    m.on("2026-03-23").office().enters("document_issue.numbered", number);
    return m.refused("document_issue.published", with(document_publication, changes));
}

} // namespace

BOOST_AUTO_TEST_SUITE(issue_test)

BOOST_AUTO_TEST_CASE(nothing_is_decided_that_was_not_found_lawful)
{
    document_trial m;
    m.under_review(a_proposal).on("2026-03-20").office();
    BOOST_TEST(m.refused("document_issue.deliberated", executive_meeting) == rules{"NORM-3"});
}

BOOST_AUTO_TEST_CASE(the_review_comes_before_the_meeting_and_the_meeting_before_today)
{
    document_trial m;
    m.reviewed(a_proposal).office();
    BOOST_TEST(m.refused("document_issue.deliberated",
                         with(executive_meeting, R"({"met_on": "2026-03-18"})")) ==
               rules{"NORM-3"});
    BOOST_TEST(m.refused("document_issue.deliberated", executive_meeting) == rules{"JC-3"});
}

BOOST_AUTO_TEST_CASE(the_meeting_is_one_that_may_decide)
{
    document_trial m;
    m.reviewed(a_proposal).on("2026-03-20").office();
    BOOST_TEST(m.refused("document_issue.deliberated", office_meeting) == rules{"NORM-12"});
    document_trial n;
    n.reviewed(a_departments_proposal).on("2026-03-20");
    BOOST_TEST(n.refused("document_issue.deliberated", executive_meeting) == rules{"NORM-12"});
    n.enters("document_issue.deliberated", office_meeting);
}

BOOST_AUTO_TEST_CASE(a_number_that_another_paper_has_is_not_given_again)
{
    document_trial m;
    m.adopted(a_proposal);
    m.beside([](std::string_view one) { return one == "高府规〔2026〕1号"; });
    m.mayor().enters("document_issue.text_signed", signature);
    m.on("2026-03-23").office();
    BOOST_TEST(m.refused("document_issue.numbered", number) == rules{"JC-25"});
    m.enters("document_issue.numbered",
             with(number, R"({"document_number": "高府规〔2026〕2号"})"));
}

BOOST_AUTO_TEST_CASE(the_public_gets_the_numbered_paper_which_is_made_of_the_signed_text)
{
    auto const with_paper = [](char hash) {
        return with(number, R"({"issued_paper": )" + document(hash) + "}");
    };
    document_trial m;
    m.adopted(a_proposal).drafter().enters("document_project.drafted", version('b', "editorial"));
    m.justice().enters("document_review.change_confirmed",
                       R"({"version": 2, "change": "editorial", "reason": "错字"})");
    m.mayor().enters("document_issue.text_signed", R"({"final_text": )" + document('b') + "}");
    m.on("2026-03-23").office();
    BOOST_TEST(m.refused("document_issue.numbered", with_paper('a')) == rules{"JC-2"});
    m.enters("document_issue.numbered", with_paper('f'));
    m.enters("document_issue.published", document_publication);
    auto const seen = workflows::public_matter_of(m.acts(), built_in_days());
    BOOST_TEST_REQUIRE(seen.has_value());
    auto const* paper = seen->document(std::string(64, 'f'));
    BOOST_TEST_REQUIRE(paper);
    BOOST_TEST(paper->field == "final_text");
    BOOST_TEST(paper->what.name.starts_with(seen->title));
    BOOST_TEST(!seen->document(std::string(64, 'b')));
}

BOOST_AUTO_TEST_CASE(what_was_signed_is_assessed_no_more_and_what_has_a_number_is_not_withdrawn)
{
    std::string const no_more = R"({"reason": "不再需要"})";
    document_trial m;
    m.adopted(a_proposal).mayor().enters("document_issue.text_signed", signature);
    is_refused_each(m.drafter(), {{"document_project.assessed", plain_matter, "NORM-12"}});
    m.on("2026-03-23").office().enters("document_issue.numbered", number);
    is_refused_each(m.drafter(), {{"document_project.withdrawn", no_more, "NORM-2"}});
    document_trial n; // signed, and not in the register yet
    n.adopted(a_proposal).mayor().enters("document_issue.text_signed", signature);
    n.drafter().enters("document_project.withdrawn", no_more);
}

BOOST_AUTO_TEST_CASE(the_public_reads_from_when_and_until_when_a_published_document_binds)
{
    document_trial m;
    m.issued(a_proposal, document_publication);
    auto const seen = workflows::public_matter_of(m.acts(), built_in_days());
    BOOST_TEST_REQUIRE(seen.has_value());
    BOOST_TEST_REQUIRE(seen->force.has_value());
    BOOST_TEST(engine::to_text(seen->force->effective_on) == "2026-05-01");
    BOOST_TEST(engine::to_text(seen->force->valid_until.value()) == "2029-04-30");
}

BOOST_AUTO_TEST_CASE(whoever_keeps_the_record_of_the_meeting_enters_it)
{
    document_trial m;
    m.reviewed(a_proposal).on("2026-03-20");
    is_refused_each(m.drafter(), {{"document_issue.deliberated", executive_meeting, "NORM-12"}});
    m.office().enters("document_issue.deliberated", executive_meeting);
    document_trial n;
    n.reviewed(a_departments_proposal).on("2026-03-20");
    for (auto const who : {&document_trial::office, &document_trial::outsider})
        is_refused_each((n.*who)(), {{"document_issue.deliberated", office_meeting, "NORM-12"}});
    n.drafter().enters("document_issue.deliberated", office_meeting);
}

BOOST_AUTO_TEST_CASE(what_the_meeting_decides_is_where_the_document_stands)
{
    struct scenario {
        char const* decision;
        char const* stage;
    };
    for (auto const& one :
         {scenario{"adopted", "adopted"}, scenario{"adopted_with_changes", "to_be_changed"},
          scenario{"postponed", "awaiting_meeting"}, scenario{"rejected", "refused"}}) {
        document_trial m;
        m.reviewed(a_proposal).on("2026-03-20").office();
        m.enters("document_issue.deliberated",
                 with(executive_meeting, R"({"changes_ordered": "第五条改为五日",
                                             "decision_is": ")" +
                                             std::string(one.decision) + "\"}"));
        BOOST_TEST(m.stage("document_issue") == one.stage, one.decision);
    }
}

BOOST_AUTO_TEST_CASE(an_adopted_text_goes_to_the_meeting_again_only_if_its_substance_changes)
{
    document_trial m;
    m.adopted(a_proposal);
    m.enters("document_project.drafted", version('f', "editorial"));
    BOOST_TEST(m.stage("document_issue") == "adopted");
    m.enters("document_project.drafted", version('e', "substantive"));
    BOOST_TEST(m.stage("document_issue") == "awaiting_meeting");
}

BOOST_AUTO_TEST_CASE(no_meeting_and_no_signature_while_a_step_turns_out_to_be_missing)
{
    std::string const hearing_needed = with(plain_matter, R"({"vital_interests": true})");
    document_trial m;
    m.reviewed(a_proposal).on("2026-03-20");
    m.enters("document_project.assessed", hearing_needed);
    BOOST_TEST(m.office().refused("document_issue.deliberated", executive_meeting) ==
               rules{"NORM-9"});
    document_trial n; // it turns out after the meeting
    n.adopted(a_proposal);
    n.enters("document_project.assessed", hearing_needed);
    BOOST_TEST(n.mayor().refused("document_issue.text_signed", signature) == rules{"NORM-9"});
}

BOOST_AUTO_TEST_CASE(what_is_signed_is_the_text_that_was_adopted)
{
    document_trial m;
    m.adopted(a_proposal).mayor();
    BOOST_TEST(m.refused("document_issue.text_signed",
                         R"({"final_text": )" + document('f') + "}") == rules{"JC-2"});
    m.enters("document_issue.text_signed", signature);
}

BOOST_AUTO_TEST_CASE(more_than_half_of_the_members_are_there)
{
    document_trial m;
    m.reviewed(a_proposal).on("2026-03-20").office();
    for (auto const* wrong : {R"({"members_present": 4})", R"({"members_present": 10})",
                              R"({"members_entitled": 0, "members_present": 0})"})
        BOOST_TEST(m.refused("document_issue.deliberated", with(executive_meeting, wrong)) ==
                       rules{"JC-7"},
                   wrong);
    m.enters("document_issue.deliberated", with(executive_meeting, R"({"members_present": 5})"));
}

BOOST_AUTO_TEST_CASE(whoever_reviewed_does_not_decide)
{
    document_trial m;
    m.reviewed(a_proposal).on("2026-03-20").by("office_secretary", "office", "法制科审核");
    BOOST_TEST(m.refused("document_issue.deliberated", executive_meeting) == rules{"JC-1"});
}

BOOST_AUTO_TEST_CASE(whoever_only_took_the_file_in_for_review_does_not_decide_either)
{
    document_trial m;
    m.commented(a_proposal, plain_matter).enters("document_review.filed", review_file);
    m.by("reviewer", "justice", "只受理").enters("document_review.accepted");
    m.on("2026-03-19").justice().enters("document_review.concluded", lawful_opinion);
    m.on("2026-03-20").by("office_secretary", "office", "只受理");
    BOOST_TEST(m.refused("document_issue.deliberated", executive_meeting) == rules{"JC-1"});
}

BOOST_AUTO_TEST_CASE(what_is_decided_is_the_current_draft)
{
    document_trial m;
    m.reviewed(a_proposal).on("2026-03-20").office();
    BOOST_TEST(m.refused("document_issue.deliberated",
                         with(executive_meeting, R"({"draft": )" + document('f') + "}")) ==
               rules{"JC-2"});
}

BOOST_AUTO_TEST_CASE(changes_that_the_meeting_orders_are_told_made_and_accounted_for)
{
    document_trial m;
    m.reviewed(a_proposal).on("2026-03-20").office();
    auto const changed = with(executive_meeting, R"({"decision_is": "adopted_with_changes"})");
    BOOST_TEST(m.refused("document_issue.deliberated", changed) == rules{"NORM-12"});
    m.enters("document_issue.deliberated",
             with(changed, R"({"changes_ordered": "第五条改为五日"})"));
    BOOST_TEST(m.waits_for().contains("document_project.drafted"));
    BOOST_TEST(!m.waits_for().contains("document_issue.text_signed"));
    BOOST_TEST(m.mayor().refused("document_issue.text_signed", signature) == rules{"NORM-12"});
    m.drafter().enters("document_project.drafted", version('f', "non_substantive"));
    m.justice().enters("document_review.change_confirmed",
                       R"({"version": 2, "change": "non_substantive", "reason": "期限改动"})");
    BOOST_TEST(m.waits_for().contains("document_issue.text_signed"));
    auto const text = R"({"final_text": )" + document('f') + "}";
    BOOST_TEST(m.mayor().refused("document_issue.text_signed", text) == rules{"NORM-12"});
    m.enters("document_issue.text_signed", with(text, R"({"changes_account": "已改"})"));
}

BOOST_AUTO_TEST_CASE(pages_may_ask_how_long_a_document_of_its_nature_may_hold)
{
    using namespace workflows::normative_document;
    document_trial trial;
    trial.adopted(with(a_proposal, R"({"nature_is": "trial"})"));
    BOOST_TEST((longest_validity(trial.file()) == &validity_max_trial_months));
    document_trial lasting;
    lasting.adopted(with(a_proposal, R"({"nature_is": "lasting"})"));
    BOOST_TEST((longest_validity(lasting.file()) == &validity_max_months));
}

BOOST_AUTO_TEST_CASE(a_postponed_matter_comes_again_and_a_rejected_one_is_over)
{
    document_trial m;
    m.reviewed(a_proposal).on("2026-03-20").office();
    m.enters("document_issue.deliberated",
             with(executive_meeting, R"({"decision_is": "postponed"})"));
    BOOST_TEST(m.waits_for() == rules{"document_issue.deliberated"});
    m.enters("document_issue.deliberated",
             with(executive_meeting, R"({"decision_is": "rejected"})"));
    BOOST_TEST(m.summary().closed);
    BOOST_TEST(m.stage("document_project") == "given_up");
    BOOST_TEST(m.stage("document_opinions") == "over");
    BOOST_TEST(m.waits_for().empty());
}

BOOST_AUTO_TEST_CASE(the_head_signs_and_nobody_else)
{
    document_trial m;
    m.adopted(a_proposal).unit_head();
    BOOST_TEST(m.refused("document_issue.text_signed", signature) == rules{"NORM-12"});
    m.mayor().enters("document_issue.text_signed", signature);
    document_trial n;
    n.adopted(a_departments_proposal).unit_head();
    n.enters("document_issue.text_signed", signature);
}

BOOST_AUTO_TEST_CASE(one_register_numbers_the_documents_of_all_departments)
{
    document_trial m;
    m.adopted(a_departments_proposal).unit_head();
    m.enters("document_issue.text_signed", signature);
    BOOST_TEST(m.drafter().refused("document_issue.numbered", number) == rules{"NORM-2"});
    m.justice().enters("document_issue.numbered", number);
}

BOOST_AUTO_TEST_CASE(whoever_keeps_the_register_publishes)
{
    document_trial m;
    m.adopted(a_departments_proposal).unit_head();
    m.enters("document_issue.text_signed", signature);
    m.on("2026-03-23").justice().enters("document_issue.numbered", number);
    is_refused_each(m.unit_head(), {{"document_issue.published", document_publication, "NORM-13"}});
    m.justice().enters("document_issue.published", document_publication);
}

BOOST_AUTO_TEST_CASE(nothing_is_published_before_it_is_signed_or_in_the_future)
{
    BOOST_TEST(against("lasting", R"({"published_on": "2026-03-19"})") == rules{"NORM-12"});
    BOOST_TEST(against("lasting", R"({"published_on": "2026-03-24"})") == rules{"JC-3"});
    BOOST_TEST(against("lasting", R"({"channels": []})") == rules{"NORM-13"});
}

BOOST_AUTO_TEST_CASE(a_document_takes_effect_thirty_days_after_its_publication)
{
    BOOST_TEST(against("lasting", R"({"effective_on": "2026-03-22"})") == rules{"NORM-13"});
    BOOST_TEST(against("lasting", R"({"effective_on": "2026-04-21"})") == rules{"NORM-13"});
    BOOST_TEST(against("lasting", R"({"effective_on": "2026-04-22"})").empty());
    BOOST_TEST(against("lasting", R"({"effective_on": "2026-03-23",
                                      "prompt_effect_reason": "防汛需要"})")
                   .empty());
}

BOOST_AUTO_TEST_CASE(staged_and_trial_documents_hold_for_so_many_years)
{
    struct scenario {
        char const* nature;
        char const* until; ///< effective on 2026-05-01
        bool lawful;
    };
    for (auto const& one :
         {scenario{"trial", "2027-04-30", true}, scenario{"trial", "2027-04-29", false},
          scenario{"trial", "2029-04-30", true}, scenario{"trial", "2029-05-01", false},
          scenario{"staged", "2031-04-30", true}, scenario{"staged", "2031-05-01", false},
          scenario{"lasting", "2040-01-01", true}, scenario{"lasting", "2026-04-30", false}}) {
        auto const found =
            against(one.nature, R"({"valid_until": ")" + std::string(one.until) + "\"}");
        BOOST_TEST(found == (one.lawful ? rules{} : rules{"NORM-14"}),
                   one.nature << " " << one.until);
    }
    BOOST_TEST(against("trial", R"({"valid_until": null})") == rules{"NORM-14"});
    BOOST_TEST(against("lasting", R"({"valid_until": null})").empty());
}

BOOST_AUTO_TEST_CASE(in_guangdong_every_document_has_its_end_or_a_reason)
{
    BOOST_TEST(against("lasting", R"({"valid_until": null})", "gd") == rules{"NORM-5"});
    BOOST_TEST(against("lasting", R"({"valid_until": "2031-05-01"})", "gd") == rules{"NORM-5"});
    BOOST_TEST(against("lasting", R"({"valid_until": null,
                                      "long_validity_reason": "长期适用"})",
                       "gd")
                   .empty());
}

BOOST_AUTO_TEST_SUITE_END()
