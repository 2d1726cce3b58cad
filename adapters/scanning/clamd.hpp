#ifndef JUECE_ADAPTERS_SCANNING_CLAMD_HPP
#define JUECE_ADAPTERS_SCANNING_CLAMD_HPP

#include <chrono>
#include <filesystem>
#include <string>
#include <variant>

namespace adapters::scanning {

/// Where clamd listens: "/run/clamav/clamd.ctl" or "127.0.0.1:3310".
struct clamd_terms {
    std::string address;
    std::chrono::seconds patience{120}; ///< for each step of the talk
};

struct clean {};
struct infected {
    std::string signature; ///< as clamd names it
};
/// No answer that can be relied on; the file is not to be taken (fails closed).
struct unavailable {
    std::string why; ///< for the log
};
using scan_result = std::variant<clean, infected, unavailable>;

/// Sends a file to clamd piece by piece (INSTREAM) and gives its verdict. Blocks.
scan_result scan(std::filesystem::path const& file, clamd_terms const& terms);

} // namespace adapters::scanning

#endif
