#include "engine/part.hpp"
#include "tests/workflows/review_trial.hpp"
#include "tests/workflows/told_case.hpp"
#include "tests/workflows/trial.hpp"
#include "workflows/major_decision/known_to.hpp"
#include "workflows/major_decision/procedure.hpp"

#include <algorithm>

using engine::part_of_person;
using engine::part_of_role;
using engine::part_of_unit;

namespace {

/// What a secret matter says after the first act of a kind.
std::vector<std::string> known_after(std::string until, bool secret = true)
{
    auto story = secret ? tests::a_story({"secret"}) : tests::a_story();
    story.until = std::move(until);
    return tests::told(story).file->summary().known_to;
}

bool has(std::vector<std::string> const& all, std::string const& part)
{
    return std::binary_search(all.begin(), all.end(), part);
}

} // namespace

BOOST_AUTO_TEST_SUITE(known_to_test)

BOOST_AUTO_TEST_CASE(a_matter_that_is_no_secret_needs_no_list)
{
    BOOST_TEST(known_after("drafting.versioned", false).empty());
}

BOOST_AUTO_TEST_CASE(a_matter_proposed_as_secret_is_known_to_few_from_its_first_act)
{
    auto const all = known_after("intake.proposed");
    BOOST_TEST(has(all, part_of_unit("water")));
    BOOST_TEST(has(all, part_of_role("office_secretary")));
    BOOST_TEST(!has(all, part_of_unit("finance")));
}

BOOST_AUTO_TEST_CASE(the_sponsor_the_office_and_whoever_acted_know_of_a_secret)
{
    auto story = tests::a_story({"secret"});
    story.until = "drafting.assessed";
    auto const told = tests::told(story);
    auto const all = told.file->summary().known_to;
    BOOST_TEST(std::is_sorted(all.begin(), all.end()));
    BOOST_TEST(has(all, part_of_unit("water")));
    BOOST_TEST(has(all, part_of_role("office_secretary")));
    for (auto const& act : told.entered)
        BOOST_TEST(has(all, part_of_person(act.by.person)), act.kind);
    BOOST_TEST(!has(all, part_of_unit("finance")));
    BOOST_TEST(!has(all, part_of_role("reviewer")));
    BOOST_TEST(!has(all, part_of_role("deputy_in_charge")));
}

BOOST_AUTO_TEST_CASE(others_come_to_know_when_the_procedure_comes_to_them)
{
    BOOST_TEST(has(known_after("consultation.asked"), part_of_unit("finance")));
    BOOST_TEST(has(known_after("drafting.versioned"), part_of_role("reviewer")));
    BOOST_TEST(!has(known_after("drafting.versioned"), part_of_unit("justice")));
    BOOST_TEST(has(known_after("legality_review.accepted"), part_of_unit("justice")));
    BOOST_TEST(has(known_after("submission.filed"), part_of_role("deputy_in_charge")));
}

BOOST_AUTO_TEST_CASE(of_the_advisers_those_who_were_asked_know)
{
    auto story = tests::a_story({"secret"});
    story.until = "legality_review.advisers_asked";
    auto const told = tests::told(story);
    auto const all = told.file->summary().known_to;
    auto const& asked = told.entered.back().body.at("advisers").as_array();
    BOOST_TEST_REQUIRE(!asked.empty());
    for (auto const& who : asked)
        BOOST_TEST(has(all, part_of_person({who.as_int64()})));
    BOOST_TEST(!has(all, part_of_role("legal_adviser")));
}

BOOST_AUTO_TEST_CASE(an_adviser_who_withdrew_knows_of_it_no_more)
{
    using namespace tests::review;
    for (bool const secret : {false, true}) {
        engine::case_summary of{};
        if (secret)
            of.level = engine::confidentiality::secret;
        auto t = accepted();
        t.enters("legality_review.advisers_asked", to_ask({"孙律师", "周律师"}));
        auto const knows = [&](std::string const& name) {
            return has(workflows::major_decision::known_to(t.file, of),
                       part_of_person({tests::trial::number_of(name)}));
        };
        t.by("legal_adviser", "law_firm", "孙律师")
            .enters("legality_review.adviser_opined", opinion);
        BOOST_TEST(knows("孙律师"));
        BOOST_TEST(knows("周律师"));
        // by an act of their own, and by the reviewer's
        t.enters("legality_review.adviser_withdrew", to_withdraw("孙律师"));
        t.by("reviewer", "justice")
            .enters("legality_review.adviser_withdrew", to_withdraw("周律师"));
        BOOST_TEST(!knows("孙律师"));
        BOOST_TEST(!knows("周律师"));
    }
}

BOOST_AUTO_TEST_SUITE_END()
