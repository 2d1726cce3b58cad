#ifndef JUECE_ADAPTERS_SOCI_REPLICA_HPP
#define JUECE_ADAPTERS_SOCI_REPLICA_HPP

#include "adapters/soci/place.hpp"
#include "adapters/soci/storage_fault.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>

namespace soci {
class session;
}

namespace adapters::soci {

struct replica_terms {
    /// How long a page waits until the replica has the record as it is.
    std::chrono::milliseconds lag{50};
    /// How long the server may keep silent before it is given up.
    std::chrono::seconds silence{2};
};

/// What a replica is asked through. For one thread at a time.
struct replica_session {
    std::unique_ptr<::soci::session> sql;
    long long timeline = 0; ///< on which it was found to be a replica of the record; 0: not yet
};

/// How far a record is kept: bytes of the log, and the timeline, which is another one after each
/// time that a replica became the primary.
struct log_position {
    long long timeline = 0;
    long long at = 0;
};

/// A streaming replica (hot standby) of a record on PostgreSQL, which pages are read from instead.
///
/// Whoever wants to read asks the primary how far the record is kept on its disk, and reads from
/// the replica once that has replayed as much. So everybody sees what anybody was told is kept,
/// whoever wrote it through whichever server of Juece, and nothing that is read can be told from
/// what the primary would have said. A replica that does not get there in time, is none, follows
/// something else, or breaks is left out until a look, once a second, finds it well again.
///
/// From any thread.
class replica {
public:
    /// Begins to look after it; needs neither of the two to be there.
    replica(place primary, place at, replica_terms terms = {});
    ~replica();
    replica(replica const&) = delete;
    replica& operator=(replica const&) = delete;

    /// Whether `own` may be read instead of the primary now; opens it where needed. Followed by
    /// done() if so. What does not work makes it false.
    bool stands_in(::soci::session& primary, replica_session& own);
    /// Ends what stands_in() began.
    void done(replica_session& own);
    /// It broke while it was read.
    void broke(storage_fault const& why);

    bool is_well() const { return well_; }
    /// Bytes of the log that it had not replayed at the last look; -1: unknown.
    long long behind() const { return behind_; }
    /// How often it was read, and how often it was asked in vain or broke in the middle.
    unsigned long long reads() const { return reads_; }
    unsigned long long passed_over() const { return passed_over_; }

private:
    void leave_out(std::string const& why);
    std::string fault_of(replica_session& own, log_position const& kept);
    void open(replica_session& own);
    void watch();
    std::string look();
    std::string fault_of_own(log_position const& kept);
    void hang_up_on_all();

    place primary_place_;
    std::chrono::seconds primary_silence_;
    place place_;
    replica_terms terms_;

    std::atomic<bool> well_ = false;
    std::atomic<long long> behind_ = -1;
    std::atomic<unsigned long long> passed_over_ = 0;
    std::atomic<unsigned long long> reads_ = 0;
    std::atomic<long long> system_ = 0; ///< the same on a server and its replicas
    std::atomic<long long> base_ = 0;   ///< the database in there

    std::mutex in_use_door_;
    std::set<::soci::session*> in_use_;

    // of the thread that looks
    std::unique_ptr<::soci::session> primary_;
    replica_session own_;

    std::mutex door_;
    std::condition_variable ending_;
    bool is_ending_ = false;
    std::thread thread_;
};

} // namespace adapters::soci

#endif
