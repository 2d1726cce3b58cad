#include "adapters/soci/account_lookups.hpp"

#include "adapters/soci/rows.hpp"

namespace adapters::soci {
namespace {

std::optional<person> first_of(std::vector<person> found)
{
    if (found.empty())
        return {};
    return std::move(found.front());
}

// Whoever takes over may leave, too: the seat goes on from one to the next.
constexpr char const* predecessors_sql =
    "with recursive former (person) as ("
    " select a.person from appointment a where a.successor <> 0"
    " and a.successor in (:who, :in_place_of) and a.role = :role and a.unit = :unit"
    " and a.until_day < :day"
    " union select a.person from former f join appointment a on a.successor = f.person"
    " where a.successor <> 0 and a.role = :role and a.unit = :unit and a.until_day < :day)"
    " select person from former order by person";

std::vector<engine::person_id> predecessors_in(::soci::session& sql, appointment const& as,
                                               std::string const& day)
{
    engine::person_id one;
    std::vector<engine::person_id> found;
    query list(sql, predecessors_sql);
    list.in("who", as.who.value).in("in_place_of", as.in_place_of.value).in("role", as.role);
    list.in("unit", as.unit).in("day", day).out(one.value);
    list.each([&] { found.push_back(one); });
    return found;
}

} // namespace

std::vector<person> persons_of(query& list)
{
    person one;
    long long may = 0;
    std::vector<person> found;
    list.out(one.id.value).out(one.login).out(one.name).out(may);
    list.each([&] {
        one.may_sign_in = may != 0;
        found.push_back(one);
    });
    return found;
}

std::vector<appointment> appointments_from(query& list)
{
    appointment one;
    std::string from;
    std::string until;
    std::string cleared_to;
    std::vector<appointment> found;
    list.out(one.id).out(one.who.value).out(one.role).out(one.unit).out(from).out(until);
    list.out(one.in_place_of.value).out(one.in_place_of_name).out(cleared_to);
    list.out(one.organ);
    list.each([&] {
        one.from = day_of(from);
        one.until = optional_day_of(until);
        one.cleared_to = level_named(cleared_to);
        found.push_back(one);
    });
    return found;
}

std::vector<appointment> appointments_held(::soci::session& sql, engine::person_id who,
                                           std::optional<engine::day> on)
{
    std::string const held_on = text_of(on);
    query list(sql, std::string(select_appointment) + " where a.person = :person" +
                        (on ? std::string(" and") + holds_on_sql : "") + " order by a.id");
    list.in("person", who.value);
    if (on)
        list.in("day", held_on);
    auto found = appointments_from(list);
    if (on)
        for (auto& one : found)
            one.succeeds = predecessors_in(sql, one, held_on);
    return found;
}

std::vector<appointment> substitutions_for(::soci::session& sql, engine::person_id who)
{
    // there is an index of seats, and none of who is replaced
    query list(sql, std::string(select_appointment) +
                        " where a.for_person = :person and (a.role, a.unit) in"
                        " (select o.role, o.unit from appointment o where o.person = :person)"
                        " order by a.id");
    return appointments_from(list.in("person", who.value));
}

std::optional<person> person_by_id(::soci::session& sql, engine::person_id id)
{
    query find(sql, std::string(select_person) + " where id = :id");
    return first_of(persons_of(find.in("id", id.value)));
}

std::optional<person> person_by_login(::soci::session& sql, std::string const& login)
{
    query find(sql, std::string(select_person) + " where login = :login");
    return first_of(persons_of(find.in("login", login)));
}

} // namespace adapters::soci
