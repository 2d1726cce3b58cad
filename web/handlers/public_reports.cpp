#include "web/handlers/public_reports.hpp"

#include "adapters/report/one_page.hpp"
#include "web/handlers/document_answer.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/public_view.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "workflows/annual_report/procedure.hpp"

// A published annual report on one page, for everybody: as a page with its figures, and as a
// picture. What is being corrected is not shown until it is published again.

namespace web::handlers {
namespace {

namespace report = adapters::report;
namespace law = workflows::annual_report;
using boost::json::array;
using boost::json::object;

constexpr long long newest = 3;
constexpr char const* family = "annual_report";
constexpr char const* is_published = "report_published";

/// The report of the case of the path, compiled, if it is published now.
std::optional<report::compiled_report> published_report(visit& v)
{
    auto const id = number_in(v.place("id"));
    auto const entry = id ? v.records->find_case(engine::case_id{*id}) : std::nullopt;
    if (!entry || engine::family_of(entry->head.line.shape) != family ||
        entry->summary.phase != is_published)
        return {};
    auto const file = law::file_of(v.records->acts_of(entry->head.line.id));
    if (!file.opening || !file.publication)
        return {};
    auto made =
        report::compile_report(*v.records, file.opening->organ_name, law::year_of_report(file),
                               v.house.dictionary(), v.house.report_form());
    if (!made.filed || made.filed->on != entry->head.line.id)
        return {};
    return made;
}

std::optional<report::one_page> page_of(visit& v, report::compiled_report const& compiled)
{
    return report::one_page_of(*v.records, compiled, v.house.dictionary(), v.house.report_form());
}

object chart_view(report::one_page const& page)
{
    array headings, cells;
    for (auto const& year : page.chart.years)
        headings.push_back(object{{"year", year}});
    bool const any = !page.chart.series.empty();
    if (any)
        for (auto const& shown : page.chart.series.front().shown)
            cells.push_back(object{{"value", shown.empty() ? "—" : shown}});
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
    return records.list_cases({.family = family, .phase = is_published}, {}, most).rows;
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
                              {"report_href", public_href_of_report(one.head.line.id)}});
    return made;
}

answer show_public_report(visit& v)
{
    auto const compiled = published_report(v);
    auto const one = compiled ? page_of(v, *compiled) : std::nullopt;
    if (!one)
        return public_not_found(v);
    answer page{.page = "public_report"};
    page.view["title"] = law::title_of(compiled->file);
    page.view["organ"] = one->organ;
    page.view["year"] = law::year_of_report(compiled->file);
    page.view["published_on"] = engine::to_text(compiled->file.publication->body.published_on);
    page.view["published_words"] = v.words.date(compiled->file.publication->body.published_on);
    page.view["published_at"] = compiled->file.publication->body.published_at;
    page.view["cut_off"] = engine::to_text(compiled->file.frozen->body.cut_off);
    page.view["cut_off_words"] = v.words.date(compiled->file.frozen->body.cut_off);
    page.view["digest"] = one->digest;
    array figures;
    for (auto const& figure : one->figures)
        figures.push_back(
            object{{"indicator", figure.indicator},
                   {"label", v.house.dictionary().name(figure.indicator, v.words.code())},
                   {"shown", figure.shown},
                   {"comparison", figure.comparison}});
    page.view["figures"] = std::move(figures);
    page.view["chart"] = chart_view(*one);
    auto const home = public_href_of_report(compiled->filed->on);
    for (auto const* format : {"svg", "png", "pdf"})
        page.view[std::string(format) + "_href"] = home + "/picture." + format;
    return page;
}

answer show_public_report_picture(visit& v)
{
    constexpr std::string_view name = "picture.";
    std::string_view asked = v.place("file");
    auto const compiled = asked.starts_with(name) ? published_report(v) : std::nullopt;
    if (!compiled)
        return public_not_found(v);
    asked.remove_prefix(name.size());
    // The same version of the report, and of those before it, gives the same bytes; the picture is
    // only drawn for who does not have it.
    auto made =
        tagged_answer(v,
                      compiled->file.frozen->body.digest + "-" +
                          std::to_string(compiled->filed->version) + "-" + std::string(asked),
                      "public, max-age=300");
    if (is_known(made))
        return made;
    auto const page = page_of(v, *compiled);
    auto file =
        page ? report::make_picture(*page, asked, compiled->filed->changed_at) : std::nullopt;
    if (!file)
        return public_not_found(v);
    made.as_is->body = std::move(file->bytes);
    made.as_is->with("Content-Type", file->media_type)
        .with("Content-Disposition",
              "inline; filename*=UTF-8''" +
                  percent_encoded(compiled->text.title + "." + std::string(asked)));
    lock_up(*made.as_is);
    return made;
}

} // namespace web::handlers
