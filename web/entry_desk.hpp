#ifndef JUECE_WEB_ENTRY_DESK_HPP
#define JUECE_WEB_ENTRY_DESK_HPP

#include "adapters/soci/clerk.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace web {

/// The way from the event loop to the clerk and back. All that one commit answers comes back with
/// one hop.
class entry_desk {
public:
    explicit entry_desk(boost::asio::any_io_executor loop);

    /// Goes into clerk_terms::group_answered of the clerk that is used.
    std::function<void()> group_answered();
    void use(adapters::soci::clerk& clerk) { clerk_ = &clerk; }

    /// Submits and waits for the outcome; nothing when the queue is full.
    boost::asio::awaitable<std::optional<adapters::soci::outcome>> submit(engine::submission wish);

private:
    struct answers;
    std::shared_ptr<answers> answers_;
    adapters::soci::clerk* clerk_ = nullptr;
};

} // namespace web

#endif
