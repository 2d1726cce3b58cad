#ifndef JUECE_ADAPTERS_REPORT_REPORT_FIGURES_HPP
#define JUECE_ADAPTERS_REPORT_REPORT_FIGURES_HPP

#include "adapters/report/indicators.hpp"
#include "workflows/annual_report/report_file.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace adapters::report {

/// Sums of a year by indicator ("DEC.adopted"), as the record counts them.
using year_sums = std::map<std::string, long long, std::less<>>;
/// Values of the year before by indicator, as its report gave them.
using earlier_values = std::map<std::string, std::string, std::less<>>;

/// One figure of a report, with where it comes from.
struct report_figure {
    std::string indicator;
    std::string value;
    workflows::annual_report::rounding rounded = workflows::annual_report::rounding::exact;
    std::optional<std::string> last_year = {};
    std::string note = {};
    workflows::annual_report::freezing::value_origin origin =
        workflows::annual_report::freezing::value_origin::record;
    long long answer_act = 0;                       ///< seq; 0: not from an answer
    std::string source = {};                        ///< as the unit named it
    std::string unit = {};                          ///< code of the unit that answered
    std::string answered_by = {};                   ///< name
    std::optional<std::string> before_correction{}; ///< the frozen value, once corrected
    std::string reason = {};                        ///< of the correction
    /// Of a year that was taken over: not from an answer, and `answer_act` is the act that brought
    /// it. It never stands for what the record counts, which is kept beside it.
    bool is_imported = false;
    std::string counted_here = {};      ///< by the record, where that is another number
    bool last_year_is_imported = false; ///< `last_year` is the figure of such a year
};
using report_figures = std::map<std::string, report_figure, std::less<>>;

/// The figures as they stand now, whatever was frozen: what the record counts, what units answered
/// and was accepted, and what follows from these. Where the record counts an indicator itself, its
/// number is taken. `before`: for the comparison, where no answer says it.
report_figures current_figures(workflows::annual_report::report_file const& file,
                               year_sums const& counted, earlier_values const& before,
                               indicators const& dictionary);

/// The figures of the report: the frozen ones with their corrections, where there are some, else
/// the current ones. What follows from a corrected figure is reckoned anew. Of a year that was
/// taken over: the imported ones, and what the record counts beside them; nothing is reckoned from
/// both.
report_figures figures_of_report(workflows::annual_report::report_file const& file,
                                 year_sums const& counted, earlier_values const& before,
                                 indicators const& dictionary);

/// Adds what the record counts and the report does not say, as a matter of its year that was
/// entered after the figures were frozen; marked by `counted_here`.
void add_counted_since(report_figures& figures, year_sums const& counted,
                       indicators const& dictionary);

/// Marks the figures whose number of the year before is one that was taken over: `last` are the
/// figures of that year.
void mark_imported(report_figures& figures, report_figures const& last,
                   workflows::annual_report::report_file const& file);

/// The act body that freezes these figures.
workflows::annual_report::freezing::frozen freeze(workflows::annual_report::report_file const& file,
                                                  report_figures const& figures,
                                                  engine::day cut_off);

/// What a report says of each indicator, for the comparison a year later.
earlier_values values_of(report_figures const& figures);

/// A figure whose value is not the same in both; an empty value means: not there.
struct changed_figure {
    std::string indicator;
    std::string before;
    std::string now;
};
std::vector<changed_figure> changes(report_figures const& before, report_figures const& now);

/// A number of the record in the unit of the dictionary: fen as 亿元 or 万元 with two places at
/// most.
std::string shown_in_unit(long long counted, indicator const& known);
/// The same as the report writes it: amounts above a hundred are whole.
std::string value_in_unit(long long counted, indicator const& known,
                          workflows::annual_report::rounding& exactness);

} // namespace adapters::report

#endif
