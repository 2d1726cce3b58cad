#ifndef JUECE_ADAPTERS_SOCI_AUDIT_SEARCH_HPP
#define JUECE_ADAPTERS_SOCI_AUDIT_SEARCH_HPP

#include "adapters/soci/audit_entry.hpp"
#include "adapters/soci/reader.hpp"

#include <optional>
#include <string>

namespace adapters::soci {

/// What the log is narrowed by; an empty member narrows nothing.
struct audit_filter {
    std::string who; ///< login or name, whole
    std::string kind;
    std::optional<bool> refused;
    std::string reason;               ///< why it was refused, without the rules behind it
    std::optional<engine::day> from;  ///< legal day, included
    std::optional<engine::day> until; ///< included
};

/// Entries, newest first; `before`: only numbers below this cursor.
page<audit_entry> list_audit(database const& at, audit_filter const& only,
                             std::optional<long long> before, long long limit);

/// The last entries of one person's own account, newest first.
std::vector<audit_entry> last_of_account(database const& at, engine::person_id who,
                                         long long limit);

} // namespace adapters::soci

#endif
