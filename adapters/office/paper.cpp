#include "adapters/office/paper.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace adapters::office {
namespace {

constexpr std::array<std::pair<std::string_view, line_sort>, 12> words_of_sorts = {{
    {"issuer", line_sort::issuer},
    {"letter", line_sort::letterhead},
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

/// Whether a year begins here, as in "人民政府2025年"; the second of "2026—2030年" does not.
bool begins_year(std::string_view words, std::size_t at)
{
    constexpr std::size_t digits = 4;
    auto const year = words.substr(at);
    if (year.size() < digits || !year.substr(digits).starts_with("年") ||
        year.substr(0, digits).find_first_not_of("0123456789") != year.npos)
        return false;
    auto const before = words.substr(0, at);
    return !before.empty() && static_cast<unsigned char>(before.back()) >= 0x80 &&
           !before.ends_with("—") && !before.ends_with("－");
}

/// Whether a title may part here: no word goes across it.
bool may_part(std::string_view words, std::size_t at)
{
    static constexpr std::array<std::string_view, 4> ends = {"》", "的", "、", "）"};
    static constexpr std::array<std::string_view, 5> begins = {"（", "和", "及", "与", "《"};
    auto const before = words.substr(0, at);
    auto const after = words.substr(at);
    auto const is_end = [&](auto sign) { return before.ends_with(sign); };
    auto const is_begin = [&](auto sign) { return after.starts_with(sign); };
    return std::none_of(ends.begin(), ends.end(), is_begin) &&
           (std::any_of(ends.begin(), ends.end(), is_end) ||
            std::any_of(begins.begin(), begins.end(), is_begin) || begins_year(words, at));
}

/// Where both parts of a title are nearest in length, none of them a few characters; npos where it
/// cannot part.
std::size_t best_place_to_part(std::string_view words)
{
    constexpr double shortest_line = 4;
    std::size_t best = words.npos;
    double best_width = 0;
    for (std::size_t at = 1; at < words.size(); ++at) {
        bool const in_a_letter = (static_cast<unsigned char>(words[at]) & 0xC0) == 0x80;
        if (in_a_letter || !may_part(words, at))
            continue;
        auto const left = width_in_characters(words.substr(0, at));
        auto const right = width_in_characters(words.substr(at));
        auto const longer = std::max(left, right);
        if (std::min(left, right) >= shortest_line && (best == words.npos || longer < best_width)) {
            best = at;
            best_width = longer;
        }
    }
    return best;
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
    auto const at = best_place_to_part(words);
    if (at == std::string::npos)
        return {words};
    auto lines = title_lines(words.substr(0, at));
    for (auto& one : title_lines(words.substr(at)))
        lines.push_back(std::move(one));
    return lines;
}

} // namespace adapters::office
