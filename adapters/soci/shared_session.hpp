#ifndef JUECE_ADAPTERS_SOCI_SHARED_SESSION_HPP
#define JUECE_ADAPTERS_SOCI_SHARED_SESSION_HPP

#include "adapters/soci/database.hpp"
#include "adapters/soci/query.hpp"

#include <memory>
#include <mutex>
#include <type_traits>

namespace adapters::soci {

/// One writing session for whoever asks, from any thread; calls wait for each other. What breaks
/// leaves as a storage_fault.
class shared_session {
public:
    explicit shared_session(database& at) : at_(at), sql_(at.open_session(access::writing)) {}

    /// One transaction; nothing of it stays when `step` throws.
    template <class F>
    auto write(F&& step)
    {
        std::lock_guard hold(door_);
        return faults_as_ours([&] {
            work one(at_, *sql_);
            if constexpr (std::is_void_v<decltype(step(*sql_))>) {
                step(*sql_);
                one.commit();
            } else {
                auto answer = step(*sql_);
                one.commit();
                return answer;
            }
        });
    }

    template <class F>
    auto read(F&& step)
    {
        std::lock_guard hold(door_);
        return faults_as_ours([&] { return step(*sql_); });
    }

private:
    database& at_;
    std::mutex door_;
    std::unique_ptr<::soci::session> sql_;
};

} // namespace adapters::soci

#endif
