#include "adapters/report/report_figures.hpp"

#include "workflows/annual_report/decimal.hpp"

#include <set>

namespace adapters::report {
namespace {

using namespace workflows::annual_report;
using freezing::value_origin;
using standing = asked_figure::standing;

/// Rates and means of which the record has nothing to divide by are not there at all.
std::optional<decimal> reckoned(formula const& by, report_figures const& figures)
{
    auto const value = [&](std::string const& code) -> std::optional<decimal> {
        auto const found = figures.find(code);
        return found == figures.end() ? std::nullopt : parse_decimal(found->second.value);
    };
    auto const what = value(by.what);
    if (!what)
        return {};
    if (by.is == formula::sort::share || by.is == formula::sort::mean) {
        auto const whole = value(by.whole);
        if (!whole || whole->is_zero())
            return {};
        return by.is == formula::sort::share ? percentage(*what, *whole, by.places)
                                             : quotient(*what, *whole, by.places);
    }
    auto const& last = figures.at(by.what).last_year;
    auto const before = last ? parse_decimal(*last) : std::nullopt;
    if (!before)
        return {};
    if (by.is == formula::sort::increase)
        return difference(*what, *before);
    return before->is_zero() ? std::nullopt : std::optional(growth(*what, *before, by.places));
}

rounding exactness_of(formula const& by, report_figures const& figures)
{
    for (auto const* code : {&by.what, &by.whole})
        if (auto const found = figures.find(*code);
            found != figures.end() && found->second.rounded != rounding::exact)
            return rounding::about;
    return rounding::exact;
}

/// Adds what follows from the others; `kept` are left as they are.
void derive(report_figures& figures, earlier_values const& before, indicators const& dictionary,
            std::set<std::string> const& kept)
{
    // What is given and replaced by what follows from it, such as a sum by its mean, is read first.
    auto const given = figures;
    for (auto const& known : dictionary.all()) {
        if (!known.follows || kept.contains(known.code))
            continue;
        // Where a unit answered it outright, its answer stands.
        if (auto const own = given.find(known.code);
            own != given.end() && own->second.origin == value_origin::answer)
            continue;
        auto const value = reckoned(*known.follows, given);
        if (!value) {
            figures.erase(known.code);
            continue;
        }
        report_figure made{.indicator = known.code,
                           .value = to_text(rounded(*value, known.follows->places)),
                           .rounded = exactness_of(*known.follows, given),
                           .origin = value_origin::derived};
        if (auto const last = before.find(known.code); last != before.end())
            made.last_year = last->second;
        figures.insert_or_assign(known.code, std::move(made));
    }
}

report_figure from_answer(asked_figure const& asked)
{
    auto const& given = *asked.answer;
    return {.indicator = asked.indicator,
            .value = given.value,
            .rounded = given.rounded.value_or(rounding::exact),
            .last_year = given.last_year,
            .note = given.note.value_or(""),
            .origin = value_origin::answer,
            .answer_act = asked.answer_act,
            .source = given.source,
            .unit = asked.unit,
            .answered_by = asked.answered_by_name};
}

report_figure from_frozen(freezing::frozen_value const& one, report_file const& file)
{
    report_figure made{.indicator = one.indicator,
                       .value = one.value,
                       .rounded = one.rounded.value_or(rounding::exact),
                       .last_year = one.last_year,
                       .note = one.note.value_or(""),
                       .origin = one.origin,
                       .answer_act = one.answer_act.value_or(0),
                       .last_year_is_imported = one.last_year_imported};
    if (auto const* asked = find_asked(file, one.indicator);
        asked && asked->answer && one.origin == value_origin::answer) {
        made.source = asked->answer->source;
        made.unit = asked->unit;
        made.answered_by = asked->answered_by_name;
    }
    return made;
}

/// What the record counts, as reports say it.
report_figures counted_figures(year_sums const& counted, indicators const& dictionary)
{
    report_figures figures;
    for (auto const& [code, sum] : counted) {
        auto const* known = dictionary.find(code);
        if (!known)
            continue;
        report_figure made{.indicator = code, .value = ""};
        made.value = value_in_unit(sum, *known, made.rounded);
        figures.insert_or_assign(code, std::move(made));
    }
    return figures;
}

report_figures figures_taken_over(report_file const& file, year_sums const& counted,
                                  indicators const& dictionary)
{
    auto figures = counted_figures(counted, dictionary);
    for (auto& [code, one] : earlier_figures(file)) {
        report_figure made{.indicator = code,
                           .value = one.value.value,
                           .rounded = one.value.rounded.value_or(rounding::exact),
                           .origin = value_origin::answer,
                           .answer_act = one.seq,
                           .source = one.value.source,
                           .answered_by = one.entered_by,
                           .before_correction = one.before,
                           .is_imported = true};
        if (auto const here = figures.find(code);
            here != figures.end() && here->second.value != made.value)
            made.counted_here = here->second.value;
        figures.insert_or_assign(code, std::move(made));
    }
    return figures;
}

/// Without loss.
decimal in_unit(long long counted, indicator const& known)
{
    if (!known.is_counted_in_fen)
        return {counted, 0};
    return shifted({counted, 0}, known.unit.starts_with("亿")   ? 10
                                 : known.unit.starts_with("万") ? 6
                                                                : 2);
}

} // namespace

std::string shown_in_unit(long long counted, indicator const& known)
{
    return to_text(rounded(in_unit(counted, known), 2));
}

std::string value_in_unit(long long counted, indicator const& known, rounding& exactness)
{
    auto const amount = in_unit(counted, known);
    if (!known.is_counted_in_fen)
        return to_text(amount);
    // Above a hundred, reports give whole units.
    auto const shown = rounded(amount, compare(amount, {100, 0}) >= 0 ? 0 : 2);
    if (compare(shown, amount) != 0)
        exactness = rounding::about;
    return to_text(shown);
}

report_figures current_figures(report_file const& file, year_sums const& counted,
                               earlier_values const& before, indicators const& dictionary)
{
    report_figures figures;
    for (auto const& asked : file.asked)
        if (asked.is == standing::accepted)
            figures.insert_or_assign(asked.indicator, from_answer(asked));
    for (auto& [code, one] : counted_figures(counted, dictionary))
        figures.insert_or_assign(code, std::move(one));
    for (auto& [code, one] : figures)
        if (auto const last = before.find(code); !one.last_year && last != before.end())
            one.last_year = last->second;
    derive(figures, before, dictionary, {});
    return figures;
}

report_figures figures_of_report(report_file const& file, year_sums const& counted,
                                 earlier_values const& before, indicators const& dictionary)
{
    if (is_taken_over(file))
        return figures_taken_over(file, counted, dictionary);
    if (!file.frozen)
        return current_figures(file, counted, before, dictionary);
    report_figures figures;
    for (auto const& one : file.frozen->body.values)
        figures.insert_or_assign(one.indicator, from_frozen(one, file));
    if (file.restated.empty())
        return figures;
    std::set<std::string> corrected;
    auto const frozen = figures;
    for (auto const& one : file.restated) {
        auto& figure = figures.at(one.body.indicator);
        figure.value = one.body.value;
        figure.rounded = one.body.rounded.value_or(rounding::exact);
        figure.before_correction = frozen.at(one.body.indicator).value;
        figure.reason = one.body.reason;
        corrected.insert(one.body.indicator);
    }
    // Only what follows from a corrected figure changes with it; all else stands as it was frozen.
    auto kept = corrected;
    for (auto const& known : dictionary.all()) {
        auto const& by = known.follows;
        bool const changes = by && by->what != known.code &&
                             (corrected.contains(by->what) || corrected.contains(by->whole));
        if (by && !changes)
            kept.insert(known.code);
    }
    derive(figures, before, dictionary, kept);
    for (auto& [code, one] : figures) {
        auto const was = frozen.find(code);
        if (was == frozen.end())
            continue;
        // A later correction of the year before is none of this report.
        one.last_year = was->second.last_year;
        one.last_year_is_imported = was->second.last_year_is_imported;
        if (was->second.value != one.value && !one.before_correction)
            one.before_correction = was->second.value;
    }
    return figures;
}

void add_counted_since(report_figures& figures, year_sums const& counted,
                       indicators const& dictionary)
{
    for (auto const& [code, one] : current_figures({}, counted, {}, dictionary))
        if (auto const added = figures.emplace(code, one); added.second)
            added.first->second.counted_here = one.value;
}

void mark_imported(report_figures& figures, report_figures const& last, report_file const& file)
{
    for (auto& [code, one] : figures) {
        auto const before = last.find(code);
        // A number of the year before that a unit gave with its answer is the unit's.
        auto const* asked = find_asked(file, code);
        bool const is_answered = asked && asked->answer && asked->answer->last_year;
        one.last_year_is_imported = !is_answered && before != last.end() &&
                                    before->second.is_imported &&
                                    one.last_year == before->second.value;
    }
}

freezing::frozen freeze(report_file const& file, report_figures const& figures, day cut_off)
{
    freezing::frozen made{.cut_off = cut_off, .values = {}, .digest = {}};
    for (auto const& [code, one] : figures) {
        freezing::frozen_value value{.indicator = code,
                                     .value = one.value,
                                     .rounded = {},
                                     .last_year = one.last_year,
                                     .note = {},
                                     .origin = one.origin,
                                     .answer_act = {},
                                     .last_year_imported = one.last_year_is_imported};
        if (one.origin == value_origin::answer) {
            // As it was answered, to the letter.
            auto const& given = *find_asked(file, code)->answer;
            value.rounded = given.rounded;
            value.note = given.note;
            value.answer_act = one.answer_act;
        } else if (one.rounded != rounding::exact)
            value.rounded = one.rounded;
        made.values.push_back(std::move(value));
    }
    made.digest = digest_of(file, made);
    return made;
}

earlier_values values_of(report_figures const& figures)
{
    earlier_values all;
    for (auto const& [code, one] : figures)
        if (parse_decimal(one.value))
            all.emplace(code, one.value);
    return all;
}

std::vector<changed_figure> changes(report_figures const& before, report_figures const& now)
{
    std::vector<changed_figure> found;
    for (auto const& [code, one] : before) {
        auto const same = now.find(code);
        auto const value = same == now.end() ? std::string() : same->second.value;
        if (value != one.value)
            found.push_back({code, one.value, value});
    }
    for (auto const& [code, one] : now)
        if (!before.contains(code))
            found.push_back({code, "", one.value});
    return found;
}

} // namespace adapters::report
