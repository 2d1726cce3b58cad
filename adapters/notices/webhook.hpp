#ifndef JUECE_ADAPTERS_NOTICES_WEBHOOK_HPP
#define JUECE_ADAPTERS_NOTICES_WEBHOOK_HPP

#include "adapters/notices/cloud_event.hpp"

#include <optional>
#include <stop_token>

namespace adapters::notices {

struct webhook_settings {
    std::string address;
    std::string secret; ///< its bytes
};

/// What is wrong with settings, for whoever starts the server; empty if nothing is.
std::string against(webhook_settings const& chosen);

/// Posts an event, signed as Standard Webhooks describes. `id` is the same when it is sent again.
/// What went wrong, or nothing; any answer but 2xx is wrong.
std::optional<std::string> post(webhook_settings const& to, std::string const& id,
                                std::string const& body, engine::instant now,
                                std::stop_token stop = {});

} // namespace adapters::notices

#endif
