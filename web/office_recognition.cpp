#include "web/for_everybody.hpp"
#include "web/kept_form.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

// Who asks, and whose threads and readers work for them.

namespace web {

using engine::say;

namespace {

/// How long a session is believed without asking the database again.
constexpr std::chrono::seconds session_memory{5};
constexpr std::size_t most_remembered = 20'000;

} // namespace

work_threads& office::threads_for(visit const& v)
{
    if (v.session)
        return reading_;
    return is_for_everybody(v.asked.path) ? public_reading_ : at_the_door_;
}

adapters::soci::reader_pool& office::readers_for(visit const& v)
{
    return v.session ? parts_.readers : strangers_readers_;
}

/// Whether somebody was signed in under that token a short while ago.
bool office::remembers(std::string const& token) const
{
    return !token.empty() && sessions_.contains(token);
}

/// A token that nobody knows is asked for at the door: whoever makes them up keeps no official
/// waiting.
boost::asio::awaitable<std::optional<adapters::soci::live_session>>
office::session_of(std::string const& token, engine::instant now)
{
    auto& threads = remembers(token) ? reading_ : at_the_door_;
    auto const find = [&] { return parts_.entry.kept.find(token, now); };
    co_return co_await threads.run(find);
}

boost::asio::awaitable<void> office::recognise(visit& v)
{
    if (v.token.empty() || v.token.size() > 200)
        co_return;
    auto const now = std::chrono::steady_clock::now();
    auto const known = sessions_.find(v.token);
    if (known != sessions_.end() && now < known->second.until &&
        v.now < known->second.session.expires_at) {
        v.session = known->second.session;
        co_return;
    }
    v.session = co_await session_of(v.token, v.now);
    if (!v.session) {
        sessions_.erase(v.token);
        co_return;
    }
    if (sessions_.size() > most_remembered)
        sessions_.clear();
    sessions_.insert_or_assign(v.token, remembered{*v.session, now + session_memory});
}

answer office::ask_to_sign_in(visit const& v) const
{
    if (v.wants_json) {
        auto refused = problem(v, 401, "sign-in-needed", say("请先登录。"));
        refused.headers.emplace_back("WWW-Authenticate", "Bearer");
        return refused;
    }
    if (v.asked.method == "GET") {
        web::answer to;
        to.see_other = "/sign-in";
        if (v.asked.target != "/")
            to.see_other += "?next=" + percent_encoded(v.asked.target);
        return to;
    }
    // The session ended while somebody typed: what was typed waits in the page of the sign-in.
    web::answer page{.status = 401, .page = "sign_in"};
    page.view["title"] = v.words(say("登录"));
    auto const kept = form_to_keep(v.asked);
    if (holds_words(v.words, kept)) {
        page.view["next"] = v.asked.target;
        page.view["notice"] = v.words(say("登录已经超时。请重新登录，您填写的内容不会丢失。"));
        page.only_page["kept"] = to_query(kept);
    } else {
        page.view["next"] = page_of_form(v.asked);
        page.view["notice"] = v.words(say("登录已经超时，请重新登录。"));
    }
    return page;
}

} // namespace web
