#ifndef JUECE_WEB_THREADS_HPP
#define JUECE_WEB_THREADS_HPP

#include <atomic>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <stdexcept>
#include <type_traits>
#include <variant>

namespace web {

/// Too much waits already; the client is asked to come again.
struct overcrowded : std::runtime_error {
    overcrowded() : std::runtime_error("too many requests wait for a thread") {}
};

/// Threads for work that blocks: reading the record, hashing passwords.
class work_threads {
public:
    work_threads(std::size_t threads, std::size_t most_waiting)
        : pool_(threads), most_waiting_(most_waiting)
    {}
    ~work_threads() { stop(); }

    /// Runs the work on one of the threads and comes back to the caller's own; what the work
    /// throws, the caller gets. Throws overcrowded at once when too much waits.
    template <class F>
    boost::asio::awaitable<std::invoke_result_t<F&>> run(F work)
    {
        namespace asio = boost::asio;
        if (waiting_ >= most_waiting_)
            throw overcrowded();
        ++waiting_;
        using result = std::invoke_result_t<F&>;
        std::variant<std::monostate, result, std::exception_ptr> got;
        auto const home = co_await asio::this_coro::executor;
        auto const start = [&](auto resume) {
            auto step = [&, guard = asio::make_work_guard(home),
                         back = std::move(resume)]() mutable {
                try {
                    got.template emplace<1>(work());
                } catch (...) {
                    got.template emplace<2>(std::current_exception());
                }
                asio::post(guard.get_executor(), std::move(back));
            };
            asio::post(pool_, std::move(step));
        };
        co_await asio::async_initiate<asio::use_awaitable_t<> const, void()>(start,
                                                                             asio::use_awaitable);
        --waiting_;
        if (auto* broken = std::get_if<2>(&got))
            std::rethrow_exception(*broken);
        co_return std::move(std::get<1>(got));
    }

    /// Lets the work under way end.
    void stop()
    {
        pool_.stop();
        pool_.join();
    }

    std::size_t waiting() const { return waiting_; }

private:
    boost::asio::thread_pool pool_;
    std::size_t most_waiting_;
    std::atomic<std::size_t> waiting_ = 0;
};

} // namespace web

#endif
