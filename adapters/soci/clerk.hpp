#ifndef JUECE_ADAPTERS_SOCI_CLERK_HPP
#define JUECE_ADAPTERS_SOCI_CLERK_HPP

#include "adapters/soci/database.hpp"
#include "adapters/soci/waiting_line.hpp"
#include "engine/desk.hpp"
#include "engine/ruling.hpp"

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace adapters::soci {

class soci_record;

/// A submission that could not be judged: nothing of it was entered. The id stands in the log.
struct fault {
    std::string id;
    bool passes = false; ///< the same may go well a little later
};

using outcome = std::variant<engine::ruling, fault>;

struct clerk_terms {
    std::size_t longest_queue = 4'096;
    /// More would lengthen the wait of the first one without sparing much.
    std::size_t largest_group = 256;
    std::size_t kept_cases = 2'000;
    /// Called on the clerk's thread after the answers of one commit were given; may be empty.
    std::function<void()> group_answered;
};

/// What a clerk has done since it began.
struct clerk_counts {
    std::size_t waiting = 0;
    unsigned long long groups = 0;      ///< commits
    unsigned long long submissions = 0; ///< answered, faults included
    unsigned long long admitted = 0;
    unsigned long long faults = 0;
    unsigned long long replayed_groups = 0; ///< rolled back and done one by one
};

/// The one who enters acts: one thread, one bounded queue, one commit for all that wait (group
/// commit). Nothing is answered before it is durable.
class clerk {
public:
    using answer = std::function<void(outcome)>;

    /// The database and the law outlive the clerk.
    clerk(database& at, engine::law_in_force law, clerk_terms terms = {});
    ~clerk();
    clerk(clerk const&) = delete;
    clerk& operator=(clerk const&) = delete;

    /// Takes a submission; `reply` is called once, on the clerk's thread, and must not throw or
    /// block. False at once when the queue is full or the clerk is stopping; `reply` is then
    /// never called. From any thread.
    bool submit(engine::submission wish, answer reply);

    /// Finishes what waits, then ends. Later submissions are not taken.
    void stop();

    clerk_counts counts() const;

private:
    struct waiting {
        engine::submission wish;
        answer reply;
    };
    /// Why a transaction was rolled back.
    struct breakage {
        std::string words;
        bool passes = false;  ///< the same may go well a little later
        bool crossed = false; ///< it was broken off for another one
    };
    static breakage breakage_now();

    void run();
    void handle(std::vector<waiting> group);
    bool handle_together(std::vector<waiting>& group, std::vector<outcome>& answers);
    outcome handle_alone(waiting& one);
    engine::ruling judge(engine::submission const& wish);
    void sit_down();
    void stand_up();
    fault log_fault(engine::submission const& wish, breakage const& why);

    database& at_;
    clerk_terms terms_;
    std::unique_ptr<::soci::session> sql_;
    std::unique_ptr<soci_record> record_;
    engine::desk desk_;

    waiting_line<waiting> line_;

    std::atomic<unsigned long long> groups_ = 0;
    std::atomic<unsigned long long> submissions_ = 0;
    std::atomic<unsigned long long> admitted_ = 0;
    std::atomic<unsigned long long> faults_ = 0;
    std::atomic<unsigned long long> replayed_groups_ = 0;

    std::once_flag stopped_;
    std::thread thread_;
};

} // namespace adapters::soci

#endif
