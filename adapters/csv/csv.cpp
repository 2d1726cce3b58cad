#include "adapters/csv/csv.hpp"

#include "adapters/files/is_utf8.hpp"

#include <algorithm>
#include <iterator>

namespace adapters::csv {
namespace {

class reader {
public:
    reader(std::string_view text, std::string const& file) : text_(text), file_(file) {}

    /// The next record, or false at the end.
    bool next(row& into, std::vector<fault>& faults)
    {
        into.cells.clear();
        while (at_ < text_.size() && is_line_end())
            step_over_line_end();
        if (at_ == text_.size())
            return false;
        into.line = line_;
        for (;;) {
            auto const opens = at_ < text_.size() && text_[at_] == '"';
            into.cells.push_back(opens ? quoted(faults) : plain(faults));
            if (at_ == text_.size())
                return true;
            if (is_line_end()) {
                step_over_line_end();
                return true;
            }
            ++at_; // the comma
        }
    }

private:
    bool is_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

    void step_over_line_end()
    {
        if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n')
            ++at_;
        ++at_;
        ++line_;
    }

    std::string plain(std::vector<fault>& faults)
    {
        auto const begin = at_;
        while (at_ < text_.size() && text_[at_] != ',' && !is_line_end())
            ++at_;
        auto cell = std::string(text_.substr(begin, at_ - begin));
        if (cell.find('"') != std::string::npos)
            faults.push_back({file_, line_, engine::say("引号只能包住整个单元格")});
        return cell;
    }

    std::string quoted(std::vector<fault>& faults)
    {
        auto const begun = line_;
        std::string cell;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] != '"') {
                line_ += text_[at_] == '\n';
                cell += text_[at_];
            } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                cell += '"';
                ++at_;
            } else {
                ++at_;
                if (at_ < text_.size() && text_[at_] != ',' && !is_line_end()) {
                    faults.push_back({file_, line_, engine::say("引号只能包住整个单元格")});
                    plain(faults);
                }
                return cell;
            }
        }
        faults.push_back({file_, begun, engine::say("引号没有闭合")});
        return cell;
    }

    std::string_view text_;
    std::string const& file_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

} // namespace

bool table::has(std::string_view column) const
{
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

std::string const& table::cell(row const& of, std::string_view column) const
{
    static std::string const none;
    auto const found = std::find(columns.begin(), columns.end(), column);
    return found == columns.end() ? none
                                  : of.cells[static_cast<std::size_t>(found - columns.begin())];
}

record_reading read_records(std::string_view text, std::string const& file)
{
    record_reading result;
    if (text.starts_with(byte_order_mark))
        text.remove_prefix(byte_order_mark.size());
    if (text.find('\0') != std::string_view::npos || !files::is_utf8(text)) {
        result.faults.push_back({file, 1, engine::say("这不是文本文件")});
        return result;
    }
    reader records(text, file);
    row each;
    for (;;) {
        std::vector<fault> faults;
        if (!records.next(each, faults))
            return result;
        if (faults.empty())
            result.rows.push_back(each);
        else
            result.faults.insert(result.faults.end(), faults.begin(), faults.end());
    }
}

reading read(std::string_view text, std::string const& file)
{
    auto records = read_records(text, file);
    reading result{{}, std::move(records.faults)};
    if (records.rows.empty()) {
        if (result.faults.empty())
            result.faults.push_back({file, 1, engine::say("文件是空的")});
        return result;
    }
    // Without its heading a file says nothing.
    if (!result.faults.empty() && result.faults.front().line < records.rows.front().line)
        return result;
    result.found.columns = std::move(records.rows.front().cells);
    for (auto each = std::next(records.rows.begin()); each != records.rows.end(); ++each) {
        if (each->cells.size() == result.found.columns.size())
            result.found.rows.push_back(std::move(*each));
        else
            result.faults.push_back({file, each->line,
                                     engine::say("应有{1}列，实有{2}列",
                                                 result.found.columns.size(), each->cells.size())});
    }
    return result;
}

std::string line_of(std::vector<std::string> const& cells)
{
    std::string line;
    for (auto const& cell : cells) {
        if (&cell != &cells.front())
            line += ',';
        if (cell.find_first_of(",\"\r\n") == std::string::npos) {
            line += cell;
            continue;
        }
        line += '"';
        for (char const c : cell) {
            if (c == '"')
                line += '"';
            line += c;
        }
        line += '"';
    }
    line += '\n';
    return line;
}

std::string sheet_line_of(std::vector<std::string> cells)
{
    for (auto& cell : cells)
        if (!cell.empty() &&
            std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos)
            cell.insert(cell.begin(), '\'');
    return line_of(cells);
}

} // namespace adapters::csv
