#include "workflows/annual_report/procedure.hpp"

#include "engine/tabled_chapter.hpp"
#include "workflows/annual_report/conditions.hpp"
#include "workflows/fact_section.hpp"

#include <algorithm>

template class engine::tabled_chapter<workflows::annual_report::report_file>;

namespace workflows::annual_report {
namespace {

namespace json = boost::json;

char const* phase(report_file const& file)
{
    if (is_taken_over(file))
        return "report_taken_over";
    if (file.publication)
        return "report_published";
    if (!file.publications.empty())
        return "report_correcting"; // until the corrected one is published
    if (file.submission)
        return "report_submitted";
    if (file.approval)
        return "report_approved";
    return file.frozen ? "report_frozen" : "report_compiling";
}

engine::case_summary summary(report_file const& file, std::vector<engine::chapter_stage> const&)
{
    engine::case_summary found;
    found.title = title_of(file);
    found.unit = file.unit;
    found.phase = phase(file);
    if (file.opening)
        found.stands_for = std::to_string(year_of_report(file));
    found.closed = file.publication.has_value() || is_taken_over(file);
    bool const is_public = !file.publications.empty() ||
                           std::any_of(file.taken_over.begin(), file.taken_over.end(),
                                       [](auto const& one) { return one.body.were_published; });
    found.level = is_public ? engine::confidentiality::open : engine::confidentiality::internal;
    std::set<std::string> units;
    for (auto const& one : file.asked)
        units.insert(one.unit);
    found.concerned.assign(units.begin(), units.end());
    return found;
}

/// Timeliness is a figure of the year in which it shows (AR-5). Corrections are not counted.
std::vector<engine::figure> figures(report_file const& file, engine::act const& what,
                                    engine::working_days const&)
{
    std::vector<engine::figure> found;
    auto const count = [&](day done, day last, char const* all, char const* in_time) {
        auto const year = engine::year_of(done);
        found.push_back({.indicator = all, .year = year});
        if (done <= last)
            found.push_back({.indicator = in_time, .year = year});
    };
    if (what.kind == release::submitted::kind && file.submissions.size() == 1)
        count(file.submission->body.submitted_on, submission_day(file), "REPORT.submitted",
              "REPORT.submitted_in_time");
    if (what.kind == release::published::kind && file.publications.size() == 1)
        count(file.publication->body.published_on, publication_day(file), "REPORT.published",
              "REPORT.published_in_time");
    return found;
}

/// A fixed day: where it is a rest day, the last working day before it. It runs from the end of the
/// year, or from the opening of a report that is begun before.
engine::limit_terms until_day(char const* name, char const* rule, report_file const& file, day last,
                              std::string_view act, engine::working_days const& days)
{
    auto const begins = std::min(last_day_of_report(file), file.opened_on);
    return {.name = name,
            .rule = rule,
            .begins = begins,
            .days = (days.roll_back(last) - begins).count(),
            .binds = {act}};
}

/// Of what each unit still owes, that which is to be answered first.
std::map<std::string, asked_figure const*> first_due(report_file const& file)
{
    std::map<std::string, asked_figure const*> first;
    for (auto const& one : file.asked)
        if (one.waits_for_unit()) {
            auto& known = first.emplace(one.unit, &one).first->second;
            if (one.answer_by < known->answer_by)
                known = &one;
        }
    return first;
}

std::vector<engine::limit_terms> time_limits(report_file const& file, engine::rules const&,
                                             engine::circumstances const& now)
{
    if (!file.opening || is_taken_over(file))
        return {};
    std::vector<engine::limit_terms> all;
    // The law has a day for the first time only; what is corrected is done again without one.
    auto const again = [](bool was_done, bool is_done) { return was_done && !is_done; };
    auto submission = until_day(
        again(!file.submissions.empty(), file.submission.has_value()) ? "report_submission_first"
                                                                      : "report_submission",
        "AR-2", file, submission_day(file), release::submitted::kind, now.days);
    if (!file.submissions.empty())
        submission.met_on = file.submissions.front().body.submitted_on;
    auto publication = until_day(
        again(!file.publications.empty(), file.publication.has_value()) ? "report_publication_first"
                                                                        : "report_publication",
        "AR-3", file, publication_day(file), release::published::kind, now.days);
    if (!file.publications.empty())
        publication.met_on = file.publications.front().body.published_on;
    all.push_back(std::move(submission));
    all.push_back(std::move(publication));
    for (auto const& [unit, owed] : first_due(file))
        all.push_back({.name = "report_answer",
                       .rule = "JC-31",
                       .begins = owed->asked_on,
                       .days = (owed->answer_by - owed->asked_on).count(),
                       .binds = {collection::answered::kind},
                       .unit_bound = unit,
                       .ends_as_written = true});
    return all;
}

/// A unit whose answers wait for the compiler may put them right, but owes nothing.
bool answer_is_owed_by(report_file const& file, std::string_view kind, engine::seat const& from)
{
    return kind != collection::answered::kind ||
           std::any_of(file.asked.begin(), file.asked.end(), [&](asked_figure const& one) {
               return one.unit == from.unit && one.waits_for_unit();
           });
}

section of_report(report_file const& file)
{
    section made("section.report");
    if (file.opening)
        made.add("field.year", shown("text", std::to_string(file.opening->year)));
    if (is_taken_over(file)) {
        made.add("report.taken_over", shown("text", std::to_string(earlier_figures(file).size())));
        made.add("field.source", shown("text", file.taken_over.back().body.source));
    }
    if (!file.asked.empty())
        made.add("report.asked_figures", shown("text", std::to_string(file.asked.size())));
    if (file.frozen) {
        for (auto const one : missing_sections(file))
            made.add("report.unwritten", choice(one));
        made.add("field.cut_off", dated(file.frozen->body.cut_off));
        made.add("field.digest", shown("text", file.frozen->body.digest));
    }
    if (file.submission)
        made.add("field.submitted_on", dated(file.submission->body.submitted_on));
    if (file.publication) {
        made.add("field.published_on", dated(file.publication->body.published_on));
        made.add("field.published_at", shown("text", file.publication->body.published_at));
    }
    return made;
}

json::object facts(report_file const& file)
{
    json::array sections;
    of_report(file).into(sections);
    return {{"sections", std::move(sections)}};
}

engine::procedure_parts<report_file> const& parts()
{
    static engine::procedure_parts<report_file> const all{
        .chapters = {make_report, make_collection, make_gate, make_freezing, make_narrative,
                     make_release},
        .is_owed_by = answer_is_owed_by,
        .summary = summary,
        .figures = figures,
        .time_limits = time_limits,
        .facts = facts};
    return all;
}

} // namespace

engine::procedure_shape shape()
{
    return {.name = shape_name,
            .opening_kind = std::string(report::opened::kind),
            .number_prefix = "BG",
            .make = engine::cases_of(parts())};
}

} // namespace workflows::annual_report
