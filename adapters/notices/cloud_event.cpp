#include "adapters/notices/cloud_event.hpp"

#include "adapters/notices/encoding.hpp"

#include <boost/json.hpp>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdexcept>

namespace adapters::notices {
namespace {

constexpr std::string_view marks_base64 = "whsec_";

}

std::string id_of_delivery(entered_act const& what)
{
    return "act-" + std::to_string(what.on.value) + "-" + std::to_string(what.seq);
}

std::string cloud_event(entered_act const& what, std::string const& house)
{
    auto const link = house + "/cases/" + std::to_string(what.on.value);
    boost::json::object event{{"specversion", "1.0"},
                              {"source", link},
                              {"type", type_of_events},
                              {"time", engine::to_text(what.entered_at)},
                              {"datacontenttype", "application/json"}};
    boost::json::object told{{"link", link}};
    if (what.level > engine::confidentiality::internal) {
        // Whoever enters an act chooses its id, and what was hashed could be guessed at.
        event["id"] = id_of_delivery(what);
    } else {
        event["id"] = what.act_id;
        event["subject"] = what.kind;
        told["number"] = what.number;
        told["seq"] = what.seq;
        told["kind"] = what.kind;
        told["hash"] = what.hash;
    }
    if (what.level == engine::confidentiality::open)
        told["title"] = what.title;
    event["data"] = std::move(told);
    return boost::json::serialize(event);
}

std::string bytes_of_secret(std::string const& text)
{
    if (!text.starts_with(marks_base64))
        return text;
    return from_base64(text.substr(marks_base64.size())).value_or("");
}

std::string signature_of(std::string const& secret_bytes, std::string const& id,
                         long long timestamp, std::string const& body)
{
    auto const text = id + "." + std::to_string(timestamp) + "." + body;
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    if (!HMAC(EVP_sha256(), secret_bytes.data(), static_cast<int>(secret_bytes.size()),
              reinterpret_cast<unsigned char const*>(text.data()), text.size(), digest, &length))
        throw std::runtime_error("HMAC-SHA256 cannot be computed");
    return "v1," + base64({reinterpret_cast<char const*>(digest), length});
}

} // namespace adapters::notices
