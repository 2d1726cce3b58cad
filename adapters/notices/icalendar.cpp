#include "adapters/notices/icalendar.hpp"

#include "adapters/notices/encoding.hpp"

#include <algorithm>

namespace adapters::notices {
namespace {

constexpr std::size_t octets_of_line = 75;

/// "20240402" of "2024-04-02".
std::string compact(std::string text)
{
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

/// "20240402T080000Z".
std::string stamp_of(engine::instant at)
{
    auto text = compact(engine::to_text(at));
    return text.substr(0, text.find('.')) + "Z";
}

} // namespace

std::string calendar_text(std::string_view words)
{
    std::string text;
    for (char const c : words) {
        if (c == '\\' || c == ',' || c == ';')
            text += '\\';
        if (c == '\n')
            text += "\\n";
        else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
            text += c;
    }
    return text;
}

std::string calendar_line(std::string_view line)
{
    std::string folded;
    auto most = octets_of_line;
    while (true) {
        auto const part = whole_characters(line, most);
        folded.append(part).append("\r\n");
        line.remove_prefix(part.size());
        if (line.empty())
            return folded;
        folded += ' ';
        most = octets_of_line - 1; // the space counts
    }
}

std::string icalendar(std::string const& name, std::vector<calendar_entry> const& entries,
                      engine::instant stamp)
{
    std::string all;
    auto const line = [&](std::string const& words) { all += calendar_line(words); };
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Juece//limits//ZH");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    line("X-WR-CALNAME:" + calendar_text(name));
    for (auto const& one : entries) {
        line("BEGIN:VEVENT");
        line("UID:" + calendar_text(one.uid));
        line("DTSTAMP:" + stamp_of(stamp));
        line("DTSTART;VALUE=DATE:" + compact(engine::to_text(one.on)));
        line("SUMMARY:" + calendar_text(one.summary));
        line("URL:" + one.address);
        line("TRANSP:TRANSPARENT"); // a limit keeps nobody busy all day
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    return all;
}

} // namespace adapters::notices
