#include "web/handlers/issued_paper.hpp"

#include "adapters/documents/document_types.hpp"
#include "adapters/soci/reader.hpp"
#include "web/office.hpp"

#include <algorithm>

namespace web::handlers {
namespace {

using engine::say;

constexpr char const* field_name = "issued_paper";
/// As people are told of them.
constexpr std::string_view taken[] = {"PDF", "DOCX"};

std::string hash_in(boost::json::object const& body)
{
    auto const* paper = body.if_contains(field_name);
    auto const* hash =
        paper && paper->is_object() ? paper->get_object().if_contains("hash") : nullptr;
    return hash && hash->is_string() ? std::string(hash->get_string()) : std::string();
}

} // namespace

bool brings_issued_paper(boost::json::object const& body)
{
    return body.contains(field_name);
}

std::optional<engine::field_fault> fault_of_issued_paper(visit const& v,
                                                         boost::json::object const& body)
{
    auto const hash = hash_in(body);
    // Whoever uploaded it: what it is does not depend on who may see it.
    auto const entry = hash.empty() ? std::nullopt
                                    : v.records->look_as(engine::clearance::of_the_record(),
                                                         [&](adapters::soci::reader& all) {
                                                             return all.find_document(hash);
                                                         });
    if (!entry) // nothing is attached, or nothing that was uploaded, which the desk says
        return {};
    auto const* type = adapters::documents::accepted_type(
        entry->media_type.substr(0, entry->media_type.find(';')));
    if (type && std::find(std::begin(taken), std::end(taken), type->name) != std::end(taken))
        return {};
    return engine::field_fault{
        field_name, say("正式文件应为PDF或者DOCX，所附文件按其内容是{1}。请换一份，或者不附。",
                        type ? std::string(type->name) : entry->media_type)};
}

} // namespace web::handlers
