#ifndef JUECE_ADAPTERS_NOTICES_CLOUD_EVENT_HPP
#define JUECE_ADAPTERS_NOTICES_CLOUD_EVENT_HPP

#include "engine/act.hpp"
#include "engine/confidentiality.hpp"

#include <string>

namespace adapters::notices {

/// An act that was entered, as other programs are told of it.
struct entered_act {
    engine::case_id on;
    long long seq = 0;
    std::string act_id;
    std::string kind;
    std::string hash;
    engine::instant entered_at;
    std::string number;
    std::string title;
    engine::confidentiality level = engine::confidentiality::administration;
};

inline constexpr char const* type_of_events = "cn.juece.act.entered";

/// "act-7-3": the same however often it is sent, and without the dots that part the signed text.
std::string id_of_delivery(entered_act const& what);

/// A CloudEvent 1.0 in structured mode. Never what was written in the act; the title of the case
/// only if it is open. Of a case above `internal` it says that something happened and where, and
/// nothing else. `house`: the address of this server.
std::string cloud_event(entered_act const& what, std::string const& house);

/// The bytes of a secret: of "whsec_" and Base64 what that says, of any other text itself. Empty
/// when it cannot be read.
std::string bytes_of_secret(std::string const& text);

/// The header webhook-signature of Standard Webhooks: "v1," and the Base64 of HMAC-SHA256 over
/// "id.timestamp.body".
std::string signature_of(std::string const& secret_bytes, std::string const& id,
                         long long timestamp, std::string const& body);

} // namespace adapters::notices

#endif
