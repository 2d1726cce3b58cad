#ifndef JUECE_ADAPTERS_SOCI_DATABASE_HPP
#define JUECE_ADAPTERS_SOCI_DATABASE_HPP

#include "adapters/soci/storage_fault.hpp"

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>

namespace soci {
class session;
}

namespace adapters::soci {

/// What a session may do.
enum class access { reading, writing };

/// Whether a database that is not there may be made.
enum class opening { may_create, must_exist };

/// The record on disk: DIR/juece.sqlite. Opening it brings its schema up to date, forward only.
class database {
public:
    /// Throws storage_fault: lost when it must exist and does not, broken when its schema is newer
    /// than this program knows or it is no database.
    explicit database(std::filesystem::path dir, opening how = opening::may_create);

    /// A session of its own, for one thread at a time: write-ahead log, synchronous=FULL, foreign
    /// keys on. One for reading refuses to write.
    std::unique_ptr<::soci::session> open_session(access how) const;

    std::filesystem::path const& dir() const { return dir_; }
    std::filesystem::path file() const { return dir_ / "juece.sqlite"; }
    /// The schema that it has now, the same as newest_schema().
    long long schema() const { return schema_; }
    /// The newest schema that this program knows.
    static long long newest_schema();

private:
    friend class work;
    void take_turn();
    void end_turn();

    std::filesystem::path dir_;
    long long schema_ = 0;

    // Writers of this process go in order of arrival: SQLite's own waiting sleeps and is not fair.
    std::mutex turns_;
    std::condition_variable turn_ended_;
    unsigned long long next_turn_ = 0;
    unsigned long long now_served_ = 0;
};

/// One writing transaction: begun at once (a deferred begin fails under load), rolled back unless
/// committed.
class work {
public:
    work(database& at, ::soci::session& sql);
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
