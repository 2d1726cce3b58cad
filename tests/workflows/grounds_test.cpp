#include "tests/workflows/case_so_far.hpp"
#include "workflows/major_decision/grounds.hpp"

using namespace tests;

namespace {

/// What an act of a kind rests on after these acts.
std::optional<std::string> ground(std::string const& kind, std::vector<std::string> const& before)
{
    trial::dossier file;
    for (auto const& one : before) {
        engine::act done;
        done.kind = one;
        done.seq = static_cast<long long>(file.doings.size()) + 1;
        law::remember(file, done);
    }
    engine::act what;
    what.kind = kind;
    return law::ground_of_act(file, what);
}

/// Whether another act in between leaves what an act of a kind rests on as it was.
bool still_rests(std::string const& kind, std::string const& between)
{
    std::vector<std::string> acts = {"drafting.versioned", "consultation.asked",
                                     "legality_review.filed", "execution.unit_named"};
    auto const before = ground(kind, acts);
    acts.push_back(between);
    return before && ground(kind, acts) == before;
}

} // namespace

BOOST_AUTO_TEST_SUITE(grounds_test)

BOOST_AUTO_TEST_CASE(an_answer_outlasts_what_others_enter_elsewhere)
{
    BOOST_TEST(still_rests("consultation.answered", "participation.published"));
    BOOST_TEST(still_rests("consultation.answered", "consultation.answered"));
    BOOST_TEST(still_rests("consultation.answered", "circulation.read"));
    BOOST_TEST(still_rests("experts.opined", "participation.activity_held"));
    BOOST_TEST(still_rests("drafting.change_confirmed", "consultation.answered"));
    BOOST_TEST(still_rests("fair_competition.concluded", "hearing.held"));
    BOOST_TEST(still_rests("legality_review.adviser_opined", "legality_review.adviser_opined"));
    BOOST_TEST(still_rests("legality_review.adviser_withdrew", "legality_review.adviser_opined"));
    BOOST_TEST(still_rests("legality_review.concluded", "circulation.read"));
    BOOST_TEST(still_rests("execution.reported", "execution.citizen_opinion_received"));
    BOOST_TEST(still_rests("execution.problem_reported", "execution.inspected"));
    BOOST_TEST(still_rests("execution.citizen_opinion_received", "execution.reported"));
    BOOST_TEST(still_rests("evaluation.data_supplied", "execution.reported"));
    BOOST_TEST(still_rests("evaluation.followed_up", "execution.reported"));
    BOOST_TEST(still_rests("circulation.read", "drafting.versioned"));
    BOOST_TEST(still_rests("circulation.delegation_answered", "participation.published"));
    BOOST_TEST(still_rests("circulation.delegation_declined", "participation.published"));
}

BOOST_AUTO_TEST_CASE(an_answer_is_stale_once_its_question_or_the_draft_is_another)
{
    BOOST_TEST(!still_rests("consultation.answered", "consultation.asked"));
    BOOST_TEST(!still_rests("consultation.answered", "drafting.versioned"));
    BOOST_TEST(!still_rests("experts.opined", "experts.selected"));
    BOOST_TEST(!still_rests("experts.opined", "drafting.versioned"));
    BOOST_TEST(!still_rests("drafting.change_confirmed", "drafting.versioned"));
    BOOST_TEST(!still_rests("fair_competition.concluded", "fair_competition.filed"));
    BOOST_TEST(!still_rests("legality_review.adviser_opined", "legality_review.supplemented"));
    BOOST_TEST(!still_rests("legality_review.adviser_withdrew", "legality_review.advisers_asked"));
    BOOST_TEST(!still_rests("legality_review.concluded", "legality_review.adviser_opined"));
    BOOST_TEST(!still_rests("legality_review.concluded", "participation.opinions_decided"));
    BOOST_TEST(!still_rests("execution.reported", "execution.unit_named"));
    BOOST_TEST(!still_rests("execution.problem_reported", "execution.unit_named"));
    BOOST_TEST(!still_rests("evaluation.data_supplied", "evaluation.data_requested"));
    BOOST_TEST(!still_rests("evaluation.followed_up", "evaluation.result_answered"));
    BOOST_TEST(!still_rests("circulation.read", "circulation.copied"));
    BOOST_TEST(!still_rests("circulation.delegation_answered", "drafting.versioned"));
    BOOST_TEST(!still_rests("circulation.delegation_declined", "circulation.delegation_recalled"));
}

BOOST_AUTO_TEST_CASE(other_acts_rest_on_all_of_the_file)
{
    BOOST_TEST(!ground("consultation.asked", {"drafting.versioned"}).has_value());
    BOOST_TEST(!ground("submission.filed", {"drafting.versioned"}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
