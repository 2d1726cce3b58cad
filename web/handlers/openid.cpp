#include "adapters/openid/fetch.hpp"
#include "web/cookie.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/sign_in_answer.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <spdlog/spdlog.h>

namespace web::handlers {
namespace {

namespace soci = adapters::soci;
namespace openid = adapters::openid;
using engine::say;

std::pair<std::string, std::string> state_cookie(visit const& v, std::string const& value,
                                                 std::chrono::seconds age)
{
    return {"Set-Cookie",
            set_cookie(office::openid_cookie(v.asked.secure), value, v.asked.secure, true, age)};
}

/// What came of it, before the door is asked.
struct outcome {
    std::optional<std::string> login;
    std::string reason; ///< why nobody is vouched for, for the audit log
    std::string next = "/";
};

/// Blocks: asks the provider.
outcome redeem(visit const& v, openid::provider& provider)
{
    auto const state = v.query("state");
    auto const bound =
        cookie_value(v.asked.header("cookie"), office::openid_cookie(v.asked.secure));
    // The state must come back to the browser that it was given to.
    if (state.empty() || bound != state)
        return {.login = {}, .reason = "wrong_state"};
    auto const kept = v.house.with().entry.attempts.take(state, v.now);
    if (!kept)
        return {.login = {}, .reason = "expired"};
    outcome made{.login = {}, .reason = {}, .next = kept->next};
    auto const issuer = v.query("iss");
    if (!issuer.empty() && issuer != provider.issuer()) {
        made.reason = "wrong_issuer";
        return made;
    }
    auto const code = v.query("code");
    if (code.empty()) { // the person said no there, or the provider did
        made.reason = "provider_refused";
        return made;
    }
    try {
        auto const found = provider.redeem(code, kept->of, v.now);
        if (auto const* no = std::get_if<openid::not_accepted>(&found)) {
            spdlog::warn("OpenID: {}", no->words);
            made.reason = no->reason;
        } else
            made.login = std::get<openid::vouched>(found).name;
    } catch (openid::unreachable const& e) {
        spdlog::error("OpenID: {}", e.what());
        made.reason = "unreachable";
    }
    return made;
}

engine::text words_for(std::string const& reason)
{
    if (reason == "unreachable")
        return say("统一身份认证暂时不能使用，请稍后再试，或者用密码登录。");
    if (reason == "expired" || reason == "wrong_state")
        return say("登录已经超时，请重新登录。");
    return say("统一身份认证没有确认您的身份，请重新登录。");
}

} // namespace

awaitable<answer> go_to_openid(visit& v)
{
    auto* provider = v.house.with().entry.provider.get();
    if (!provider)
        co_return not_found(v);
    auto const attempt = openid::new_attempt();
    auto const next = local_path(v, v.query("next"));
    auto const to = co_await v.house.outgoing().run([&]() -> std::string {
        try {
            auto address = provider->address_for(attempt);
            v.house.with().entry.attempts.keep(attempt, next, v.now);
            return address;
        } catch (openid::unreachable const& e) {
            spdlog::error("OpenID: {}", e.what());
            return {};
        }
    });
    if (to.empty())
        co_return sign_in_page(v, {.next = next}, 503, words_for("unreachable"));
    answer go;
    go.see_other = to;
    go.headers.push_back(state_cookie(v, attempt.state, soci::openid_attempts::lives));
    co_return go;
}

awaitable<answer> back_from_openid(visit& v)
{
    auto* provider = v.house.with().entry.provider.get();
    if (!provider)
        co_return not_found(v);
    auto const came = co_await v.house.outgoing().run([&] { return redeem(v, *provider); });
    sign_in_form const typed{.next = came.next};
    answer made;
    if (came.login) {
        auto const found = co_await v.house.threads_for(v).run([&] {
            return v.house.with().entry.front.vouched_for(*came.login, "openid", caller_of(v));
        });
        if (std::get_if<soci::wrong_credentials>(&found))
            made = sign_in_page(
                v, typed, 403,
                say("您已通过统一身份认证，但这里没有登记您的账户。请联系系统管理员。"));
        else
            made = co_await answer_to(v, found, typed);
    } else {
        co_await v.house.threads_for(v).run([&] {
            v.house.with().entry.front.note_not_vouched_for("openid", came.reason, caller_of(v));
            return true;
        });
        made = sign_in_page(v, typed, came.reason == "unreachable" ? 503 : 401,
                            words_for(came.reason));
    }
    made.headers.push_back(state_cookie(v, "", std::chrono::seconds(0)));
    co_return made;
}

} // namespace web::handlers
