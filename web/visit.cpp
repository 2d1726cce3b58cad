#include "web/visit.hpp"

#include <charconv>

namespace web {

std::string const& visit::place(std::string_view name) const
{
    static std::string const none;
    auto const* found = find(places, name);
    return found ? *found : none;
}

std::string visit::query(std::string_view name) const
{
    auto const* found = find(asked.query, name);
    return found ? *found : std::string();
}

std::optional<long long> number_in(std::string_view text)
{
    long long number = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || fault != std::errc() || end != text.data() + text.size() || number < 1)
        return {};
    return number;
}

} // namespace web
