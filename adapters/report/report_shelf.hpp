#ifndef JUECE_ADAPTERS_REPORT_REPORT_SHELF_HPP
#define JUECE_ADAPTERS_REPORT_REPORT_SHELF_HPP

#include "adapters/report/report_text.hpp"
#include "adapters/soci/reader.hpp"

#include <optional>
#include <string>
#include <vector>

namespace adapters::report {

/// A report on file.
struct filed_report {
    engine::case_id on;
    std::string number;
    long long version = 0;
    engine::instant changed_at; ///< when the last act was entered
    workflows::annual_report::report_file file;
};

/// The reports of an organ, the newest year first; of every organ when its name is empty.
std::vector<filed_report> filed_reports(soci::reader& record, std::string const& organ_name);
/// The report of an organ and year; of whichever organ when its name is empty.
std::optional<filed_report> find_report(soci::reader& record, std::string const& organ_name,
                                        int year);

/// A report as everybody reads it: its last published version, whatever is being corrected. Its
/// version and moment are those of the publication.
struct published_report {
    filed_report version;
    std::optional<engine::day> corrected_since;
};
/// Nothing for a case that is no report, or was never published.
std::optional<published_report> find_published(soci::reader& record, engine::case_id on);

/// A report with everything that its pages and documents show.
struct compiled_report {
    std::optional<filed_report> filed; ///< nothing while nobody opened it
    workflows::annual_report::report_file file;
    report_figures figures; ///< those of the report
    report_figures current; ///< as they would be frozen now
    earlier_values before;  ///< of the whole year before
    report_text text;
};

/// Compiles the report of a year: from its case, or, before there is one, from what the record
/// counts. What a year has brought so far is not compared with the whole one before.
compiled_report compile_report(soci::reader& record, std::string const& organ_name, int year,
                               indicators const& dictionary, report_template const& form,
                               engine::day today);

/// The same of a report as it was published, which is of a year that is over.
compiled_report compile_report(soci::reader& record, filed_report filed,
                               indicators const& dictionary, report_template const& form);

/// What the record counts for a year.
year_sums sums_of(std::vector<soci::indicator_total> const& totals);

/// What the report of a year says, or what the record counts where there is no report.
report_figures figures_of_year(soci::reader& record, std::string const& organ_name, int year,
                               indicators const& dictionary);

} // namespace adapters::report

#endif
