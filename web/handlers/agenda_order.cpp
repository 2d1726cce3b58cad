#include "web/handlers/agenda_order.hpp"

#include "web/handlers/agendas.hpp"
#include "workflows/major_decision/submission.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace web::handlers {
namespace {

using workflows::major_decision::submission::moved_on_agenda;
using indexes = std::vector<std::size_t>;

std::optional<long long> item_given_in(engine::act const& placed)
{
    auto const* found = placed.body.if_contains("agenda_item");
    if (!found || !found->is_int64())
        return {};
    return found->get_int64();
}

agenda_move move_of(engine::act const& moved)
{
    agenda_move made{.at = moved.entered_at, .ahead_of = {}};
    if (auto const* listed = moved.body.if_contains("ahead_of"); listed && listed->is_array())
        for (auto const& one : listed->get_array())
            if (one.is_string())
                made.ahead_of.emplace_back(one.get_string());
    return made;
}

/// As they were placed; who was given a place stands there, and those behind it move down.
indexes as_placed(std::vector<agenda_place> const& all)
{
    indexes order(all.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        auto const key = [&](std::size_t i) {
            return std::tie(all[i].item, all[i].placed_at, all[i].on);
        };
        return key(one) < key(other);
    });
    auto next = std::find_if(order.begin(), order.end(),
                             [&](std::size_t i) { return all[i].item.has_value(); });
    for (; next != order.end(); ++next) {
        auto const place = std::min<long long>(*all[*next].item - 1, next - order.begin());
        std::rotate(order.begin() + place, next, next + 1);
    }
    return order;
}

struct move_of_matter {
    std::size_t matter = 0;
    agenda_move const* how = nullptr;
};

/// All moves in the order in which they were made; of two at the same moment that of the lower
/// case comes first.
std::vector<move_of_matter> moves_in_time(std::vector<agenda_place> const& all)
{
    std::vector<move_of_matter> made;
    for (std::size_t i = 0; i < all.size(); ++i)
        for (auto const& one : all[i].moves)
            made.push_back({i, &one});
    std::stable_sort(made.begin(), made.end(), [&](auto const& one, auto const& other) {
        return std::tie(one.how->at, all[one.matter].on) <
               std::tie(other.how->at, all[other.matter].on);
    });
    return made;
}

void put(std::vector<agenda_place> const& all, move_of_matter const& move, indexes& order)
{
    std::erase(order, move.matter);
    auto const& behind = move.how->ahead_of;
    auto to = std::find_if(order.begin(), order.end(), [&](std::size_t i) {
        return std::find(behind.begin(), behind.end(), all[i].number) != behind.end();
    });
    // Who was put at the end stays ahead of what was placed after that.
    if (to == order.end())
        to = std::find_if(order.rbegin(), order.rend(), [&](std::size_t i) {
                 return all[i].placed_at <= move.how->at;
             }).base();
    order.insert(to, move.matter);
}

} // namespace

agenda_place place_on_agenda(engine::case_id on, std::string number,
                             std::vector<engine::act> const& acts)
{
    agenda_place made{.on = on, .number = std::move(number)};
    auto const* placed = agenda_of(acts);
    if (!placed)
        return made;
    made.placed_at = placed->entered_at;
    made.item = item_given_in(*placed);
    for (auto const& one : acts)
        if (one.seq > placed->seq && one.kind == moved_on_agenda::kind)
            made.moves.push_back(move_of(one));
    return made;
}

std::vector<std::size_t> order_on_agenda(std::vector<agenda_place> const& all)
{
    auto order = as_placed(all);
    for (auto const& move : moves_in_time(all))
        put(all, move, order);
    return order;
}

} // namespace web::handlers
