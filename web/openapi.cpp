#include "web/openapi.hpp"

#include <algorithm>
#include <cctype>
#include <set>

namespace web {
namespace {

using boost::json::array;
using boost::json::object;
using engine::field;
using engine::field_type;

object schema_of_one(field const& f)
{
    switch (f.type) {
    case field_type::line:
        return {{"type", "string"}, {"maxLength", engine::longest_line}};
    case field_type::prose:
        return {{"type", "string"}, {"maxLength", engine::longest_prose}};
    case field_type::unit:
        return {{"type", "string"}, {"description", "code of a unit"}};
    case field_type::person:
        return {{"type", "integer"}, {"minimum", 1}, {"description", "number of a person"}};
    case field_type::number:
        return {{"type", "integer"}};
    case field_type::money:
        return {{"type", "integer"}, {"description", "fen (1/100 yuan)"}};
    case field_type::date:
        return {{"type", "string"}, {"format", "date"}};
    case field_type::flag:
        return {{"type", "boolean"}};
    case field_type::choice: {
        array names;
        for (auto const& name : f.choices)
            names.push_back(boost::json::string(name));
        return {{"type", "string"}, {"enum", std::move(names)}};
    }
    case field_type::document:
        return {{"$ref", "#/components/schemas/document"}};
    case field_type::group:
        return schema_of(f.of);
    }
    return {};
}

object text_schema()
{
    return {{"type", "string"}};
}

object problem_schema()
{
    object const refusal{
        {"type", "object"},
        {"properties",
         {{"rule",
           {{"type", "object"},
            {"properties",
             {{"id", text_schema()}, {"citation", text_schema()}, {"href", text_schema()}}}}},
          {"reason", text_schema()},
          {"remedy", text_schema()},
          {"about_role", {{"type", "boolean"}}},
          {"opens_on", text_schema()}}}};
    object const fault{
        {"type", "object"},
        {"properties",
         {{"path", text_schema()}, {"label", text_schema()}, {"reason", text_schema()}}}};
    return {{"type", "object"},
            {"description", "RFC 9457; refusals and faults as far as there are any"},
            {"required", array{"type", "title", "status"}},
            {"properties",
             {{"type", text_schema()},
              {"title", text_schema()},
              {"status", {{"type", "integer"}}},
              {"detail", text_schema()},
              {"fault", text_schema()},
              {"version", {{"type", "integer"}}},
              {"refusals", {{"type", "array"}, {"items", refusal}}},
              {"faults", {{"type", "array"}, {"items", fault}}}}}};
}

object answer_with(std::string_view words, std::string_view type, object schema)
{
    return {{"description", words}, {"content", {{type, {{"schema", std::move(schema)}}}}}};
}

object ref(std::string const& name)
{
    return {{"$ref", "#/components/schemas/" + name}};
}

object parameters_of(std::string_view name, std::string_view where, object schema,
                     std::string_view words)
{
    return {{"name", name},
            {"in", where},
            {"required", where == "path"},
            {"description", words},
            {"schema", std::move(schema)}};
}

bool is_number(std::string_view place)
{
    return place == "id" || place == "seq" || place == "year";
}

std::string operation_id(route const& one)
{
    std::string id;
    for (unsigned char c : one.method)
        id += static_cast<char>(std::tolower(c));
    for (char c : one.pattern)
        if (std::isalnum(static_cast<unsigned char>(c)))
            id += c;
        else if (!id.ends_with('_'))
            id += '_';
    return id;
}

object request_body(route const& one)
{
    if (one.pattern == "/cases")
        return {{"required", true},
                {"content", {{"application/json", {{"schema", ref("opening")}}}}}};
    if (one.pattern == "/cases/{id}/acts")
        return {{"required", true},
                {"content", {{"application/json", {{"schema", ref("submission")}}}}}};
    if (one.pattern == "/documents")
        return {{"required", true},
                {"content",
                 {{"multipart/form-data",
                   {{"schema",
                     {{"type", "object"},
                      {"properties",
                       {{"csrf", text_schema()},
                        {"file",
                         {{"type", "string"},
                          {"contentMediaType", "application/octet-stream"}}}}}}}}}}}};
    if (one.pattern == "/sign-in")
        return {
            {"required", true},
            {"content",
             {{"application/json",
               {{"schema",
                 {{"type", "object"},
                  {"required", array{"login", "password"}},
                  {"properties", {{"login", text_schema()}, {"password", text_schema()}}}}}}}}}};
    if (one.pattern == "/appointments")
        return {{"required", true},
                {"content",
                 {{"application/json",
                   {{"schema",
                     {{"type", "object"},
                      {"required", array{"appointment"}},
                      {"properties", {{"appointment", {{"type", "integer"}}}}}}}}}}}};
    return {};
}

object operation(route const& one)
{
    object made{{"operationId", operation_id(one)}, {"summary", one.summary}};
    array parameters;
    for (auto at = one.pattern.find('{'); at != std::string_view::npos;
         at = one.pattern.find('{', at + 1)) {
        auto const name = one.pattern.substr(at + 1, one.pattern.find('}', at) - at - 1);
        auto const svg = one.pattern.starts_with("/rules/");
        parameters.push_back(parameters_of(
            name, "path", is_number(name) && !svg ? object{{"type", "integer"}} : text_schema(),
            ""));
    }
    for (auto const& q : one.query) {
        object schema = text_schema();
        if (q.type == "integer")
            schema = {{"type", "integer"}};
        else if (q.type == "date")
            schema["format"] = "date";
        parameters.push_back(parameters_of(q.name, "query", std::move(schema), q.words));
    }
    if (one.pattern.ends_with("/acts") && one.method == "POST") {
        parameters.push_back(parameters_of("Idempotency-Key", "header", text_schema(),
                                           "the act_id; the same id is the same act"));
        parameters.push_back(
            parameters_of("If-Match", "header", text_schema(),
                          "the last act that was seen, as in the ETag of the case"));
    }
    if (!parameters.empty())
        made["parameters"] = std::move(parameters);
    if (auto body = request_body(one); !body.empty())
        made["requestBody"] = std::move(body);

