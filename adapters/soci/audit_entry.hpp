#ifndef JUECE_ADAPTERS_SOCI_AUDIT_ENTRY_HPP
#define JUECE_ADAPTERS_SOCI_AUDIT_ENTRY_HPP

#include "engine/act.hpp"

#include <string>
#include <tuple>

namespace adapters::soci {

/// One thing that was done or tried at the door. It never holds a secret: no password, no code, no
/// token, no query of an address; a name typed at the sign-in only if somebody has that name, for
/// people type passwords into the wrong field.
struct audit_entry {
    long long seq = 0; ///< given by the log
    engine::instant at;
    /// "sign_in", "sign_out", "session", "request", "act", "account", "delivery", "audit"
    std::string kind;
    std::string what = {}; ///< which: "password", "openid"; "password_changed"; "POST"; of an act
                           ///< its kind: "legality_review.concluded"
    /// Why it was refused: "wrong_password", "role", "separation JC-1" with the rules that say so;
    /// empty: it was done.
    std::string reason = {};
    engine::person_id person; ///< nobody: not known who
    std::string login = {};
    std::string name = {};
    std::string role = {}; ///< and unit: under which appointment
    std::string unit = {};
    std::string address = {}; ///< from where; "local" for a command on the machine itself
    std::string about = {};   ///< on what: a path, the login of another account
    long long times = 1;      ///< so many that were alike, taken together
    std::string previous_hash = {};
    std::string hash = {};

    bool refused() const { return !reason.empty(); }
    /// Everything but when and how often.
    auto sameness() const
    {
        return std::tie(kind, what, reason, person, login, name, role, unit, address, about);
    }
};

} // namespace adapters::soci

#endif
