#ifndef JUECE_ADAPTERS_REPORT_WORDING_HPP
#define JUECE_ADAPTERS_REPORT_WORDING_HPP

#include "workflows/annual_report/decimal.hpp"
#include "workflows/annual_report/report_file.hpp"

#include <optional>
#include <string>
#include <string_view>

// How Chinese reports write numbers.

namespace adapters::report {

using workflows::annual_report::decimal;
using workflows::annual_report::rounding;

/// A value with its unit and its qualifier where each belongs: "约1006亿元", "4万余户", "98%以上",
/// "707项", "2021年8月".
std::string with_unit(std::string const& value, rounding exactness, std::string const& unit);

/// "三", "两", "十七", "一百零五": for counts up to 9999; 2 is 两 before a counted thing. Other
/// numbers come back as digits.
std::string in_characters(std::string const& value);

/// "第三次", "第四批": 2 is 二 here.
std::string as_ordinal(std::string const& value, std::string const& unit);

/// A year digit by digit: "二〇三五".
std::string as_year(std::string const& value);

/// "2025年8月3日".
std::string day_in_words(engine::day on);

/// How a value stands to the one a year before, in words; nothing where there is none before:
/// "同比增长4.28%", "同比下降9.7%", "与上年持平", "上年为零"; of percentages "同比提高2.1个百分点".
/// Unless both are exact the comparison is "约".
std::string compared(std::string const& value, std::optional<std::string> const& last_year,
                     rounding exactness, std::string const& unit, int places);

/// The same in numbers: "同比增加2007户", "同比减少3件".
std::string compared_in_numbers(std::string const& value,
                                std::optional<std::string> const& last_year, rounding exactness,
                                std::string const& unit);

} // namespace adapters::report

#endif
