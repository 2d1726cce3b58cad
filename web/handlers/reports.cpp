#include "adapters/office/paper.hpp"
#include "adapters/report/record_gate.hpp"
#include "web/handlers/figure_words.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/report_findings.hpp"
#include "web/handlers/report_lines.hpp"
#include "web/handlers/report_page.hpp"
#include "web/handlers/report_request.hpp"
#include "web/handlers/typed_figures.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"
#include "web/random_id.hpp"
#include "workflows/annual_report/conditions.hpp"
#include "workflows/annual_report/procedure.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

// The annual reports: the list, and the page of a year with everything the compiler does there.

namespace web::handlers {
namespace {

namespace report = adapters::report;
namespace law = workflows::annual_report;
using boost::json::array;
using boost::json::object;
using engine::say;
using standing = law::asked_figure::standing;

/// So many years back a report may be opened from the list.
constexpr int years_offered = 10;

/// What a link to the form of an act leads to.
std::string id_of(std::string_view kind)
{
    return "act-" + std::string(kind);
}

std::string standing_words(visit const& v, standing is)
{
    switch (is) {
    case standing::asked:
        return v.words("reports.standing.asked");
    case standing::answered:
        return v.words("reports.standing.answered");
    case standing::accepted:
        return v.words("reports.standing.accepted");
    case standing::sent_back:
        return v.words("reports.standing.sent_back");
    case standing::waived:
        return v.words("reports.standing.waived");
    }
    return {};
}

/// Why it was sent back or waived; of an answer that waits, what is to be looked at.
std::string why_of(visit const& v, law::asked_figure const& one)
{
    auto const& dictionary = v.house.dictionary();
    if (one.is != standing::answered ||
        !report::is_above_whole(one.indicator, one.answer->value, dictionary))
        return one.reason;
    return v.words(say("{1}超过100%，请核对", dictionary.name(one.indicator, v.words.code())));
}

/// What an answer was corrected to after the figures were frozen; empty where it was not.
std::string corrected_words(visit const& v, law::report_file const& report,
                            law::asked_figure const& one)
{
    auto const* last = law::find_restated(report, one.indicator);
    return last && one.is == standing::accepted
               ? v.words("reports.after_correction") + " " +
                     figure_words(v, last->value, last->rounded.value_or(law::rounding::exact),
                                  v.house.dictionary().unit(one.indicator))
               : std::string();
}

std::string shown_value(visit const& v, std::string const& indicator,
                        law::collection::given_value const& given)
{
    return figure_words(v, given.value, given.rounded.value_or(law::rounding::exact),
                        v.house.dictionary().unit(indicator));
}

object asked_view(visit const& v, opened_case const& file, law::report_file const& report,
                  law::asked_figure const& one)
{
    auto const answered = one.answer.has_value();
    auto const acts = "/cases/" + std::to_string(file.line().id.value) + "/acts/";
    bool const is_replaced = one.is == standing::answered && one.replaced;
    auto standing_since = standing_words(v, one.is);
    if (!one.waits_for_unit())
        standing_since += " " + v.words.date(one.stands_since);
    return {{"indicator", one.indicator},
            {"label", v.house.dictionary().name(one.indicator, v.words.code())},
            {"unit_of", v.words(v.house.dictionary().unit(one.indicator))},
            {"standing_words", standing_since},
            {"is_answered", one.is == standing::answered},
            {"is_accepted", one.is == standing::accepted},
            {"is_open", one.is != standing::accepted && one.is != standing::waived},
            {"is_late", one.waits_for_unit() && one.answer_by < v.today()},
            {"due_words", one.waits_for_unit() ? v.words.date(one.answer_by) : std::string()},
            {"value", answered ? one.answer->value : ""},
            {"shown", answered ? shown_value(v, one.indicator, *one.answer) : ""},
            {"corrected", corrected_words(v, report, one)},
            {"replaced", is_replaced ? shown_value(v, one.indicator, *one.replaced) : ""},
            {"replaced_href", is_replaced ? acts + std::to_string(one.replaced_act) : ""},
            {"last_year", answered ? one.answer->last_year.value_or("") : ""},
            {"note", answered ? one.answer->note.value_or("") : ""},
            {"source", answered ? one.answer->source : ""},
            {"by", one.answered_by_name},
            {"why", why_of(v, one)},
            {"href", answered ? acts + std::to_string(one.answer_act) : ""}};
}

constexpr std::array kinds_about_figures = {law::collection::accepted::kind,
                                            law::collection::sent_back::kind,
                                            law::collection::waived::kind};

/// Whether a form of this kind is about a figure as it stands.
bool is_subject_of(std::string_view kind, law::asked_figure const& one)
{
    if (kind == law::collection::waived::kind)
        return one.is != standing::accepted && one.is != standing::waived;
    return kind == law::collection::sent_back::kind ? one.may_be_sent_back()
                                                    : one.is == standing::answered;
}

/// Whether the form that explains a finding, which came back, still stands on the page.
bool has_form_to_explain(law::report_file const& report, typed_form const& typed)
{
    auto const* named = typed.body.if_contains("finding");
    auto const* finding = named ? named->if_string() : nullptr;
    auto const is_it = [&](law::gate::record_finding const& one) {
        return one.finding == std::string_view(*finding) && law::is_open_finding(report, one);
    };
    return finding && report.check &&
           std::any_of(report.check->body.findings.begin(), report.check->body.findings.end(),
                       is_it);
}

/// Whether a form about figures of a unit, which came back, still stands on the page.
bool has_form_about(law::report_file const& report, typed_form const& typed)
{
    auto const* named = typed.body.if_contains("unit");
    auto const* unit = named ? named->if_string() : nullptr;
    return unit && std::any_of(report.asked.begin(), report.asked.end(), [&](auto const& one) {
               return one.unit == std::string_view(*unit) && is_subject_of(typed.kind, one);
           });
}

/// The form about figures of a unit, as it was sent if it came back.
object form_about(visit const& v, opened_case const& file, std::string_view kind,
                  std::string_view unit, array const& figures)
{
    typed_figures const typed(v, kind, "unit", unit);
    auto shown = act_form_view(v, file, kind, "report/main");
    shown["any"] = true;
    auto& codes = shown["codes"].emplace_array();
    for (auto const& one : figures) {
        auto code = one.as_object();
        code["ticked"] = typed.came_back() ? typed.has_ticked(code.at("code").as_string())
                                           : kind == law::collection::accepted::kind;
        codes.push_back(std::move(code));
    }
    shown["expanded"] = typed.came_back();
    // Of the forms of several units this one is what the notice above leads to.
    shown["suffix"] = typed.came_back() ? std::string() : "-" + std::string(unit);
    shown["reason"] = typed.word("reason");
    shown["indicators_fault"] = typed.fault_of("indicators");
    shown["reason_fault"] = typed.fault_of("reason");
    return shown;
}

/// The requests by unit, each with the forms that fit.
array requests_view(visit const& v, opened_case const& file, law::report_file const& report,
                    std::map<std::string, engine::offer, std::less<>> const& offers)
{
    std::map<std::string, array> by_unit;
    std::map<std::string, std::map<std::string_view, array>> codes; ///< by unit and kind of form
    for (auto const& one : report.asked) {
        by_unit[one.unit].push_back(asked_view(v, file, report, one));
        object const code{{"code", one.indicator},
                          {"words", v.house.dictionary().name(one.indicator, v.words.code())}};
        for (auto const kind : kinds_about_figures)
            if (is_subject_of(kind, one))
                codes[one.unit][kind].push_back(code);
    }
    array made;
    bool any_to_accept = false;
    for (auto& [of_unit, rows] : by_unit) {
        auto const& unit = of_unit; // Clang 14 captures no structured binding
        auto const form = [&](std::string_view kind) {
            auto const& of = codes[unit][kind];
            return !of.empty() && is_open(offers, kind) ? form_about(v, file, kind, unit, of)
                                                        : object{{"any", false}};
        };
        auto accept = form(law::collection::accepted::kind);
        auto const may_accept = accept.at("any").as_bool();
        accept["id"] = may_accept && !any_to_accept ? id_of(law::collection::accepted::kind) : "";
        any_to_accept = any_to_accept || may_accept;
        made.push_back(object{{"unit", unit},
                              {"unit_name", v.house.unit_name(unit)},
                              {"rows", std::move(rows)},
                              {"accept", std::move(accept)},
                              {"send_back", form(law::collection::sent_back::kind)},
                              {"waive", form(law::collection::waived::kind)}});
    }
    return made;
}

object gate_view(visit& v, law::report_file const& report,
                 std::map<std::string, engine::offer, std::less<>> const& offers)
{
    object made{{"may_check", is_open(offers, law::gate::checked::kind)},
                {"is_checked", report.check.has_value()},
                {"units", array()},
                {"blocking", 0}};
    put_findings(v, made, report, 0);
    if (!report.check)
        return made;
    auto const& findings = report.check->body.findings;
    auto const is_open_one = [&](auto const& one) { return law::is_open_finding(report, one); };
    array units;
    for (auto const& one : report.check->body.units)
        units.push_back(object{
            {"unit_name", v.house.unit_name(one.unit)},
            {"cases", one.cases},
            {"cases_at_fault", one.cases_at_fault},
            {"score", one.cases == 0 ? 100 : 100 * (one.cases - one.cases_at_fault) / one.cases}});
    made["checked_words"] = v.words.date(report.check->on);
    made["units"] = std::move(units);
    made["blocking"] = std::count_if(findings.begin(), findings.end(), is_open_one);
    return made;
}

/// Of the whole report; the days to answer by stand in the requests.
array limits_of_report(visit const& v, opened_case const& file)
{
    auto made = limits_named(v, file, "report_submission");
    for (auto& one : limits_named(v, file, "report_publication"))
        made.push_back(std::move(one));
    return made;
}

array figures_view(visit const& v, report::compiled_report const& compiled)
{
    array made;
    for (auto const& [code, one] : compiled.figures)
        made.push_back(report_figure_view(v, compiled, one));
    return made;
}

/// Where that stands which is behind a figure of the report as it is, or as it would be frozen now.
std::string address_behind(visit const& v, report::compiled_report const& compiled,
                           std::string const& code)
{
    auto const now = compiled.current.find(code);
    auto const& figure = now == compiled.current.end() ? compiled.figures.at(code) : now->second;
    return std::string(report_figure_view(v, compiled, figure).at("href").as_string());
}

/// What would be other if the figures were frozen again.
array changes_view(visit const& v, report::compiled_report const& compiled)
{
    array made;
    if (!compiled.file.frozen)
        return made;
    for (auto const& one : report::changes(compiled.figures, compiled.current)) {
        auto const held = compiled.figures.find(one.indicator);
        auto const frozen =
            held == compiled.figures.end() ? std::nullopt : held->second.before_correction;
        made.push_back(object{{"indicator", one.indicator},
                              {"label", v.house.dictionary().name(one.indicator, v.words.code())},
                              {"href", address_behind(v, compiled, one.indicator)},
                              {"before", frozen.value_or(one.before)},
                              {"corrected", frozen ? one.before : std::string()},
                              {"now", one.now}});
    }
    return made;
}

array lines_view(visit const& v, report::compiled_report const& compiled)
{
    return report_lines_view(compiled.text, [&](report::report_span const& one) {
        auto const figure = compiled.figures.find(one.indicator);
        if (figure == compiled.figures.end())
            return std::string();
        return std::string(report_figure_view(v, compiled, figure->second).at("href").as_string());
    });
}

/// What the report still waits for, whoever has to do it.
array missing_view(visit const& v, opened_case const& file)
{
    array made;
    for (auto const& one : file.file().offers(actor_on(v, file), circumstances_of(v, file))) {
        auto const grounds = beside_role(one.refusals);
        auto const is_text = one.kind == law::narrative::written::kind && one.duty;
        if (one.kind != law::freezing::frozen::kind && !is_text &&
            !one.kind.starts_with("release."))
            continue;
        if (one.kind == law::release::returned::kind || grounds.empty())
            continue; // what lacks nothing is the next step
        auto view = offer_view(v, one);
        // That the house makes the body is no ground to show; the standing ones are.
        view["refusals"] = refusals_view(v, grounds);
        made.push_back(std::move(view));
    }
    return made;
}

array release_forms(visit const& v, opened_case const& file,
                    std::map<std::string, engine::offer, std::less<>> const& offers)
{
    array made;
    auto const kept = drafts_kept_on(v, file);
    for (auto const& [kind, offer] : offers)
        if (offer.is_open() &&
            (kind.starts_with("release.") || kind == law::freezing::restated::kind)) {
            auto form = offer_form(v, file, offer, kept,
                                   {.typed = v.came_back, .return_to = "report/main"});
            if (offer.duty)
                form["expanded"] = true;
            made.push_back(std::move(form));
        }
    return made;
}

/// The form that freezes: while only the year lacks, from which day; and what was chosen, if it
/// came back.
object freeze_view(visit const& v, law::report_file const& file,
                   std::map<std::string, engine::offer, std::less<>> const& offers)
{
    auto const found = offers.find(law::freezing::frozen::kind);
    if (found == offers.end())
        return {{"any", false}, {"opens_words", ""}};
    auto const yesterday = v.today() - std::chrono::days(1);
    auto const last =
        file.check ? std::min(yesterday, file.check->on - std::chrono::days(1)) : yesterday;
    auto const first = law::last_day_of_report(file);
    auto const opens = engine::opens_on(found->second.refusals);
    auto chosen = engine::to_text(last);
    if (v.came_back && v.came_back->kind == law::freezing::frozen::kind)
        if (auto const* typed = v.came_back->body.if_contains("cut_off"))
            chosen = typed->as_string();
    return {{"any", found->second.is_open()},
            {"opens_words", opens ? v.words.date(*opens) : ""},
            {"act_id", random_id()},
            {"first", engine::to_text(first)},
            {"last", engine::to_text(std::max(first, last))},
            {"cut_off", chosen}};
}

object open_view(visit const& v, int year, std::string const& organ)
{
    auto const may =
        v.house.with().law.entitled.may_act(v.actor(), law::report::opened::kind, nullptr);
    return {{"any", may && year <= engine::year_of(v.today())},
            {"year", year},
            {"organ", organ},
            {"shape", law::shape_name},
            {"kind", law::report::opened::kind},
            {"act_id", random_id()}};
}

/// For the list: the years of late that have no report yet. The first after the oldest report is
/// chosen; while it is over, its report is due and the form stands open.
object open_one_of_view(visit const& v, std::set<int> const& reported, std::string const& organ)
{
    auto const this_year = engine::year_of(v.today());
    auto next = reported.empty() ? this_year - 1 : *reported.begin();
    while (reported.contains(next))
        ++next;
    array years;
    for (auto year = this_year; year > this_year - years_offered; --year)
        if (!reported.contains(year))
            years.push_back(object{{"open_year", year}, {"chosen", year == next}});
    auto made = open_view(v, std::min(next, this_year), organ);
    made["expanded"] = next < this_year;
    made["any"] = made.at("any").as_bool() && !years.empty();
    made["open_years"] = std::move(years);
    return made;
}

array files_view(std::string const& home, bool is_taken_over)
{
    array made;
    auto const add = [&](std::initializer_list<char const*> formats) {
        for (auto const* format : formats)
            made.push_back(object{{"format", format}, {"href", home + "/files/report." + format}});
    };
    if (!is_taken_over)
        add({"docx", "pdf", "md"});
    add({"xlsx", "csv", "json"});
    return made;
}

/// The picture of the report, once its figures are frozen.
object picture_view(report::compiled_report const& compiled, std::string const& home)
{
    object made{{"any", compiled.filed && compiled.file.frozen}};
    for (auto const* format : {"svg", "png", "pdf"})
        made[std::string(format) + "_href"] = home + "/files/picture." + format;
    made["public_href"] = compiled.filed && !compiled.file.publications.empty()
                              ? "/public/reports/" + std::to_string(compiled.filed->on.value)
                              : std::string();
    return made;
}

/// The acts that brought figures of a year before reports were kept here.
array taken_over_view(visit const& v, report::compiled_report const& compiled)
{
    array made;
    for (auto const& one : compiled.file.taken_over)
        made.push_back(object{{"source", one.body.source},
                              {"count", one.body.values.size()},
                              {"by", one.name},
                              {"on_words", v.words.date(one.on)},
                              {"were_published", one.body.were_published},
                              {"href", "/cases/" + std::to_string(compiled.filed->on.value) +
                                           "/acts/" + std::to_string(one.seq)}});
    return made;
}

/// What was done once and again after each correction: the day of the first time.
template <class Body>
std::string day_of_first(visit const& v, std::vector<law::entered<Body>> const& all,
                         engine::day Body::*when)
{
    return all.empty() ? std::string() : v.words.date(all.front().body.*when);
}
/// The day of the last time, where there was more than the first.
template <class Body>
std::string day_of_correction(visit const& v, std::vector<law::entered<Body>> const& all,
                              engine::day Body::*when)
{
    return all.size() < 2 ? std::string() : v.words.date(all.back().body.*when);
}

} // namespace

answer list_reports(visit& v)
{
    using law::release::published;
    using law::release::submitted;
    auto const organ = organ_of(v);
    answer page{.page = "reports"};
    page.view["title"] = v.words("nav.reports");
    array reports;
    std::set<int> reported;
    for (auto const& one : report::filed_reports(*v.records, organ)) {
        auto const year = law::year_of_report(one.file);
        reported.insert(year);
        auto const entry = v.records->find_case(one.on);
        reports.push_back(object{
            {"year", year},
            {"number", one.number},
            {"report_title", law::title_of(one.file)},
            {"href", "/reports/" + std::to_string(year)},
            {"phase_words", entry ? v.words("phase." + entry->summary.phase) : ""},
            {"frozen_words", one.file.frozen ? v.words.date(one.file.frozen->on) : std::string()},
            {"submitted_words", day_of_first(v, one.file.submissions, &submitted::submitted_on)},
            {"submitted_again_words",
             day_of_correction(v, one.file.submissions, &submitted::submitted_on)},
            {"published_words", day_of_first(v, one.file.publications, &published::published_on)},
            {"published_again_words",
             day_of_correction(v, one.file.publications, &published::published_on)},
            {"corrections", one.file.restated.size()}});
    }
    page.view["empty"] = reports.empty();
    page.view["reports"] = std::move(reports);
    array years;
    for (auto const year : v.records->years_counted())
        years.push_back(object{{"year", year}, {"href", "/reports/" + std::to_string(year)}});
    page.view["years"] = std::move(years);
    page.view["may_import"] =
        v.house.with().law.entitled.may_ask_for(v.session->as.role, "POST", "/reports/import");
    page.only_page["open"] = open_one_of_view(v, reported, organ);
    return page;
}

answer show_report(visit& v)
{
    auto const year = year_of_path(v);
    return year ? report_page(v, *year) : bad_report_year(v);
}

answer report_page(visit& v, int year)
{
    auto const report = compiled(v, year);
    auto const file = case_of(v, report);
    answer page{.page = "report"};
    put_report_head(v, page, report, file, "main");
    auto const home = "/reports/" + std::to_string(year);
    auto const offers =
        file ? own_offers(v, *file) : std::map<std::string, engine::offer, std::less<>>();
    page.view["lines"] = lines_view(v, report);
    page.view["figures"] = figures_view(v, report);
    page.view["until_words"] = until_words(v, year);
    page.view["has_no_figures"] = report.figures.empty();
    auto const is_taken_over = law::is_taken_over(report.file);
    page.view["files"] = files_view(home, is_taken_over);
    page.view["picture"] = picture_view(report, home);
    page.view["taken_over"] = taken_over_view(v, report);
    page.view["is_compiled"] = file && !is_taken_over;
    page.view["gate"] = gate_view(v, report.file, offers);
    page.only_page["explain"] =
        file && report.file.check && is_open(offers, law::gate::explained::kind)
            ? forms_to_explain(v, *file, report.file)
            : array();
    auto changed = changes_view(v, report);
    page.view["has_changes"] = !changed.empty();
    page.view["changes"] = std::move(changed);
    auto const& frozen = report.file.frozen;
    page.view["frozen"] =
        object{{"any", frozen.has_value()},
               {"cut_off", frozen ? engine::to_text(frozen->body.cut_off) : ""},
               {"cut_off_words", frozen ? v.words.date(frozen->body.cut_off) : ""},
               {"digest", frozen ? frozen->body.digest : ""},
               {"by", frozen ? frozen->name : ""}};
    array unknown;
    for (auto const& one : report.text.unknown_references)
        unknown.push_back(object{{"words", one}});
    page.view["has_unknown"] = !unknown.empty();
    page.view["unknown_references"] = std::move(unknown);
    auto requests = file ? requests_view(v, *file, report.file, offers) : array();
    page.only_page["requests"] = requests;
    page.view["requests"] = std::move(requests);
    page.view["has_requests"] = !report.file.asked.empty();
    page.view["limits"] = file ? limits_of_report(v, *file) : array();
    auto missing = file ? missing_view(v, *file) : array();
    page.only_page["has_missing"] = !missing.empty();
    page.view["missing"] = std::move(missing);
    page.only_page["ask"] =
        file ? request_view(v, *file, report.file, offers) : object{{"any", false}};
    page.only_page["forms"] = file ? release_forms(v, *file, offers) : array();
    page.only_page["open"] =
        report.filed ? object{{"any", false}} : open_view(v, year, organ_of(v));
    page.only_page["gate_act_id"] = random_id();
    page.only_page["freeze"] = freeze_view(v, report.file, offers);
    return page;
}

std::optional<answer> report_page_with(visit& v, engine::case_id on, typed_form const& typed)
{
    auto const& kind = typed.kind;
    bool const is_answer =
        kind == law::collection::answered::kind && typed.return_to == "report/answers";
    bool const is_of_unit = std::find(kinds_about_figures.begin(), kinds_about_figures.end(),
                                      kind) != kinds_about_figures.end();
    bool const is_of_main =
        typed.return_to == "report/main" &&
        (kind.starts_with("freezing.") || kind.starts_with("release.") ||
         kind.starts_with("gate.") || kind == law::collection::asked::kind || is_of_unit);
    auto const file = is_answer || is_of_main ? open_file(v, on) : std::nullopt;
    auto const report = file ? law::file_of(file->record.acts) : law::report_file();
    if (!report.opening || (is_of_unit && !has_form_about(report, typed)) ||
        (kind == law::gate::explained::kind && !has_form_to_explain(report, typed)))
        return {};
    v.came_back = &typed;
    auto const year = law::year_of_report(report);
    return is_answer ? report_answers_page(v, year) : report_page(v, year);
}

answer show_report_of_case(visit& v)
{
    auto found = case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    auto const& file = std::get<opened_case>(found);
    auto const& page = v.place("page");
    auto const report = law::file_of(file.record.acts);
    if (!report.opening || (page != "main" && page != "answers" && page != "text"))
        return not_found(v);
    answer to;
    to.see_other = "/reports/" + std::to_string(law::year_of_report(report)) +
                   (page == "main" ? "" : "/" + page);
    if (auto const done = number_in(v.query("done")))
        to.see_other += "?done=" + std::to_string(*done);
    return to;
}

} // namespace web::handlers
