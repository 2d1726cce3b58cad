#ifndef JUECE_ADAPTERS_OPENID_FETCH_HPP
#define JUECE_ADAPTERS_OPENID_FETCH_HPP

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

// What goes out of the house to a provider of identities, by libcurl.

namespace adapters::openid {

/// The provider cannot be reached, or what it says is too slow, too long, or not for us. The words
/// are for the log.
struct unreachable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// One question: a GET, or a POST of a form when there are fields.
struct question {
    std::string address;
    std::vector<std::pair<std::string, std::string>> form = {};
    std::string user = {}; ///< and password: HTTP Basic; empty: none
    std::string password = {};
    std::string certificates = {}; ///< file of authorities to trust (PEM); empty: the system's
};

struct reply {
    long status = 0;
    std::string body;
};

/// Asks and waits, ten seconds at most. TLS is checked; nothing is followed elsewhere; more than a
/// megabyte is not read. Throws unreachable. Blocks: never on the event loop.
reply fetch(question const& what);

/// Percent-encodes a value of a query or form.
std::string escaped(std::string const& value);

} // namespace adapters::openid

#endif
