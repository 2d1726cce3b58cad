#include "adapters/soci/second_factors.hpp"

#include "adapters/one_time_code/one_time_code.hpp"
#include "adapters/soci/random_text.hpp"
#include "adapters/soci/rows.hpp"
#include "adapters/soci/shared_session.hpp"
#include "engine/chain.hpp"

namespace adapters::soci {
namespace {

/// Eighty bits each: nobody guesses one, so that a plain hash keeps it.
constexpr std::size_t recovery_bytes = 10;

std::string about(engine::person_id who)
{
    return "second factor of " + std::to_string(who.value);
}

/// "ABCD-EFGH-IJKL-MNOP".
std::string fresh_recovery_code()
{
    auto const letters = one_time_code::in_base32(random_bytes(recovery_bytes));
    std::string code;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            code += '-';
        code += letters[i];
    }
    return code;
}

std::string hash_of_code(std::string const& typed)
{
    std::string letters;
    for (char c : typed) {
        if (c == '-' || c == ' ')
            continue;
        letters += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return engine::sha256(letters);
}

std::vector<std::string> write_recovery_codes(::soci::session& sql, engine::person_id who)
{
    query(sql, "delete from recovery_code where person = :who").in("who", who.value).run();
    std::vector<std::string> codes;
    while (codes.size() < second_factors::recovery_codes) {
        codes.push_back(fresh_recovery_code());
        auto const hash = hash_of_code(codes.back());
        query(sql, "insert into recovery_code (person, code_hash, used_at)"
                   " values (:who, :hash, '')")
            .in("who", who.value)
            .in("hash", hash)
            .run();
    }
    return codes;
}

} // namespace

struct second_factors::kept_factor {
    std::string secret;
    std::string waiting;
    std::string since;
    long long last_step = 0;
};

second_factors::second_factors(database& at, secrets::sealing_key key)
    : sql_(std::make_unique<shared_session>(at)), key_(std::move(key))
{}
second_factors::~second_factors() = default;

std::optional<second_factors::kept_factor> second_factors::find(::soci::session& sql,
                                                                engine::person_id who) const
{
    kept_factor kept;
    query find(sql, "select secret, waiting, since, last_step from second_factor"
                    " where person = :who");
    find.in("who", who.value).out(kept.secret).out(kept.waiting).out(kept.since);
    if (!find.out(kept.last_step).one())
        return {};
    return kept;
}

std::string second_factors::opened(engine::person_id who, std::string const& sealed) const
{
    auto plain = key_.open(sealed, about(who));
    if (!plain)
        throw storage_fault(storage_fault::sort::broken,
                            "a second factor was sealed with another key than sealing.key");
    return *plain;
}

second_factor_state second_factors::state_of(engine::person_id who)
{
    return sql_->read([&](::soci::session& sql) {
        second_factor_state state;
        auto const kept = find(sql, who);
        if (!kept || kept->secret.empty())
            return state;
        state.on = true;
        state.since = instant_of(kept->since);
        query(sql, "select count(*) from recovery_code where person = :who and used_at = ''")
            .in("who", who.value)
            .out(state.recovery_codes_left)
            .one();
        return state;
    });
}

std::string second_factors::propose(engine::person_id who)
{
    auto const secret = random_bytes(one_time_code::secret_bytes);
    auto const sealed = key_.seal(secret, about(who));
    sql_->write([&](::soci::session& sql) {
        query(sql, "insert into second_factor (person, secret, waiting, since, last_step)"
                   " values (:who, '', :sealed, '', 0)"
                   " on conflict (person) do update set waiting = :sealed")
            .in("who", who.value)
            .in("sealed", sealed)
            .run();
    });
    return secret;
}

std::optional<std::string> second_factors::proposed(engine::person_id who)
{
    auto const kept = sql_->read([&](::soci::session& sql) { return find(sql, who); });
    if (!kept || kept->waiting.empty())
        return {};
    return opened(who, kept->waiting);
}

std::optional<std::vector<std::string>>
second_factors::confirm(engine::person_id who, std::string const& code, engine::instant now)
{
    auto const since = engine::to_text(now);
    return sql_->write([&](::soci::session& sql) -> std::optional<std::vector<std::string>> {
        auto const kept = find(sql, who);
        if (!kept || kept->waiting.empty())
            return {};
        auto const step = one_time_code::step_of(opened(who, kept->waiting), code, now);
        if (!step)
            return {};
        query(sql, "update second_factor set secret = waiting, waiting = '', since = :since,"
                   " last_step = :step where person = :who")
            .in("since", since)
            .in("step", *step)
            .in("who", who.value)
            .run();
        return write_recovery_codes(sql, who);
    });
}

bool second_factors::use_code(engine::person_id who, std::string const& code, engine::instant now)
{
    return sql_->write([&](::soci::session& sql) {
        auto const kept = find(sql, who);
        if (!kept || kept->secret.empty())
            return false;
        auto const step = one_time_code::step_of(opened(who, kept->secret), code, now);
        if (!step || *step <= kept->last_step)
            return false;
        query(sql, "update second_factor set last_step = :step where person = :who")
            .in("step", *step)
            .in("who", who.value)
            .run();
        return true;
    });
}

bool second_factors::use_recovery_code(engine::person_id who, std::string const& code,
                                       engine::instant now)
{
    auto const hash = hash_of_code(code);
    auto const used_at = engine::to_text(now);
    return sql_->write([&](::soci::session& sql) {
        return query(sql, "update recovery_code set used_at = :used_at"
                          " where person = :who and code_hash = :hash and used_at = ''")
                   .in("used_at", used_at)
                   .in("who", who.value)
                   .in("hash", hash)
                   .run() > 0;
    });
}

std::vector<std::string> second_factors::renew_recovery_codes(engine::person_id who)
{
    return sql_->write([&](::soci::session& sql) { return write_recovery_codes(sql, who); });
}

void second_factors::turn_off(engine::person_id who)
{
    sql_->write([&](::soci::session& sql) {
        query(sql, "delete from recovery_code where person = :who").in("who", who.value).run();
        query(sql, "delete from second_factor where person = :who").in("who", who.value).run();
    });
}

} // namespace adapters::soci
