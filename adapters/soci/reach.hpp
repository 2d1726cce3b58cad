#ifndef JUECE_ADAPTERS_SOCI_REACH_HPP
#define JUECE_ADAPTERS_SOCI_REACH_HPP

#include "adapters/soci/storage_fault.hpp"

#include <chrono>
#include <mutex>

namespace adapters::soci {

/// Whether a server can be reached. Once it could not, one at a time tries again, at most once a
/// second, and the others are told at once: a line of people who each wait for the same silence
/// would be told one after the other.
class reach {
public:
    /// Calls `open`, which reaches the server or throws a storage_fault.
    template <class F>
    auto attempt(F&& open)
    {
        begin();
        try {
            auto got = open();
            end(true);
            return got;
        } catch (storage_fault const& e) {
            end(e.is != storage_fault::sort::lost);
            throw;
        } catch (...) {
            end(true);
            throw;
        }
    }

private:
    using clock = std::chrono::steady_clock;
    static constexpr std::chrono::seconds between_attempts{1};

    void begin()
    {
        std::lock_guard const hold(door_);
        if (!is_lost_)
            return;
        if (somebody_tries_ || clock::now() < next_attempt_)
            throw storage_fault(storage_fault::sort::lost,
                                "the database could not be reached a moment ago");
        somebody_tries_ = true;
    }

    void end(bool is_reached)
    {
        std::lock_guard const hold(door_);
        is_lost_ = !is_reached;
        somebody_tries_ = false;
        next_attempt_ = clock::now() + between_attempts;
    }

    std::mutex door_;
    bool is_lost_ = false;
    bool somebody_tries_ = false;
    clock::time_point next_attempt_;
};

} // namespace adapters::soci

#endif
