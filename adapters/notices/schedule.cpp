#include "adapters/notices/schedule.hpp"

namespace adapters::notices {

waits usual_waits()
{
    using namespace std::chrono_literals;
    // Short ones for a server that restarts, long ones for a night without anybody at work.
    return {1min, 5min, 30min, 2h, 12h};
}

std::optional<std::chrono::seconds> wait_after(waits const& chosen, long long failures)
{
    if (failures < 1 || failures > static_cast<long long>(chosen.size()))
        return {};
    return chosen[static_cast<std::size_t>(failures - 1)];
}

} // namespace adapters::notices
