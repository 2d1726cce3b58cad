#ifndef JUECE_TESTS_WEB_PAGE_TEXT_HPP
#define JUECE_TESTS_WEB_PAGE_TEXT_HPP

#include <string>

// What tests look for in a page.

namespace tests {

inline std::string home_of(long long id)
{
    return "/cases/" + std::to_string(id);
}

inline bool has(std::string const& text, std::string const& part)
{
    return text.find(part) != std::string::npos;
}

/// The value of the first hidden input of that name after `from`.
inline std::string hidden(std::string const& page, std::string const& name, std::size_t from)
{
    auto const begin = "name=\"" + name + "\" value=\"";
    auto const at = page.find(begin, from);
    if (at == std::string::npos)
        return {};
    auto const value = at + begin.size();
    return page.substr(value, page.find('"', value) - value);
}

} // namespace tests

#endif
