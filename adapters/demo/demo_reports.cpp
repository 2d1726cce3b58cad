#include "adapters/demo/demo_reports.hpp"

#include "adapters/demo/sample_table.hpp"
#include "adapters/report/record_gate.hpp"
#include "adapters/report/report_bodies.hpp"
#include "adapters/report/report_shelf.hpp"
#include "adapters/soci/clerk.hpp"
#include "workflows/annual_report/procedure.hpp"

#include <boost/json.hpp>
#include <future>
#include <map>
#include <set>
#include <stdexcept>

namespace adapters::demo {
namespace {

namespace json = boost::json;
namespace law = workflows::annual_report;

json::object answer_of(csv::table const& table, csv::row const& row)
{
    json::object made;
    for (auto const* name : {"indicator", "value", "last_year", "rounded", "note", "source"})
        if (auto const& cell = table.cell(row, name); !cell.empty())
            made[name] = cell;
    return made;
}

/// One report, act after act.
class told_report {
public:
    told_report(soci::clerk& clerk, soci::database& at, officials const& seats,
                demo_organ const& organ, int year)
        : clerk_(clerk), record_(at, engine::clearance::of_the_record()), seats_(seats),
          organ_(organ), year_(year)
    {}

    /// The whole way, from `begins` on: to the publication two months later.
    void to_publication(engine::day begins)
    {
        auto const later = [&](int days) { return begins + std::chrono::days(days); };
        open(begins);
        ask(later(1), later(15), {});
        answer(later(8), {});
        accept(later(11));
        write(later(14), {});
        check(later(18));
        freeze(later(19), later(17));
        enter("release.secrecy_checked",
              {{"may_be_published", true}, {"remarks", "不涉及国家秘密"}}, {"office_secretary", ""},
              later(35));
        enter("release.approved", json::object(), {"head_of_government", ""}, later(37));
        enter("release.submitted",
              {{"submitted_on", engine::to_text(later(44))},
               {"addressees", {"party_committee", "congress_committee", "higher_government"}}},
              {"office_secretary", ""}, later(44));
        enter("release.published",
              {{"published_on", engine::to_text(later(64))}, {"published_at", "区政府门户网站"}},
              {"office_secretary", ""}, later(64));
    }

    /// Opened a fortnight ago: asked, some have answered, one answer was sent back.
    void being_compiled(engine::day today)
    {
        auto const ago = [&](int days) { return today - std::chrono::days(days); };
        open(ago(14));
        ask(ago(13), today + std::chrono::days(10), {"justice", "market", "audit", "data"});
        answer(ago(6), {"market", "audit"});
        enter("collection.sent_back",
              {{"unit", "audit"},
               {"indicators", {"AUDIT.amount"}},
               {"reason", "请按审计报告核对主要问题金额的口径"}},
              {"report_compiler", ""}, ago(3));
        write(ago(2), {"opening", "leadership"});
    }

    std::size_t acts() const { return acts_; }

private:
    /// The seat has the role, in a unit if that is named.
    void enter(std::string const& kind, json::object body, engine::seat const& seat, engine::day on)
    {
        auto const* who = seats_.holding({seat}, seat.unit);
        if (!who)
            throw std::runtime_error("sample report: nobody is " + seat.role + " of " + seat.unit);
        // Each a minute after the one before, from nine in the morning in China.
        auto const at = engine::instant(on) + std::chrono::hours(1) +
                        std::chrono::minutes(static_cast<int>(acts_ % 400));
        auto answered = std::make_shared<std::promise<soci::outcome>>();
        auto waiting = answered->get_future();
        auto const number = std::to_string(year_) + "-" + std::to_string(++acts_);
        clerk_.submit({.on = on_,
                       .shape = law::shape_name,
                       .place = organ_.place,
                       .act_id = "demo-report-" + number,
                       .kind = kind,
                       .body = std::move(body),
                       .seen = {},
                       .by = *who,
                       .now = at,
                       .origin = engine::entered_as_demo,
                       .seeing = engine::clearance::of_the_record()},
                      [answered](soci::outcome given) { answered->set_value(std::move(given)); });
        auto const outcome = waiting.get();
        auto const* ruling = std::get_if<engine::ruling>(&outcome);
        auto const* taken = ruling ? std::get_if<engine::admitted>(ruling) : nullptr;
        if (taken)
            on_ = taken->what.on;
        else
            throw std::runtime_error("sample report: " + kind + " was not taken" + why(ruling));
    }

    static std::string why(engine::ruling const* ruling)
    {
        std::string words;
        if (auto const* refused = ruling ? std::get_if<engine::refused>(ruling) : nullptr)
            for (auto const& ground : refused->grounds)
                words += "; " + ground.rule + " " + ground.reason.id;
        if (auto const* wrong = ruling ? std::get_if<engine::malformed>(ruling) : nullptr)
            for (auto const& fault : wrong->faults)
                words += "; " + fault.path + " " + fault.reason.id;
        return words;
    }

