#include "web/handlers/public_reports.hpp"

#include "adapters/report/one_page.hpp"
#include "web/handlers/document_answer.hpp"
#include "web/handlers/figure_words.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/public_view.hpp"
#include "web/handlers/report_lines.hpp"
#include "web/masking.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "workflows/annual_report/procedure.hpp"

#include <algorithm>
#include <array>

// A published annual report for everybody: its text in the page and as a document, and the same on
// one page, with its figures and as a picture. While it is being corrected they go on showing what
// was published, with a mark.

namespace web::handlers {
namespace {

namespace report = adapters::report;
namespace law = workflows::annual_report;
using boost::json::array;
using boost::json::object;
using engine::say;

constexpr long long newest = 3;
constexpr std::array<char const*, 2> formats_of_text = {"docx", "pdf"};
constexpr char const* family = "annual_report";
constexpr char const* is_published = "report_published";
constexpr char const* is_being_corrected = "report_correcting";

/// The report of the case of the path, if it was published.
std::optional<report::published_report> published_report(visit& v)
{
    auto const id = number_in(v.place("id"));
    return id ? report::find_published(*v.records, engine::case_id{*id}) : std::nullopt;
}

/// With what the public's pages mask masked in its text; its figures stay as they are.
report::compiled_report compiled(visit& v, report::published_report const& shown)
{
    auto made = report::compile_report(*v.records, shown.version, v.house.dictionary(),
                                       v.house.report_form());
    for (auto& line : made.text.lines)
        for (auto& one : line.spans)
            if (one.indicator.empty())
                one.words = masked_words(one.words);
    return made;
}

std::optional<report::one_page> page_of(visit& v, report::compiled_report const& compiled)
{
    return report::one_page_of(*v.records, compiled, v.house.dictionary(), v.house.report_form());
}

/// "report.docx" or "picture.png"; nothing for anything else.
std::optional<report::made_file> make_public_file(visit& v, report::published_report const& shown,
                                                  std::string_view asked)
{
    constexpr std::string_view whole = "report.", picture = "picture.";
    auto const format = asked.substr(std::min(asked.find('.') + 1, asked.size()));
    bool const is_text =
        std::find(formats_of_text.begin(), formats_of_text.end(), format) != formats_of_text.end();
    if (asked.starts_with(whole) && is_text)
        return report::make_file(compiled(v, shown), v.house.dictionary(), format, v.now,
                                 v.house.with().dir / "scratch");
    if (!asked.starts_with(picture))
        return {};
    auto const page = page_of(v, compiled(v, shown));
    return page ? report::make_picture(*page, format, shown.version.changed_at) : std::nullopt;
}

/// The figures that were corrected since the report was first published, as its version of now has
/// them.
array corrections_view(visit const& v, law::report_file const& file)
{
    auto const& dictionary = v.house.dictionary();
    array made;
    for (auto const& one : law::told_corrections(file)) {
        auto const& what = one.body;
        auto const unit = dictionary.unit(what.indicator);
        made.push_back(
            object{{"indicator", what.indicator},
                   {"label", dictionary.name(what.indicator, v.words.code())},
                   {"before", figure_words(v, one.before, one.before_rounded, unit)},
                   {"shown",
                    figure_words(v, what.value, what.rounded.value_or(law::rounding::exact), unit)},
                   {"reason", std::string(what.reason)},
                   {"corrected_on", engine::to_text(one.on)},
                   {"corrected_words", v.words.date(one.on)}});
    }
    return made;
}

object chart_view(report::one_page const& page)
{
    array headings, cells;
    for (auto const& year : page.chart.years)
        headings.push_back(object{{"year", year}});
    bool const any = !page.chart.series.empty();
    if (any) {
        auto const& shown = page.chart.series.front().shown;
        for (std::size_t i = 0; i < shown.size(); ++i)
            cells.push_back(object{{"year", page.chart.years[i]},
                                   {"value", shown[i].empty() ? "—" : shown[i]}});
    }
    return {{"any", any},
            {"chart_title", page.chart.title},
            {"series", any ? page.chart.series.front().name : ""},
            {"headings", std::move(headings)},
            {"cells", std::move(cells)},
            {"note", page.chart_note}};
}

} // namespace

std::vector<adapters::soci::case_entry> published_reports(adapters::soci::reader& records,
                                                          long long most)
{
    std::vector<adapters::soci::case_entry> all;
    for (auto const* phase : {is_published, is_being_corrected})
        for (auto& one : records.list_cases({.family = family, .phase = phase}, {}, most).rows)
            all.push_back(std::move(one));
    std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) {
        return a.head.line.id.value > b.head.line.id.value;
    });
    if (static_cast<long long>(all.size()) > most)
        all.resize(static_cast<std::size_t>(most));
    return all;
}

