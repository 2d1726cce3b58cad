#ifndef JUECE_ADAPTERS_SOCI_TELLING_HPP
#define JUECE_ADAPTERS_SOCI_TELLING_HPP

#include "adapters/soci/outbox.hpp"
#include "adapters/soci/query.hpp"

#include <string>
#include <vector>

namespace adapters::soci {

/// An announcement that waits.
struct announcement {
    long long id = 0;
    std::string kind;
    std::string body;
};

/// Makes notices and deliveries of announcements, one after the other, and marks them as taken in,
/// all of it inside the caller's transaction.
void tell(::soci::session& sql, std::vector<announcement> const& waiting, engine::instant now,
          ways_out open, engine::rights const& entitled);

} // namespace adapters::soci

#endif
