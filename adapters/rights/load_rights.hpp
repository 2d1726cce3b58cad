#ifndef JUECE_ADAPTERS_RIGHTS_LOAD_RIGHTS_HPP
#define JUECE_ADAPTERS_RIGHTS_LOAD_RIGHTS_HPP

#include "adapters/csv/csv.hpp"
#include "engine/rights.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace adapters::rights {

/// Roles and rights, or what is wrong with them. A table with faults must not be used.
struct loaded_rights {
    engine::rights table;
    std::vector<csv::fault> faults;
};

/// Adds the rows of a roles.csv and a rights.csv; the columns are told in config/README.md.
/// `folder` names the place of the files in the faults.
void read_rights(std::string_view roles_csv, std::string_view rights_csv, std::string const& folder,
                 loaded_rights& into);

/// What is built into the binary, and what DATA/config/roles.csv and DATA/config/rights.csv add.
/// Throws std::filesystem::filesystem_error when a file cannot be read.
loaded_rights load_rights(std::filesystem::path const& data = {});

} // namespace adapters::rights

#endif
