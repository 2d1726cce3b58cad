#ifndef JUECE_ADAPTERS_REPORT_PROVE_REPORTS_HPP
#define JUECE_ADAPTERS_REPORT_PROVE_REPORTS_HPP

#include "adapters/report/indicators.hpp"
#include "adapters/soci/reader.hpp"
#include "adapters/soci/verify.hpp"

namespace adapters::report {

/// Reckons the frozen figures of every report anew from the acts until its cut-off, and its digest;
/// one more check of the record, "verify.reports". `record` must see everything.
soci::finding prove_reports(soci::reader& record, indicators const& dictionary);

} // namespace adapters::report

#endif
