#include "adapters/csv/csv.hpp"
#include "adapters/sheet/sheet.hpp"

namespace adapters::sheet {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_number(std::string_view cell)
{
    if (cell.starts_with('-'))
        cell.remove_prefix(1);
    return !cell.empty() && cell.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::string line_of(std::vector<std::string> cells)
{
    for (auto& cell : cells)
        cell = harmless(cell);
    auto line = csv::line_of(cells);
    line.insert(line.size() - 1, "\r");
    return line;
}

} // namespace

std::string harmless(std::string const& cell)
{
    constexpr std::string_view begins_a_formula = "=+-@\t\r";
    // full-width forms are taken for the plain ones by some programs
    bool const is_wide = cell.starts_with("＝") || cell.starts_with("＋") ||
                         cell.starts_with("－") || cell.starts_with("＠");
    if (cell.empty() || is_number(cell) ||
        (!is_wide && begins_a_formula.find(cell.front()) == std::string_view::npos))
        return cell;
    return '\'' + cell;
}

std::string as_csv(sheet const& what)
{
    std::string written(byte_order_mark);
    written += line_of(what.headings);
    for (auto const& row : what.rows)
        written += line_of(row);
    return written;
}

} // namespace adapters::sheet