std::string public_href_of_report(engine::case_id id)
{
    return "/public/reports/" + std::to_string(id.value);
}

array newest_reports_view(visit& v)
{
    array made;
    for (auto const& one : published_reports(*v.records, newest))
        made.push_back(object{{"report_title", one.summary.title},
                              {"report_href", public_href_of_report(one.head.line.id)},
                              {"is_being_corrected", one.summary.phase == is_being_corrected}});
    return made;
}

answer show_public_report(visit& v)
{
    auto const shown = published_report(v);
    if (!shown)
        return public_not_found(v);
    auto const whole = compiled(v, *shown);
    auto const one = page_of(v, whole);
    if (!one)
        return public_not_found(v);
    auto const& file = shown->version.file;
    auto const& publication = file.publication->body;
    answer page{.page = "public_report"};
    page.view["title"] = law::title_of(file);
    page.view["organ"] = one->organ;
    page.view["year"] = law::year_of_report(file);
    page.view["published_on"] = engine::to_text(publication.published_on);
    page.view["published_words"] = v.words.date(publication.published_on);
    page.view["published_at"] = publication.published_at;
    auto const& since = shown->corrected_since;
    page.view["corrected_since"] = since ? engine::to_text(*since) : "";
    page.view["correction_words"] =
        since ? v.words(say("本报告自{1}起更正中。更正后的报告公开以前，这里仍是{2}公开的内容。",
                            *since, publication.published_on))
              : "";
    auto corrections = corrections_view(v, file);
    page.view["has_corrections"] = !corrections.empty();
    page.view["corrections"] = std::move(corrections);
    page.view["cut_off"] = engine::to_text(file.frozen->body.cut_off);
    page.view["cut_off_words"] = v.words.date(file.frozen->body.cut_off);
    page.view["digest"] = one->digest;
    array figures;
    auto const& dictionary = v.house.dictionary();
    for (auto const& figure : one->figures) {
        auto const& value = whole.figures.at(figure.indicator);
        figures.push_back(object{{"indicator", figure.indicator},
                                 {"label", dictionary.name(figure.indicator, v.words.code())},
                                 {"shown", figure_words(v, value.value, value.rounded,
                                                        dictionary.unit(figure.indicator))},
                                 {"comparison", figure.comparison}});
    }
    page.view["figures"] = std::move(figures);
    page.view["chart"] = chart_view(*one);
    auto const home = public_href_of_report(shown->version.on);
    for (auto const* format : {"svg", "png", "pdf"})
        page.view[std::string(format) + "_href"] = home + "/picture." + format;
    object text{{"lines", report_lines_view(whole.text, [](report::report_span const&) {
                     return std::string();
                 })}};
    for (std::string const format : formats_of_text)
        text[format + "_href"] = home + "/report." + format;
    page.view["text"] = std::move(text);
    return page;
}

answer show_public_report_file(visit& v)
{
    std::string_view const asked = v.place("file");
    auto const shown = published_report(v);
    if (!shown)
        return public_not_found(v);
    // The same version of the report, and of those before it, gives the same bytes; the file is
    // only made for who does not have it.
    auto made = tagged_answer(v,
                              shown->version.file.frozen->body.digest + "-" +
                                  std::to_string(shown->version.version) + "-" + std::string(asked),
                              "public, max-age=300");
    if (is_known(made))
        return made;
    auto file = make_public_file(v, *shown, asked);
    if (!file)
        return public_not_found(v);
    made.as_is->body = std::move(file->bytes);
    made.as_is->with("Content-Type", file->media_type)
        .with("Content-Disposition",
              "inline; filename*=UTF-8''" +
                  percent_encoded(law::title_of(shown->version.file) +
                                  std::string(asked.substr(asked.rfind('.')))));
    lock_up(*made.as_is);
    return made;
}

} // namespace web::handlers
