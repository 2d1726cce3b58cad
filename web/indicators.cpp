#include "web/indicators.hpp"

#include "adapters/csv/csv.hpp"
#include "config/embedded.hpp"

#include <algorithm>
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

} // namespace web
