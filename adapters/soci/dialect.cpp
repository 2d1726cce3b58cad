#include "adapters/soci/dialect.hpp"

#include "adapters/soci/piped_session.hpp"
#include "adapters/soci/query.hpp"
#include "adapters/soci/storage_fault.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <poll.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <spdlog/spdlog.h>
#include <string_view>
#include <sys/socket.h>
#include <thread>
#include <vector>

namespace adapters::soci {
namespace {

constexpr dialect sqlite = {
    .migrations = ".sqlite.sql",
    .counts_schema = "select count(*) from sqlite_master where name = 'schema_version'",
    .begins_reading = "begin", // its reading transaction sees one moment as it is
    .passing_locked = "",      // one writer: nobody else has a row
    .lists_columns = "select name, lower(type) from pragma_table_info(:table) order by name",
    .numbers_on = nullptr,
    .takes_stock = nullptr, // its plans are made without numbers, and tests ask for them
    // 256 MB: the inner pages of two million cases, of which each page was fetched again and again
    .reads_all = "pragma cache_size = -262144",
    .adds_at_once = false,
    .has_pieces = true,
    .place_of = "instr",
    .estimates = false,
    .tries_to_write = "pragma user_version = 0", // a number that nobody uses, in the file itself
};

constexpr dialect postgresql = {
    .migrations = ".postgresql.sql",
    .counts_schema = "select count(*) from information_schema.tables"
                     " where table_schema = current_schema() and table_name = 'schema_version'",
    .begins_reading = "begin transaction isolation level repeatable read, read only",
    .passing_locked = " for update skip locked",
    .lists_columns = "select column_name, data_type from information_schema.columns"
                     " where table_schema = current_schema() and table_name = :table"
                     " order by column_name collate \"C\"",
    .numbers_on = "select setval(pg_get_serial_sequence(:table, 'id'),"
                  " cast(:last as bigint) + 1, false)",
    .takes_stock = "analyze",
    .reads_all = nullptr,
    .adds_at_once = true,
    .has_pieces = false,
    .place_of = "strpos",
    .estimates = true,
    // A server whose disk is full still changes rows in pages that it has; here it needs 1 MB more.
    .tries_to_write = "create temporary table juece_room on commit drop as"
                      " select repeat('-', 1900) as words from generate_series(1, 512)",
};

// Juece's locks among those that others may take in the same database: 19029 are turns, 19030 are
// chores.
constexpr std::array<char const*, 4> waits_for_turn = {
    "select pg_advisory_xact_lock(19029, 1)", "select pg_advisory_xact_lock(19029, 2)",
    "select pg_advisory_xact_lock(19029, 3)", "select pg_advisory_xact_lock(19029, 4)"};

// In the order of chore: to wait for one, and to have it if it is free.
constexpr std::array<char const*, 2> waits_for_chore = {"select pg_advisory_xact_lock(19030, 1)",
                                                        "select pg_advisory_xact_lock(19030, 2)"};
constexpr std::array<char const*, 2> tries_chore = {
    "select case when pg_try_advisory_xact_lock(19030, 1) then 1 else 0 end",
    "select case when pg_try_advisory_xact_lock(19030, 2) then 1 else 0 end"};

bool is_postgresql(::soci::session const& sql)
{
    return &dialect_of(sql) == &postgresql;
}

piped_session& pipe_of(::soci::session& sql)
{
    return *static_cast<piped_session*>(sql.get_backend());
}

/// libpq's connection beneath a session of PostgreSQL.
PGconn* connection_of(::soci::session& sql)
{
    return pipe_of(sql).connection();
}

/// Once, before the first connection of the process: every session belongs to one thread at a time,
/// so none need lock itself at each step; and nobody asks how much memory SQLite holds, for which
/// every piece of it passes one lock. Where SQLite was in use before it stays as it was, slower.
void set_up_sqlite()
{
    static bool const done = sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD) == SQLITE_OK &&
                             sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
    if (!done)
        spdlog::debug("SQLite was in use before its set-up");
}

std::unique_ptr<::soci::session> open_sqlite(place const& at, access how)
{
    set_up_sqlite();
    auto const seconds = std::chrono::ceil<std::chrono::seconds>(at.patience.lock).count();
    auto sql = std::make_unique<::soci::session>(
        ::soci::sqlite3, "db=\"" + at.file().string() + "\" timeout=" + std::to_string(seconds));
    // SOCI 4.0.3 ignores foreign_keys in the connect string, so all of it is said here
    *sql << "pragma journal_mode = wal";
    *sql << "pragma synchronous = full";
    *sql << "pragma foreign_keys = on";
    if (how == access::reading) {
        *sql << "pragma cache_size = -8192";
        *sql << "pragma query_only = on";
    } else {
        *sql << "pragma cache_size = -65536";
        // measured: 4000 to 10000 pages give the writer a fifth more than the default
        *sql << "pragma wal_autocheckpoint = 4000";
    }
    return sql;
}

/// At least one second.
long long half(long long seconds)
{
    return std::max(seconds / 2, 1LL);
}

/// What the URL leaves out: a server that does not answer is given up after a while, and one that
/// fell silent in the middle, too, whether it owes the receipt of a question (tcp_user_timeout) or
/// the answer to it (keepalives). There is always something behind the '?': SOCI 4.0.3 takes a text
/// without any '=' for a key.
std::string with_defaults(std::string url, waits const& patience)
{
    auto const silence = patience.silence.count();
    auto const number = [](long long of) { return std::to_string(of); };
    std::vector<std::string> const defaults = {
        "connect_timeout=" + number(patience.connection.count()),
        "tcp_user_timeout=" + number(1'000 * silence), "keepalives_idle=" + number(half(silence)),
        "keepalives_interval=" + number(half(half(silence))), "fallback_application_name=juece"};
    for (auto const& one : defaults)
        if (url.find(one.substr(0, one.find('=') + 1)) == url.npos)
            url += (url.find('?') == url.npos ? '?' : '&') + one;
    return url;
}

std::string in_milliseconds(std::chrono::milliseconds time)
{
    return std::to_string(time.count());
}

std::unique_ptr<::soci::session> open_postgresql(place const& at, access how)
{
    std::unique_ptr<::soci::session> sql;
    try {
        sql =
            std::make_unique<::soci::session>(piped_sessions(), with_defaults(at.url, at.patience));
    } catch (::soci::soci_error const& e) {
        // SOCI knows no code for it
        throw storage_fault(storage_fault::sort::lost, at.name() + ": " + e.what());
    }
    // No details in messages: they quote the values of rows.
    PQsetErrorVerbosity(connection_of(*sql), PQERRORS_TERSE);
    std::string const lock = in_milliseconds(at.patience.lock);
    std::string const statement = in_milliseconds(at.patience.statement);
    std::string const next = in_milliseconds(at.patience.next_statement);
    std::string const silence = in_milliseconds(at.patience.silence);
    std::string const idle = std::to_string(half(at.patience.silence.count()));
    std::string const interval = std::to_string(half(half(at.patience.silence.count())));
    std::string const reading = how == access::reading ? "on" : "off";
    // What writes says the same few statements again and again, each by its keys: planning one with
    // the values of each time took more than running it.
    std::string const plans = how == access::reading ? "auto" : "force_generic_plan";
    // The server, too, gives up whom it does not hear any more, and lets go of what they locked. A
    // cluster may ask for more than its own disk, and is then taken at its word.
    query(*sql,
          "select set_config('lock_timeout', :lock, false),"
          " set_config('statement_timeout', :statement, false),"
          " set_config('idle_in_transaction_session_timeout', :next, false),"
          " set_config('tcp_user_timeout', :silence, false),"
          " set_config('tcp_keepalives_idle', :idle, false),"
          " set_config('tcp_keepalives_interval', :interval, false),"
          " set_config('default_transaction_read_only', :reading, false),"
          " set_config('plan_cache_mode', :plans, false),"
          // Few rows are asked of much, along indexes: to start helpers or a compiler takes longer
          // than the answer, and whatever is asked often is in memory.
          " set_config('max_parallel_workers_per_gather', '0', false),"
          " set_config('jit', 'off', false), set_config('random_page_cost', '1.1', false),"
          " set_config('timezone', 'UTC', false), set_config('client_encoding', 'UTF8', false),"
          " set_config('synchronous_commit', case current_setting('synchronous_commit')"
          " when 'off' then 'on' else current_setting('synchronous_commit') end, false)")
        .in("lock", lock)
        .in("statement", statement)
        .in("next", next)
        .in("silence", silence)
        .in("idle", idle)
        .in("interval", interval)
        .in("reading", reading)
        .in("plans", plans)
        .run();
    return sql;
}

std::string fault_of_sqlite(::soci::session& sql)
{
    std::string answer;
    query(sql, "pragma integrity_check(1)").out(answer).one();
    if (answer != "ok")
        return answer;
    long long orphans = 0;
    query(sql, "select count(*) from pragma_foreign_key_check").out(orphans).one();
    return orphans > 0 ? "foreign keys" : "";
}

constexpr char const* others_sql =
    "select count(*) from pg_stat_activity where datname = current_database()"
    " and pid <> pg_backend_pid() and application_name = current_setting('application_name')";

// One select for each reference: how many rows refer to nothing. The server keeps references, but
// who may switch its triggers off can get past that.
constexpr char const* count_orphans_sql =
    "select format('select count(*) from %s a where not exists (select 1 from %s b where %s)',"
    " f.conrelid::regclass, f.confrelid::regclass, (select string_agg(format('b.%I = a.%I',"
    " there.attname, here.attname), ' and ') from unnest(f.conkey, f.confkey) as k (here, there)"
    " join pg_attribute here on here.attrelid = f.conrelid and here.attnum = k.here"
    " join pg_attribute there on there.attrelid = f.confrelid and there.attnum = k.there))"
    " from pg_constraint f where f.contype = 'f'"
    " and f.connamespace = (select oid from pg_namespace where nspname = current_schema())"
    " order by f.conname";

std::string fault_of_postgresql(::soci::session& sql)
{
    long long broken = 0;
    query(sql, "select count(*) from pg_index where not indisvalid").out(broken).one();
    if (broken > 0)
        return "invalid indexes";
    std::string select;
    std::vector<std::string> references;
    query(sql, count_orphans_sql).out(select).each([&] { references.push_back(select); });
    for (auto const& one : references) {
        long long orphans = 0;
        query(sql, one).out(orphans).one();
        if (orphans > 0)
            return "foreign keys";
    }
    return {};
}

} // namespace

dialect const& dialect_of(::soci::session const& sql)
{
    return sql.get_backend_name() == "postgresql" ? postgresql : sqlite;
}

dialect const& dialect_of(place const& at)
{
    return at.is_file() ? sqlite : postgresql;
}

std::unique_ptr<::soci::session> open_session(place const& at, access how)
{
    return faults_as_ours(
        [&] { return at.is_file() ? open_sqlite(at, how) : open_postgresql(at, how); });
}

bool is_alive(::soci::session& sql)
{
    if (!is_postgresql(sql))
        return true;
    auto* const connection = connection_of(sql);
    // The server says farewell a little before it closes the connection, and libpq passes that on
    // as a notice.
    bool is_told_to_go = false;
    auto const hear = [](void* told, PGresult const* notice) {
        auto const* severity = PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
        if (severity && std::string_view(severity) == "FATAL")
            *static_cast<bool*>(told) = true;
    };
    auto const usual = PQsetNoticeReceiver(connection, hear, &is_told_to_go);
    // Twice: the first finds the server's farewell, the second that nothing follows it.
    bool const is_open = PQstatus(connection) == CONNECTION_OK && PQconsumeInput(connection) == 1 &&
                         PQisBusy(connection) == 0 && PQconsumeInput(connection) == 1 &&
                         PQstatus(connection) == CONNECTION_OK;
    PQsetNoticeReceiver(connection, usual, nullptr);
    return is_open && !is_told_to_go && PQtransactionStatus(connection) == PQTRANS_IDLE;
}

std::vector<long long> numbers_of(::soci::session& sql, char const* select,
                                  std::chrono::milliseconds patience)
{
    return faults_as_ours([&] {
        auto* const connection = connection_of(sql);
        auto const failed = [&](char const* state, char const* words) {
            return ::soci::postgresql_soci_error(words, state);
        };
        constexpr char const* no_state = "     ";
        if (PQsendQuery(connection, select) != 1)
            throw failed(no_state, PQerrorMessage(connection));
        auto const until = std::chrono::steady_clock::now() + patience;
        while (PQisBusy(connection) == 1) {
            auto const left = std::chrono::ceil<std::chrono::milliseconds>(
                until - std::chrono::steady_clock::now());
            pollfd waiting{PQsocket(connection), POLLIN, 0};
            if (left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) == 0) {
                hang_up(sql);
                throw failed(no_state, "the server does not answer");
            }
            if (PQconsumeInput(connection) != 1)
                throw failed(no_state, PQerrorMessage(connection));
        }
        std::vector<long long> numbers;
        std::string state;
        std::string fault;
        while (auto* const result = PQgetResult(connection)) {
            if (PQresultStatus(result) != PGRES_TUPLES_OK) {
                auto const* said = PQresultErrorField(result, PG_DIAG_SQLSTATE);
                state = said ? said : no_state;
                fault = PQresultErrorMessage(result);
            } else if (PQntuples(result) == 1)
                for (int i = 0; i < PQnfields(result); ++i)
                    numbers.push_back(std::atoll(PQgetvalue(result, 0, i)));
            PQclear(result);
        }
        if (!state.empty())
            throw failed(state.c_str(), fault.c_str());
        return numbers;
    });
}

