#include "adapters/report/wording.hpp"

#include <array>

namespace adapters::report {
namespace {

using namespace workflows::annual_report;

constexpr std::string_view months = "年月";
constexpr std::string_view moment = "时间";
constexpr std::string_view percent = "%";

constexpr std::array<std::string_view, 10> digits = {"〇", "一", "二", "三", "四",
                                                     "五", "六", "七", "八", "九"};

/// "2021-08" as "2021年8月".
std::string month_in_words(std::string const& value)
{
    auto const dash = value.find('-');
    if (dash == std::string::npos)
        return value;
    auto month = value.substr(dash + 1);
    if (month.starts_with('0'))
        month.erase(0, 1);
    return value.substr(0, dash) + "年" + month + "月";
}

/// The part of a unit that belongs to the number: 万 of 万户, 亿 of 亿元.
std::string_view scale_of(std::string_view unit)
{
    for (std::string_view const scale : {"万", "亿"})
        if (unit.starts_with(scale) && unit.size() > scale.size())
            return scale;
    return {};
}

std::optional<long long> whole_number(std::string const& value)
{
    auto const read = parse_decimal(value);
    if (!read || read->places != 0)
        return {};
    return read->digits;
}

/// 1 to 9999 in characters; `two` is how 2 is said.
std::string characters(long long number, std::string_view two)
{
    constexpr std::array<std::string_view, 4> powers = {"", "十", "百", "千"};
    std::string words;
    bool gap = false;
    for (int power = 3; power >= 0; --power) {
        long long unit = 1;
        for (int i = 0; i < power; ++i)
            unit *= 10;
        auto const digit = number / unit % 10;
        if (digit == 0) {
            gap = !words.empty();
            continue;
        }
        if (gap)
            words += "零";
        gap = false;
        // 十七, not 一十七
        if (!(power == 1 && digit == 1 && words.empty()))
            words += digit == 2 && power == 0 && words.empty()
                         ? two
                         : digits[static_cast<std::size_t>(digit)];
        words += powers[static_cast<std::size_t>(power)];
    }
    return words;
}

std::string about(rounding exactness)
{
    return exactness == rounding::exact ? "" : "约";
}

std::string same_as_last_year(rounding exactness)
{
    return exactness == rounding::exact ? "与上年持平" : "与上年大体持平";
}

} // namespace

std::string with_unit(std::string const& value, rounding exactness, std::string const& unit)
{
    if (unit == months)
        return month_in_words(value);
    if (unit == moment)
        return value;
    auto const scale = std::string(scale_of(unit));
    switch (exactness) {
    case rounding::exact:
        return value + unit;
    case rounding::about:
        return "约" + value + unit;
    case rounding::over:
        return value + scale + "余" + unit.substr(scale.size());
    case rounding::at_least:
        return value + unit + "以上";
    }
    return value + unit;
}

std::string in_characters(std::string const& value)
{
    auto const number = whole_number(value);
    if (!number || *number < 1 || *number > 9'999)
        return value;
    return characters(*number, "两");
}

std::string as_ordinal(std::string const& value, std::string const& unit)
{
    auto const number = whole_number(value);
    if (!number || *number < 1 || *number > 9'999)
        return "第" + value + unit;
    return "第" + characters(*number, "二") + unit;
}

std::string as_year(std::string const& value)
{
    std::string words;
    for (char const c : value) {
        if (c < '0' || c > '9')
            return value;
        words += digits[static_cast<std::size_t>(c - '0')];
    }
    return words;
}

std::string day_in_words(engine::day on)
{
    std::chrono::year_month_day const of(on);
    return std::to_string(static_cast<int>(of.year())) + "年" +
           std::to_string(static_cast<unsigned>(of.month())) + "月" +
           std::to_string(static_cast<unsigned>(of.day())) + "日";
}

std::string compared(std::string const& value, std::optional<std::string> const& last_year,
                     rounding exactness, std::string const& unit, int places)
{
    auto const now = parse_decimal(value);
    auto const before = last_year ? parse_decimal(*last_year) : std::nullopt;
    if (!now || !before)
        return {};
    auto const order = compare(*now, *before);
    if (order == 0)
        return same_as_last_year(exactness);
    if (unit == percent)
        return std::string("同比") + about(exactness) + (order > 0 ? "提高" : "下降") +
               to_text(rounded(magnitude(difference(*now, *before)), places)) + "个百分点";
    if (before->is_zero())
        return "上年为零";
    if (now->is_zero())
        return "上年为" + *last_year + unit;
    auto const change = rounded(magnitude(growth(*now, *before, places)), places);
    auto const words = change.is_zero() ? "不足0." + std::string(places > 1 ? "01" : "1") + "%"
                                        : to_text(change) + "%";
    return std::string("同比") + about(exactness) + (order > 0 ? "增长" : "下降") + words;
}

std::string compared_in_numbers(std::string const& value,
                                std::optional<std::string> const& last_year, rounding exactness,
                                std::string const& unit)
{
    auto const now = parse_decimal(value);
    auto const before = last_year ? parse_decimal(*last_year) : std::nullopt;
    if (!now || !before)
        return {};
    auto const order = compare(*now, *before);
    if (order == 0)
        return same_as_last_year(exactness);
    return std::string("同比") + about(exactness) + (order > 0 ? "增加" : "减少") +
           to_text(magnitude(difference(*now, *before))) + unit;
}

} // namespace adapters::report
