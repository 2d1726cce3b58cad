#include "adapters/one_time_code/one_time_code.hpp"
#include "adapters/one_time_code/qr_code.hpp"
#include "adapters/soci/audit_search.hpp"
#include "adapters/soci/password_policy.hpp"
#include "web/audit.hpp"
#include "web/cookie.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/phrases.hpp"
#include "web/handlers/sign_in_answer.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <set>

// A person's own account: password, second factor, sessions.

namespace web::handlers {
namespace {

namespace soci = adapters::soci;
namespace codes = adapters::one_time_code;
using boost::json::array;
using boost::json::object;
using engine::say;

constexpr long long last_entries = 10;

/// The name under which an authenticator keeps the account.
constexpr char const* issuer = "Juece";

std::string words_of(visit const& v, std::string const& group, std::string const& key)
{
    return key.empty() ? "" : v.words.look_up("audit." + group + "." + key).value_or(key);
}

/// "Chrome 126 · Windows", as far as a browser tells; the whole name is in the title.
std::string browser_in(std::string const& agent)
{
    struct known {
        std::string_view mark;
        std::string_view name;
    };
    // The order matters: each calls itself by the names of those after it as well.
    constexpr known browsers[] = {{"Edg/", "Edge"},        {"OPR/", "Opera"},
                                  {"QQBrowser/", "QQ"},    {"MicroMessenger/", "微信"},
                                  {"Firefox/", "Firefox"}, {"HeadlessChrome/", "Chrome"},
                                  {"Chrome/", "Chrome"},   {"Version/", "Safari"},
                                  {"curl/", "curl"}};
    constexpr known systems[] = {{"Android", "Android"}, {"iPhone", "iPhone"},  {"iPad", "iPad"},
                                 {"Windows", "Windows"}, {"Mac OS X", "macOS"}, {"Linux", "Linux"}};
    std::string words;
    for (auto const& one : browsers)
        if (auto const at = agent.find(one.mark); at != std::string::npos) {
            auto const version = agent.find_first_not_of("0123456789", at + one.mark.size());
            words = std::string(one.name) + " " +
                    agent.substr(at + one.mark.size(), version - at - one.mark.size());
            break;
        }
    for (auto const& one : systems)
        if (agent.find(one.mark) != std::string::npos) {
            words += (words.empty() ? "" : " · ") + std::string(one.name);
            break;
        }
    return words.empty() ? agent : words;
}

array sessions_view(visit const& v)
{
    array all;
    auto const current = soci::session_id(v.token);
    for (auto const& one : v.house.with().entry.kept.list(v.session->who.id, v.now))
        all.push_back({{"id", one.id},
                       {"since", engine::to_text(one.created_at)},
                       {"since_words", v.words.moment(one.created_at)},
                       {"seen", engine::to_text(one.seen_at)},
                       {"seen_words", v.words.moment(one.seen_at)},
                       {"way", one.from.way},
                       {"way_words", words_of(v, "what", one.from.way)},
                       {"address", one.from.address},
                       {"agent", one.from.agent},
                       {"browser", browser_in(one.from.agent)},
                       {"current", one.id == current}});
    return all;
}

array last_view(visit const& v)
{
    array all;
    for (auto const& one :
         soci::last_of_account(v.house.with().entry.record, v.session->who.id, last_entries)) {
        auto const outcome = one.refused() ? "refused" : "done";
        all.push_back({{"at", engine::to_text(one.at)},
                       {"at_words", v.words.moment(one.at)},
                       {"kind", one.kind},
                       {"what", one.what},
                       {"kind_words", words_of(v, "kind", one.kind)},
                       {"what_words", words_of(v, "what", one.what)},
                       {"refused", one.refused()},
                       {"outcome_words", words_of(v, "outcome", outcome)},
                       {"reason_words", words_of(v, "reason", one.reason)},
                       {"address", one.address}});
    }
    return all;
}

answer account_page(visit const& v, int status = 200, engine::text const& error = {},
                    engine::text const& notice = {})
{
    answer page{.status = status, .page = "account", .noted = true};
    if (v.wants_json && status >= 400) {
        page = problem(v, status, "account", error);
        page.noted = true;
        return page;
    }
    auto const factor = v.house.with().entry.factors.state_of(v.session->who.id);
    page.view["title"] = v.words(say("我的账户"));
    page.view["error"] = v.words(error);
    page.view["notice"] = v.words(notice);
    page.view["login"] = v.session->who.login;
    page.view["name"] = v.session->who.name;
    page.view["second_factor"] =
        object{{"on", factor.on},
               {"since_words", factor.since ? v.words.moment(*factor.since) : ""},
               {"recovery_codes_left", factor.recovery_codes_left},
               {"left_words", v.words(say("恢复码剩余{1}个", factor.recovery_codes_left))},
               {"few_left", factor.on && factor.recovery_codes_left < 3}};
    auto sessions = sessions_view(v);
    page.view["several"] = sessions.size() > 1;
    page.view["sessions"] = std::move(sessions);
    page.view["last"] = last_view(v);
    auto phrases = phrases_view(v);
    std::string lines;
    for (auto const& one : phrases)
        lines += std::string(one.at("words").as_string()) + "\n";
    page.view["phrases"] = std::move(phrases);
    page.only_page["phrase_lines"] = lines;
    page.only_page["policy"] = v.words(soci::password_policy_in_words());
    return page;
}

/// Page work is blocking: it looks into the database. `error` is named by the caller: GCC 12
/// destroys twice an aggregate that is made in an awaited call.
awaitable<answer> account_again(visit& v, int status, engine::text const& error)
{
    co_return co_await v.house.reading().run([&] { return account_page(v, status, error); });
}

awaitable<answer> not_changed(visit& v, soci::own_change const& found)
{
    if (auto const* locked = std::get_if<soci::locked_out>(&found)) {
        auto const until = locked_words(v, *locked);
        co_return locked_page(v, *locked, co_await account_again(v, 429, until));
    }
    if (auto const* weak = std::get_if<soci::weak_password>(&found)) {
        std::string words;
        for (auto const& one : weak->grounds)
            words += (words.empty() ? "" : " ") + v.words(one);
        auto const grounds = engine::literal(words);
        co_return co_await account_again(v, 422, grounds);
    }
    auto const wrong = say("当前密码不正确。");
    co_return co_await account_again(v, 422, wrong);
}

answer factor_page(visit const& v, std::string const& secret, int status = 200,
                   engine::text const& error = {})
{
    answer page{.status = status, .page = "second_factor", .noted = true};
    if (v.wants_json && status >= 400)
        return problem(v, status, "wrong-code", error);
    page.view["title"] = v.words(say("启用第二因素"));
    page.view["error"] = v.words(error);
    auto const text = codes::in_base32(secret);
    auto const address = codes::enrolment_address(secret, issuer, v.session->who.login);
    page.view["secret"] = text;
    page.view["address"] = address;
    std::string spaced;
    for (std::size_t i = 0; i < text.size(); i += 4)
        spaced += (i ? " " : "") + text.substr(i, 4);
    page.only_page["spaced"] = spaced;
    page.only_page["qr"] = codes::qr_code(address, v.words(say("供验证器应用扫描的二维码")));
    return page;
}

answer codes_page(visit const& v, std::vector<std::string> const& fresh)
{
    answer page{.page = "recovery_codes", .noted = true};
    page.view["title"] = v.words(say("恢复码"));
    array all;
    for (auto const& one : fresh)
        all.emplace_back(one);
    page.view["codes"] = std::move(all);
    return page;
}

/// Back to the account, which says what was done, if anything was.
answer to_account(std::string const& done = {})
{
    answer go{.noted = true};
    go.view["done"] = true;
    go.see_other = done.empty() ? "/account" : "/account?done=" + done;
    return go;
}

engine::text words_of_done(std::string const& done)
{
    if (done == "password")
        return say("密码已经更改，其他会话已经结束。");
    if (done == "phrases")
        return say("常用语已经保存。");
    if (done == "session")
        return say("这个会话已经结束。");
    if (done == "other_sessions")
        return say("其他所有会话已经结束。");
    if (done == "second_factor_off")
        return say("第二因素已经停用。");
    return {};
}

} // namespace

answer show_account(visit& v)
{
    return account_page(v, 200, {}, words_of_done(v.query("done")));
}

awaitable<answer> change_password(visit& v)
{
    auto const old_password = given(v, "old");
    auto const new_password = given(v, "password");
    auto const differ = say("两次输入的密码不一致。");
    if (!v.wants_json && given(v, "again") != new_password)
        co_return co_await account_again(v, 422, differ);
    auto const found = co_await v.house.hashing().run([&] {
        return v.house.with().entry.front.change_password(*v.session, old_password, new_password,
                                                          caller_of(v));
    });
    auto const* done = std::get_if<soci::changed>(&found);
    if (!done)
        co_return co_await not_changed(v, found);
    v.house.forget_sessions_of(v.session->who.id);
    auto go = to_account("password");
    go.view["token"] = done->session->token;
    go.view["csrf"] = done->session->csrf;
    go.headers.emplace_back("Set-Cookie", set_cookie(office::session_cookie(v.asked.secure),
                                                     done->session->token, v.asked.secure, true));
    co_return go;
}

answer show_second_factor(visit& v)
{
    auto const secret = v.house.with().entry.factors.proposed(v.session->who.id);
    return secret ? factor_page(v, *secret) : to_account();
}

awaitable<answer> propose_second_factor(visit& v)
{
    auto const secret = co_await v.house.reading().run(
        [&] { return v.house.with().entry.factors.propose(v.session->who.id); });
    auto page = factor_page(v, secret);
    page.see_other = "/account/second-factor";
    co_return page;
}

awaitable<answer> confirm_second_factor(visit& v)
{
    std::string code;
    for (char const c : given(v, "code").substr(0, 20))
        if (c != ' ')
            code += c;
    auto judged = co_await v.house.reading().run([&]() -> std::optional<answer> {
        auto& entry = v.house.with().entry;
        auto const who = v.session->who.id;
        if (auto const fresh = entry.factors.confirm(who, code, v.now)) {
            entry.log.enter(entry_about(v, "account", "second_factor_on"));
            return codes_page(v, *fresh);
        }
        auto const secret = entry.factors.proposed(who);
        if (!secret)
            return {};
        return factor_page(v, *secret, 422,
                           say("验证码不正确。请核对手机时间后输入当前的六位数字。"));
    });
    if (judged)
        co_return std::move(*judged);
    auto const nothing = say("没有等待确认的验证器。请重新启用第二因素。");
    co_return co_await account_again(v, 422, nothing);
}

awaitable<answer> turn_second_factor_off(visit& v)
{
    auto const password = given(v, "password");
    auto const found = co_await v.house.hashing().run([&] {
        return v.house.with().entry.front.turn_second_factor_off(*v.session, password,
                                                                 caller_of(v));
    });
    if (!std::get_if<soci::changed>(&found))
        co_return co_await not_changed(v, found);
    co_return to_account("second_factor_off");
}

awaitable<answer> renew_recovery_codes(visit& v)
{
    co_return co_await v.house.reading().run([&] {
        auto& entry = v.house.with().entry;
        auto const who = v.session->who.id;
        if (!entry.factors.state_of(who).on)
            return to_account();
        entry.log.enter(entry_about(v, "account", "recovery_codes_renewed"));
        return codes_page(v, entry.factors.renew_recovery_codes(who));
    });
}

awaitable<answer> end_sessions(visit& v)
{
    auto const one = given(v, "session");
    auto const who = v.session->who.id;
    auto const ended = co_await v.house.reading().run([&]() -> long long {
        auto& entry = v.house.with().entry;
        entry.log.enter(entry_about(v, "session", one.empty() ? "others_ended" : "ended"));
        return one.empty() ? entry.kept.end_others(who, v.token) : entry.kept.end_one(who, one);
    });
    v.house.forget_sessions_of(who);
    if (!one.empty() && ended == 0)
        co_return problem(v, 404, "no-such-session", say("这个会话已经结束。"));
    auto done = to_account(one.empty() ? "other_sessions" : "session");
    done.view["ended"] = ended;
    co_return done;
}

} // namespace web::handlers
