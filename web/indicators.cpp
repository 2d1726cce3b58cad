#include "web/indicators.hpp"

#include "adapters/csv/csv.hpp"
#include "config/embedded.hpp"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace web {

indicators::indicators()
{
    auto const file = config::embedded("indicators.csv");
    if (!file)
        throw std::runtime_error("config/indicators.csv is not built in");
    auto const read = adapters::csv::read(*file);
    for (auto const& row : read.found.rows)
        all_.push_back({read.found.cell(row, "code"), read.found.cell(row, "name_zh"),
                        read.found.cell(row, "name_en"), read.found.cell(row, "unit")});
}

indicator const* indicators::find(std::string_view code) const
{
    auto const found = std::find_if(all_.begin(), all_.end(),
                                    [&](indicator const& one) { return one.code == code; });
    return found == all_.end() ? nullptr : &*found;
}

std::string indicators::name(std::string_view code, language const& words) const
{
    auto const* found = find(code);
    if (!found)
        return std::string(code);
    return words.code() == "zh" ? found->chinese : found->english;
}

std::string indicators::unit(std::string_view code) const
{
    auto const* found = find(code);
    return found ? found->unit : std::string();
}

bool indicators::is_money(std::string_view code) const
{
    return unit(code).ends_with("元");
}

std::string indicators::shown(std::string_view code, long long value) const
{
    if (!is_money(code))
        return std::to_string(value);
    auto const of = unit(code);
    auto const fen = of == "亿元" ? 10'000'000'000LL : of == "万元" ? 1'000'000LL : 100LL;
    auto const hundredths = (std::abs(value) + fen / 200) / (fen / 100);
    auto words = (value < 0 ? "-" : "") + std::to_string(hundredths / 100);
    if (hundredths % 100 != 0) {
        auto const rest = std::to_string(hundredths % 100);
        words += rest.size() == 1 ? ".0" + rest : "." + rest;
        if (words.ends_with('0'))
            words.pop_back();
    }
    return words;
}

} // namespace web
