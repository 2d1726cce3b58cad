#include "adapters/calendar/load_calendar.hpp"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>
#include <unistd.h>

using adapters::calendar::import_holidays;
using adapters::calendar::load_calendar;

namespace {

engine::day on(int year, unsigned month, unsigned dom)
{
    return engine::day(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(dom));
}

struct data_directory {
    data_directory()
        : path(std::filesystem::temp_directory_path() /
               ("juece_calendar_" + std::to_string(getpid())))
    {
        std::filesystem::create_directories(path);
    }
    ~data_directory() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
};

std::string const heading = "date,name,is_workday\n";

/// A made-up notice for 2027 with every festival.
std::string const notice = heading + "2027-01-01,元旦,0\n"
                                     "2027-02-05,春节,0\n"
                                     "2027-02-06,春节,0\n"
                                     "2027-02-20,春节,1\n"
                                     "2027-04-05,清明节,0\n"
                                     "2027-05-01,劳动节,0\n"
                                     "2027-06-09,端午节,0\n"
                                     "2027-09-15,中秋节,0\n"
                                     "2027-10-01,国庆节,0\n"
                                     "2026-12-26,元旦,1\n";

void refused(std::string const& csv, std::string_view reason, std::size_t line)
{
    data_directory const data;
    auto const result = import_holidays(csv, "notice.csv", data.path);
    BOOST_TEST(result.added.empty());
    BOOST_REQUIRE(!result.faults.empty());
    BOOST_TEST(result.faults[0].reason.id == reason);
    BOOST_TEST(result.faults[0].line == line);
    BOOST_TEST(result.faults[0].file == "notice.csv");
    BOOST_TEST(!std::filesystem::exists(data.path / "config" / "holidays.csv"));
}

} // namespace

BOOST_AUTO_TEST_SUITE(calendar_test)

BOOST_AUTO_TEST_CASE(the_built_in_list_is_sound_and_whole)
{
    auto const loaded = load_calendar();
    for (auto const& fault : loaded.faults)
        BOOST_ERROR(fault.line << " " << fault.reason.id);
    BOOST_TEST(loaded.listed.size() == 286u);
    BOOST_TEST(loaded.days.is_listed_year(2026));
    BOOST_TEST(!loaded.days.is_listed_year(2027));
}

BOOST_AUTO_TEST_CASE(a_later_year_is_imported_and_counts_after_the_next_start)
{
    data_directory const data;
    auto const result = import_holidays(notice, "notice.csv", data.path);
    for (auto const& fault : result.faults)
        BOOST_ERROR(fault.line << " " << fault.reason.id);
    BOOST_TEST(result.added.size() == 10u);
    auto const loaded = load_calendar(data.path);
    BOOST_TEST(loaded.faults.empty());
    BOOST_TEST(loaded.days.is_listed_year(2027));
    BOOST_TEST(!loaded.days.is_working(on(2027, 2, 5)));
    BOOST_TEST(loaded.days.is_working(on(2027, 2, 20)));
    BOOST_TEST(loaded.days.is_working(on(2026, 12, 26)));

    auto const again = import_holidays(notice, "notice.csv", data.path);
    BOOST_TEST(again.faults.empty());
    BOOST_TEST(again.added.empty());
    BOOST_TEST(again.already_known == 10u);
}

BOOST_AUTO_TEST_CASE(a_bad_notice_changes_nothing)
{
    refused(heading + "2027-02-30,春节,0\n", "“{1}”不是日期，应写作2027-01-01", 2);
    refused(heading + "2027-02-05,,0\n", "{1}没有写明节日名称", 2);
    refused(heading + "2027-02-05,春节,yes\n", "{1}的is_workday只能是0（休息）或1（上班）", 2);
    refused(heading + "2027-02-05,春节,1\n", "{1}不是周末，不会是调休上班日", 2);
    refused(notice + "2027-10-01,国庆节,0\n", "{1}写了两次", 12);
    refused(heading + "2026-10-01,国庆节,0\n2026-10-10,国庆节,0\n", "{1}与已有的安排相矛盾", 3);
    refused(heading + "2027-02-05,春节,0\n", "{1}年的安排不完整：没有1月1日", 2);
    refused(heading + "2027-01-01,元旦,0\n", "{1}年的安排不完整：没有{2}的放假日", 1);
    refused("date,name\n2027-01-01,元旦\n", "缺少“{1}”列", 1);
    refused("", "文件是空的", 1);
}

BOOST_AUTO_TEST_CASE(a_damaged_file_of_the_data_directory_is_named_with_its_line)
{
    data_directory const data;
    auto const file = data.path / "config" / "holidays.csv";
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << heading << "2027-01-01,元旦,0\n2027-13-01,春节,0\n";
    auto const loaded = load_calendar(data.path);
    BOOST_REQUIRE_EQUAL(loaded.faults.size(), 1u);
    BOOST_TEST(loaded.faults[0].file == file.string());
    BOOST_TEST(loaded.faults[0].line == 3u);
}

BOOST_AUTO_TEST_SUITE_END()
