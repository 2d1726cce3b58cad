#include "adapters/archives/checked_archive.hpp"
#include "adapters/sheet/cell_grid.hpp"
#include "adapters/sheet/workbook_parts.hpp"

#include <algorithm>
#include <optional>
#include <pugixml.hpp>

namespace adapters::sheet {
namespace {

using engine::say;
using engine::text;

constexpr std::size_t most_rows = 100'000;
constexpr std::size_t most_columns = 256;
constexpr std::size_t most_cells = 2'000'000;
constexpr std::size_t most_bytes = 64 << 20;

/// Where a cell stands: "C12" is column 2, line 12. Columns are counted from 0.
struct place {
    std::size_t column = 0;
    std::size_t line = 0;
};

/// Nothing when it is no reference, or one beyond the limits.
std::optional<place> place_of(std::string_view reference)
{
    place found;
    std::size_t i = 0;
    for (; i < reference.size() && reference[i] >= 'A' && reference[i] <= 'Z'; ++i) {
        found.column = found.column * 26 + static_cast<std::size_t>(reference[i] - 'A') + 1;
        if (found.column > most_columns)
            return {};
    }
    if (i == 0)
        return {};
    --found.column;
    for (; i < reference.size() && reference[i] >= '0' && reference[i] <= '9'; ++i) {
        found.line = found.line * 10 + static_cast<std::size_t>(reference[i] - '0');
        if (found.line > 10 * most_rows)
            return {};
    }
    return i == reference.size() ? std::optional(found) : std::nullopt;
}

/// Reads the rows of one sheet; `wrong` says why it stopped.
class row_reader {
public:
    explicit row_reader(workbook_parts const& book) : book_(book) {}

    bool read(pugi::xml_node const& rows)
    {
        for (auto const& row : rows.children()) {
            if (local_name(row) != "row")
                continue;
            auto const said = row.attribute("r").as_ullong();
            grid_line line{said ? static_cast<std::size_t>(said) : last_ + 1, {}};
            last_ = line.line;
            if (!read_cells(row, line.cells))
                return false;
            if (lines.size() == most_rows)
                return stop(say("表格超过{1}行", most_rows));
            lines.push_back(std::move(line));
        }
        std::stable_sort(lines.begin(), lines.end(),
                         [](auto const& a, auto const& b) { return a.line < b.line; });
        return true;
    }

    /// What a merged cell says stands in its first line only; in a list it is meant for each of
    /// them. Titles merged over columns stay in their first.
    bool fill(pugi::xml_node const& merged_cells)
    {
        auto const areas = merged_cells.children();
        return std::all_of(areas.begin(), areas.end(), [&](auto const& merged) {
            std::string_view const range = merged.attribute("ref").value();
            auto const colon = range.find(':');
            if (colon == std::string_view::npos)
                return true;
            auto const from = place_of(range.substr(0, colon));
            auto const to = place_of(range.substr(colon + 1));
            return !from || !to || to->line <= from->line || fill_down(*from, to->line);
        });
    }

    std::vector<grid_line> lines;
    text wrong;

private:
    bool read_cells(pugi::xml_node const& row, std::vector<std::string>& cells)
    {
        std::size_t next = 0;
        for (auto const& cell : row.children()) {
            if (local_name(cell) != "c")
                continue;
            if (auto const reference = cell.attribute("r")) {
                auto const at = place_of(reference.value());
                if (!at)
                    return stop(say("表格超过{1}列", most_columns));
                next = at->column;
            }
            if (next >= most_columns)
                return stop(say("表格超过{1}列", most_columns));
            if (!put(cells, next++, book_.value_of(cell)))
                return false;
        }
        return true;
    }

    bool fill_down(place const& from, std::size_t last)
    {
        std::string words;
        auto line = std::lower_bound(lines.begin(), lines.end(), from.line,
                                     [](auto const& each, auto at) { return each.line < at; });
        for (; line != lines.end() && line->line <= last; ++line) {
            if (line->line == from.line && from.column < line->cells.size())
                words = line->cells[from.column];
            else if (line->line > from.line && !words.empty() &&
                     !put(line->cells, from.column, words))
                return false;
        }
        return true;
    }

    /// A few bytes of XML can stand for a long line or for a text many times over, so what is made
    /// of them is counted.
    bool put(std::vector<std::string>& cells, std::size_t column, std::string words)
    {
        cells_ += column < cells.size() ? 1 : column + 1 - cells.size();
        bytes_ += words.size();
        if (bytes_ > most_bytes || cells_ > most_cells)
            return stop(say("表格的文字过多"));
        if (cells.size() <= column)
            cells.resize(column + 1);
        cells[column] = std::move(words);
        return true;
    }

    bool stop(text why)
    {
        wrong = std::move(why);
        return false;
    }

    workbook_parts const& book_;
    std::size_t last_ = 0;
    std::size_t cells_ = 0;
    std::size_t bytes_ = 0;
};

} // namespace

table_reading read_xlsx_table(std::string_view bytes)
{
    auto opened = archives::checked_archive::open_bytes(std::string(bytes));
    if (auto* why = std::get_if<text>(&opened))
        return std::move(*why);
    workbook_parts book(std::get<archives::checked_archive>(opened));
    if (auto why = book.open())
        return std::move(*why);
    row_reader reader(book);
    if (!reader.read(child_of(book.first_sheet(), "sheetData")) ||
        !reader.fill(child_of(book.first_sheet(), "mergeCells")))
        return std::move(reader.wrong);
    return table_of(std::move(reader.lines));
}

} // namespace adapters::sheet
