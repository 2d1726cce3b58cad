#include "engine/limit.hpp"

#include <boost/test/unit_test.hpp>
#include <ostream>

using namespace engine;

namespace engine {
std::ostream& operator<<(std::ostream& out, limit::state s)
{
    return out << static_cast<int>(s);
}
std::ostream& operator<<(std::ostream& out, counted_day::effect e)
{
    return out << static_cast<int>(e);
}
} // namespace engine

namespace {

using effect = counted_day::effect;
using state = limit::state;

day on(unsigned month, unsigned dom, int year = 2024)
{
    return day(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(dom));
}

/// The notice for 2024, as far as these tests go.
working_days const& calendar()
{
    static working_days const days = [] {
        std::vector<listed_day> listed{{on(1, 1), "元旦", false},
                                       {on(4, 4), "清明节", false},
                                       {on(4, 5), "清明节", false},
                                       {on(4, 6), "清明节", false},
                                       {on(4, 7), "清明节", true}};
        for (unsigned d = 1; d <= 7; ++d)
            listed.push_back({on(10, d), "国庆节", false});
        listed.push_back({on(9, 29), "国庆节", true});
        return working_days(listed);
    }();
    return days;
}

limit counted(limit_terms terms, day today)
{
    return reckon(terms, calendar(), today);
}

limit_terms terms_of(day begins, long long days, day_unit unit)
{
    return {.name = "test", .rule = "R713-26.3", .begins = begins, .days = days, .unit = unit};
}

} // namespace

BOOST_AUTO_TEST_SUITE(limit_test)

// TIME-1
BOOST_AUTO_TEST_CASE(the_first_day_is_not_counted)
{
    auto const found = counted(terms_of(on(3, 1), 30, day_unit::calendar), on(3, 1));
    BOOST_TEST((found.due == on(4, 1))); // 31 March is a Sunday
    auto const week = counted(terms_of(on(3, 4), 7, day_unit::calendar), on(3, 4));
    BOOST_TEST((week.due == on(3, 11)));
    BOOST_TEST(week.reckoning.front().what == effect::not_counted);
    BOOST_TEST(week.reckoning.size() == 8u);
    BOOST_TEST(week.reckoning.back().number == 7);
}

// TIME-3
BOOST_AUTO_TEST_CASE(a_last_calendar_day_that_is_a_rest_day_rolls_to_the_next_working_day)
{
    // the 30th day is 4 October, in the festival; the first working day after it is the 8th
    auto const found = counted(terms_of(on(9, 4), 30, day_unit::calendar), on(10, 5));
    BOOST_TEST((found.due == on(10, 8)));
    BOOST_TEST(found.is == state::running);
    BOOST_TEST(found.used == 30);
    BOOST_TEST(found.left == 3);
    auto const& last = found.reckoning[30];
    BOOST_TEST((last.on == on(10, 4)));
    BOOST_TEST(last.what == effect::counted);
    BOOST_TEST(last.note.id == "国庆节");
    for (std::size_t i = 31; i < found.reckoning.size(); ++i)
        BOOST_TEST(found.reckoning[i].what == effect::rolled);
    BOOST_TEST((found.reckoning.back().on == on(10, 8)));
    BOOST_TEST(found.reckoning.back().note.empty());
}

BOOST_AUTO_TEST_CASE(a_last_day_that_is_a_worked_weekend_day_does_not_roll)
{
    auto const found = counted(terms_of(on(3, 31), 7, day_unit::calendar), on(4, 1));
    BOOST_TEST((found.due == on(4, 7)));
}

// TIME-5: plain days are calendar days, working days are written as such
BOOST_AUTO_TEST_CASE(working_days_leave_out_weekends_and_festivals_and_take_in_worked_ones)
{
    auto const found = counted(terms_of(on(4, 2), 7, day_unit::working), on(4, 8));
    // 3, (4-6 Qingming), 7 worked, 8, 9, 10, 11, 12
    BOOST_TEST((found.due == on(4, 12)));
    BOOST_TEST(found.used == 3);
    BOOST_TEST(found.left == 4);
    BOOST_TEST(found.reckoning[2].what == effect::rest_day);
    BOOST_TEST(found.reckoning[2].note.id == "清明节");
    BOOST_TEST(found.reckoning[5].what == effect::counted);
    BOOST_TEST(found.reckoning[5].note.id == "{1}调休上班");
    BOOST_TEST(!found.provisional);
}

