#ifndef JUECE_ADAPTERS_IMPORT_CATALOGUE_TABLE_HPP
#define JUECE_ADAPTERS_IMPORT_CATALOGUE_TABLE_HPP

#include "adapters/csv/csv.hpp"
#include "adapters/import/known_columns.hpp"
#include "adapters/soci/accounts.hpp"
#include "workflows/catalogue/call.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace adapters::import {

/// A catalogue as somebody keeps it in a spreadsheet.
struct catalogue_table {
    workflows::catalogue::call::taken_over content; ///< without its source
    std::vector<std::size_t> lines;                 ///< of each entry, its line in the file
    std::vector<std::string> proposers; ///< of each entry, who proposed it; empty: not said
    std::vector<csv::fault> faults;     ///< then nothing of it is to be used
    std::vector<csv::fault> remarks; ///< what is taken as it stands: units that are not registered
};

/// Reads CSV or XLSX with any of the columns that catalogues have, under any of their usual
/// headings; only the name of the matter is needed. Lists of units are parted by 、，,；;/ or a
/// blank; steps and planned times are read as offices write them. A row of a separate hearing
/// catalogue (目录类别 听证) marks the entry of that name. `units`: whose names are known here.
catalogue_table read_catalogue(std::string_view bytes, int year,
                               std::vector<soci::unit> const& units);

/// The columns that a catalogue, or a table of proposals, may have.
std::vector<known_column> const& catalogue_columns();

/// The code of the unit that is meant by a name: the same name, or the only one that ends with it
/// or that it ends with (区财政局, 高要区财政局, 财政局); else the name itself.
std::string code_of_unit(std::string_view name, std::vector<soci::unit> const& units);

} // namespace adapters::import

#endif
