#include "adapters/soci/sessions.hpp"

#include "adapters/notices/encoding.hpp"
#include "adapters/soci/account_lookups.hpp"
#include "adapters/soci/random_text.hpp"
#include "adapters/soci/rows.hpp"
#include "adapters/soci/shared_session.hpp"
#include "engine/chain.hpp"

#include <algorithm>
#include <spdlog/spdlog.h>

namespace adapters::soci {
namespace {

constexpr char const* find_sql =
    "select person, appointment, csrf, way, created_at, seen_at, expires_at from session"
    " where token_hash = :token_hash";
constexpr char const* start_sql =
    "insert into session (token_hash, person, appointment, csrf, created_at, seen_at, expires_at,"
    " way, address, agent) values (:token_hash, :person, :appointment, :csrf, :now, :now,"
    " :expires_at, :way, :address, :agent)";
constexpr char const* lives_sql = " expires_at > :now and seen_at > :idle_since";

/// A session is noted as used at most this often, so that reading pages does not write.
constexpr std::chrono::minutes note_use_every{1};

constexpr std::size_t token_bytes = 32;

} // namespace

std::string session_id(std::string const& token)
{
    return engine::sha256(token);
}

sessions::sessions(database& at, session_terms terms, days_ahead ahead)
    : sql_(std::make_unique<shared_session>(at)), terms_(terms), ahead_(std::move(ahead))
{}
sessions::~sessions() = default;

engine::instant sessions::on_machine(engine::instant now) const
{
    return ahead_ ? now - ahead_() : now;
}

engine::instant sessions::in_house(std::string const& kept) const
{
    auto const at = instant_of(kept);
    return ahead_ ? at + ahead_() : at;
}

new_session sessions::start(engine::person_id who, long long appointment, engine::instant now,
                            session_origin const& from)
{
    new_session fresh{to_base64url(random_bytes(token_bytes)),
                      to_base64url(random_bytes(token_bytes))};
    auto const token_hash = session_id(fresh.token);
    auto const at = engine::to_text(on_machine(now));
    auto const expires_at = engine::to_text(on_machine(now) + terms_.absolute);
    std::string const agent(notices::whole_characters(from.agent, longest_agent));
    sql_->write([&](::soci::session& sql) {
        query start(sql, start_sql);
        start.in("token_hash", token_hash).in("person", who.value).in("appointment", appointment);
        start.in("csrf", fresh.csrf).in("now", at).in("expires_at", expires_at);
        start.in("way", from.way).in("address", from.address).in("agent", agent).run();
    });
    return fresh;
}

std::optional<live_session> sessions::find(std::string const& token, engine::instant now)
{
    auto const token_hash = session_id(token);
    bool use_is_old = false;
    auto found = sql_->read([&](::soci::session& sql) -> std::optional<live_session> {
        live_session live;
        std::string created_at, seen_at, expires_at;
        query find(sql, find_sql);
        find.in("token_hash", token_hash).out(live.who.id.value).out(live.as.id).out(live.csrf);
        if (!find.out(live.way).out(created_at).out(seen_at).out(expires_at).one())
            return {};
        live.created_at = in_house(created_at);
        live.expires_at = in_house(expires_at);
        auto const seen = in_house(seen_at);
        if (now >= live.expires_at || now >= seen + terms_.idle)
            return {};
        auto const who = person_by_id(sql, live.who.id);
        auto const held = appointments_held(sql, live.who.id, engine::legal_day(now));
        if (!who || !who->may_sign_in || held.empty())
            return {};
        // An appointment may have ended during the session; the person goes on under another.
        auto const same = std::find_if(
            held.begin(), held.end(), [&](appointment const& one) { return one.id == live.as.id; });
        live.who = *who;
        live.as = same == held.end() ? held.front() : *same;
        use_is_old = now >= seen + note_use_every;
        return live;
    });
    if (found && use_is_old)
        note_use(token_hash, now);
    return found;
}

/// Where nothing can be written, people still read; the session then ends as if it were idle.
void sessions::note_use(std::string const& token_hash, engine::instant now)
{
    try {
        sql_->write([&](::soci::session& sql) {
            auto const at = engine::to_text(on_machine(now));
            query(sql, "update session set seen_at = :now where token_hash = :token_hash")
                .in("now", at)
                .in("token_hash", token_hash)
                .run();
        });
    } catch (storage_fault const& e) {
        if (!e.passes())
            throw;
        spdlog::warn("the use of a session is not noted: {}", e.what());
    }
}

bool sessions::use_appointment(std::string const& token, long long appointment, engine::instant now)
{
    auto const live = find(token, now);
    if (!live)
        return false;
    auto const token_hash = session_id(token);
    return sql_->write([&](::soci::session& sql) {
        auto const held = appointments_held(sql, live->who.id, engine::legal_day(now));
        if (std::none_of(held.begin(), held.end(),
                         [&](auto const& one) { return one.id == appointment; }))
            return false;
        return query(sql, "update session set appointment = :id where token_hash = :token_hash")
                   .in("id", appointment)
                   .in("token_hash", token_hash)
                   .run() > 0;
    });
}

void sessions::end(std::string const& token)
{
    auto const token_hash = session_id(token);
    sql_->write([&](::soci::session& sql) {
        query(sql, "delete from session where token_hash = :token_hash")
            .in("token_hash", token_hash)
            .run();
    });
}

std::vector<listed_session> sessions::list(engine::person_id who, engine::instant now)
{
    auto const at = engine::to_text(on_machine(now));
    auto const idle_since = engine::to_text(on_machine(now) - terms_.idle);
    return sql_->read([&](::soci::session& sql) {
        listed_session one;
        std::string created_at, seen_at;
        std::vector<listed_session> found;
        query all(sql, std::string("select token_hash, way, address, agent, created_at, seen_at"
                                   " from session where person = :who and") +
                           lives_sql + " order by seen_at desc, created_at desc");
        all.in("who", who.value).in("now", at).in("idle_since", idle_since);
        all.out(one.id).out(one.from.way).out(one.from.address).out(one.from.agent);
        all.out(created_at).out(seen_at);
        all.each([&] {
            one.created_at = in_house(created_at);
            one.seen_at = in_house(seen_at);
            found.push_back(one);
        });
        return found;
    });
}

bool sessions::end_one(engine::person_id who, std::string const& id)
{
    return sql_->write([&](::soci::session& sql) {
        return query(sql, "delete from session where token_hash = :id and person = :who")
                   .in("id", id)
                   .in("who", who.value)
                   .run() > 0;
    });
}

long long sessions::end_others(engine::person_id who, std::string const& token)
{
    auto const kept = session_id(token);
    return sql_->write([&](::soci::session& sql) {
        return query(sql, "delete from session where person = :who and token_hash <> :kept")
            .in("who", who.value)
            .in("kept", kept)
            .run();
    });
}

long long sessions::clear(engine::instant now)
{
    auto const at = engine::to_text(on_machine(now));
    auto const idle_since = engine::to_text(on_machine(now) - terms_.idle);
    return sql_->write([&](::soci::session& sql) {
        return query(sql, std::string("delete from session where not (") + lives_sql + ")")
            .in("now", at)
            .in("idle_since", idle_since)
            .run();
    });
}

} // namespace adapters::soci
