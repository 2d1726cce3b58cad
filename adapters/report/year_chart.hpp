#ifndef JUECE_ADAPTERS_REPORT_YEAR_CHART_HPP
#define JUECE_ADAPTERS_REPORT_YEAR_CHART_HPP

#include "adapters/office/drawing.hpp"

#include <optional>
#include <string>
#include <vector>

namespace adapters::report {

/// A row of columns over years: one series, a value for each year or none. A value below zero is
/// written, without a column.
struct year_series {
    std::string name;
    std::vector<std::optional<double>> values;
    std::vector<std::string> shown; ///< the same in words, above each column
};
struct year_chart {
    std::string title;
    std::vector<std::string> years;
    std::vector<year_series> series; ///< at most four: told apart by pattern, not by colour alone
};

/// Where a chart stands in a drawing, and the colour of its words.
struct chart_frame {
    double x, y, width, height;
    std::string colour;
};
void put_chart(office::drawing& into, year_chart const& what, chart_frame const& frame);

/// The chart as SVG without styles or scripts, for a page with a strict policy. The same chart
/// gives the same text. It is a picture of a table that stands beside it.
std::string draw_chart(year_chart const& what);

} // namespace adapters::report

#endif
