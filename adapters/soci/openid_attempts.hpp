#ifndef JUECE_ADAPTERS_SOCI_OPENID_ATTEMPTS_HPP
#define JUECE_ADAPTERS_SOCI_OPENID_ATTEMPTS_HPP

#include "adapters/openid/provider.hpp"
#include "adapters/soci/database.hpp"

#include <memory>
#include <optional>
#include <string>

namespace adapters::soci {

class shared_session;

/// An attempt that came back, and where its person wanted to go.
struct returned_attempt {
    openid::attempt of;
    std::string next;
};

/// Those on their way to the provider of identities and back. From any thread.
class openid_attempts {
public:
    explicit openid_attempts(database& at);
    ~openid_attempts();

    void keep(openid::attempt const& what, std::string const& next, engine::instant now);
    /// The attempt of a state, once, and not for ever.
    std::optional<returned_attempt> take(std::string const& state, engine::instant now);

    /// How long somebody may take to sign in there.
    static constexpr std::chrono::minutes lives{10};

private:
    std::unique_ptr<shared_session> sql_;
};

} // namespace adapters::soci

#endif
