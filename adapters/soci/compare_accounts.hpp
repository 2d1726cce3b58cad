#ifndef JUECE_ADAPTERS_SOCI_COMPARE_ACCOUNTS_HPP
#define JUECE_ADAPTERS_SOCI_COMPARE_ACCOUNTS_HPP

#include <string>
#include <utility>
#include <vector>

namespace soci {
class session;
}

namespace adapters::soci {

struct compared_accounts {
    long long checked = 0;
    /// Row by row, in words: as the acts want it, and as it is. Empty: no such row.
    std::vector<std::pair<std::string, std::string>> differing;
};

/// Holds the account tables against what the acts of the administration case leave.
compared_accounts compare_accounts(::soci::session& sql);

} // namespace adapters::soci

#endif
