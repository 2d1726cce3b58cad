#ifndef JUECE_ADAPTERS_SOCI_PHASE_PLAN_HPP
#define JUECE_ADAPTERS_SOCI_PHASE_PLAN_HPP

#include "adapters/soci/narrowing.hpp"

#include <optional>
#include <string>

namespace adapters::soci {

/// How the cases of a phase are found among the rows of a box.
enum class phase_plan {
    lead,   ///< its cases lead to the rows, which are then sorted
    sift,   ///< the order of the box is walked past the set of its cases
    compare ///< the order is walked and each case looked up
};

/// What is read of a box. To show a page of acts, those of each case that leads to them are all
/// read and sorted, which costs ten times as much as its tasks; who counts them stops at enough.
enum class box_rows { tasks, acts, acts_to_count };

/// Which is cheapest for one page: a walk passes all / in_it rows for each row it shows, and a set
/// is gathered first. The bounds grow with the root of all cases; measured with two million.
phase_plan plan_for(long long in_it, long long all, box_rows read);

/// The rows among which cases are found.
struct rows_of_cases {
    std::string id;         ///< column of the case's id
    std::string whose = {}; ///< column behind it in an index, where all rows are those of :person
};

/// Narrows the rows of a box to a phase; nothing for an empty one. To compare, the case has to be
/// there as c.
std::optional<phase_plan> narrow_to_phase(::soci::session& sql, narrowing& to,
                                          rows_of_cases const& rows, std::string const& phase,
                                          box_rows read);

} // namespace adapters::soci

#endif
