#ifndef JUECE_WEB_FLOOD_GATE_HPP
#define JUECE_WEB_FLOOD_GATE_HPP

#include "engine/day.hpp"

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace web {

/// How much one address may send: so many at once, and one more every so often.
struct flood_terms {
    long long at_once = 60;
    std::chrono::milliseconds one_more_every{2'000};
    std::size_t most_addresses = 200'000;
};

/// A bucket of tokens for each address (IPv6: for each /64, which one household gets). Safe to use
/// from several threads.
class flood_gate {
public:
    explicit flood_gate(flood_terms terms = {}) : terms_(terms) {}

    /// Takes a token; otherwise how long to wait for the next one, whole seconds upwards.
    std::optional<std::chrono::seconds> refuse(std::string_view address, engine::instant now);

    /// The network that an address counts for: IPv4 as it is, IPv6 its first 64 bits. What is no
    /// address counts as it stands.
    static std::string network_of(std::string_view address);

private:
    /// A bucket is kept as the moment at which it will be full again.
    std::chrono::milliseconds room() const { return terms_.at_once * terms_.one_more_every; }
    /// Looks through all of them, so not for every address that is new.
    void forget_full(engine::instant now);

    flood_terms terms_;
    std::mutex door_;
    std::unordered_map<std::string, engine::instant> full_at_;
    engine::instant forgot_at_ = {}; ///< when those that are full were last looked for
};

} // namespace web

#endif
