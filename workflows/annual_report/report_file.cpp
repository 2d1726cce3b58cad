#include "workflows/annual_report/report_file.hpp"

#include "engine/chain.hpp"
#include "workflows/body_on_file.hpp"

#include <algorithm>
#include <utility>

namespace workflows::annual_report {
namespace {

namespace json = boost::json;
using standing = asked_figure::standing;

template <class Body>
entered<Body> on_file(Body const& body, engine::act const& what)
{
    return {body, what.seq, what.counts_on(), what.by.person, what.by.name};
}

/// The open or settled question of a unit after an indicator; null if it was not asked.
asked_figure* question_of(report_file& file, std::string_view unit, std::string_view indicator)
{
    auto const found = std::find_if(file.asked.begin(), file.asked.end(), [&](auto const& one) {
        return one.unit == unit && one.indicator == indicator;
    });
    return found == file.asked.end() ? nullptr : &*found;
}

void settle(report_file& file, std::string const& unit, std::vector<std::string> const& indicators,
            standing to, std::string const& reason, day on)
{
    for (auto const& indicator : indicators)
        if (auto* one = question_of(file, unit, indicator)) {
            one->is = to;
            one->reason = reason;
            one->stands_since = on;
        }
}

/// A changed text or figure is checked, approved, submitted and published anew.
void back_to_compiling(report_file& file)
{
    file.secrecy.reset();
    file.approval.reset();
    file.submission.reset();
    file.publication.reset();
}

} // namespace

int year_of_report(report_file const& file)
{
    return file.opening ? static_cast<int>(file.opening->year) : 0;
}

bool is_taken_over(report_file const& file)
{
    return !file.taken_over.empty();
}

std::map<std::string, earlier_figure, std::less<>> earlier_figures(report_file const& file)
{
    std::map<std::string, earlier_figure, std::less<>> all;
    for (auto const& act : file.taken_over)
        for (auto const& value : act.body.values) {
            earlier_figure made{.value = value, .seq = act.seq, .entered_by = act.name};
            if (auto const before = all.find(value.indicator);
                before != all.end() && before->second.value.value != value.value)
                made.before = before->second.value.value;
            all.insert_or_assign(value.indicator, std::move(made));
        }
    return all;
}

std::string title_of(report_file const& file)
{
    if (!file.opening)
        return {};
    return file.opening->organ_name + std::to_string(file.opening->year) + "年法治政府建设年度报告";
}

asked_figure const* find_asked(report_file const& file, std::string_view indicator)
{
    auto const found = std::find_if(file.asked.begin(), file.asked.end(), [&](auto const& one) {
        return one.indicator == indicator && one.is != standing::waived;
    });
    return found == file.asked.end() ? nullptr : &*found;
}

std::vector<std::string> units_to_check(report_file const& file)
{
    std::vector<std::string> units;
    for (auto const& one : file.asked)
        if (one.is == standing::answered &&
            std::find(units.begin(), units.end(), one.unit) == units.end())
            units.push_back(one.unit);
    return units;
}

freezing::frozen_value const* find_frozen(report_file const& file, std::string_view indicator)
{
    if (!file.frozen)
        return nullptr;
    auto const& all = file.frozen->body.values;
    auto const found = std::find_if(all.begin(), all.end(),
                                    [&](auto const& one) { return one.indicator == indicator; });
    return found == all.end() ? nullptr : &*found;
}

freezing::restated const* find_restated(report_file const& file, std::string_view indicator)
{
    auto const found =
        std::find_if(file.restated.rbegin(), file.restated.rend(),
                     [&](auto const& one) { return one.body.indicator == indicator; });
    return found == file.restated.rend() ? nullptr : &found->body;
}

std::vector<told_correction> told_corrections(report_file const& file)
{
    std::vector<told_correction> told;
    if (file.publications.empty())
        return told;
    std::map<std::string, told_correction> held;
    for (auto const& one : file.restated) {
        auto& last = held[one.body.indicator];
        auto const* frozen = find_frozen(file, one.body.indicator);
        auto const is_first = last.body.indicator.empty();
        auto const exactness = is_first ? frozen->rounded : last.body.rounded;
        last = {.body = one.body,
                .before = is_first ? frozen->value : last.body.value,
                .before_rounded = exactness.value_or(rounding::exact),
                .on = one.on};
        if (one.seq > file.publications.front().seq && one.seq < file.publications.back().seq)
            told.push_back(last);
    }
    return told;
}

std::optional<day> corrected_since(report_file const& file)
{
    if (file.publications.empty() || file.publication)
        return {};
    for (auto const& one : file.restated)
        if (one.seq > file.publications.back().seq)
            return one.on;
    return {};
}

bool explains(gate::explained const& body, gate::record_finding const& one)
{
    return body.finding == one.finding &&
           (!body.case_number || body.case_number == one.case_number) &&
           (!body.subject || body.subject == one.subject);
}

gate::explained const* explanation_of(report_file const& file, gate::record_finding const& one)
{
    for (auto const& known : file.explanations)
        if (explains(known.body, one))
            return &known.body;
    return nullptr;
}

bool is_open_finding(report_file const& file, gate::record_finding const& one)
{
    return one.blocks && !explanation_of(file, one);
}

json::object as_json(freezing::frozen_value const& one)
{
    json::object made{{"indicator", one.indicator},
                      {"value", one.value},
                      {"origin", engine::name_of(one.origin)}};
    if (one.rounded)
        made["rounded"] = engine::name_of(*one.rounded);
    if (one.last_year)
        made["last_year"] = *one.last_year;
    if (one.note)
        made["note"] = *one.note;
    if (one.answer_act)
        made["answer_act"] = *one.answer_act;
    if (one.last_year_imported)
        made["last_year_imported"] = true;
    return made;
}

std::string digest_of(report_file const& file, freezing::frozen const& figures)
{
    json::array values;
    for (auto const& one : figures.values)
        values.push_back(as_json(one));
    return engine::sha256(
        engine::canonical(json::object{{"organ", file.opening ? file.opening->organ_name : ""},
                                       {"year", year_of_report(file)},
                                       {"cut_off", engine::to_text(figures.cut_off)},
                                       {"values", std::move(values)}}));
}

std::vector<narrative::report_section> missing_sections(report_file const& file)
{
    using narrative::report_section;
    std::vector<report_section> missing;
    for (auto const one : {report_section::leadership, report_section::heads_duty,
                           report_section::problems, report_section::plan})
        if (!file.sections.contains(one))
            missing.push_back(one);
    return missing;
}

void enter(report_file& file, report::opened const& body, engine::act const& what)
{
    file.opening = body;
    file.opened_on = what.counts_on();
    file.unit = what.by.unit;
}

void enter(report_file& file, report::taken_over const& body, engine::act const& what)
{
    file.taken_over.push_back(on_file(body, what));
}

void enter(report_file& file, collection::asked const& body, engine::act const& what)
{
    for (auto const& indicator : body.indicators) {
        std::erase_if(file.asked,
                      [&](asked_figure const& one) { return one.indicator == indicator; });
        file.asked.push_back({body.unit, indicator, body.answer_by, what.counts_on()});
        file.asked.back().stands_since = what.counts_on();
    }
}

void enter(report_file& file, collection::answered const& body, engine::act const& what)
{
    for (auto const& value : body.values)
        if (auto* one = question_of(file, what.by.unit, value.indicator)) {
            one->is = standing::answered;
            one->replaced = std::exchange(one->answer, value);
            one->replaced_act = std::exchange(one->answer_act, what.seq);
            one->answered_by = what.by.person;
            one->answered_by_name = what.by.name;
            one->reason.clear();
            one->stands_since = what.counts_on();
        }
}

void enter(report_file& file, collection::accepted const& body, engine::act const& what)
{
    file.last_taken = what.seq;
    settle(file, body.unit, body.indicators, standing::accepted, {}, what.counts_on());
}

void enter(report_file& file, collection::sent_back const& body, engine::act const& what)
{
    settle(file, body.unit, body.indicators, standing::sent_back, body.reason, what.counts_on());
}

void enter(report_file& file, collection::waived const& body, engine::act const& what)
{
    settle(file, body.unit, body.indicators, standing::waived, body.reason, what.counts_on());
}

void enter(report_file& file, gate::checked const& body, engine::act const& what)
{
    file.check = on_file(body, what);
}

void enter(report_file& file, gate::explained const& body, engine::act const& what)
{
    file.explanations.push_back({body, what.seq});
}

void enter(report_file& file, freezing::frozen const& body, engine::act const& what)
{
    file.frozen = on_file(body, what);
}

void enter(report_file& file, freezing::restated const& body, engine::act const& what)
{
    file.restated.push_back(on_file(body, what));
    file.awaits_other_words = false;
    back_to_compiling(file);
}

void enter(report_file& file, narrative::written const& body, engine::act const& what)
{
    file.sections.insert_or_assign(body.section, on_file(body, what));
    for (auto const person : {what.by.person, what.by.represents})
        if (person.value != 0)
            file.writers.insert(person.value);
    file.awaits_other_words = false;
    back_to_compiling(file);
}

void enter(report_file& file, release::secrecy_checked const& body, engine::act const& what)
{
    file.secrecy = on_file(body, what);
    file.awaits_other_words = !body.may_be_published;
}

void enter(report_file& file, release::approved const& body, engine::act const& what)
{
    file.approval = on_file(body, what);
}

void enter(report_file& file, release::returned const&, engine::act const&)
{
    back_to_compiling(file);
    file.awaits_other_words = true;
}

void enter(report_file& file, release::submitted const& body, engine::act const& what)
{
    file.submission = on_file(body, what);
    file.submissions.push_back(*file.submission);
}

void enter(report_file& file, release::published const& body, engine::act const& what)
{
    file.publication = on_file(body, what);
    file.publications.push_back(*file.publication);
}

report_file file_of(std::vector<engine::act> const& acts)
{
    report_file file;
    for (auto const& one : acts)
        enter_one_of<report::opened, report::taken_over, collection::asked, collection::answered,
                     collection::accepted, collection::sent_back, collection::waived, gate::checked,
                     gate::explained, freezing::frozen, freezing::restated, narrative::written,
                     release::secrecy_checked, release::approved, release::returned,
                     release::submitted, release::published>(file, one);
    return file;
}

std::vector<engine::act> acts_until_publication(std::vector<engine::act> acts)
{
    while (!acts.empty() && acts.back().kind != release::published::kind)
        acts.pop_back();
    return acts;
}

} // namespace workflows::annual_report
