#include "adapters/soci/database.hpp"

#include "adapters/soci/query.hpp"
#include "config/embedded.hpp"
#include "engine/day.hpp"

#include <charconv>
#include <soci/sqlite3/soci-sqlite3.h>
#include <spdlog/spdlog.h>
#include <string_view>
#include <vector>

namespace adapters::soci {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view migrations_at = "soci/migrations/";
constexpr std::string_view for_sqlite = ".sqlite.sql";

/// One step of the schema: "0001_start".
struct migration {
    long long number = 0;
    std::string name;
    std::string_view text;
};

std::vector<migration> const& migrations()
{
    static std::vector<migration> const all = [] {
        std::vector<migration> found;
        for (auto path : config::embedded_under(migrations_at)) {
            if (!path.ends_with(for_sqlite))
                continue;
            auto name = path.substr(migrations_at.size());
            name.remove_suffix(for_sqlite.size());
            migration one{0, std::string(name), *config::embedded(path)};
            std::from_chars(name.data(), name.data() + name.size(), one.number);
            found.push_back(std::move(one));
        }
        return found;
    }();
    return all;
}

// SQLite runs only the first statement of a text, silently.
std::vector<std::string> statements_of(std::string_view text)
{
    std::vector<std::string> statements;
    std::string one;
    while (!text.empty()) {
        auto const end = text.find('\n');
        auto const line = text.substr(0, end);
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
        if (line.starts_with("--"))
            continue;
        one.append(line).push_back('\n');
        if (line.ends_with(";")) {
            statements.push_back(std::move(one));
            one.clear();
        }
    }
    return statements;
}

long long schema_of(::soci::session& sql)
{
    long long known = 0;
    query(sql, "select count(*) from sqlite_master where name = 'schema_version'").out(known).one();
    if (known == 0)
        return 0;
    long long number = 0;
    query(sql, "select coalesce(max(number), 0) from schema_version").out(number).one();
    return number;
}

void apply(::soci::session& sql, migration const& step)
{
    for (auto const& statement : statements_of(step.text))
        sql << statement;
    std::string const now = engine::to_text(
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()));
    query(sql, "insert into schema_version (number, name, applied_at)"
               " values (:number, :name, :applied_at)")
        .in("number", step.number)
        .in("name", step.name)
        .in("applied_at", now)
        .run();
    spdlog::info("schema {} applied", step.name);
}

void make_private_dir(fs::path const& dir)
{
    // passwords and unpublished drafts: for nobody else on this machine
    if (fs::create_directories(dir))
        fs::permissions(dir, fs::perms::owner_all);
}

} // namespace

long long database::newest_schema()
{
    return migrations().back().number;
}

database::database(fs::path dir, opening how) : dir_(std::move(dir))
{
    if (how == opening::must_exist && !fs::exists(file()))
        throw storage_fault(storage_fault::sort::lost, "there is no record at " + file().string());
    make_private_dir(dir_);
    auto const sql = open_session(access::writing);
    faults_as_ours([&] {
        work step(*this, *sql);
        schema_ = schema_of(*sql);
        if (schema_ > newest_schema())
            throw storage_fault(storage_fault::sort::broken,
                                file().string() + " has schema " + std::to_string(schema_) +
                                    ", this program knows " + std::to_string(newest_schema()));
        *sql << "create table if not exists schema_version (number bigint primary key,"
                " name text not null, applied_at text not null)";
        for (auto const& one : migrations())
            if (one.number > schema_)
                apply(*sql, one);
        step.commit();
        schema_ = newest_schema();
    });
}

std::unique_ptr<::soci::session> database::open_session(access how) const
{
    return faults_as_ours([&] {
        auto sql = std::make_unique<::soci::session>(::soci::sqlite3,
                                                     "db=\"" + file().string() + "\" timeout=10");
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
    });
}

void database::take_turn()
{
    std::unique_lock hold(turns_);
    auto const mine = next_turn_++;
    turn_ended_.wait(hold, [&] { return now_served_ == mine; });
}

void database::end_turn()
{
    {
        std::lock_guard hold(turns_);
        ++now_served_;
    }
    turn_ended_.notify_all();
}

work::work(database& at, ::soci::session& sql) : at_(at), sql_(sql)
{
    at_.take_turn();
    try {
        // immediate: a deferred begin that reads and then writes fails under load, time-out or not
        faults_as_ours([&] { sql_ << "begin immediate"; });
        open_ = true;
    } catch (...) {
        at_.end_turn();
        throw;
    }
}

work::~work()
{
    if (!open_)
        return;
    try {
        sql_ << "rollback";
    } catch (std::exception const& e) {
        spdlog::error("a rollback failed: {}", e.what());
    }
    at_.end_turn();
}

void work::commit()
{
    faults_as_ours([&] { sql_ << "commit"; });
    open_ = false;
    at_.end_turn();
}

} // namespace adapters::soci
