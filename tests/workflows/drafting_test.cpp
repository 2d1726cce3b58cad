#include "tests/workflows/bodies.hpp"
#include "workflows/major_decision/drafting.hpp"

using tests::add_draft;
using tests::document;
using tests::rules;
using tests::trial;
using tests::with;
using namespace workflows::major_decision;
using drafting::change_class;

namespace {

std::string const research = R"({"summary": "走访十个村", "legal_basis": [{"title": "水法"}]})";
std::string const assessment = R"({"technical": true, "risk_domains": ["social_stability"]})";
std::string const first = R"({"change": "first_draft", "options": 1, "draft": )" + document('1') +
                          R"(, "explanation": )" + document('e') + "}";
std::string const second = with(
    first, R"({"change": "editorial", "change_reason": "错字", "draft": )" + document('2') + "}");

trial started(std::string place = "gd", std::string_view catalogue_flags = "")
{
    trial t(make_drafting(), std::move(place));
    tests::start(t, catalogue_flags);
    t.on("2024-02-01");
    return t;
}

trial ready(std::string place = "gd", std::string const& touches = assessment)
{
    auto t = started(std::move(place));
    t.enters("drafting.researched", research);
    t.enters("drafting.assessed", touches);
    return t;
}

trial with_two_versions()
{
    auto t = ready();
    t.enters("drafting.versioned", first);
    t.enters("drafting.versioned", second);
    t.by("reviewer", "justice");
    return t;
}

/// One opinion came in, and an act decided on it.
void decide_on_one(dossier& file, long long seq, participation::adoption outcome)
{
    auto& recorded = file.participation.recorded.emplace_back();
    recorded.body.opinions = {{"GZ-1", "", participation::attendee_kind::citizen, "绕行"}};
    auto& decided = file.participation.decided.emplace_back();
    decided.seq = seq;
    decided.body.decisions = {{"GZ-1", outcome, {}}};
}

bool another_version_waits(trial& t)
{
    return t.duties().contains("drafting.versioned");
}

rules remarks_on_offer(trial& t, std::string_view kind)
{
    rules found;
    for (auto const& offer : t.offers())
        if (offer.kind == kind)
            for (auto const& one : offer.remarks)
                found.insert(one.rule);
    return found;
}

void file_for_review(trial& t)
{
    t.file.legality_review.filing.emplace();
    t.file.legality_review.filing->draft = current_draft(t.file);
}

} // namespace

BOOST_AUTO_TEST_SUITE(drafting_test)

BOOST_AUTO_TEST_CASE(a_draft_is_laid_down_on_research_and_assessment)
{
    auto t = ready();
    BOOST_TEST(t.stage() == "preparing");
    t.enters("drafting.versioned", first);
    BOOST_TEST(t.stage() == "drafted");
    t.enters("drafting.versioned", second);
    BOOST_TEST(current_draft(t.file) == 2);
    BOOST_TEST(t.file.drafting.versions[1].draft == 2);
}

BOOST_AUTO_TEST_CASE(a_draft_needs_research_and_assessment)
{
    auto t = started();
    JUECE_REFUSED(t, "drafting.versioned", first, {"R713-12.1"});
    t.enters("drafting.researched", research);
    JUECE_REFUSED(t, "drafting.versioned", first, {"R713-12.1"});
    auto other = started();
    other.enters("drafting.assessed", assessment);
    JUECE_REFUSED(other, "drafting.versioned", first, {"R713-12.1"});
}

BOOST_AUTO_TEST_CASE(what_is_on_file_is_waited_for_no_more_and_may_be_told_again)
{
    auto t = started();
    using kinds = std::set<std::string>;
    auto const duties = [&] {
        kinds found;
        for (auto const& one : t.offers())
            if (one.duty && one.is_open())
                found.insert(one.kind);
        return found;
    };
    BOOST_TEST((duties() == kinds{"drafting.researched", "drafting.assessed"}));
    t.enters("drafting.researched", research);
    BOOST_TEST((duties() == kinds{"drafting.assessed"}));
    t.enters("drafting.assessed", assessment);
    BOOST_TEST((duties() == kinds{"drafting.versioned"}));
    t.enters("drafting.researched", research);
    t.enters("drafting.assessed", assessment);
}

BOOST_AUTO_TEST_CASE(research_names_the_law_it_rests_on)
{
    auto t = started();
    JUECE_REFUSED(t, "drafting.researched", with(research, R"({"legal_basis": []})"),
                  {"R713-12.2"});
}

