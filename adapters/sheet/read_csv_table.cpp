#include "adapters/csv/csv.hpp"
#include "adapters/files/as_utf8.hpp"
#include "adapters/sheet/cell_grid.hpp"

namespace adapters::sheet {
namespace {

using engine::say;

} // namespace

table_reading read_csv_table(std::string_view bytes)
{
    auto const words = files::as_utf8(bytes);
    if (!words)
        return say("不是文字表格（支持 XLSX，以及 UTF-8 或者 GB18030 编码的 CSV）");
    auto records = csv::read_records(*words);
    if (!records.faults.empty())
        return say("第{1}行：{2}", records.faults.front().line, records.faults.front().reason);
    std::vector<grid_line> lines;
    lines.reserve(records.rows.size());
    for (auto& row : records.rows)
        lines.push_back({row.line, std::move(row.cells)});
    return table_of(std::move(lines));
}

table_reading read_table_of(std::string_view bytes)
{
    return bytes.starts_with("PK") ? read_xlsx_table(bytes) : read_csv_table(bytes);
}

} // namespace adapters::sheet
