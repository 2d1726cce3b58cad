#include "web/openapi.hpp"

#include "engine/lowered.hpp"
#include "web/described_answers.hpp"
#include "web/handlers/public_form_limits.hpp"
#include "web/version.hpp"
#include "workflows/catalogue/public_proposals.hpp"
#include "workflows/major_decision/hearing.hpp"
#include "workflows/major_decision/participation.hpp"

#include <cctype>
#include <set>

namespace web {
namespace {

using boost::json::array;
using boost::json::object;
using engine::field;
using engine::field_type;

object text_schema()
{
    return {{"type", "string"}};
}

/// The limit is kept in bytes, of which a character has up to four: what is longer in characters is
/// too long in any case.
object words_schema(std::size_t most_bytes, std::string_view what)
{
    return {{"type", "string"},
            {"maxLength", most_bytes},
            {"description",
             std::string(what) + "; at most " + std::to_string(most_bytes) + " bytes of UTF-8"}};
}

object schema_of_one(field const& f)
{
    switch (f.type) {
    case field_type::line:
        return words_schema(engine::longest_line, "one line");
    case field_type::prose:
        return words_schema(engine::longest_prose, "several lines");
    case field_type::unit:
        return {{"type", "string"}, {"description", "code of a unit"}};
    case field_type::person:
        return {{"type", "integer"}, {"minimum", 1}, {"description", "number of a person"}};
    case field_type::number:
        return {{"type", "integer"}};
    case field_type::money:
        return {{"type", "integer"}, {"minimum", 0}, {"description", "fen (1/100 yuan)"}};
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
    auto id = engine::lowered(std::string(one.method));
    for (char c : one.pattern)
        if (std::isalnum(static_cast<unsigned char>(c)))
            id += c;
        else if (!id.ends_with('_'))
            id += '_';
    return id;
}

/// What is sent to an address that is not about an act. A form names its fields the same.
struct described_body {
    std::string_view pattern;
    std::vector<flat_member> members;
};

std::vector<described_body> const& flat_bodies()
{
    namespace law = workflows::major_decision;
    using engine::detail::choice_names;
    static flat_member const of_token{.name = "form"};
    static flat_member const of_words{
        .name = "words", .most_characters = handlers::longest_words, .filled = true};
    static flat_member const of_name{
        .name = "name", .most_characters = handlers::longest_name, .filled = true};
    static flat_member const of_contact{
        .name = "contact", .most_characters = handlers::longest_contact, .filled = true};
    static std::vector<described_body> const all = {
        {"/sign-in", {{"login"}, {"password"}}},
        {"/sign-in/code", {{"step"}, {"code"}}},
        {"/sign-in/link", {{"token"}, {"password"}}},
        {"/account/password", {{"old"}, {"password"}}},
        {"/account/phrases", {{"phrases"}}},
        {"/account/second-factor/confirm", {{"code"}}},
        {"/account/second-factor/off", {{"password"}}},
        {"/appointments", {{"appointment", "integer"}}},
        {"/notices/mail", {{"address"}, {"wanted", "string", false}}},
        {"/reports/{year}/frozen", {{"cut_off", "date"}, {"act_id", "string", false}}},
        {"/public/matters/{id}/opinions",
         {of_token,
          of_words,
          {.name = "name", .required = false, .most_characters = handlers::longest_name},
          {.name = "contact", .required = false, .most_characters = handlers::longest_contact},
          {.name = "kind",
           .required = false,
           .choices = choice_names<law::participation::attendee_kind>()}}},
        {"/public/matters/{id}/hearing-wishes", {of_token, of_words, of_name, of_contact}},
        {"/public/matters/{id}/applications",
         {of_token,
          of_words,
          of_name,
          of_contact,
          {.name = "identity", .most_characters = handlers::longest_identity, .filled = true},
          {.name = "side", .choices = choice_names<law::hearing::hearing_side>()}}},
        {"/public/proposals",
         {of_token,
          {.name = "title", .most_characters = handlers::longest_title, .filled = true},
          {.name = "basis", .required = false, .most_characters = handlers::longest_basis},
          of_words,
          of_name,
          of_contact,
          {.name = "kind",
           .required = false,
           .choices = choice_names<workflows::catalogue::public_proposals::public_proposer>()}}}};
    return all;
}

object flat_body(described_body const& of)
{
    auto const schema = flat_object(of.members);
    object content{{"application/json", {{"schema", schema}}}};
    if (of.pattern.starts_with("/public/"))
        content["application/x-www-form-urlencoded"] = object{{"schema", schema}};
    return {{"required", true}, {"content", std::move(content)}};
}

object request_body(route const& one)
{
    if (one.method == "GET")
        return {};
    if (one.pattern == "/cases")
        return {{"required", true},
                {"content", {{"application/json", {{"schema", ref("opening")}}}}}};
    if (one.pattern == "/cases/{id}/acts" || one.pattern == "/administration/acts")
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
    if (one.method == "PATCH")
        return {{"required", true},
                {"content",
                 {{"application/offset+octet-stream",
                   {{"schema", {{"contentMediaType", "application/octet-stream"}}}}}}}};
    for (auto const& body : flat_bodies())
        if (body.pattern == one.pattern)
            return flat_body(body);
    return {};
}

/// True for what creates something: 201, and 200 for what was sent once more.
bool creates(route const& one)
{
    return one.method == "POST" &&
           (one.takes_files || one.pattern == "/cases/{id}/opinions" ||
            one.pattern == "/cases/{id}/opinions/acts" || one.pattern == "/cases/{id}/masking" ||
            one.pattern.starts_with("/reports/") || one.pattern.starts_with("/uploads") ||
            one.pattern.starts_with("/public/"));
}

void describe_success(route const& one, object& responses)
{
    if (one.method == "PATCH" || one.method == "DELETE") {
        responses["204"] = object{{"description", "done"}};
        return;
    }
    auto const file = file_of(one);
    if (file.types.empty())
        responses["200"] = answer_with("the view", "application/json", success_schema(one, 200));
    else {
        object content;
        for (auto const type : file.types)
            content[type] = object{{"schema", object{{"contentMediaType", type}}}};
        responses["200"] = object{{"description", file.words}, {"content", std::move(content)}};
        if (one.pattern.ends_with("/{hash}"))
            responses["304"] = object{{"description", "unchanged, for If-None-Match"}};
    }
    if (creates(one))
        responses["201"] =
            answer_with("what was made", "application/json", success_schema(one, 201));
}

/// Where many wrong guesses or submissions have to wait.
bool is_limited(route const& one)
{
    return one.pattern.starts_with("/sign-in") || one.pattern == "/uploads" ||
           one.pattern == "/public/receipts" ||
           (one.method == "POST" &&
            (one.pattern.starts_with("/public/") || one.pattern.starts_with("/account/")));
}

void describe_problems(route const& one, object& responses)
{
    auto const problems = [&](char const* status, char const* words) {
        responses[status] = answer_with(words, "application/problem+json", ref("problem"));
    };
    auto const changes = one.method != "GET";
    auto const signed_in = one.who == access::signed_in;
    problems("400", "malformed: the fields and why");
    if (signed_in || (changes && one.pattern.starts_with("/sign-in")))
        problems("401", signed_in ? "sign-in needed" : "who signs in is not known by this");
    if (signed_in || changes)
        problems("403", "refused on the ground of the role alone, or sent from another site");
    if (one.pattern.find('{') != std::string_view::npos || one.pattern == "/drafts" ||
        one.pattern == "/cases/new" || one.pattern == "/public/receipts" ||
        one.pattern == "/account/sessions/end" || one.pattern == "/administration/rights")
        problems("404", "no such thing");
    if (changes) {
        problems("409", "stale, or the act_id was used for another act");
        problems("413", "too large");
        problems("415", "neither a form nor JSON");
        problems("422", "the law refuses: every refusal with rule, reason and remedy");
    }
    if (one.pattern == "/audit.csv")
        problems("422", "more than one export holds: ask for fewer days");
    if (one.pattern.starts_with("/uploads")) { // as tus has it, without words
        responses["412"] = object{{"description", "another version of tus"}};
        if (one.method == "PATCH")
            responses["409"] = object{{"description", "the upload has another offset"}};
        if (one.pattern.ends_with("/document"))
            responses["409"] = answer_with("not whole yet: how much has arrived",
                                           "application/json", flat_object(upload_members()));
    }
    // A table that was tried comes back with what is to be mended.
    if (changes && one.pattern.ends_with("/import"))
        responses["422"].as_object()["content"].as_object()["application/json"] =
            object{{"schema", success_schema(one, 422)}};
    if (is_limited(one))
        problems("429", "too often; Retry-After says when to come again");
    problems("503", "busy or read-only; Retry-After says when to come again");
}

object operation(route const& one)
{
    object made{{"operationId", operation_id(one)}, {"summary", one.summary}};
    object const count_of_bytes{{"type", "integer"}, {"minimum", 0}};
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
        parameters.push_back(
            parameters_of(q.name, "query", flat_schema({q.name, q.type}), q.words));
    }
    if (one.pattern.ends_with("/acts") && one.method == "POST") {
        parameters.push_back(parameters_of("Idempotency-Key", "header", text_schema(),
                                           "the act_id; the same id is the same act"));
        parameters.push_back(
            parameters_of("If-Match", "header", text_schema(),
                          "the last act that was seen, as in the ETag of the case"));
    }
    if (one.method == "POST" && one.pattern == "/uploads") {
        parameters.push_back(
            parameters_of("Upload-Length", "header", count_of_bytes, "of the whole file"));
        parameters.push_back(parameters_of("Upload-Metadata", "header", text_schema(),
                                           "filename and, after a blank, the name in Base64"));
    }
    if (one.method == "PATCH")
        parameters.push_back(
            parameters_of("Upload-Offset", "header", count_of_bytes, "where the bytes begin"));
    if (!parameters.empty())
        made["parameters"] = std::move(parameters);
    if (auto body = request_body(one); !body.empty())
        made["requestBody"] = std::move(body);

