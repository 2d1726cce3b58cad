#include "tests/crash/faulty_house.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

// The clock of the machine is set wrong by an hour or a year, and right again. Nothing is
// back-dated (JC-3): an act is refused that would stand before the one before it, and says why.

using tests::status_of;
using tests::told;

namespace {

constexpr long hour = 3'600;
constexpr long year = 365 * 24 * hour;

struct context : tests::faulty_house {
    context() : faulty_house("juece-clock") { start_on_faulty_machine(); }

    /// By so many seconds ahead of the right time; /metrics say so.
    void set_clock(long seconds)
    {
        machine().clock_seconds = seconds;
        auto const moved = count("juece_clock_moved_seconds");
        BOOST_TEST(std::abs(moved - static_cast<double>(seconds)) < 5,
                   "the clock was set by " << seconds << " s, /metrics say " << moved);
    }

    long long open(std::string const& act)
    {
        auto const answer = clerk.open_case(act);
        BOOST_REQUIRE_MESSAGE(status_of(answer) == 201, act << " was answered " << told(answer));
        return view_of(answer).at("case").as_int64();
    }

    /// Not before the act before it: the reason and what to do are said.
    void must_be_called_back_dated(std::optional<tests::http_answer> const& answer)
    {
        BOOST_TEST(status_of(answer) == 422, "entered before the act before it: " << told(answer));
        BOOST_TEST((answer && answer->body.find("\"JC-3\"") != std::string::npos), told(answer));
        BOOST_TEST((answer && answer->body.find("请校准时钟") != std::string::npos), told(answer));
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(clock_test, context)

BOOST_AUTO_TEST_CASE(an_hour_back_refuses_acts_on_the_cases_of_that_hour_and_no_others)
{
    auto const on = open("clock-first");
    set_clock(-hour);
    must_be_called_back_dated(secretary.assign_study(on, "clock-act"));
    open("clock-other");
    BOOST_TEST(readiness() == "200 ready\n");
    set_clock(0);
    auto const again = secretary.assign_study(on, "clock-act");
    BOOST_TEST(status_of(again) == 201, told(again));
    stop();
    must_be_clean("after an hour back");
}

BOOST_AUTO_TEST_CASE(an_hour_ahead_asks_to_sign_in_again_and_its_cases_wait_for_the_hour)
{
    auto const before = open("clock-before");
    set_clock(hour);
    sign_in(); // who did nothing for an hour is asked again
    auto const ahead = open("clock-ahead");
    set_clock(0);
    sign_in();
    must_be_called_back_dated(secretary.assign_study(ahead, "clock-too-early"));
    auto const other = secretary.assign_study(before, "clock-other");
    BOOST_TEST(status_of(other) == 201, "another case waits, too: " << told(other));
    set_clock(hour + 60); // the hour has passed
    sign_in();
    auto const again = secretary.assign_study(ahead, "clock-too-early");
    BOOST_TEST(status_of(again) == 201, told(again));
    stop();
    must_be_clean("after an hour ahead");
}

BOOST_AUTO_TEST_CASE(a_year_back_lets_nobody_in_who_was_not_appointed_then)
{
    auto const on = open("clock-first");
    set_clock(-year);
    auto const nobody = secretary.sign_in();
    BOOST_TEST(status_of(nobody) == 403,
               "signed in a year before the appointment: " << told(nobody));
    BOOST_TEST(status_of(clerk.get("/healthz")) == 200);
    set_clock(0);
    sign_in();
    auto const again = secretary.assign_study(on, "clock-act");
    BOOST_TEST(status_of(again) == 201, told(again));
    stop();
    must_be_clean("after a year back");
}

BOOST_AUTO_TEST_CASE(a_year_ahead_ends_sessions_and_harms_no_case_that_nobody_touched)
{
    auto const on = open("clock-first");
    set_clock(year);
    sign_in();
    auto const ahead = open("clock-ahead");
    set_clock(0);
    sign_in();
    must_be_called_back_dated(secretary.assign_study(ahead, "clock-too-early"));
    auto const again = secretary.assign_study(on, "clock-act");
    BOOST_TEST(status_of(again) == 201, "a case that nobody touched: " << told(again));
    open("clock-next");
    stop();
    must_be_clean("after a year ahead");
}

BOOST_AUTO_TEST_SUITE_END()
