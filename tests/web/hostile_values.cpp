#include "tests/web/hostile_values.hpp"

#include <algorithm>

namespace tests {
namespace {

namespace json = boost::json;

std::string word(json::object const& schema, char const* name)
{
    auto const* found = schema.if_contains(name);
    return found ? std::string(found->as_string()) : std::string();
}

bool is_required(json::object const& schema, json::string_view member)
{
    auto const* required = schema.if_contains("required");
    if (!required)
        return false;
    auto const& all = required->as_array();
    return std::any_of(all.begin(), all.end(),
                       [&](json::value const& one) { return one.as_string() == member; });
}

/// Each under its own words.
void add(std::vector<hostile_value>& to, std::string how, json::value value)
{
    to.push_back({std::move(how), std::move(value)});
}

void of_words(json::object const& schema, std::vector<hostile_value>& to)
{
    add(to, "a number for words", 5);
    add(to, "true for words", true);
    add(to, "an object for words", json::object());
    add(to, "a list for words", json::array{"x"});
    if (auto const* most = schema.if_contains("maxLength"))
        add(to, "too many words",
            json::value(std::string(most->to_number<std::size_t>() + 1, 'x')));
    if (schema.contains("minLength"))
        add(to, "no words", "");
    if (schema.contains("format"))
        for (auto const* no_date : {"2026-02-30", "20260101", "2026-1-1", "tomorrow"})
            add(to, no_date + std::string(" for a date"), no_date);
    if (schema.contains("enum"))
        add(to, "no such choice", "no_such_choice");
    if (schema.contains("pattern"))
        add(to, "words that do not fit", "zz");
}

void of_number(json::object const& schema, std::vector<hostile_value>& to)
{
    add(to, "'1' for a number", "1");
    add(to, "1.5 for a number", 1.5);
    add(to, "1e300 for a number", 1e300);
    add(to, "true for a number", true);
    add(to, "a list for a number", json::array{1});
    if (auto const* least = schema.if_contains("minimum"))
        add(to, "too small a number", least->to_number<long long>() - 1);
}

void of_list(json_schemas const& schemas, json::object const& schema,
             std::vector<hostile_value>& to)
{
    auto const& items = schema.at("items").as_object();
    add(to, "an object for a list", json::object());
    add(to, "words for a list", "x");
    if (auto const* most = schema.if_contains("maxItems"))
        add(to, "too long a list",
            json::array(most->to_number<std::size_t>() + 1, sample_of(schemas, items)));
    for (auto& one : hostile_values(schemas, items)) {
        json::array list;
        list.push_back(std::move(one.value));
        add(to, "in a list: " + one.how, std::move(list));
    }
}

void of_object(json_schemas const& schemas, json::object const& schema,
               std::vector<hostile_value>& to)
{
    auto const good = sample_of(schemas, schema).as_object();
    add(to, "null for an object", nullptr);
    add(to, "words for an object", "x");
    add(to, "a list for an object", json::array());
    if (schema.contains("additionalProperties")) {
        auto more = good;
        more["no_such_member"] = 1;
        add(to, "an unknown member", std::move(more));
    }
    auto const* properties = schema.if_contains("properties");
    if (!properties)
        return;
    for (auto const& member : properties->as_object()) {
        auto const name = std::string(member.key());
        if (is_required(schema, member.key())) {
            auto less = good;
            less.erase(member.key());
            add(to, name + " is missing", std::move(less));
        }
        for (auto& one : hostile_values(schemas, member.value().as_object())) {
            if (one.value.is_null() && !is_required(schema, member.key()))
                continue; // null is one way to leave a member out
            auto changed = good;
            changed[member.key()] = std::move(one.value);
            add(to, name + ": " + one.how, std::move(changed));
        }
    }
}

} // namespace

json::value sample_of(json_schemas const& schemas, json::object const& referring)
{
    auto const& schema = schemas.resolved(referring);
    if (auto const* one = schema.if_contains("const"))
        return *one;
    if (auto const* choices = schema.if_contains("enum"))
        return choices->as_array().at(0);
    auto const type = word(schema, "type");
    if (type == "integer")
        return 1;
    if (type == "boolean")
        return true;
    if (type == "array")
        return json::array();
    if (type == "string") {
        if (schema.contains("format"))
            return "2026-06-01";
        return json::value(std::string(schema.contains("pattern") ? 64 : 8, 'a'));
    }
    json::object made;
    if (auto const* properties = schema.if_contains("properties"))
        for (auto const& member : properties->as_object())
            if (is_required(schema, member.key()))
                made[member.key()] = sample_of(schemas, member.value().as_object());
    return made;
}

std::vector<hostile_value> hostile_values(json_schemas const& schemas,
                                          json::object const& referring)
{
    auto const& schema = schemas.resolved(referring);
    std::vector<hostile_value> made;
    auto const type = word(schema, "type");
    if (schema.contains("const"))
        add(made, "another word than the only one", "no_such_word");
    else if (type == "string")
        of_words(schema, made);
    else if (type == "integer")
        of_number(schema, made);
    else if (type == "boolean") {
        add(made, "'true' for a flag", "true");
        add(made, "1 for a flag", 1);
    } else if (type == "array")
        of_list(schemas, schema, made);
    else if (type == "object")
        of_object(schemas, schema, made);
    return made;
}

std::vector<hostile_value> hostile_bodies()
{
    auto const nested = [](std::string const& open, std::string const& close) {
        std::string all;
        for (int i = 0; i < 5'000; ++i)
            all += open;
        for (int i = 0; i < 5'000; ++i)
            all += close;
        return all;
    };
    std::vector<hostile_value> made;
    for (auto const& [how, body] : std::vector<std::pair<std::string, std::string>>{
             {"half an object", "{\"kind\":"},
             {"a list", "[]"},
             {"words", "\"x\""},
             {"null", "null"},
             {"lists in lists", nested("[", "]")},
             {"objects in objects", nested("{\"a\":", "}")},
             {"two values", "{} {}"},
             {"bytes that are no UTF-8", "{\"kind\":\"\xff\"}"},
             {"a slash written too long", "{\"kind\":\"\xc0\xaf\"}"},
             {"half a surrogate", "{\"kind\":\"\\ud800\"}"},
             {"a zero character", std::string("{\"kind\":\"a\0b\"}", 14)},
             {"a number without end", "{\"seen\":1e999999}"},
             {"another encoding", std::string("\xff\xfe{\0}\0", 6)}})
        add(made, how, json::value(body));
    return made;
}

} // namespace tests