void hang_up(::soci::session& sql)
{
    ::shutdown(PQsocket(connection_of(sql)), SHUT_RDWR);
}

void begin_work(::soci::session& sql, turn whose)
{
    if (!is_postgresql(sql)) {
        // immediate: a deferred begin that reads and then writes fails under load, time-out or not
        sql << "begin immediate";
        return;
    }
    // Read committed: what the one before committed is seen by the first statement after the wait.
    sql << "begin transaction isolation level read committed";
    try {
        wait_for_turn(sql, whose);
    } catch (...) {
        roll_back(sql);
        throw;
    }
}

void wait_for_turn(::soci::session& sql, turn whose)
{
    if (is_postgresql(sql) && whose != turn::none)
        sql << waits_for_turn.at(static_cast<std::size_t>(whose));
}

void commit_work(::soci::session& sql)
{
    // The server answers the commit of a failed transaction by rolling it back, without an error.
    if (is_postgresql(sql))
        pipe_of(sql).hear();
    if (is_postgresql(sql) && PQtransactionStatus(connection_of(sql)) != PQTRANS_INTRANS)
        throw storage_fault(storage_fault::sort::broken, "a transaction failed before its commit");
    sql << "commit";
}

void roll_back(::soci::session& sql) noexcept
{
    if (is_postgresql(sql))
        pipe_of(sql).hear_nothing();
    try {
        sql << "rollback";
    } catch (std::exception const& e) {
        spdlog::error("a rollback failed: {}", e.what());
    }
}

