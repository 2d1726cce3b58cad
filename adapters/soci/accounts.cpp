#include "adapters/soci/accounts.hpp"

#include "adapters/soci/random_text.hpp"
#include "adapters/soci/rows.hpp"
#include "engine/chain.hpp"

#include <algorithm>
#include <string_view>

namespace adapters::soci {
namespace {

constexpr char const* select_person = "select id, login, name, may_sign_in from person";
constexpr char const* select_appointment =
    "select a.id, a.person, a.role, a.unit, a.from_day, a.until_day, a.for_person,"
    " coalesce(p.name, ''), a.cleared_to from appointment a left join person p on p.id = "
    "a.for_person";
constexpr char const* holds_on_sql =
    " a.from_day <= :day and (a.until_day = '' or a.until_day >= :day)";

constexpr char const* find_session_sql =
    "select person, appointment, csrf, created_at, seen_at, expires_at from session"
    " where token_hash = :token_hash";
constexpr char const* start_session_sql =
    "insert into session (token_hash, person, appointment, csrf, created_at, seen_at, expires_at)"
    " values (:token_hash, :person, :appointment, :csrf, :now, :now, :expires_at)";
constexpr char const* over_sql = " expires_at <= :now or seen_at <= :idle_since";

/// A session is noted as used at most this often, so that reading pages does not write.
constexpr std::chrono::minutes note_use_every{1};

constexpr std::size_t token_bytes = 32;

std::vector<person> persons_of(query& list)
{
    person one;
    long long may = 0;
    std::vector<person> found;
    list.out(one.id.value).out(one.login).out(one.name).out(may);
    list.each([&] {
        one.may_sign_in = may != 0;
        found.push_back(one);
    });
    return found;
}

std::optional<person> first_of(std::vector<person> found)
{
    if (found.empty())
        return {};
    return std::move(found.front());
}

std::vector<appointment> appointments_from(query& list)
{
    appointment one;
    std::string from;
    std::string until;
    std::string cleared_to;
    std::vector<appointment> found;
    list.out(one.id).out(one.who.value).out(one.role).out(one.unit).out(from).out(until);
    list.out(one.in_place_of.value).out(one.in_place_of_name).out(cleared_to);
    list.each([&] {
        one.from = day_of(from);
        one.until = optional_day_of(until);
        one.cleared_to = level_named(cleared_to);
        found.push_back(one);
    });
    return found;
}

std::vector<appointment> appointments_held(::soci::session& sql, engine::person_id who,
                                           std::optional<engine::day> on)
{
    std::string const held_on = text_of(on);
    query list(sql, std::string(select_appointment) + " where a.person = :person" +
                        (on ? std::string(" and") + holds_on_sql : "") + " order by a.id");
    list.in("person", who.value);
    if (on)
        list.in("day", held_on);
    return appointments_from(list);
}

std::optional<person> person_by_id(::soci::session& sql, engine::person_id id)
{
    query find(sql, std::string(select_person) + " where id = :id");
    return first_of(persons_of(find.in("id", id.value)));
}

std::optional<person> person_by_login(::soci::session& sql, std::string const& login)
{
    query find(sql, std::string(select_person) + " where login = :login");
    return first_of(persons_of(find.in("login", login)));
}

/// How long the next attempt must wait after so many failures in a row.
std::chrono::seconds lock_after(long long failures)
{
    if (failures < accounts::free_failures)
        return {};
    auto const doublings = std::min<long long>(failures - accounts::free_failures, 20);
    return std::min<std::chrono::seconds>(accounts::first_lock * (1LL << doublings),
                                          accounts::longest_lock);
}

} // namespace

engine::actor acting(person const& who, appointment const& as)
{
    return {.person = who.id,
            .name = who.name,
            .role = as.role,
            .unit = as.unit,
            .on_behalf_of = as.in_place_of_name,
            .represents = as.in_place_of};
}

accounts::accounts(database& at, session_terms terms)
    : at_(at), terms_(terms), sql_(at.open_session(access::writing))
{}
accounts::~accounts() = default;

template <class F>
auto accounts::write(F&& step)
{
    std::lock_guard hold(door_);
    return faults_as_ours([&] {
        work one(at_, *sql_);
        if constexpr (std::is_void_v<decltype(step(*sql_))>) {
            step(*sql_);
            one.commit();
        } else {
            auto answer = step(*sql_);
            one.commit();
            return answer;
        }
    });
}

template <class F>
auto accounts::read(F&& step)
{
    std::lock_guard hold(door_);
    return faults_as_ours([&] { return step(*sql_); });
}

bool accounts::set_password(engine::person_id who, std::string const& password)
{
    auto const encoded = hash_password(password);
    return write([&](::soci::session& sql) {
        query(sql, "delete from session where person = :who").in("who", who.value).run();
        return query(sql, "update person set password = :password, failures = 0,"
                          " locked_until = '' where id = :who")
                   .in("password", encoded)
                   .in("who", who.value)
                   .run() > 0;
    });
}

std::vector<organ> accounts::organs()
{
    return read([](::soci::session& sql) {
        organ one;
        std::vector<organ> found;
        query list(sql, "select code, name, level, place, parent from organ order by code");
        list.out(one.code).out(one.name).out(one.level).out(one.place).out(one.parent);
        list.each([&] { found.push_back(one); });
        return found;
    });
}

std::vector<unit> accounts::units()
{
    return read([](::soci::session& sql) {
        unit one;
        std::vector<unit> found;
        query list(sql, "select code, name, organ from unit order by code");
        list.out(one.code).out(one.name).out(one.organ);
        list.each([&] { found.push_back(one); });
        return found;
    });
}

std::optional<unit> accounts::find_unit(std::string const& code)
{
    return read([&](::soci::session& sql) -> std::optional<unit> {
        unit one;
        query find(sql, "select code, name, organ from unit where code = :code");
        if (!find.in("code", code).out(one.code).out(one.name).out(one.organ).one())
            return {};
        return one;
    });
}

std::vector<person> accounts::persons()
{
    return read([](::soci::session& sql) {
        query list(sql, std::string(select_person) + " order by id");
        return persons_of(list);
    });
}

std::optional<person> accounts::find_person(engine::person_id id)
{
    return read([&](::soci::session& sql) { return person_by_id(sql, id); });
}

std::optional<person> accounts::find_person(std::string const& login)
{
    return read([&](::soci::session& sql) { return person_by_login(sql, login); });
}

std::vector<appointment> accounts::appointments(std::optional<engine::day> on)
{
    std::string const held_on = text_of(on);
    return read([&](::soci::session& sql) {
        query list(sql, std::string(select_appointment) +
                            (on ? std::string(" where") + holds_on_sql : "") + " order by a.id");
        if (on)
            list.in("day", held_on);
        return appointments_from(list);
    });
}

std::vector<appointment> accounts::appointments_of(engine::person_id who,
                                                   std::optional<engine::day> on)
{
    return read([&](::soci::session& sql) { return appointments_held(sql, who, on); });
}

struct accounts::attempt {
    engine::person_id who;
    std::string password;
    std::optional<engine::instant> locked_until;
};

/// Counts the attempt as a failure before the password is looked at, so that many at once count as
/// many; a right password takes the failures back.
std::optional<accounts::attempt> accounts::note_attempt(std::string const& login,
                                                        engine::instant now)
{
    return write([&](::soci::session& sql) -> std::optional<attempt> {
        attempt made;
        long long failures = 0;
        std::string locked_until;
        query find(sql, "select id, password, failures, locked_until from person"
                        " where login = :login");
        find.in("login", login).out(made.who.value).out(made.password).out(failures);
        if (!find.out(locked_until).one())
            return {};
        if (!locked_until.empty() && instant_of(locked_until) > now) {
            made.locked_until = instant_of(locked_until);
            return made;
        }
        ++failures;
        auto const lock = lock_after(failures);
        locked_until = lock.count() > 0 ? engine::to_text(now + lock) : std::string();
        query(sql, "update person set failures = :failures, locked_until = :until where id = :who")
            .in("failures", failures)
            .in("until", locked_until)
            .in("who", made.who.value)
            .run();
        return made;
    });
}

sign_in_answer accounts::sign_in(std::string const& login, std::string const& password,
                                 engine::instant now)
{
    auto const made = note_attempt(login, now);
    if (!made) {
        // An unknown name takes as long as a wrong password, so that names cannot be found out.
        static std::string const nobody = hash_password("nobody has this password");
        verify_password(nobody, password);
        return wrong_credentials{};
    }
    if (made->locked_until)
        return locked_out{*made->locked_until};
    if (!verify_password(made->password, password))
        return wrong_credentials{};
    return write([&](::soci::session& sql) -> sign_in_answer {
        query(sql, "update person set failures = 0, locked_until = '' where id = :who")
            .in("who", made->who.value)
            .run();
        auto const who = person_by_id(sql, made->who);
        auto const held = appointments_held(sql, made->who, engine::legal_day(now));
        if (!who || !who->may_sign_in || held.empty())
            return no_appointment{who.value_or(person{})};
        return signed_in{*who, held.front(), begin_session(sql, who->id, held.front().id, now)};
    });
}

new_session accounts::start_session(engine::person_id who, long long appointment,
                                    engine::instant now)
{
    return write([&](::soci::session& sql) { return begin_session(sql, who, appointment, now); });
}

new_session accounts::begin_session(::soci::session& sql, engine::person_id who,
                                    long long appointment, engine::instant now)
{
    new_session fresh{to_base64url(random_bytes(token_bytes)),
                      to_base64url(random_bytes(token_bytes))};
    auto const token_hash = engine::sha256(fresh.token);
    auto const at = engine::to_text(now);
    auto const expires_at = engine::to_text(now + terms_.absolute);
    query start(sql, start_session_sql);
    start.in("token_hash", token_hash).in("person", who.value).in("appointment", appointment);
    start.in("csrf", fresh.csrf).in("now", at).in("expires_at", expires_at).run();
    return fresh;
}

std::optional<live_session> accounts::find_session(std::string const& token, engine::instant now)
{
    auto const token_hash = engine::sha256(token);
    bool use_is_old = false;
    auto found = read([&](::soci::session& sql) -> std::optional<live_session> {
        live_session live;
        std::string created_at, seen_at, expires_at;
        query find(sql, find_session_sql);
        find.in("token_hash", token_hash).out(live.who.id.value).out(live.as.id).out(live.csrf);
        if (!find.out(created_at).out(seen_at).out(expires_at).one())
            return {};
        live.created_at = instant_of(created_at);
        live.expires_at = instant_of(expires_at);
        auto const seen = instant_of(seen_at);
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
        write([&](::soci::session& sql) {
            auto const at = engine::to_text(now);
            query(sql, "update session set seen_at = :now where token_hash = :token_hash")
                .in("now", at)
                .in("token_hash", token_hash)
                .run();
        });
    return found;
}

bool accounts::use_appointment(std::string const& token, long long appointment, engine::instant now)
{
    auto const live = find_session(token, now);
    if (!live)
        return false;
    auto const token_hash = engine::sha256(token);
    return write([&](::soci::session& sql) {
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

void accounts::end_session(std::string const& token)
{
    auto const token_hash = engine::sha256(token);
    write([&](::soci::session& sql) {
        query(sql, "delete from session where token_hash = :token_hash")
            .in("token_hash", token_hash)
            .run();
    });
}

void accounts::end_sessions_of(engine::person_id who)
{
    write([&](::soci::session& sql) {
        query(sql, "delete from session where person = :who").in("who", who.value).run();
    });
}

long long accounts::clear_sessions(engine::instant now)
{
    auto const at = engine::to_text(now);
    auto const idle_since = engine::to_text(now - terms_.idle);
    return write([&](::soci::session& sql) {
        return query(sql, std::string("delete from session where") + over_sql)
            .in("now", at)
            .in("idle_since", idle_since)
            .run();
    });
}

void accounts::note_document(std::string const& hash, long long size, std::string const& media_type,
                             std::string const& name, engine::person_id by, engine::instant now)
{
    note_documents({{hash, size, media_type, name, by, now}});
}

void accounts::note_documents(std::vector<noted_document> const& all)
{
    write([&](::soci::session& sql) {
        for (auto const& one : all) {
            query add(sql, "insert into document (hash, size, media_type, name, uploaded_by,"
                           " uploaded_at) values (:hash, :size, :media_type, :name, :by, :at)"
                           " on conflict (hash) do nothing");
            auto const at = engine::to_text(one.at);
            add.in("hash", one.hash).in("size", one.size).in("media_type", one.media_type);
            add.in("name", one.name).in("by", one.by.value).in("at", at).run();
        }
    });
}

} // namespace adapters::soci
