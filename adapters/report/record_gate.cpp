#include "adapters/report/record_gate.hpp"

#include "adapters/report/shared_steps.hpp"
#include "workflows/annual_report/decimal.hpp"
#include "workflows/major_decision/deliberation.hpp"
#include "workflows/major_decision/intake.hpp"
#include "workflows/major_decision/legality_review.hpp"
#include "workflows/major_decision/participation.hpp"
#include "workflows/major_decision/publication.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace adapters::report {
namespace {

namespace law = workflows::major_decision;
using namespace workflows::annual_report;

using findings = std::vector<gate::record_finding>;

constexpr char const* decisions = "major_decision/2019";
constexpr std::string_view normative_documents = "normative_document";
constexpr long long rows_a_page = 500;

template <class Body>
Body read_as(engine::act const& what)
{
    std::vector<engine::field_fault> faults;
    return engine::read_body<Body>(what.body, faults);
}

/// The last act of a kind, as its body; nothing when there is none.
template <class Body>
std::optional<Body> last_of(std::vector<engine::act> const& acts)
{
    for (auto one = acts.rbegin(); one != acts.rend(); ++one)
        if (one->kind == Body::kind)
            return read_as<Body>(*one);
    return {};
}

std::optional<engine::day> last_day_of(std::vector<engine::act> const& acts, std::string_view kind)
{
    for (auto one = acts.rbegin(); one != acts.rend(); ++one)
        if (one->kind == kind)
            return one->counts_on();
    return {};
}

// ---- what may be wrong in a decision: each says so by the subject of its finding

struct decision {
    soci::case_entry const& entry;
    std::vector<engine::act> const& acts;
};

/// Start, review, meeting and publication in this order: an import or a slip of the pen in a day of
/// an act can put them in another.
std::optional<std::string> dates_out_of_order(decision const& of)
{
    auto const start = last_of<law::intake::start_decided>(of.acts);
    auto const meeting = last_of<law::deliberation::held>(of.acts);
    auto const issue = last_of<law::publication::published>(of.acts);
    auto const reviewed = last_day_of(of.acts, law::legality_review::concluded::kind);
    std::array<std::optional<engine::day>, 4> const days = {
        start ? std::optional(start->decided_on) : std::nullopt, reviewed,
        meeting ? std::optional(meeting->met_on) : std::nullopt,
        issue ? std::optional(issue->published_on) : std::nullopt};
    std::optional<engine::day> before;
    for (auto const& one : days) {
        if (one && before && *one < *before)
            return engine::to_text(*one) + " < " + engine::to_text(*before);
        if (one)
            before = one;
    }
    return {};
}

/// A decision of the year that no item of the catalogue announced.
std::optional<std::string> case_without_item(decision const& of)
{
    auto const start = last_of<law::intake::start_decided>(of.acts);
    if (!start || !start->catalogue.empty())
        return {};
    return std::string();
}

std::optional<std::string> opinion_without_adoption(decision const& of)
{
    std::set<std::string> open;
    for (auto const& one : of.acts) {
        if (one.kind == law::participation::opinions_recorded::kind)
            for (auto const& opinion : read_as<law::participation::opinions_recorded>(one).opinions)
                open.insert(opinion.number);
        if (one.kind == law::participation::opinions_decided::kind)
            for (auto const& decided : read_as<law::participation::opinions_decided>(one).decisions)
                open.erase(decided.number);
    }
    if (open.empty())
        return {};
    return std::to_string(open.size());
}

std::optional<std::string> case_not_archived(decision const& of)
{
    auto const& phase = of.entry.summary.phase;
    if (phase != "completed" && phase != "ended")
        return {};
    return std::string();
}

struct decision_check {
    char const* finding;
    bool blocks;
    std::optional<std::string> (*look)(decision const&);
};

constexpr std::array<decision_check, 4> decision_checks = {{
    {"dates_out_of_order", true, dates_out_of_order},
    {"opinion_without_adoption", true, opinion_without_adoption},
    {"case_without_item", false, case_without_item},
    {"case_not_archived", false, case_not_archived},
}};

// ---- what may be wrong in the answers

struct answers {
    report_file const& file;
    year_sums const& counted;
    indicators const& dictionary;

