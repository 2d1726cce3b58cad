#include "tests/workflows/drafts.hpp"
#include "tests/workflows/review_trial.hpp"
#include "workflows/major_decision/review_clock.hpp"

#include <boost/test/unit_test.hpp>
#include <map>

namespace {

using namespace tests;
using namespace workflows::major_decision;
using drafting::change_class;

day on(std::string_view text)
{
    return *engine::parse_day(text);
}

engine::rules const& law(std::string_view place)
{
    return built_in_rules().in_force(place, on("2024-03-01"));
}

/// Accepted on Friday 2024-03-01.
trial under_review()
{
    trial t(make_legality_review());
    put_draft(t, change_class::first_draft);
    t.file.legality_review.acceptance = on_record(t, legality_review::accepted{}, 20, "2024-03-01");
    return t;
}

engine::limit_terms const* find(std::vector<engine::limit_terms> const& all, std::string_view name)
{
    for (auto const& one : all)
        if (one.name == name)
            return &one;
    return nullptr;
}

} // namespace

BOOST_AUTO_TEST_SUITE(review_clock_test)

BOOST_AUTO_TEST_CASE(the_day_of_acceptance_is_not_counted)
{
    auto const t = under_review();
    auto const used = [&](std::string_view today) {
        return review_days_used(t.file, built_in_days(), on(today));
    };
    BOOST_TEST(used("2024-03-01") == 0);
    BOOST_TEST(used("2024-03-04") == 1);
    BOOST_TEST(used("2024-03-12") == 7);
    BOOST_TEST(used("2024-04-30") == 42); // Qingming on 4 and 5 April, work on Sunday 7 and 28
}

BOOST_AUTO_TEST_CASE(stops_are_left_out)
{
    auto t = under_review();
    t.file.legality_review.stops.push_back(
        on_record(t, legality_review::clock_stopped{}, 21, "2024-03-05"));
    BOOST_TEST(review_days_used(t.file, built_in_days(), on("2024-03-08")) == 1);
    t.file.legality_review.resumptions.push_back(
        on_record(t, legality_review::clock_resumed{}, 22, "2024-03-06"));
    BOOST_TEST(review_days_used(t.file, built_in_days(), on("2024-03-08")) == 3);
    BOOST_TEST(
        engine::to_text(
            review_least_ends(t.file, law("gd"), built_in_days(), on("2024-03-08")).value()) ==
        "2024-03-14");
}

BOOST_AUTO_TEST_CASE(the_least_time_is_served_and_the_longest_is_due)
{
    auto t = under_review();
    auto const national = review_limits(t.file, law("gd"));
    BOOST_TEST_REQUIRE(find(national, "review_least"));
    BOOST_TEST(!find(national, "review_longest"));
    auto const served =
        engine::reckon(*find(national, "review_least"), built_in_days(), on("2024-04-01"));
    BOOST_CHECK(served.is == engine::limit::state::met);
    legality_review::extended more{};
    more.working_days = 10;
    t.file.legality_review.extension = on_record(t, more, 23);
    auto const north = review_limits(t.file, law("hlj"));
    BOOST_TEST_REQUIRE(find(north, "review_longest"));
    BOOST_TEST(find(north, "review_longest")->days == 25);
}

BOOST_AUTO_TEST_CASE(a_review_that_ended_unfinished_has_no_limit)
{
    auto t = under_review();
    t.file.legality_review.returns.push_back(on_record(t, legality_review::returned{}, 30));
    BOOST_TEST(review_limits(t.file, law("gd")).empty());
    auto replaced = under_review();
    put_draft(replaced, change_class::editorial);
    BOOST_TEST(review_limits(replaced.file, law("gd")).empty());
}

BOOST_AUTO_TEST_CASE(an_adviser_who_was_asked_is_bound_by_the_day_of_the_request)
{
    auto t = review::accepted();
    t.enters("legality_review.advisers_asked", review::to_ask({"孙律师", "周律师"}));
    auto const bound = [&] {
        std::map<engine::person_id, day> found;
        for (auto const& one : review_limits(t.file, law("gd")))
            if (one.name == "advice") {
                found[one.person_bound] = one.begins + std::chrono::days(one.days);
                BOOST_TEST(one.ends_as_written);
            }
        return found;
    };
    engine::person_id const sun{trial::number_of("孙律师")};
    engine::person_id const zhou{trial::number_of("周律师")};
    BOOST_TEST((bound() == std::map{std::pair{sun, on("2024-03-08")}, {zhou, on("2024-03-08")}}));
    t.by("legal_adviser", "law_firm", "孙律师");
    t.enters("legality_review.adviser_opined", review::opinion);
    BOOST_TEST((bound() == std::map{std::pair{zhou, on("2024-03-08")}}));
    t.on("2024-03-12").by("reviewer", "justice");
    t.enters("legality_review.concluded", review::conclusion);
    BOOST_TEST(bound().empty());
}

BOOST_AUTO_TEST_CASE(where_no_rule_gives_a_time_a_supplement_has_the_day_that_was_set)
{
    auto t = under_review();
    legality_review::supplement_requested asked{};
    asked.answer_by = on("2024-02-09");
    t.file.legality_review.supplements_asked.push_back(on_record(t, asked, 21));
    auto const of_supplement = [&]() -> std::optional<engine::limit_terms> {
        auto const all = review_limits(t.file, law("gd"));
        auto const* found = find(all, "review_supplement");
        return found ? std::optional(*found) : std::nullopt;
    };
    BOOST_TEST_REQUIRE(of_supplement().has_value());
    BOOST_TEST(of_supplement()->rule == "R713-26.2");
    BOOST_TEST(
        (of_supplement()->begins + std::chrono::days(of_supplement()->days) == on("2024-02-09")));
    BOOST_TEST(of_supplement()->ends_as_written); // whatever holidays its year will have
    BOOST_TEST(!of_supplement()->met_on);
    put_draft(t, change_class::editorial); // its review is over, and nobody waits for papers
    BOOST_TEST(!of_supplement());
    t.file.legality_review.supplements_asked.back().draft = current_draft(t.file);
    t.file.legality_review.supplements.push_back(
        on_record(t, legality_review::supplemented{}, 22, "2024-02-05"));
    BOOST_TEST((of_supplement()->met_on == on("2024-02-05")));
}

BOOST_AUTO_TEST_CASE(supplement_study_and_office_have_their_time)
{
    auto t = under_review();
    t.file.legality_review.supplements_asked.push_back(
        on_record(t, legality_review::supplement_requested{}, 21));
    BOOST_TEST(find(review_limits(t.file, law("hlj")), "review_supplement")->days == 5);
    BOOST_TEST(!find(review_limits(t.file, law("hlj")), "review_supplement")->ends_as_written);
    experts::materials_given papers{};
    papers.given_on = on("2024-02-01");
    t.file.experts.materials = on_record(t, papers, 5);
    BOOST_TEST(find(review_limits(t.file, law("sd")), "expert_study")->days == 7);
}

BOOST_AUTO_TEST_SUITE_END()
