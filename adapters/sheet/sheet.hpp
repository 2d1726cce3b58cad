#ifndef JUECE_ADAPTERS_SHEET_SHEET_HPP
#define JUECE_ADAPTERS_SHEET_SHEET_HPP

#include "engine/day.hpp"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace adapters::sheet {

/// A list to be written for a spreadsheet program.
struct sheet {
    std::string title;
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>> rows;             ///< as many cells as headings
    std::string notes_title;                                ///< of the sheet of notes
    std::vector<std::pair<std::string, std::string>> notes; ///< how many rows, filtered by what ...
    std::vector<std::size_t> number_columns = {};           ///< whose cells a workbook can sum up
};

/// RFC 4180 with byte order mark and CRLF: the heading and the rows. Notes would be rows to
/// whatever reads it, and stand in the workbook alone.
std::string as_csv(sheet const& what);

/// An XLSX workbook: the list, and the notes on a second sheet. The same input gives the same
/// bytes. `scratch`: a directory for the file on its way; throws std::runtime_error when it cannot
/// be written there.
std::string as_xlsx(sheet const& what, engine::instant made_at,
                    std::filesystem::path const& scratch);

/// The same with several lists, a sheet for each; the notes are those of the first.
std::string as_xlsx(std::vector<sheet> const& lists, std::string const& title,
                    engine::instant made_at, std::filesystem::path const& scratch);

/// A cell as no spreadsheet program takes it for a formula: what begins with = + - @, a tab or a
/// carriage return gets an apostrophe before it. Plain numbers stay as they are.
std::string harmless(std::string const& cell);

} // namespace adapters::sheet

#endif
