#include "adapters/soci/database.hpp"

#include "adapters/faults/trigger_point.hpp"
#include "adapters/soci/query.hpp"
#include "config/embedded.hpp"
#include "engine/day.hpp"

#include <charconv>
#include <soci/soci.h>
#include <spdlog/spdlog.h>
#include <string_view>
#include <vector>

namespace adapters::soci {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view migrations_at = "soci/migrations/";
constexpr std::chrono::seconds between_tries{1};

/// One step of the schema: "0001_start".
struct migration {
    long long number = 0;
    std::string name;
    std::string_view text;
};

/// Those of one kind of database, in order.
std::vector<migration> migrations_of(dialect const& kind)
{
    std::string_view const suffix = kind.migrations;
    std::vector<migration> found;
    for (auto path : config::embedded_under(migrations_at)) {
        if (!path.ends_with(suffix))
            continue;
        auto name = path.substr(migrations_at.size());
        name.remove_suffix(suffix.size());
        migration one{0, std::string(name), *config::embedded(path)};
        std::from_chars(name.data(), name.data() + name.size(), one.number);
        found.push_back(std::move(one));
    }
    return found;
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
    query(sql, dialect_of(sql).counts_schema).out(known).one();
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

void bring_up_to_date(::soci::session& sql, long long from)
{
    sql << "create table if not exists schema_version (number bigint primary key,"
           " name text not null, applied_at text not null)";
    for (auto const& one : migrations_of(dialect_of(sql)))
        if (one.number > from)
            apply(sql, one);
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
    // Both kinds have the same numbers, which a test asks.
    static long long const newest = migrations_of(dialect_of(place("."))).back().number;
    return newest;
}

database::database(place at, opening how) : place_(std::move(at))
{
    if (place_.is_file() && !fs::exists(file())) {
        if (fs::exists(place_.moved_file()))
            throw storage_fault(storage_fault::sort::lost,
                                "the record of " + dir().string() +
                                    " was moved to another database, which has to be named");
        if (how == opening::must_exist)
            throw storage_fault(storage_fault::sort::lost,
                                "there is no record at " + place_.name());
    }
    if (how == opening::may_create)
        make_private_dir(dir());
    auto const sql = open_session(access::writing);
    faults_as_ours([&] {
        work step(*this, *sql);
        schema_ = schema_of(*sql);
        if (schema_ == 0 && how == opening::must_exist)
            throw storage_fault(storage_fault::sort::lost,
                                "there is no record at " + place_.name());
        if (schema_ > newest_schema())
            throw storage_fault(storage_fault::sort::broken,
                                place_.name() + " has schema " + std::to_string(schema_) +
                                    ", this program knows " + std::to_string(newest_schema()));
        if (schema_ == newest_schema()) {
            step.commit();
            return;
        }
        bring_up_to_date(*sql, schema_);
        faults::reached("migrations.before_commit");
        step.commit();
        faults::reached("migrations.after_commit");
        schema_ = newest_schema();
    });
}

std::unique_ptr<::soci::session> database::open_session(access how) const
{
    auto const open = [&] { return soci::open_session(place_, how); };
    return place_.is_file() ? open() : server_.attempt(open);
}

void database::revive(std::unique_ptr<::soci::session>& sql, access how) const
{
    if (!sql || !is_alive(*sql))
        sql = open_session(how);
}

void database::note(storage_fault const& why)
{
    if (why.is == storage_fault::sort::unwritable || why.is == storage_fault::sort::lost)
        kept_ = false;
}

bool database::keeps_writes()
{
    if (kept_)
        return true;
    std::unique_lock const hold(trying_, std::try_to_lock);
    auto const now = std::chrono::steady_clock::now();
    if (!hold || now < next_try_)
        return false;
    next_try_ = now + between_tries;
    try {
        auto const sql = open_session(access::writing);
        faults_as_ours([&] {
            work trial(*this, *sql, turn::none);
            trial.commit();
        });
    } catch (std::exception const& e) {
        spdlog::warn("nothing can be written yet: {}", e.what());
    }
    return kept_;
}

void database::take_turn()
{
    if (!place_.is_file())
        return;
    std::unique_lock hold(turns_);
    auto const mine = next_turn_++;
    turn_ended_.wait(hold, [&] { return now_served_ == mine; });
}

void database::end_turn()
{
    if (!place_.is_file())
        return;
    {
        std::lock_guard hold(turns_);
        ++now_served_;
    }
    turn_ended_.notify_all();
}

work::work(database& at, ::soci::session& sql, turn whose) : at_(at), sql_(sql)
{
    at_.take_turn();
    try {
        faults_as_ours([&] { begin_work(sql_, whose); });
        open_ = true;
    } catch (storage_fault const& e) {
        at_.end_turn();
        at_.note(e);
        throw;
    } catch (...) {
        at_.end_turn();
        throw;
    }
}

work::~work()
{
    if (!open_)
        return;
    roll_back(sql_);
    at_.end_turn();
}

void work::commit()
{
    try {
        faults_as_ours([&] {
            // A commit that has nothing to write proves nothing.
            if (!at_.kept_)
                sql_ << dialect_of(sql_).tries_to_write;
            commit_work(sql_);
        });
    } catch (storage_fault const& e) {
        at_.note(e);
        throw;
    }
    open_ = false;
    at_.kept_ = true;
    at_.end_turn();
}

} // namespace adapters::soci
