#include "adapters/office/paper.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace adapters::office {
namespace {

constexpr std::array<std::pair<std::string_view, line_sort>, 11> words_of_sorts = {{
    {"issuer", line_sort::issuer},
    {"number", line_sort::number},
    {"title", line_sort::title},
    {"to", line_sort::addressee},
    {"heading", line_sort::heading},
    {"sub", line_sort::subheading},
    {"row", line_sort::row},
    {"sign", line_sort::signer},
    {"date", line_sort::date},
    {"note", line_sort::note},
    {"blank", line_sort::blank},
}};

std::string_view trimmed(std::string_view words)
{
    while (!words.empty() && (words.front() == ' ' || words.front() == '\t'))
        words.remove_prefix(1);
    while (!words.empty() && (words.back() == ' ' || words.back() == '\t' || words.back() == '\r'))
        words.remove_suffix(1);
    return words;
}

std::string plain(std::string_view words)
{
    std::string made;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == '\\' && i + 1 < words.size() &&
            (words[i + 1] == '@' || words[i + 1] == '|' || words[i + 1] == '\\'))
            ++i;
        made += words[i];
    }
    return made;
}

std::vector<std::string> cells_of(std::string_view words)
{
    std::vector<std::string> cells;
    for (std::size_t from = 0, at = 0; at <= words.size(); ++at) {
        if (at < words.size() && words[at] == '\\') {
            ++at;
            continue;
        }
        if (at == words.size() || words[at] == '|') {
            cells.push_back(plain(trimmed(words.substr(from, at - from))));
            from = at + 1;
        }
    }
    return cells;
}

/// "4 标签 | 值": the number in front is taken off.
int take_number(std::string_view& words)
{
    int number = 1;
    auto const [end, fault] = std::from_chars(words.data(), words.data() + words.size(), number);
    auto const length = static_cast<std::size_t>(end - words.data());
    if (fault != std::errc() || length == words.size() || words[length] != ' ')
        return 1;
    words = trimmed(words.substr(length));
    return std::clamp(number, 1, 20);
}

paper_line read_line(std::string_view line)
{
    for (auto const& [word, sort] : words_of_sorts) {
        if (!line.starts_with('@') || !line.substr(1).starts_with(word))
            continue;
        auto rest = line.substr(1 + word.size());
        if (!rest.empty() && rest.front() != ' ')
            continue;
        rest = trimmed(rest);
        if (sort != line_sort::row)
            return {sort, plain(rest)};
        auto const least = take_number(rest);
        return {sort, "", cells_of(rest), least};
    }
    return {line_sort::paragraph, plain(line)};
}

/// A letter or digit of ASCII is half as wide as a character.
double width_in_characters(std::string_view words)
{
    double width = 0;
    for (unsigned char const byte : words)
        width += byte < 0x80 ? 0.5 : byte >= 0xC0 ? 1 : 0;
    return width;
}

/// Where the first "2026年" begins; npos where there is none.
std::size_t year_in(std::string_view words)
{
    constexpr std::size_t digits = 4;
    for (auto at = words.find("年"); at != words.npos; at = words.find("年", at + 1))
        if (at >= digits && words.substr(at - digits, digits).find_first_not_of("0123456789") ==
                                std::string_view::npos)
            return at - digits;
    return std::string_view::npos;
}

} // namespace

std::vector<paper_line> read_paper_lines(std::string_view text)
{
    std::vector<paper_line> lines;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        auto const line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        // A value of several lines in a form stays in its cell.
        if (line.starts_with("\\|") && !lines.empty() && lines.back().is == line_sort::row)
            lines.back().cells.back() += "\n" + plain(line.substr(2));
        else if (line.starts_with("\\|"))
            lines.push_back({line_sort::paragraph, plain(line.substr(2))});
        else if (!line.empty())
            lines.push_back(read_line(line));
    }
    return lines;
}

std::string as_paper_words(std::string const& words)
{
    std::string made;
    for (char c : words) {
        if (c == '\n') {
            // Further lines of one value; in a form they stay in its cell.
            made += "\n\\|";
            continue;
        }
        if (c == '\r')
            continue;
        if (c == '@' || c == '|' || c == '\\')
            made += '\\';
        made += c;
    }
    return made;
}

std::vector<std::string> title_lines(std::string const& words)
{
    constexpr double longest_line = 20; // characters of 22 points on 156 mm
    if (width_in_characters(words) <= longest_line)
        return {words};
    auto const at = year_in(words);
    if (at == 0 || at == std::string::npos)
        return {words};
    return {words.substr(0, at), words.substr(at)};
}

} // namespace adapters::office
