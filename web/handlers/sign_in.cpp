#include "adapters/soci/password_policy.hpp"
#include "web/audit.hpp"
#include "web/cookie.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/sign_in_answer.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

namespace web::handlers {
namespace {

namespace soci = adapters::soci;
using engine::say;

constexpr std::size_t longest_login = 200;

/// The token of the step that waits for a code: a browser keeps it in a cookie.
std::string step_of(visit const& v)
{
    auto const step = given(v, "step");
    if (!step.empty())
        return step;
    return cookie_value(v.asked.header("cookie"), office::step_cookie(v.asked.secure)).value_or("");
}

} // namespace

awaitable<answer> show_sign_in(visit& v)
{
    sign_in_form const typed{.next = local_path(v, v.query("next"))};
    if (v.session && !v.wants_json) {
        answer go;
        go.see_other = typed.next;
        co_return go;
    }
    auto const word = v.house.with().entry.trusted.says(v.asked);
    if (word.is != gateway::word::kind::names)
        co_return sign_in_page(v, typed);
    auto const found = co_await v.house.threads_for(v).run([&] {
        return v.house.with().entry.front.vouched_for(word.login, "gateway", caller_of(v));
    });
    if (std::get_if<soci::wrong_credentials>(&found))
        co_return sign_in_page(
            v, typed, 403, say("网关已确认您的身份，但这里没有登记您的账户。请联系系统管理员。"));
    co_return co_await answer_to(v, found, typed);
}

awaitable<answer> sign_in(visit& v)
{
    sign_in_form const typed{.login = given(v, "login").substr(0, longest_login),
                             .next = local_path(v, given(v, "next")),
                             .kept = given(v, "kept")};
    auto const login = given(v, "login");
    auto const password = given(v, "password");
    if (v.asked.content_type() == "application/json" && (login.empty() || password.empty()))
        co_return problem(v, 400, "malformed", say("请提供登录名和密码。"));
    if (login.empty() || login.size() > longest_login || password.empty() ||
        password.size() > soci::longest_password)
        co_return sign_in_page(v, typed, 401, wrong_password_words());
    auto const found = co_await v.house.hashing().run(
        [&] { return v.house.with().entry.front.by_password(login, password, caller_of(v)); });
    co_return co_await answer_to(v, found, typed);
}

answer show_code(visit& v)
{
    auto const next = local_path(v, v.query("next"));
    if (step_of(v).empty() && !v.wants_json) {
        answer go;
        go.see_other = "/sign-in";
        return go;
    }
    return sign_in_page(v, {.page = "sign_in_code", .next = next});
}

awaitable<answer> give_code(visit& v)
{
    sign_in_form const typed{
        .page = "sign_in_code", .next = local_path(v, given(v, "next")), .kept = given(v, "kept")};
    auto const step = step_of(v);
    std::string code;
    for (char const c : given(v, "code").substr(0, 100))
        if (c != ' ')
            code += c;
    auto const found = co_await v.house.threads_for(v).run(
        [&] { return v.house.with().entry.front.by_code(step, code, caller_of(v)); });
    co_return co_await answer_to(v, found, typed);
}

answer show_link(visit& v)
{
    // Looking uses nothing up: programs that check links in letters look too.
    auto const link = v.query("token");
    auto const who = v.house.with().entry.front.owner_of_link(link, v.now);
    if (!who)
        return sign_in_page(v, {}, 404, used_up_link_words());
    return sign_in_page(v, {.page = "sign_in_link", .login = who->login, .link = link});
}

awaitable<answer> use_link(visit& v)
{
    sign_in_form typed{.page = "sign_in_link", .link = given(v, "token")};
    auto const password = given(v, "password");
    auto const who = co_await v.house.threads_for(v).run(
        [&] { return v.house.with().entry.front.owner_of_link(typed.link, v.now); });
    typed.login = who ? who->login : std::string();
    if (who && given(v, "again") != password)
        co_return sign_in_page(v, typed, 422, say("两次输入的密码不一致。"));
    auto const found = co_await v.house.hashing().run(
        [&] { return v.house.with().entry.front.by_link(typed.link, password, caller_of(v)); });
    co_return co_await answer_to(v, found, typed);
}

awaitable<answer> sign_out(visit& v)
{
    co_await v.house.threads_for(v).run([&] {
        auto& entry = v.house.with().entry;
        entry.log.enter(entry_about(v, "sign_out"));
        entry.kept.end(v.token);
        return true;
    });
    v.house.forget_session(v.token);
    answer done;
    done.view["signed_out"] = true;
    done.see_other = "/sign-in";
    done.headers.emplace_back("Set-Cookie",
                              set_cookie(office::session_cookie(v.asked.secure), "", v.asked.secure,
                                         true, std::chrono::seconds(0)));
    co_return done;
}

} // namespace web::handlers
