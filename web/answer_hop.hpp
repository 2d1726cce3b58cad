#ifndef JUECE_WEB_ANSWER_HOP_HPP
#define JUECE_WEB_ANSWER_HOP_HPP

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace web {

/// The way back from a writing thread to the event loop. All that one commit answers comes back
/// with one hop.
template <class Outcome>
class answer_hop {
public:
    explicit answer_hop(boost::asio::any_io_executor loop)
        : answers_(std::make_shared<answers>(std::move(loop)))
    {}

    /// To be called by the writing thread after the answers of one commit were given.
    std::function<void()> group_answered() const
    {
        return [kept = answers_] { boost::asio::post(kept->loop, [kept] { kept->resume_all(); }); };
    }

    /// Calls `hand_over(reply)` and waits for the reply; nothing when it returns false.
    template <class HandOver>
    boost::asio::awaitable<std::optional<Outcome>> ask(HandOver hand_over)
    {
        namespace asio = boost::asio;
        auto const start = [this](auto resume, HandOver give) {
            auto const held = std::make_shared<waiting>(std::move(resume));
            auto const reply = [kept = answers_, held](Outcome found) {
                std::lock_guard const lock(kept->door);
                kept->ready.emplace_back(std::move(*held), std::move(found));
            };
            if (!give(reply))
                asio::post(answers_->loop, [held] { std::move (*held)(std::optional<Outcome>()); });
        };
        co_return co_await asio::async_initiate<asio::use_awaitable_t<> const,
                                                void(std::optional<Outcome>)>(
            start, asio::use_awaitable, std::move(hand_over));
    }

private:
    using waiting = boost::asio::any_completion_handler<void(std::optional<Outcome>)>;

    struct answers {
        explicit answers(boost::asio::any_io_executor home) : loop(std::move(home)) {}

        boost::asio::any_io_executor loop;
        std::mutex door;
        std::vector<std::pair<waiting, Outcome>> ready;

        void resume_all()
        {
            std::vector<std::pair<waiting, Outcome>> mine;
            {
                std::lock_guard const lock(door);
                mine.swap(ready);
            }
            for (auto& [resume, what] : mine)
                std::move(resume)(std::optional<Outcome>(std::move(what)));
        }
    };

    std::shared_ptr<answers> answers_;
};

} // namespace web

#endif