BOOST_AUTO_TEST_CASE(only_the_lead_sponsor_drafts)
{
    auto t = ready();
    t.by("sponsor_clerk", "finance");
    JUECE_REFUSED(t, "drafting.versioned", first, {"R713-12.1"});
    JUECE_REFUSED(t, "drafting.researched", research, {"R713-12.1"});
    JUECE_REFUSED(t, "drafting.assessed", assessment, {"R713-12.1"});
}

BOOST_AUTO_TEST_CASE(a_dropped_step_needs_its_reason)
{
    auto t = started();
    JUECE_REFUSED(t, "drafting.assessed", with(assessment, R"({"technical": false})"),
                  {"R713-19.1"});
    JUECE_REFUSED(t, "drafting.assessed", with(assessment, R"({"risk_domains": []})"),
                  {"R713-22.1"});
    t.enters("drafting.assessed",
             R"({"not_technical_reason": "无专业问题", "no_risk_reason": "无"})");
}

BOOST_AUTO_TEST_CASE(the_assessment_does_not_contradict_the_catalogue)
{
    struct contradiction {
        char const* flag;
        char const* change;
    };
    for (auto const& [flag, change] :
         {contradiction{R"("experts": true)",
                        R"({"technical": false, "not_technical_reason": "无"})"},
          contradiction{R"("risk": true)", R"({"risk_domains": [], "no_risk_reason": "无"})"},
          contradiction{R"("fair_competition": true)", R"({"operators_affected": false})"},
          contradiction{R"("participation": true)",
                        R"({"secret": true, "secret_basis": "保密法"})"},
          contradiction{R"("hearing": true)", R"({"secret": true, "secret_basis": "保密法"})"}}) {
        auto t = started("gd", flag);
        JUECE_REFUSED(t, "drafting.assessed", with(assessment, change), {"R713-3.4"});
        auto silent = started("gd", R"("experts": false)");
        silent.enters("drafting.assessed", with(assessment, change));
    }
}

BOOST_AUTO_TEST_CASE(secrecy_needs_its_legal_basis)
{
    auto t = started();
    JUECE_REFUSED(t, "drafting.assessed", with(assessment, R"({"secret": true})"), {"R713-14.1"});
    t.enters("drafting.assessed",
             with(assessment, R"({"secret": true, "secret_basis": "保密法"})"));
    BOOST_TEST(is_secret(t.file));
}

BOOST_AUTO_TEST_CASE(the_assessment_stands_still_while_the_draft_is_reviewed)
{
    auto t = ready();
    t.enters("drafting.versioned", first);
    t.enters("drafting.assessed", assessment);
    file_for_review(t);
    JUECE_REFUSED(t, "drafting.assessed", assessment, {"JC-2"});
    t.file.legality_review.conclusion.emplace();
    JUECE_REFUSED(t, "drafting.assessed", assessment, {"JC-2"});
    t.file.legality_review.returns.emplace_back();
    t.enters("drafting.assessed", assessment);
    t.file.legality_review.returns.clear();
    t.file.legality_review.response.emplace();
    t.enters("drafting.assessed", assessment);
}

BOOST_AUTO_TEST_CASE(a_new_draft_opens_the_assessment_again)
{
    auto t = ready();
    t.enters("drafting.versioned", first);
    file_for_review(t);
    t.enters("drafting.versioned", second);
    t.enters("drafting.assessed", assessment);
}

BOOST_AUTO_TEST_CASE(the_first_version_and_only_the_first_is_the_first_draft)
{
    auto t = ready();
    JUECE_REFUSED(t, "drafting.versioned", second, {"JC-2"});
    t.enters("drafting.versioned", first);
    JUECE_REFUSED(t, "drafting.versioned", with(second, R"({"change": "first_draft"})"), {"JC-2"});
}

BOOST_AUTO_TEST_CASE(a_later_version_gives_its_reason_and_is_another_text)
{
    auto t = ready();
    t.enters("drafting.versioned", first);
    JUECE_REFUSED(t, "drafting.versioned", with(second, R"({"change_reason": null})"), {"JC-2"});
    JUECE_REFUSED(t, "drafting.versioned", with(second, R"({"draft": )" + document('1') + "}"),
                  {"JC-2"});
}

BOOST_AUTO_TEST_CASE(a_large_dispute_asks_for_two_options_in_guangdong)
{
    auto const dispute = with(assessment, R"({"large_disagreement": true})");
    auto t = ready("gd", dispute);
    JUECE_REFUSED(t, "drafting.versioned", first, {"GD21-13.2"});
    JUECE_REFUSED(t, "drafting.versioned", with(first, R"({"options": 2})"), {"GD21-13.2"});
    t.enters("drafting.versioned", with(first, R"({"options": 2, "option_merits": "利弊"})"));
    auto cn = ready("cn", dispute);
    JUECE_REFUSED(cn, "drafting.versioned", with(first, R"({"options": -1})"), {"R713-12.4"});
    cn.enters("drafting.versioned", first);
}

