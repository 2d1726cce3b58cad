#include "workflows/annual_report/placeholders.hpp"

#include "workflows/annual_report/decimal.hpp"

#include <algorithm>
#include <array>

namespace workflows::annual_report {
namespace {

/// So many characters behind a brace without partner are told with it.
constexpr int characters_told = 12;

/// The bytes of a brace without partner and of what is told with it.
std::size_t size_of_stray(std::string_view words)
{
    auto const end = std::min(words.find_first_of("{}\r\n", 1), words.size());
    std::size_t size = 1;
    auto const continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    for (int told = 0; size < end && told < characters_told; ++told)
        do
            ++size;
        while (size < end && continues(words[size]));
    return size;
}

placeholder closed(std::size_t at, std::string_view written)
{
    auto const inside = written.substr(1, written.size() - 2);
    auto const blank = inside.find(' ');
    auto const form = blank == inside.npos ? std::string_view() : inside.substr(blank + 1);
    return {.at = at,
            .size = written.size(),
            .code = std::string(inside.substr(0, blank)),
            .form = form_named(form)};
}

bool is_comparison(figure_form form)
{
    return form == figure_form::comparison || form == figure_form::difference;
}

/// Whether the frozen figure, as it was corrected, can be said in that form.
bool can_be_told(report_file const& file, placeholder const& one)
{
    auto const* figure = find_frozen(file, one.code);
    if (!figure || !is_comparison(*one.form))
        return figure;
    auto const* corrected = find_restated(file, one.code);
    return parse_decimal(corrected ? corrected->value : figure->value) && figure->last_year &&
           parse_decimal(*figure->last_year);
}

} // namespace

std::optional<figure_form> form_named(std::string_view name)
{
    using enum figure_form;
    static constexpr std::array<std::pair<std::string_view, figure_form>, 7> all = {
        {{"", shown},
         {"数", number},
         {"汉", characters},
         {"序", ordinal},
         {"年份", year},
         {"比", comparison},
         {"增减", difference}}};
    auto const found =
        std::find_if(all.begin(), all.end(), [&](auto const& one) { return one.first == name; });
    return found == all.end() ? std::nullopt : std::optional(found->second);
}

std::vector<placeholder> placeholders_in(std::string_view words)
{
    std::vector<placeholder> found;
    for (auto at = words.find_first_of("{}"); at != words.npos;
         at = words.find_first_of("{}", at)) {
        auto const end = words.find_first_of("{}\n", at + 1);
        if (words[at] == '{' && end != words.npos && words[end] == '}')
            found.push_back(closed(at, words.substr(at, end + 1 - at)));
        else if (words[at] == '{')
            found.push_back({.at = at, .size = size_of_stray(words.substr(at))});
        else
            found.push_back({.at = at, .size = 1});
        at += found.back().size;
    }
    return found;
}

std::vector<std::string> unfilled_in(report_file const& file, std::string_view words)
{
    std::vector<std::string> found;
    for (auto const& one : placeholders_in(words))
        if (!one.form || (file.frozen && !can_be_told(file, one)))
            found.emplace_back(words.substr(one.at, one.size));
    return found;
}

std::vector<std::string> unfilled_placeholders(report_file const& file)
{
    std::vector<std::string> found;
    for (auto const& [section, written] : file.sections)
        for (auto& one : unfilled_in(file, written.body.words))
            found.push_back(std::move(one));
    return found;
}

} // namespace workflows::annual_report
