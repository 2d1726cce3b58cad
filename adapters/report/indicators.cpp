#include "adapters/report/indicators.hpp"

#include "adapters/csv/csv.hpp"
#include "config/embedded.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <stdexcept>

namespace adapters::report {
namespace {

/// The next word of a text, taken off it; empty at its end.
std::string_view take_word(std::string_view& text)
{
    auto const end = std::min(text.find(' '), text.size());
    auto const word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return word;
}

bool take(std::string_view& text, std::string_view expected)
{
    auto rest = text;
    if (take_word(rest) != expected)
        return false;
    text = rest;
    return true;
}

/// "to 2 places" or "to 1 place" at the end; none means whole numbers.
std::optional<int> take_places(std::string_view& text)
{
    if (text.empty())
        return 0;
    int places = 0;
    if (!take(text, "to"))
        return {};
    auto const word = take_word(text);
    auto const [end, fault] = std::from_chars(word.data(), word.data() + word.size(), places);
    if (fault != std::errc() || end != word.data() + word.size() || places < 0 || places > 4 ||
        (!take(text, "place") && !take(text, "places")) || !text.empty())
        return {};
    return places;
}

} // namespace

std::optional<formula> read_formula(std::string_view counting)
{
    using sort = formula::sort;
    formula found;
    auto const word = take_word(counting);
    if (word == "increase")
        found.is = sort::increase;
    else if (word == "growth")
        found.is = sort::growth;
    else if (word == "share")
        found.is = sort::share;
    else if (word == "mean")
        found.is = sort::mean;
    else
        return {};
    if (!take(counting, "of"))
        return {};
    found.what = take_word(counting);
    bool const has_whole = found.is == sort::share || found.is == sort::mean;
    if (has_whole && !take(counting, found.is == sort::share ? "in" : "per"))
        return {};
    if (has_whole)
        found.whole = take_word(counting);
    auto const places = take_places(counting);
    auto const is_code = [](std::string const& one) { return one.find('.') != std::string::npos; };
    if (!places || !is_code(found.what) || (has_whole && !is_code(found.whole)))
        return {};
    found.places = *places;
    return found;
}

indicators::indicators()
{
    auto const file = config::embedded("indicators.csv");
    if (!file)
        throw std::runtime_error("config/indicators.csv is not built in");
    auto const read = csv::read(*file);
    if (!read.faults.empty())
        throw std::runtime_error("config/indicators.csv: line " +
                                 std::to_string(read.faults.front().line));
    for (auto const& row : read.found.rows) {
        auto const cell = [&](char const* column) { return read.found.cell(row, column); };
        all_.push_back({.code = cell("code"),
                        .chinese = cell("name_zh"),
                        .english = cell("name_en"),
                        .unit = cell("unit"),
                        .counting = cell("aggregation"),
                        .origin = cell("origin"),
                        .follows = read_formula(cell("aggregation")),
                        .is_counted_in_fen = cell("aggregation").starts_with("sum of fen")});
        if (all_.back().origin == "derived" && !all_.back().follows)
            throw std::runtime_error("config/indicators.csv: no formula for " + all_.back().code);
    }
    by_code_.resize(all_.size());
    std::iota(by_code_.begin(), by_code_.end(), std::size_t{0});
    std::sort(by_code_.begin(), by_code_.end(),
              [&](std::size_t a, std::size_t b) { return all_[a].code < all_[b].code; });
}

indicator const* indicators::find(std::string_view code) const
{
    auto const found =
        std::lower_bound(by_code_.begin(), by_code_.end(), code,
                         [&](std::size_t at, std::string_view one) { return all_[at].code < one; });
    return found != by_code_.end() && all_[*found].code == code ? &all_[*found] : nullptr;
}

std::string indicators::name(std::string_view code, std::string_view language) const
{
    auto const* found = find(code);
    if (!found)
        return std::string(code);
    return language == "zh" ? found->chinese : found->english;
}

std::string indicators::unit(std::string_view code) const
{
    auto const* found = find(code);
    return found ? found->unit : std::string();
}

int indicators::comparison_places(std::string_view code) const
{
    auto const* found = find(code);
    return found && found->follows ? std::max(found->follows->places, 1) : 1;
}

} // namespace adapters::report
