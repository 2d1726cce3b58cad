#include "tests/bench/numbers.hpp"

#include <cstdio>

namespace bench {

std::string in_words(double value)
{
    char text[64];
    if (value < 1'000) {
        std::snprintf(text, sizeof text,
                      value < 10    ? "%.2f"
                      : value < 100 ? "%.1f"
                                    : "%.0f",
                      value);
        return text;
    }
    std::snprintf(text, sizeof text, "%.0f", value);
    std::string digits = text;
    for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, ' ');
    return digits;
}

std::string ratio(double value, double to)
{
    return to > 0 ? in_words(value / to) : "-";
}

} // namespace bench
