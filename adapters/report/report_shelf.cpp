#include "adapters/report/report_shelf.hpp"

#include "workflows/annual_report/procedure.hpp"

#include <algorithm>

namespace adapters::report {
namespace {

using namespace workflows::annual_report;

constexpr long long reports_a_page = 100;
constexpr char const* family = "annual_report";

template <class Fits>
std::vector<filed_report> reports_that(soci::reader& record, soci::case_filter const& only,
                                       Fits fits)
{
    std::vector<filed_report> all;
    std::optional<long long> before;
    do {
        auto const found = record.list_cases(only, before, reports_a_page);
        for (auto const& entry : found.rows) {
            auto file = file_of(record.acts_of(entry.head.line.id));
            if (file.opening && fits(file))
                all.push_back({entry.head.line.id, entry.head.line.number, entry.head.version,
                               entry.changed_at, std::move(file)});
        }
        before = found.next;
    } while (before);
    return all;
}

/// Adds figures and text to the file of a report. `so_far`: today, while its year goes on.
void compile(compiled_report& made, soci::reader& record, indicators const& dictionary,
             report_template const& form, std::optional<engine::day> so_far)
{
    auto const year = year_of_report(made.file);
    auto const counted = sums_of(record.totals(year));
    auto const last = figures_of_year(record, made.file.opening->organ_name, year - 1, dictionary);
    made.before = values_of(last);
    auto const compared_with = so_far ? earlier_values() : made.before;
    made.current = current_figures(made.file, counted, compared_with, dictionary);
    made.figures = figures_of_report(made.file, counted, compared_with, dictionary);
    if (!made.file.frozen) // else the mark is frozen, too
        mark_imported(made.figures, last, made.file);
    // Nothing was compiled here of a year that was taken over, so there is no document of it.
    if (is_taken_over(made.file))
        made.text.title = title_of(made.file);
    else
        made.text = write_report(form, made.file, made.figures, dictionary, so_far);
}

} // namespace

std::vector<filed_report> filed_reports(soci::reader& record, std::string const& organ_name)
{
    auto all = reports_that(record, {.family = family}, [&](report_file const& file) {
        return organ_name.empty() || file.opening->organ_name == organ_name;
    });
    std::stable_sort(all.begin(), all.end(), [](auto const& a, auto const& b) {
        return year_of_report(a.file) > year_of_report(b.file);
    });
    return all;
}

std::optional<filed_report> find_report(soci::reader& record, std::string const& organ_name,
                                        int year)
{
    // Its title tells it: the acts of other reports are not read.
    report_file wanted;
    wanted.opening = workflows::annual_report::report::opened{year, organ_name};
    auto all = reports_that(
        record, {.family = family, .words = title_of(wanted)}, [&](report_file const& file) {
            return year_of_report(file) == year &&
                   (organ_name.empty() || file.opening->organ_name == organ_name);
        });
    if (all.empty())
        return {};
    return std::move(all.front());
}

year_sums sums_of(std::vector<soci::indicator_total> const& totals)
{
    year_sums sums;
    for (auto const& one : totals)
        sums[one.indicator] = one.value;
    return sums;
}

report_figures figures_of_year(soci::reader& record, std::string const& organ_name, int year,
                               indicators const& dictionary)
{
    auto const filed = find_report(record, organ_name, year);
    return figures_of_report(filed ? filed->file : report_file(), sums_of(record.totals(year)), {},
                             dictionary);
}

std::optional<published_report> find_published(soci::reader& record, engine::case_id on)
{
    auto const entry = record.find_case(on);
    if (!entry || engine::family_of(entry->head.line.shape) != family)
        return {};
    auto const acts = record.acts_of(on);
    auto const shown = acts_until_publication(acts);
    if (shown.empty())
        return {};
    return published_report{
        {on, entry->head.line.number, shown.back().seq, shown.back().entered_at, file_of(shown)},
        corrected_since(file_of(acts))};
}

compiled_report compile_report(soci::reader& record, std::string const& organ_name, int year,
                               indicators const& dictionary, report_template const& form,
                               engine::day today)
{
    compiled_report made;
    made.filed = find_report(record, organ_name, year);
    if (made.filed)
        made.file = made.filed->file;
    else
        made.file.opening = workflows::annual_report::report::opened{year, organ_name};
    compile(made, record, dictionary, form,
            year < engine::year_of(today) ? std::nullopt : std::optional(today));
    return made;
}

compiled_report compile_report(soci::reader& record, filed_report filed,
                               indicators const& dictionary, report_template const& form)
{
    compiled_report made;
    made.file = filed.file;
    made.filed = std::move(filed);
    compile(made, record, dictionary, form, {});
    return made;
}

} // namespace adapters::report
