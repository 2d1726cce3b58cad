#ifndef JUECE_ADAPTERS_SOCI_RECOUNT_FIGURES_HPP
#define JUECE_ADAPTERS_SOCI_RECOUNT_FIGURES_HPP

#include "adapters/soci/database.hpp"
#include "engine/desk.hpp"

namespace adapters::soci {

/// What recount_figures() found, and what it wrote.
struct recounting {
    long long cases = 0;
    long long acts = 0;
    long long figures = 0;
    long long mended = 0;     ///< cases whose figures were not those of their acts
    long long unreadable = 0; ///< cases that do not replay; their figures were left as they were
    bool sums_mended = false; ///< the sums of the years were not those of the figures
};

/// On how many threads a machine with so many cores counts best: of a record that is larger than
/// its memory each of them waits for the disk most of the time.
inline unsigned counters_on(unsigned cores)
{
    return 4 * cores;
}

/// Counts every figure anew from the acts, case by case on so many threads, and writes what was
/// not as it should be. One transaction; nobody writes meanwhile. Everything else that is derived
/// stays as it is (rebuild.hpp).
recounting recount_figures(database& at, engine::law_in_force law, unsigned threads);

} // namespace adapters::soci

#endif
