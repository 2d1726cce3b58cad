#ifndef JUECE_ADAPTERS_SOCI_AUDIT_LOG_HPP
#define JUECE_ADAPTERS_SOCI_AUDIT_LOG_HPP

#include "adapters/soci/audit_entry.hpp"
#include "adapters/soci/database.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace adapters::soci {

/// How long an entry is kept at least (GB/T 22239 asks for six months). The triggers of the
/// database say the same number.
inline constexpr std::chrono::days audit_kept{180};

struct audit_terms {
    /// More notes than that at once are counted instead of written: a flood fills no disk.
    std::size_t longest_queue = 4'096;
    /// How long a note may wait for others, so that refused requests cost the acts no commits.
    std::chrono::milliseconds gather{250};
};

/// Writes the audit log: one thread, one chain, one commit for all that wait.
class audit_log {
public:
    explicit audit_log(database& at, audit_terms terms = {});
    ~audit_log();
    audit_log(audit_log const&) = delete;
    audit_log& operator=(audit_log const&) = delete;

    /// Soon in the log; waits for nothing. Notes that are alike and wait together become one.
    void note(audit_entry what);
    /// In the log and on disk when it returns. Throws storage_fault when that is impossible; then
    /// what the entry tells of must not happen either.
    void enter(audit_entry what);
    /// Writes what waits, then ends.
    void stop();

private:
    struct waiting {
        audit_entry what;
        std::chrono::steady_clock::time_point due;
        std::optional<std::promise<void>> told = {};
    };

    void run();
    std::vector<waiting> take_group();
    void write(std::vector<waiting> group);
    void put_back(std::vector<waiting> group, std::exception_ptr const& why);

    database& at_;
    audit_terms terms_;
    std::unique_ptr<::soci::session> sql_; ///< of the thread that writes; made when it first does

    std::mutex door_;
    std::condition_variable arrived_;
    std::deque<waiting> queue_;
    long long not_taken_ = 0; ///< notes that found the queue full
    bool stopping_ = false;

    std::once_flag stopped_;
    std::thread thread_;
};

} // namespace adapters::soci

#endif
