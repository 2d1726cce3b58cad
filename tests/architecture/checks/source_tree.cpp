#include "tests/architecture/checks/source_tree.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace architecture {
namespace {

namespace fs = std::filesystem;

std::string read(fs::path const& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool is_left_out(std::string const& path)
{
    constexpr auto places = std::to_array<std::string_view>(
        {".git", "node_modules", "tests/browser/results", "tests/browser/test-results"});
    for (auto place : places)
        if (path == place || path.ends_with("/" + std::string(place)))
            return true;
    // as .gitignore has it: /build*/ and /data*/
    return path.find('/') == std::string::npos &&
           (path.starts_with("build") || path.starts_with("data"));
}

/// Where a literal that begins at `at` is over.
std::size_t end_of_literal(std::string_view code, std::size_t at)
{
    auto const quote = code[at];
    if (quote == '"' && at > 0 && code[at - 1] == 'R') {
        auto const open = code.find('(', at);
        auto const close = ")" + std::string(code.substr(at + 1, open - at - 1)) + "\"";
        auto const found = code.find(close, open);
        return found == std::string_view::npos ? code.size() : found + close.size();
    }
    for (++at; at < code.size() && code[at] != quote && code[at] != '\n'; ++at)
        if (code[at] == '\\')
            ++at;
    return std::min(at + 1, code.size());
}

bool is_digit_separator(std::string_view code, std::size_t at)
{
    return code[at] == '\'' && at > 0 && std::isxdigit(static_cast<unsigned char>(code[at - 1])) &&
           at + 1 < code.size() && std::isxdigit(static_cast<unsigned char>(code[at + 1])) &&
           !(at + 2 < code.size() && code[at + 2] == '\'');
}

} // namespace

source_tree::source_tree(fs::path const& root)
{
    auto walk = fs::recursive_directory_iterator(root);
    for (auto const& entry : walk) {
        auto const path = entry.path().lexically_relative(root).generic_string();
        if (entry.is_directory() && is_left_out(path))
            walk.disable_recursion_pending();
        else if (entry.is_regular_file())
            files_.push_back({path, read(entry.path())});
    }
    std::sort(files_.begin(), files_.end(),
              [](auto const& a, auto const& b) { return a.path < b.path; });
}

source const* source_tree::find(std::string_view path) const
{
    auto const at = std::lower_bound(files_.begin(), files_.end(), path,
                                     [](auto const& f, auto p) { return f.path < p; });
    return at != files_.end() && at->path == path ? &*at : nullptr;
}

std::vector<source const*> source_tree::cpp_under(std::vector<std::string_view> const& places) const
{
    std::vector<source const*> found;
    for (auto const& file : files_)
        if (file.is_cpp() &&
            std::any_of(places.begin(), places.end(), [&](auto p) { return file.under(p); }))
            found.push_back(&file);
    return found;
}

std::string source::without_comments() const
{
    return strip_comments(text);
}

std::string strip_comments(std::string_view code)
{
    std::string kept(code);
    auto const blank = [&](std::size_t from, std::size_t until) {
        for (; from < until; ++from)
            if (kept[from] != '\n')
                kept[from] = ' ';
    };
    for (std::size_t at = 0; at < code.size();) {
        if (code.substr(at, 2) == "//") {
            auto const end = std::min(code.find('\n', at), code.size());
            blank(at, end);
            at = end;
        } else if (code.substr(at, 2) == "/*") {
            auto const found = code.find("*/", at + 2);
            auto const end = found == std::string_view::npos ? code.size() : found + 2;
            blank(at, end);
            at = end;
        } else if ((code[at] == '"' || code[at] == '\'') && !is_digit_separator(code, at)) {
            at = end_of_literal(code, at);
        } else {
            ++at;
        }
    }
    return kept;
}

long long lines_of(std::string_view text)
{
    return std::count(text.begin(), text.end(), '\n') + (!text.empty() && text.back() != '\n');
}

std::vector<std::vector<std::string>> csv_rows(std::string_view text)
{
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row;
    std::string cell;
    bool quoted = false;
    auto const end_row = [&] {
        row.push_back(std::move(cell));
        cell.clear();
        if (row.size() > 1 || !row.front().empty())
            rows.push_back(std::move(row));
        row.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            cell += text[++i];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            row.push_back(std::move(cell));
            cell.clear();
        } else if (!quoted && c == '\n') {
            end_row();
        } else if (c != '\r') {
            cell += c;
        }
    }
    if (!cell.empty() || !row.empty())
        end_row();
    return rows;
}

} // namespace architecture
