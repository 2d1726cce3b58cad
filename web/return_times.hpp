#ifndef JUECE_WEB_RETURN_TIMES_HPP
#define JUECE_WEB_RETURN_TIMES_HPP

#include "engine/day.hpp"

#include <chrono>
#include <mutex>

namespace web {

/// When those who were sent away are to come again: one after the other, as fast as their like was
/// served lately, so that a crowd does not come back all at once. Safe to use from several threads.
class return_times {
public:
    /// In any second at least so many are expected, however few were served lately.
    static constexpr long long least_a_second = 200;
    static constexpr std::chrono::seconds soonest{2};
    static constexpr std::chrono::seconds latest{120};

    /// Somebody was served.
    void served(engine::instant now);
    /// The wait of the next one who is sent away, in whole seconds upwards.
    std::chrono::seconds next(engine::instant now);

private:
    void turn_to(engine::instant now);

    std::mutex door_;
    std::chrono::sys_seconds second_ = {};
    long long served_now_ = 0;                                    ///< in this second
    long long served_before_ = 0;                                 ///< in the one before it
    std::chrono::sys_time<std::chrono::microseconds> place_ = {}; ///< of the last one sent away
};

} // namespace web

#endif
