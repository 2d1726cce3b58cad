#include "workflows/major_decision/wording.hpp"

namespace workflows::major_decision {

using engine::say;

engine::text in_a_row(std::vector<engine::text> const& items)
{
    constexpr std::size_t most_shown = 5;
    engine::text row;
    for (std::size_t i = 0; i < items.size() && i < most_shown; ++i)
        row = i == 0 ? items[i] : say("{1}、{2}", std::move(row), items[i]);
    if (items.size() > most_shown)
        row = say("{1}等{2}项", std::move(row), items.size());
    return row;
}

namespace {

engine::text row_of(std::vector<std::string> const& items, engine::text (*as_word)(std::string))
{
    std::vector<engine::text> words;
    words.reserve(items.size());
    for (auto const& item : items)
        words.push_back(as_word(item));
    return in_a_row(words);
}

} // namespace

engine::text in_a_row(std::vector<std::string> const& items)
{
    return row_of(items, engine::literal);
}

engine::text units_in_a_row(std::vector<std::string> const& codes)
{
    return row_of(codes, engine::unit_by_code);
}

} // namespace workflows::major_decision