// TIME-4: the number itself is within the limit
BOOST_AUTO_TEST_CASE(the_last_day_itself_is_still_in_time)
{
    auto const terms = terms_of(on(3, 4), 7, day_unit::calendar);
    BOOST_TEST(counted(terms, on(3, 11)).is == state::running);
    BOOST_TEST(counted(terms, on(3, 11)).left == 0);
    auto const late = counted(terms, on(3, 13));
    BOOST_TEST(late.is == state::overdue);
    BOOST_TEST(late.used == 7);
    BOOST_TEST(late.left == -2);
}

BOOST_AUTO_TEST_CASE(overdue_working_limits_count_working_days)
{
    auto const late = counted(terms_of(on(3, 4), 4, day_unit::working), on(3, 11));
    BOOST_TEST((late.due == on(3, 8)));
    BOOST_TEST(late.is == state::overdue);
    BOOST_TEST(late.left == -1);
}

BOOST_AUTO_TEST_CASE(a_pause_does_not_count)
{
    auto terms = terms_of(on(3, 4), 7, day_unit::working);
    terms.pauses = {{on(3, 6), on(3, 8), say("补正材料")}};
    auto const found = counted(terms, on(3, 7));
    BOOST_TEST((found.due == on(3, 18))); // without it: 13 March
    BOOST_TEST(found.is == state::paused);
    BOOST_TEST(found.used == 1);
    BOOST_TEST(found.left == 6);
    BOOST_TEST(found.reckoning[2].what == effect::paused);
    BOOST_TEST(found.reckoning[2].note.id == "补正材料");
    BOOST_TEST(counted(terms, on(3, 11)).is == state::running);
    BOOST_TEST(counted(terms, on(3, 11)).used == 2);
}

BOOST_AUTO_TEST_CASE(an_open_pause_moves_the_last_day_on_with_every_day)
{
    auto terms = terms_of(on(3, 4), 7, day_unit::working);
    terms.pauses = {{on(3, 6), {}, say("补正材料")}};
    BOOST_TEST((counted(terms, on(3, 6)).due == on(3, 14)));
    BOOST_TEST((counted(terms, on(3, 20)).due == on(3, 28)));
    BOOST_TEST(counted(terms, on(3, 20)).is == state::paused);
    BOOST_TEST(counted(terms, on(3, 20)).left == 6);
}

BOOST_AUTO_TEST_CASE(a_pause_after_the_end_saves_nothing)
{
    auto terms = terms_of(on(3, 4), 3, day_unit::working);
    terms.pauses = {{on(3, 11), {}, say("补正材料")}};
    auto const found = counted(terms, on(3, 12));
    BOOST_TEST((found.due == on(3, 7)));
    BOOST_TEST(found.is == state::overdue);
}

BOOST_AUTO_TEST_CASE(a_limit_that_was_met_stands_still)
{
    auto terms = terms_of(on(3, 4), 7, day_unit::calendar);
    terms.met_on = on(3, 8);
    auto const found = counted(terms, on(5, 1));
    BOOST_TEST(found.is == state::met);
    BOOST_TEST(found.used == 4);
    BOOST_TEST(found.left == 3);
    terms.met_on = on(3, 13);
    BOOST_TEST(counted(terms, on(5, 1)).is == state::met);
    BOOST_TEST(counted(terms, on(5, 1)).left == -2);
}

BOOST_AUTO_TEST_CASE(before_its_first_day_nothing_is_used)
{
    auto const found = counted(terms_of(on(3, 4), 7, day_unit::calendar), on(2, 1));
    BOOST_TEST(found.used == 0);
    BOOST_TEST(found.left == 7);
}

