#include "workflows/catalogue/planned_time.hpp"

#include <boost/test/unit_test.hpp>

using workflows::catalogue::read_planned_time;

namespace {

std::string days_of(char const* words)
{
    auto const found = read_planned_time(words, 2024);
    return found ? engine::to_text(found->first) + " " + engine::to_text(found->last) : "";
}

} // namespace

BOOST_AUTO_TEST_SUITE(planned_time_test)

BOOST_AUTO_TEST_CASE(times_are_read_as_offices_write_them)
{
    struct example {
        char const* words;
        char const* days;
    };
    for (example const& one : {example{"第二季度", "2024-04-01 2024-06-30"},
                               {"二季度", "2024-04-01 2024-06-30"},
                               {"第四季度内", "2024-10-01 2024-12-31"},
                               {"Q3", "2024-07-01 2024-09-30"},
                               {"2025年一季度", "2025-01-01 2025-03-31"},
                               {"第一季度至第三季度", "2024-01-01 2024-09-30"},
                               {"2024-05", "2024-05-01 2024-05-31"},
                               {"2024.5", "2024-05-01 2024-05-31"},
                               {"2024/5/20", "2024-05-20 2024-05-20"},
                               {"6月", "2024-06-01 2024-06-30"},
                               {"６ 月份", "2024-06-01 2024-06-30"},
                               {"十二月", "2024-12-01 2024-12-31"},
                               {"二〇二四年六月", "2024-06-01 2024-06-30"},
                               {"2月底", "2024-02-01 2024-02-29"},
                               {"5-6月", "2024-05-01 2024-06-30"},
                               {"5月至7月", "2024-05-01 2024-07-31"},
                               {"2024年3月底前", "2024-01-01 2024-03-31"},
                               {"12月31日前", "2024-01-01 2024-12-31"},
                               {"上半年", "2024-01-01 2024-06-30"},
                               {"2025年下半年", "2025-07-01 2025-12-31"},
                               {"本年度内", "2024-01-01 2024-12-31"},
                               {"年底前", "2024-01-01 2024-12-31"},
                               {"全年", "2024-01-01 2024-12-31"},
                               {"2024年度", "2024-01-01 2024-12-31"},
                               {"本年度内;未完成须于2023-01-31前报送", "2024-01-01 2024-12-31"}})
        BOOST_TEST(days_of(one.words) == one.days,
                   one.words << " is read as " << days_of(one.words));
}

BOOST_AUTO_TEST_CASE(what_is_no_time_is_not_guessed)
{
    for (auto const* words : {"", "尽快", "13月", "0月", "第五季度", "2024年2月30日", "待定",
                              "年初", "6月至3月", "月", "季度"})
        BOOST_TEST(days_of(words) == "", words << " is read as " << days_of(words));
}

BOOST_AUTO_TEST_SUITE_END()
