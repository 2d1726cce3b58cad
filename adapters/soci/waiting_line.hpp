#ifndef JUECE_ADAPTERS_SOCI_WAITING_LINE_HPP
#define JUECE_ADAPTERS_SOCI_WAITING_LINE_HPP

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <limits>
#include <mutex>
#include <vector>

namespace adapters::soci {

/// The bounded queue before a thread that writes for many with one commit.
template <class T>
class waiting_line {
public:
    /// `heaviest`: what all that wait may weigh together.
    explicit waiting_line(std::size_t longest,
                          std::size_t heaviest = std::numeric_limits<std::size_t>::max())
        : longest_(longest), heaviest_(heaviest)
    {}

    /// False at once when it is full or closed; then nothing was taken. From any thread.
    bool push(T&& one, std::size_t weight = 0)
    {
        {
            std::lock_guard hold(door_);
            if (closed_ || queue_.size() >= longest_ || weight > heaviest_ - weight_)
                return false;
            queue_.push_back({std::move(one), weight});
            weight_ += weight;
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
        std::vector<T> group;
        group.reserve(size);
        for (std::size_t i = 0; i < size; ++i) {
            weight_ -= queue_.front().weight;
            group.push_back(std::move(queue_.front().what));
            queue_.pop_front();
        }
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
    std::size_t heaviest_;
    mutable std::mutex door_;
    std::condition_variable arrived_;
    struct waiting {
        T what;
        std::size_t weight;
    };
    std::deque<waiting> queue_;
    std::size_t weight_ = 0;
    bool closed_ = false;
};

} // namespace adapters::soci

#endif
