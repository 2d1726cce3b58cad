#ifndef JUECE_ADAPTERS_SHEET_READ_SHEET_HPP
#define JUECE_ADAPTERS_SHEET_READ_SHEET_HPP

#include "engine/text.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace adapters::sheet {

/// A list as an office keeps it in a spreadsheet: a row of headings, and under it rows of as many
/// cells. Cells are texts without surrounding spaces; days read 2021-03-05, numbers have no
/// exponent. Lines above the headings (a title over the whole list) and empty rows are left out.
struct read_table {
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> lines; ///< of each row: its line in the file, counted from 1
};

/// A table, or what is wrong with the file as a whole, for people.
using table_reading = std::variant<read_table, engine::text>;

/// Comma-separated values in UTF-8, UTF-16 with its mark, or GB18030.
table_reading read_csv_table(std::string_view bytes);

/// The first sheet of an XLSX workbook that is not hidden. Of formulas the value that was kept is
/// read; cells merged over several rows count for each of them. Refused: what is damaged, encrypted
/// or larger than any register (100,000 rows, 256 columns, 2,000,000 cells, 64 MB of text).
table_reading read_xlsx_table(std::string_view bytes);

/// One of the two, by what the bytes are.
table_reading read_table_of(std::string_view bytes);

} // namespace adapters::sheet

#endif