BOOST_AUTO_TEST_CASE(a_late_draft_says_why_where_a_draft_has_its_time)
{
    // three months from 2 January end on 2 April
    auto t = ready("hlj");
    t.on("2024-04-03");
    JUECE_REFUSED(t, "drafting.versioned", first, {"HLJ-12.5"});
    JUECE_ADVISED(t, "drafting.versioned", with(first, R"({"late_reason": "调研未完"})"),
                  {"HLJ-12.5"});
    auto timely = ready("hlj");
    BOOST_TEST(drafting_terms(timely.file, tests::built_in_rules().in_force(
                                               "hlj", *engine::parse_day("2024-04-02")))
                   ->days == 91);
    timely.on("2024-04-02").enters("drafting.versioned", first);
}

BOOST_AUTO_TEST_CASE(what_was_decided_is_not_rewritten)
{
    auto t = with_two_versions();
    deliberation::held held;
    held.outcome = deliberation::meeting_outcome::postponed;
    t.file.deliberation.meetings.push_back({held});
    t.by("sponsor_clerk", "water").enters("drafting.researched", research);
    t.file.deliberation.meetings.back().body.outcome = deliberation::meeting_outcome::adopted;
    auto const third = with(second, R"({"draft": )" + document('3') + "}");
    JUECE_REFUSED(t, "drafting.versioned", third, {"R713-37.1"});
    JUECE_REFUSED(t, "drafting.researched", research, {"R713-37.1"});
    JUECE_REFUSED(t, "drafting.assessed", assessment, {"R713-37.1"});
    t.by("reviewer", "justice");
    JUECE_REFUSED(t, "drafting.change_confirmed",
                  R"({"version": 2, "change": "editorial", "reason": "错字"})", {"R713-37.1"});
    t.file.deliberation.meetings.back().body.outcome =
        deliberation::meeting_outcome::adopted_in_principle;
    t.by("sponsor_clerk", "water").enters("drafting.versioned", third);
    t.file.deliberation.acceptance.emplace();
    JUECE_REFUSED(t, "drafting.versioned", with(second, R"({"draft": )" + document('4') + "}"),
                  {"R713-37.1"});
}

BOOST_AUTO_TEST_CASE(the_reviewer_confirms_how_far_a_change_goes)
{
    auto t = with_two_versions();
    BOOST_TEST(change_unconfirmed(t.file));
    t.enters("drafting.change_confirmed",
             R"({"version": 2, "change": "substantive", "reason": "范围扩大",
                 "waived": [{"step": "experts", "reason": "不涉及专业问题"}]})");
    BOOST_TEST(!change_unconfirmed(t.file));
    BOOST_TEST(!still_covers(t.file, 1));
    BOOST_TEST(still_covers(t.file, 1, drafting::repeatable_step::experts));
    BOOST_TEST(!still_covers(t.file, 1, drafting::repeatable_step::participation));
}

BOOST_AUTO_TEST_CASE(a_change_waits_for_the_word_of_the_reviewer)
{
    auto t = with_two_versions();
    BOOST_TEST(t.duties() == std::set<std::string>{"drafting.change_confirmed"});
    t.enters("drafting.change_confirmed",
             R"({"version": 2, "change": "editorial", "reason": "错字"})");
    BOOST_TEST(t.duties().empty());
}

BOOST_AUTO_TEST_CASE(another_text_waits_where_this_one_may_go_no_further)
{
    auto const waits = [](auto found) {
        auto t = ready();
        t.enters("drafting.versioned", first);
        found(t.file);
        bool const before = t.duties().contains("drafting.versioned");
        t.enters("drafting.versioned", second);
        return before && !t.duties().contains("drafting.versioned");
    };
    BOOST_TEST(waits([](dossier& file) {
        auto& opinion = file.sponsor_review.opinion.emplace();
        opinion.draft = 1;
        opinion.body.outcome = sponsor_review::sponsor_outcome::lawful_after_changes;
    }));
    BOOST_TEST(waits([](dossier& file) {
        auto& conclusion = file.legality_review.conclusion.emplace();
        conclusion.draft = 1;
        conclusion.body.outcome = legality_review::review_outcome::unlawful;
    }));
    BOOST_TEST(waits([](dossier& file) {
        file.drafting.touches->body.operators_affected = true;
        auto& review = file.fair_competition.conclusion.emplace();
        review.draft = 1;
        review.body.outcome = fair_competition::competition_outcome::restricts_competition;
    }));
    BOOST_TEST(waits([](dossier& file) {
        auto& meeting = file.deliberation.meetings.emplace_back();
        meeting.draft = 1;
        meeting.body.outcome = deliberation::meeting_outcome::adopted_in_principle;
    }));
    for (auto const answer :
         {party_report::party_answer::agrees_with_changes, party_report::party_answer::disagrees})
        BOOST_TEST(waits([&](dossier& file) {
            auto& meeting = file.deliberation.meetings.emplace_back();
            meeting.draft = 1;
            meeting.body.outcome = deliberation::meeting_outcome::adopted;
            auto& reply = file.party_report.answer.emplace();
            reply.seq = 1;
            reply.draft = 1;
            reply.body.answer = answer;
        }));
}

