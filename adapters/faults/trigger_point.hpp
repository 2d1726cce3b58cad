#ifndef JUECE_ADAPTERS_FAULTS_TRIGGER_POINT_HPP
#define JUECE_ADAPTERS_FAULTS_TRIGGER_POINT_HPP

#include <string_view>

#if defined(JUECE_TRIGGERS) && defined(NDEBUG)
#error "trigger points are for tests, and no part of a release"
#endif

namespace adapters::faults {

#ifdef JUECE_TRIGGERS
inline constexpr bool has_triggers = true;

/// A point at which tests let the process die as it would of a power cut: nothing is written any
/// more, nothing is closed. Armed by JUECE_TRIGGER in the environment, the name of the point and
/// which time it is reached ("clerk.before_commit:2").
void reached(std::string_view point) noexcept;
#else
inline constexpr bool has_triggers = false;

constexpr void reached(std::string_view) noexcept {}
#endif

} // namespace adapters::faults

#endif
