#include "web/cookie.hpp"
#include "web/handlers/act_form.hpp"
#include "web/handlers/handlers.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

#include <boost/json.hpp>

namespace web::handlers {
namespace {

using engine::say;

/// A path of this site, or "/": a sign-in never leads elsewhere.
std::string local_path(std::string const& wanted)
{
    auto const fine = wanted.starts_with('/') && !wanted.starts_with("//") &&
                      wanted.find('\\') == std::string::npos &&
                      wanted.find('\n') == std::string::npos &&
                      wanted.find('\r') == std::string::npos;
    return fine ? wanted : "/";
}

answer sign_in_page(visit const& v, int status, engine::text const& notice, std::string const& next,
                    std::string const& kept, std::string const& login)
{
    if (v.wants_json)
        return problem(v, status, "sign-in-refused", notice);
    answer page{.status = status, .page = "sign_in"};
    page.view["title"] = v.words(say("登录"));
    page.view["next"] = local_path(next);
    page.view["error"] = v.words(notice);
    page.view["login"] = login;
    page.only_page["kept"] = kept;
    return page;
}

struct credentials {
    std::string login;
    std::string password;
    std::string next = "/";
    std::string kept;
};

std::optional<credentials> credentials_in(visit const& v)
{
    credentials typed;
    if (v.asked.content_type() == "application/json") {
        boost::json::error_code fault;
        auto const body = boost::json::parse(v.asked.body, fault);
        if (fault || !body.is_object())
            return {};
        auto const read = [&](char const* name, std::string& into) {
            auto const* value = body.get_object().if_contains(name);
            if (!value || !value->is_string())
                return false;
            into = value->get_string();
            return true;
        };
        if (!read("login", typed.login) || !read("password", typed.password))
            return {};
        return typed;
    }
    auto const read = [&](char const* name, std::string& into) {
        if (auto const* value = find(v.asked.fields, name))
            into = *value;
    };
    read("login", typed.login);
    read("password", typed.password);
    read("next", typed.next);
    read("kept", typed.kept);
    return typed;
}

} // namespace

answer show_sign_in(visit& v)
{
    auto const next = local_path(v.query("next"));
    if (v.session && !v.wants_json) {
        answer go;
        go.see_other = next;
        return go;
    }
    answer page{.page = "sign_in"};
    page.view["title"] = v.words(say("登录"));
    page.view["next"] = next;
    return page;
}

awaitable<answer> sign_in(visit& v)
{
    namespace soci = adapters::soci;
    auto const typed = credentials_in(v);
    if (!typed)
        co_return problem(v, 400, "malformed", say("请提供登录名和密码。"));
    if (typed->login.empty() || typed->login.size() > 200 || typed->password.empty() ||
        typed->password.size() > soci::longest_password)
        co_return sign_in_page(v, 401, say("登录名或者密码不正确。"), typed->next, typed->kept,
                               typed->login.substr(0, 200));
    auto const found = co_await v.house.hashing().run(
        [&] { return v.house.with().people.sign_in(typed->login, typed->password, v.now); });
    if (std::get_if<soci::wrong_credentials>(&found))
        co_return sign_in_page(v, 401, say("登录名或者密码不正确。"), typed->next, typed->kept,
                               typed->login);
    if (auto const* locked = std::get_if<soci::locked_out>(&found)) {
        auto const seconds = std::chrono::ceil<std::chrono::seconds>(locked->until - v.now).count();
        auto page = sign_in_page(v, 429, say("失败次数过多，请在{1}秒后再试。", seconds),
                                 typed->next, typed->kept, typed->login);
        page.headers.emplace_back("Retry-After", std::to_string(seconds));
        co_return page;
    }
    if (std::get_if<soci::no_appointment>(&found))
        co_return sign_in_page(v, 403, say("您目前没有任何任职，不能办理事项。请联系系统管理员。"),
                               typed->next, typed->kept, typed->login);

    auto const& in = std::get<soci::signed_in>(found);
    answer done;
    done.headers.emplace_back("Set-Cookie", set_cookie(office::session_cookie(v.asked.secure),
                                                       in.session.token, v.asked.secure, true));
    done.view["token"] = in.session.token;
    done.view["csrf"] = in.session.csrf;
    done.view["person"] =
        boost::json::object{{"name", in.who.name}, {"role", in.as.role}, {"unit", in.as.unit}};
    done.see_other = local_path(typed->next);
    if (v.wants_json || typed->kept.empty())
        co_return done;

    // What was typed before the session ended is shown again, under the new session.
    auto const fields = parse_pairs(typed->kept);
    if (!fields)
        co_return done;
    v.session = soci::live_session{.who = in.who,
                                   .as = in.as,
                                   .csrf = in.session.csrf,
                                   .created_at = v.now,
                                   .expires_at = v.now};
    auto again = co_await show_typed_again(v, local_path(typed->next), *fields);
    if (!again) {
        // Where it went has no form to show again; a POST address cannot be gone to either.
        done.see_other = "/";
        co_return done;
    }
    again->headers.insert(again->headers.end(), done.headers.begin(), done.headers.end());
    co_return std::move(*again);
}

awaitable<answer> sign_out(visit& v)
{
    co_await v.house.reading().run([&] {
        v.house.with().people.end_session(v.token);
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

answer show_appointments(visit& v)
{
    answer page{.page = "appointments"};
    page.view["title"] = v.words(say("选择任职"));
    boost::json::array all;
    for (auto const& one : v.house.with().people.appointments_of(v.session->who.id, v.today()))
        all.push_back({{"id", one.id},
                       {"role", one.role},
                       {"role_words", v.words("role." + one.role)},
                       {"unit", one.unit},
                       {"unit_name", v.house.unit_name(one.unit)},
                       {"in_place_of", one.in_place_of_name},
                       {"until", one.until ? v.words.date(*one.until) : ""},
                       {"current", one.id == v.session->as.id}});
    page.view["appointments"] = std::move(all);
    return page;
}

awaitable<answer> choose_appointment(visit& v)
{
    std::optional<long long> wanted;
    if (v.asked.content_type() == "application/json") {
        boost::json::error_code fault;
        auto const body = boost::json::parse(v.asked.body, fault);
        if (!fault && body.is_object())
            if (auto const* id = body.get_object().if_contains("appointment"); id && id->is_int64())
                wanted = id->get_int64();
    } else if (auto const* id = find(v.asked.fields, "appointment"))
        wanted = number_in(*id);
    if (!wanted)
        co_return problem(v, 400, "malformed", say("请选择一项任职。"));
    auto const changed = co_await v.house.reading().run(
        [&] { return v.house.with().people.use_appointment(v.token, *wanted, v.now); });
    v.house.forget_session(v.token);
    if (!changed)
        co_return problem(v, 422, "no-such-appointment", say("您没有这项任职，或者任职已经结束。"));
    answer done;
    done.view["appointment"] = *wanted;
    done.see_other = "/";
    co_return done;
}

awaitable<answer> choose_looks(visit& v)
{
    answer done;
    done.see_other = local_path(v.query("back"));
    auto const keep = [&](std::string_view name, std::string const& value) {
        done.headers.emplace_back("Set-Cookie", set_cookie(name, value, v.asked.secure, false,
                                                           std::chrono::hours(24 * 365)));
        done.view[name] = value;
    };
    if (auto const size = v.query("size");
        size == "16" || size == "20" || size == "24" || size == "30")
        keep("size", size);
    if (auto const contrast = v.query("contrast"); contrast == "high" || contrast == "normal")
        keep("contrast", contrast);
    if (auto const tongue = v.query("language"); tongue == "zh" || tongue == "en")
        keep("language", tongue);
    co_return done;
}

} // namespace web::handlers
