#ifndef JUECE_ADAPTERS_NOTICES_SCHEDULE_HPP
#define JUECE_ADAPTERS_NOTICES_SCHEDULE_HPP

#include <chrono>
#include <optional>
#include <vector>

namespace adapters::notices {

/// How long to wait after the first failure, the second and so on; after one more it is given up.
using waits = std::vector<std::chrono::seconds>;

/// 1 min, 5 min, 30 min, 2 h, 12 h.
waits usual_waits();

/// How long to wait after so many failures in a row; nothing when it is given up.
std::optional<std::chrono::seconds> wait_after(waits const& chosen, long long failures);

} // namespace adapters::notices

#endif
