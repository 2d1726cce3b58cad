#include "adapters/notices/schedule.hpp"

#include <array>

namespace adapters::notices {

std::optional<std::chrono::seconds> wait_after(long long failures)
{
    using namespace std::chrono_literals;
    // Short ones for a server that restarts, long ones for a night without anybody at work.
    constexpr std::array<std::chrono::seconds, 5> waits = {1min, 5min, 30min, 2h, 12h};
    if (failures < 1 || failures > static_cast<long long>(waits.size()))
        return {};
    return waits[static_cast<std::size_t>(failures - 1)];
}

} // namespace adapters::notices
