#include "adapters/rules/parse_toml.hpp"

#include <algorithm>
#include <boost/locale/utf.hpp>
#include <fmt/format.h>
#include <optional>
#include <vector>

namespace adapters::rules {
namespace {

namespace utf = boost::locale::utf;

std::size_t line_at(std::string_view text, std::string_view::iterator at)
{
    return 1 + static_cast<std::size_t>(std::count(text.begin(), at, '\n'));
}

/// Letters beyond ASCII as the escapes that TOML has for them in double quotes, where they mean the
/// same: what toml++ 3.3 asks about such letters is undefined for most of them.
std::variant<std::string, toml_fault> in_ascii(std::string_view text)
{
    constexpr std::string_view mark_of_utf8 = "\xEF\xBB\xBF";
    if (text.starts_with(mark_of_utf8))
        text.remove_prefix(mark_of_utf8.size());
    std::string plain;
    for (auto at = text.begin(); at != text.end();) {
        auto const begin = at;
        auto const letter = utf::utf_traits<char>::decode(at, text.end());
        if (letter == utf::illegal || letter == utf::incomplete)
            return toml_fault{line_at(text, begin), "not UTF-8"};
        if (letter < 0x80)
            plain += static_cast<char>(letter);
        else
            plain += fmt::format("\\U{:08X}", letter);
    }
    return plain;
}

bool has_escape(std::string_view words)
{
    return words.find("\\U") != words.npos;
}

/// The first line on which an escape was not read as one.
std::optional<std::size_t> line_of_escape(::toml::node const& node)
{
    if (auto const* words = node.as_string(); words && has_escape(words->get()))
        return node.source().begin.line;
    std::optional<std::size_t> found;
    auto const look = [&](::toml::node const& one) {
        if (!found)
            found = line_of_escape(one);
    };
    if (auto const* list = node.as_array())
        for (auto const& one : *list)
            look(one);
    if (auto const* table = node.as_table())
        for (auto const& [key, one] : *table) {
            if (!found && has_escape(key.str()))
                found = one.source().begin.line;
            look(one);
        }
    return found;
}

bool breaks_off(std::string_view plain)
{
    try {
        (void)::toml::parse(plain);
    } catch (::toml::parse_error const&) {
        return false;
    } catch (broken_assumption const&) {
        return true;
    }
    return false;
}

/// The end of the shortest beginning of a text that breaks off, too.
std::size_t line_of_breaking(std::string_view plain)
{
    std::vector<std::size_t> ends;
    for (auto at = plain.find('\n'); at != plain.npos; at = plain.find('\n', at + 1))
        ends.push_back(at + 1);
    auto const first = std::partition_point(ends.begin(), ends.end(), [&](std::size_t end) {
        return !breaks_off(plain.substr(0, end));
    });
    return 1 + static_cast<std::size_t>(first - ends.begin());
}

} // namespace

void break_off()
{
    throw broken_assumption{};
}

std::variant<::toml::table, toml_fault> parse_toml(std::string_view text)
{
    auto const ascii = in_ascii(text);
    if (auto const* fault = std::get_if<toml_fault>(&ascii))
        return *fault;
    auto const& plain = std::get<std::string>(ascii);
    try {
        auto read = ::toml::parse(plain);
        if (auto const line = line_of_escape(read))
            return toml_fault{*line, "letters beyond ASCII stand in double quotes"};
        return read;
    } catch (::toml::parse_error const& e) {
        return toml_fault{e.source().begin.line, std::string(e.description())};
    } catch (broken_assumption const&) {
        return toml_fault{line_of_breaking(plain), "this is not TOML"};
    }
}

} // namespace adapters::rules
