#include "web/server.hpp"

#include "engine/lowered.hpp"
#include "web/least_pace.hpp"
#include "web/reading_bodies.hpp"
#include "web/request_target.hpp"

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <list>
#include <optional>
#include <spdlog/spdlog.h>
#include <system_error>
#include <utility>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using boost::system::error_code;

namespace web {
namespace {

/// New connections wait behind all the work of the loop: one at a time would wait too long.
constexpr int accepting_at_once = 4;

/// So many at a time are told that there is no room, and read until they have heard it.
constexpr std::size_t most_told = 500;

/// Whether closing throws away what was not sent yet; otherwise the system holds it for minutes.
void drops_unsent(tcp::socket& wire, bool drops)
{
    error_code ignored;
    wire.set_option(asio::socket_base::linger(drops, 0), ignored);
}

request head_of(http::request<http::buffer_body> const& message, std::string peer, bool secure)
{
    request head;
    head.method = std::string(message.method_string());
    head.target = std::string(message.target());
    head.peer = std::move(peer);
    head.secure = secure;
    for (auto const& field : message) {
        head.headers.emplace_back(engine::lowered(std::string(field.name_string())),
                                  std::string(field.value()));
    }
    return head;
}

} // namespace

struct server::state : std::enable_shared_from_this<server::state> {
    state(asio::io_context& io, application& app, server_settings chosen)
        : loop(io), serves(app), settings(std::move(chosen)), book(settings.connections),
          memory(settings.memory), signals(io), last_call(io)
    {}

    /// One connection, so that a stop can wake those that wait for a next request.
    struct open_connection {
        tcp::socket::lowest_layer_type* socket;
        bool idle = true;
        std::optional<connection_book::place> place = {}; ///< none: there was no room
    };

    asio::io_context& loop;
    application& serves;
    server_settings settings;
    std::optional<asio::ssl::context> tls;
    std::list<tcp::acceptor> acceptors;
    std::list<open_connection> open;
    connection_book book;
    held_bytes memory;
    std::size_t uploads_of_strangers = 0;
    asio::signal_set signals;
    asio::steady_timer last_call;
    long long served = 0;
    bool stopping = false;

