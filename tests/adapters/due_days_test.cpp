#include "adapters/soci/due_days.hpp"
#include "adapters/soci/reader.hpp"
#include "adapters/soci/verify.hpp"
#include "tests/adapters/record_context.hpp"

using namespace adapters::soci;
using tests::at;

namespace {

engine::day on(char const* text)
{
    return engine::parse_day(text).value();
}

struct context : tests::fresh_record {
    clerk taking{db, law.law()};

    engine::case_id open(std::string const& name)
    {
        auto const opening = tests::opening_of(name, "water", at("2024-03-01T01:00:00.000Z"));
        return tests::admit(taking, opening).what.on;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(due_days_test, context)

BOOST_AUTO_TEST_CASE(another_holiday_list_moves_the_due_days_once)
{
    open("dam");
    auto const now = at("2024-03-02T01:00:00.000Z");
    auto const first = follow_law(db, law.law(), now);
    BOOST_REQUIRE(first);
    BOOST_TEST(first->cases == 1);
    BOOST_TEST(first->tasks == 0);
    BOOST_TEST(!follow_law(db, law.law(), now));

    tests::sample_law const with_a_holiday({{on("2024-03-04"), "节", false}});
    BOOST_TEST(!verify(db, with_a_holiday.law(), documents).clean());
    auto const moved = follow_law(db, with_a_holiday.law(), now);
    BOOST_REQUIRE(moved);
    BOOST_TEST(moved->tasks == 1);
    reader looking(db, engine::clearance::of_the_record());
    box const at_the_reviewer{.name = box_name::waiting, .seats = {{"reviewer", "law"}}};
    auto const row = looking.list_box(at_the_reviewer, {}, {}, {}, 10).rows.at(0);
    BOOST_TEST((row.waits.within->due == on("2024-03-11")));
    BOOST_TEST(verify(db, with_a_holiday.law(), documents).clean());
    BOOST_TEST(number("select moved from calendar_in_force order by id desc limit 1") == 1);
}

BOOST_AUTO_TEST_CASE(tasks_of_an_older_program_get_their_days_at_the_next_start)
{
    open("dam");
    tamper("update task set since = 0, received_at = '', limit_name = '', due = '9999-12-31',"
           " in_working_days = 0");
    BOOST_REQUIRE(follow_law(db, law.law(), at("2024-03-02T01:00:00.000Z")));
    BOOST_TEST(verify(db, law.law(), documents).clean());
}

BOOST_AUTO_TEST_CASE(another_edition_of_the_law_derives_all_tasks_anew_and_the_same_one_none)
{
    open("dam");
    auto const now = at("2024-03-02T01:00:00.000Z");
    follow_law(db, law.law(), now);
    tamper("delete from task");
    BOOST_TEST(!follow_law(db, law.law(), now));
    BOOST_TEST(!verify(db, law.law(), documents).clean());
    engine::rights entitled;
    entitled.add(engine::role{"clerk", "承办人", "Clerk", "office", {}, {}, {}});
    entitled.add(engine::right{{"clerk"}, engine::sphere::act, "paper.*", engine::relation::any});
    auto const kept = law.law();
    BOOST_REQUIRE(follow_law(db, {kept.shapes, kept.book, kept.days, entitled}, now));
    BOOST_TEST(verify(db, law.law(), documents).clean());
}

BOOST_AUTO_TEST_SUITE_END()
