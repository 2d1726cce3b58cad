#include "engine/working_days.hpp"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>

using namespace engine;

namespace {

day on(int year, unsigned month, unsigned dom)
{
    return day(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(dom));
}

/// Reads the whole committed list; the calendar adapter has the reader with checks.
std::vector<listed_day> whole_list()
{
    std::ifstream file(JUECE_SOURCES "/config/holidays.csv");
    std::vector<listed_day> listed;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream parts(line);
        std::string date, name, workday;
        std::getline(parts, date, ',');
        std::getline(parts, name, ',');
        std::getline(parts, workday);
        listed.push_back({parse_day(date).value(), name, workday.starts_with('1')});
    }
    return listed;
}

} // namespace

BOOST_AUTO_TEST_SUITE(working_days_test)

BOOST_AUTO_TEST_CASE(every_listed_day_is_what_the_notice_says)
{
    auto const listed = whole_list();
    BOOST_REQUIRE_EQUAL(listed.size(), 286u);
    working_days const days(listed);
    for (auto const& each : listed) {
        BOOST_TEST(days.is_working(each.on) == each.is_workday, to_text(each.on));
        BOOST_TEST(days.name_of(each.on) == each.name);
    }
}

BOOST_AUTO_TEST_CASE(an_unlisted_day_is_worked_from_monday_to_friday)
{
    auto const listed = whole_list();
    working_days const days(listed);
    for (auto d = on(2019, 1, 1); d <= on(2026, 12, 31); d += std::chrono::days{1}) {
        if (!days.name_of(d).empty())
            continue;
        auto const iso = std::chrono::weekday(d).iso_encoding();
        BOOST_TEST(days.is_working(d) == (iso <= 5), to_text(d));
    }
}

BOOST_AUTO_TEST_CASE(the_years_have_as_many_working_days_as_the_notices_give)
{
    working_days const days(whole_list());
    struct {
        int year;
        long long count;
    } const known[] = {{2019, 250}, {2020, 249}, {2021, 250}, {2022, 249},
                       {2023, 249}, {2024, 251}, {2025, 248}, {2026, 248}};
    for (auto const& each : known)
        BOOST_TEST(days.between(on(each.year - 1, 12, 31), on(each.year, 12, 31)) == each.count,
                   each.year);
}

BOOST_AUTO_TEST_CASE(a_year_is_listed_only_when_its_own_notice_is_known)
{
    working_days const days(whole_list());
    BOOST_TEST(!days.is_listed_year(2018)); // only the end of it stands in the notice for 2019
    for (int year = 2019; year <= 2026; ++year)
        BOOST_TEST(days.is_listed_year(year));
    BOOST_TEST(!days.is_listed_year(2027));
}

BOOST_AUTO_TEST_CASE(a_rest_day_rolls_over_a_whole_festival)
{
    working_days const days(whole_list());
    BOOST_TEST((days.roll_forward(on(2024, 2, 10)) == on(2024, 2, 18))); // a worked Sunday
    BOOST_TEST((days.roll_back(on(2024, 2, 17)) == on(2024, 2, 9)));
    BOOST_TEST((days.roll_forward(on(2024, 10, 1)) == on(2024, 10, 8)));
    BOOST_TEST((days.roll_forward(on(2024, 10, 12)) == on(2024, 10, 12))); // a worked Saturday
}

BOOST_AUTO_TEST_CASE(the_first_day_is_not_counted)
{
    working_days const days(whole_list());
    BOOST_TEST((days.after(on(2024, 4, 2), 1) == on(2024, 4, 3)));
    BOOST_TEST(
        (days.after(on(2024, 4, 2), 2) == on(2024, 4, 7))); // after Qingming, a worked Sunday
    BOOST_TEST((days.after(on(2024, 4, 2), 0) == on(2024, 4, 2)));
    BOOST_TEST(days.between(on(2024, 4, 2), on(2024, 4, 7)) == 2);
    BOOST_TEST(days.between(on(2024, 4, 7), on(2024, 4, 2)) == 0);
}

BOOST_AUTO_TEST_CASE(counting_on_and_counting_between_agree_over_all_years)
{
    working_days const days(whole_list());
    for (auto d = on(2019, 1, 1); d <= on(2026, 6, 30); d += std::chrono::days{13})
        for (long long n : {1, 3, 7, 15, 20}) {
            auto const last = days.after(d, n);
            BOOST_TEST(days.is_working(last));
            BOOST_TEST(days.between(d, last) == n);
        }
}

BOOST_AUTO_TEST_CASE(another_list_has_another_fingerprint)
{
    listed_day const festival{on(2024, 4, 4), "清明节", false};
    listed_day const worked{on(2024, 4, 7), "清明节", true};
    working_days const one({festival});
    BOOST_TEST(one.fingerprint() == working_days({festival}).fingerprint());
    BOOST_TEST(one.fingerprint() != working_days({festival, worked}).fingerprint());
    listed_day const turned{festival.on, festival.name, true};
    BOOST_TEST(one.fingerprint() != working_days({turned}).fingerprint());
    BOOST_TEST(one.fingerprint() != working_days().fingerprint());
}

BOOST_AUTO_TEST_SUITE_END()
