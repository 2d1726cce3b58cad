#include "web/handlers/sign_in_answer.hpp"

#include "adapters/soci/password_policy.hpp"
#include "web/audit.hpp"
#include "web/cookie.hpp"
#include "web/handlers/act_form.hpp"
#include "web/handlers/sent_again.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

#include <algorithm>
#include <boost/json.hpp>

namespace web::handlers {
namespace {

namespace soci = adapters::soci;
using boost::asio::awaitable;
using engine::say;

std::pair<std::string, std::string> cookie_of(visit const& v, std::string_view name,
                                              std::string const& value,
                                              std::optional<std::chrono::seconds> age = {})
{
    return {"Set-Cookie", set_cookie(name, value, v.asked.secure, true, age)};
}

engine::text wrong_words(sign_in_form const& typed)
{
    if (typed.page == "sign_in_code")
        return say("验证码不正确或者已经使用过。");
    return wrong_password_words();
}

engine::text all_of(std::vector<engine::text> const& grounds, visit const& v)
{
    std::string words;
    for (auto const& one : grounds)
        words += (words.empty() ? "" : " ") + v.words(one);
    return engine::literal(words);
}

awaitable<answer> welcome(visit& v, soci::signed_in const& in, sign_in_form const& typed)
{
    answer done{.noted = true};
    // A session that the browser came with was of somebody before this sign-in.
    if (!v.token.empty()) {
        co_await v.house.threads_for(v).run([&] {
            v.house.with().entry.kept.end(v.token);
            return true;
        });
        v.house.forget_session(v.token);
    }
    done.headers.push_back(cookie_of(v, office::session_cookie(v.asked.secure), in.session.token));
    done.headers.push_back(
        cookie_of(v, office::step_cookie(v.asked.secure), "", std::chrono::seconds(0)));
    done.view["token"] = in.session.token;
    done.view["csrf"] = in.session.csrf;
    done.view["person"] =
        boost::json::object{{"name", in.who.name}, {"role", in.as.role}, {"unit", in.as.unit}};
    done.see_other = local_path(typed.next);
    if (v.wants_json || typed.kept.empty())
        co_return done;

    // What was typed before the session ended is shown again, under the new session.
    auto const fields = parse_pairs(typed.kept);
    if (!fields)
        co_return done;
    v.session = soci::live_session{.who = in.who,
                                   .as = in.as,
                                   .csrf = in.session.csrf,
                                   .way = {},
                                   .created_at = v.now,
                                   .expires_at = v.now};
    auto again = co_await show_typed_again(v, local_path(typed.next), *fields);
    if (!again)
        again = sent_again_page(v, local_path(typed.next), *fields);
    again->headers.insert(again->headers.end(), done.headers.begin(), done.headers.end());
    again->noted = true;
    co_return std::move(*again);
}

answer ask_for_code(visit const& v, soci::code_needed const& needed, sign_in_form const& typed)
{
    auto form = typed;
    form.page = "sign_in_code";
    auto page = sign_in_page(v, form);
    page.headers.push_back(cookie_of(v, office::step_cookie(v.asked.secure), needed.step,
                                     std::chrono::seconds(soci::door::step_lives)));
    page.view["second_factor"] = "needed";
    if (v.wants_json)
        page.view["step"] = needed.step;
    else if (typed.kept.empty())
        page.see_other = "/sign-in/code?next=" + percent_encoded(local_path(typed.next));
    return page;
}

} // namespace

std::string local_path(std::string const& wanted)
{
    // Browsers drop tabs and line breaks inside an address, and take a backslash for a slash.
    auto const misread = [](unsigned char c) { return c <= ' ' || c == 0x7f || c == '\\'; };
    auto const fine = wanted.starts_with('/') && !wanted.starts_with("//") &&
                      std::none_of(wanted.begin(), wanted.end(), misread);
    return fine ? wanted : "/";
}

std::string local_path(visit const& v, std::string const& wanted)
{
    auto path = local_path(wanted);
    if (path != wanted && !wanted.empty())
        note_refused(v, "foreign_redirect");
    return path;
}

soci::caller caller_of(visit const& v)
{
    auto const agent = v.asked.header("user-agent");
    return {.address = v.address,
            .agent = is_clean_text(agent) ? std::string(agent) : std::string(),
            .now = v.now};
}

std::string given(visit const& v, std::string_view name)
{
    if (v.asked.content_type() != "application/json") {
        auto const* value = find(v.asked.fields, name);
        return value ? *value : std::string();
    }
    boost::json::error_code fault;
    auto const body = boost::json::parse(v.asked.body, fault);
    if (fault || !body.is_object())
        return {};
    auto const* value = body.get_object().if_contains(name);
    if (!value || !value->is_string())
        return {};
    std::string words(value->get_string());
    return is_clean_text(words) ? words : std::string();
}

answer sign_in_page(visit const& v, sign_in_form const& typed, int status,
                    engine::text const& error)
{
    answer page{.status = status, .page = typed.page, .noted = true};
    if (v.wants_json && status >= 400) {
        page = problem(v, status, "sign-in-refused", error);
        page.noted = true;
        return page;
    }
    page.view["title"] = v.words(typed.page == "sign_in"        ? say("登录")
                                 : typed.page == "sign_in_code" ? say("输入验证码")
                                                                : say("设置密码"));
    page.view["next"] = local_path(typed.next);
    page.view["error"] = v.words(error);
    page.view["login"] = typed.login;
    page.only_page["empty_house"] = v.house.is_without_people();
    page.only_page["kept"] = typed.kept;
    page.only_page["link"] = typed.link;
    page.only_page["openid"] = v.house.with().entry.provider != nullptr;
    page.only_page["next_query"] = percent_encoded(local_path(typed.next));
    page.only_page["policy"] = v.words(soci::password_policy_in_words());
    return page;
}

engine::text locked_words(visit const& v, soci::locked_out const& locked)
{
    auto const seconds = std::chrono::ceil<std::chrono::seconds>(locked.until - v.now).count();
    if (seconds < 120)
        return say("失败次数过多，请在{1}秒后再试。", seconds);
    return say("失败次数过多，请在{1}分钟后再试。", (seconds + 59) / 60);
}

answer locked_page(visit const& v, soci::locked_out const& locked, answer page)
{
    auto const seconds = std::chrono::ceil<std::chrono::seconds>(locked.until - v.now).count();
    page.headers.emplace_back("Retry-After", std::to_string(seconds));
    return page;
}

engine::text wrong_password_words()
{
    return say("登录名或者密码不正确。忘记密码或者被责令重设密码的，请联系安全管理员。");
}

engine::text used_up_link_words()
{
    return say("这个登录链接已经使用过或者已经过期。尚未设置密码的，请联系安全管理员重新发放。");
}

awaitable<answer> answer_to(visit& v, soci::sign_in_answer const& found, sign_in_form const& typed)
{
    if (auto const* in = std::get_if<soci::signed_in>(&found))
        co_return co_await welcome(v, *in, typed);
    if (auto const* needed = std::get_if<soci::code_needed>(&found))
        co_return ask_for_code(v, *needed, typed);
    if (auto const* locked = std::get_if<soci::locked_out>(&found))
        co_return locked_page(v, *locked, sign_in_page(v, typed, 429, locked_words(v, *locked)));
    if (std::get_if<soci::no_appointment>(&found))
        co_return sign_in_page(v, typed, 403,
                               say("您目前没有任何任职，不能办理事项。请联系安全管理员。"));
    if (std::get_if<soci::barred>(&found))
        co_return sign_in_page(v, typed, 403,
                               say("您的账号已停用，不能登录。如有疑问，请联系安全管理员。"));
    if (auto const* weak = std::get_if<soci::weak_password>(&found))
        co_return sign_in_page(v, typed, 422, all_of(weak->grounds, v));
    if (std::get_if<soci::expired>(&found)) {
        auto anew = typed;
        anew.page = "sign_in";
        co_return sign_in_page(v, anew, 401,
                               typed.page == "sign_in_link"
                                   ? used_up_link_words()
                                   : say("登录已经超时，请重新输入密码。"));
    }
    co_return sign_in_page(v, typed, 401, wrong_words(typed));
}

} // namespace web::handlers
