#include "tests/web/json_schema.hpp"

#include "engine/day.hpp"

#include <algorithm>
#include <array>
#include <regex>

namespace tests {
namespace {

namespace json = boost::json;

constexpr std::string_view components = "#/components/schemas/";

std::string text_of(json::value const& words)
{
    return std::string(words.as_string());
}

/// Characters of UTF-8, as maxLength and minLength count them.
long long characters(std::string_view words)
{
    return std::count_if(words.begin(), words.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
}

bool is_of_type(json::value const& of, std::string_view type)
{
    if (type == "string")
        return of.is_string();
    if (type == "integer")
        return of.is_int64() || of.is_uint64();
    if (type == "number")
        return of.is_number();
    if (type == "null")
        return of.is_null();
    if (type == "boolean")
        return of.is_bool();
    if (type == "array")
        return of.is_array();
    return of.is_object();
}

/// The one type, or the list of them, that a schema names.
std::vector<std::string> types_in(json::value const& named)
{
    if (named.is_string())
        return {text_of(named)};
    std::vector<std::string> all;
    for (auto const& one : named.as_array())
        all.push_back(text_of(one));
    return all;
}

void check_words(std::string const& words, json::object const& schema, std::string const& place,
                 std::vector<std::string>& found)
{
    if (auto const* most = schema.if_contains("maxLength");
        most && characters(words) > most->to_number<long long>())
        found.push_back(place + ": is too long");
    if (auto const* least = schema.if_contains("minLength");
        least && characters(words) < least->to_number<long long>())
        found.push_back(place + ": is too short");
    if (auto const* pattern = schema.if_contains("pattern");
        pattern && !std::regex_search(words, std::regex(text_of(*pattern))))
        found.push_back(place + ": does not fit " + text_of(*pattern));
    if (schema.contains("format") && !engine::parse_day(words))
        found.push_back(place + ": is no date");
}

} // namespace

json::object const& json_schemas::resolved(json::object const& schema) const
{
    auto const* at = &schema;
    while (auto const* reference = at->if_contains("$ref"))
        at = &whole_.at("components")
                  .at("schemas")
                  .at(text_of(*reference).substr(components.size()))
                  .as_object();
    return *at;
}

std::vector<std::string> json_schemas::breaches(json::value const& of,
                                                json::object const& schema) const
{
    std::vector<std::string> found;
    check(of, schema, "", found);
    return found;
}

void json_schemas::check(json::value const& of, json::object const& referring,
                         std::string const& place, std::vector<std::string>& found) const
{
    auto const& schema = resolved(referring);
    if (auto const* one = schema.if_contains("const"); one && *one != of)
        found.push_back(place + ": is not " + json::serialize(*one));
    if (auto const* choices = schema.if_contains("enum")) {
        auto const& all = choices->as_array();
        if (std::find(all.begin(), all.end(), of) == all.end())
            found.push_back(place + ": is none of the choices");
    }
    if (auto const* many = schema.if_contains("oneOf")) {
        auto const& all = many->as_array();
        auto const fitting = std::count_if(all.begin(), all.end(), [&](json::value const& one) {
            return breaches(of, one.as_object()).empty();
        });
        if (fitting != 1)
            found.push_back(place + ": fits " + std::to_string(fitting) + " of the alternatives");
    }
    auto const* type = schema.if_contains("type");
    if (!type)
        return;
    auto const types = types_in(*type);
    if (std::none_of(types.begin(), types.end(),
                     [&](std::string const& one) { return is_of_type(of, one); })) {
        found.push_back(place + ": is no " +
                        (types.size() == 1 ? types.front() : json::serialize(*type)));
        return;
    }
    if (of.is_string())
        check_words(text_of(of), schema, place, found);
    if (auto const* least = schema.if_contains("minimum");
        least && of.is_int64() && of.get_int64() < least->to_number<long long>())
        found.push_back(place + ": is less than " + json::serialize(*least));
    if (of.is_array()) {
        auto const& all = of.get_array();
        if (auto const* most = schema.if_contains("maxItems");
            most && all.size() > most->to_number<std::size_t>())
            found.push_back(place + ": has too many items");
        if (auto const* items = schema.if_contains("items"))
            for (std::size_t i = 0; i < all.size(); ++i)
                check(all[i], items->as_object(), place + "/" + std::to_string(i), found);
    }
    if (!of.is_object())
        return;
    auto const& object = of.get_object();
    if (auto const* required = schema.if_contains("required"))
        for (auto const& name : required->as_array())
            if (!object.contains(name.as_string()))
                found.push_back(place + ": has no " + text_of(name));
    auto const* properties = schema.if_contains("properties");
    for (auto const& member : object) {
        auto const* described =
            properties ? properties->as_object().if_contains(member.key()) : nullptr;
        auto const at = place + "/" + std::string(member.key());
        if (described)
            check(member.value(), described->as_object(), at, found);
        else if (auto const* more = schema.if_contains("additionalProperties")) {
            if (auto const* each = more->if_object())
                check(member.value(), *each, at, found);
            else
                found.push_back(at + ": is not described");
        }
    }
}

std::vector<std::string> json_schemas::unreadable(json::object const& schema) const
{
    std::vector<std::string> found;
    read(schema, "", found);
    return found;
}

void json_schemas::read(json::object const& schema, std::string const& place,
                        std::vector<std::string>& found) const
{
    constexpr std::array<std::string_view, 17> known = {"$ref",        "additionalProperties",
                                                        "const",       "contentMediaType",
                                                        "description", "enum",
                                                        "format",      "items",
                                                        "maxItems",    "maxLength",
                                                        "minLength",   "minimum",
                                                        "oneOf",       "pattern",
                                                        "properties",  "required",
                                                        "type"};
    constexpr std::array<std::string_view, 7> known_types = {
        "string", "integer", "number", "boolean", "array", "object", "null"};
    for (auto const& word : schema)
        if (std::find(known.begin(), known.end(), std::string_view(word.key())) == known.end())
            found.push_back(place + ": the word " + std::string(word.key()));
    if (auto const* reference = schema.if_contains("$ref")) {
        auto const to = text_of(*reference);
        auto const& all = whole_.at("components").at("schemas").as_object();
        if (schema.size() != 1 || !to.starts_with(components) ||
            !all.contains(to.substr(components.size())))
            found.push_back(place + ": the reference " + to);
        return; // what it means is read in its own place
    }
    if (auto const* named = schema.if_contains("type"))
        for (auto const& type : types_in(*named))
            if (std::find(known_types.begin(), known_types.end(), type) == known_types.end())
                found.push_back(place + ": the type " + type);
    if (auto const* format = schema.if_contains("format"); format && text_of(*format) != "date")
        found.push_back(place + ": the format " + text_of(*format));
    if (auto const* more = schema.if_contains("additionalProperties")) {
        if (auto const* each = more->if_object())
            read(*each, place + "/additionalProperties", found);
        else if (*more != json::value(false))
            found.push_back(place + ": additionalProperties that are neither false nor a schema");
    }
    if (auto const* items = schema.if_contains("items"))
        read(items->as_object(), place + "/items", found);
    if (auto const* properties = schema.if_contains("properties"))
        for (auto const& one : properties->as_object())
            read(one.value().as_object(), place + "/" + std::string(one.key()), found);
    if (auto const* many = schema.if_contains("oneOf"))
        for (auto const& one : many->as_array())
            read(one.as_object(), place + "/oneOf", found);
}

} // namespace tests
