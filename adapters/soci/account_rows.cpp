#include "adapters/soci/account_rows.hpp"

#include "adapters/soci/dialect.hpp"
#include "adapters/soci/kept_sums.hpp"
#include "adapters/soci/numbering_rules.hpp"
#include "adapters/soci/rows.hpp"
#include "workflows/administration/numbering.hpp"
#include "workflows/body_on_file.hpp"

#include <boost/describe/enum_from_string.hpp>
#include <boost/json.hpp>

namespace adapters::soci {
namespace {

namespace administration = workflows::administration;

constexpr char const* write_organ_sql =
    "insert into organ (code, name, level, place, parent, closed_on, former_names, position)"
    " values (:code, :name, :level, :place, :parent, :closed_on, :former_names, :position)"
    " on conflict (code) do update set name = excluded.name, level = excluded.level,"
    " place = excluded.place, parent = excluded.parent, closed_on = excluded.closed_on,"
    " former_names = excluded.former_names, position = excluded.position";

constexpr char const* write_unit_sql =
    "insert into unit (code, name, organ, closed_on, former_names, position)"
    " values (:code, :name, :organ, :closed_on, :former_names, :position)"
    " on conflict (code) do update set name = excluded.name, organ = excluded.organ,"
    " closed_on = excluded.closed_on, former_names = excluded.former_names,"
    " position = excluded.position";

constexpr char const* write_setting_sql =
    "insert into setting_in_force (setting, parts) values (:setting, :parts)"
    " on conflict (setting) do update set parts = excluded.parts";

// The password is no part of the record: a new person has none until one is set.
constexpr char const* write_person_sql =
    "insert into person (id, login, name, password, may_sign_in, failures, locked_until,"
    " created_at) values (:id, :login, :name, '', :may, 0, '', :created_at)"
    " on conflict (id) do update set login = excluded.login, name = excluded.name,"
    " may_sign_in = excluded.may_sign_in";

constexpr char const* write_appointment_sql =
    "insert into appointment (id, person, role, unit, from_day, until_day, for_person,"
    " cleared_to, successor) values (:id, :person, :role, :unit, :from_day, :until_day,"
    " :for_person, :cleared_to, :successor)"
    " on conflict (id) do update set person = excluded.person, role = excluded.role,"
    " unit = excluded.unit, from_day = excluded.from_day, until_day = excluded.until_day,"
    " for_person = excluded.for_person, cleared_to = excluded.cleared_to,"
    " successor = excluded.successor";

std::string text_of(std::vector<administration::former_name> const& names)
{
    if (names.empty())
        return {};
    boost::json::array all;
    for (auto const& one : names)
        all.push_back({{"name", one.name}, {"until", engine::to_text(one.until)}});
    return boost::json::serialize(all);
}

std::string text_of(std::vector<administration::settings::part> const& parts)
{
    boost::json::array all;
    for (auto const& one : parts)
        all.push_back({{"part_name", one.part_name}, {"sha256", one.sha256}});
    return boost::json::serialize(all);
}

std::vector<administration::settings::part> parts_in(std::string const& text)
{
    std::vector<administration::settings::part> parts;
    auto const all = boost::json::parse(text);
    for (auto const& one : all.as_array())
        parts.push_back({std::string(one.at("part_name").as_string()),
                         std::string(one.at("sha256").as_string())});
    return parts;
}

bool sponsors_cases(::soci::session& sql, std::string const& unit)
{
    long long some = 0;
    query(sql, "select count(*) from (select 1 from case_total where unit = :unit limit 1) as s")
        .in("unit", unit)
        .out(some)
        .one();
    return some > 0;
}

} // namespace

std::vector<administration::former_name> former_names_in(std::string const& text)
{
    std::vector<administration::former_name> names;
    if (text.empty())
        return names;
    auto const all = boost::json::parse(text);
    for (auto const& one : all.as_array())
        names.push_back({std::string(one.at("name").as_string()),
                         day_of(std::string(one.at("until").as_string()))});
    return names;
}

std::map<administration::settings::setting, std::vector<administration::settings::part>>
settings_on_record(::soci::session& sql)
{
    std::map<administration::settings::setting, std::vector<administration::settings::part>> found;
    std::string setting, parts;
    query(sql, "select setting, parts from setting_in_force").out(setting).out(parts).each([&] {
        administration::settings::setting is{};
        if (boost::describe::enum_from_string(setting.c_str(), is))
            found[is] = parts_in(parts);
    });
    return found;
}

administration::register_of_house register_after(std::vector<engine::act> const& acts)
{
    administration::register_of_house made;
    for (auto const& one : acts)
        administration::enter_into(made, one);
    return made;
}

void account_rows::follow(engine::act const& what)
{
    // Passwords, sessions and their owners change in that turn.
    wait_for_turn(sql_, turn::accounts);
    if (what.seq != seq_ + 1) {
        auto acts = acts_of(sql_, what.on);
        std::erase_if(acts, [&](engine::act const& one) { return one.seq >= what.seq; });
        kept_ = register_after(acts);
    }
    auto const before = kept_;
    administration::enter_into(kept_, what);
    seq_ = what.seq;
    at_ = engine::to_text(what.entered_at);
    write_changes(before, kept_);
    write_numbering(what);
    using administration::people::password_reset_ordered;
    if (what.kind == password_reset_ordered::kind) {
        // Nobody signs in until the new password is set; what was open under the old one ends.
        std::string const login(what.body.at("login").as_string());
        long long const who = administration::number_of_person(kept_, login);
        // What the last reset took away is forgotten with a new choice, and with no second reset.
        query(sql_, "update person set former_password = password, password = ''"
                    " where id = :who and password <> ''")
            .in("who", who)
            .run();
        query(sql_, "delete from sign_in_link where person = :who").in("who", who).run();
        query(sql_, "delete from session where person = :who").in("who", who).run();
        query(sql_, "delete from sign_in_step where person = :who").in("who", who).run();
    }
}

void account_rows::rewrite(engine::case_id administration)
{
    wait_for_turn(sql_, turn::accounts);
    auto const acts = acts_of(sql_, administration);
    auto const after = register_after(acts);
    if (!acts.empty())
        at_ = engine::to_text(acts.back().entered_at);
    query(sql_, "delete from setting_in_force").run();
    write_changes({}, after);
    for (auto const& one : acts)
        write_numbering(one);
    long long const appointments = static_cast<long long>(after.appointments.size());
    query(sql_, "delete from session where appointment > :last").in("last", appointments).run();
    query(sql_, "delete from appointment where id > :last").in("last", appointments).run();
}

/// Rules that stand in the table from before they were acts stay there.
void account_rows::write_numbering(engine::act const& what)
{
    using administration::settings::numbering_set;
    if (what.kind != numbering_set::kind)
        return;
    auto const body = workflows::body_on_file<numbering_set>(what);
    write_rule(sql_, {body.unit, body.numbered_act, body.from, body.mark.value_or("")});
}

void account_rows::write_changes(register_of_house const& before, register_of_house const& after)
{
    write_organs(before, after);
    write_units(before, after);
    write_people(before, after, at_);
    write_appointments(before, after);
    for (auto const& [setting, parts] : after.in_force) {
        auto const known = before.in_force.find(setting);
        if (known != before.in_force.end() && known->second == parts)
            continue;
        std::string const name(engine::name_of(setting));
        auto const text = text_of(parts);
        query(sql_, write_setting_sql).in("setting", name).in("parts", text).run();
    }
}

void account_rows::write_organs(register_of_house const& before, register_of_house const& after)
{
    for (std::size_t i = 0; i < after.organs.size(); ++i) {
        auto const& one = after.organs[i];
        if (i < before.organs.size() && before.organs[i] == one)
            continue;
        std::string const level(engine::name_of(one.level));
        auto const closed_on = text_of(one.closed_on);
        auto const former_names = text_of(one.former_names);
        auto const position = static_cast<long long>(i) + 1;
        query(sql_, write_organ_sql)
            .in("code", one.code)
            .in("name", one.name)
            .in("level", level)
            .in("place", one.rule_place)
            .in("parent", one.parent)
            .in("closed_on", closed_on)
            .in("former_names", former_names)
            .in("position", position)
            .run();
    }
}

void account_rows::write_units(register_of_house const& before, register_of_house const& after)
{
    bool cases_move = false;
    for (std::size_t i = 0; i < after.units.size(); ++i) {
        auto const& one = after.units[i];
        if (i < before.units.size() && before.units[i] == one)
            continue;
        if (i >= before.units.size() || before.units[i].organ != one.organ)
            cases_move = cases_move || sponsors_cases(sql_, one.code);
        auto const closed_on = text_of(one.closed_on);
        auto const former_names = text_of(one.former_names);
        auto const position = static_cast<long long>(i) + 1;
        query(sql_, write_unit_sql)
            .in("code", one.code)
            .in("name", one.name)
            .in("organ", one.organ)
            .in("closed_on", closed_on)
            .in("former_names", former_names)
            .in("position", position)
            .run();
    }
    if (cases_move)
        follow_units(sql_);
}

void account_rows::write_people(register_of_house const& before, register_of_house const& after,
                                std::string const& created_at)
{
    for (std::size_t i = 0; i < after.people.size(); ++i) {
        auto const& one = after.people[i];
        if (i < before.people.size() && before.people[i] == one)
            continue;
        long long const id = static_cast<long long>(i) + 1;
        long long const may = one.may_sign_in;
        query(sql_, write_person_sql)
            .in("id", id)
            .in("login", one.login)
            .in("name", one.name)
            .in("may", may)
            .in("created_at", created_at)
            .run();
        if (!one.may_sign_in)
            query(sql_, "delete from session where person = :who").in("who", id).run();
    }
}

void account_rows::write_appointments(register_of_house const& before,
                                      register_of_house const& after)
{
    for (std::size_t i = 0; i < after.appointments.size(); ++i) {
        auto const& one = after.appointments[i];
        if (i < before.appointments.size() && before.appointments[i] == one)
            continue;
        long long const id = static_cast<long long>(i) + 1;
        long long const person = administration::number_of_person(after, one.login);
        long long const in_place_of = administration::number_of_person(after, one.in_place_of);
        long long const successor = administration::number_of_person(after, one.successor);
        auto const from = engine::to_text(one.from);
        auto const until = text_of(one.until);
        std::string const cleared_to(one.cleared_to ? engine::name_of(*one.cleared_to)
                                                    : std::string_view());
        query(sql_, write_appointment_sql)
            .in("id", id)
            .in("person", person)
            .in("role", one.role)
            .in("unit", one.unit)
            .in("from_day", from)
            .in("until_day", until)
            .in("for_person", in_place_of)
            .in("cleared_to", cleared_to)
            .in("successor", successor)
            .run();
    }
}

administration::register_of_house register_in_tables(::soci::session& sql)
{
    administration::register_of_house found;
    std::string level, closed_on, former_names;
    administration::registered_organ organ;
    query(sql, "select code, name, level, place, parent, closed_on, former_names from organ"
               " order by position, code")
        .out(organ.code)
        .out(organ.name)
        .out(level)
        .out(organ.rule_place)
        .out(organ.parent)
        .out(closed_on)
        .out(former_names)
        .each([&] {
            boost::describe::enum_from_string(level.c_str(), organ.level);
            organ.closed_on = optional_day_of(closed_on);
            organ.former_names = former_names_in(former_names);
            found.organs.push_back(organ);
        });
    administration::registered_unit unit;
    query(sql, "select code, name, organ, closed_on, former_names from unit"
               " order by position, code")
        .out(unit.code)
        .out(unit.name)
        .out(unit.organ)
        .out(closed_on)
        .out(former_names)
        .each([&] {
            unit.closed_on = optional_day_of(closed_on);
            unit.former_names = former_names_in(former_names);
            found.units.push_back(unit);
        });
    administration::registered_person person;
    long long may = 0;
    query(sql, "select login, name, may_sign_in from person order by id")
        .out(person.login)
        .out(person.name)
        .out(may)
        .each([&] {
            person.may_sign_in = may != 0;
            found.people.push_back(person);
        });
    administration::registered_appointment held;
    std::string from, until, cleared_to;
    query(sql, "select p.login, a.role, a.unit, a.from_day, a.until_day, coalesce(f.login, ''),"
               " a.cleared_to, coalesce(s.login, '')"
               " from appointment a join person p on p.id = a.person"
               " left join person f on f.id = a.for_person"
               " left join person s on s.id = a.successor order by a.id")
        .out(held.login)
        .out(held.role)
        .out(held.unit)
        .out(from)
        .out(until)
        .out(held.in_place_of)
        .out(cleared_to)
        .out(held.successor)
        .each([&] {
            held.from = day_of(from);
            held.until = optional_day_of(until);
            held.cleared_to = level_named(cleared_to);
            found.appointments.push_back(held);
        });
    found.in_force = settings_on_record(sql);
    return found;
}

} // namespace adapters::soci
