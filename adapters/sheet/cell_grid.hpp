#ifndef JUECE_ADAPTERS_SHEET_CELL_GRID_HPP
#define JUECE_ADAPTERS_SHEET_CELL_GRID_HPP

#include "adapters/sheet/read_sheet.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace adapters::sheet {

/// One line of a spreadsheet before anybody knows which is the heading.
struct grid_line {
    std::size_t line = 0; ///< counted from 1
    std::vector<std::string> cells;
};

/// The headings are the first line that has two cells filled; a list of one column has them in its
/// first line that is not empty. Says what is wrong when a heading stands twice, a row has a value
/// where there is no heading, or a cell is no UTF-8.
table_reading table_of(std::vector<grid_line> lines);

} // namespace adapters::sheet

#endif
