#include "engine/leading_seats.hpp"

#include <algorithm>

namespace engine {

void mark_leading(std::vector<task>& in_order, bool (*each_seat_owes)(std::string_view kind))
{
    for (auto& one : in_order) {
        if (each_seat_owes(one.kind))
            continue;
        auto const is_same_act = [&](task const& other) {
            return other.chapter == one.chapter && other.kind == one.kind;
        };
        auto const first = std::find_if(in_order.begin(), in_order.end(), [&](task const& other) {
            return is_same_act(other) && other.unit == one.unit;
        });
        one.leads = first->role == one.role;
        if (one.unit.empty())
            one.leads =
                one.leads && std::none_of(in_order.begin(), in_order.end(), [&](task const& other) {
                    return is_same_act(other) && !other.unit.empty();
                });
    }
}

} // namespace engine
