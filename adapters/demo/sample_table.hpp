#ifndef JUECE_ADAPTERS_DEMO_SAMPLE_TABLE_HPP
#define JUECE_ADAPTERS_DEMO_SAMPLE_TABLE_HPP

#include "adapters/csv/csv.hpp"

#include <string>
#include <string_view>

// The files of config/sample, which are part of the program.

namespace adapters::demo {

/// "people.csv", as it is built in. Throws std::runtime_error for one that is not.
std::string_view sample_text(std::string const& name);

/// The same, read. Throws std::runtime_error for one that is at fault, too.
csv::table sample_table(std::string const& name);

} // namespace adapters::demo

#endif
