#include "web/handlers/opening_body.hpp"

#include "web/handlers/force_light.hpp"
#include "web/office.hpp"
#include "workflows/legal_matter/registration.hpp"
#include "workflows/major_decision/intake.hpp"
#include "workflows/normative_document/project.hpp"

namespace web::handlers {
namespace {

namespace documents = workflows::normative_document;

/// More than these are looked for by whoever knows the number, and typed.
constexpr long long most_to_choose = 300;

/// Who works for a unit, and not for those that handle the matters of all.
bool acts_for_own_unit(visit const& v)
{
    auto const& role = v.session->as.role;
    return role == "sponsor_clerk" || role == "department_head";
}

} // namespace

boost::json::object opening_body(visit const& v, std::string_view kind)
{
    auto const& own = v.session->as.unit;
    if (kind == workflows::major_decision::intake::proposed::kind)
        return {{"proposer", "department"}, {"proposer_name", v.house.unit_name(own)}};
    if (kind == documents::project::proposed::kind)
        return {{"drafting_unit", own}};
    if (kind == workflows::legal_matter::registration::registered::kind && acts_for_own_unit(v))
        return {{"requesting_unit", own}};
    return {};
}

known_values opening_choices(visit const& v, std::string_view kind)
{
    known_values known;
    if (kind != documents::project::proposed::kind)
        return known;
    auto const found = documents_today(v).list({.binding_only = true}, {}, most_to_choose);
    if (found.rows.empty() || found.next)
        return known;
    auto& numbers = known["replaces_number"];
    for (auto const& one : found.rows)
        numbers.emplace_back(one.line.document_number, one.line.document_number + " " + one.title);
    return known;
}

} // namespace web::handlers
