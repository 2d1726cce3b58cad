#include "adapters/report/record_gate.hpp"

#include "adapters/report/shared_steps.hpp"
#include "adapters/soci/catalogue_board.hpp"
#include "workflows/annual_report/decimal.hpp"
#include "workflows/catalogue/procedure.hpp"
#include "workflows/legal_matter/dossier.hpp"
#include "workflows/major_decision/deliberation.hpp"
#include "workflows/major_decision/intake.hpp"
#include "workflows/major_decision/legality_review.hpp"
#include "workflows/major_decision/opinions_on_file.hpp"
#include "workflows/major_decision/publication.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <set>

namespace adapters::report {
namespace {

namespace law = workflows::major_decision;
namespace legal = workflows::legal_matter;
namespace catalogue = workflows::catalogue;
using namespace workflows::annual_report;

using findings = std::vector<gate::record_finding>;

constexpr std::string_view decisions = "major_decision";
constexpr std::string_view legal_matters = "legal_matter";
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

/// Days that have to follow each other, as far as they are known; says which two do not.
std::optional<std::string> first_out_of_order(std::vector<std::optional<engine::day>> const& days)
{
    std::optional<engine::day> before;
    for (auto const& one : days) {
        if (one && before && *one < *before)
            return engine::to_text(*one) + " < " + engine::to_text(*before);
        if (one)
            before = one;
    }
    return {};
}

// ---- what may be wrong in a case: each says so by the subject of its finding

struct looked_at {
    soci::case_entry const& entry;
    std::vector<engine::act> const& acts;
    int year;         ///< of the report
    bool has_no_item; ///< the board of the catalogue lists it among those without an entry
};

/// Start, review, meeting and publication in this order: an import or a slip of the pen in a day of
/// an act can put them in another.
std::optional<std::string> dates_out_of_order(looked_at const& of)
{
    auto const start = last_of<law::intake::start_decided>(of.acts);
    auto const meeting = last_of<law::deliberation::held>(of.acts);
    auto const issue = last_of<law::publication::published>(of.acts);
    auto const reviewed = last_day_of(of.acts, law::legality_review::concluded::kind);
    return first_out_of_order({start ? std::optional(start->decided_on) : std::nullopt, reviewed,
                               meeting ? std::optional(meeting->met_on) : std::nullopt,
                               issue ? std::optional(issue->published_on) : std::nullopt});
}

/// A decision of the year that no item of the catalogue announced, and no act linked with one.
std::optional<std::string> case_without_item(looked_at const& of)
{
    return of.has_no_item ? std::optional(std::string()) : std::nullopt;
}

std::optional<std::string> opinion_without_adoption(looked_at const& of)
{
    auto const open = law::opinions_of(of.acts).undecided();
    if (open.empty())
        return {};
    return std::to_string(open.size());
}

/// A decision, or a legal matter that was handled here, is over and not in the archive.
std::optional<std::string> case_not_archived(looked_at const& of)
{
    auto const& phase = of.entry.summary.phase;
    if (phase != "completed" && phase != "ended" && phase != "matter_closed")
        return {};
    return std::string();
}

/// Received, over and its result in this order.
std::optional<std::string> matter_out_of_order(looked_at const& of)
{
    auto const request = last_of<legal::registration::registered>(of.acts);
    auto const told = last_of<legal::handling::told_afterwards>(of.acts);
    auto const result = last_of<legal::outcome::recorded>(of.acts);
    return first_out_of_order({request ? std::optional(request->received_on) : std::nullopt,
                               told ? std::optional(told->closed_on) : std::nullopt,
                               result ? std::optional(result->happened_on) : std::nullopt});
}

/// A matter received in the year, and taken, of which nobody has said what it is about in money
/// (JC-40): the sum of amounts is too small by it.
std::optional<std::string> matter_without_amount(looked_at const& of)
{
    using legal::registration::amount_basis;
    auto const request = last_of<legal::registration::registered>(of.acts);
    auto const& phase = of.entry.summary.phase;
    if (!request || engine::year_of(request->received_on) != of.year || phase == "not_taken" ||
        phase == "taken_back")
        return {};
    auto const corrected = last_of<legal::registration::amount_corrected>(of.acts);
    auto const basis = corrected ? corrected->basis_of_amount : request->basis_of_amount;
    return basis == amount_basis::not_yet_known ? std::optional(std::string()) : std::nullopt;
}

/// The last opinion letter waits for the word of the unit (JC-44).
std::optional<std::string> advice_without_adoption(looked_at const& of)
{
    for (auto one = of.acts.rbegin(); one != of.acts.rend(); ++one) {
        if (one->kind == legal::advice::answered::kind)
            return {};
        if (one->kind == legal::advice::letter_issued::kind)
            return read_as<legal::advice::letter_issued>(*one).letter_number;
    }
    return {};
}

struct case_check {
    std::string_view family; ///< of the cases it looks at
    char const* finding;
    bool blocks;
    std::optional<std::string> (*look)(looked_at const&);
};

constexpr std::array<case_check, 8> case_checks = {{
    {decisions, "dates_out_of_order", true, dates_out_of_order},
    {decisions, "opinion_without_adoption", true, opinion_without_adoption},
    {decisions, "case_without_item", false, case_without_item},
    {decisions, "case_not_archived", false, case_not_archived},
    {legal_matters, "dates_out_of_order", true, matter_out_of_order},
    {legal_matters, "matter_without_amount", true, matter_without_amount},
    {legal_matters, "advice_without_adoption", false, advice_without_adoption},
    {legal_matters, "case_not_archived", false, case_not_archived},
}};

// ---- what may be wrong in the catalogue of the year

struct looked_at_entry {
    catalogue::item const& entry;
    bool has_case; ///< linked by an act, or named by the start of a decision
};

/// An entry that holds, of which there is no decision and no word why not (JC-54).
bool item_without_case(looked_at_entry const& of)
{
    return !of.has_case && !of.entry.explanation;
}

struct entry_check {
    char const* finding;
    bool blocks;
    bool (*is_at_fault)(looked_at_entry const&);
};

constexpr std::array<entry_check, 1> entry_checks = {{
    {"item_without_case", false, item_without_case},
}};

// ---- what may be wrong in the answers

struct answers {
    report_file const& file;
    year_sums const& counted;
    indicators const& dictionary;
    report_places const& places;

