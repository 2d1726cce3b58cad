#include "web/handlers/planned_words.hpp"

#include "workflows/catalogue/planned_time.hpp"

#include <array>
#include <chrono>

namespace web::handlers {
namespace {

using engine::say;
using engine::text;
using workflows::catalogue::planned_time;
namespace chrono = std::chrono;

/// "2026年8月", "August 2026".
std::string month_words(language const& words, chrono::year_month const& month)
{
    constexpr std::string_view first_day = "1日";
    auto const whole = words.date(engine::day(month / 1));
    return words.code() == "zh" ? whole.substr(0, whole.size() - first_day.size())
                                : whole.substr(whole.find(' ') + 1);
}

/// A part of a year that has a name; no words for any other run of months.
text part_of_year(unsigned first, unsigned last)
{
    std::array const quarters = {say("第一季度"), say("第二季度"), say("第三季度"),
                                 say("第四季度")};
    if (last - first == 2 && last % 3 == 0)
        return quarters[last / 3 - 1];
    if (last - first == 5 && last % 6 == 0)
        return last == 6 ? say("上半年") : say("下半年");
    return {};
}

std::string words_of(language const& words, planned_time const& time)
{
    chrono::year_month_day const first(time.first), last(time.last);
    auto const year = std::to_string(static_cast<int>(last.year()));
    bool const are_months =
        first.day() == chrono::day(1) && last == last.year() / last.month() / chrono::last;
    if (!are_months)
        return time.first == time.last ? words.date(time.last) : words(say("{1}前", time.last));
    chrono::year_month const from(first.year(), first.month()), to(last.year(), last.month());
    auto const from_month = static_cast<unsigned>(first.month());
    auto const to_month = static_cast<unsigned>(last.month());
    if (from == to)
        return month_words(words, to);
    if (to_month - from_month == 11)
        return words(say("{1}年内", year));
    if (auto const part = part_of_year(from_month, to_month); !part.empty())
        return words(say("{1}年{2}", year, part));
    return from_month == 1
               ? words(say("{1}底前", month_words(words, to)))
               : words(say("{1}至{2}", month_words(words, from), month_words(words, to)));
}

} // namespace

std::string planned_words(language const& words, std::string const& typed, int year)
{
    auto const time = workflows::catalogue::read_planned_time(typed, year);
    return time ? words_of(words, *time) : typed;
}

} // namespace web::handlers