BOOST_AUTO_TEST_CASE(a_limit_that_reaches_an_unlisted_year_is_provisional)
{
    BOOST_TEST(counted(terms_of(on(12, 27), 7, day_unit::working), on(12, 27)).provisional);
    BOOST_TEST(counted(terms_of(on(12, 27), 7, day_unit::calendar), on(12, 27)).provisional);
    BOOST_TEST(!counted(terms_of(on(12, 16), 7, day_unit::working), on(12, 16)).provisional);
    // calendar days ask the notice for the last day only
    BOOST_TEST(!counted(terms_of(on(12, 29, 2023), 7, day_unit::calendar), on(1, 2)).provisional);
    BOOST_TEST(counted(terms_of(on(12, 28, 2023), 7, day_unit::working), on(1, 2)).provisional);
}

BOOST_AUTO_TEST_CASE(a_day_that_somebody_wrote_down_is_not_provisional)
{
    auto terms = terms_of(on(12, 27), 7, day_unit::calendar);
    terms.ends_as_written = true;
    BOOST_TEST(!counted(terms, on(12, 27)).provisional);
}

// A day that was named is no period (TIME-3 speaks of periods).
BOOST_AUTO_TEST_CASE(a_day_that_somebody_wrote_down_does_not_roll)
{
    auto terms = terms_of(on(3, 18), 5, day_unit::calendar); // to Saturday 23 March
    BOOST_TEST((counted(terms, on(3, 18)).due == on(3, 25)));
    terms.ends_as_written = true;
    auto const found = counted(terms, on(3, 24));
    BOOST_TEST((found.due == on(3, 23)));
    BOOST_TEST(found.is == state::overdue);
    BOOST_TEST(found.left == -1);
    BOOST_TEST(found.reckoning.size() == 6u);
}

BOOST_AUTO_TEST_CASE(days_before_an_event_leave_out_the_day_of_the_event)
{
    auto const found = days_before(on(4, 24), 20, calendar());
    BOOST_TEST((found.latest == on(4, 4)));
    BOOST_TEST((found.advised == on(4, 3))); // 4 April is Qingming
    BOOST_TEST(!found.provisional);
    BOOST_TEST(days_before(on(1, 5, 2030), 3, calendar()).provisional);
    auto const plain = days_before(on(3, 27), 7, calendar());
    BOOST_TEST((plain.advised == plain.latest));
}

BOOST_AUTO_TEST_CASE(exactly_so_many_days_before_is_lawful_and_told_apart)
{
    BOOST_TEST((stands(on(4, 3), on(4, 24), 20) == in_advance::in_time));
    BOOST_TEST((stands(on(4, 4), on(4, 24), 20) == in_advance::exactly));
    BOOST_TEST((stands(on(4, 5), on(4, 24), 20) == in_advance::too_late));
}

BOOST_AUTO_TEST_CASE(the_reckoning_agrees_with_the_calendar_from_every_day_of_a_year)
{
    for (auto d = on(1, 1); d <= on(11, 15); d += std::chrono::days{1})
        for (long long n : {1, 3, 7, 10, 15, 20, 30}) {
            auto const working = counted(terms_of(d, n, day_unit::working), d);
            BOOST_TEST((working.due == calendar().after(d, n)));
            BOOST_TEST(working.left == n);
            BOOST_TEST(working.reckoning.back().number == n);
            auto const plain = counted(terms_of(d, n, day_unit::calendar), d);
            BOOST_TEST((plain.due == calendar().roll_forward(d + std::chrono::days{n})));
            BOOST_TEST((plain.reckoning.back().on == plain.due));
            // used and left make up the whole on every day of the way
            for (auto now = d; now <= working.due; now += std::chrono::days{1}) {
                auto const then = counted(terms_of(d, n, day_unit::working), now);
                BOOST_TEST(then.used + then.left == n);
            }
        }
}

// TIME-2
BOOST_AUTO_TEST_CASE(months_end_on_the_same_day_or_the_last_of_the_month)
{
    BOOST_TEST((add_months(on(1, 31), 1) == on(2, 29)));
    BOOST_TEST((add_months(on(1, 31), 3) == on(4, 30)));
    BOOST_TEST((add_months(on(2, 29), 12) == on(2, 28, 2025)));
    BOOST_TEST((add_months(on(9, 15), 12) == on(9, 15, 2025)));
}