    asked_figure const* accepted(std::string_view indicator) const
    {
        auto const* found = find_asked(file, indicator);
        return found && found->is == asked_figure::standing::accepted ? found : nullptr;
    }
    /// The report does without it, and its reason is on file.
    bool is_waived(std::string_view indicator) const
    {
        return std::any_of(file.asked.begin(), file.asked.end(), [&](auto const& one) {
            return one.indicator == indicator && one.is == asked_figure::standing::waived;
        });
    }
};

/// A number of matters, projects or cases without the amount that belongs to it, which nobody said
/// is not to be had.
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
        if (asked && !of.accepted(amount) && !of.counted.contains(amount) && !of.is_waived(amount))
            into.push_back({"amount_missing", {}, asked->unit, true, amount, {}});
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
            into.push_back({"figure_differs", {}, asked.unit, true, asked.indicator, {}});
    }
}

/// A rate above 100.
void rate_above_whole(answers const& of, findings& into)
{
    for (auto const& asked : of.file.asked) {
        if (of.accepted(asked.indicator) &&
            is_above_whole(asked.indicator, asked.answer->value, of.dictionary))
            into.push_back({"rate_above_whole", {}, asked.unit, true, asked.indicator, {}});
    }
}

/// What the report has a sentence for and only a unit can know, but none was asked: once the
/// figures are frozen, nobody can be.
void figure_not_asked(answers const& of, findings& into)
{
    constexpr std::string_view known_once_public = "META.";
    // One that was waived was asked for, and the reason is on file.
    auto const was_asked = [&](std::string const& code) {
        return std::any_of(of.file.asked.begin(), of.file.asked.end(),
                           [&](auto const& one) { return one.indicator == code; });
    };
    for (auto const& one : of.dictionary.all())
        if (one.is_external() && of.places.tells(one.code) &&
            !one.code.starts_with(known_once_public) && !was_asked(one.code))
            into.push_back({"figure_not_asked", {}, of.file.unit, true, one.code, {}});
}

constexpr std::array<void (*)(answers const&, findings&), 4> answer_checks = {
    amount_missing, figure_differs, rate_above_whole, figure_not_asked};

// ---- the year's cases and catalogue

using scores = std::map<std::string, gate::unit_score>;

gate::unit_score& score_of(scores& all, std::string const& unit)
{
    auto& one = all[unit];
    one.unit = unit;
    return one;
}

/// Every row of a list that is read page by page.
template <class PageAfter, class Take>
void each_row(PageAfter const& page_after, Take const& take)
{
    std::optional<long long> after;
    do {
        auto const found = page_after(after);
        for (auto const& one : found.rows)
            take(one);
        after = found.next;
    } while (after);
}

/// The decisions that were started in the year and come from no entry, as the page of the catalogue
/// lists them.
std::set<long long> without_item(soci::reader& record, int year, std::string const& unit)
{
    soci::catalogue_board board(record);
    std::set<long long> cases;
    each_row([&](auto after) { return board.without_entry(year, unit, after, rows_a_page); },
             [&](auto const& one) { cases.insert(one.id.value); });
    return cases;
}

