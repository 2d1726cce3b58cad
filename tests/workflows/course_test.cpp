#include "workflows/course.hpp"
#include "workflows/shapes.hpp"

#include <boost/test/unit_test.hpp>
#include <set>

using workflows::course_of;

namespace {

/// The row of a chapter of the decision; -1: in none.
long row_of(std::string const& chapter)
{
    auto const shape = workflows::shapes().at("major_decision/2019");
    auto const way = course_of("major_decision", shape.make("cn")->stages());
    for (std::size_t i = 0; i < way.rows.size(); ++i)
        for (auto const& one : way.rows[i])
            if (one == chapter)
                return static_cast<long>(i);
    return -1;
}

} // namespace

BOOST_AUTO_TEST_SUITE(course_test)

BOOST_AUTO_TEST_CASE(every_chapter_of_every_procedure_stands_in_its_course_once)
{
    for (auto const& [name, shape] : workflows::shapes()) {
        auto const stages = shape.make("cn")->stages();
        auto const way = course_of(engine::family_of(name), stages);
        std::multiset<std::string> named(way.at_any_time.begin(), way.at_any_time.end());
        for (auto const& row : way.rows)
            named.insert(row.begin(), row.end());
        std::multiset<std::string> all;
        for (auto const& one : stages)
            all.insert(one.chapter);
        BOOST_TEST((named == all), name);
    }
}

BOOST_AUTO_TEST_CASE(a_draft_goes_through_the_public_and_the_reviews_to_the_meeting)
{
    for (auto const* step : {"participation", "hearing", "experts", "risk", "consultation"}) {
        BOOST_TEST(row_of("drafting") < row_of(step), step);
        BOOST_TEST(row_of(step) < row_of("sponsor_review"), step);
    }
    BOOST_TEST(row_of("sponsor_review") < row_of("legality_review"));
    BOOST_TEST(row_of("legality_review") < row_of("submission"));
    BOOST_TEST(row_of("deliberation") < row_of("party_report"));
    BOOST_TEST(row_of("publication") < row_of("execution"));
    BOOST_TEST(row_of("archive") > row_of("execution"));
}

BOOST_AUTO_TEST_CASE(what_may_come_at_any_time_is_no_step_of_it)
{
    for (auto const* one : {"adjustment", "closing", "circulation"})
        BOOST_TEST(row_of(one) == -1, one);
}

BOOST_AUTO_TEST_SUITE_END()
