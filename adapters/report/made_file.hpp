#ifndef JUECE_ADAPTERS_REPORT_MADE_FILE_HPP
#define JUECE_ADAPTERS_REPORT_MADE_FILE_HPP

#include "adapters/report/report_shelf.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace adapters::report {

/// A report as a file.
struct made_file {
    std::string media_type;
    std::string bytes;
};

/// The report in one of the formats "docx", "pdf", "md", "xlsx", "csv" and "json"; nothing for any
/// other, and for the first three of a year that was taken over. The same report gives the same
/// bytes: the time in a file is that of the report's last act, and `now` only where nobody opened
/// it yet. `scratch`: a directory for a workbook on its way.
std::optional<made_file> make_file(compiled_report const& what, indicators const& dictionary,
                                   std::string_view format, engine::instant now,
                                   std::filesystem::path const& scratch);

} // namespace adapters::report

#endif
