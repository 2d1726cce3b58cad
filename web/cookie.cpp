#include "web/cookie.hpp"

namespace web {
namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

} // namespace

std::optional<std::string> cookie_value(std::string_view header, std::string_view name)
{
    std::optional<std::string> found;
    while (!header.empty()) {
        auto const end = std::min(header.find(';'), header.size());
        auto const one = header.substr(0, end);
        header.remove_prefix(std::min(end + 1, header.size()));
        auto const equals = one.find('=');
        if (equals == std::string_view::npos || trimmed(one.substr(0, equals)) != name)
            continue;
        auto value = trimmed(one.substr(equals + 1));
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
            value = value.substr(1, value.size() - 2);
        if (found && *found != value)
            return {};
        found = std::string(value);
    }
    return found;
}

std::string set_cookie(std::string_view name, std::string_view value, bool secure, bool http_only,
                       std::optional<std::chrono::seconds> age)
{
    std::string text(name);
    text.append("=").append(value).append("; Path=/; SameSite=Lax");
    if (http_only)
        text += "; HttpOnly";
    if (secure)
        text += "; Secure";
    if (age)
        text += "; Max-Age=" + std::to_string(age->count());
    return text;
}

} // namespace web
