#include "web/office.hpp"

#include "web/audit.hpp"
#include "web/busy_answer.hpp"
#include "web/compression.hpp"
#include "web/cookie.hpp"
#include "web/for_everybody.hpp"
#include "web/keep_upload.hpp"
#include "web/masked_secret.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"
#include "web/public_attachment.hpp"
#include "web/unread_answer.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <cctype>
#include <cerrno>
#include <fmt/format.h>
#include <random>
#include <spdlog/spdlog.h>
#include <system_error>

namespace web {
namespace {

using engine::say;

constexpr std::uint64_t most_public_upload = most_attachments * largest_attachment;
constexpr std::size_t most_form = std::size_t{1024} * 1024;
/// A form of the public has at most a few thousand characters; longer ones are still told so.
constexpr std::size_t most_public_form = std::size_t{256} * 1024;
constexpr std::size_t most_jobs_waiting = 2'000;
constexpr std::size_t most_public_jobs_waiting = 500;
/// A page of a document shows five; who comes later is told that there is none now.
constexpr std::size_t most_pictures_waiting = 40;
/// Threads for those who are not signed in yet, and for sessions that are not remembered.
constexpr std::size_t door_threads = 1;
/// When to come again where nothing else says so.
constexpr std::chrono::seconds soonest_return{2};
constexpr char const* policy = "default-src 'self'; base-uri 'none'; object-src 'none'; "
                               "form-action 'self'; frame-ancestors 'none'";

bool is_form(request const& asked)
{
    auto const type = asked.content_type();
    return type == "application/x-www-form-urlencoded" || type == "multipart/form-data";
}

/// The page nearest above an address to which things are only sent.
std::string page_above(std::string_view path)
{
    for (auto end = path.rfind('/'); end != path.npos && end > 0; end = path.rfind('/', end - 1))
        if (find_route(routes(), "GET", path.substr(0, end)).it)
            return std::string(path.substr(0, end));
    return "/";
}

std::optional<std::string> bearer_of(request const& asked)
{
    constexpr std::string_view scheme = "Bearer ";
    auto const said = asked.header("authorization");
    if (!said.starts_with(scheme))
        return {};
    return std::string(said.substr(scheme.size()));
}

std::string token_of(request const& asked, bool secure)
{
    if (auto bearer = bearer_of(asked))
        return *bearer;
    return cookie_value(asked.header("cookie"), office::session_cookie(secure)).value_or("");
}

void secure_headers(response& made, bool secure)
{
    made.with("Content-Security-Policy", policy)
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "same-origin");
    if (secure)
        made.with("Strict-Transport-Security", "max-age=31536000");
}

/// What was asked for without a page: not the answer to something that was done, for which nobody
/// may wait, and no bytes that are known by their tag.
bool may_be_packed(request const& asked, answer const& said)
{
    return asked.method == "GET" && takes_gzip(asked) &&
           !(said.as_is && find(said.as_is->headers, "ETag"));
}

/// Whether a disk takes no more: it is full, read-only or fails.
bool keeps_nothing(std::error_code const& why)
{
    return why == std::errc::no_space_on_device || why == std::errc::read_only_file_system ||
           why == std::errc::io_error || why == std::errc::file_too_large ||
           why == std::error_code(EDQUOT, std::generic_category());
}

/// Of the threads that read for the signed-in, half as many read for the public.
std::size_t public_threads(std::size_t reading_threads)
{
    return std::max<std::size_t>(1, reading_threads / 2);
}

std::string fault_id()
{
    static thread_local std::mt19937_64 numbers{std::random_device{}()};
    return fmt::format("{:012x}", numbers() & 0xffffffffffffULL);
}

} // namespace

office::office(office_parts parts)
    : parts_(std::move(parts)), pages_(parts_.dir),
      tongues_([this](std::string const& code) { return unit_name(code); }, parts_.law.entitled),
      report_form_(adapters::report::read_report_template(parts_.dir)), room_(parts_.program),
      comparisons_(parts_.documents, room_), published_texts_(room_),
      papers_(adapters::office::read_paper_forms(parts_.dir)), admission_(parts_.admission),
      uploads_(parts_.dir), notices_(parts_.entry.record),
      sent_out_(parts_.entry.record, parts_.law.entitled),
      reading_(parts_.reading_threads, most_jobs_waiting), hashing_(1, 200), outgoing_(2, 50),
      drawing_(2, most_pictures_waiting),
      strangers_readers_(parts_.entry.record, public_threads(parts_.reading_threads) + door_threads,
                         parts_.readers.beside()),
      public_reading_(public_threads(parts_.reading_threads), most_public_jobs_waiting),
      at_the_door_(door_threads, most_public_jobs_waiting)
{
    for (auto const& [name, shape] : parts_.law.shapes)
        samples_.emplace(name, shape.make("cn"));
}

