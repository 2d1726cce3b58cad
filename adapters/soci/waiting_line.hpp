#ifndef JUECE_ADAPTERS_SOCI_WAITING_LINE_HPP
#define JUECE_ADAPTERS_SOCI_WAITING_LINE_HPP

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <iterator>
#include <mutex>
#include <vector>

namespace adapters::soci {

/// The bounded queue before a thread that writes for many with one commit.
template <class T>
class waiting_line {
public:
    explicit waiting_line(std::size_t longest) : longest_(longest) {}

    /// False at once when it is full or closed; then nothing was taken. From any thread.
    bool push(T&& one)
    {
        {
            std::lock_guard hold(door_);
            if (closed_ || queue_.size() >= longest_)
                return false;
            queue_.push_back(std::move(one));
        }
        arrived_.notify_one();
        return true;
    }

    /// What waits now, without waiting for more; empty when it is closed and nothing waits.
    std::vector<T> take(std::size_t most)
    {
        std::unique_lock hold(door_);
        arrived_.wait(hold, [this] { return closed_ || !queue_.empty(); });
        auto const size = std::min(queue_.size(), most);
        auto const last = queue_.begin() + static_cast<std::ptrdiff_t>(size);
        std::vector<T> group(std::make_move_iterator(queue_.begin()),
                             std::make_move_iterator(last));
        queue_.erase(queue_.begin(), last);
        return group;
    }

    void close()
    {
        {
            std::lock_guard hold(door_);
            closed_ = true;
        }
        arrived_.notify_all();
    }

    std::size_t size() const
    {
        std::lock_guard hold(door_);
        return queue_.size();
    }

private:
    std::size_t longest_;
    mutable std::mutex door_;
    std::condition_variable arrived_;
    std::deque<T> queue_;
    bool closed_ = false;
};

} // namespace adapters::soci

#endif
