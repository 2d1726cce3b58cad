#ifndef JUECE_WEB_ENTRY_DESK_HPP
#define JUECE_WEB_ENTRY_DESK_HPP

#include "adapters/soci/clerk.hpp"
#include "adapters/soci/comment_box.hpp"
#include "web/answer_hop.hpp"

#include <optional>

namespace web {

/// The way from the event loop to those who write, the clerk and the comment box, and back.
class entry_desk {
public:
    explicit entry_desk(boost::asio::any_io_executor const& loop) : acts_(loop), comments_(loop) {}

    /// Go into the `group_answered` of the clerk and of the box that are used.
    std::function<void()> acts_answered() const { return acts_.group_answered(); }
    std::function<void()> comments_answered() const { return comments_.group_answered(); }
    void use(adapters::soci::clerk& clerk) { clerk_ = &clerk; }
    void use(adapters::soci::comment_box& box) { box_ = &box; }

    /// Submits and waits for the outcome; nothing when the queue is full.
    boost::asio::awaitable<std::optional<adapters::soci::outcome>> submit(engine::submission wish);
    /// Drops a comment and waits until it is durable; nothing when the queue is full.
    boost::asio::awaitable<std::optional<adapters::soci::comment_outcome>>
    drop(adapters::soci::new_comment what);

    adapters::soci::comment_box& comments() { return *box_; }

private:
    answer_hop<adapters::soci::outcome> acts_;
    answer_hop<adapters::soci::comment_outcome> comments_;
    adapters::soci::clerk* clerk_ = nullptr;
    adapters::soci::comment_box* box_ = nullptr;
};

} // namespace web

#endif