/// Steps that a normative document took over and that the decision's case does not prove (JC-61).
void shared_step_unproved(soci::reader& record, soci::case_record const& document, findings& into)
{
    for (auto& step : unproved_steps(record, document.acts))
        into.push_back({"shared_step_unproved", document.entry.head.line.number,
                        document.entry.summary.unit, true, std::move(step), std::nullopt});
}

/// The cases that gave figures of the year, whatever these counted.
std::set<long long> cases_of_year(soci::reader& record, int year, year_sums const& counted)
{
    std::set<long long> cases;
    for (auto const& counts : counted)
        each_row(
            [&](auto after) { return record.list_figures(counts.first, year, after, rows_a_page); },
            [&](auto const& one) { cases.insert(one.on.value); });
    return cases;
}

void look_at_case(soci::reader& record, soci::case_record const& of, int year, bool has_no_item,
                  findings& into, scores& all)
{
    auto const family = engine::family_of(of.entry.head.line.shape);
    if (family != decisions && family != legal_matters && family != normative_documents)
        return;
    auto const& unit = of.entry.summary.unit;
    auto const before = into.size();
    for (auto const& check : case_checks) {
        if (check.family != family)
            continue;
        auto subject = check.look({of.entry, of.acts, year, has_no_item});
        if (!subject)
            continue;
        into.push_back({check.finding, of.entry.head.line.number, unit, check.blocks,
                        subject->empty() ? std::nullopt : std::move(subject), std::nullopt});
    }
    if (family == normative_documents)
        shared_step_unproved(record, of, into);
    auto& score = score_of(all, unit);
    ++score.cases;
    score.cases_at_fault += into.size() > before;
}

/// The catalogue of the year as its acts leave it; nothing while the organ has none.
struct catalogue_of_year {
    std::string number;
    std::unique_ptr<engine::procedure> rebuilt;

    catalogue::yearly_catalogue const& content() const { return *catalogue::content_of(*rebuilt); }
};

std::optional<catalogue_of_year> find_catalogue(soci::reader& record, int year,
                                                std::string const& unit)
{
    auto const kept = soci::catalogue_board(record).find(year, unit);
    auto const found = kept ? record.read_case(kept->id) : std::nullopt;
    if (!found || found->entry.head.line.shape != catalogue::shape_name)
        return {};
    catalogue_of_year made{found->entry.head.line.number,
                           catalogue::shape().make(found->entry.head.line.place)};
    for (auto const& act : found->acts)
        made.rebuilt->replay(act);
    return made;
}

void look_at_catalogue(soci::reader& record, int year, std::string const& unit, findings& into,
                       scores& all)
{
    auto const found = find_catalogue(record, year, unit);
    if (!found || !catalogue::is_published(found->content()))
        return;
    auto const& content = found->content();
    soci::catalogue_board board(record);
    for (auto const* one : catalogue::items_in_force(content)) {
        bool const has_case =
            !one->decisions.empty() ||
            !board.naming(content.year, one->number, one->details.item_name, content.office)
                 .empty();
        auto lead = content.office;
        if (one->details.lead)
            lead = *one->details.lead;
        auto const before = into.size();
        for (auto const& check : entry_checks)
            if (check.is_at_fault({*one, has_case}))
                into.push_back({check.finding, found->number, lead, check.blocks,
                                one->details.item_name, one->number});
        auto& score = score_of(all, lead);
        ++score.cases;
        score.cases_at_fault += into.size() > before;
    }
}

} // namespace

bool is_above_whole(std::string_view indicator, std::string_view value,
                    indicators const& dictionary)
{
    if (dictionary.unit(indicator) != "%" || indicator.find("rate") == indicator.npos)
        return false;
    auto const number = parse_decimal(value);
    return number && compare(*number, {100, 0}) > 0;
}

gate::checked check_record(soci::reader& record, report_file const& file, year_sums const& counted,
                           indicators const& dictionary, report_places const& places)
{
    gate::checked made;
    scores all;
    auto const year = year_of_report(file);
    auto const strays = without_item(record, year, file.unit);
    auto cases = cases_of_year(record, year, counted);
    cases.insert(strays.begin(), strays.end());
    for (auto const id : cases)
        if (auto const found = record.read_case({id}))
            look_at_case(record, *found, year, strays.contains(id), made.findings, all);
    look_at_catalogue(record, year, file.unit, made.findings, all);
    for (auto const check : answer_checks)
        check({file, counted, dictionary, places}, made.findings);
    // An act stays readable; what blocks comes first, the rest follows once that is mended.
    std::stable_sort(made.findings.begin(), made.findings.end(),
                     [](auto const& a, auto const& b) { return a.blocks && !b.blocks; });
    if (made.findings.size() > engine::longest_list)
        made.findings.resize(engine::longest_list);
    for (auto& [unit, score] : all)
        made.units.push_back(std::move(score));
    return made;
}

} // namespace adapters::report
