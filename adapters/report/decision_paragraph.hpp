#ifndef JUECE_ADAPTERS_REPORT_DECISION_PARAGRAPH_HPP
#define JUECE_ADAPTERS_REPORT_DECISION_PARAGRAPH_HPP

#include <map>
#include <string>
#include <vector>

namespace adapters::report {

/// Sums of a year by indicator ("DEC.adopted").
using year_figures = std::map<std::string, long long, std::less<>>;

/// The paragraph of the annual report that tells of major decisions, in Chinese, from what was
/// counted. What was not done that year is left out; a year without any decision says so. The
/// wording follows the reports that districts and cities publish.
std::string decision_paragraph(int year, year_figures const& counted);

/// The indicators that the paragraph uses, in its order.
std::vector<std::string> const& indicators_of_paragraph();

/// A share in percent with at most one decimal: "87.5%"; "100%" only when it is whole.
std::string percentage(long long part, long long whole);

} // namespace adapters::report

#endif
