#include "engine/day.hpp"

#include <charconv>

namespace engine {
namespace {

using namespace std::chrono_literals;

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count)
{
    int number = 0;
    auto const* begin = text.data() + from;
    auto const [end, error] = std::from_chars(begin, begin + count, number);
    if (error != std::errc() || end != begin + count || *begin == '-')
        return {};
    return number;
}

/// The last `count` digits of a number, over those that are there: every act writes several days
/// and instants.
void put_digits(std::string& over, std::size_t from, std::size_t count, long long number)
{
    for (; count > 0; number /= 10)
        over[from + --count] = static_cast<char>('0' + number % 10);
}

} // namespace

std::string to_text(day on)
{
    std::chrono::year_month_day const date(on);
    std::string text = "0000-00-00";
    put_digits(text, 0, 4, static_cast<int>(date.year()));
    put_digits(text, 5, 2, static_cast<unsigned>(date.month()));
    put_digits(text, 8, 2, static_cast<unsigned>(date.day()));
    return text;
}

std::optional<day> parse_day(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return {};
    auto const y = digits(text, 0, 4);
    auto const m = digits(text, 5, 2);
    auto const d = digits(text, 8, 2);
    if (!y || !m || !d || *y < 1900)
        return {};
    std::chrono::year_month_day const date{std::chrono::year(*y),
                                           std::chrono::month(static_cast<unsigned>(*m)),
                                           std::chrono::day(static_cast<unsigned>(*d))};
    if (!date.ok())
        return {};
    return day(date);
}

std::string to_text(instant at)
{
    auto const on = std::chrono::floor<std::chrono::days>(at);
    std::chrono::hh_mm_ss const time(at - on);
    std::string text = to_text(on) + "T00:00:00.000Z";
    put_digits(text, 11, 2, time.hours().count());
    put_digits(text, 14, 2, time.minutes().count());
    put_digits(text, 17, 2, time.seconds().count());
    put_digits(text, 20, 3, time.subseconds().count());
    return text;
}

std::optional<instant> parse_instant(std::string_view text)
{
    // 2024-04-02T08:00:00.000Z
    if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
        text[19] != '.' || text[23] != 'Z')
        return {};
    auto const on = parse_day(text.substr(0, 10));
    auto const h = digits(text, 11, 2);
    auto const m = digits(text, 14, 2);
    auto const s = digits(text, 17, 2);
    auto const ms = digits(text, 20, 3);
    if (!on || !h || !m || !s || !ms || *h > 23 || *m > 59 || *s > 59)
        return {};
    return instant(*on) + *h * 1h + *m * 1min + *s * 1s + *ms * 1ms;
}

day legal_day(instant at)
{
    return std::chrono::floor<std::chrono::days>(at + 8h);
}

int year_of(day on)
{
    return static_cast<int>(std::chrono::year_month_day(on).year());
}

day add_months(day from, int months)
{
    auto date = std::chrono::year_month_day(from) + std::chrono::months(months);
    if (!date.ok())
        date = date.year() / date.month() / std::chrono::last;
    return day(date);
}

} // namespace engine
