#ifndef JUECE_ADAPTERS_SOCI_REBUILD_HPP
#define JUECE_ADAPTERS_SOCI_REBUILD_HPP

#include "adapters/soci/database.hpp"
#include "engine/desk.hpp"

namespace adapters::soci {

/// What rebuild() did.
struct rebuilding {
    long long cases = 0;
    long long unreadable = 0; ///< cases that do not replay; left as they were
};

/// Writes everything anew that is derived from acts: summaries, stages, tasks, figures, totals,
/// uses of documents. One transaction.
rebuilding rebuild(database& at, engine::law_in_force law);

} // namespace adapters::soci

#endif
