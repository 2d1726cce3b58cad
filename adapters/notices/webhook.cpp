#include "adapters/notices/webhook.hpp"

#include "adapters/notices/transfer.hpp"

namespace adapters::notices {
namespace {

/// Standard Webhooks asks for 24 bytes at least.
constexpr std::size_t shortest_secret = 24;

} // namespace

std::string against(webhook_settings const& chosen)
{
    auto const sealed = chosen.address.starts_with("https://");
    if (!sealed && !(chosen.address.starts_with("http://") && is_loopback(chosen.address)))
        return "the webhook has to be an https address, or http on this machine";
    if (chosen.secret.size() < shortest_secret)
        return "the webhook's secret has to have 24 bytes or more; after whsec_ it is Base64";
    return {};
}

std::optional<std::string> post(webhook_settings const& to, std::string const& id,
                                std::string const& body, engine::instant now, std::stop_token stop)
{
    auto const timestamp = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    lines headers;
    headers.add("Content-Type: application/cloudevents+json; charset=utf-8");
    headers.add("webhook-id: " + id);
    headers.add("webhook-timestamp: " + std::to_string(timestamp));
    headers.add("webhook-signature: " + signature_of(to.secret, id, timestamp, body));
    headers.add("Expect:"); // libcurl would ask before it sends a long body, and wait
    transfer out(to.address, "http,https", std::move(stop));
    out.set(CURLOPT_HTTPHEADER, headers.get());
    out.set(CURLOPT_USERAGENT, "juece");
    out.set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    out.set(CURLOPT_POSTFIELDS, body.c_str());
    if (auto fault = out.run())
        return fault;
    if (out.answered() < 200 || out.answered() > 299)
        return "answered " + std::to_string(out.answered());
    return {};
}

} // namespace adapters::notices
