#include "web/handlers/other_seats.hpp"

#include "web/handlers/box_table.hpp"
#include "web/handlers/box_tabs.hpp"
#include "web/office.hpp"

#include <algorithm>

namespace web::handlers {
namespace {

using adapters::soci::appointment;
using adapters::soci::box_row;
using boost::json::array;
using boost::json::object;
using engine::say;

/// So many tasks of another seat stand below the own ones; the others are seen in that seat.
constexpr std::size_t most_rows = 10;
/// So long before it begins, and after it has ended, a substitution is told.
constexpr std::chrono::days told_around{7};

bool is_substitution(appointment const& one)
{
    return one.in_place_of.value != 0;
}

/// What whoever looks would see in another seat of theirs.
template <class F>
auto in_seat(visit& v, appointment const& as, F&& use)
{
    auto const actor = adapters::soci::acting(v.session->who, as);
    return v.records->look_as(v.house.with().law.entitled.seeing(actor, as.cleared_to),
                              [&](auto&) { return use(); });
}

/// One of several seats that may do an act leads; of seats that each owe it, all do.
bool is_same_act(box_row const& a, box_row const& b)
{
    auto const& one = a.waits;
    auto const& other = b.waits;
    return a.on == b.on && one.chapter == other.chapter && one.kind == other.kind &&
           one.unit == other.unit &&
           (engine::is_same_task(one, other) || !one.leads || !other.leads);
}

/// A seat beside the own one, with the tasks that stand neither in the own list nor in that of a
/// seat before it.
struct seat_beside {
    appointment as;
    std::vector<box_row> rows;
};

std::vector<seat_beside> waiting_beside(visit& v, asked_box const& own)
{
    std::vector<seat_beside> made;
    auto const seats = seats_beside(v);
    if (seats.empty())
        return made;
    auto told = v.records->list_box(own.of, own.only, own.order, {}, most_counted).rows;
    auto const is_told = [&](box_row const& row) {
        return std::any_of(told.begin(), told.end(),
                           [&](box_row const& one) { return is_same_act(one, row); });
    };
    adapters::soci::box_filter only;
    only.lights = own.only.lights;
    for (auto const& as : seats) {
        auto rows = in_seat(v, as, [&] {
            return v.records
                ->list_box(waiting_box(v, as), only, adapters::soci::box_order::to_do, {},
                           most_counted)
                .rows;
        });
        std::erase_if(rows, is_told);
        told.insert(told.end(), rows.begin(), rows.end());
        made.push_back({as, std::move(rows)});
    }
    return made;
}

/// How somebody in the place of whoever looks reads to them.
engine::text words_of_substitute(visit const& v, appointment const& one)
{
    auto const role = v.words("role." + one.role);
    auto const unit = v.house.unit_name(one.unit);
    auto const who = v.house.person_name(one.who);
    auto const until = one.until.value_or(v.today());
    if (one.from > v.today())
        return say("{1}自{2}起代理您的职务（{3}{4}），至{5}", who, one.from, unit, role, until);
    if (until < v.today())
        return say("{1}代理您的职务（{2}{3}）已于{4}结束", who, unit, role, until);
    return say("{1}正在代理您的职务（{2}{3}），至{4}", who, unit, role, until);
}

object task_view(visit& v, box_row const& row)
{
    auto const cell = [&](std::string_view column) { return cell_of(v, "waiting", column, row); };
    auto const limit = cell("limit");
    return {{"case", row.on.value},
            {"number", row.number},
            {"case_title", row.title},
            {"kind", row.waits.kind},
            {"act_words", cell("task").words},
            {"href", cell("task").href},
            {"light", limit.light ? limit.light->colour : ""},
            {"light_shape", limit.light ? limit.light->shape : ""},
            {"light_words", limit.words}};
}

array tasks_in(visit& v, appointment const& as, std::vector<box_row> const& waiting)
{
    if (waiting.empty())
        return {};
    return in_seat(v, as, [&] {
        array made;
        for (auto const& row : waiting)
            if (made.size() < most_rows)
                made.push_back(task_view(v, row));
        return made;
    });
}

object seat_view(visit& v, appointment const& one, std::vector<box_row> const& tasks = {})
{
    bool const can_be_taken =
        one.who == v.session->who.id && one.holds_on(v.today()) && one.id != v.session->as.id;
    auto const waiting = static_cast<long long>(tasks.size());
    auto rows = tasks_in(v, one, tasks);
    auto const others = waiting - static_cast<long long>(rows.size());
    return {{"appointment", one.id},
            {"role", one.role},
            {"unit", one.unit},
            {"in_place_of", one.in_place_of_name},
            {"is_substitution", is_substitution(one)},
            {"from", engine::to_text(one.from)},
            {"until", one.until ? engine::to_text(*one.until) : ""},
            {"seat_words", v.words(words_of_seat(v, one))},
            {"can_be_taken", can_be_taken},
            {"waiting", waiting},
            {"waiting_words", waiting > 0 ? counted_words(waiting) : ""},
            {"others_words", others > 0 ? v.words(say("以上为前{1}项，改用这项任职办理全部{2}项",
                                                      rows.size(), counted_words(waiting)))
                                        : ""},
            {"has_tasks", !rows.empty()},
            {"tasks", std::move(rows)}};
}

/// A substitution begins soon, or has ended lately.
bool is_near(visit const& v, appointment const& one)
{
    bool const begins = one.from > v.today() && one.from <= v.today() + told_around;
    bool const is_over = one.until && *one.until < v.today() && one.from <= *one.until &&
                         *one.until >= v.today() - told_around;
    return begins || is_over;
}

} // namespace

std::vector<appointment> seats_beside(visit const& v)
{
    auto all = v.house.with().people.appointments_of(v.session->who.id, v.today());
    std::erase_if(all, [&](appointment const& one) { return one.id == v.session->as.id; });
    return all;
}

engine::text words_of_seat(visit const& v, appointment const& one)
{
    if (one.in_place_of == v.session->who.id)
        return words_of_substitute(v, one);
    auto const role = v.words("role." + one.role);
    auto const unit = v.house.unit_name(one.unit);
    if (!is_substitution(one))
        return say("您还担任{1}{2}", unit, role);
    auto const& whose = one.in_place_of_name;
    auto const until = one.until.value_or(v.today());
    if (one.from > v.today())
        return say("您自{1}起代理{2}（{3}{4}），至{5}", one.from, whose, unit, role, until);
    if (until < v.today())
        return say("您代理{1}（{2}{3}）已于{4}结束", whose, unit, role, until);
    if (one.id == v.session->as.id)
        return say("您正在代理{1}（{2}{3}），至{4}", whose, unit, role, until);
    return say("您代理{1}（{2}{3}），至{4}", whose, unit, role, until);
}

long long waiting_in_other_seats(visit& v, asked_box const& own)
{
    long long waiting = 0;
    for (auto const& one : waiting_beside(v, own))
        waiting += static_cast<long long>(one.rows.size());
    return waiting;
}

engine::text words_of_other_seats(long long waiting)
{
    return say("以您的其他任职另有{1}项待办，不计在内。", counted_words(waiting));
}

array other_seats_view(visit& v)
{
    array made;
    for (auto const& one : v.house.with().people.appointments_of(v.session->who.id))
        if (is_substitution(one) && (one.id == v.session->as.id || is_near(v, one)))
            made.push_back(seat_view(v, one));
    for (auto const& one : waiting_beside(v, plain_box(v, "waiting")))
        made.push_back(seat_view(v, one.as, one.rows));
    for (auto& one : own_substitutes_view(v))
        made.push_back(std::move(one));
    return made;
}

array own_substitutes_view(visit& v)
{
    array made;
    for (auto const& one : v.house.with().people.substitutions_for(v.session->who.id))
        if (one.holds_on(v.today()) || is_near(v, one))
            made.push_back(seat_view(v, one));
    return made;
}

} // namespace web::handlers