BOOST_AUTO_TEST_CASE(a_limit_of_no_days_ends_where_it_begins)
{
    auto const found = counted(terms_of(on(3, 3), 0, day_unit::calendar), on(3, 3));
    BOOST_TEST((found.due == on(3, 3)));
    BOOST_TEST(found.left == 0);
}

BOOST_AUTO_TEST_CASE(a_task_shows_the_same_last_day_as_the_reckoning)
{
    for (auto d = on(1, 1); d <= on(11, 15); d += std::chrono::days{5})
        for (auto unit : {day_unit::working, day_unit::calendar}) {
            auto const terms = terms_of(d, 15, unit);
            auto const shown = running(terms, calendar(), d);
            BOOST_TEST_REQUIRE(shown.has_value());
            BOOST_TEST((shown->due == counted(terms, d).due));
            BOOST_TEST((shown->unit == unit));
            BOOST_TEST(!shown->stopped);
        }
}

BOOST_AUTO_TEST_CASE(a_task_shows_that_the_clock_stands_still)
{
    auto terms = terms_of(on(3, 1), 7, day_unit::working);
    terms.pauses = {{on(3, 6), {}, say("补正材料")}};
    BOOST_TEST(!running(terms, calendar(), on(3, 5))->stopped);
    BOOST_TEST(running(terms, calendar(), on(3, 7))->stopped);
}

BOOST_AUTO_TEST_CASE(a_clock_goes_on_from_the_very_day_on_which_its_pause_ends)
{
    auto terms = terms_of(on(3, 4), 7, day_unit::working);
    terms.pauses = {{on(3, 6), on(3, 6), say("补正材料")}};
    BOOST_TEST(counted(terms, on(3, 6)).is == state::running);
    BOOST_TEST(counted(terms, on(3, 6)).used == 1); // the day itself is not counted
    BOOST_TEST(!running(terms, calendar(), on(3, 6))->stopped);
    terms.pauses.push_back({on(3, 6), {}, say("补正材料")}); // and stands still once more
    BOOST_TEST(counted(terms, on(3, 6)).is == state::paused);
    BOOST_TEST(running(terms, calendar(), on(3, 6))->stopped);
}

BOOST_AUTO_TEST_CASE(what_is_met_or_a_least_time_binds_no_task)
{
    auto terms = terms_of(on(3, 1), 7, day_unit::working);
    terms.met_on = on(3, 5);
    BOOST_TEST(!running(terms, calendar(), on(3, 6)));
    terms.met_on.reset();
    terms.is_least = true;
    BOOST_TEST(!running(terms, calendar(), on(3, 6)));
}

BOOST_AUTO_TEST_CASE(a_limit_says_whose_tasks_alone_it_binds)
{
    auto terms = terms_of(on(3, 1), 7, day_unit::working);
    BOOST_TEST(engine::reckon(terms, calendar(), on(3, 6)).unit_bound.empty());
    terms.unit_bound = "water";
    BOOST_TEST(engine::reckon(terms, calendar(), on(3, 6)).unit_bound == "water");
}

BOOST_AUTO_TEST_CASE(a_least_time_is_served_on_its_last_day_or_only_after_it)
{
    auto terms = terms_of(on(3, 1), 5, day_unit::calendar);
    terms.is_least = true;
    BOOST_TEST(counted(terms, on(3, 5)).is == state::running);
    BOOST_TEST(counted(terms, on(3, 6)).is == state::met);
    terms.takes_whole_last_day = true;
    BOOST_TEST(counted(terms, on(3, 6)).is == state::running);
    BOOST_TEST(counted(terms, on(3, 6)).left == 0);
    BOOST_TEST(counted(terms, on(3, 7)).is == state::met);
}

BOOST_AUTO_TEST_CASE(a_least_time_says_that_it_is_one)
{
    auto terms = terms_of(on(3, 1), 7, day_unit::working);
    BOOST_TEST(!engine::reckon(terms, calendar(), on(3, 6)).is_least);
    terms.is_least = true;
    BOOST_TEST(engine::reckon(terms, calendar(), on(3, 6)).is_least);
}

BOOST_AUTO_TEST_SUITE_END()
