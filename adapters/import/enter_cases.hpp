#ifndef JUECE_ADAPTERS_IMPORT_ENTER_CASES_HPP
#define JUECE_ADAPTERS_IMPORT_ENTER_CASES_HPP

#include "adapters/import/planned_case.hpp"
#include "adapters/soci/clerk.hpp"

#include <vector>

namespace adapters::import {

/// What an import took in; nothing when the file was found at fault before.
struct imported_cases {
    std::size_t cases = 0;
    std::size_t acts = 0;
    std::size_t already_here = 0; ///< acts of an earlier import of the same file
    std::vector<csv::fault> faults;
};

/// Enters planned cases that were rehearsed, one after the other. The first that the record does
/// not take ends it; that happens only where somebody else changed the record meanwhile.
imported_cases enter_cases(std::vector<planned_case> const& cases, soci::clerk& clerk);

} // namespace adapters::import

#endif
