#include "web/handlers/waiting_at_seat.hpp"

#include "web/handlers/above_form.hpp"
#include "web/handlers/administration_forms.hpp"
#include "web/handlers/administration_words.hpp"
#include "web/handlers/asked_box.hpp"
#include "web/handlers/box_tabs.hpp"
#include "web/office.hpp"

#include <algorithm>
#include <set>

namespace web::handlers {
namespace {

namespace soci = adapters::soci;
namespace appointments = workflows::administration::appointments;
using boost::json::array;
using engine::say;
using workflows::administration::register_of_house;

/// An appointment that holds today, with what waits there.
struct left_seat {
    soci::appointment held;
    soci::person who;
    long long of_seat = 0;
    long long by_name = 0;
};

std::optional<left_seat> seat_of(visit const& v, engine::person_id whose, long long number)
{
    auto& people = v.house.with().people;
    auto const own = people.appointments_of(whose, v.today());
    auto const held =
        std::find_if(own.begin(), own.end(), [&](auto const& one) { return one.id == number; });
    auto const who = people.find_person(whose);
    if (held == own.end() || !who)
        return {};
    left_seat found{*held, *who};
    auto of_both = tasks_of_appointment(*held);
    auto of_seat = of_both;
    of_seat.by_name.clear();
    auto const seeing =
        v.house.with().law.entitled.seeing(soci::acting(*who, *held), held->cleared_to);
    v.records->look_as(seeing, [&](auto& seen) {
        found.of_seat = seen.count_box(of_seat, {}, most_counted);
        found.by_name = seen.count_box(of_both, {}, most_counted) - found.of_seat;
    });
    return found;
}

/// The others who hold the same seat on the day after one, by name.
std::string others_after(visit const& v, left_seat const& seat, engine::day last)
{
    auto& people = v.house.with().people;
    std::set<std::string> names;
    for (auto const& one : people.appointments(last + std::chrono::days(1))) {
        if (one.role != seat.held.role || one.unit != seat.held.unit ||
            one.in_place_of.value != 0 || one.who == seat.held.who)
            continue;
        if (auto const who = people.find_person(one.who); who && who->may_sign_in)
            names.insert(who->name);
    }
    std::string all;
    for (auto const& one : names)
        all += (all.empty() ? "" : v.words("words.list_comma")) + one;
    return all;
}

std::string seat_words(visit const& v, left_seat const& seat)
{
    return v.house.unit_name(seat.held.unit) + " " + v.words("role." + seat.held.role);
}

void add_stays(visit const& v, left_seat const& seat, std::string const& others, array& into)
{
    into.push_back(note_above(
        v.words(say("这一岗位（{1}）有{2}项待办；{3}也在此岗位，待办留在岗位上，由其办理。",
                    seat_words(v, seat), counted_words(seat.of_seat), others))));
}

void add_by_name(visit const& v, left_seat const& seat, pairs const& handing_over, array& into)
{
    if (seat.by_name > 0)
        into.push_back(
            note_above(v.words(say("有{1}项待办指定由{2}本人办理，只有离职转办才转给接任人。",
                                   counted_words(seat.by_name), seat.who.name)),
                       {}, filled_in_form(appointments::handed_over::kind, handing_over),
                       act_words(v.words, appointments::handed_over::kind)));
}

/// How much waits today in the seats of somebody who leaves.
long long waiting_for(visit const& v, engine::person_id who)
{
    long long waiting = 0;
    for (auto const& one : v.house.with().people.appointments_of(who, v.today()))
        if (one.in_place_of.value == 0)
            waiting += waiting_at_seat(v, who, one.id);
    return waiting;
}

} // namespace

long long waiting_at_seat(visit const& v, engine::person_id whose, long long appointment)
{
    auto const seat = seat_of(v, whose, appointment);
    return seat ? seat->of_seat + seat->by_name : 0;
}

array left_by_ending(visit const& v, engine::person_id whose, long long appointment)
{
    array made;
    auto const seat = seat_of(v, whose, appointment);
    if (!seat)
        return made;
    auto const others = others_after(v, *seat, v.today());
    pairs const handing_over{{"login", seat->who.login}};
    if (seat->of_seat > 0 && !others.empty())
        add_stays(v, *seat, others, made);
    else if (seat->of_seat > 0)
        made.push_back(note_above(
            v.words(say("这一岗位（{1}）有{2}项待办，没有其他人在此岗位；结束任职后这些待办无人办"
                        "理。有人接任的，请改办离职转办。",
                        seat_words(v, *seat), counted_words(seat->of_seat))),
            {}, filled_in_form(appointments::handed_over::kind, handing_over),
            act_words(v.words, appointments::handed_over::kind)));
    add_by_name(v, *seat, handing_over, made);
    return made;
}

array left_by_ended(visit const& v, engine::person_id whose, long long appointment)
{
    array made;
    auto const seat = seat_of(v, whose, appointment);
    if (!seat || !seat->held.until)
        return made;
    auto const others = others_after(v, *seat, *seat->held.until);
    if (seat->of_seat > 0 && !others.empty())
        add_stays(v, *seat, others, made);
    else if (seat->of_seat > 0)
        made.push_back(note_above(
            v.words(say("这一岗位（{1}）有{2}项待办，{3}之后没有人在此岗位；请任命接任的人，待办由"
                        "其办理。",
                        seat_words(v, *seat), counted_words(seat->of_seat), *seat->held.until)),
            {},
            filled_in_form(appointments::made::kind,
                           {{"appointed_role", seat->held.role}, {"unit", seat->held.unit}}),
            act_words(v.words, appointments::made::kind)));
    add_by_name(v, *seat,
                {{"login", seat->who.login}, {"last_day", engine::to_text(*seat->held.until)}},
                made);
    return made;
}

array passed_on(visit const& v, register_of_house const& house,
                appointments::handed_over const& body)
{
    array made;
    administration_words const words(v, house);
    auto const leaves = workflows::administration::number_of_person(house, body.login);
    auto const first = body.last_day + std::chrono::days(1);
    made.push_back(note_above(v.words(
        say("{1}的{2}项待办自{3}起由{4}办理。", words.person(body.login),
            counted_words(waiting_for(v, {leaves})), first, words.person(body.successor)))));
    for (auto const& one : house.appointments)
        if (one.login == body.successor && !one.is_substitution() && one.until &&
            one.holds_between(first, {}))
            made.push_back(note_above(
                v.words(say("{1}的任职（{2} {3}）也有期限，到{4}为止；到期前请另行安排接任人。",
                            words.person(body.successor), words.unit(one.unit),
                            words.role(one.role), *one.until))));
    return made;
}

} // namespace web::handlers
