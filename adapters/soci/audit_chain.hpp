#ifndef JUECE_ADAPTERS_SOCI_AUDIT_CHAIN_HPP
#define JUECE_ADAPTERS_SOCI_AUDIT_CHAIN_HPP

#include "adapters/soci/audit_log.hpp"
#include "adapters/soci/query.hpp"
#include "engine/text.hpp"

#include <vector>

namespace adapters::soci {

/// A row of audit_entry.
struct audit_row {
    static constexpr char const* columns =
        "seq, at, kind, what, reason, person, login, name, role, unit, address, about, times,"
        " previous_hash, hash";

    audit_entry entry;
    std::string at;

    void out_of(query& from);
    /// The entry of the row that was read last; throws storage_fault when it is none of ours.
    audit_entry to_entry() const;
};

/// The text that is hashed: canonical JSON of every member but the entry's own hash.
std::string sealed_text(audit_entry const& what);

/// Adds entries at the end of the chain, inside the caller's transaction.
void append_to_audit(::soci::session& sql, std::vector<audit_entry> entries);

/// What a look at the whole chain found.
struct audit_examination {
    long long checked = 0; ///< entries
    long long wrong = 0;
    engine::text first; ///< the first difference; empty: none
};

/// Recomputes the chain from its first entry, or from where the last clearing says that it was cut.
audit_examination examine_audit(::soci::session& sql);

/// What clear_audit() took away; the entries that are older and all before them.
struct audit_clearing {
    long long entries = 0;
    long long through = 0; ///< number of the last one that is gone
};

/// Takes away the entries older than `kept` (at least audit_kept, or the database refuses) and
/// notes it at the end of the chain, in one transaction: up to which number, and the hash that the
/// first one left builds on. Nothing to take away is no entry. `by` is who did it.
audit_clearing clear_audit(database& at, engine::instant now, std::chrono::days kept,
                           std::string const& by);

} // namespace adapters::soci

#endif
