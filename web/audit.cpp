#include "web/audit.hpp"

#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/router.hpp"

#include <algorithm>
#include <array>

namespace web {
namespace {

/// The last part of "/problems/foreign-origin" as a key: "foreign_origin".
std::string reason_of(answer const& said)
{
    auto const* type = said.view.if_contains("type");
    if (!type || !type->is_string())
        return {};
    std::string name(type->get_string());
    name.erase(0, name.rfind('/') + 1);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

/// The page that was asked for. Of strangers only the pattern is kept: what they put into a path is
/// theirs to choose, and would fill the log. So is what is no text. Who knows that the page is
/// there enters its path with note_refused().
std::string place_of(visit const& v, found_route const& at)
{
    if (!at.it)
        return {};
    return v.session && is_clean_text(v.asked.path) ? v.asked.path : std::string(at.it->pattern);
}

/// "separation JC-1": against what, and the rules that say so.
std::string reason_of(workflows::attempt const& what)
{
    std::string words(engine::name_of(what.against));
    for (auto const& rule : what.rules)
        words += ' ' + rule;
    return words;
}

/// A body that is no form or no JSON, whatever it is called: packed, cut off, in another encoding.
bool is_unreadable(visit const& v, answer const& said)
{
    auto const* type = said.view.if_contains("type");
    return said.status == 400 && v.asked.method != "GET" && type && *type == "/problems/malformed";
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

void note_refused(visit const& v, std::string reason)
{
    auto made = entry_about(v, "request", v.asked.method);
    made.about = v.asked.path;
    made.reason = std::move(reason);
    v.house.with().entry.log.note(std::move(made));
}

std::optional<adapters::soci::audit_entry> entry_of_refusal(visit const& v, found_route const& at,
                                                            answer const& said)
{
    if (said.noted || said.status < 400)
        return {};
    auto made = entry_about(v, "request", v.asked.method);
    made.about = place_of(v, at);
    if (said.attempted) {
        made.kind = "act";
        made.what = said.attempted->kind;
        made.reason = reason_of(said.attempted->what);
    } else if (said.status == 403) {
        made.reason = reason_of(said);
        if (made.reason.empty() || made.reason == "refused")
            made.reason = "role";
    } else if (said.status == 409 && reason_of(said) == "act_id_used")
        made.reason = "act_id_used";
    else if (said.status == 401 && (v.asked.method != "GET" || !v.token.empty()))
        made.reason = "not_signed_in";
    else if (is_unreadable(v, said))
        made.reason = "unreadable";
    else if (said.status == 404 && climbs(v.asked.path))
        made.reason = "climbing_path";
    else
        return {};
    return made;
}

std::optional<adapters::soci::audit_entry> entry_of_unread(visit const& v, found_route const& at,
                                                           int status)
{
    constexpr std::array<std::pair<int, char const*>, 3> reasons = {
        {{400, "unreadable"}, {413, "too_large"}, {431, "headers_too_long"}}};
    auto const found = std::find_if(reasons.begin(), reasons.end(),
                                    [&](auto const& one) { return one.first == status; });
    if (found == reasons.end())
        return {};
    auto made = entry_about(v, "request", v.asked.method);
    made.about = place_of(v, at);
    made.reason = found->second;
    return made;
}

bool may_be_hidden(visit const& v, found_route const& at, answer const& said)
{
    return said.status == 404 && v.session && at.it && at.it->who == access::signed_in &&
           (at.it->pattern.starts_with("/cases/{id}") ||
            at.it->pattern.starts_with("/documents/{hash}"));
}

bool hides(adapters::soci::reader_pool& readers, visit const& v)
{
    auto const is_there_for = [&](engine::clearance const& somebody) {
        return readers.look_up(somebody, [&](adapters::soci::reader& record) {
            if (find(v.places, "hash"))
                return record.find_document(v.place("hash")).has_value();
            auto const id = number_in(v.place("id"));
            return id && record.find_case(engine::case_id{*id}).has_value();
        });
    };
    return !is_there_for(v.seeing()) && is_there_for(engine::clearance::of_the_record());
}

adapters::soci::audit_entry entry_of_hidden(visit const& v)
{
    auto made = entry_about(v, "request", v.asked.method);
    made.about = v.asked.path;
    made.reason = "hidden";
    return made;
}

} // namespace web