bool may_do(::soci::session& sql, chore what)
{
    if (!is_postgresql(sql))
        return true;
    long long mine = 0;
    query(sql, tries_chore.at(static_cast<std::size_t>(what))).out(mine).one();
    return mine == 1;
}

sole_chore::sole_chore(::soci::session& sql, chore what) : sql_(sql), locked_(is_postgresql(sql))
{
    if (!locked_)
        return;
    faults_as_ours([&] {
        sql_ << "begin";
        try {
            sql_ << "set local lock_timeout = 0";
            sql_ << "set local statement_timeout = 0";
            sql_ << "set local idle_in_transaction_session_timeout = 0";
            sql_ << waits_for_chore.at(static_cast<std::size_t>(what));
        } catch (...) {
            roll_back(sql_);
            throw;
        }
    });
}

sole_chore::~sole_chore()
{
    if (locked_)
        roll_back(sql_);
}

void must_be_alone(::soci::session& sql)
{
    bool alone = false;
    if (is_postgresql(sql)) {
        // The server notes a little late that somebody left.
        for (int tries = 0; !alone && tries < 20; ++tries) {
            if (tries > 0)
                std::this_thread::sleep_for(std::chrono::milliseconds(100));
            long long others = 0;
            query(sql, others_sql).out(others).one();
            alone = others == 0;
        }
    } else {
        // Leaving the write-ahead log needs the file for oneself.
        std::string mode;
        try {
            query(sql, "pragma journal_mode = delete").out(mode).one();
        } catch (::soci::sqlite3_soci_error const&) {
            mode.clear();
        }
        alone = mode == "delete";
    }
    if (!alone)
        throw storage_fault(storage_fault::sort::busy,
                            "the record is in use; stop every server and command on it first");
}

std::string fault_of_storage(::soci::session& sql)
{
    return is_postgresql(sql) ? fault_of_postgresql(sql) : fault_of_sqlite(sql);
}

} // namespace adapters::soci
