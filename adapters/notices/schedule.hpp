#ifndef JUECE_ADAPTERS_NOTICES_SCHEDULE_HPP
#define JUECE_ADAPTERS_NOTICES_SCHEDULE_HPP

#include <chrono>
#include <optional>

namespace adapters::notices {

/// How long to wait after so many failures in a row; nothing when it is given up.
std::optional<std::chrono::seconds> wait_after(long long failures);

} // namespace adapters::notices

#endif
