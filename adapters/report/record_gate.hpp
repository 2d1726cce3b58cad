#ifndef JUECE_ADAPTERS_REPORT_RECORD_GATE_HPP
#define JUECE_ADAPTERS_REPORT_RECORD_GATE_HPP

#include "adapters/report/report_figures.hpp"
#include "adapters/report/report_places.hpp"
#include "adapters/soci/reader.hpp"

namespace adapters::report {

/// True for a rate above 100: the check finds it, and pages remark on it before.
bool is_above_whole(std::string_view indicator, std::string_view value,
                    indicators const& dictionary);

/// Looks for what is wrong in the record of a year before its figures are frozen (数据质量检查): in
/// every decision, legal matter and normative document that gave a figure of the year, in the
/// year's catalogue of the organ that reports, in the accepted answers, and in what the report of
/// these `places` would tell and nobody was asked for. Reads all acts of these cases, so it is for
/// an act of the compiler, not for a page. What is looked for stands in three lists of functions in
/// record_gate.cpp, and in shared_steps.hpp what needs a second case.
workflows::annual_report::gate::checked
check_record(soci::reader& record, workflows::annual_report::report_file const& file,
             year_sums const& counted, indicators const& dictionary, report_places const& places);

} // namespace adapters::report

#endif
