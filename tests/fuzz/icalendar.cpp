// Whatever people write stands in a calendar and in the header of a letter as it is, and never
// becomes a line of its own. The first line is a name, the rest are words.

#include "adapters/notices/icalendar.hpp"

#include "adapters/notices/encoding.hpp"
#include "tests/fuzz/must.hpp"

#include <algorithm>
#include <cstdint>

using fuzz::must;

namespace {

using namespace adapters;

/// The content lines of a calendar, each in one piece again.
std::vector<std::string> unfolded(std::string_view all)
{
    std::vector<std::string> lines;
    while (!all.empty()) {
        auto const end = all.find("\r\n");
        must(end != std::string_view::npos && end <= 75);
        auto line = all.substr(0, end);
        must(line.find_first_of("\r\n") == std::string_view::npos);
        all.remove_prefix(end + 2);
        if (line.starts_with(' ')) {
            must(!lines.empty());
            lines.back().append(line.substr(1));
        } else
            lines.emplace_back(line);
    }
    return lines;
}

/// Undoes calendar_text.
std::string plain(std::string_view text)
{
    std::string words;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') {
            must(++i < text.size());
            words += text[i] == 'n' ? '\n' : text[i];
        } else
            words += text[i];
    }
    return words;
}

/// What calendar_text leaves of the words.
std::string without_controls(std::string words)
{
    std::erase_if(words, [](unsigned char c) { return (c < 0x20 && c != '\n') || c == 0x7f; });
    return words;
}

void must_stand_in_a_calendar(std::string const& name, std::string const& words)
{
    notices::calendar_entry const one{.uid = name,
                                      .summary = words,
                                      .address = "https://juece.example/cases/7",
                                      .on = *engine::parse_day("2024-04-02")};
    auto const stamp = *engine::parse_instant("2024-04-02T02:00:00.000Z");
    auto const lines = unfolded(notices::icalendar(name, {one, one}, stamp));
    must(std::count(lines.begin(), lines.end(), "BEGIN:VEVENT") == 2);
    must(lines.size() == 7 + 2 * 8);
    auto const summary = std::find_if(
        lines.begin(), lines.end(), [](auto const& line) { return line.starts_with("SUMMARY:"); });
    must(plain(summary->substr(8)) == without_controls(words));
}

void must_stand_in_a_header(std::string const& words)
{
    auto const written = notices::encoded_words(words);
    std::string read;
    std::string_view rest = written;
    if (!rest.starts_with("=?UTF-8?B?")) {
        must(written == words);
        must(std::all_of(words.begin(), words.end(), [](char c) { return c >= ' ' && c < 0x7f; }));
        return;
    }
    while (!rest.empty()) {
        must(rest.starts_with("=?UTF-8?B?"));
        auto const end = rest.find("?=");
        must(end != std::string_view::npos && end + 2 <= 75);
        auto const part = notices::from_base64(std::string(rest.substr(10, end - 10)));
        must(part.has_value());
        read += *part;
        rest.remove_prefix(end + 2);
        must(rest.empty() || rest.starts_with("\r\n "));
        rest.remove_prefix(std::min<std::size_t>(3, rest.size()));
    }
    must(read == words);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size)
{
    std::string const all(reinterpret_cast<char const*>(bytes), size);
    auto const line = std::min(all.find('\n'), all.size());
    auto const words = all.substr(std::min(line + 1, all.size()));
    must_stand_in_a_calendar(all.substr(0, line), words);
    must_stand_in_a_header(words);
    if (auto const decoded = notices::from_base64(words))
        must(decoded->size() <= words.size());
    return 0;
}
