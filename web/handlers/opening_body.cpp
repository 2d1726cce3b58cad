#include "web/handlers/opening_body.hpp"

#include "adapters/soci/comment_shelf.hpp"
#include "web/handlers/force_light.hpp"
#include "web/handlers/sender_masks.hpp"
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

/// The proposal of the public that is named "<case>-<number>", in the words of a decision's; only
/// for whoever works with what the public sent in there.
boost::json::object body_of_proposal(visit const& v, std::string const& named)
{
    auto const dash = named.find('-');
    if (dash == std::string::npos || !v.records)
        return {};
    auto const on = number_in(named.substr(0, dash));
    auto const number = number_in(named.substr(dash + 1));
    auto const file = on && number ? open_file(v, {*on}) : std::nullopt;
    if (!file || !works_with_senders(v, *file))
        return {};
    auto const kept = adapters::soci::comment_shelf(*v.records).find({*on}, *number);
    if (!kept || kept->purpose != adapters::soci::purpose::proposal)
        return {};
    boost::json::object made{{"title", kept->title},
                             {"proposer", "citizen"},
                             {"proposer_name", kept->name},
                             {"in_writing", true},
                             {"reasons", kept->words}};
    if (!kept->basis.empty())
        made["legal_basis"] = kept->basis;
    return made;
}

} // namespace

boost::json::object opening_body(visit const& v, std::string_view kind)
{
    auto const& own = v.session->as.unit;
    if (kind == workflows::major_decision::intake::proposed::kind)
        if (auto made = body_of_proposal(v, v.query("proposal")); !made.empty())
            return made;
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
