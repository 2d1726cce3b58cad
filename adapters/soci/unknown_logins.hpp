#ifndef JUECE_ADAPTERS_SOCI_UNKNOWN_LOGINS_HPP
#define JUECE_ADAPTERS_SOCI_UNKNOWN_LOGINS_HPP

#include "engine/day.hpp"

#include <chrono>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace adapters::soci {

/// How long the next attempt must wait after so many failures in a row.
std::chrono::seconds lock_after(long long failures);

/// The failures of names that nobody has. They lock as those of people do, so that a lock does not
/// tell which names there are. Kept in memory, by the hash of the name: what was typed as a name
/// may be a password. Safe to use from several threads.
class unknown_logins {
public:
    /// The oldest of more than that many are forgotten.
    explicit unknown_logins(std::size_t most = 50'000) : most_(most) {}

    /// Until when a name is locked at that moment.
    std::optional<engine::instant> locked_until(std::string const& login, engine::instant now);
    /// The same; otherwise counts one more failure.
    std::optional<engine::instant> count_failure(std::string const& login, engine::instant now);

private:
    struct failing {
        long long failures = 0;
        engine::instant locked_until = {};
    };

    failing& of(std::string const& login);

    std::size_t most_;
    std::mutex door_;
    std::unordered_map<std::string, failing> by_hash_;
    std::deque<std::string> oldest_first_;
};

} // namespace adapters::soci

#endif
