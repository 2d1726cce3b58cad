#include "adapters/notices/transfer.hpp"

#include <algorithm>
#include <iterator>
#include <new>

namespace adapters::notices {
namespace {

constexpr long connect_seconds = 5;
constexpr long whole_seconds = 30;

CURL* new_handle()
{
    // once in the process, before any other thread uses it
    static CURLcode const ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    return ready == CURLE_OK ? curl_easy_init() : nullptr;
}

/// What the other side says beyond its status is of no use.
std::size_t leave(char*, std::size_t size, std::size_t count, void*)
{
    return size * count;
}

int go_on_unless_stopped(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<std::stop_token const*>(stop)->stop_requested() ? 1 : 0;
}

} // namespace

transfer::transfer(std::string const& address, char const* protocols, std::stop_token stop)
    : handle_(new_handle(), curl_easy_cleanup), stop_(std::move(stop)),
      is_ready_(handle_ != nullptr)
{
    set(CURLOPT_URL, address.c_str());
    set(CURLOPT_PROTOCOLS_STR, protocols);
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT, connect_seconds);
    set(CURLOPT_TIMEOUT, whole_seconds);
    set(CURLOPT_WRITEFUNCTION, &leave);
    if (is_loopback(address))
        set(CURLOPT_NOPROXY, "*"); // whatever the environment says
    set(CURLOPT_ERRORBUFFER, fault_);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &go_on_unless_stopped);
    set(CURLOPT_XFERINFODATA, &stop_);
}

std::optional<std::string> transfer::run()
{
    if (!is_ready_)
        return "libcurl cannot be set up";
    auto const outcome = curl_easy_perform(handle_.get());
    if (outcome == CURLE_OK)
        return {};
    return fault_[0] ? fault_ : curl_easy_strerror(outcome);
}

long transfer::answered() const
{
    long code = 0;
    if (handle_)
        curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &code);
    return code;
}

void lines::add(std::string const& line)
{
    auto* longer = curl_slist_append(list_.get(), line.c_str());
    if (!longer)
        throw std::bad_alloc();
    static_cast<void>(list_.release());
    list_.reset(longer);
}

bool is_loopback(std::string const& address)
{
    auto const from = address.find("://");
    if (from == address.npos)
        return false;
    auto const host = std::string_view(address).substr(from + 3);
    constexpr std::string_view loopback[] = {"127.0.0.1", "localhost", "[::1]"};
    return std::any_of(std::begin(loopback), std::end(loopback), [&](std::string_view here) {
        return host.starts_with(here) &&
               (host.size() == here.size() || host[here.size()] == ':' || host[here.size()] == '/');
    });
}

} // namespace adapters::notices
