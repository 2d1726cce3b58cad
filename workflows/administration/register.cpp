#include "workflows/administration/register.hpp"

#include "workflows/administration/numbering.hpp"
#include "workflows/body_on_file.hpp"

#include <algorithm>

namespace workflows::administration {
namespace {

template <class List, class Is>
auto* first_of(List& list, Is is)
{
    auto const found = std::find_if(list.begin(), list.end(), is);
    return found == list.end() ? nullptr : &*found;
}

registered_person* person_of(register_of_house& file, std::string_view login)
{
    auto const number = number_of_person(file, login);
    return number == 0 ? nullptr : &file.people[static_cast<std::size_t>(number - 1)];
}

registered_organ* organ_of(register_of_house& file, std::string_view code)
{
    return first_of(file.organs, [&](auto const& one) { return one.code == code; });
}

registered_unit* unit_of(register_of_house& file, std::string_view code)
{
    return first_of(file.units, [&](auto const& one) { return one.code == code; });
}

template <class Named>
void rename(Named& one, std::string const& name, engine::act const& what)
{
    one.former_names.push_back({one.name, what.counts_on()});
    one.name = name;
}

/// An appointment that has not begun by then never holds.
void end_with(registered_appointment& one, day last)
{
    if (!one.until || *one.until > last)
        one.until = last;
}

} // namespace

registered_organ const* find_organ(register_of_house const& file, std::string_view code)
{
    return first_of(file.organs, [&](auto const& one) { return one.code == code; });
}

registered_unit const* find_unit(register_of_house const& file, std::string_view code)
{
    return first_of(file.units, [&](auto const& one) { return one.code == code; });
}

registered_person const* find_person(register_of_house const& file, std::string_view login)
{
    return first_of(file.people, [&](auto const& one) { return one.login == login; });
}

registered_appointment const* find_appointment(register_of_house const& file, long long number)
{
    if (number < 1 || number > static_cast<long long>(file.appointments.size()))
        return nullptr;
    return &file.appointments[static_cast<std::size_t>(number - 1)];
}

registered_person const* find_person(register_of_house const& file, engine::person_id number)
{
    if (number.value < 1 || number.value > static_cast<long long>(file.people.size()))
        return nullptr;
    return &file.people[static_cast<std::size_t>(number.value - 1)];
}

long long number_of_person(register_of_house const& file, std::string_view login)
{
    auto const* found = find_person(file, login);
    return found ? found - file.people.data() + 1 : 0;
}

void enter(register_of_house& file, house::opened const& body, engine::act const&)
{
    file.title = body.title;
}

void enter(register_of_house& file, house::organ_added const& body, engine::act const&)
{
    file.organs.push_back({body.code, body.organ_name, body.organ_level_is, body.rule_place,
                           body.parent_organ.value_or("")});
}

void enter(register_of_house& file, house::organ_renamed const& body, engine::act const& what)
{
    if (auto* one = organ_of(file, body.organ))
        rename(*one, body.organ_name, what);
}

void enter(register_of_house& file, house::organ_moved const& body, engine::act const&)
{
    auto* one = organ_of(file, body.organ);
    if (!one)
        return;
    one->parent = body.parent_organ.value_or("");
    one->rule_place = body.new_rule_place.value_or(one->rule_place);
}

void enter(register_of_house& file, house::organ_closed const& body, engine::act const& what)
{
    if (auto* one = organ_of(file, body.organ))
        one->closed_on = what.counts_on();
}

void enter(register_of_house& file, house::unit_added const& body, engine::act const&)
{
    file.units.push_back({body.code, body.unit_name, body.organ});
}

void enter(register_of_house& file, house::unit_renamed const& body, engine::act const& what)
{
    if (auto* one = unit_of(file, body.unit))
        rename(*one, body.unit_name, what);
}

void enter(register_of_house& file, house::unit_closed const& body, engine::act const& what)
{
    if (auto* one = unit_of(file, body.unit))
        one->closed_on = what.counts_on();
}

void enter(register_of_house& file, people::added const& body, engine::act const& what)
{
    file.people.push_back({body.login, body.person_name, true, what.by.person});
}

void enter(register_of_house& file, people::name_corrected const& body, engine::act const&)
{
    // Acts keep the name that they were done under.
    if (auto* one = person_of(file, body.login))
        one->name = body.person_name;
}

void enter(register_of_house& file, people::sign_in_barred const& body, engine::act const&)
{
    if (auto* one = person_of(file, body.login))
        one->may_sign_in = false;
}

void enter(register_of_house& file, people::sign_in_restored const& body, engine::act const&)
{
    if (auto* one = person_of(file, body.login))
        one->may_sign_in = true;
}

void enter(register_of_house& file, people::password_reset_ordered const& body,
           engine::act const& what)
{
    // What it does to the password happens beside the record.
    if (auto* one = person_of(file, body.login))
        one->ordered_by = what.by.person;
}

void enter(register_of_house&, people::link_handed_out const&, engine::act const&)
{
    // The link is made beside the record.
}

void enter(register_of_house& file, appointments::made const& body, engine::act const&)
{
    file.appointments.push_back(
        {body.login, body.appointed_role, body.unit, body.from, body.until, {}, body.cleared_to});
}

void enter(register_of_house& file, appointments::ended const& body, engine::act const&)
{
    if (find_appointment(file, body.appointment))
        end_with(file.appointments[static_cast<std::size_t>(body.appointment - 1)], body.last_day);
}

void enter(register_of_house& file, appointments::handed_over const& body, engine::act const&)
{
    std::vector<registered_appointment> taken_over;
    for (auto& one : file.appointments) {
        // Whoever leaves takes nobody's place any more, and nobody takes theirs.
        if (one.login != body.login && one.in_place_of != body.login)
            continue;
        if (one.until && *one.until < body.last_day)
            continue;
        if (!one.is_substitution())
            one.successor = body.successor;
        if (one.until == body.last_day)
            continue;
        if (!one.is_substitution())
            taken_over.push_back({body.successor,
                                  one.role,
                                  one.unit,
                                  std::max(one.from, body.last_day + std::chrono::days(1)),
                                  one.until,
                                  {}});
        end_with(one, body.last_day);
    }
    for (auto& one : taken_over) {
        auto const has_it =
            std::any_of(file.appointments.begin(), file.appointments.end(), [&](auto const& other) {
                return other.login == one.login && other.role == one.role &&
                       other.unit == one.unit && !other.is_substitution() && !other.until;
            });
        if (!has_it)
            file.appointments.push_back(std::move(one));
    }
}

void enter(register_of_house& file, substitutions::set const& body, engine::act const&)
{
    if (auto const* seat = find_appointment(file, body.appointment))
        file.appointments.push_back(
            {body.substitute, seat->role, seat->unit, body.from, body.until, seat->login});
}

void enter(register_of_house& file, substitutions::ended const& body, engine::act const&)
{
    if (find_appointment(file, body.substitution))
        end_with(file.appointments[static_cast<std::size_t>(body.substitution - 1)], body.last_day);
}

void enter(register_of_house& file, settings::came_into_force const& body, engine::act const&)
{
    file.in_force[body.setting_is] = body.parts;
}

void enter_into(register_of_house& file, engine::act const& what)
{
    enter_one_of<house::opened, house::organ_added, house::organ_renamed, house::organ_moved,
                 house::organ_closed, house::unit_added, house::unit_renamed, house::unit_closed,
                 people::added, people::name_corrected, people::sign_in_barred,
                 people::sign_in_restored, people::password_reset_ordered, people::link_handed_out,
                 appointments::made, appointments::ended, appointments::handed_over,
                 substitutions::set, substitutions::ended, settings::came_into_force,
                 settings::numbering_set>(file, what);
}

} // namespace workflows::administration
