#ifndef JUECE_ADAPTERS_IMPORT_FIGURE_CELLS_HPP
#define JUECE_ADAPTERS_IMPORT_FIGURE_CELLS_HPP

#include "adapters/report/indicators.hpp"
#include "workflows/annual_report/report_file.hpp"

#include <string>
#include <string_view>
#include <variant>

// What people write into the cells of a table of figures.

namespace adapters::import {

/// A value in the unit of its indicator, and how exact it is.
struct written_figure {
    std::string value;
    workflows::annual_report::rounding rounded = workflows::annual_report::rounding::exact;
};

/// "1,006", "约1006", "4万余", "98%以上", "2021年8月" beside "亿元", "户", "%"; what is written in
/// another unit of money than the indicator's is converted without loss. The 万 or 亿 of a number
/// moves into the unit beside it. Says what is wrong with anything else.
std::variant<written_figure, engine::text> read_figure(std::string_view cell, std::string_view unit,
                                                       report::indicator const& of);

} // namespace adapters::import

#endif
