#ifndef JUECE_ADAPTERS_SOCI_DATABASE_HPP
#define JUECE_ADAPTERS_SOCI_DATABASE_HPP

#include "adapters/soci/dialect.hpp"
#include "adapters/soci/place.hpp"
#include "adapters/soci/reach.hpp"
#include "adapters/soci/storage_fault.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>

namespace soci {
class session;
}

namespace adapters::soci {

/// Whether a database that is not there may be made.
enum class opening { may_create, must_exist };

/// The record, in a file or on a server. Opening it brings its schema up to date, forward only.
class database {
public:
    /// Throws storage_fault: lost when it must exist and does not, cannot be reached or was moved
    /// elsewhere; broken when its schema is newer than this program knows or it is no database.
    explicit database(place at, opening how = opening::may_create);

    /// A session of its own, for one thread at a time. One for reading refuses to write. Throws
    /// storage_fault, at once where others found a moment ago that the server cannot be reached.
    std::unique_ptr<::soci::session> open_session(access how) const;
    /// Opens a session anew if there is none, or if the database let go of it: a server that was
    /// restarted is met again by whoever asks next. Nothing of the old one may be in use.
    void revive(std::unique_ptr<::soci::session>& sql, access how) const;

    place const& where() const { return place_; }
    std::filesystem::path const& dir() const { return place_.dir; }
    std::filesystem::path file() const { return place_.file(); }
    /// The schema that it has now, the same as newest_schema().
    long long schema() const { return schema_; }
    /// The newest schema that this program knows.
    static long long newest_schema();

    /// Whether what is written is kept, as the last commit found it. After one that was not, a
    /// small write tries again, at most once a second, for as long as a write may wait.
    bool keeps_writes();
    /// As the last commit found it; asks nothing.
    bool kept_last_write() const { return kept_; }
    /// Where a fault shows that nothing is kept, it is remembered until a commit goes well.
    void note(storage_fault const& why);

private:
    friend class work;
    void take_turn();
    void end_turn();

    place place_;
    long long schema_ = 0;
    mutable reach server_;

    // Writers of this process go in order of arrival: SQLite's own waiting sleeps and is not fair.
    // PostgreSQL keeps the order itself, for all processes.
    std::mutex turns_;
    std::condition_variable turn_ended_;
    unsigned long long next_turn_ = 0;
    unsigned long long now_served_ = 0;

    std::atomic<bool> kept_ = true;
    std::mutex trying_;
    std::chrono::steady_clock::time_point next_try_;
};

/// One writing transaction, in its turn; rolled back unless committed.
class work {
public:
    work(database& at, ::soci::session& sql, turn whose = turn::record);
    ~work();
    work(work const&) = delete;
    work& operator=(work const&) = delete;

    /// Durable when it returns.
    void commit();
    ::soci::session& sql() { return sql_; }

private:
    database& at_;
    ::soci::session& sql_;
    bool open_ = false;
};

} // namespace adapters::soci

#endif
