#ifndef JUECE_ADAPTERS_OPENID_PROVIDER_HPP
#define JUECE_ADAPTERS_OPENID_PROVIDER_HPP

#include "adapters/openid/id_token.hpp"

#include <mutex>
#include <optional>
#include <string>
#include <variant>

namespace adapters::openid {

/// What the office and its provider of identities have agreed on.
struct settings {
    std::string issuer; ///< "https://id.example.gov.cn"; http only on this machine itself
    std::string client_id;
    std::string client_secret;
    std::string back;  ///< the address to which the provider sends people back
    std::string claim; ///< whose value is the sign-in name here
    std::string scope = "openid profile";
    std::string certificates = {}; ///< authorities to trust (PEM file); empty: the system's
};

/// What is wrong with the settings, in English; empty: nothing.
std::string against(settings const& chosen);

/// What is drawn for one attempt, and must come back.
struct attempt {
    std::string state;
    std::string nonce;
    std::string verifier; ///< of PKCE (RFC 7636)
};
/// Three times 32 bytes that nobody can foretell.
attempt new_attempt();

/// The person that the provider vouches for, as the claim names them.
struct vouched {
    std::string name;
};

/// A provider of identities: authorization code with PKCE. From any thread; blocks.
class provider {
public:
    explicit provider(settings chosen);

    /// Where a browser goes to sign in there. Throws unreachable.
    std::string address_for(attempt const& of);
    /// What the provider says about the code that it sent back: asks it for the ID token and
    /// believes that only if it is right in every point. Throws unreachable.
    std::variant<vouched, not_accepted> redeem(std::string const& code, attempt const& of,
                                               engine::instant now);
    std::string const& issuer() const { return chosen_.issuer; }

private:
    struct endpoints {
        std::string authorization;
        std::string token;
        std::string keys;
    };
    endpoints discover();
    boost::json::object keys(bool afresh);
    boost::json::object get(std::string const& address) const;

    settings chosen_;
    std::mutex door_;
    std::optional<endpoints> found_;
    std::optional<boost::json::object> keys_;
};

} // namespace adapters::openid

#endif