BOOST_AUTO_TEST_CASE(a_text_that_the_party_committee_wants_changed_is_open_until_it_is_signed)
{
    auto t = with_two_versions();
    t.file.deliberation.meetings.emplace_back().body.outcome =
        deliberation::meeting_outcome::adopted;
    auto& reply = t.file.party_report.answer.emplace();
    reply.seq = 1;
    reply.body.answer = party_report::party_answer::agrees;
    BOOST_TEST(draft_is_settled(t.file));
    reply.body.answer = party_report::party_answer::disagrees;
    BOOST_TEST(!draft_is_settled(t.file));
    reply.body.answer = party_report::party_answer::agrees_with_changes;
    BOOST_TEST(!draft_is_settled(t.file));
    t.file.publication.signing.emplace().seq = 2;
    BOOST_TEST(draft_is_settled(t.file));
}

BOOST_AUTO_TEST_CASE(adopted_opinions_wait_for_another_text_or_a_word_on_this_one)
{
    auto const tell = decide_on_one;
    auto const waits = another_version_waits;
    auto t = ready();
    t.enters("drafting.versioned", first);
    tell(t.file, t.seq() + 1, participation::adoption::partly_adopted);
    BOOST_TEST(!waits(t)); // the public is not yet told, and more may come in
    t.file.participation.conclusion.emplace().seq = t.seq() + 2;
    BOOST_TEST(waits(t));
    t.enters("drafting.researched", research);
    t.enters("drafting.assessed", assessment);
    BOOST_TEST(remarks_on_offer(t, "drafting.versioned").contains("R713-18.1"));
    BOOST_TEST(t.advised("drafting.versioned", second).empty()); // a new text is taken to hold it
    BOOST_TEST(!waits(t));

    t = ready();
    t.enters("drafting.versioned", first);
    tell(t.file, t.seq() + 1, participation::adoption::not_adopted);
    t.file.participation.conclusion.emplace().seq = t.seq() + 2;
    BOOST_TEST(!waits(t));
    auto& reply = t.file.hearing.reply.emplace();
    reply.seq = t.seq() + 3;
    reply.body.points = {{"缓行", participation::adoption::adopted, {}}};
    BOOST_TEST(waits(t));
    auto& opinion = t.file.sponsor_review.opinion.emplace();
    opinion.seq = t.seq() + 4;
    opinion.body.outcome = sponsor_review::sponsor_outcome::lawful;
    BOOST_TEST(!waits(t));
    auto& report = t.file.experts.report.emplace();
    report.seq = t.seq() + 5;
    report.body.responses = {{"分期", participation::adoption::adopted, {}}};
    BOOST_TEST(waits(t));
}

BOOST_AUTO_TEST_CASE(what_was_agreed_with_a_consulted_unit_waits_for_another_text)
{
    using participation::adoption;
    auto t = ready();
    t.enters("drafting.versioned", first);
    auto& units = t.file.consultation;
    units.requests.emplace_back().body.units = {{"finance"}};
    auto& talk = units.settlements.emplace_back();
    talk.seq = t.seq() + 1;
    talk.body.with_unit = {"finance"};
    talk.body.agreed = true;
    talk.body.adoption = adoption::adopted;
    BOOST_TEST(!another_version_waits(t)); // the units are still being heard
    units.conclusion.emplace();
    BOOST_TEST(another_version_waits(t));
    BOOST_TEST(remarks_on_offer(t, "drafting.versioned").contains("R713-18.1"));
    talk.body.adoption = adoption::partly_adopted;
    BOOST_TEST(another_version_waits(t));
    talk.body.adoption = adoption::not_adopted; // the unit withdrew
    BOOST_TEST(!another_version_waits(t));
    talk.body.adoption.reset(); // on file from before it was asked
    BOOST_TEST(!another_version_waits(t));

    talk.body.adoption = adoption::adopted;
    t.enters("drafting.researched", research);
    t.enters("drafting.versioned", second);
    BOOST_TEST(!another_version_waits(t));
}

