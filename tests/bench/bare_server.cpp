#include "tests/bench/bare_server.hpp"

#include "tests/bench/act_store.hpp"

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/json.hpp>
#include <charconv>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <thread>

namespace bench {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;

/// One thread, one commit for all that wait.
class writer {
public:
    using resume = asio::any_completion_handler<void()>;

    writer(asio::io_context& loop, std::unique_ptr<act_store> store)
        : loop_(loop), store_(std::move(store)), thread_([this] { run(); })
    {}

    asio::awaitable<void> enter(act_store::entry one)
    {
        if (one.case_id == 0)
            one.case_id = ++last_opened_;
        auto const start = [this](auto then, act_store::entry what) {
            {
                std::lock_guard const hold(door_);
                waiting_.push_back(std::move(what));
                resumes_.emplace_back(std::move(then));
            }
            arrived_.notify_one();
        };
        co_await asio::async_initiate<asio::use_awaitable_t<> const, void()>(
            start, asio::use_awaitable, std::move(one));
    }

private:
    void run()
    {
        for (;;) {
            std::vector<act_store::entry> group;
            std::vector<resume> then;
            {
                std::unique_lock hold(door_);
                arrived_.wait(hold, [this] { return !waiting_.empty(); });
                group.swap(waiting_);
                then.swap(resumes_);
            }
            store_->enter(group);
            auto const all = std::make_shared<std::vector<resume>>(std::move(then));
            asio::post(loop_, [all] {
                for (auto& one : *all)
                    std::move(one)();
            });
        }
    }

    asio::io_context& loop_;
    long long last_opened_ = 1'000'000'000; ///< of the loop's thread
    std::unique_ptr<act_store> store_;
    std::mutex door_;
    std::condition_variable arrived_;
    std::vector<act_store::entry> waiting_;
    std::vector<resume> resumes_;
    std::thread thread_;
};

/// The number in "/cases/17/acts"; 0 where there is none.
long long case_in(std::string_view path)
{
    long long id = 0;
    constexpr std::string_view before = "/cases/";
    if (path.substr(0, before.size()) == before)
        std::from_chars(path.data() + before.size(), path.data() + path.size(), id);
    return id;
}

asio::awaitable<void> attend(boost::beast::tcp_stream wire, writer& desk)
{
    boost::beast::flat_buffer buffer;
    try {
        for (;;) {
            http::request<http::string_body> asked;
            co_await http::async_read(wire, buffer, asked, asio::use_awaitable);
            auto const body = boost::json::parse(asked.body()).as_object();
            auto const target = asked.target();
            act_store::entry one{case_in({target.data(), target.size()}),
                                 std::string(asked["Idempotency-Key"]),
                                 boost::json::serialize(body.at("body"))};
            auto const said = boost::json::serialize(
                boost::json::object{{"case", one.case_id}, {"act_id", one.act_id}});
            co_await desk.enter(std::move(one));
            http::response<http::string_body> answer{http::status::created, 11};
            answer.set(http::field::content_type, "application/json");
            answer.body() = said;
            answer.prepare_payload();
            co_await http::async_write(wire, answer, asio::use_awaitable);
        }
    } catch (std::exception const&) {
        // the client left
    }
}

asio::awaitable<void> welcome(tcp::acceptor& door, writer& desk)
{
    for (;;) {
        auto wire = co_await door.async_accept(asio::use_awaitable);
        wire.set_option(tcp::no_delay(true));
        asio::co_spawn(door.get_executor(), attend(boost::beast::tcp_stream(std::move(wire)), desk),
                       asio::detached);
    }
}

} // namespace

int serve_bare(adapters::soci::place const& at)
{
    asio::io_context loop(1);
    tcp::acceptor door(loop, {asio::ip::address_v4::loopback(), 0});
    writer desk(loop, open_store(at, "bare"));
    asio::co_spawn(loop, welcome(door, desk), asio::detached);
    std::cout << "listening on http://127.0.0.1:" << door.local_endpoint().port() << std::endl;
    loop.run();
    return 0;
}

} // namespace bench
