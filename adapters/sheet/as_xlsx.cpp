#include "adapters/files/passing_file.hpp"
#include "adapters/files/read_file.hpp"
#include "adapters/sheet/sheet.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <stdexcept>
#include <xlsxwriter.h>

namespace adapters::sheet {
namespace {

void check(lxw_error fault)
{
    if (fault != LXW_NO_ERROR)
        throw std::runtime_error(std::string("the workbook is not written: ") +
                                 lxw_strerror(fault));
}

/// What fits into a cell of the format: 32,767 characters, cut between two of them.
std::string fitting(std::string const& cell)
{
    constexpr std::size_t most = 32'000; // bytes are never fewer than characters
    if (cell.size() <= most)
        return cell;
    auto end = most;
    while (end > 0 && (static_cast<unsigned char>(cell[end]) & 0xC0) == 0x80)
        --end;
    return cell.substr(0, end) + "…";
}

void write_cells(lxw_worksheet* to, lxw_row_t row, std::vector<std::string> const& cells,
                 lxw_format* form)
{
    lxw_col_t column = 0;
    for (auto const& cell : cells)
        check(worksheet_write_string(to, row, column++, fitting(cell).c_str(), form));
}

/// Plain numbers of those columns once more, as numbers.
void write_numbers(lxw_worksheet* to, lxw_row_t row, std::vector<std::string> const& cells,
                   std::vector<std::size_t> const& columns)
{
    for (auto const column : columns) {
        double number = 0;
        auto const& cell = cells[column];
        auto const [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
        if (fault == std::errc() && end == cell.data() + cell.size() && std::isfinite(number))
            check(worksheet_write_number(to, row, static_cast<lxw_col_t>(column), number, nullptr));
    }
}

/// Wide enough for the longest of the first rows, a Chinese character being two wide.
void set_widths(lxw_worksheet* to, sheet const& what)
{
    for (std::size_t column = 0; column < what.headings.size(); ++column) {
        auto longest = what.headings[column].size();
        for (std::size_t row = 0; row < std::min<std::size_t>(what.rows.size(), 200); ++row)
            longest = std::max(longest, what.rows[row][column].size());
        auto const width = std::min(60.0, 3.0 + static_cast<double>(longest) * 2 / 3);
        auto const at = static_cast<lxw_col_t>(column);
        worksheet_set_column(to, at, at, width, nullptr);
    }
}

void write_list(lxw_workbook* book, sheet const& what)
{
    auto* list = workbook_add_worksheet(book, what.title.c_str());
    if (!list)
        throw std::runtime_error("a sheet cannot be called " + what.title);
    auto* heading = workbook_add_format(book);
    format_set_bold(heading);
    format_set_bg_color(heading, 0xE9EDF0);
    format_set_border(heading, LXW_BORDER_THIN);
    write_cells(list, 0, what.headings, heading);
    lxw_row_t row = 1;
    for (auto const& cells : what.rows) {
        write_cells(list, row, cells, nullptr);
        write_numbers(list, row++, cells, what.number_columns);
    }
    worksheet_freeze_panes(list, 1, 0);
    auto const last = static_cast<lxw_col_t>(what.headings.size() - 1);
    worksheet_autofilter(list, 0, 0, std::max<lxw_row_t>(row, 2) - 1, last);
    worksheet_repeat_rows(list, 0, 0);
    worksheet_set_landscape(list);
    worksheet_set_paper(list, 9); // A4
    worksheet_fit_to_pages(list, 1, 0);
    set_widths(list, what);
}

void write_notes(lxw_workbook* book, sheet const& what)
{
    auto* notes = workbook_add_worksheet(book, what.notes_title.c_str());
    if (!notes)
        throw std::runtime_error("a sheet cannot be called " + what.notes_title);
    lxw_row_t row = 0;
    for (auto const& [label, words] : what.notes)
        write_cells(notes, row++, {label, words}, nullptr);
    worksheet_set_column(notes, 0, 0, 16, nullptr);
    worksheet_set_column(notes, 1, 1, 80, nullptr);
}

} // namespace

std::string as_xlsx(sheet const& what, engine::instant made_at,
                    std::filesystem::path const& scratch)
{
    return as_xlsx(std::vector<sheet>{what}, what.title, made_at, scratch);
}

std::string as_xlsx(std::vector<sheet> const& lists, std::string const& title,
                    engine::instant made_at, std::filesystem::path const& scratch)
{
    files::passing_file const file(scratch);
    auto place = scratch.string();
    lxw_workbook_options options{};
    options.tmpdir = place.data();
    auto* book = workbook_new_opt(file.path().c_str(), &options);
    if (!book)
        throw std::runtime_error("the workbook cannot be begun");
    lxw_doc_properties about{};
    auto words = title;
    about.title = words.data();
    about.created = std::chrono::system_clock::to_time_t(made_at);
    try {
        check(workbook_set_properties(book, &about));
        for (auto const& one : lists)
            write_list(book, one);
        write_notes(book, lists.front());
    } catch (...) {
        workbook_close(book); // also frees it
        throw;
    }
    check(workbook_close(book));
    return files::read_file(file.path());
}

} // namespace adapters::sheet
