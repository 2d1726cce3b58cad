#include "adapters/import/figure_cells.hpp"

#include "workflows/annual_report/conditions.hpp"
#include "workflows/annual_report/decimal.hpp"

#include <charconv>
#include <optional>

namespace adapters::import {
namespace {

using engine::say;
using workflows::annual_report::decimal;
using workflows::annual_report::parse_decimal;
using workflows::annual_report::rounding;

constexpr std::string_view months = "年月";

/// A unit that counts in ten thousands or hundred millions: 万元 is 元 with four zeros.
struct scaled_unit {
    int zeros = 0;
    std::string_view base;
};

scaled_unit unit_of(std::string_view unit)
{
    for (auto const& [scale, zeros] :
         {std::pair(std::string_view("万"), 4), std::pair(std::string_view("亿"), 8)})
        if (unit.starts_with(scale) && unit.size() > scale.size())
            return {zeros, unit.substr(scale.size())};
    return {0, unit};
}

bool take_front(std::string& words, std::string_view mark)
{
    if (!words.starts_with(mark))
        return false;
    words.erase(0, mark.size());
    return true;
}

bool take_back(std::string& words, std::string_view mark)
{
    if (!words.ends_with(mark))
        return false;
    words.erase(words.size() - mark.size());
    return true;
}

/// Without blanks and the marks that part thousands.
std::string without_marks(std::string_view cell)
{
    std::string words(cell);
    for (std::string_view const mark : {" ", "\t", "　", ",", "，"})
        for (auto at = words.find(mark); at != std::string::npos; at = words.find(mark))
            words.erase(at, mark.size());
    return words;
}

rounding take_rounding(std::string& words)
{
    if (take_front(words, "约"))
        return rounding::about;
    if (take_back(words, "余") || take_back(words, "多"))
        return rounding::over;
    if (take_back(words, "以上"))
        return rounding::at_least;
    return rounding::exact;
}

/// "2021年8月" as "2021-08"; nothing for what is no month.
std::optional<std::string> as_month(std::string const& words)
{
    int year = 0, month = 0;
    auto const* end = words.data() + words.size();
    auto const after_year = std::from_chars(words.data(), end, year);
    std::string rest(after_year.ptr, end);
    if (after_year.ec != std::errc() || (!take_front(rest, "年") && !take_front(rest, "-")))
        return {};
    take_back(rest, "月");
    auto const after_month = std::from_chars(rest.data(), rest.data() + rest.size(), month);
    if (after_month.ec != std::errc() || after_month.ptr != rest.data() + rest.size() ||
        year < 1'900 || year > 9'999 || month < 1 || month > 12)
        return {};
    return std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
}

/// Divided by a power of ten, or multiplied where that is negative; nothing beyond what a report
/// writes (14 digits, 4 of them behind the point).
std::optional<std::string> scaled(decimal number, int power)
{
    constexpr long long most = 99'999'999'999'999;
    number = shifted(number, power);
    for (; number.places < 0; ++number.places) {
        if (number.digits > most / 10 || number.digits < -most / 10)
            return {};
        number.digits *= 10;
    }
    while (number.places > 0 && number.digits % 10 == 0) {
        number.digits /= 10;
        --number.places;
    }
    if (number.places > 4)
        return {};
    auto made = to_text(number);
    return parse_decimal(made) ? std::optional(std::move(made)) : std::nullopt;
}

} // namespace

std::variant<written_figure, engine::text> read_figure(std::string_view cell, std::string_view unit,
                                                       report::indicator const& of)
{
    auto words = without_marks(cell);
    if (of.unit == months) {
        auto month = as_month(words);
        return month ? std::variant<written_figure, engine::text>(written_figure{std::move(*month)})
                     : say("“{1}”不是月份，应为 2021-08 的形式", cell);
    }
    if (!parse_decimal(words) && workflows::annual_report::is_readable_value(cell))
        return written_figure{std::string(cell)}; // a moment
    std::string beside(unit == "％" ? "%" : unit);
    written_figure made;
    made.rounded = take_rounding(words);
    take_back(words, "％");
    take_back(words, "%");
    for (std::string_view const scale : {"万", "亿"}) // 4万 of 户 are 4 of 万户
        if (take_back(words, scale))
            beside.insert(0, scale);
    auto const number = parse_decimal(words);
    if (!number)
        return say("“{1}”不是数字", cell);
    auto const from = unit_of(beside), to = unit_of(of.unit);
    if (beside != of.unit && from.base != to.base)
        return say("{1}的单位是{2}，应为{3}", of.code, beside, of.unit);
    auto value = beside == of.unit ? std::optional(to_text(*number))
                                   : scaled(*number, to.zeros - from.zeros);
    if (!value)
        return say("“{1}{2}”换算为{3}以后位数过多", cell, beside, of.unit);
    made.value = std::move(*value);
    return made;
}

} // namespace adapters::import
