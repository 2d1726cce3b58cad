#ifndef JUECE_WEB_GATEWAY_HPP
#define JUECE_WEB_GATEWAY_HPP

#include "web/request.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace web {

/// A gateway before this server that has signed people in already and names them in a header.
/// Off while no header is set. What a gateway says is believed only when the connection itself
/// comes from one of the listed addresses.
struct gateway {
    std::string header;             ///< in lower case: "x-remote-user"
    std::vector<std::string> peers; ///< addresses and networks: "10.0.0.2", "fd00::/8"

    bool on() const { return !header.empty(); }
    bool trusts(std::string const& peer) const;

    /// What the header says about a request.
    struct word {
        enum class kind { silent, forged, names } is = kind::silent;
        std::string login = {};
    };
    /// Forged: the header is there but not from a listed address, or it is there twice.
    word says(request const& asked) const;

    /// From where the person comes: behind a listed gateway the last address that it names in
    /// X-Forwarded-For, otherwise the peer.
    std::string address_of(request const& asked) const;

    /// Whether the person speaks HTTPS: with this server, or with a listed gateway before it.
    bool speaks_securely(request const& asked) const;
};

/// What is wrong with the addresses, in English; empty: nothing.
std::string against(gateway const& chosen);

} // namespace web

#endif