    asio::awaitable<void> accept(tcp::acceptor& from);
    asio::awaitable<void> connection(tcp::socket socket);
    void waits(open_connection& one)
    {
        one.idle = true;
        book.waits(*one.place, std::chrono::steady_clock::now());
    }
    void works(open_connection& one)
    {
        one.idle = false;
        book.works(*one.place);
    }
    template <class Stream>
    asio::awaitable<void> say_full(Stream& stream);
    template <class Stream>
    asio::awaitable<void> read_the_rest(Stream& stream);
    template <class Stream>
    asio::awaitable<void> talk(Stream& stream, open_connection& self, std::string peer,
                               bool secure);
    template <class Stream>
    asio::awaitable<body_fault> read_body(Stream& stream, beast::flat_buffer& buffer,
                                          http::request_parser<http::buffer_body>& parser,
                                          body_terms const& terms, held_bytes::share& held,
                                          request& into);
    template <class Stream, class Message>
    asio::awaitable<bool> push(Stream& stream, Message& message, std::size_t body,
                               held_bytes::share* held);
    template <class Stream>
    asio::awaitable<bool> send(Stream& stream, request const* asked, unsigned version,
                               bool keep_alive, response answer, held_bytes::share* held = nullptr);
};

/// Piece by piece, so that the time limit is for each piece and not for all. Whether it was broken
/// off, since the other side is gone or too slow. `body`: bytes that are in memory until the end;
/// they count as held once it is seen that the other side does not take them at once.
template <class Stream, class Message>
asio::awaitable<bool> server::state::push(Stream& stream, Message& message, std::size_t body,
                                          held_bytes::share* held)
{
    using clock = std::chrono::steady_clock;
    http::response_serializer<typename Message::body_type> serializer{message};
    least_pace pace(settings.each_read, settings.least_a_second, clock::now());
    bool waited = false;
    while (!serializer.is_done()) {
        error_code fault;
        beast::get_lowest_layer(stream).expires_after(settings.each_read);
        auto const sent = co_await http::async_write_some(
            stream, serializer, asio::redirect_error(asio::use_awaitable, fault));
        if (fault)
            co_return true;
        if (serializer.is_done())
            break;
        // Whatever ends it from here on, the system keeps nothing to be read later.
        if (!std::exchange(waited, true))
            drops_unsent(beast::get_lowest_layer(stream).socket(), true);
        pace.moved(sent);
        if (pace.is_too_slow(clock::now()) || (held && !held->hold(body)))
            co_return true;
    }
    if (waited)
        drops_unsent(beast::get_lowest_layer(stream).socket(), false);
    co_return false;
}

template <class Stream>
asio::awaitable<bool> server::state::send(Stream& stream, request const* asked, unsigned version,
                                          bool keep_alive, response answer, held_bytes::share* held)
{
    auto const bodiless = asked && asked->method == "HEAD";
    auto const finish_head = [&](auto& message) {
        message.version(version);
        message.result(static_cast<unsigned>(answer.status));
        for (auto const& [name, value] : answer.headers)
            message.insert(name, value);
        message.keep_alive(keep_alive);
    };
    if (answer.file && !bodiless) {
        error_code fault;
        http::response<http::file_body> message;
        message.body().open(answer.file->c_str(), beast::file_mode::scan, fault);
        if (fault) {
            spdlog::error("cannot read {}: {}", answer.file->string(), fault.message());
            co_return false;
        }
        finish_head(message);
        message.prepare_payload();
        auto const broken_off = co_await push(stream, message, 0, nullptr);
        co_return !broken_off && keep_alive;
    }
    if (bodiless || answer.status == 304 || answer.status == 204) {
        http::response<http::empty_body> message;
        finish_head(message);
        if (answer.file)
            message.content_length(std::filesystem::file_size(*answer.file));
        else if (bodiless)
            message.content_length(answer.body.size());
        auto const broken_off = co_await push(stream, message, 0, nullptr);
        co_return !broken_off && keep_alive;
    }
    http::response<http::string_body> message;
    message.body() = std::move(answer.body);
    finish_head(message);
    message.prepare_payload();
    auto const size = message.body().size();
    auto const broken_off = co_await push(stream, message, size, held);
    co_return !broken_off && keep_alive;
}

template <class Stream>
asio::awaitable<body_fault>
server::state::read_body(Stream& stream, beast::flat_buffer& buffer,
                         http::request_parser<http::buffer_body>& parser, body_terms const& terms,
                         held_bytes::share& held, request& into)
{
    using clock = std::chrono::steady_clock;
    std::optional<multipart_reader> parts;
    std::optional<stranger_upload> counted;
    if (is_multipart(into)) {
        auto const boundary = boundary_of(into.header("content-type"));
        if (!boundary)
            co_return body_fault::broken;
        parts.emplace(*boundary, terms.most_field_bytes, terms.open);
    }
    auto const until = clock::now() + settings.whole_body;
    least_pace pace(settings.each_read, settings.least_a_second, clock::now());
    std::vector<char> piece(least_piece);
    auto const read_more_at_once = [&](std::string_view got) {
        if (got.size() < piece.size() || piece.size() >= largest_piece)
            return;
        piece.resize(2 * piece.size());
        buffer.reserve(piece.size());
    };
    while (!parser.is_done()) {
        auto& space = parser.get().body();
        space.data = piece.data();
        space.size = piece.size();
        error_code fault;
        beast::get_lowest_layer(stream).expires_after(settings.each_read);
        co_await http::async_read_some(stream, buffer, parser,
                                       asio::redirect_error(asio::use_awaitable, fault));
        if (fault == http::error::need_buffer)
            fault = {};
        if (fault == http::error::body_limit)
            co_return body_fault::too_large;
        if (fault)
            co_return fault.category() ==
                        http::make_error_code(http::error::bad_chunk).category() &&
                    fault != http::error::partial_message
                ? body_fault::broken
                : body_fault::gone;
        std::string_view const got(piece.data(), piece.size() - space.size);
        pace.moved(got.size());
        auto const at = clock::now();
        if (at > until || (pace.is_too_slow(at) && !parser.is_done()))
            co_return body_fault::gone;
        if (!parts) {
            if (into.body.size() + got.size() > terms.most_field_bytes)
                co_return body_fault::too_large;
            if (!held.more(got.size()))
                co_return body_fault::no_room;
            into.body.append(got);
            read_more_at_once(got);
            continue;
        }
        auto now = multipart_reader::state::broken;
        try {
            now = parts->take(got);
        } catch (std::system_error const& e) { // the disk takes no more
            spdlog::error("an upload was not kept: {}", e.what());
            co_return body_fault::not_kept;
        }
        if (now == multipart_reader::state::too_large)
            co_return body_fault::too_large;
        if (now == multipart_reader::state::broken)
            co_return body_fault::broken;
        if (!held.hold(parts->field_bytes()))
            co_return body_fault::no_room;
        if (terms.stranger && terms.open && !counted && !parts->files.empty()) {
            if (uploads_of_strangers >= settings.most_uploads_of_strangers)
                co_return body_fault::no_room;
            counted.emplace(uploads_of_strangers);
        }
        read_more_at_once(got);
    }
    if (parts) {
        if (parts->now() != multipart_reader::state::done)
            co_return body_fault::broken;
        into.fields = std::move(parts->fields);
        into.files = std::move(parts->files);
    }
    co_return body_fault::none;
}

template <class Stream>
asio::awaitable<void> server::state::talk(Stream& stream, open_connection& self, std::string peer,
                                          bool secure)
{
    beast::flat_buffer buffer;
    for (bool alive = true; alive && !stopping;) {
        http::request_parser<http::buffer_body> parser;
        parser.header_limit(settings.most_header_bytes);
        parser.body_limit(boost::none);
        error_code fault;
        waits(self);
        beast::get_lowest_layer(stream).expires_after(book.is_crowded() ? settings.idle_in_a_crowd
                                                                        : settings.idle);
        co_await http::async_read_header(stream, buffer, parser,
                                         asio::redirect_error(asio::use_awaitable, fault));
        works(self);
        if (fault == http::error::end_of_stream || fault == http::error::partial_message ||
            fault == beast::error::timeout || fault == asio::error::operation_aborted ||
            fault == asio::error::connection_reset || fault == asio::ssl::error::stream_truncated)
            break;
        if (fault) {
            auto const too_long =
                fault == http::error::header_limit || fault == http::error::buffer_overflow;
            auto answer = serves.answer_unread(too_long ? 431 : 400, {.peer = peer});
            co_await send(stream, nullptr, 11, false, std::move(answer));
            break;
        }
        ++served;
        auto const version = parser.get().version();
        auto asked = head_of(parser.get(), peer, secure);
        auto const has_body = !parser.is_done();
        auto keep_alive = parser.keep_alive() && !stopping;
        // A body that nobody reads would be taken for the next request: such a connection ends.
        if (!read_target(asked)) {
            alive = co_await send(stream, &asked, version, keep_alive && !has_body,
                                  serves.answer_unread(400, asked));
            continue;
        }
        auto admitted = co_await serves.admit(asked);
        if (auto* early = std::get_if<response>(&admitted)) {
            auto const stay = keep_alive && !has_body && !early->close;
            alive = co_await send(stream, &asked, version, stay, std::move(*early));
            continue;
        }
        auto const& terms = std::get<body_terms>(admitted);
        if (!terms.stranger)
            book.note_signed_in(*self.place, std::chrono::steady_clock::now());
        held_bytes::share held(memory, terms.stranger);
        if (has_body) {
            auto const length = parser.content_length();
            auto const most =
                is_multipart(asked) ? terms.most_bytes : std::uint64_t{terms.most_field_bytes};
            auto unread = body_fault::none;
            if (length && *length > most)
                unread = body_fault::too_large;
            else {
                parser.body_limit(most);
                if (beast::iequals(asked.header("expect"), "100-continue")) {
                    http::response<http::empty_body> go_on{http::status::continue_, version};
                    co_await http::async_write(stream, go_on,
                                               asio::redirect_error(asio::use_awaitable, fault));
                }
                unread = co_await read_body(stream, buffer, parser, terms, held, asked);
                buffer.shrink_to_fit();
            }
            if (unread == body_fault::gone)
                break;
            if (unread != body_fault::none) {
                co_await send(stream, &asked, version, false,
                              serves.answer_unread(status_of(unread), asked));
                break;
            }
        }
        auto const method_was_head = asked.method == "HEAD";
        request shell;
        shell.method = method_was_head ? "HEAD" : asked.method;
        if (method_was_head)
            asked.stand_for_get();
        beast::get_lowest_layer(stream).expires_never();
        auto answer = co_await serves.answer(std::move(asked));
        held.hold(0);
        keep_alive = keep_alive && !stopping && !answer.close;
        alive = co_await send(stream, &shell, version, keep_alive, std::move(answer), &held);
    }
    if constexpr (!std::is_same_v<Stream, beast::tcp_stream>) {
        error_code ignored;
        beast::get_lowest_layer(stream).expires_after(std::chrono::seconds(5));
        co_await stream.async_shutdown(asio::redirect_error(asio::use_awaitable, ignored));
    }
    co_await read_the_rest(stream);
}

/// What was refused is still on its way: closing now would reset the answer before it is read.
template <class Stream>
asio::awaitable<void> server::state::read_the_rest(Stream& stream)
{
    auto& wire = beast::get_lowest_layer(stream);
    error_code ended;
    wire.socket().shutdown(tcp::socket::shutdown_send, ended);
    std::array<char, 4'096> rest;
    wire.expires_after(std::chrono::seconds(2));
    for (int pieces = 0; pieces < 64 && !ended; ++pieces)
        co_await wire.async_read_some(asio::buffer(rest),
                                      asio::redirect_error(asio::use_awaitable, ended));
}

template <class Stream>
asio::awaitable<void> server::state::say_full(Stream& stream)
{
    auto answer = serves.answer_unread(503, {});
    co_await send(stream, nullptr, 11, false, std::move(answer));
    if (open.size() < book.size() + most_told)
        co_await read_the_rest(stream);
}

asio::awaitable<void> server::state::connection(tcp::socket socket)
{
    auto const keep = shared_from_this();
    error_code fault;
    socket.set_option(tcp::no_delay(true), fault);
    auto const other = socket.remote_endpoint(fault);
    auto const peer = fault ? std::string("?") : other.address().to_string();
    auto const is_gateway = settings.is_gateway && settings.is_gateway(peer);

    beast::tcp_stream plain(std::move(socket));
    auto const self = open.insert(open.end(), {&plain.socket(), true});
    struct leave {
        state& of;
        std::list<open_connection>::iterator one;
        ~leave()
        {
            if (one->place)
                of.book.leave(*one->place);
            of.open.erase(one);
        }
    } const at_the_end{*this, self};

    auto const cut = [self] {
        error_code ignored;
        self->socket->close(ignored);
    };
    self->place = book.enter(peer, is_gateway, std::chrono::steady_clock::now(), cut);
    if (!self->place) {
        if (!tls)
            co_await say_full(plain);
        co_return;
    }
    if (!tls) {
        co_await talk(plain, *self, peer, false);
        co_return;
    }
    beast::ssl_stream<beast::tcp_stream> secured(std::move(plain), *tls);
    self->socket = &beast::get_lowest_layer(secured).socket();
    beast::get_lowest_layer(secured).expires_after(settings.each_read);
    co_await secured.async_handshake(asio::ssl::stream_base::server,
                                     asio::redirect_error(asio::use_awaitable, fault));
    if (!fault)
        co_await talk(secured, *self, peer, true);
}

asio::awaitable<void> server::state::accept(tcp::acceptor& from)
{
    auto const keep = shared_from_this();
    while (!stopping) {
        error_code fault;
        auto socket = co_await from.async_accept(asio::redirect_error(asio::use_awaitable, fault));
        if (fault == asio::error::operation_aborted || stopping)
            co_return;
        if (fault) {
            // Most likely out of file descriptors; a short wait lets some connections end.
            spdlog::warn("accept: {}", fault.message());
            asio::steady_timer wait(loop, std::chrono::milliseconds(100));
            co_await wait.async_wait(asio::redirect_error(asio::use_awaitable, fault));
            continue;
        }
        auto const logged = [](std::exception_ptr const& broken) {
            try {
                if (broken)
                    std::rethrow_exception(broken);
            } catch (std::exception const& e) {
                spdlog::error("connection: {}", e.what());
            }
        };
        asio::co_spawn(loop, connection(std::move(socket)), logged);
    }
}

server::server(asio::io_context& loop, application& serves, server_settings settings)
    : state_(std::make_shared<state>(loop, serves, std::move(settings)))
{
    auto const& chosen = state_->settings;
    if (chosen.certificate.empty())
        return;
    auto& tls = state_->tls.emplace(asio::ssl::context::tls_server);
    tls.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 |
                    asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 |
                    asio::ssl::context::no_tlsv1_1);
    tls.use_certificate_chain_file(chosen.certificate);
    tls.use_private_key_file(chosen.private_key, asio::ssl::context::pem);
}

