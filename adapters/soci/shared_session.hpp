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
    explicit shared_session(database& at, turn whose = turn::accounts)
        : at_(at), whose_(whose), sql_(at.open_session(access::writing))
    {}

    /// One transaction; nothing of it stays when `step` throws. `step` is called again when the
    /// database broke off one of two that waited for each other.
    template <class F>
    auto write(F&& step)
    {
        std::lock_guard hold(door_);
        for (int tries = 1;; ++tries) {
            try {
                return write_once(step);
            } catch (storage_fault const& e) {
                if (e.is != storage_fault::sort::crossed || tries == most_tries)
                    throw;
            }
        }
    }

    template <class F>
    auto read(F&& step)
    {
        std::lock_guard hold(door_);
        return faults_as_ours([&] {
            at_.revive(sql_, access::writing);
            return step(*sql_);
        });
    }

private:
    static constexpr int most_tries = 5;

    template <class F>
    auto write_once(F& step)
    {
        return faults_as_ours([&] {
            at_.revive(sql_, access::writing);
            work one(at_, *sql_, whose_);
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

    database& at_;
    turn whose_;
    std::mutex door_;
    std::unique_ptr<::soci::session> sql_;
};

} // namespace adapters::soci

#endif
