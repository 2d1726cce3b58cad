#include "workflows/major_decision/handed_work.hpp"

#include <algorithm>

namespace workflows::major_decision::circulation {
namespace {

template <class List>
auto* find_live(List& all, std::string_view kind, engine::seat const& sits)
{
    auto const found = std::find_if(all.begin(), all.end(), [&](handing const& one) {
        return !one.is_over && one.kind == kind && is_place_of(sits, one.at);
    });
    return found == all.end() ? nullptr : &*found;
}

/// The act itself, done from the unit whose task it was.
bool is_done_by(engine::act const& what, std::string_view kind, engine::seat const& sits)
{
    return what.kind == kind && what.by.unit == sits.unit;
}

bool is_asked(std::vector<engine::seat> const& places, engine::seat const& sits)
{
    return std::any_of(places.begin(), places.end(),
                       [&](engine::seat const& one) { return is_place_of(one, sits); });
}

} // namespace

bool is_place_of(engine::seat const& place, engine::seat const& sits)
{
    return place.role == sits.role && (place.unit.empty() || place.unit == sits.unit);
}

handing const* find_handing(std::vector<handing> const& all, std::string_view kind,
                            engine::seat const& sits)
{
    return find_live(all, kind, sits);
}

void hand_over(std::vector<handing>& all, std::string_view kind, engine::seat const& sits,
               handing_step step)
{
    auto* one = find_live(all, kind, sits);
    if (!one) {
        all.push_back({.kind = std::string(kind), .at = {sits.role, sits.unit}, .steps = {}});
        one = &all.back();
    }
    one->steps.push_back(std::move(step));
}

handing_step const* step_of(handing const& one, engine::actor const& who)
{
    auto const is_one_of_them = [&](engine::person_id person) {
        return person.value != 0 && (person == who.person || person == who.represents);
    };
    auto const found =
        std::find_if(one.steps.rbegin(), one.steps.rend(), [&](handing_step const& step) {
            return is_one_of_them(step.from) || is_one_of_them(step.in_place_of);
        });
    return found == one.steps.rend() ? nullptr : &*found;
}

void take_back(std::vector<handing>& all, std::string_view kind, engine::seat const& sits,
               engine::actor const& who)
{
    auto& one = *find_live(all, kind, sits);
    auto const at = step_of(one, who) - one.steps.data();
    if (at == 0)
        one.is_over = true;
    else
        one.steps.erase(one.steps.begin() + at, one.steps.end());
}

void settle(std::vector<handing>& handings, std::vector<delegation>& delegations,
            engine::act const& what, seats_of_kind const& seats)
{
    for (auto& one : handings)
        if (!one.is_over)
            one.is_over = is_done_by(what, one.kind, one.at) || !is_asked(seats(one.kind), one.at);
    for (auto& one : delegations)
        if (one.state == delegation_state::asked &&
            (is_done_by(what, one.kind, one.from) || !is_asked(seats(one.kind), one.from)))
            one.state = delegation_state::lapsed;
}

} // namespace workflows::major_decision::circulation
