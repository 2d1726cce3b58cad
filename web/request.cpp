#include "web/request.hpp"

#include <algorithm>
#include <cctype>

namespace web {

std::string const* find(pairs const& in, std::string_view name)
{
    for (auto const& [key, value] : in)
        if (key == name)
            return &value;
    return nullptr;
}

std::string_view request::header(std::string_view name) const
{
    auto const* found = find(headers, name);
    return found ? std::string_view(*found) : std::string_view();
}

std::string request::content_type() const
{
    auto value = header("content-type");
    value = value.substr(0, value.find(';'));
    while (!value.empty() && value.back() == ' ')
        value.remove_suffix(1);
    std::string lower(value);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

} // namespace web
