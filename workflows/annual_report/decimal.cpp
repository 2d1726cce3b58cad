#include "workflows/annual_report/decimal.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cstdlib>

namespace workflows::annual_report {
namespace {

using wide = boost::multiprecision::int128_t;

constexpr std::size_t most_digits = 14;
constexpr std::size_t most_places = 4;

wide power_of_ten(int exponent)
{
    wide power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

wide scaled(decimal const& number, int places)
{
    return wide(number.digits) * power_of_ten(places - number.places);
}

/// Half is rounded away from zero, as people round.
wide divided(wide const& dividend, wide const& divisor)
{
    bool const negative = (dividend < 0) != (divisor < 0);
    wide const up = abs(dividend), down = abs(divisor);
    wide const found = (up * 2 + down) / (down * 2);
    return negative ? wide(-found) : found;
}

decimal narrowed(wide const& digits, int places)
{
    return {digits.convert_to<long long>(), places};
}

} // namespace

std::optional<decimal> parse_decimal(std::string_view text)
{
    bool const negative = text.starts_with('-');
    if (negative)
        text.remove_prefix(1);
    auto const point = text.find('.');
    auto const whole = text.substr(0, point);
    auto const behind = point == text.npos ? std::string_view() : text.substr(point + 1);
    auto const is_digits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == part.npos;
    };
    if (!is_digits(whole) || (point != text.npos && !is_digits(behind)) ||
        whole.size() + behind.size() > most_digits || behind.size() > most_places)
        return {};
    decimal number{0, static_cast<int>(behind.size())};
    for (auto const part : {whole, behind})
        for (char const c : part)
            number.digits = number.digits * 10 + (c - '0');
    if (negative)
        number.digits = -number.digits;
    return number;
}

std::string to_text(decimal const& number)
{
    auto words = std::to_string(std::llabs(number.digits));
    auto const places = static_cast<std::size_t>(number.places);
    if (places > 0) {
        if (words.size() <= places)
            words.insert(0, places + 1 - words.size(), '0');
        words.insert(words.size() - places, ".");
    }
    return (number.digits < 0 ? "-" : "") + words;
}

int compare(decimal const& a, decimal const& b)
{
    auto const places = std::max(a.places, b.places);
    auto const left = scaled(a, places), right = scaled(b, places);
    return left < right ? -1 : left > right ? 1 : 0;
}

decimal difference(decimal const& a, decimal const& b)
{
    auto const places = std::max(a.places, b.places);
    return narrowed(scaled(a, places) - scaled(b, places), places);
}

decimal quotient(decimal const& part, decimal const& whole, int places)
{
    auto const common = std::max(part.places, whole.places);
    return narrowed(divided(scaled(part, common) * power_of_ten(places), scaled(whole, common)),
                    places);
}

decimal percentage(decimal const& part, decimal const& whole, int places)
{
    auto found = quotient(part, whole, places + 2);
    found.places = places;
    return found;
}

decimal growth(decimal const& now, decimal const& before, int places)
{
    return percentage(difference(now, before), magnitude(before), places);
}

decimal magnitude(decimal number)
{
    number.digits = std::llabs(number.digits);
    return number;
}

decimal shifted(decimal number, int places)
{
    number.places += places;
    return number;
}

decimal rounded(decimal const& number, int places)
{
    auto found = number;
    if (number.places > places)
        found =
            narrowed(divided(wide(number.digits), power_of_ten(number.places - places)), places);
    while (found.places > 0 && found.digits % 10 == 0) {
        found.digits /= 10;
        --found.places;
    }
    return found;
}

} // namespace workflows::annual_report
