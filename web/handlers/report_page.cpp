#include "web/handlers/report_page.hpp"

#include "adapters/report/wording.hpp"
#include "web/handlers/after_act.hpp"
#include "web/handlers/figure_words.hpp"
#include "web/handlers/form_trials.hpp"
#include "web/handlers/next_steps.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"
#include "web/random_id.hpp"

#include <algorithm>

namespace web::handlers {

namespace report = adapters::report;
namespace law = workflows::annual_report;
using boost::json::array;
using boost::json::object;
using engine::say;

std::optional<int> year_of_path(visit const& v)
{
    auto const year = number_in(v.place("year"));
    if (!year || *year < 1900 || *year > 9999)
        return {};
    return static_cast<int>(*year);
}

answer bad_report_year(visit const& v)
{
    return problem(v, 400, "malformed", say("年份应为四位数字。"));
}

std::string until_words(visit const& v, int year)
{
    return year < engine::year_of(v.today()) ? "" : v.words(say("截至{1}", v.today()));
}

std::string organ_of(visit& v)
{
    return v.house.organ_name(v.session->as.unit);
}

report::compiled_report compiled(visit& v, int year)
{
    return report::compile_report(*v.records, organ_of(v), year, v.house.dictionary(),
                                  v.house.report_form(), v.today());
}

std::optional<opened_case> case_of(visit& v, report::compiled_report const& report)
{
    if (!report.filed)
        return {};
    return open_file(v, report.filed->on);
}

void put_report_head(visit& v, answer& page, report::compiled_report const& report,
                     std::optional<opened_case> const& file, std::string_view at)
{
    auto const year = law::year_of_report(report.file);
    auto const home = "/reports/" + std::to_string(year);
    page.view["title"] = law::title_of(report.file);
    page.view["year"] = year;
    page.view["report_href"] = home;
    page.view["is_filed"] = report.filed.has_value();
    page.view["is_taken_over"] = law::is_taken_over(report.file);
    page.view["number"] = report.filed ? report.filed->number : "";
    page.view["case"] = report.filed ? report.filed->on.value : 0;
    page.view["case_href"] = report.filed ? "/cases/" + std::to_string(report.filed->on.value) : "";
    page.view["phase_words"] =
        file ? v.words("phase." + file->file().summary().phase) : std::string();
    array tabs;
    for (auto const& [name, path] :
         {std::pair{"main", ""}, std::pair{"text", "/text"}, std::pair{"answers", "/answers"},
          std::pair{"years", "/years"}})
        tabs.push_back(object{{"words", v.words("reports.tab." + std::string(name))},
                              {"href", home + path},
                              {"here", at == name}});
    page.only_page["tabs"] = std::move(tabs);
    page.only_page["done"] = "";
    if (file)
        show_done(v, *file, page);
    if (at != "findings") // which has pages of its own to go on to
        page.only_page["next"] = file ? next_steps(v, *file) : object{{"any", false}};
    auto const since = law::corrected_since(report.file);
    page.only_page["correction_words"] =
        since ? v.words(say("本报告自{1}起更正中，须重新作保密审查、审签、报送和公开。公众看到的仍"
                            "是{2}公开的内容。",
                            *since, report.file.publications.back().body.published_on))
              : "";
    page.only_page["problem"] = false;
    if (v.came_back) {
        page.status = v.came_back->status;
        page.only_page["problem"] = problem_view(v, *v.came_back, file ? &*file : nullptr);
    }
    if (file)
        page.headers.emplace_back("ETag", "\"" + std::to_string(file->version()) + "\"");
}

namespace {

using law::freezing::value_origin;

/// The acts that the record counts for a figure.
std::string counted_page(report::compiled_report const& report, std::string const& code)
{
    return "/figures/" + percent_encoded(code) +
           "?year=" + std::to_string(law::year_of_report(report.file));
}

std::string act_of_report(report::compiled_report const& report, long long seq)
{
    return report.filed
               ? "/cases/" + std::to_string(report.filed->on.value) + "/acts/" + std::to_string(seq)
               : std::string();
}

/// The last act that corrected a figure; empty where none did.
std::string correction_act(report::compiled_report const& report, std::string const& code)
{
    auto const& all = report.file.restated;
    auto const last = std::find_if(all.rbegin(), all.rend(),
                                   [&](auto const& one) { return one.body.indicator == code; });
    return last == all.rend() ? std::string() : act_of_report(report, last->seq);
}

/// What a figure is reckoned from; null where it is not.
report::formula const* formula_of(visit const& v, report::report_figure const& one)
{
    auto const* known = v.house.dictionary().find(one.indicator);
    return one.origin == value_origin::derived && known && known->follows ? &*known->follows
                                                                          : nullptr;
}

/// Where that stands which is behind a figure: of the record the acts that it counts, of an answer
/// its act, of what follows from other figures that of the first of them. The record keeps the sum
/// of a mean under the same name.
std::string page_behind(visit const& v, report::compiled_report const& report,
                        report::report_figure const& one)
{
    if (one.origin == value_origin::record)
        return counted_page(report, one.indicator);
    if (one.origin == value_origin::answer)
        return act_of_report(report, one.answer_act);
    auto const* by = formula_of(v, one);
    if (by && by->what == one.indicator)
        return counted_page(report, one.indicator);
    auto const first = by ? report.figures.find(by->what) : report.figures.end();
    return first == report.figures.end() ? std::string() : page_behind(v, report, first->second);
}

/// Each of the figures that a figure is reckoned from, with what is behind it.
array parts_of(visit const& v, report::compiled_report const& report,
               report::report_figure const& one)
{
    array made;
    auto const* by = formula_of(v, one);
    if (!by)
        return made;
    for (auto const& code : {by->what, by->whole}) {
        if (code.empty())
            continue;
        auto const found = report.figures.find(code);
        made.push_back(object{{"words", v.house.dictionary().name(code, v.words.code())},
                              {"href", found == report.figures.end()
                                           ? std::string()
                                           : page_behind(v, report, found->second)}});
    }
    return made;
}

} // namespace

object report_figure_view(visit const& v, report::compiled_report const& report,
                          report::report_figure const& one)
{
    auto const& dictionary = v.house.dictionary();
    auto const* known = dictionary.find(one.indicator);
    auto const unit = dictionary.unit(one.indicator);
    auto const places = known && known->follows ? std::max(known->follows->places, 1) : 1;
    std::string source;
    switch (one.origin) {
    case value_origin::record:
        source = v.words("reports.origin.record");
        break;
    case value_origin::answer:
        source = (one.is_imported ? v.words("reports.origin.imported")
                                  : v.house.unit_name(one.unit) + " " + one.answered_by) +
                 " · " + one.source;
        break;
    case value_origin::derived:
        source =
            v.words("reports.origin.derived") +
            (known && known->follows ? dictionary.name(known->follows->what, v.words.code()) : "");
        break;
    }
    auto parts = parts_of(v, report, one);
    return {{"indicator", one.indicator},
            {"label", dictionary.name(one.indicator, v.words.code())},
            {"value", one.value},
            {"unit", unit},
            {"shown", figure_words(v, one.value, one.rounded, unit)},
            {"rounded", engine::name_of(one.rounded)},
            {"note", one.note},
            {"last_year", one.last_year.value_or("")},
            {"comparison", report::compared(one.value, one.last_year, one.rounded, unit, places)},
            {"origin", engine::name_of(one.origin)},
            {"source", source},
            {"href", page_behind(v, report, one)},
            {"has_parts", !parts.empty()},
            {"parts", std::move(parts)},
            {"in_text", report.text.told.contains(one.indicator)},
            {"not_in_text", !one.is_imported && !law::is_taken_over(report.file) &&
                                !report.text.told.contains(one.indicator)},
            {"imported", one.is_imported},
            {"counted_here", one.counted_here},
            {"counted_href", one.counted_here.empty() ? "" : counted_page(report, one.indicator)},
            {"last_year_imported", one.last_year_is_imported},
            {"before_correction", one.before_correction.value_or("")},
            {"correction_href", correction_act(report, one.indicator)},
            {"reason", one.reason}};
}

std::string heading_in_report(visit const& v, report::report_place const& place)
{
    return v.words(place.section.empty() ? "figures.not_in_report"
                                         : "choice.report_section." + place.section);
}

std::string unit_beside_name(visit const& v, std::string const& code)
{
    auto const& dictionary = v.house.dictionary();
    auto unit = v.words(dictionary.unit(code));
    return dictionary.name(code, v.words.code()).ends_with(unit) ? std::string() : unit;
}

object act_form_view(visit const& v, opened_case const& file, std::string_view kind,
                     std::string_view back)
{
    auto const came_back = v.came_back && v.came_back->kind == kind;
    return {
        {"action", "/cases/" + std::to_string(file.line().id.value) + "/acts"},
        {"kind", kind},
        {"act_words", act_words(v.words, kind)},
        {"act_id", random_id()},
        {"seen", file.version()},
        {"back", back},
        {"confirmation", came_back ? confirmation_of(v, v.came_back->to_confirm) : std::string()}};
}

bool is_open(std::map<std::string, engine::offer, std::less<>> const& offers, std::string_view kind)
{
    auto const found = offers.find(kind);
    return found != offers.end() && found->second.is_open();
}

} // namespace web::handlers
