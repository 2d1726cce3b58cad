#include "web/flat_schema.hpp"

#include <boost/json/array.hpp>

namespace web {

using boost::json::array;
using boost::json::object;

object flat_schema(flat_member const& of)
{
    if (of.type == "integer" || of.type == "boolean")
        return {{"type", of.type}};
    if (of.type == "strings")
        return {{"type", "array"}, {"items", object{{"type", "string"}}}};
    object made{{"type", "string"}};
    if (of.type == "date")
        made["format"] = "date";
    if (of.most_characters > 0)
        made["maxLength"] = of.most_characters;
    if (of.filled)
        made["minLength"] = 1;
    if (!of.choices.empty()) {
        array names;
        for (auto const name : of.choices)
            names.push_back(boost::json::string(name));
        made["enum"] = std::move(names);
    }
    return made;
}

object flat_object(std::vector<flat_member> const& members)
{
    object properties;
    array required;
    for (auto const& one : members) {
        properties[one.name] = flat_schema(one);
        if (one.required)
            required.push_back(boost::json::string(one.name));
    }
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"required", std::move(required)}};
}

} // namespace web
