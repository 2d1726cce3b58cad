#include "web/handlers/figure_words.hpp"

#include <algorithm>

namespace web::handlers {
namespace {

using adapters::report::rounding;
using engine::say;

std::string with_separators(std::string value)
{
    constexpr std::size_t group = 3;
    auto const first = value.find_first_of("0123456789");
    auto const point = std::min(value.find('.'), value.size());
    for (auto at = point; first != value.npos && at > first + group;)
        value.insert(at -= group, ",");
    return value;
}

/// A unit that says how the value is to be read and not what is counted: years, months, moments.
bool is_point_in_time(std::string const& unit)
{
    return unit == "年" || unit == "年月" || unit == "时间";
}

} // namespace

std::string figure_words(visit const& v, std::string const& value, rounding exactness,
                         std::string const& unit)
{
    if (v.words.code() == "zh")
        return adapters::report::with_unit(value, exactness, unit);
    if (is_point_in_time(unit))
        return value;
    auto words = with_separators(value);
    if (unit == "%")
        words += unit;
    else if (!unit.empty())
        words += " (" + v.words(std::string_view(unit)) + ")";
    switch (exactness) {
    case rounding::exact:
        break;
    case rounding::about:
        return v.words(say("约{1}", words));
    case rounding::over:
        return v.words(say("{1}多", words));
    case rounding::at_least:
        return v.words(say("{1}以上", words));
    }
    return words;
}

} // namespace web::handlers
