#ifndef JUECE_ADAPTERS_REPORT_MERGED_REPORTS_HPP
#define JUECE_ADAPTERS_REPORT_MERGED_REPORTS_HPP

#include "adapters/report/signed_report.hpp"
#include "adapters/sheet/sheet.hpp"

#include <string>
#include <vector>

namespace adapters::report {

/// A government whose report is waited for, and the key it is known by.
struct expected_report {
    std::string organ;
    std::string public_key;
};

/// A file as it came in.
struct report_file_given {
    std::string name;
    std::string bytes;
};

struct merge_remark {
    std::string about; ///< the organ, or the name of a file
    engine::text words;
};

/// One indicator over all that have it.
struct merged_figure {
    std::string sum; ///< empty where values cannot be summed up: rates, months, ordinals
    bool is_about = false;
    std::vector<std::pair<std::string, std::string>> parts; ///< organ and value
    std::vector<std::string> without;                       ///< organs that do not give it
};

struct merged_reports {
    std::vector<std::string> taken;     ///< organs
    std::vector<std::string> missing;   ///< organs that sent no file that could be taken
    std::vector<merge_remark> refused;  ///< files that were not taken
    std::vector<merge_remark> doubtful; ///< what does not add up in a file that was
    std::map<std::string, merged_figure, std::less<>> figures;
};

/// Merges the reports of a year, offline. A file is taken when its signature holds with the key
/// that its organ is known by, for the year asked, once.
merged_reports merge_reports(int year, std::vector<expected_report> const& expected,
                             std::vector<report_file_given> const& files,
                             indicators const& dictionary);

/// A row for each indicator and organ, and one for the sum.
sheet::sheet as_sheet(merged_reports const& what, int year, indicators const& dictionary);

} // namespace adapters::report

#endif
