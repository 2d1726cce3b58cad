#include "tests/bench/sqlite_store.hpp"

#include "engine/chain.hpp"

#include <sqlite3.h>
#include <stdexcept>

namespace bench {
namespace {

constexpr char const* schema =
    "pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -65536;"
    "pragma wal_autocheckpoint = 4000;"
    "create table case_file (id integer primary key, version bigint not null,"
    " last_hash text not null, stages text not null);"
    "create table act (case_id bigint not null, seq bigint not null, act_id text not null unique,"
    " kind text not null, body text not null, by_name text not null, entered_at text not null,"
    " previous_hash text not null, hash text not null, primary key (case_id, seq));";

} // namespace

struct sqlite_store::statements {
    sqlite3* base = nullptr;
    sqlite3_stmt* find = nullptr;
    sqlite3_stmt* append = nullptr;
    sqlite3_stmt* rewrite = nullptr;

    void run(char const* text) { check(sqlite3_exec(base, text, nullptr, nullptr, nullptr)); }
    sqlite3_stmt* prepare(char const* text)
    {
        sqlite3_stmt* made = nullptr;
        check(sqlite3_prepare_v2(base, text, -1, &made, nullptr));
        return made;
    }
    void check(int answer) const
    {
        if (answer != SQLITE_OK && answer != SQLITE_ROW && answer != SQLITE_DONE)
            throw std::runtime_error(sqlite3_errmsg(base));
    }
    void bind(sqlite3_stmt* to, int place, std::string const& text) const
    {
        check(sqlite3_bind_text(to, place, text.data(), static_cast<int>(text.size()),
                                SQLITE_STATIC));
    }
};

sqlite_store::sqlite_store(std::filesystem::path const& file) : sql_(std::make_unique<statements>())
{
    sql_->check(sqlite3_open(file.c_str(), &sql_->base));
    sql_->run(schema);
    sql_->find = sql_->prepare("select version, last_hash from case_file where id = ?1");
    sql_->append = sql_->prepare("insert into act values (?1, ?2, ?3, ?7, ?4, '王文',"
                                 " '2026-11-23T02:00:00.000Z', ?5, ?6)");
    sql_->rewrite =
        sql_->prepare("insert into case_file values (?1, ?2, ?3, ?4) on conflict (id) do update"
                      " set version = excluded.version, last_hash = excluded.last_hash,"
                      " stages = excluded.stages");
}

sqlite_store::~sqlite_store()
{
    sqlite3_finalize(sql_->find);
    sqlite3_finalize(sql_->append);
    sqlite3_finalize(sql_->rewrite);
    sqlite3_close(sql_->base);
}

void sqlite_store::enter(std::vector<entry> const& group)
{
    auto& s = *sql_;
    s.run("begin immediate");
    for (auto const& one : group) {
        long long seq = 1;
        std::string before(64, '0');
        s.check(sqlite3_bind_int64(s.find, 1, one.case_id));
        if (sqlite3_step(s.find) == SQLITE_ROW) {
            seq = sqlite3_column_int64(s.find, 0) + 1;
            before = reinterpret_cast<char const*>(sqlite3_column_text(s.find, 1));
        }
        sqlite3_reset(s.find);
        auto const hash = engine::sha256(before + one.act_id + one.body);
        s.check(sqlite3_bind_int64(s.append, 1, one.case_id));
        s.check(sqlite3_bind_int64(s.append, 2, seq));
        s.bind(s.append, 3, one.act_id);
        s.bind(s.append, 4, one.body);
        s.bind(s.append, 5, before);
        s.bind(s.append, 6, hash);
        s.check(sqlite3_bind_text(s.append, 7, kind_of_entry, -1, SQLITE_STATIC));
        s.check(sqlite3_step(s.append));
        sqlite3_reset(s.append);
        s.check(sqlite3_bind_int64(s.rewrite, 1, one.case_id));
        s.check(sqlite3_bind_int64(s.rewrite, 2, seq));
        s.bind(s.rewrite, 3, hash);
        s.check(sqlite3_bind_text(s.rewrite, 4, stages_of_entry, -1, SQLITE_STATIC));
        s.check(sqlite3_step(s.rewrite));
        sqlite3_reset(s.rewrite);
    }
    s.run("commit");
}

} // namespace bench
