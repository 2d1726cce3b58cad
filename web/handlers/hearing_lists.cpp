#include "web/handlers/hearing_lists.hpp"

#include "adapters/notices/encoding.hpp"
#include "adapters/soci/comment_shelf.hpp"
#include "engine/body.hpp"
#include "workflows/major_decision/hearing.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;

namespace hearing = workflows::major_decision::hearing;
namespace soci = adapters::soci;

/// Of more sign-ups than this the page would be heavy for whoever opens the case; the others stand
/// on the page of what was sent in.
constexpr long long most_sign_ups = 300;

std::string words_in(boost::json::value const& row, char const* name)
{
    auto const* members = row.if_object();
    auto const* found = members ? members->if_contains(name) : nullptr;
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

array rows_of(engine::act const& what, char const* list)
{
    auto const* found = what.body.if_contains(list);
    return found && found->is_array() ? found->get_array() : array();
}

/// The acts on the hearing that was announced last; another notice begins it anew.
std::vector<engine::act const*> acts_since_notice(opened_case const& file, std::string_view kind)
{
    std::vector<engine::act const*> found;
    for (auto const& one : file.record.acts) {
        if (one.kind == hearing::announced::kind)
            found.clear();
        else if (one.kind == kind)
            found.push_back(&one);
    }
    return found;
}

array people_listed(opened_case const& file)
{
    auto const lists = acts_since_notice(file, hearing::listed::kind);
    return lists.empty() ? array() : rows_of(*lists.back(), "people");
}

/// Whoever signed up, each once however often the form was sent, as a participant who applied.
array people_who_signed_up(soci::reader& records, opened_case const& file)
{
    array rows;
    std::set<std::tuple<std::string, std::string, std::string>> known;
    auto const found = soci::comment_shelf(records).list(
        file.line().id, {.purpose = soci::purpose::application}, {}, most_sign_ups);
    for (auto const& one : found.rows)
        if (known.emplace(one.name, one.identity, one.side).second)
            rows.push_back(object{{"name", one.name},
                                  {"role", engine::name_of(hearing::hearing_role::participant)},
                                  {"identity", one.identity},
                                  {"origin", engine::name_of(hearing::participant_origin::applied)},
                                  {"side", one.side}});
    return rows;
}

/// The participants whom no papers have reached, by their names.
array people_without_papers(opened_case const& file)
{
    std::set<std::string> reached;
    for (auto const* act : acts_since_notice(file, hearing::delivered::kind))
        for (auto const& one : rows_of(*act, "deliveries"))
            reached.insert(words_in(one, "name"));
    array rows;
    for (auto const& one : people_listed(file))
        if (words_in(one, "role") == engine::name_of(hearing::hearing_role::participant) &&
            !reached.contains(words_in(one, "name")))
            rows.push_back(object{{"name", words_in(one, "name")}});
    return rows;
}

/// The day for which the hearing is announced, after any postponement; null where none is named.
boost::json::value day_announced(opened_case const& file)
{
    boost::json::value named;
    for (auto const& one : file.record.acts) {
        auto const* day = one.kind == hearing::announced::kind ? one.body.if_contains("hearing_on")
                          : one.kind == hearing::postponed::kind ? one.body.if_contains("new_day")
                                                                 : nullptr;
        if (day)
            named = *day;
    }
    return named;
}

/// Whoever is listed and no substitute, as the record of the hearing names them: who came, who
/// spoke for which side, who signs; whoever stayed away is struck out.
object hearing_as_listed(opened_case const& file)
{
    array present, statements, signatures;
    long long against = 0;
    for (auto const& one : people_listed(file)) {
        auto const* substitute = one.as_object().if_contains("is_substitute");
        if (substitute && substitute->is_bool() && substitute->get_bool())
            continue;
        auto const name = words_in(one, "name");
        present.emplace_back(name);
        signatures.push_back(object{{"name", name}});
        if (words_in(one, "role") != engine::name_of(hearing::hearing_role::participant))
            continue;
        auto const side = words_in(one, "side");
        statements.push_back(object{{"name", name}, {"side", side}});
        against += side == engine::name_of(hearing::hearing_side::against);
    }
    object body{{"present", std::move(present)},
                {"statements", std::move(statements)},
                {"against", against},
                {"signatures", std::move(signatures)}};
    if (auto day = day_announced(file); !day.is_null())
        body["held_on"] = std::move(day);
    return body;
}

/// What was said at the hearing, as the answer to it takes each point up: on one line, no longer
/// than a line may be. What several said in the same words is one point.
array points_raised(opened_case const& file)
{
    array rows;
    std::set<std::string> known;
    auto const sessions = acts_since_notice(file, hearing::held::kind);
    if (sessions.empty())
        return rows;
    for (auto const& one : rows_of(*sessions.back(), "statements")) {
        auto words = words_in(one, "words");
        std::replace_if(
            words.begin(), words.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
        words = adapters::notices::whole_characters(words, engine::longest_line);
        if (!words.empty() && known.insert(words).second)
            rows.push_back(object{{"point", std::move(words)}});
    }
    return rows;
}

} // namespace

object hearing_lists(soci::reader* records, opened_case const& file, std::string_view kind)
{
    if (kind == hearing::listed::kind) {
        auto people = people_listed(file);
        if (people.empty() && records)
            people = people_who_signed_up(*records, file);
        return {{"people", std::move(people)}};
    }
    if (kind == hearing::delivered::kind)
        return {{"deliveries", people_without_papers(file)}};
    if (kind == hearing::held::kind)
        return hearing_as_listed(file);
    if (kind == hearing::answered::kind)
        return {{"points", points_raised(file)}};
    return {};
}

} // namespace web::handlers
