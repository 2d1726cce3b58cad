#include "adapters/soci/door.hpp"

#include "adapters/one_time_code/one_time_code.hpp"
#include "adapters/soci/account_lookups.hpp"
#include "adapters/soci/password_policy.hpp"
#include "adapters/soci/random_text.hpp"
#include "adapters/soci/rows.hpp"
#include "adapters/soci/shared_session.hpp"
#include "engine/chain.hpp"

namespace adapters::soci {

/// A step and a link are both a token that names a person for a while.
struct door::kept_tokens {
    char const* clear;
    char const* add;
    char const* find;
    char const* use;
};

namespace {

constexpr std::size_t token_bytes = 32;

audit_entry entry_of(std::string kind, std::string what, std::optional<person> const& who,
                     caller const& from)
{
    audit_entry made{.at = from.now, .kind = std::move(kind), .what = std::move(what)};
    made.address = from.address;
    if (who) {
        made.person = who->id;
        made.login = who->login;
        made.name = who->name;
    }
    return made;
}

audit_entry entry_of_own(std::string what, live_session const& of, caller const& from)
{
    auto made = entry_of("account", std::move(what), of.who, from);
    made.role = of.as.role;
    made.unit = of.as.unit;
    made.about = of.who.login;
    return made;
}

engine::text no_old_password()
{
    return engine::say("新密码不能与原密码相同。");
}

bool looks_like_code(std::string const& typed)
{
    return typed.size() == one_time_code::code_digits;
}

} // namespace

constexpr door::kept_tokens door::steps = {
    "delete from sign_in_step where expires_at <= :now",
    "insert into sign_in_step (token_hash, person, expires_at)"
    " values (:token_hash, :who, :expires_at)",
    "select person from sign_in_step where token_hash = :token_hash and expires_at > :now",
    "delete from sign_in_step where token_hash = :token_hash"};

constexpr door::kept_tokens door::links = {
    "delete from sign_in_link where expires_at <= :now",
    "insert into sign_in_link (token_hash, person, expires_at)"
    " values (:token_hash, :who, :expires_at)",
    "select person from sign_in_link where token_hash = :token_hash and expires_at > :now",
    "delete from sign_in_link where token_hash = :token_hash"};

door::door(database& at, accounts& people, second_factors& factors, sessions& kept, audit_log& log)
    : people_(people), factors_(factors), sessions_(kept), log_(log),
      sql_(std::make_unique<shared_session>(at))
{}
door::~door() = default;

template <class Answer>
Answer door::refuse(audit_entry about, std::string reason, Answer answer)
{
    about.reason = std::move(reason);
    log_.enter(std::move(about));
    return answer;
}

sign_in_answer door::by_password(std::string const& login, std::string const& password,
                                 caller const& from)
{
    auto const found = people_.check_password(login, password, from.now);
    auto about = entry_of("sign_in", "password", found.who, from);
    if (found.locked_until)
        return refuse<sign_in_answer>(about, found.who ? "locked" : "unknown_login",
                                      locked_out{*found.locked_until});
    if (!found.who)
        return refuse<sign_in_answer>(about, "unknown_login", wrong_credentials{});
    if (!found.right)
        return refuse<sign_in_answer>(about, "wrong_password", wrong_credentials{});
    return let_in_or_ask_for_code(*found.who, std::move(about), from);
}

sign_in_answer door::let_in_or_ask_for_code(person const& who, audit_entry about,
                                            caller const& from)
{
    if (!factors_.state_of(who.id).on)
        return let_in(who, std::move(about), from);
    about.what = "first_step";
    auto step = issue(steps, who.id, from.now, step_lives);
    log_.enter(std::move(about));
    return code_needed{who, std::move(step)};
}

sign_in_answer door::by_code(std::string const& step, std::string const& code, caller const& from)
{
    auto const who = owner(steps, step, from.now);
    auto const way = looks_like_code(code) ? "code" : "recovery_code";
    auto about = entry_of("sign_in", way, who, from);
    if (!who)
        return refuse<sign_in_answer>(about, "expired", expired{});
    if (auto const locked = people_.count_attempt(who->id, from.now))
        return refuse<sign_in_answer>(about, "locked", locked_out{*locked});
    auto const right = looks_like_code(code) ? factors_.use_code(who->id, code, from.now)
                                             : factors_.use_recovery_code(who->id, code, from.now);
    if (!right)
        return refuse<sign_in_answer>(about, "wrong_code", wrong_credentials{});
    // Of two that bring two right codes for one step, one comes in.
    if (!use_up(steps, step))
        return refuse<sign_in_answer>(about, "expired", expired{});
    return let_in(*who, std::move(about), from);
}

sign_in_answer door::by_link(std::string const& link, std::string const& new_password,
                             caller const& from)
{
    auto const who = owner(links, link, from.now);
    auto about = entry_of("sign_in", "link", who, from);
    if (!who)
        return refuse<sign_in_answer>(about, "expired", expired{});
    if (auto grounds = against_password(new_password, who->login); !grounds.empty())
        return weak_password{std::move(grounds)};
    if (people_.was_taken_away(who->id, new_password))
        return weak_password{{no_old_password()}};
    if (!use_up(links, link))
        return refuse<sign_in_answer>(about, "expired", expired{});
    auto change = entry_of("account", "password_changed", who, from);
    change.about = who->login;
    log_.enter(std::move(change));
    people_.set_password(who->id, new_password);
    return let_in_or_ask_for_code(*who, std::move(about), from);
}

sign_in_answer door::vouched_for(std::string const& login, std::string const& way,
                                 caller const& from)
{
    auto const who = people_.find_person(login);
    auto about = entry_of("sign_in", way, who, from);
    if (!who)
        return refuse<sign_in_answer>(about, "unknown_login", wrong_credentials{});
    return let_in(*who, std::move(about), from);
}

void door::note_not_vouched_for(std::string const& way, std::string const& reason,
                                caller const& from)
{
    auto about = entry_of("sign_in", way, {}, from);
    about.reason = reason;
    log_.enter(std::move(about));
}

/// The entry is written first: a session that the log does not know of must not begin.
sign_in_answer door::let_in(person const& who, audit_entry about, caller const& from)
{
    auto const held = people_.appointments_of(who.id, engine::legal_day(from.now));
    if (!who.may_sign_in)
        return refuse<sign_in_answer>(about, "barred", barred{who});
    if (held.empty())
        return refuse<sign_in_answer>(about, "no_appointment", no_appointment{who});
    people_.forget_failures(who.id);
    auto const& as = held.front();
    about.role = as.role;
    about.unit = as.unit;
    auto const way = about.what;
    log_.enter(std::move(about));
    return signed_in{who, as,
                     sessions_.start(who.id, as.id, from.now, {way, from.address, from.agent})};
}

std::string door::issue(kept_tokens const& in, engine::person_id who, engine::instant now,
                        std::chrono::minutes good_for)
{
    auto token = to_base64url(random_bytes(token_bytes));
    sql_->write([&](::soci::session& sql) { keep(sql, in, token, who, now, good_for); });
    return token;
}

void door::keep(::soci::session& sql, kept_tokens const& in, std::string const& token,
                engine::person_id who, engine::instant now, std::chrono::minutes good_for)
{
    auto const token_hash = engine::sha256(token);
    auto const at = engine::to_text(now);
    auto const expires_at = engine::to_text(now + good_for);
    query(sql, in.clear).in("now", at).run();
    query(sql, in.add)
        .in("token_hash", token_hash)
        .in("who", who.value)
        .in("expires_at", expires_at)
        .run();
}

std::optional<person> door::owner(kept_tokens const& in, std::string const& token,
                                  engine::instant now)
{
    auto const token_hash = engine::sha256(token);
    auto const at = engine::to_text(now);
    return sql_->read([&](::soci::session& sql) -> std::optional<person> {
        engine::person_id who;
        query find(sql, in.find);
        find.in("token_hash", token_hash).in("now", at);
        if (!find.out(who.value).one())
            return {};
        return person_by_id(sql, who);
    });
}

bool door::use_up(kept_tokens const& in, std::string const& token)
{
    auto const token_hash = engine::sha256(token);
    return sql_->write([&](::soci::session& sql) {
        return query(sql, in.use).in("token_hash", token_hash).run() > 0;
    });
}

std::optional<person> door::owner_of_link(std::string const& link, engine::instant now)
{
    return owner(links, link, now);
}

std::string door::make_link(engine::person_id who, engine::instant now, std::chrono::hours good_for)
{
    auto token = to_base64url(random_bytes(token_bytes));
    sql_->write([&](::soci::session& sql) { replace_link(sql, token, who, now, good_for); });
    return token;
}

std::optional<std::string> door::make_first_link(engine::person_id who, engine::instant now,
                                                 std::chrono::hours good_for)
{
    auto token = to_base64url(random_bytes(token_bytes));
    // In one step: a password that is chosen meanwhile leaves no link behind.
    auto const is_made = sql_->write([&](::soci::session& sql) {
        std::string password;
        query(sql, "select password from person where id = :who")
            .in("who", who.value)
            .out(password)
            .one();
        if (password.empty())
            replace_link(sql, token, who, now, good_for);
        return password.empty();
    });
    return is_made ? std::optional(std::move(token)) : std::nullopt;
}

void door::replace_link(::soci::session& sql, std::string const& token, engine::person_id who,
                        engine::instant now, std::chrono::hours good_for)
{
    query(sql, "delete from sign_in_link where person = :who").in("who", who.value).run();
    keep(sql, links, token, who, now, good_for);
}

/// Nothing when the password is right.
template <class Answer>
std::optional<Answer> door::check_own_password(audit_entry const& about, std::string const& login,
                                               std::string const& password, engine::instant now)
{
    auto const found = people_.check_password(login, password, now);
    if (found.locked_until)
        return refuse<Answer>(about, "locked", locked_out{*found.locked_until});
    if (!found.right)
        return refuse<Answer>(about, "wrong_password", wrong_credentials{});
    people_.forget_failures(found.who->id);
    return {};
}

own_change door::change_password(live_session const& of, std::string const& old_password,
                                 std::string const& new_password, caller const& from)
{
    if (auto grounds = against_password(new_password, of.who.login); !grounds.empty())
        return weak_password{std::move(grounds)};
    if (new_password == old_password)
        return weak_password{{no_old_password()}};
    auto about = entry_of_own("password_changed", of, from);
    if (auto no = check_own_password<own_change>(about, of.who.login, old_password, from.now))
        return *no;
    log_.enter(std::move(about));
    people_.set_password(of.who.id, new_password);
    return changed{
        sessions_.start(of.who.id, of.as.id, from.now, {of.way, from.address, from.agent})};
}

own_change door::turn_second_factor_off(live_session const& of, std::string const& password,
                                        caller const& from)
{
    auto about = entry_of_own("second_factor_off", of, from);
    if (auto no = check_own_password<own_change>(about, of.who.login, password, from.now))
        return *no;
    log_.enter(std::move(about));
    factors_.turn_off(of.who.id);
    return changed{};
}

} // namespace adapters::soci
