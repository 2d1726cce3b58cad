#include "web/handlers/order_of_steps.hpp"

#include "web/handlers/time_light.hpp"
#include "web/office.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace web::handlers {
namespace {

using adapters::soci::box_order;
using adapters::soci::box_row;

/// What a desk that is worked off has between what is due and what rests.
bool is_calm(visit const& v, box_row const& row)
{
    auto const& task = row.waits;
    if (task.opens_on && *task.opens_on > v.today())
        return false;
    return !task.within || light_of(*task.within, v.house.with().law.days, v.today()).colour ==
                               std::string_view("green");
}

bool are_due_together(box_row const& one, box_row const& other)
{
    auto const& first = one.waits.within;
    auto const& second = other.waits.within;
    return first.has_value() == second.has_value() && (!first || first->due == second->due);
}

/// Whether it is all the same to a list which of two tasks of one case comes first.
bool may_change_places(visit const& v, box_order by, box_row const& one, box_row const& other)
{
    switch (by) {
    case box_order::to_do:
        return is_calm(v, one) && is_calm(v, other);
    case box_order::newest:
    case box_order::oldest:
        return one.at == other.at;
    case box_order::due:
        return are_due_together(one, other);
    case box_order::number:
        return true;
    case box_order::opening:
    case box_order::title:
    case box_order::kind:
        break;
    }
    return false;
}

/// The acts of a procedure that has all of these, in the order of the law.
std::vector<std::string> kinds_in_order(visit const& v, std::vector<box_row> const& tasks)
{
    std::vector<std::string> kinds;
    for (auto const& [name, ignored] : v.house.with().law.shapes) {
        auto const* sample = v.house.sample(name);
        auto const knows = [&](box_row const& one) { return sample->fields_of(one.waits.kind); };
        if (!std::all_of(tasks.begin(), tasks.end(), knows))
            continue;
        for (auto& row : sample->table())
            kinds.push_back(std::move(row.kind));
        break;
    }
    return kinds;
}

} // namespace

void put_in_order_of_steps(visit& v, asked_box const& asked, std::vector<box_row>& rows)
{
    if (!asked.lists_tasks())
        return;
    std::vector<bool> is_placed(rows.size());
    for (std::size_t first = 0; first < rows.size(); ++first) {
        std::vector<std::size_t> places;
        for (auto i = first; i < rows.size(); ++i)
            if (!is_placed[i] && rows[i].on == rows[first].on &&
                (i == first || may_change_places(v, asked.order, rows[first], rows[i])))
                places.push_back(i);
        for (auto const place : places)
            is_placed[place] = true;
        if (places.size() < 2)
            continue;
        std::vector<box_row> tasks;
        for (auto const place : places)
            tasks.push_back(std::move(rows[place]));
        auto const kinds = kinds_in_order(v, tasks);
        auto const step = [&](box_row const& one) {
            return std::find(kinds.begin(), kinds.end(), one.waits.kind);
        };
        std::stable_sort(tasks.begin(), tasks.end(), [&](auto const& one, auto const& other) {
            return step(one) < step(other);
        });
        for (std::size_t i = 0; i < places.size(); ++i)
            rows[places[i]] = std::move(tasks[i]);
    }
}

} // namespace web::handlers