    asked_figure const* accepted(std::string_view indicator) const
    {
        auto const* found = find_asked(file, indicator);
        return found && found->is == asked_figure::standing::accepted ? found : nullptr;
    }
};

/// A number of matters, projects or cases without the amount that belongs to it.
void amount_missing(answers const& of, findings& into)
{
    constexpr std::array<std::pair<char const*, char const*>, 6> pairs = {{
        {"LEGAL.matters", "LEGAL.amount"},
        {"CONTRACT.reviewed", "CONTRACT.amount"},
        {"INVEST.projects", "INVEST.amount"},
        {"AUDIT.projects", "AUDIT.amount"},
        {"MEDIATE.count", "MEDIATE.amount"},
        {"FINANCE.loan_enterprises", "FINANCE.loan_amount"},
    }};
    for (auto const& [count, amount] : pairs) {
        auto const* asked = of.accepted(count);
        if (asked && !of.accepted(amount) && !of.counted.contains(amount))
            into.push_back({"amount_missing", {}, asked->unit, true, amount});
    }
}

/// An answer beside a number that the record counts itself, and another one.
void figure_differs(answers const& of, findings& into)
{
    for (auto const& asked : of.file.asked) {
        auto const* known = of.dictionary.find(asked.indicator);
        auto const sum = of.counted.find(asked.indicator);
        if (!known || sum == of.counted.end() || !of.accepted(asked.indicator))
            continue;
        auto exactness = rounding::exact;
        if (value_in_unit(sum->second, *known, exactness) != asked.answer->value)
            into.push_back({"figure_differs", {}, asked.unit, true, asked.indicator});
    }
}

/// A rate above 100.
void rate_above_whole(answers const& of, findings& into)
{
    for (auto const& asked : of.file.asked) {
        if (!of.accepted(asked.indicator) || of.dictionary.unit(asked.indicator) != "%" ||
            asked.indicator.find("rate") == std::string::npos)
            continue;
        auto const value = parse_decimal(asked.answer->value);
        if (value && compare(*value, {100, 0}) > 0)
            into.push_back({"rate_above_whole", {}, asked.unit, true, asked.indicator});
    }
}

constexpr std::array<void (*)(answers const&, findings&), 3> answer_checks = {
    amount_missing, figure_differs, rate_above_whole};

/// Steps that a normative document took over and that the decision's case does not prove (JC-61).
void shared_step_unproved(soci::reader& record, soci::case_record const& document, findings& into)
{
    for (auto& step : unproved_steps(record, document.acts))
        into.push_back({"shared_step_unproved", document.entry.head.line.number,
                        document.entry.summary.unit, true, std::move(step)});
}

// ---- the year's decisions

/// The cases that gave figures of the year, whatever these counted.
std::set<long long> cases_of_year(soci::reader& record, int year, year_sums const& counted)
{
    std::set<long long> cases;
    for (auto const& [code, ignored] : counted) {
        std::optional<long long> after;
        do {
            auto const found = record.list_figures(code, year, after, rows_a_page);
            for (auto const& one : found.rows)
                cases.insert(one.on.value);
            after = found.next;
        } while (after);
    }
    return cases;
}

} // namespace

gate::checked check_record(soci::reader& record, report_file const& file, year_sums const& counted,
                           indicators const& dictionary)
{
    gate::checked made;
    std::map<std::string, gate::unit_score> scores;
    for (auto const id : cases_of_year(record, year_of_report(file), counted)) {
        auto const found = record.read_case({id});
        if (!found)
            continue;
        if (engine::family_of(found->entry.head.line.shape) == normative_documents)
            shared_step_unproved(record, *found, made.findings);
        if (found->entry.head.line.shape != decisions)
            continue;
        auto const& summary = found->entry.summary;
        auto& score = scores[summary.unit];
        score.unit = summary.unit;
        ++score.cases;
        auto const before = made.findings.size();
        for (auto const& check : decision_checks)
            if (auto subject = check.look({found->entry, found->acts}))
                made.findings.push_back({check.finding, found->entry.head.line.number, summary.unit,
                                         check.blocks,
                                         subject->empty() ? std::nullopt : std::move(subject)});
        if (made.findings.size() > before)
            ++score.cases_at_fault;
    }
    for (auto const check : answer_checks)
        check({file, counted, dictionary}, made.findings);
    // An act stays readable; what blocks comes first, the rest follows once that is mended.
    std::stable_sort(made.findings.begin(), made.findings.end(),
                     [](auto const& a, auto const& b) { return a.blocks && !b.blocks; });
    if (made.findings.size() > engine::longest_list)
        made.findings.resize(engine::longest_list);
    for (auto& [unit, score] : scores)
        made.units.push_back(std::move(score));
    return made;
}

} // namespace adapters::report
