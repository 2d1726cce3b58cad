#ifndef JUECE_WEB_HELD_BYTES_HPP
#define JUECE_WEB_HELD_BYTES_HPP

#include <cstddef>

namespace web {

/// How much of requests that arrive, and of answers that nobody reads, may be in memory. What
/// strangers send is at most a part of it, so that the signed-in always find some. For one thread.
class held_bytes {
public:
    struct terms {
        std::size_t most = std::size_t{256} << 20;
        std::size_t most_of_strangers = std::size_t{128} << 20;
    };
    explicit held_bytes(terms chosen) : terms_(chosen) {}

    /// What one connection holds; given back at its end.
    class share {
    public:
        share(held_bytes& of, bool stranger) : of_(of), stranger_(stranger) {}
        ~share() { of_.give_back(bytes_, stranger_); }
        share(share const&) = delete;
        share& operator=(share const&) = delete;

        /// Holds so many bytes instead of what it held; false, and nothing changes, when there is
        /// no room for more.
        bool hold(std::size_t bytes)
        {
            if (bytes > bytes_ && !of_.take(bytes - bytes_, stranger_))
                return false;
            if (bytes < bytes_)
                of_.give_back(bytes_ - bytes, stranger_);
            bytes_ = bytes;
            return true;
        }
        bool more(std::size_t bytes) { return hold(bytes_ + bytes); }

    private:
        held_bytes& of_;
        bool stranger_;
        std::size_t bytes_ = 0;
    };

    std::size_t now() const { return held_; }

private:
    bool take(std::size_t bytes, bool stranger)
    {
        if (held_ + bytes > terms_.most ||
            (stranger && of_strangers_ + bytes > terms_.most_of_strangers))
            return false;
        held_ += bytes;
        of_strangers_ += stranger ? bytes : 0;
        return true;
    }
    void give_back(std::size_t bytes, bool stranger)
    {
        held_ -= bytes;
        of_strangers_ -= stranger ? bytes : 0;
    }

    terms terms_;
    std::size_t held_ = 0;
    std::size_t of_strangers_ = 0;
};

} // namespace web

#endif
