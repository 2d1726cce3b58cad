#include "web/return_times.hpp"

#include <algorithm>

namespace web {

using std::chrono::microseconds;

void return_times::served(engine::instant now)
{
    std::lock_guard const hold(door_);
    turn_to(now);
    ++served_now_;
}

std::chrono::seconds return_times::next(engine::instant now)
{
    std::lock_guard const hold(door_);
    turn_to(now);
    auto const a_second = std::max({least_a_second, served_now_, served_before_});
    place_ = std::max<decltype(place_)>(place_, now + soonest) +
             microseconds(std::chrono::seconds(1)) / a_second;
    // Who would wait too long comes with the first ones: later there is nobody to wait for.
    if (place_ > now + latest)
        place_ = now + soonest;
    return std::chrono::ceil<std::chrono::seconds>(place_ - now);
}

void return_times::turn_to(engine::instant now)
{
    auto const second = std::chrono::floor<std::chrono::seconds>(now);
    // Those who ask at the same time may come in any order; a clock that was set back is another
    // matter, since all would wait for the time that it had.
    auto const set_back = second + latest < second_;
    if (second <= second_ && !set_back)
        return;
    served_before_ = second == second_ + std::chrono::seconds(1) ? served_now_ : 0;
    served_now_ = 0;
    if (set_back)
        place_ = {};
    second_ = second;
}

} // namespace web
