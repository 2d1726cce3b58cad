#ifndef JUECE_ADAPTERS_IMPORT_IMPORT_MATTERS_HPP
#define JUECE_ADAPTERS_IMPORT_IMPORT_MATTERS_HPP

#include "adapters/import/known_columns.hpp"
#include "adapters/import/planned_case.hpp"
#include "adapters/sheet/read_sheet.hpp"
#include "adapters/soci/accounts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace adapters::import {

/// In whose name a register is taken in, and how what it leaves open is read.
struct matters_terms {
    std::string place; ///< rule pack of the cases
    engine::actor by;  ///< of the legal office
    engine::instant now;
    engine::clearance seeing = engine::clearance::of_the_record();
    /// Rows without a closing day were closed by then; nothing: they are still under way.
    std::optional<engine::day> closed_by = {};
};

/// A register as cases of legal matters, one per row; nothing to be entered when there are faults.
struct planned_matters {
    std::vector<planned_case> cases;
    std::vector<csv::fault> faults;            ///< per line of the file
    std::vector<std::string> unknown_headings; ///< columns that were not read
    std::size_t already_here = 0;              ///< cases that were left out: they are on record
    std::size_t acts() const;
};

/// Reads the columns by their Chinese headings with synonyms (README) and judges every row by the
/// law. A matter that was closed becomes one told afterwards; one that is still open is registered
/// and waits to be taken. The same row gives the same acts, so that a file may be read again.
planned_matters plan_matters(sheet::read_table const& table, std::vector<soci::unit> const& units,
                             engine::law_in_force law, matters_terms const& terms);

/// Leaves out the cases of which every act is on record from an import before.
void leave_out_known(planned_matters& plan, soci::reader& records);

/// The columns that a register may have.
std::vector<known_column> const& matter_columns();

} // namespace adapters::import

#endif
