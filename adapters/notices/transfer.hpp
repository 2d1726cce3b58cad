#ifndef JUECE_ADAPTERS_NOTICES_TRANSFER_HPP
#define JUECE_ADAPTERS_NOTICES_TRANSFER_HPP

#include <curl/curl.h>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace adapters::notices {

/// One thing sent by libcurl: thirty seconds at most, TLS checked, nothing followed elsewhere,
/// given up at once when a stop is asked for. Blocks: never on the event loop.
class transfer {
public:
    /// `protocols`: the only ones it speaks, "smtp,smtps".
    transfer(std::string const& address, char const* protocols, std::stop_token stop);
    transfer(transfer const&) = delete;
    transfer& operator=(transfer const&) = delete;

    template <class T>
    void set(CURLoption option, T value)
    {
        is_ready_ = is_ready_ && curl_easy_setopt(handle_.get(), option, value) == CURLE_OK;
    }

    /// Runs it; what went wrong, in words for the log, or nothing.
    std::optional<std::string> run();
    /// What the other side answered last: of HTTP the status, of SMTP its code; 0: nothing.
    long answered() const;

private:
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle_;
    std::stop_token stop_;
    char fault_[CURL_ERROR_SIZE] = {};
    bool is_ready_ = false;
};

/// A list of lines as libcurl takes them.
class lines {
public:
    void add(std::string const& line);
    curl_slist* get() const { return list_.get(); }

private:
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> list_{nullptr, curl_slist_free_all};
};

/// The host of "smtp://host:port/..." is this machine.
bool is_loopback(std::string const& address);

} // namespace adapters::notices

#endif