    object responses;
    auto const svg = one.pattern.ends_with(".svg");
    object const anything{{"type", "object"}};
    auto const file = one.pattern == "/documents/{hash}";
    auto const pdf = one.pattern.ends_with("/papers/{paper}");
    auto const picture = one.pattern.ends_with("/pages/{page}");
    auto const creates = one.method == "POST" && (one.takes_files || one.pattern == "/documents" ||
                                                  one.pattern.starts_with("/uploads"));
    auto const says_nothing = one.method == "PATCH" || one.method == "DELETE";
    responses[says_nothing ? "204"
              : creates    ? "201"
                           : "200"] =
        says_nothing ? object{{"description", "done"}}
        : pdf        ? answer_with("the paper", "application/pdf", text_schema())
        : picture    ? answer_with("a picture", "image/png", text_schema())
        : file       ? answer_with("the document", "application/octet-stream",
                                   {{"contentMediaType", "application/octet-stream"}})
        : svg        ? answer_with("a picture", "image/svg+xml", text_schema())
                     : answer_with("the view", "application/json", anything);
    auto const problems = [&](char const* status, char const* words) {
        responses[status] = answer_with(words, "application/problem+json", ref("problem"));
    };
    if (one.who == access::signed_in)
        problems("401", "sign-in needed");
    if (one.pattern.find('{') != std::string_view::npos)
        problems("404", "no such thing");
    if (one.method == "POST") {
        problems("400", "malformed: the fields and why");
        if (one.takes_files && one.pattern != "/documents") {
            problems("403", "refused on the ground of the role alone");
            problems("409", "stale, or the act_id was used for another act");
            problems("422", "the law refuses: every refusal with rule, reason and remedy");
        }
        problems("413", "too large");
    }
    problems("503", "busy or read-only; Retry-After says when to come again");
    made["responses"] = std::move(responses);
    if (one.who == access::everybody)
        made["security"] = array();
    return made;
}

void collect(engine::procedure const& of, object& schemas, array& submissions)
{
    std::set<std::string> kinds;
    for (auto const& row : of.table())
        if (row.sort != "follows")
            kinds.insert(row.kind);
    for (auto const& kind : kinds) {
        auto const* fields = of.fields_of(kind);
        if (!fields || schemas.contains(kind))
            continue;
        schemas[kind] = schema_of(*fields);
        submissions.push_back(
            object{{"type", "object"},
                   {"required", array{"kind", "body"}},
                   {"properties",
                    {{"kind", {{"const", kind}}},
                     {"act_id", {{"type", "string"}, {"minLength", 8}, {"maxLength", 100}}},
                     {"seen", {{"type", "integer"}, {"description", "seq of the last act seen"}}},
                     {"body", ref(kind)}}}});
    }
}

} // namespace

object schema_of(std::vector<field> const& fields)
{
    object properties;
    array required;
    for (auto const& f : fields) {
        auto one = schema_of_one(f);
        if (f.many)
            one = {
                {"type", "array"}, {"maxItems", engine::longest_list}, {"items", std::move(one)}};
        properties[f.name] = std::move(one);
        if (f.required && !f.many)
            required.push_back(boost::json::string(f.name));
    }
    object made{{"type", "object"}, {"additionalProperties", false}};
    made["properties"] = std::move(properties);
    if (!required.empty())
        made["required"] = std::move(required);
    return made;
}

object openapi(std::vector<route> const& routes, engine::procedure_shapes const& shapes)
{
    object schemas;
    schemas["problem"] = problem_schema();
    schemas["document"] = {
        {"type", "object"},
        {"required", array{"hash", "name"}},
        {"properties",
         {{"hash", {{"type", "string"}, {"pattern", "^[0-9a-f]{64}$"}}}, {"name", text_schema()}}}};
    array submissions, openings;
    for (auto const& [name, shape] : shapes) {
        auto const sample = shape.make("cn");
        collect(*sample, schemas, submissions);
        openings.push_back(
            object{{"type", "object"},
                   {"required", array{"shape", "act_id", "body"}},
                   {"properties",
                    {{"shape", {{"const", name}}},
                     {"kind", {{"const", shape.opening_kind}}},
                     {"act_id", {{"type", "string"}, {"minLength", 8}, {"maxLength", 100}}},
                     {"body", ref(shape.opening_kind)}}}});
    }
    schemas["submission"] = {{"oneOf", std::move(submissions)}};
    schemas["opening"] = {{"oneOf", std::move(openings)}};

    object paths;
    for (auto const& one : routes) {
        if (one.internal)
            continue;
        auto& path = paths[one.pattern];
        if (!path.is_object())
            path = object();
        std::string method;
        for (unsigned char c : one.method)
            method += static_cast<char>(std::tolower(c));
        path.as_object()[method] = operation(one);
    }
    return {{"openapi", "3.1.0"},
            {"info",
             {{"title", "Juece"},
              {"version", "0.1.0"},
              {"description",
               "Every address serves pages to browsers and, to Accept: application/json, the same "
               "view as JSON. Sign in with POST /sign-in and send the token as a bearer."}}},
            {"paths", std::move(paths)},
            {"components",
             {{"schemas", std::move(schemas)},
              {"securitySchemes", {{"bearer", {{"type", "http"}, {"scheme", "bearer"}}}}}}},
            {"security", array{object{{"bearer", array()}}}}};
}

} // namespace web
