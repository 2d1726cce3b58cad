#include "web/handlers/report_years.hpp"

#include "adapters/report/year_chart.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/report_page.hpp"
#include "web/handlers/seat_holders.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "workflows/annual_report/decimal.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

// Five years beside each other: as their reports say them, or as the record counts them where there
// is no report. Figures that were taken over from before are marked.

namespace web::handlers {
namespace {

namespace report = adapters::report;
namespace law = workflows::annual_report;
using boost::json::array;
using boost::json::object;
using engine::say;

constexpr int years_shown = 5;

struct chart_terms {
    char const* title; ///< key
    std::vector<char const*> indicators;
};

/// Decisions by step and by outcome, legal matters and amounts, timeliness.
std::array<chart_terms, 5> const& charts()
{
    static std::array<chart_terms, 5> const all = {
        {{"reports.chart.steps",
          {"PART.consultations", "EXPERT.panels", "RISK.assessments", "DEC.reviewed"}},
         {"reports.chart.outcomes",
          {"DEC.started", "DEC.adopted", "DEC.postponed", "DEC.terminated"}},
         {"reports.chart.matters", {"LEGAL.matters"}},
         {"reports.chart.amounts", {"LEGAL.amount"}},
         {"reports.chart.timeliness", {"DEC.review_days_avg"}}}};
    return all;
}

/// What the report of a year says, and of what it does not say, the record as it counts now.
report::report_figures figures_shown(visit& v, int year)
{
    auto const& dictionary = v.house.dictionary();
    auto figures = report::figures_of_year(*v.records, organ_of(v), year, dictionary);
    report::add_counted_since(figures, report::sums_of(v.records->totals(year)), dictionary);
    return figures;
}

/// The record counts it and the report of its year has no row for it. Of a year that was taken over
/// the row stands there, with what the record counts beside it.
bool is_counted_since(report::report_figure const& one)
{
    return !one.is_imported && !one.counted_here.empty();
}

/// The years of which no row of a chart has a number, in words; empty where there are none.
std::string years_without(visit const& v, std::vector<int> const& years,
                          std::vector<report::year_series> const& series)
{
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < years.size(); ++i)
        if (std::none_of(series.begin(), series.end(),
                         [&](auto const& one) { return one.values[i].has_value(); }))
            missing.push_back(std::to_string(years[i]));
    return missing.empty()
               ? std::string()
               : v.words(say("{1}年没有数据，{2}年中有{3}年的数据", joined_names(v, missing),
                             years.size(), years.size() - missing.size()));
}

object chart_view(visit const& v, chart_terms const& terms, std::vector<int> const& years,
                  std::vector<report::report_figures> const& figures)
{
    report::year_chart drawn{
        .title = v.words(std::string_view(terms.title)), .years = {}, .series = {}};
    array headings, rows;
    for (auto const year : years) {
        auto until = until_words(v, year);
        drawn.years.push_back(until.empty() ? std::to_string(year) : v.words(say("{1}至今", year)));
        headings.push_back(object{{"year", year}, {"until_words", std::move(until)}});
    }
    bool any = false, any_imported = false;
    for (auto const* code : terms.indicators) {
        report::year_series series{v.house.dictionary().name(code, v.words.code()), {}, {}};
        array cells;
        for (std::size_t i = 0; i < years.size(); ++i) {
            auto const found = figures[i].find(code);
            auto const number =
                found == figures[i].end() ? std::nullopt : law::parse_decimal(found->second.value);
            bool const imported = number && found->second.is_imported;
            auto const shown = number ? found->second.value + (imported ? "*" : "") : "";
            any = any || number;
            any_imported = any_imported || imported;
            series.values.push_back(
                number ? std::optional(std::strtod(found->second.value.c_str(), nullptr))
                       : std::nullopt);
            series.shown.push_back(shown);
            bool const since = number && is_counted_since(found->second);
            cells.push_back(object{{"cell_year", years[i]},
                                   {"value", number ? found->second.value : "—"},
                                   {"imported", imported},
                                   {"counted_since", since},
                                   {"href", number ? trace_of(found->second, years[i]) : ""}});
        }
        rows.push_back(object{{"label", series.name},
                              {"unit_of", v.words(v.house.dictionary().unit(code))},
                              {"cells", std::move(cells)}});
        drawn.series.push_back(std::move(series));
    }
    return {{"chart_title", drawn.title},
            {"any", any},
            {"any_imported", any_imported},
            {"svg", any ? report::draw_chart(drawn) : ""},
            {"missing_words", years_without(v, years, drawn.series)},
            {"headings", std::move(headings)},
            {"rows", std::move(rows)}};
}

} // namespace

std::string trace_of(report::report_figure const& one, int year)
{
    auto const code = percent_encoded(one.indicator);
    return one.origin == law::freezing::value_origin::record || is_counted_since(one)
               ? "/figures/" + code + "?year=" + std::to_string(year)
               : "/reports/" + std::to_string(year) + "#figure-" + code;
}

answer show_report_years(visit& v)
{
    auto const year = year_of_path(v);
    if (!year)
        return bad_report_year(v);
    auto const report = compiled(v, *year);
    auto const file = case_of(v, report);
    answer page{.page = "report_years"};
    put_report_head(v, page, report, file, "years");
    std::vector<int> years;
    std::vector<report::report_figures> figures;
    for (int one = *year - years_shown + 1; one <= *year; ++one) {
        years.push_back(one);
        figures.push_back(figures_shown(v, one));
    }
    array made;
    for (auto const& terms : charts())
        made.push_back(chart_view(v, terms, years, figures));
    page.view["charts"] = std::move(made);
    return page;
}

} // namespace web::handlers