    object responses;
    describe_success(one, responses);
    describe_problems(one, responses);
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
                   {"additionalProperties", false},
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
        // what need not be there may also come empty
        if (f.required && !f.many && one.contains("type") && one.at("type") == "string" &&
            !one.contains("format") && !one.contains("enum"))
            one["minLength"] = 1;
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
        {"additionalProperties", false},
        {"required", array{"hash", "name"}},
        {"properties",
         {{"hash", {{"type", "string"}, {"pattern", "^[0-9a-f]{64}$"}}},
          {"name", {{"type", "string"}, {"minLength", 1}, {"description", "of the file"}}},
          {"level",
           {{"type", "string"},
            {"enum", array{"open", "internal", "secret"}},
            {"description",
             "of the document in this case from now on; without it as the case, or as before"}}}}}};
    array submissions, openings;
    for (auto const& [name, shape] : shapes) {
        auto const sample = shape.make("cn");
        collect(*sample, schemas, submissions);
        openings.push_back(
            object{{"type", "object"},
                   {"additionalProperties", false},
                   {"required", array{"shape", "act_id", "body"}},
                   {"properties",
                    {{"shape", {{"const", name}}},
                     {"kind", {{"const", shape.opening_kind}}},
                     {"act_id", {{"type", "string"}, {"minLength", 8}, {"maxLength", 100}}},
                     {"body", ref(shape.opening_kind)}}}});
    }
    schemas["submission"] = {{"oneOf", std::move(submissions)}};
    schemas["opening"] = {{"oneOf", std::move(openings)}};

    for (auto const& one : view_schemas())
        schemas[one.key()] = one.value();

    object paths;
    for (auto const& one : routes) {
        if (one.internal)
            continue;
        auto& path = paths[one.pattern];
        if (!path.is_object())
            path = object();
        path.as_object()[engine::lowered(std::string(one.method))] = operation(one);
    }
    return {{"openapi", "3.1.0"},
            {"info",
             {{"title", "Juece"},
              {"version", version},
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
