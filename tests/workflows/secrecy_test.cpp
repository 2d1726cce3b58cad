#include "engine/part.hpp"
#include "tests/workflows/bodies.hpp"
#include "tests/workflows/trial.hpp"
#include "workflows/major_decision/drafting.hpp"
#include "workflows/major_decision/intake.hpp"
#include "workflows/major_decision/participation.hpp"
#include "workflows/major_decision/procedure.hpp"

#include <algorithm>

// How a matter is secret from its first moment, and until when (R713-14.1, JC-8).

using engine::confidentiality;
using tests::rules;
using tests::trial;
using tests::with;
using namespace workflows::major_decision;

namespace {

std::string const proposal = R"({"title": "重点水利工程防恐方案", "matter": "plan",
    "proposer": "department", "proposer_name": "水务局", "in_writing": true,
    "main_problem": "问题", "reasons": "理由", "legal_basis": "依据",
    "necessity_and_feasibility": "必要", "main_measures": "措施"})";
std::string const basis = R"({"secret": true, "secret_basis": "保守国家秘密法第十三条"})";
std::string const assessment = R"({"not_technical_reason": "无", "no_risk_reason": "无"})";

trial proposed_as(std::string const& more)
{
    trial t(make_intake());
    t.on("2024-03-01");
    t.enters("intake.proposed", with(proposal, more));
    return t;
}

/// The sponsor assesses a matter that was proposed so.
trial assessing(std::string const& more)
{
    trial t(make_drafting());
    t.file = proposed_as(more).file;
    t.file.intake.started.emplace();
    t.file.intake.started->body.sponsors = {"water"};
    t.file.intake.started->body.lead = "water";
    t.follows("intake.start_decided", R"({"decided_on": "2024-03-04", "sponsors": ["water"],
        "lead": "water", "congress": "none"})");
    t.on("2024-03-05").by("sponsor_clerk", "water");
    return t;
}

std::string const exemption = R"({"legal_basis": "保密法", "reason": "涉密"})";
std::string const notice =
    R"({"opens_on": "2024-03-01", "closes_on": "2024-04-01", "channels": ["government_site"],
        "contact": "水务局 0758-8390001", "draft": )" +
    tests::document('a') + R"(, "explanation": )" + tests::document('e') + "}";
std::string const symposium = R"({"form": "symposium", "held_on": "2024-03-01", "summary": "座谈",
    "attendees": [{"name": "张三", "kind": "citizen", "main_points": "要点", "reasons": "理由"}]})";
std::string const conclusion = R"({"summary": "完成", "report": )" + tests::document('c') + "}";

/// A public matter of which there is a draft.
trial public_matter()
{
    trial t(make_participation());
    tests::start(t);
    tests::assess(t, R"("technical": true)");
    tests::add_draft(t);
    t.on("2024-03-01");
    return t;
}

void becomes_secret(trial& t)
{
    tests::assess(t, R"("technical": true, "secret": true, "secret_basis": "保密法")");
}

confidentiality level_of(trial const& t)
{
    return summary(t.file, {}).level;
}

} // namespace

BOOST_AUTO_TEST_SUITE(secrecy_test)

BOOST_AUTO_TEST_CASE(a_proposal_is_internal_unless_it_says_otherwise)
{
    BOOST_TEST((level_of(proposed_as("{}")) == confidentiality::internal));
    BOOST_TEST(summary(proposed_as("{}").file, {}).known_to.empty());
}

BOOST_AUTO_TEST_CASE(a_secret_proposal_names_the_law_that_makes_it_one)
{
    trial t(make_intake());
    t.on("2024-03-01");
    BOOST_TEST(t.refused("intake.proposed", with(proposal, R"({"secret": true})")) ==
               rules{"R713-14.1"});
    auto const founded = proposed_as(basis);
    BOOST_TEST((level_of(founded) == confidentiality::secret));
    BOOST_TEST(!summary(founded.file, {}).known_to.empty());
}

BOOST_AUTO_TEST_CASE(a_secret_matter_is_not_opened_by_leaving_a_box_empty)
{
    auto t = assessing(basis);
    BOOST_TEST(t.refused("drafting.assessed", assessment) == rules{"JC-4"});
    t.enters("drafting.assessed", with(assessment, R"({"not_secret_reason": "已经解密"})"));
    BOOST_TEST((level_of(t) == confidentiality::internal));
}

BOOST_AUTO_TEST_CASE(a_matter_may_stay_secret_or_become_it_when_it_is_assessed)
{
    auto stays = assessing(basis);
    stays.enters("drafting.assessed", with(assessment, basis));
    BOOST_TEST((level_of(stays) == confidentiality::secret));
    auto becomes = assessing("{}");
    BOOST_TEST(becomes.refused("drafting.assessed", with(assessment, R"({"secret": true})")) ==
               rules{"R713-14.1"});
    becomes.enters("drafting.assessed", with(assessment, basis));
    BOOST_TEST((level_of(becomes) == confidentiality::secret));
}

