#include "web/request.hpp"

#include "engine/lowered.hpp"

#include <algorithm>

namespace web {

std::string const* find(pairs const& in, std::string_view name)
{
    for (auto const& [key, value] : in)
        if (key == name)
            return &value;
    return nullptr;
}

void request::stand_for_get()
{
    method = "GET";
    std::erase_if(headers, [](auto const& one) { return one.first == "accept-encoding"; });
}

std::string_view request::header(std::string_view name) const
{
    auto const* found = find(headers, name);
    return found ? std::string_view(*found) : std::string_view();
}

request request::without_body() const
{
    request made;
    made.method = method;
    made.target = target;
    made.path = path;
    made.headers = headers;
    made.peer = peer;
    made.secure = secure;
    return made;
}

bool request::prefers_json() const
{
    auto const accept = header("accept");
    auto const json =
        std::min(accept.find("application/json"), accept.find("application/problem+json"));
    if (json != std::string_view::npos)
        return json < accept.find("text/html");
    return content_type() == "application/json" &&
           accept.find("text/html") == std::string_view::npos;
}

std::string request::content_type() const
{
    auto value = header("content-type");
    value = value.substr(0, value.find(';'));
    while (!value.empty() && value.back() == ' ')
        value.remove_suffix(1);
    return engine::lowered(std::string(value));
}

} // namespace web
