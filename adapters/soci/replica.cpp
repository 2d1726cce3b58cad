#include "adapters/soci/replica.hpp"

#include "adapters/soci/dialect.hpp"
#include "adapters/soci/storage_fault.hpp"

#include <algorithm>
#include <soci/soci.h>
#include <spdlog/spdlog.h>

namespace adapters::soci {
namespace {

constexpr std::chrono::seconds between_looks{1};

// What is told as kept has been flushed, so that nothing beyond that is waited for: the rest may
// not be sent to a replica for a while.
constexpr char const* kept_sql =
    "select cast(('x' || substr(pg_walfile_name(pg_current_wal_flush_lsn()), 1, 8)) as bit(32))"
    "::bigint, cast(pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0') as bigint)";
constexpr char const* replayed_sql =
    "select case when pg_is_in_recovery() then 1 else 0 end,"
    " cast(coalesce(pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0'), 0) as bigint)";

// A role of no rank may ask for these. The timeline of a replica is known a little late, never
// early.
constexpr char const* identity_sql =
    "select s.system_identifier, cast(d.oid as bigint), r.min_recovery_end_timeline"
    " from pg_control_system() s, pg_control_recovery() r, pg_database d"
    " where d.datname = current_database()";

constexpr char const* is_none = "it is no replica";
constexpr char const* is_behind = "it has not replayed what the record has";
constexpr char const* is_of_another = "it does not follow the server that keeps the record";

/// How far the record is kept.
log_position position_of(::soci::session& primary, std::chrono::seconds patience)
{
    auto const found = numbers_of(primary, kept_sql, patience);
    return {.timeline = found.at(0), .at = found.at(1)};
}

/// The words of a fault without what follows its first line.
std::string first_line(std::string const& words)
{
    return words.substr(0, words.find('\n'));
}

} // namespace

replica::replica(place primary, place at, replica_terms terms)
    : primary_place_(std::move(primary)), primary_silence_(primary_place_.patience.silence),
      place_(std::move(at)), terms_(terms)
{
    // Pages have somebody else to ask, and whoever looks comes again.
    for (auto* one : {&primary_place_, &place_})
        one->patience.connection = one->patience.silence = terms_.silence;
    thread_ = std::thread([this] { watch(); });
}

replica::~replica()
{
    {
        std::lock_guard const hold(door_);
        is_ending_ = true;
    }
    ending_.notify_all();
    thread_.join();
}

// ---- for a page

bool replica::stands_in(::soci::session& primary, replica_session& own)
{
    if (!well_)
        return false;
    log_position kept;
    try {
        kept = position_of(primary, primary_silence_);
    } catch (storage_fault const&) {
        // Whoever reads there next is told.
        ++passed_over_;
        return false;
    }
    std::string fault;
    try {
        open(own);
        {
            std::lock_guard const hold(in_use_door_);
            in_use_.insert(own.sql.get());
        }
        fault = fault_of(own, kept);
    } catch (storage_fault const& e) {
        fault = first_line(e.what());
    }
    if (fault.empty()) {
        ++reads_;
        return true;
    }
    done(own);
    leave_out(fault);
    return false;
}

void replica::done(replica_session& own)
{
    std::lock_guard const hold(in_use_door_);
    in_use_.erase(own.sql.get());
}

void replica::broke(storage_fault const& why)
{
    // It breaks off what stands in the way of its replaying, and is well.
    if (why.is == storage_fault::sort::crossed)
        ++passed_over_;
    else
        leave_out(first_line(why.what()));
}

void replica::leave_out(std::string const& why)
{
    ++passed_over_;
    if (well_.exchange(false))
        spdlog::warn("pages are not read from {}: {}", place_.name(), why);
}

/// Opens it anew where the server let go of it.
void replica::open(replica_session& own)
{
    if (own.sql && is_alive(*own.sql))
        return;
    own.timeline = 0;
    own.sql.reset();
    own.sql = open_session(place_, access::reading);
}

/// Why it may not be read; empty: it has all that is kept.
std::string replica::fault_of(replica_session& own, log_position const& kept)
{
    if (own.timeline != kept.timeline) {
        auto const found = numbers_of(*own.sql, identity_sql, terms_.silence);
        if (found.at(0) != system_ || found.at(1) != base_ || found.at(2) != kept.timeline)
            return is_of_another;
        own.timeline = kept.timeline;
    }
    auto const until = std::chrono::steady_clock::now() + terms_.lag;
    for (std::chrono::milliseconds pause{1};; pause *= 2) {
        auto const found = numbers_of(*own.sql, replayed_sql, terms_.silence);
        if (found.at(0) == 0)
            return is_none;
        behind_ = std::max(kept.at - found.at(1), 0LL);
        if (found.at(1) >= kept.at)
            return {};
        auto const left = until - std::chrono::steady_clock::now();
        if (left <= left.zero())
            return is_behind;
        std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(pause, left));
    }
}

// ---- the one who looks after it

void replica::watch()
{
    std::string told;
    for (;;) {
        auto const fault = look();
        if (!fault.empty()) {
            well_ = false;
            if (fault != told)
                spdlog::warn("pages are not read from {}: {}", place_.name(), fault);
        } else if (!well_.exchange(true))
            spdlog::info("pages are read from {}", place_.name());
        told = fault;
        std::unique_lock hold(door_);
        if (ending_.wait_for(hold, between_looks, [this] { return is_ending_; }))
            return;
    }
}

/// Why it is left out; empty: it is well.
std::string replica::look()
{
    try {
        if (!primary_ || !is_alive(*primary_))
            primary_ = open_session(primary_place_, access::reading);
        auto const found = numbers_of(*primary_, identity_sql, terms_.silence);
        system_ = found.at(0);
        base_ = found.at(1);
        return fault_of_own(position_of(*primary_, terms_.silence));
    } catch (std::exception const& e) {
        behind_ = -1;
        return "the record: " + first_line(e.what());
    }
}

std::string replica::fault_of_own(log_position const& kept)
{
    try {
        open(own_);
        own_.timeline = 0; // asked each time
        return fault_of(own_, kept);
    } catch (storage_fault const& e) {
        behind_ = -1;
        if (e.is == storage_fault::sort::lost)
            hang_up_on_all();
        return first_line(e.what());
    }
}

/// Pages that wait for a server that keeps silent are read elsewhere.
void replica::hang_up_on_all()
{
    std::lock_guard const hold(in_use_door_);
    for (auto* one : in_use_)
        hang_up(*one);
}

} // namespace adapters::soci
