#ifndef JUECE_ADAPTERS_SOCI_SECOND_FACTORS_HPP
#define JUECE_ADAPTERS_SOCI_SECOND_FACTORS_HPP

#include "adapters/secrets/sealing_key.hpp"
#include "adapters/soci/database.hpp"
#include "engine/act.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace adapters::soci {

class shared_session;

/// How it stands with somebody's second factor.
struct second_factor_state {
    bool on = false;
    std::optional<engine::instant> since;
    long long recovery_codes_left = 0;
};

/// The second factors: an authenticator's secret and recovery codes. From any thread. Secrets are
/// sealed, recovery codes are kept as hashes.
class second_factors {
public:
    second_factors(database& at, secrets::sealing_key key);
    ~second_factors();

    second_factor_state state_of(engine::person_id who);

    /// A fresh secret that waits for its first code. What is in use stays in use until then.
    std::string propose(engine::person_id who);
    /// The secret that waits; nothing when none does.
    std::optional<std::string> proposed(engine::person_id who);
    /// The first code of the waiting secret puts it to use; gives new recovery codes, the only time
    /// that they are seen. Nothing when the code is wrong or no secret waits.
    std::optional<std::vector<std::string>> confirm(engine::person_id who, std::string const& code,
                                                    engine::instant now);

    /// A code of the authenticator. The time step of a right code is used up, and so are those
    /// before it.
    bool use_code(engine::person_id who, std::string const& code, engine::instant now);
    /// A recovery code, in upper or lower case, with or without hyphens; each can be used once.
    bool use_recovery_code(engine::person_id who, std::string const& code, engine::instant now);
    /// The old ones open nothing any more.
    std::vector<std::string> renew_recovery_codes(engine::person_id who);

    void turn_off(engine::person_id who);

    static constexpr std::size_t recovery_codes = 10;

private:
    struct kept_factor;
    std::optional<kept_factor> find(::soci::session& sql, engine::person_id who) const;
    std::string opened(engine::person_id who, std::string const& sealed) const;

    std::unique_ptr<shared_session> sql_;
    secrets::sealing_key key_;
};

} // namespace adapters::soci

#endif
