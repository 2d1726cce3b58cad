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

std::string cloud_event(entered_act const& what, std::string const& house)
{
    boost::json::object told{
        {"number", what.number}, {"seq", what.seq}, {"kind", what.kind}, {"hash", what.hash}};
    if (what.level == engine::confidentiality::open)
        told["title"] = what.title;
    return boost::json::serialize(
        boost::json::object{{"specversion", "1.0"},
                            {"id", what.act_id},
                            {"source", house + "/cases/" + std::to_string(what.on.value)},
                            {"type", type_of_events},
                            {"subject", what.kind},
                            {"time", engine::to_text(what.entered_at)},
                            {"datacontenttype", "application/json"},
                            {"data", std::move(told)}});
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