server::~server() = default;

std::uint16_t server::listen(std::string const& address)
{
    auto const [host, port] = split_address(address);
    tcp::resolver resolver(state_->loop);
    std::uint16_t chosen = 0;
    for (auto const& entry : resolver.resolve(host, port, tcp::resolver::passive)) {
        auto where = entry.endpoint();
        if (where.port() == 0)
            where.port(chosen); // a name with two addresses gets one port for both
        tcp::acceptor acceptor(state_->loop);
        acceptor.open(where.protocol());
        acceptor.set_option(tcp::acceptor::reuse_address(true));
        if (where.address().is_v6())
            acceptor.set_option(asio::ip::v6_only(!where.address().is_unspecified()));
        acceptor.bind(where);
        acceptor.listen(4'096);
        chosen = acceptor.local_endpoint().port();
        auto& kept = state_->acceptors.emplace_back(std::move(acceptor));
        auto const logged = [](std::exception_ptr const& broken) {
            try {
                if (broken)
                    std::rethrow_exception(broken);
            } catch (std::exception const& e) {
                spdlog::critical("listening ended: {}", e.what());
            }
        };
        for (int i = 0; i < accepting_at_once; ++i)
            asio::co_spawn(state_->loop, state_->accept(kept), logged);
    }
    return chosen;
}

void server::stop()
{
    auto& s = *state_;
    if (s.stopping)
        return;
    s.stopping = true;
    error_code ignored;
    s.signals.cancel(ignored);
    for (auto& acceptor : s.acceptors)
        acceptor.close(ignored);
    for (auto const& one : s.open)
        if (one.idle)
            one.socket->cancel(ignored);
    s.last_call.expires_after(s.settings.last_requests);
    auto const close_the_rest = [keep = state_](error_code fault) {
        if (fault)
            return;
        spdlog::warn("stopping with {} connections open", keep->open.size());
        keep->loop.stop();
    };
    s.last_call.async_wait(close_the_rest);
    auto const watch = [keep = state_]() -> asio::awaitable<void> {
        asio::steady_timer tick(keep->loop);
        while (!keep->open.empty()) {
            tick.expires_after(std::chrono::milliseconds(20));
            co_await tick.async_wait(asio::use_awaitable);
        }
        keep->last_call.cancel();
    };
    auto const logged = [](std::exception_ptr const& broken) {
        if (broken)
            spdlog::error("the stop was not clean");
    };
    // The frame keeps no copy of a lambda: this one lives in the loop's own state.
    struct watcher {
        static asio::awaitable<void> run(decltype(watch) what) { co_await what(); } // NOLINT
    };
    asio::co_spawn(s.loop, watcher::run(watch), logged);
}

void server::stop_on_signals()
{
    state_->signals.add(SIGTERM);
    state_->signals.add(SIGINT);
    auto const on_signal = [this](error_code fault, int number) {
        if (fault)
            return;
        spdlog::info("signal {}: stopping", number);
        stop();
    };
    state_->signals.async_wait(on_signal);
}

long long server::connections() const
{
    return static_cast<long long>(state_->open.size());
}

long long server::requests() const
{
    return state_->served;
}

unsigned long long server::refused_connections() const
{
    return state_->book.refused();
}

unsigned long long server::cut_connections() const
{
    return state_->book.cut();
}

std::size_t server::held_bytes_now() const
{
    return state_->memory.now();
}

} // namespace web
