#include "adapters/soci/openid_attempts.hpp"

#include "adapters/soci/shared_session.hpp"
#include "engine/chain.hpp"

namespace adapters::soci {

openid_attempts::openid_attempts(database& at) : sql_(std::make_unique<shared_session>(at)) {}
openid_attempts::~openid_attempts() = default;

void openid_attempts::keep(openid::attempt const& what, std::string const& next,
                           engine::instant now)
{
    auto const state_hash = engine::sha256(what.state);
    auto const at = engine::to_text(now);
    auto const expires_at = engine::to_text(now + lives);
    sql_->write([&](::soci::session& sql) {
        query(sql, "delete from openid_attempt where expires_at <= :now").in("now", at).run();
        query keep(sql, "insert into openid_attempt (state_hash, nonce, verifier, next, expires_at)"
                        " values (:state_hash, :nonce, :verifier, :next, :expires_at)");
        keep.in("state_hash", state_hash).in("nonce", what.nonce).in("verifier", what.verifier);
        keep.in("next", next).in("expires_at", expires_at).run();
    });
}

std::optional<returned_attempt> openid_attempts::take(std::string const& state, engine::instant now)
{
    auto const state_hash = engine::sha256(state);
    auto const at = engine::to_text(now);
    return sql_->write([&](::soci::session& sql) -> std::optional<returned_attempt> {
        returned_attempt found{.of = {.state = state, .nonce = {}, .verifier = {}}, .next = {}};
        query find(sql, "delete from openid_attempt where state_hash = :state_hash"
                        " and expires_at > :now returning nonce, verifier, next");
        find.in("state_hash", state_hash).in("now", at);
        find.out(found.of.nonce).out(found.of.verifier).out(found.next);
        if (!find.one())
            return {};
        return found;
    });
}

} // namespace adapters::soci
