#include "tests/web/description.hpp"

#include "web/openapi.hpp"
#include "workflows/shapes.hpp"

#include <cctype>

namespace tests {

namespace json = boost::json;

json::object const& description()
{
    static json::object const made = web::openapi(web::routes(), workflows::shapes());
    return made;
}

json_schemas const& described_schemas()
{
    static json_schemas const made{description()};
    return made;
}

json::object const& operation(std::string_view method, std::string_view pattern)
{
    std::string small;
    for (unsigned char c : method)
        small += static_cast<char>(std::tolower(c));
    return description().at("paths").at(pattern).at(small).as_object();
}

std::string joined(std::vector<std::string> const& all)
{
    std::string text;
    for (auto const& one : all)
        text += one + "\n";
    return text;
}

std::string media_type(plain_reply const& got)
{
    return got.content_type.substr(0, got.content_type.find(';'));
}

std::string undescribed(plain_reply const& got, json::object const& described)
{
    auto const& responses = described.at("responses").as_object();
    auto const* response = responses.if_contains(std::to_string(got.status));
    if (!response)
        return "the status " + std::to_string(got.status) + ": " + got.body.substr(0, 300);
    auto const* content = response->as_object().if_contains("content");
    if (!content)
        return got.body.empty() ? "" : "a body: " + got.body.substr(0, 300);
    auto const type = media_type(got);
    auto const* as = content->as_object().if_contains(type);
    if (!as && !content->as_object().contains("*/*"))
        return "the type " + type;
    if (!as || !type.ends_with("json"))
        return {};
    return joined(
        described_schemas().breaches(json::parse(got.body), as->at("schema").as_object()));
}

bool is_described_refusal(plain_reply const& got, json::object const& described)
{
    return got.status >= 400 && got.status < 500 && media_type(got) == "application/problem+json" &&
           undescribed(got, described).empty() &&
           json::parse(got.body).at("status").as_int64() == got.status;
}

} // namespace tests
