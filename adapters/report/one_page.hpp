#ifndef JUECE_ADAPTERS_REPORT_ONE_PAGE_HPP
#define JUECE_ADAPTERS_REPORT_ONE_PAGE_HPP

#include "adapters/report/made_file.hpp"
#include "adapters/report/report_shelf.hpp"
#include "adapters/report/year_chart.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace adapters::report {

/// A key figure with its words.
struct key_figure {
    std::string indicator;
    std::string label;
    std::string shown;      ///< "约1006亿元"
    std::string comparison; ///< "同比增长4.3%", with what is to be known of it
};

/// A report on one page, for the website (一图读懂), in Chinese as the report is.
struct one_page {
    std::string title;
    std::string organ;
    std::vector<key_figure> figures; ///< the first eight of the choice that the report has
    year_chart chart;                ///< five years; no series where no year has a value
    std::string chart_note;          ///< what of the chart is not from here, which years lack
    std::string cut_off;             ///< "数据截止2025年12月31日"
    std::string standing;            ///< published when, or not yet
    std::string digest;              ///< of the frozen figures
};

/// Of a report whose figures are frozen; nothing for any other. `years`: the four before, oldest
/// first, each with what was published of it, maybe nothing.
std::optional<one_page> one_page_of(compiled_report const& report,
                                    std::vector<report_figures> const& years,
                                    indicators const& dictionary, report_template const& form);

/// The same with the years before from the record: of each what its published report says, or the
/// figures that were taken over as published. What a record counts without a report is not shown.
std::optional<one_page> one_page_of(soci::reader& record, compiled_report const& report,
                                    indicators const& dictionary, report_template const& form);

/// The page laid out on A4, everything within its margins.
office::drawing draw_page(one_page const& what);

/// The picture in one of the formats "svg", "png" and "pdf"; nothing for any other. The same report
/// gives the same bytes.
std::optional<made_file> make_picture(one_page const& what, std::string_view format,
                                      engine::instant made_at);

} // namespace adapters::report

#endif