std::string_view office::session_cookie(bool secure)
{
    return secure ? "__Host-juece" : "juece";
}

std::string_view office::step_cookie(bool secure)
{
    return secure ? "__Host-juece-step" : "juece-step";
}

std::string_view office::openid_cookie(bool secure)
{
    return secure ? "__Host-juece-openid" : "juece-openid";
}

void office::forget_session(std::string const& token)
{
    sessions_.erase(token);
}

void office::forget_sessions_of(engine::person_id who)
{
    std::erase_if(sessions_, [&](auto const& one) { return one.second.session.who.id == who; });
}

engine::procedure const* office::sample(std::string_view shape) const
{
    auto const found = samples_.find(shape);
    return found == samples_.end() ? nullptr : found->second.get();
}

visit office::arrive(request& asked)
{
    asked.secure = parts_.entry.trusted.speaks_securely(asked);
    auto const cookies = asked.header("cookie");
    visit v{.asked = asked,
            .house = *this,
            .words =
                tongues_.choose(cookie_value(cookies, "language"), asked.header("accept-language")),
            .now = parts_.clock()};
    v.address = parts_.entry.trusted.address_of(asked);
    v.token = token_of(asked, asked.secure);
    v.wants_json = asked.prefers_json();
    auto const size = cookie_value(cookies, "size").value_or("16");
    if (size == "20" || size == "24" || size == "30")
        v.looks.size = size;
    v.looks.high_contrast = cookie_value(cookies, "contrast") == "high";
    return v;
}

namespace {

bool asked_with_files(request const& head)
{
    constexpr std::string_view multipart = "multipart/form-data";
    auto const type = head.header("content-type").substr(0, multipart.size());
    return std::equal(type.begin(), type.end(), multipart.begin(), multipart.end(),
                      [](unsigned char a, unsigned char b) { return std::tolower(a) == b; });
}

} // namespace

boost::asio::awaitable<std::variant<body_terms, response>> office::admit(request const& head)
{
    auto const token = token_of(head, parts_.entry.trusted.speaks_securely(head));
    auto const most = is_for_everybody(head.path) ? most_public_form : most_form;
    body_terms terms{most, most, {}, !remembers(token)};
    // Only a form with files needs to know who sends it before its body is read: asking for every
    // act was a fifth of the server's time under load.
    if (!asked_with_files(head))
        co_return terms;
    auto const method = head.method == "HEAD" ? "GET" : std::string_view(head.method);
    auto const found = find_route(routes(), method, head.path);
    // The answer to what has no route is given after its (short) body.
    if (!found.it || !found.it->takes_files)
        co_return terms;
    terms.most_bytes = static_cast<std::uint64_t>(admission_.terms().most_bytes) + most_form;
    std::optional<adapters::soci::live_session> session;
    try {
        if (!token.empty())
            session = co_await session_of(token, parts_.clock());
    } catch (std::exception const& e) {
        spdlog::warn("upload refused: {}", e.what());
        co_return answer_unread(503, head);
    }
    // Of what everybody may send there is less; too much is refused when the form is read.
    terms.stranger = !session;
    auto const for_everybody = found.it->who == access::everybody;
    if (for_everybody)
        terms.most_bytes = most_public_upload + most_form;
    if (session || for_everybody)
        terms.open = [this]() -> std::unique_ptr<incoming_file> {
            return std::make_unique<arriving_document>(parts_.documents.begin());
        };
    else
        terms.most_bytes = 2 * most_form; // what was typed is kept, files are not
    co_return terms;
}

