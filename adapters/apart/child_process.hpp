#ifndef JUECE_ADAPTERS_APART_CHILD_PROCESS_HPP
#define JUECE_ADAPTERS_APART_CHILD_PROCESS_HPP

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace adapters::apart {

/// What whoever waits for a process puts up with before it is ended.
struct allowance {
    std::chrono::milliseconds waited{6000};
    std::size_t most_written = 32U << 20; ///< bytes of its answer
};

/// How a process ended, and what it wrote until then.
struct ended_process {
    enum class how {
        well,
        failed,   ///< by itself, by its limits, or because it wrote too much
        too_late, ///< whoever waited lost patience
        not_begun ///< the machine has no room for a process
    };
    how ended = how::failed;
    std::string written;
};

/// Runs a program and waits for it; when this returns, it is gone. It gets nothing of this process
/// but its errors' file: no open file, and of the environment what fonts are found by.
ended_process run_apart(std::filesystem::path const& program,
                        std::vector<std::string> const& arguments, allowance const& may_take);

/// Takes from this process what reading a stranger's document does not need: it has so much
/// processor time, a gigabyte of memory, few files, and ends with whoever began it. Throws
/// std::system_error where the machine does not allow that.
void confine_this_process(std::chrono::seconds processor);

} // namespace adapters::apart

#endif
