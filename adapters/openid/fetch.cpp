#include "adapters/openid/fetch.hpp"

#include <curl/curl.h>
#include <memory>

namespace adapters::openid {
namespace {

constexpr long connect_seconds = 5;
constexpr long whole_seconds = 10;
constexpr std::size_t longest_body = std::size_t{1024} * 1024;

using handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

handle new_handle()
{
    // once in the process, before any other thread uses it
    static CURLcode const ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    handle made(ready == CURLE_OK ? curl_easy_init() : nullptr, curl_easy_cleanup);
    if (!made)
        throw unreachable("libcurl cannot be set up");
    return made;
}

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* into)
{
    auto& body = *static_cast<std::string*>(into);
    if (body.size() + size * count > longest_body)
        return 0; // ends the transfer with an error
    body.append(bytes, size * count);
    return size * count;
}

std::string written(std::vector<std::pair<std::string, std::string>> const& form)
{
    std::string text;
    for (auto const& [name, value] : form)
        text += (text.empty() ? "" : "&") + escaped(name) + "=" + escaped(value);
    return text;
}

} // namespace

std::string escaped(std::string const& value)
{
    auto const by = new_handle();
    std::unique_ptr<char, decltype(&curl_free)> const text(
        curl_easy_escape(by.get(), value.c_str(), static_cast<int>(value.size())), curl_free);
    if (!text)
        throw unreachable("a value cannot be encoded");
    return text.get();
}

reply fetch(question const& what)
{
    auto const to = new_handle();
    reply got;
    auto const form = written(what.form);
    auto const set = [&](CURLoption option, auto value) {
        if (curl_easy_setopt(to.get(), option, value) != CURLE_OK)
            throw unreachable("libcurl does not know an option");
    };
    set(CURLOPT_URL, what.address.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT, connect_seconds);
    set(CURLOPT_TIMEOUT, whole_seconds);
    set(CURLOPT_WRITEFUNCTION, &take);
    set(CURLOPT_WRITEDATA, &got.body);
    if (!what.certificates.empty())
        set(CURLOPT_CAINFO, what.certificates.c_str());
    if (!what.form.empty())
        set(CURLOPT_POSTFIELDS, form.c_str());
    if (!what.user.empty()) {
        // RFC 6749, 2.3.1: encoded as in a form before they are joined
        auto const both = escaped(what.user) + ":" + escaped(what.password);
        set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        set(CURLOPT_USERPWD, both.c_str());
    }
    auto const outcome = curl_easy_perform(to.get());
    if (outcome != CURLE_OK)
        throw unreachable(what.address + ": " + curl_easy_strerror(outcome));
    curl_easy_getinfo(to.get(), CURLINFO_RESPONSE_CODE, &got.status);
    return got;
}

} // namespace adapters::openid
