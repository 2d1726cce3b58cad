#include "adapters/demo/storyteller.hpp"
#include "engine/chain.hpp"
#include "tests/workflows/told_case.hpp"
#include "tests/workflows/trial.hpp"

#include <map>

using tests::a_story;
using tests::picture_of;
using tests::recorded;
using tests::stage_of;
using tests::told;

namespace {

using words = std::set<std::string, std::less<>>;

struct named_story {
    char const* name;
    words traits;
    words turns;
    char const* phase; ///< where it ends
};

/// Decisions that differ in what they touch and in the turns they take.
std::vector<named_story> const& stories()
{
    static std::vector<named_story> const all{
        {"the straight way", {}, {}, "archived"},
        {"everything that may be needed",
         {"catalogue", "technical", "risk", "operators", "business", "groups", "vital", "dispute",
          "concern", "hearing", "congress_decide"},
         {},
         "archived"},
        {"a hearing postponed, most against it",
         {"hearing", "vital"},
         {"hearing_postponed", "hearing_against"},
         "archived"},
        {"risk first found uncontrollable", {"risk", "technical"}, {"risk_first"}, "archived"},
        {"review negative first", {"technical", "operators"}, {"negative_first"}, "archived"},
        {"review asks for changes first", {"vital"}, {"changes_first"}, "archived"},
        {"a supplement, and the clock stopped", {}, {"supplement", "clock_stop"}, "archived"},
        {"returned by the office", {}, {"office_return", "completion"}, "archived"},
        {"a unit with comments", {}, {"unit_comments"}, "archived"},
        {"a unit that disagrees", {}, {"unit_disagrees"}, "archived"},
        {"an expert excluded", {"technical"}, {"expert_excluded"}, "archived"},
        {"adopted in principle", {}, {"in_principle"}, "archived"},
        {"discussed again", {}, {"discuss_again"}, "archived"},
        {"a secret matter", {"secret"}, {}, "archived"},
        {"an exploratory reform", {"reform"}, {}, "archived"},
        {"reported to the congress", {"congress_report"}, {}, "archived"},
        {"suspended and explained", {}, {"suspended"}, "archived"},
        {"evaluated and adjusted", {}, {"evaluated", "adjusted"}, "archived"},
        {"a hearing suggested and declined", {}, {"hearing_suggested"}, "archived"},
        {"not started", {}, {"declined"}, "archived"},
        {"not applicable", {}, {"excluded"}, "archived"},
        {"terminated", {"risk"}, {"terminated"}, "archived"},
        {"withdrawn", {}, {"withdrawn"}, "archived"},
        {"rejected by the meeting", {}, {"rejected"}, "archived"},
        {"postponed by the meeting", {}, {"postponed"}, "deliberation"}};
    return all;
}

std::map<std::string, long long> sums(std::vector<engine::figure> const& figures)
{
    std::map<std::string, long long> all;
    for (auto const& one : figures)
        all[one.indicator] += one.value;
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(whole_case_test)

BOOST_AUTO_TEST_CASE(every_story_comes_to_its_end_without_a_refusal)
{
    for (auto const& one : stories())
        BOOST_TEST_CONTEXT(one.name)
        {
            auto const found = told(a_story(one.traits, one.turns));
            BOOST_TEST(found.file->summary().phase == one.phase);
            BOOST_TEST(found.entered.size() > 5u);
        }
}

BOOST_AUTO_TEST_CASE(a_replayed_case_is_the_running_case)
{
    for (auto const& one : stories())
        BOOST_TEST_CONTEXT(one.name)
        {
            auto const found = told(a_story(one.traits, one.turns));
            auto const today = found.entered.back().counts_on();
            auto const again =
                engine::rebuild({{1}, "JC2024-0001", "major_decision/2019", "gd", {}},
                                found.entered, tests::built_in_law());
            BOOST_TEST(!again.broken);
            BOOST_TEST(picture_of(*again.file, today) == picture_of(*found.file, today));
        }
}

BOOST_AUTO_TEST_CASE(a_case_as_of_a_day_is_the_case_that_stood_then)
{
    auto const whole = a_story({"technical", "risk"}, {"changes_first"});
    auto const found = told(whole);
    for (std::size_t i = 4; i < found.entered.size(); i += 7) {
        auto const day = found.entered[i].counts_on();
        auto const then = engine::rebuild({{1}, "JC2024-0001", "major_decision/2019", "gd", {}},
                                          found.entered, tests::built_in_law(), day);
        auto const told_until = adapters::demo::tell(
            whole, tests::some_officials(), tests::built_in_law(), adapters::demo::loose_paper(),
            engine::instant(day) + std::chrono::hours(15));
        BOOST_TEST(picture_of(*then.file, day) == picture_of(*told_until.file, day));
    }
}

BOOST_AUTO_TEST_CASE(what_the_desk_records_is_chained_and_counted)
{
    auto const found =
        recorded(told(a_story({"technical", "risk", "operators", "hearing"}, {"suspended"})));
    BOOST_TEST(engine::first_break(found.line, found.acts) == 0);
    auto counted = sums(found.figures);
    BOOST_TEST(counted["DEC.started"] == 1);
    BOOST_TEST(counted["DEC.adopted"] == 1);
    auto const derived = engine::derive(found.line, found.acts, tests::built_in_law());
    BOOST_CHECK(sums(derived.figures) == counted);
}

BOOST_AUTO_TEST_CASE(a_story_is_the_same_every_time)
{
    auto const once = told(a_story({"hearing"}, {"clock_stop"}));
    auto const again = told(a_story({"hearing"}, {"clock_stop"}));
    BOOST_TEST_REQUIRE(once.entered.size() == again.entered.size());
    for (std::size_t i = 0; i < once.entered.size(); ++i)
        BOOST_TEST(engine::sealed_text(once.entered[i]) == engine::sealed_text(again.entered[i]));
}

BOOST_AUTO_TEST_SUITE_END()
