#include "tests/workflows/told_case.hpp"
#include "workflows/major_decision/needed_chapters.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

using namespace workflows::major_decision;

namespace {

/// The chapters of a need after so many acts of a story; after all of them without a number.
std::set<std::string> chapters_that_are(chapter_need which, adapters::demo::story const& told_as,
                                        std::size_t acts = 0)
{
    auto const law = tests::built_in_law();
    auto const whole = tests::told(told_as);
    auto const file = law.shapes.at("major_decision/2019").make("gd");
    auto const most = acts == 0 ? whole.entered.size() : acts;
    for (std::size_t i = 0; i < most; ++i)
        file->replay(whole.entered[i]);
    std::set<std::string> found;
    for (auto const& [chapter, need] :
         needs_of_chapters(*file, {law.book, law.days, whole.entered[most - 1].counts_on()}))
        if (need == which)
            found.insert(chapter);
    return found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(needed_chapters_test)

BOOST_AUTO_TEST_CASE(what_the_matter_does_not_touch_is_told_from_what_is_still_to_come)
{
    auto const plain = tests::a_story({}, {});
    BOOST_TEST(
        (chapters_that_are(chapter_need::not_needed, plain) ==
         std::set<std::string>{"congress", "experts", "fair_competition", "hearing", "risk"}));
    BOOST_TEST((chapters_that_are(chapter_need::open, plain).empty()));
    auto const touching = tests::a_story({"technical", "risk", "operators", "hearing"}, {});
    BOOST_TEST((chapters_that_are(chapter_need::not_needed, touching) ==
                std::set<std::string>{"congress"}));
}

BOOST_AUTO_TEST_CASE(what_comes_by_occasion_is_no_chapter_to_come)
{
    BOOST_TEST((chapters_that_are(chapter_need::by_occasion, tests::a_story({}, {}), 1) ==
                std::set<std::string>{"adjustment", "circulation", "closing", "evaluation"}));
}

BOOST_AUTO_TEST_CASE(before_the_assessment_nobody_can_say_what_is_needed)
{
    auto const found = chapters_that_are(chapter_need::open, tests::a_story({}, {}), 1);
    for (auto const* chapter : {"congress", "consultation", "experts", "hearing", "risk"})
        BOOST_TEST(found.contains(chapter), chapter);
    BOOST_TEST(!found.contains("legality_review"));
}

BOOST_AUTO_TEST_CASE(a_procedure_that_ended_needs_nothing_but_its_archive)
{
    auto const ended = tests::a_story({}, {"terminated"});
    BOOST_TEST(
        (chapters_that_are(chapter_need::needed, ended) == std::set<std::string>{"archive"}));
    BOOST_TEST((chapters_that_are(chapter_need::not_needed, ended).empty()));
    BOOST_TEST(chapters_that_are(chapter_need::cut_off, ended).contains("publication"));
    auto const whole = tests::a_story({}, {});
    BOOST_TEST((chapters_that_are(chapter_need::cut_off, whole).empty()));
}

BOOST_AUTO_TEST_CASE(another_procedure_says_nothing_of_its_chapters)
{
    auto const law = tests::built_in_law();
    auto const other = std::find_if(law.shapes.begin(), law.shapes.end(),
                                    [](auto const& one) { return one.second.is_sole; });
    BOOST_REQUIRE((other != law.shapes.end()));
    auto const file = other->second.make("gd");
    BOOST_TEST(needs_of_chapters(*file, {law.book, law.days, engine::day()}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