boost::asio::awaitable<response> office::answer(request asked)
{
    auto const began = std::chrono::steady_clock::now();
    if (auto file = files_.answer(asked)) {
        counts_.count("/static/{name}", file->status, std::chrono::steady_clock::now() - began);
        co_return std::move(*file);
    }
    auto v = arrive(asked);
    auto const method = std::string_view(asked.method);
    auto const found = find_route(routes(), method, asked.path);
    std::optional<web::answer> said;
    std::optional<response> made;
    try {
        said = co_await attend(v, found);
        co_await note_refusal(v, found, *said);
        auto const shows_page = !said->as_is && !v.wants_json && said->see_other.empty();
        if (shows_page) {
            auto const show = [&] {
                count_notices(v);
                auto page = dress(v, std::move(*said));
                if (takes_gzip(v.asked))
                    pack(page);
                return page;
            };
            made = co_await threads_for(v).run(show);
        } else {
            auto const packs = may_be_packed(v.asked, *said);
            made = dress(v, std::move(*said));
            if (packs && is_worth_packing(*made)) {
                auto const shrink = [&] {
                    pack(*made);
                    return true;
                };
                co_await threads_for(v).run(shrink);
            }
        }
    } catch (overcrowded const&) {
        made = busy(v);
    } catch (adapters::soci::storage_fault const& e) {
        said = broken(v, e.what());
        if (e.passes())
            said->status = 503;
    } catch (std::system_error const& e) {
        said = broken(v, e.what());
        if (keeps_nothing(e.code()))
            said->status = 503;
    } catch (std::exception const& e) {
        said = broken(v, e.what());
    }
    if (!made) {
        try {
            made = dress(v, std::move(*said));
        } catch (std::exception const& e) {
            spdlog::error("the page of a fault cannot be made: {}", e.what());
            made = answer_unread(500, v.asked);
        }
    }
    counts_.count(found.it ? found.it->pattern : "none", made->status,
                  std::chrono::steady_clock::now() - began);
    co_return std::move(*made);
}

boost::asio::awaitable<answer> office::attend(visit& v, found_route const& found)
{
    auto& asked = v.asked;
    if (!found.it) {
        if (!found.path_known)
            co_return not_found(v);
        if (asked.method == "GET" && !v.wants_json) {
            web::answer led;
            led.see_other = page_above(asked.path);
            co_return led;
        }
        auto refused =
            problem(v, 405, "method-not-allowed", say("此地址不接受{1}请求。", asked.method));
        std::string methods;
        for (auto const& one : found.methods)
            methods += (methods.empty() ? "" : ", ") + one;
        refused.headers.emplace_back("Allow", methods);
        co_return refused;
    }
    v.places = found.places;
    co_await recognise(v);
    if (auto const word = parts_.entry.trusted.says(asked); word.is == gateway::word::kind::forged)
        co_return problem(v, 403, "forged-header", say("不接受来自未登记地址的身份声明。"));
    else if (v.session && v.session->way == "gateway" && word.login != v.session->who.login)
        v.session.reset(); // the gateway now speaks for somebody else, or for nobody

    auto const changes = asked.method != "GET";
    if (changes && asked.content_type() == "application/x-www-form-urlencoded") {
        auto fields = parse_pairs(asked.body);
        if (!fields)
            co_return problem(v, 400, "malformed", say("表单编码有误，无法读取。"));
        asked.fields = std::move(*fields);
    }
    if (changes)
        if (auto doubt = distrust(v))
            co_return std::move(*doubt);
    if (found.it->who == access::signed_in && !v.session)
        co_return ask_to_sign_in(v);
    // A form that changes something carries the secret of the session it was shown in. A program
    // that names its token is no browser that another site could make send something.
    if (changes && v.session && is_form(asked) && found.it->who == access::signed_in &&
        !bearer_of(asked)) {
        auto const* secret = find(asked.fields, "csrf");
        if (!secret || !is_secret(*secret, v.session->csrf))
            co_return problem(v, 403, "form-expired",
                              say("表单已经失效，请返回上一页刷新后重新提交。"));
    }
    if (found.it->who == access::signed_in && !may_ask(v, *found.it))
        co_return not_entitled(v, *found.it);
    v.administers = found.it->administers;
    v.for_everybody = is_for_everybody(asked.path);
    if (auto const* quick = std::get_if<changing>(&found.it->handler))
        co_return co_await (*quick)(v);
    auto const handler = std::get<web::reading>(found.it->handler);
    if (found.it->administers || found.it->on_primary)
        co_return co_await read(v, handler);
    co_return co_await look_up(v, handler);
}

/// Handlers that only read may be asked again.
boost::asio::awaitable<answer> office::look_up(visit& v, web::answer (*what)(visit&))
{
    auto const look = [&] {
        return readers_for(v).look_up(v.seeing(), [&](adapters::soci::reader& lent) {
            v.records = &lent;
            auto said = what(v);
            v.records = nullptr;
            return said;
        });
    };
    co_return co_await threads_for(v).run(look);
}

boost::asio::awaitable<answer> office::read(visit& v, std::function<web::answer(visit&)> what)
{
    auto const look = [&] {
        auto lent = readers_for(v).borrow(v.seeing());
        v.records = &*lent;
        auto said = what(v);
        v.records = nullptr;
        return said;
    };
    co_return co_await threads_for(v).run(look);
}