    void open(engine::day on)
    {
        enter("report.opened", {{"year", year_}, {"organ_name", organ_.name}},
              {"report_compiler", ""}, on);
    }

    /// `units`: those asked; empty: all.
    void ask(engine::day on, engine::day answer_by, std::set<std::string> const& units)
    {
        std::map<std::string, json::array> by_unit;
        for (auto const& row : answers_.rows)
            if (auto const& unit = answers_.cell(row, "unit");
                units.empty() || units.contains(unit))
                by_unit[unit].push_back(json::value(answers_.cell(row, "indicator")));
        for (auto& [unit, indicators] : by_unit)
            enter("collection.asked",
                  {{"unit", unit},
                   {"indicators", std::move(indicators)},
                   {"answer_by", engine::to_text(answer_by)}},
                  {"report_compiler", ""}, on);
    }

    void answer(engine::day on, std::set<std::string> const& units)
    {
        std::map<std::string, json::array> by_unit;
        for (auto const& row : answers_.rows)
            if (auto const& unit = answers_.cell(row, "unit");
                units.empty() || units.contains(unit))
                by_unit[unit].push_back(answer_of(answers_, row));
        for (auto& [unit, values] : by_unit)
            enter("collection.answered", {{"values", std::move(values)}}, {"sponsor_clerk", unit},
                  on);
    }

    void accept(engine::day on)
    {
        std::map<std::string, json::array> by_unit;
        for (auto const& row : answers_.rows)
            by_unit[answers_.cell(row, "unit")].push_back(
                json::value(answers_.cell(row, "indicator")));
        for (auto& [unit, indicators] : by_unit)
            enter("collection.accepted", {{"unit", unit}, {"indicators", std::move(indicators)}},
                  {"report_compiler", ""}, on);
    }

    void write(engine::day on, std::set<std::string> const& sections)
    {
        auto const table = sample_table("report_sections.csv");
        for (auto const& row : table.rows)
            if (auto const& section = table.cell(row, "section");
                sections.empty() || sections.contains(section))
                enter("narrative.written",
                      {{"section", section}, {"words", table.cell(row, "words")}},
                      {"report_compiler", ""}, on);
    }

    law::report_file file() { return law::file_of(record_.acts_of(on_)); }

    void check(engine::day on)
    {
        auto const counted = report::sums_of(record_.totals(year_));
        auto const found = report::check_record(record_, file(), counted, dictionary_, places_);
        enter("gate.checked", report::body_of(found), {"report_compiler", ""}, on);
        std::set<std::string> kinds;
        for (auto const& one : found.findings)
            if (one.blocks && kinds.insert(one.finding).second)
                enter("gate.explained",
                      {{"finding", one.finding},
                       {"reason", one.finding == "figure_not_asked"
                                      ? "本年度报告不写这些数据"
                                      : "已向承办单位核实，不影响本年度数据"}},
                      {"report_compiler", ""}, on);
    }

    void freeze(engine::day on, engine::day cut_off)
    {
        auto const last = report::figures_of_year(record_, organ_.name, year_ - 1, dictionary_);
        auto const counted = report::sums_of(record_.totals_until(year_, cut_off));
        auto const now = file();
        auto figures = report::current_figures(now, counted, report::values_of(last), dictionary_);
        report::mark_imported(figures, last, now);
        enter("freezing.frozen", report::body_of(report::freeze(now, figures, cut_off)),
              {"report_compiler", ""}, on);
    }

    soci::clerk& clerk_;
    soci::reader record_;
    officials const& seats_;
    demo_organ const& organ_;
    int year_;
    engine::case_id on_ = {};
    std::size_t acts_ = 0;
    csv::table answers_ = sample_table("report_answers.csv");
    report::indicators dictionary_;
    report::report_places places_{report::read_report_template({})};
};

} // namespace

std::size_t add_reports(soci::database& at, engine::law_in_force law, officials const& seats,
                        demo_organ const& organ, engine::instant now)
{
    using namespace std::chrono;
    auto const today = engine::legal_day(now);
    auto const this_year = engine::year_of(today);
    // Published by the end of March, once that is over.
    auto const april = sys_days(year(this_year) / 4 / 1);
    auto const published = today >= april ? this_year - 1 : this_year - 2;
    soci::clerk clerk(at, law);
    told_report last(clerk, at, seats, organ, published);
    last.to_publication(sys_days(year(published + 1) / 1 / 5));
    told_report next(clerk, at, seats, organ, published + 1);
    next.being_compiled(today);
    return last.acts() + next.acts();
}

} // namespace adapters::demo