BOOST_AUTO_TEST_CASE(a_matter_that_became_secret_and_changed_is_not_laid_before_the_public_again)
{
    auto const again = with(notice, R"({"draft": )" + tests::document('b') + "}");
    auto t = public_matter();
    t.enters("participation.activity_held", symposium);
    t.enters("participation.concluded", conclusion);
    becomes_secret(t);
    BOOST_TEST(participation_done(t.file)); // what was said holds as long as the text does
    JUECE_REFUSED(t, "participation.exempted", exemption, {"JC-2"});
    BOOST_TEST(t.duties().empty());
    tests::add_draft(t, drafting::change_class::substantive);
    BOOST_TEST(!participation_done(t.file));
    JUECE_REFUSED(t, "participation.published", again, {"R713-14.1"});
    JUECE_REFUSED(t, "participation.activity_held", symposium, {"R713-14.1"});
    BOOST_TEST(t.duties() == rules{"participation.exempted"});
    t.by("sponsor_clerk", "transport");
    JUECE_REFUSED(t, "participation.exempted", exemption, {"R713-14.1"});
    t.by("sponsor_clerk", "water").enters("participation.exempted", exemption);
    BOOST_TEST(t.stage() == "exempted");
    BOOST_TEST(participation_done(t.file));
    t.follows("drafting.assessed", R"({"technical": true})");
    tests::assess(t, R"("technical": true)");
    BOOST_TEST(!participation_done(t.file));
    t.enters("participation.published", again);
}

BOOST_AUTO_TEST_CASE(a_public_matter_that_changed_is_not_exempted)
{
    auto t = public_matter();
    t.enters("participation.activity_held", symposium);
    t.enters("participation.concluded", conclusion);
    tests::add_draft(t, drafting::change_class::substantive);
    JUECE_REFUSED(t, "participation.exempted", exemption, {"R713-14.1"});
}

BOOST_AUTO_TEST_CASE(a_matter_that_became_secret_and_changed_before_the_end_is_weighed_and_exempted)
{
    auto t = public_matter();
    t.enters("participation.published", notice);
    t.enters(
        "participation.opinions_recorded",
        R"({"opinions": [{"number": "1", "from": "张三", "kind": "citizen", "words": "赞成"}]})");
    t.on("2024-04-02").enters("participation.window_closed", R"({"received": 1})");
    JUECE_REFUSED(t, "participation.exempted", exemption, {"JC-2", "R713-14.1", "R713-18.1"});
    becomes_secret(t);
    JUECE_REFUSED(t, "participation.exempted", exemption, {"JC-2", "R713-18.1"});
    BOOST_TEST(!t.duties().contains("participation.exempted"));
    tests::add_draft(t, drafting::change_class::substantive);
    JUECE_REFUSED(t, "participation.concluded", conclusion, {"R713-14.1", "R713-18.1"});
    JUECE_REFUSED(t, "participation.exempted", exemption, {"R713-18.1"});
    t.enters("participation.opinions_decided",
             R"({"decisions": [{"number": "1", "outcome": "adopted"}]})");
    BOOST_TEST(t.duties().contains("participation.exempted"));
    // nor is what a citizen sent in passed over
    long long came_in = 1;
    engine::papers_received const received = [&](std::string_view) { return came_in; };
    JUECE_REFUSED(t.receiving(received), "participation.exempted", exemption,
                  {"GDH303-14.2", "R713-18.1"});
    came_in = 0;
    t.enters("participation.exempted", exemption);
    BOOST_TEST(t.stage() == "exempted");
    BOOST_TEST(participation_done(t.file));
}

BOOST_AUTO_TEST_CASE(whoever_needs_to_know_a_secret_document_is_told_of_any_case)
{
    auto t = proposed_as("{}");
    BOOST_TEST(summary(t.file, {}).known_to.empty());
    engine::act act;
    act.by.person = {7};
    act.kind = "intake.proposed";
    act.body = {
        {"documents", boost::json::array{boost::json::object{
                          {"hash", std::string(64, 'a')}, {"name", "附件"}, {"level", "secret"}}}}};
    remember(t.file, act);
    auto const known = summary(t.file, {});
    BOOST_TEST((known.level == confidentiality::internal));
    BOOST_TEST(!known.known_to.empty());
    BOOST_TEST(std::binary_search(known.known_to.begin(), known.known_to.end(),
                                  engine::part_of_person({7})));
}

BOOST_AUTO_TEST_SUITE_END()
