#include "web/entry_desk.hpp"

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace web {

namespace asio = boost::asio;
using adapters::soci::outcome;

struct entry_desk::answers {
    using waiting = asio::any_completion_handler<void(std::optional<outcome>)>;

    explicit answers(asio::any_io_executor home) : loop(std::move(home)) {}

    asio::any_io_executor loop;
    std::mutex door;
    std::vector<std::pair<waiting, outcome>> ready;

    void resume_all()
    {
        std::vector<std::pair<waiting, outcome>> mine;
        {
            std::lock_guard const lock(door);
            mine.swap(ready);
        }
        for (auto& [resume, what] : mine)
            std::move(resume)(std::optional<outcome>(std::move(what)));
    }
};

entry_desk::entry_desk(asio::any_io_executor loop)
    : answers_(std::make_shared<answers>(std::move(loop)))
{}

std::function<void()> entry_desk::group_answered()
{
    return [kept = answers_] {
        auto const resume = [kept] { kept->resume_all(); };
        asio::post(kept->loop, resume);
    };
}

asio::awaitable<std::optional<outcome>> entry_desk::submit(engine::submission wish)
{
    auto const start = [this](auto resume, engine::submission what) {
        auto const held = std::make_shared<answers::waiting>(std::move(resume));
        auto const reply = [kept = answers_, held](outcome found) {
            std::lock_guard const lock(kept->door);
            kept->ready.emplace_back(std::move(*held), std::move(found));
        };
        if (!clerk_->submit(std::move(what), reply))
            asio::post(answers_->loop, [held] { std::move (*held)(std::optional<outcome>()); });
    };
    co_return co_await asio::async_initiate<asio::use_awaitable_t<> const,
                                            void(std::optional<outcome>)>(
        start, asio::use_awaitable, std::move(wish));
}

} // namespace web
