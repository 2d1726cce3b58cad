#ifndef JUECE_WEB_PRACTICE_CLOCK_HPP
#define JUECE_WEB_PRACTICE_CLOCK_HPP

#include "engine/day.hpp"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>

namespace web {

/// The clock of a house of sample data: that of the machine and the days by which those who try the
/// house out set it forward, since nobody tries out a notice of thirty days by waiting for them. It
/// is never set back, as acts are not entered before those that are there. From any thread.
class practice_clock {
public:
    /// The days by which it was set forward before stand in `file`; throws std::runtime_error when
    /// that holds anything else.
    practice_clock(std::function<engine::instant()> real, std::filesystem::path file);

    engine::instant now() const;
    /// By how many days it was set forward so far.
    std::chrono::days ahead() const { return ahead_.load(); }
    /// False, and nothing is changed, when that would lead further ahead than `furthest`. Throws
    /// std::system_error when the file cannot be written.
    bool go_on(std::chrono::days by);

    static constexpr std::chrono::days furthest{3 * 366};

private:
    std::function<engine::instant()> real_;
    std::filesystem::path file_;
    std::atomic<std::chrono::days> ahead_;
};

} // namespace web

#endif
