#include "tests/bench/postgresql_store.hpp"

#include "engine/chain.hpp"

#include <libpq-fe.h>
#include <map>
#include <stdexcept>

namespace bench {
namespace {

constexpr char const* schema =
    "create table if not exists case_file (id bigint primary key, version bigint not null,"
    " last_hash text not null, stages text not null);"
    "create table if not exists act (case_id bigint not null, seq bigint not null,"
    " act_id text not null unique, kind text not null, body text not null, by_name text not null,"
    " entered_at text not null, previous_hash text not null, hash text not null,"
    " primary key (case_id, seq));";

// In the order of their numbers, so that two connections never wait for each other in a circle.
constexpr char const* find_text =
    "select id, version, last_hash from case_file where id = any($1::bigint[]) order by id"
    " for update";
constexpr char const* append_text =
    "insert into act select case_id, seq, act_id, $7, body, '王文', '2026-11-23T02:00:00.000Z',"
    " previous_hash, hash from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[],"
    " $5::text[], $6::text[]) as new (case_id, seq, act_id, body, previous_hash, hash)";
constexpr char const* rewrite_text =
    "insert into case_file select id, version, hash, $4 from unnest($1::bigint[], $2::bigint[],"
    " $3::text[]) as new (id, version, hash) on conflict (id) do update set"
    " version = excluded.version, last_hash = excluded.last_hash, stages = excluded.stages";

/// A literal of an array that grows.
class array_text {
public:
    void add(long long value) { begin() += std::to_string(value); }
    void add(std::string const& value)
    {
        auto& into = begin();
        into += '"';
        for (auto const letter : value) {
            if (letter == '"' || letter == '\\')
                into += '\\';
            into += letter;
        }
        into += '"';
    }
    std::string whole() const { return text_ + "}"; }

private:
    std::string& begin()
    {
        if (text_.size() > 1)
            text_ += ',';
        return text_;
    }

    std::string text_ = "{";
};

struct end_of_case {
    long long version = 0;
    std::string hash = std::string(64, '0');
};

} // namespace

struct postgresql_store::wire {
    PGconn* base = nullptr;

    using answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

    answer checked(PGresult* got) const
    {
        answer one(got, &PQclear);
        auto const status = PQresultStatus(got);
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
            throw std::runtime_error(PQerrorMessage(base));
        return one;
    }
    void run(char const* text) const { checked(PQexec(base, text)); }
    void prepare(char const* name, char const* text) const
    {
        checked(PQprepare(base, name, text, 0, nullptr));
    }
    answer run(char const* name, std::vector<std::string> const& with) const
    {
        std::vector<char const*> values;
        for (auto const& one : with)
            values.push_back(one.c_str());
        return checked(PQexecPrepared(base, name, static_cast<int>(values.size()), values.data(),
                                      nullptr, nullptr, 0));
    }
};

postgresql_store::postgresql_store(std::string const& url) : wire_(std::make_unique<wire>())
{
    wire_->base = PQconnectdb(url.c_str());
    if (PQstatus(wire_->base) != CONNECTION_OK)
        throw std::runtime_error(PQerrorMessage(wire_->base));
    PQsetNoticeProcessor(
        wire_->base, [](void*, char const*) {}, nullptr);
    wire_->run(schema);
    wire_->prepare("find", find_text);
    wire_->prepare("append", append_text);
    wire_->prepare("rewrite", rewrite_text);
}

postgresql_store::~postgresql_store()
{
    PQfinish(wire_->base);
}

void postgresql_store::enter(std::vector<entry> const& group)
{
    std::map<long long, end_of_case> ends;
    array_text wanted;
    for (auto const& one : group)
        if (ends.try_emplace(one.case_id).second)
            wanted.add(one.case_id);
    wire_->run("begin");
    auto const found = wire_->run("find", {wanted.whole()});
    for (int row = 0; row < PQntuples(found.get()); ++row)
        ends[std::stoll(PQgetvalue(found.get(), row, 0))] = {
            std::stoll(PQgetvalue(found.get(), row, 1)), PQgetvalue(found.get(), row, 2)};
    array_text cases, places, ids, bodies, before, hashes;
    for (auto const& one : group) {
        auto& end = ends[one.case_id];
        cases.add(one.case_id);
        places.add(++end.version);
        ids.add(one.act_id);
        bodies.add(one.body);
        before.add(end.hash);
        end.hash = engine::sha256(end.hash + one.act_id + one.body);
        hashes.add(end.hash);
    }
    wire_->run("append", {cases.whole(), places.whole(), ids.whole(), bodies.whole(),
                          before.whole(), hashes.whole(), kind_of_entry});
    array_text files, versions, last;
    for (auto const& [id, end] : ends) {
        files.add(id);
        versions.add(end.version);
        last.add(end.hash);
    }
    wire_->run("rewrite", {files.whole(), versions.whole(), last.whole(), stages_of_entry});
    wire_->run("commit");
}

} // namespace bench
