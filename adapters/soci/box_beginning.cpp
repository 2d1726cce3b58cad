#include "adapters/soci/box_beginning.hpp"

#include "adapters/soci/left_tasks.hpp"

#include <optional>
#include <set>
#include <utility>

namespace adapters::soci {

std::string tested(std::string const& column, led_by lead)
{
    return lead == led_by::order ? column : "(" + column + " || '')";
}

std::string of_units(std::vector<std::string> const& units, narrowing& to)
{
    return "(" + to.one_of("t.sponsor || ''", "of_unit", units) + " or " +
           to.one_of("t.unit", "by_unit", units) + ")";
}

namespace {

/// The condition that a task t is for one of some seats; a task that is somebody's by name may be
/// for any role of theirs.
std::string is_for_one_of(std::vector<engine::seat> const& seats, narrowing& to)
{
    std::string any;
    for (std::size_t i = 0; i < seats.size(); ++i) {
        auto const n = std::to_string(i);
        any += (any.empty() ? "(" : " or (") + std::string("t.role in ('', :named_role") + n + ")";
        to.with("named_role" + n, seats[i].role);
        if (!seats[i].unit.empty()) {
            any += " and t.unit in ('', :named_unit" + n + ")";
            to.with("named_unit" + n, seats[i].unit);
        }
        any += ")";
    }
    return "(" + any + ")";
}

/// The tasks t that pass one of some conditions that exclude each other. An index has those of each
/// in their order, and the database merges such branches; of `in (...)` or `or` it would read and
/// sort all to show one page.
std::string tasks_of_any(std::vector<std::string> const& branches, narrowing& to, led_by lead)
{
    std::string const or_else =
        lead == led_by::order ? " union all select t.* from task t where " : " or ";
    std::string any;
    for (auto const& branch : branches)
        any += (any.empty() ? "" : or_else) + branch;
    if (lead == led_by::order && branches.size() > 1)
        return " from (select t.* from task t where " + any + ") t";
    to.add(any.empty() ? "1 = 0" : "(" + any + ")");
    return " from task t";
}

/// The tasks of some seats, and those for one of them by some people's names, as t.
std::string tasks_of_seats(std::vector<engine::seat> const& seats,
                           std::vector<engine::person_id> const& by_name, narrowing& to,
                           led_by lead)
{
    std::set<std::string> everywhere;
    for (auto const& seat : seats)
        if (seat.unit.empty())
            everywhere.insert(seat.role);
    std::set<std::pair<std::string, std::string>> in_a_unit;
    for (auto const& seat : seats) {
        if (everywhere.contains(seat.role))
            continue;
        in_a_unit.emplace(seat.role, ""); // a task without a unit is for the role in every unit
        in_a_unit.emplace(seat.role, seat.unit);
    }
    std::vector<std::string> branches;
    auto const add = [&](std::string const& role, std::optional<std::string> const& unit) {
        auto const n = std::to_string(branches.size());
        branches.push_back("t.person = 0 and " + tested("t.role", lead) + " = :role" + n);
        to.with("role" + n, role);
        if (!unit)
            return;
        branches.back() += " and " + tested("t.unit", lead) + " = :unit" + n;
        to.with("unit" + n, *unit);
    };
    for (auto const& role : everywhere)
        add(role, {});
    for (auto const& [role, unit] : in_a_unit)
        add(role, unit);
    if (!seats.empty() && !by_name.empty()) {
        auto const fits = is_for_one_of(seats, to);
        for (std::size_t i = 0; i < by_name.size(); ++i) {
            auto const n = std::to_string(i);
            // that it is somebody's at all lets an index of those few be used
            branches.push_back("t.person = :named" + n + " and t.person <> 0 and " + fits);
            to.with("named" + n, by_name[i].value);
        }
    }
    return tasks_of_any(branches, to, lead);
}

/// The tasks of units, or on cases that they sponsor, as t. Those of one unit are merged from two
/// indexes; of many it is most tasks, and the index of the order is walked.
std::string tasks_of_units(std::vector<std::string> const& units, narrowing& to, led_by lead)
{
    if (units.size() == 1) {
        to.with("of_unit", units.front());
        auto const sponsor = tested("t.sponsor", lead);
        return tasks_of_any({sponsor + " = :of_unit", tested("t.unit", lead) + " = :of_unit and " +
                                                          sponsor + " <> :of_unit"},
                            to, lead);
    }
    if (units.empty())
        to.add("1 = 0");
    else
        to.add(of_units(units, to));
    return " from task t";
}

std::vector<long long> openers(box const& of)
{
    std::vector<long long> all = {of.person.value};
    for (auto const& one : of.by_name)
        all.push_back(one.value);
    return all;
}

} // namespace

std::string begin_box(box const& of, narrowing& to, led_by lead)
{
    switch (of.name) {
    case box_name::waiting:
        to.by_if_given("t.kind <> :copies", "copies", of.kind_of_copies);
        to.by_if_given("not " + waits_as_well_for("left_to"), "left_to", of.left_to);
        return tasks_of_seats(of.seats, of.by_name, to, lead);
    case box_name::copied:
        to.by(tested("t.kind", lead) + " = :copies", "copies", of.kind_of_copies);
        return tasks_of_seats(of.seats, of.by_name, to, lead);
    case box_name::overseen:
        to.add("t.leads = 1"); // what is owed, once, however many seats may do it
        to.by_if_given("t.kind <> :copies", "copies", of.kind_of_copies);
        return tasks_of_units(of.units, to, lead);
    case box_name::done:
        to.by(lead == led_by::order ? "a.by_person = :person" : "(a.by_person + 0) = :person",
              "person", of.person.value);
        break;
    case box_name::opened:
        to.add("a.seq = 1");
        to.add(to.one_of(lead == led_by::order ? "a.by_person" : "(a.by_person + 0)", "opener",
                         openers(of)));
        break;
    }
    return " from act a";
}

} // namespace adapters::soci
