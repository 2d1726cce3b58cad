#include "web/audit.hpp"

#include "web/percent.hpp"
#include "web/router.hpp"

#include <algorithm>

namespace web {
namespace {

/// The last part of "/problems/foreign-origin" as a key: "foreign_origin".
std::string reason_of(answer const& said)
{
    auto const* type = said.view.if_contains("type");
    if (said.status != 403 || !type || !type->is_string())
        return {};
    std::string name(type->get_string());
    name.erase(0, name.rfind('/') + 1);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

/// The page that was asked for. Of strangers only the pattern is kept: what they put into a path is
/// theirs to choose, and would fill the log. So is what is no text.
std::string place_of(visit const& v, found_route const& at)
{
    if (!at.it)
        return {};
    return v.session && is_clean_text(v.asked.path) ? v.asked.path : std::string(at.it->pattern);
}

bool climbs(std::string_view path)
{
    auto const plain = percent_decoded(path, false);
    return plain && (plain->find("/../") != std::string::npos || plain->ends_with("/.."));
}

} // namespace

adapters::soci::audit_entry entry_about(visit const& v, std::string kind, std::string what)
{
    adapters::soci::audit_entry made{.at = v.now, .kind = std::move(kind), .what = std::move(what)};
    made.address = v.address;
    if (v.session) {
        made.person = v.session->who.id;
        made.login = v.session->who.login;
        made.name = v.session->who.name;
        made.role = v.session->as.role;
        made.unit = v.session->as.unit;
    }
    return made;
}

std::optional<adapters::soci::audit_entry> entry_of_refusal(visit const& v, found_route const& at,
                                                            answer const& said)
{
    if (said.noted || said.status < 400)
        return {};
    auto made = entry_about(v, "request", v.asked.method);
    made.about = place_of(v, at);
    if (said.status == 403) {
        // an act for which the person has the wrong role is no problem of a type of its own
        made.reason = reason_of(said);
        if (made.reason.empty() || made.reason == "refused")
            made.reason = "role";
    } else if (said.status == 401 && (v.asked.method != "GET" || !v.token.empty()))
        made.reason = "not_signed_in";
    else if (said.status == 404 && climbs(v.asked.path))
        made.reason = "climbing_path";
    else
        return {};
    return made;
}

} // namespace web
