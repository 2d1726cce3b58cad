#ifndef JUECE_WEB_ENTRANCE_HPP
#define JUECE_WEB_ENTRANCE_HPP

#include "adapters/openid/provider.hpp"
#include "adapters/soci/door.hpp"
#include "adapters/soci/openid_attempts.hpp"
#include "web/gateway.hpp"

#include <memory>

namespace web {

/// Everything that has to do with coming in, put together once for a data directory.
struct entrance {
    entrance(adapters::soci::database& at, adapters::soci::accounts& people,
             adapters::soci::days_ahead ahead = {})
        : record(at), log(at), kept(at, {}, std::move(ahead)),
          factors(at, adapters::secrets::sealing_key::of(at.dir())),
          front(at, people, factors, kept, log), attempts(at)
    {}

    adapters::soci::database& record;
    adapters::soci::audit_log log;
    adapters::soci::sessions kept;
    adapters::soci::second_factors factors;
    adapters::soci::door front;
    adapters::soci::openid_attempts attempts;

    // Off unless set before the site runs.
    std::unique_ptr<adapters::openid::provider> provider;
    gateway trusted;
};

} // namespace web

#endif