/// For whom there was no room. A page of words would cost more than what was asked for.
response office::busy(visit const& v)
{
    auto const one_of_many = !v.session && is_for_everybody(v.asked.path);
    auto const wait = one_of_many ? coming_back_.next(parts_.clock()) : soonest_return;
    auto made = busy_answer(v, wait);
    secure_headers(made, v.asked.secure);
    return made;
}

bool office::may_ask(visit const& v, route const& for_what) const
{
    return parts_.law.entitled.may_ask_for(v.session->as.role, for_what.method, for_what.pattern);
}

answer office::not_entitled(visit const& v, route const& for_what) const
{
    auto refused = problem(v, 403, "refused", say("您的岗位没有这项权限。"));
    refused.view["refusals"] = refusals_view(
        v, {{.rule = "JC-9",
             .reason = for_what.method == "GET"
                           ? say("{1}不能查看这个页面", say("role." + v.session->as.role))
                           : say("{1}不能办理这项操作", say("role." + v.session->as.role)),
             .remedy = say("请切换任职，或者由负责该事项的岗位办理"),
             .about_role = true}});
    return refused;
}

/// Nobody waits for the entry: a refused act costs no commit of its own.
boost::asio::awaitable<void> office::note_refusal(visit const& v, found_route const& found,
                                                  web::answer const& said)
{
    if (auto refusal = entry_of_refusal(v, found, said))
        parts_.entry.log.note(std::move(*refusal));
    if (!may_be_hidden(v, found, said))
        co_return;
    auto const look = [&] { return hides(readers_for(v), v); };
    if (co_await threads_for(v).run(look))
        parts_.entry.log.note(entry_of_hidden(v));
}

std::optional<answer> office::distrust(visit const& v) const
{
    auto const& asked = v.asked;
    // A browser says where a form comes from; anything but our own pages is refused.
    auto const origin = asked.header("origin");
    if (!origin.empty()) {
        auto const scheme = origin.find("://");
        auto const from = scheme == std::string_view::npos ? origin : origin.substr(scheme + 3);
        if (from != asked.header("host"))
            return problem(v, 403, "foreign-origin", say("不接受来自其他网站的提交。"));
    }
    if (asked.header("sec-fetch-site") == "cross-site")
        return problem(v, 403, "foreign-origin", say("不接受来自其他网站的提交。"));
    auto const type = asked.content_type();
    if (asked.method == "PATCH" && type == "application/offset+octet-stream")
        return {};
    if (!is_form(asked) && type != "application/json" && !(type.empty() && asked.body.empty()))
        return problem(v, 415, "media-type",
                       say("请以表单或者 application/json 提交，不接受“{1}”。", type));
    return {};
}

answer office::broken(visit const& v, std::string const& why) const
{
    auto const id = fault_id();
    spdlog::error("fault {} on {} {}: {}", id, v.asked.method, v.asked.path, why);
    auto said = problem(v, 500, "fault", say("系统出现故障，本次操作没有生效。故障编号：{1}", id));
    said.view["fault"] = id;
    return said;
}

response office::answer_unread(int status, request const& head)
{
    auto asked = head.without_body();
    auto v = arrive(asked);
    if (remembers(v.token))
        v.session = sessions_.at(v.token).session;
    if (auto attempt = entry_of_unread(v, find_route(routes(), asked.method, asked.path), status))
        parts_.entry.log.note(std::move(*attempt));
    auto made = unread_answer(status, head, tongues_,
                              status == 503 ? coming_back_.next(v.now) : soonest_return);
    secure_headers(made, v.asked.secure);
    counts_.count("unread", status, std::chrono::nanoseconds(0));
    return made;
}

response office::dress(visit const& v, web::answer said)
{
    response made;
    if (said.as_is)
        made = std::move(*said.as_is);
    else if (v.wants_json) {
        made.status = said.status;
        made.body = boost::json::serialize(said.view);
        auto const problem_type = said.status >= 400 && said.view.contains("type");
        made.with("Content-Type", problem_type ? "application/problem+json" : "application/json");
    } else if (!said.see_other.empty()) {
        made.status = 303;
        made.with("Location", said.see_other);
    } else
        made = page_of(v, said);
    if (!said.as_is || !find(made.headers, "Cache-Control"))
        made.with("Cache-Control", "no-store");
    made.with("Vary", "Accept, Accept-Encoding, Cookie, Accept-Language")
        .with("Content-Language", v.words.tag());
    for (auto& [name, value] : said.headers)
        made.with(std::move(name), std::move(value));
    if (made.status == 503 && !find(made.headers, "Retry-After"))
        made.with("Retry-After", std::to_string(soonest_return.count()));
    if (!find(made.headers, "Content-Security-Policy"))
        secure_headers(made, v.asked.secure);
    return made;
}

} // namespace web
