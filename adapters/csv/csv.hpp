#ifndef JUECE_ADAPTERS_CSV_CSV_HPP
#define JUECE_ADAPTERS_CSV_CSV_HPP

#include "engine/text.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace adapters::csv {

/// One record; `line` is where it begins in the file, counted from 1.
struct row {
    std::size_t line = 0;
    std::vector<std::string> cells;
};

/// What is wrong in a file, and where.
struct fault {
    std::string file;
    std::size_t line = 0;
    engine::text reason;
};

/// A file with a heading. Every row has as many cells as there are columns.
struct table {
    std::vector<std::string> columns;
    std::vector<row> rows;

    /// The cell of a row under a heading; an empty text when there is no such column.
    std::string const& cell(row const& of, std::string_view column) const;
    bool has(std::string_view column) const;
};

/// A table and what is wrong with it; rows that are at fault are left out.
struct reading {
    table found;
    std::vector<fault> faults;
};

/// Reads comma-separated values as RFC 4180 has them: quoted cells with doubled quotes, commas and
/// line ends inside, CRLF or LF, a byte order mark, empty lines skipped; in UTF-8. `file` is what
/// the faults call it.
reading read(std::string_view text, std::string const& file = {});

/// Records as they stand, of any number of cells, without a heading.
struct record_reading {
    std::vector<row> rows;
    std::vector<fault> faults;
};

/// The same forms as `read`, for files that have no even rows; rows at fault are left out.
record_reading read_records(std::string_view text, std::string const& file = {});

/// One record as it is written: cells quoted where needed, with a line end.
std::string line_of(std::vector<std::string> const& cells);

/// The same for a file that people open in a spreadsheet: what such a program would run as a
/// formula is led by an apostrophe. Does not read back as it was.
std::string sheet_line_of(std::vector<std::string> cells);

/// At the beginning of a file, it tells a spreadsheet that the text is UTF-8.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

} // namespace adapters::csv

#endif