BOOST_AUTO_TEST_CASE(no_other_text_waits_while_somebody_is_being_heard_on_this_one)
{
    auto const waits = another_version_waits;
    auto t = ready();
    t.enters("drafting.versioned", first);
    auto& report = t.file.experts.report.emplace();
    report.seq = t.seq() + 2;
    report.body.responses = {{"分期", participation::adoption::adopted, {}}};
    BOOST_TEST(waits(t));

    t.file.consultation.requests.emplace_back();
    BOOST_TEST(!waits(t));
    t.file.consultation.conclusion.emplace();
    BOOST_TEST(waits(t));
    t.file.participation.notices.emplace_back();
    BOOST_TEST(!waits(t));
    t.file.participation.conclusion.emplace();
    BOOST_TEST(waits(t));
    t.file.hearing.notice.emplace();
    BOOST_TEST(!waits(t));
    t.file.hearing.reply.emplace();
    BOOST_TEST(waits(t));
    t.file.experts.selection.emplace().seq = t.seq() + 3; // others, after the report
    BOOST_TEST(!waits(t));
    t.file.drafting.touches->body.technical = false;
    BOOST_TEST(waits(t)); // nobody waits for them any more
}

BOOST_AUTO_TEST_CASE(an_earlier_text_that_comes_back_lacks_what_was_adopted_since)
{
    auto t = ready();
    t.enters("drafting.versioned", first);
    decide_on_one(t.file, t.seq() + 1, participation::adoption::adopted);
    t.file.participation.conclusion.emplace().seq = t.seq() + 2;
    t.enters("drafting.researched", research);
    t.enters("drafting.assessed", assessment);
    t.enters("drafting.versioned", second);
    auto& opinion = t.file.sponsor_review.opinion.emplace();
    opinion.seq = t.seq();
    opinion.body.outcome = sponsor_review::sponsor_outcome::lawful;
    BOOST_TEST(!another_version_waits(t));
    auto const first_again = with(second, R"({"draft": )" + document('1') + "}");
    JUECE_ADVISED(t, "drafting.versioned", first_again, {"JC-2", "R713-18.1"});
    BOOST_TEST(another_version_waits(t));
    JUECE_ADVISED(t, "drafting.versioned", second, {"JC-2"});
    BOOST_TEST(!another_version_waits(t));
}

BOOST_AUTO_TEST_CASE(only_a_later_version_on_file_is_confirmed)
{
    auto t = with_two_versions();
    for (auto version : {"0", "1", "3"})
        JUECE_REFUSED(t, "drafting.change_confirmed",
                      R"({"change": "editorial", "reason": "错字", "version": )" +
                          std::string(version) + "}",
                      {"JC-2"});
    JUECE_REFUSED(t, "drafting.change_confirmed",
                  R"({"version": 2, "change": "first_draft", "reason": "错字"})", {"JC-2"});
}

BOOST_AUTO_TEST_CASE(steps_are_waived_only_for_a_substantive_change_and_never_the_review)
{
    auto t = with_two_versions();
    auto const waiving = R"({"version": 2, "change": "editorial", "reason": "错字",
                             "waived": [{"step": "risk", "reason": "无"}]})";
    JUECE_REFUSED(t, "drafting.change_confirmed", waiving, {"JC-2"});
    BOOST_CHECK((t.malformed("drafting.change_confirmed",
                             with(waiving, R"({"waived": [{"step": "legality_review",
                                               "reason": "无"}]})")) == rules{"waived[0].step"}));
    BOOST_CHECK((t.malformed("drafting.change_confirmed",
                             with(waiving, R"({"waived": [{"step": "risk"}]})")) ==
                 rules{"waived[0].reason"}));
}

BOOST_AUTO_TEST_CASE(whoever_drafted_does_not_confirm_the_change)
{
    auto t = ready();
    t.enters("drafting.versioned", first);
    t.by("sponsor_clerk", "water", "李四").enters("drafting.versioned", second);
    auto const word = R"({"version": 2, "change": "editorial", "reason": "错字"})";
    t.by("reviewer", "justice", "李四");
    JUECE_REFUSED(t, "drafting.change_confirmed", word, {"JC-1"});
    t.by("sponsor_clerk", "water", "王五");
    JUECE_REFUSED(t, "drafting.change_confirmed", word, {"JC-2"});
}

BOOST_AUTO_TEST_SUITE_END()
