#include "web/handlers/document_number.hpp"

#include "workflows/catalogue/adjustment.hpp"
#include "workflows/catalogue/approval.hpp"
#include "workflows/major_decision/publication.hpp"
#include "workflows/normative_document/issue.hpp"
#include "workflows/normative_document/project.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace web::handlers {
namespace {

namespace document = workflows::normative_document;

constexpr std::string_view field_name = "document_number";
constexpr std::string_view registration_name = "registration_number";

/// The acts whose number the public reads.
constexpr std::array numbered = {workflows::major_decision::publication::text_signed::kind,
                                 workflows::catalogue::approval::published::kind,
                                 workflows::catalogue::adjustment::published::kind,
                                 document::issue::numbered::kind};

constexpr std::array registered = {document::issue::numbered::kind,
                                   document::project::told_afterwards::kind};

template <class Kinds>
bool is_among(Kinds const& kinds, std::string_view kind)
{
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool take_end(std::string_view& of, std::string_view end)
{
    if (!of.ends_with(end))
        return false;
    of.remove_suffix(end.size());
    return true;
}

/// How many digits stood at the end.
std::size_t take_digits(std::string_view& of)
{
    auto const before = of.size();
    while (!of.empty() && std::isdigit(static_cast<unsigned char>(of.back())))
        of.remove_suffix(1);
    return before - of.size();
}

bool has_shape(std::string_view number)
{
    if (!take_end(number, "号") || take_digits(number) == 0)
        return false;
    auto const is_order = take_end(number, "第");
    auto const has_year =
        !is_order && take_end(number, "〕") && take_digits(number) == 4 && take_end(number, "〔");
    return (is_order || has_year) && !number.empty();
}

bool has_digit(std::string_view number)
{
    return std::any_of(number.begin(), number.end(),
                       [](unsigned char one) { return std::isdigit(one) != 0; });
}

} // namespace

std::optional<engine::field_fault> fault_of_document_number(std::string_view kind,
                                                            boost::json::object const& body)
{
    auto const* typed = body.if_contains(field_name);
    if (!is_among(numbered, kind) || !typed || !typed->is_string() ||
        has_shape(typed->get_string()))
        return {};
    return engine::field_fault{
        std::string(field_name),
        engine::say("发文字号应为“高府〔2026〕3号”的形式，政府令应为“区政府令第3号”的形式。")};
}

std::optional<engine::field_fault> fault_of_registration_number(std::string_view kind,
                                                                boost::json::object const& body)
{
    auto const* typed = body.if_contains(registration_name);
    if (!is_among(registered, kind) || !typed || !typed->is_string() ||
        has_digit(typed->get_string()))
        return {};
    return engine::field_fault{std::string(registration_name),
                               engine::say("统一登记编号应当含有数字。")};
}

} // namespace web::handlers
