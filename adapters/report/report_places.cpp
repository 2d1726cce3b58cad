#include "adapters/report/report_places.hpp"

#include <optional>

namespace adapters::report {
namespace {

constexpr std::string_view narrative = "narrative.";

/// The next tag of a text, without its braces; moves the text behind it.
std::optional<std::string_view> next_tag(std::string_view& text)
{
    constexpr std::string_view opens = "{{", closes = "}}";
    auto const from = text.find(opens);
    auto const until = from == text.npos ? from : text.find(closes, from);
    if (until == text.npos)
        return {};
    auto const begins = from + opens.size();
    auto const tag = text.substr(begins, until - begins);
    text.remove_prefix(until + closes.size());
    return tag;
}

} // namespace

report_places::report_places(report_template const& form)
{
    report_place here{.at = 0};
    std::string_view text = form.text;
    while (auto const tag = next_tag(text)) {
        if (tag->starts_with(narrative))
            here.section = tag->substr(narrative.size());
        auto const code = tag->substr(tag->empty() ? 0 : 1);
        auto const dot = code.find('.');
        if (!tag->starts_with('#') || dot == code.npos || code.starts_with(narrative))
            continue;
        if (places_.emplace(code, here).second)
            places_.insert_or_assign(std::string(code.substr(0, dot)), here);
        ++here.at;
    }
}

report_place report_places::of(std::string_view code) const
{
    for (auto end = code.size(); end != code.npos; end = code.substr(0, end).rfind('.'))
        if (auto const found = places_.find(code.substr(0, end)); found != places_.end())
            return found->second;
    return {};
}

} // namespace adapters::report
