#include "web/entry_desk.hpp"

namespace web {

boost::asio::awaitable<std::optional<adapters::soci::outcome>>
entry_desk::submit(engine::submission wish)
{
    auto hand_over = [this, what = std::move(wish)](auto const& reply) mutable {
        return clerk_->submit(std::move(what), reply);
    };
    co_return co_await acts_.ask(std::move(hand_over));
}

boost::asio::awaitable<std::optional<adapters::soci::comment_outcome>>
entry_desk::drop(adapters::soci::new_comment what)
{
    auto hand_over = [this, comment = std::move(what)](auto const& reply) mutable {
        return box_->drop(std::move(comment), reply);
    };
    co_return co_await comments_.ask(std::move(hand_over));
}

} // namespace web
