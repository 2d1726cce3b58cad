#include "web/described_answers.hpp"

#include "config/embedded.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <cctype>

namespace web {
namespace {

using boost::json::array;
using boost::json::object;

object list_of(object items)
{
    return {{"type", "array"}, {"items", std::move(items)}};
}

/// Of an object that has such members and no others.
object closed_object(std::vector<flat_member> const& members)
{
    auto made = flat_object(members);
    made["additionalProperties"] = false;
    return made;
}

/// The link that an act of the administration handed out.
object link_schema()
{
    return closed_object({{"address"}, {"login"}, {"person_name"}, {"good_until"}});
}

/// What is said of an act that was entered.
object ruling_schema()
{
    auto made = closed_object({{"case", "integer"},
                               {"number"},
                               {"seq", "integer"},
                               {"act_id"},
                               {"kind"},
                               {"hash"},
                               {"href"},
                               {"repeated", "boolean"}});
    auto remark = closed_object({{"words"}});
    remark["properties"].as_object()["rule"] = closed_object({{"id"}, {"citation"}, {"href"}});
    remark["required"].as_array().push_back("rule");
    made["properties"].as_object()["remarks"] = list_of(std::move(remark));
    made["required"].as_array().push_back("remarks");
    return made;
}

/// A session that began, or what is asked for before it does.
object signed_in_schema()
{
    auto begun = closed_object({{"token"}, {"csrf"}});
    begun["properties"].as_object()["person"] = closed_object({{"name"}, {"role"}, {"unit"}});
    begun["required"].as_array().push_back("person");
    auto asked =
        closed_object({{"second_factor"}, {"step"}, {"title"}, {"next"}, {"error"}, {"login"}});
    return {{"oneOf", array{std::move(begun), std::move(asked)}}};
}

object stored_documents_schema()
{
    auto made = closed_object({{"title"}});
    made["properties"].as_object()["documents"] = list_of(closed_object(
        {{"field"}, {"hash"}, {"name"}, {"media_type"}, {"size", "integer"}, {"href"}}));
    made["required"].as_array().push_back("documents");
    return made;
}

/// What an address answers to a POST, where that has no depth.
struct flat_answer {
    std::vector<std::string_view> patterns;
    std::vector<flat_member> members;
};

std::vector<flat_answer> const& flat_answers()
{
    static std::vector<flat_answer> const all = {
        {{"/boxes/{box}/views", "/boxes/{box}/views/{id}/drop", "/boxes/{box}/columns",
          "/account/phrases", "/account/second-factor/off", "/notices/read", "/notices/mail",
          "/notices/calendar/drop", "/administration/deliveries"},
         {{"done", "boolean"}}},
        {{"/cases/{id}/drafts", "/drafts"}, {{"kept", "boolean"}, {"kept_at"}, {"kept_words"}}},
        {{"/drafts/{id}/drop"}, {{"dropped", "boolean"}}},
        {{"/catalogue/import"}, {{"case", "integer"}, {"items", "integer"}, {"href"}}},
        {{"/uploads"}, upload_members()},
        {{"/uploads/{id}/document"},
         {{"hash"}, {"name"}, {"size", "integer"}, {"media_type"}, {"href"}}},
        {{"/cases/{id}/opinions"}, {{"number", "integer"}, {"opinion"}, {"repeated", "boolean"}}},
        {{"/cases/{id}/opinions/notes"}, {{"changed", "integer"}}},
        {{"/public/matters/{id}/opinions", "/public/matters/{id}/hearing-wishes",
          "/public/matters/{id}/applications", "/public/proposals"},
         {{"receipt"}, {"repeated", "boolean"}, {"href"}}},
        {{"/account/password"}, {{"done", "boolean"}, {"token"}, {"csrf"}}},
        {{"/account/second-factor"}, {{"title"}, {"error"}, {"secret"}, {"address"}}},
        {{"/account/second-factor/confirm"}, {{"title"}, {"codes", "strings"}}},
        {{"/account/second-factor/recovery-codes"},
         {{"title", "string", false}, {"codes", "strings", false}, {"done", "boolean", false}}},
        {{"/account/sessions/end"}, {{"done", "boolean"}, {"ended", "integer"}}},
        {{"/appointments"}, {{"appointment", "integer"}}},
        {{"/sign-out"}, {{"signed_out", "boolean"}}}};
    return all;
}

bool gives_a_ruling(route const& one)
{
    return one.pattern == "/cases" || one.pattern.ends_with("/acts") ||
           one.pattern.ends_with("/gate") || one.pattern.ends_with("/frozen") ||
           one.pattern.ends_with("/masking");
}

/// True where a POST shows the page that a GET of an address shows.
bool shows_a_view(route const& one, int status)
{
    return one.pattern == "/notices/calendar" ||
           (one.pattern.ends_with("/import") &&
            (status != 201 || one.pattern != "/catalogue/import"));
}

} // namespace

std::vector<flat_member> upload_members()
{
    return {{"name"}, {"offset", "integer"}, {"length", "integer"}};
}

given_file file_of(route const& one)
{
    constexpr std::string_view xlsx =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    auto const ends = [&](std::string_view with) { return one.pattern.ends_with(with); };
    if (ends(".svg"))
        return {{"image/svg+xml"}, "a picture"};
    if (ends("/papers/{paper}"))
        return {{"application/pdf"}, "the paper"};
    if (ends("/pages/{page}"))
        return {{"image/png"}, "a picture"};
    if (ends(".zip"))
        return {{"application/zip"}, "the documents"};
    if (ends(".csv"))
        return {{"text/csv"}, "the list"};
    if (ends("/export"))
        return {{"text/csv", xlsx}, "the list"};
    if (one.method == "GET" && (ends("/{hash}") || ends("/files/{file}")))
        return {{"*/*"}, "the document, in its own type"};
    return {};
}

object const& view_schemas()
{
    static object const all =
        boost::json::parse(*config::embedded("openapi/views.json")).as_object();
    return all;
}

std::string view_name(route const& one, int status)
{
    if (one.internal || !file_of(one).types.empty() ||
        (one.method != "GET" && !(one.method == "POST" && shows_a_view(one, status))))
        return {};
    std::string name = "view";
    auto const at = one.pattern == "/notices/calendar" ? "/notices" : one.pattern;
    for (char const c : at)
        if (std::isalnum(static_cast<unsigned char>(c)))
            name += c;
        else if (!name.ends_with('_'))
            name += '_';
    while (name.ends_with('_'))
        name.pop_back();
    return name;
}

object success_schema(route const& one, int status)
{
    if (auto const view = view_name(one, status); view_schemas().contains(view))
        return {{"$ref", "#/components/schemas/" + view}};
    if (one.method != "POST")
        return {{"type", "object"}};
    if (gives_a_ruling(one)) {
        auto made = ruling_schema();
        if (one.pattern == "/administration/acts")
            made["properties"].as_object()["link"] = link_schema();
        return made;
    }
    if (one.pattern.starts_with("/sign-in"))
        return signed_in_schema();
    if (one.pattern == "/documents")
        return stored_documents_schema();
    for (auto const& answer : flat_answers())
        if (std::find(answer.patterns.begin(), answer.patterns.end(), one.pattern) !=
            answer.patterns.end())
            return closed_object(answer.members);
    return {{"type", "object"}};
}

} // namespace web
