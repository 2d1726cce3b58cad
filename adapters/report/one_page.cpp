#include "adapters/report/one_page.hpp"

#include "adapters/report/wording.hpp"

#include <algorithm>
#include <cstdlib>

namespace adapters::report {
namespace {

using namespace workflows::annual_report;
using office::anchor;
using office::drawing;

constexpr int years_before = 4;
constexpr std::size_t most_figures = 8;

// A4 in points.
constexpr double page_width = 595.276, page_height = 841.89;
constexpr double margin = 40, inner = page_width - 2 * margin;
constexpr double band = 118;
constexpr double card_gap = 12, card_width = (inner - card_gap) / 2, card_height = 80;
constexpr double padding = 12;
constexpr double cards_top = band + 24;
constexpr double chart_height = 176;
constexpr double pixels_to_a_point = 2.5;

constexpr char const* blue = "#0b4f8a";
constexpr char const* pale = "#eef4f9";
constexpr char const* white = "#ffffff";
constexpr char const* ink = "#1b1b1b";
constexpr char const* dim = "#4a5560";

key_figure in_words(report_figure const& one, indicators const& dictionary)
{
    auto const unit = dictionary.unit(one.indicator);
    key_figure made{.indicator = one.indicator,
                    .label = dictionary.name(one.indicator, "zh"),
                    .shown = with_unit(one.value, one.rounded, unit),
                    .comparison = compared(one.value, one.last_year, one.rounded, unit,
                                           dictionary.comparison_places(one.indicator))};
    if (one.last_year_is_imported && !made.comparison.empty())
        made.comparison += "（上年数据为补录）";
    if (one.before_correction)
        made.comparison += (made.comparison.empty() ? "" : "，") + std::string("已更正");
    return made;
}

/// A number that a chart can show; nothing for a month, or where there is none.
std::optional<double> number_of(report_figures const& figures, std::string const& code)
{
    auto const found = figures.find(code);
    if (found == figures.end() || !parse_decimal(found->second.value))
        return {};
    return std::strtod(found->second.value.c_str(), nullptr);
}

/// "2017年、2018年没有公开的数据"; empty where every year has a number.
std::string missing_in_words(std::vector<std::string> const& years, year_series const& series)
{
    std::string missing;
    for (std::size_t i = 0; i < years.size(); ++i)
        if (!series.values[i])
            missing += (missing.empty() ? "" : "、") + years[i] + "年";
    return missing.empty() ? missing : missing + "没有公开的数据";
}

/// The candidate that most years know; the first of those that are equal.
std::string best_known(std::vector<std::string> const& candidates,
                       std::vector<report_figures> const& years)
{
    std::string best;
    std::ptrdiff_t most = 0;
    for (auto const& code : candidates) {
        auto const known = std::count_if(years.begin(), years.end(), [&](auto const& figures) {
            return number_of(figures, code).has_value();
        });
        if (known > most) {
            most = known;
            best = code;
        }
    }
    return best;
}

void chart_years(one_page& into, int last_year, std::vector<report_figures> const& years,
                 indicators const& dictionary, report_template const& form)
{
    auto const code = best_known(form.picture.chart, years);
    if (code.empty())
        return;
    auto const first = last_year - static_cast<int>(years.size()) + 1;
    year_series series{dictionary.name(code, "zh") + "（" + dictionary.unit(code) + "）", {}, {}};
    for (std::size_t i = 0; i < years.size(); ++i) {
        into.chart.years.push_back(std::to_string(first + static_cast<int>(i)));
        auto const number = number_of(years[i], code);
        series.values.push_back(number);
        std::string shown;
        if (number) {
            auto const& figure = years[i].at(code);
            shown = figure.value + (figure.is_imported ? "*" : "");
            if (figure.is_imported)
                into.chart_note = "* 补录的数据，不是在本系统形成";
        }
        series.shown.push_back(std::move(shown));
    }
    into.chart.title = "近" + std::to_string(years.size()) + "年" + dictionary.name(code, "zh");
    if (auto const missing = missing_in_words(into.chart.years, series); !missing.empty()) {
        auto const known = std::count_if(series.values.begin(), series.values.end(),
                                         [](auto const& one) { return one.has_value(); });
        into.chart.title += "（其中" + std::to_string(known) + "年有数据）";
        into.chart_note += (into.chart_note.empty() ? "" : "；") + missing;
    }
    into.chart.series.push_back(std::move(series));
}

/// What was published of a year; empty where nothing was.
report_figures published_figures(soci::reader& record, std::string const& organ, int year,
                                 indicators const& dictionary)
{
    auto const filed = find_report(record, organ, year);
    if (!filed)
        return {};
    auto const& taken_over = filed->file.taken_over;
    if (std::any_of(taken_over.begin(), taken_over.end(),
                    [](auto const& one) { return one.body.were_published; }))
        return figures_of_report(filed->file, {}, {}, dictionary);
    auto const shown = find_published(record, filed->on);
    return shown ? figures_of_report(shown->version.file, {}, {}, dictionary) : report_figures();
}

void put(drawing& into, office::drawn_words words, double x, double y, char const* colour,
         anchor at = anchor::start)
{
    words.x = x;
    words.y = y;
    words.colour = colour;
    words.at = at;
    into.words.push_back(std::move(words));
}

void put_head(drawing& into, one_page const& what)
{
    into.boxes.push_back({0, 0, page_width, page_height, white});
    into.boxes.push_back({0, 0, page_width, band, blue});
    put(into, office::fitted(what.organ, inner - 90, 15, 9), margin, 40, white);
    put(into, office::fitted("一图读懂", 80, 15, 9, true), page_width - margin, 40, white,
        anchor::end);
    put(into, office::fitted(what.title, inner, 26, 12, true), margin, 84, white);
}

void put_card(drawing& into, key_figure const& one, double x, double y)
{
    auto const width = card_width - 2 * padding;
    into.boxes.push_back({x, y, card_width, card_height, pale});
    into.boxes.push_back({x, y, 4, card_height, blue});
    put(into, office::fitted(one.label, width, 11, 7), x + padding, y + 20, dim);
    put(into, office::fitted(one.shown, width, 22, 10, true), x + padding, y + 48, blue);
    if (!one.comparison.empty())
        put(into, office::fitted(one.comparison, width, 10, 6.5), x + padding, y + 68, ink);
}

/// Below the cards, as far as they reach.
void put_chart_below(drawing& into, one_page const& what, double y)
{
    if (what.chart.series.empty())
        return;
    put(into, office::fitted(what.chart.title, inner, 14, 8, true), margin, y + 14, ink);
    put_chart(into, what.chart, {margin, y + 18, inner, chart_height, ink});
    if (!what.chart_note.empty())
        put(into, office::fitted(what.chart_note, inner, 8, 6), margin, y + 26 + chart_height, dim);
}

void put_foot(drawing& into, one_page const& what)
{
    auto const y = page_height - 76;
    into.lines.push_back({margin, y, page_width - margin, y, blue});
    put(into, office::fitted(what.organ + "　" + what.standing, inner, 10, 6), margin, y + 16, ink);
    put(into, office::fitted(what.cut_off, inner, 10, 6), margin, y + 30, ink);
    put(into, office::fitted("数据摘要（SHA-256）" + what.digest, inner, 8, 5), margin, y + 44,
        dim);
}

} // namespace

std::optional<one_page> one_page_of(compiled_report const& report,
                                    std::vector<report_figures> const& years,
                                    indicators const& dictionary, report_template const& form)
{
    auto const& file = report.file;
    if (!file.frozen || !file.opening)
        return {};
    one_page made{.title = std::to_string(year_of_report(file)) + "年法治政府建设年度报告",
                  .organ = file.opening->organ_name,
                  .figures = {},
                  .chart = {},
                  .chart_note = {},
                  .cut_off = "数据截止" + day_in_words(file.frozen->body.cut_off),
                  .standing = file.publication
                                  ? day_in_words(file.publication->body.published_on) + "公开"
                              : file.publications.empty() ? std::string("尚未公开")
                                                          : std::string("更正后的数据尚未公开"),
                  .digest = file.frozen->body.digest};
    for (auto const& code : form.picture.figures)
        if (auto const found = report.figures.find(code);
            found != report.figures.end() && made.figures.size() < most_figures)
            made.figures.push_back(in_words(found->second, dictionary));
    auto all = years;
    all.push_back(report.figures);
    chart_years(made, year_of_report(file), all, dictionary, form);
    return made;
}

std::optional<one_page> one_page_of(soci::reader& record, compiled_report const& report,
                                    indicators const& dictionary, report_template const& form)
{
    if (!report.file.frozen || !report.file.opening)
        return {};
    std::vector<report_figures> years;
    for (int ago = years_before; ago > 0; --ago)
        years.push_back(published_figures(record, report.file.opening->organ_name,
                                          year_of_report(report.file) - ago, dictionary));
    return one_page_of(report, years, dictionary, form);
}

drawing draw_page(one_page const& what)
{
    drawing made{.width = page_width,
                 .height = page_height,
                 .title = what.organ + what.title + "：一图读懂"};
    put_head(made, what);
    double y = cards_top;
    for (std::size_t i = 0; i < what.figures.size(); ++i) {
        bool const is_left = i % 2 == 0;
        put_card(made, what.figures[i], margin + (is_left ? 0 : card_width + card_gap), y);
        if (!is_left || i + 1 == what.figures.size())
            y += card_height + card_gap;
    }
    put_chart_below(made, what, y + 12);
    put_foot(made, what);
    return made;
}

std::optional<made_file> make_picture(one_page const& what, std::string_view format,
                                      engine::instant made_at)
{
    if (format != "svg" && format != "png" && format != "pdf")
        return {};
    auto const drawn = draw_page(what);
    if (format == "svg")
        return made_file{"image/svg+xml", office::as_svg(drawn, {})};
    if (format == "png")
        return made_file{"image/png", office::as_png(drawn, pixels_to_a_point)};
    return made_file{"application/pdf", office::as_pdf(drawn, made_at)};
}

} // namespace adapters::report
