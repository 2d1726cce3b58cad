#include "adapters/sheet/cell_grid.hpp"

#include "adapters/files/is_utf8.hpp"

#include <algorithm>
#include <set>

namespace adapters::sheet {
namespace {

using engine::say;

/// Without the blanks that people leave around words, the ideographic space among them, and without
/// the byte order marks of files that were put together.
std::string trimmed(std::string_view words)
{
    constexpr std::string_view plain = " \t\r\n";
    constexpr std::string_view wide[] = {"　", "\xC2\xA0", "\xEF\xBB\xBF"};
    for (bool again = true; again && !words.empty();) {
        again = false;
        for (auto const& blank : wide) {
            if (words.starts_with(blank))
                words.remove_prefix(blank.size()), again = true;
            if (words.ends_with(blank))
                words.remove_suffix(blank.size()), again = true;
        }
        if (!words.empty() && plain.find(words.front()) != std::string_view::npos)
            words.remove_prefix(1), again = true;
        if (!words.empty() && plain.find(words.back()) != std::string_view::npos)
            words.remove_suffix(1), again = true;
    }
    return std::string(words);
}

std::size_t filled(grid_line const& line)
{
    return static_cast<std::size_t>(std::count_if(line.cells.begin(), line.cells.end(),
                                                  [](auto const& cell) { return !cell.empty(); }));
}

void shorten(std::vector<std::string>& cells)
{
    while (!cells.empty() && cells.back().empty())
        cells.pop_back();
}

} // namespace

table_reading table_of(std::vector<grid_line> lines)
{
    for (auto& line : lines) {
        for (auto& cell : line.cells)
            cell = trimmed(cell);
        if (!std::all_of(line.cells.begin(), line.cells.end(), files::is_utf8))
            return say("文件的文字编码已损坏");
        shorten(line.cells);
    }
    std::erase_if(lines, [](auto const& line) { return line.cells.empty(); });
    if (lines.empty())
        return say("表格是空的");
    auto headed =
        std::find_if(lines.begin(), lines.end(), [](auto const& line) { return filled(line) > 1; });
    if (headed == lines.end())
        headed = lines.begin();

    read_table table;
    table.headings = std::move(headed->cells);
    std::set<std::string> known;
    for (auto const& heading : table.headings)
        if (!heading.empty() && !known.insert(heading).second)
            return say("表头“{1}”出现了两次", heading);
    for (auto row = std::next(headed); row != lines.end(); ++row) {
        for (std::size_t i = 0; i < row->cells.size(); ++i)
            if (!row->cells[i].empty() && (i >= table.headings.size() || table.headings[i].empty()))
                return say("第{1}行的“{2}”所在的列没有表头", row->line, row->cells[i]);
        row->cells.resize(table.headings.size());
        table.rows.push_back(std::move(row->cells));
        table.lines.push_back(row->line);
    }
    return table;
}

} // namespace adapters::sheet
