#ifndef JUECE_ADAPTERS_SOCI_RECORD_COPY_HPP
#define JUECE_ADAPTERS_SOCI_RECORD_COPY_HPP

#include "adapters/soci/database.hpp"

#include <string>
#include <vector>

namespace adapters::soci {

/// A table of the record and what its rows are told apart by, which is also their order.
struct kept_table {
    std::string name;
    std::vector<std::string> key;
};

/// All tables, in an order in which no row comes before one that it refers to. schema_version is
/// none of them: each database has its own.
std::vector<kept_table> const& kept_tables();

/// What was copied of a table.
struct copied_table {
    std::string name;
    long long rows = 0;
};

/// Copies all rows of a record into one that has none, then reads both and compares them, row by
/// row. All of it arrives or nothing. `from` sees one moment while this goes on. Throws
/// storage_fault: clash when there is something already, broken when something arrived otherwise.
std::vector<copied_table> copy_rows(::soci::session& from, database& to);

/// The same for good: nobody else may have the record open, since what they entered meanwhile would
/// stay behind. Throws busy when somebody has.
std::vector<copied_table> copy_record(database& from, database& to);

} // namespace adapters::soci

#endif
