#ifndef JUECE_ADAPTERS_REPORT_REPORT_ANNEX_HPP
#define JUECE_ADAPTERS_REPORT_REPORT_ANNEX_HPP

#include "adapters/report/report_shelf.hpp"
#include "adapters/sheet/sheet.hpp"

#include <boost/json/object.hpp>

namespace adapters::report {

/// The figures of a report as one list, in the order of their codes, with their sources, in
/// Chinese as the document is.
sheet::sheet annex(compiled_report const& what, indicators const& dictionary);

/// The same parted by what they are about: the part of the codes before the point, each a sheet.
std::vector<sheet::sheet> annex_by_section(compiled_report const& what,
                                           indicators const& dictionary);

/// The report for programs: title, state, lines, figures, corrections, digest.
boost::json::object as_json(compiled_report const& what, indicators const& dictionary);

} // namespace adapters::report

#endif
