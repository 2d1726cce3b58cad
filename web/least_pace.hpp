#ifndef JUECE_WEB_LEAST_PACE_HPP
#define JUECE_WEB_LEAST_PACE_HPP

#include <chrono>
#include <cstddef>

namespace web {

/// How slow somebody may send or read: after a first while, so many bytes for each second that
/// went by since. A byte now and then keeps no connection.
class least_pace {
public:
    using moment = std::chrono::steady_clock::time_point;

    least_pace(std::chrono::seconds first_while, std::size_t bytes_a_second, moment begin)
        : first_while_(first_while), bytes_a_second_(bytes_a_second), began_(begin)
    {}

    void moved(std::size_t bytes) { bytes_ += bytes; }
    bool is_too_slow(moment now) const
    {
        auto const past = now - began_ - first_while_;
        return past > moment::duration::zero() &&
               static_cast<double>(bytes_) < std::chrono::duration<double>(past).count() *
                                                 static_cast<double>(bytes_a_second_);
    }

private:
    std::chrono::seconds first_while_;
    std::size_t bytes_a_second_;
    moment began_;
    std::size_t bytes_ = 0;
};

} // namespace web

#endif
