#include "web/handlers/act_form.hpp"
#include "web/handlers/handlers.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

namespace web::handlers {

using boost::json::array;
using engine::say;

answer list_cases(visit& v)
{
    constexpr long long rows_a_page = 50;
    constexpr char const* family = "major_decision"; // other procedures have lists of their own
    adapters::soci::case_filter only;
    only.family = family;
    only.words = v.query("words");
    only.phase = v.query("phase");
    only.unit = v.query("unit");
    auto const closed = v.query("closed");
    if (closed == "yes" || closed == "no")
        only.closed = closed == "yes";
    if (auto const year = number_in(v.query("year")); year && *year < 10'000)
        only.opened_in = static_cast<int>(*year);
    auto const after = number_in(v.query("after"));
    auto const found = v.records->list_cases(only, after, rows_a_page);

    answer page{.page = "cases"};
    page.view["title"] = v.words(say("决策事项"));
    array cases;
    for (auto const& one : found.rows) {
        auto const& line = one.head.line;
        cases.push_back({{"id", line.id.value},
                         {"href", "/cases/" + std::to_string(line.id.value)},
                         {"number", line.number},
                         {"case_title", one.summary.title},
                         {"unit", one.summary.unit},
                         {"unit_name", v.house.unit_name(one.summary.unit)},
                         {"matter", one.summary.matter},
                         {"phase", one.summary.phase},
                         {"phase_words", v.words("phase." + one.summary.phase)},
                         {"closed", one.summary.closed},
                         {"version", one.head.version},
                         {"opened_on", engine::to_text(engine::legal_day(line.opened_at))},
                         {"opened_words", v.words.date(engine::legal_day(line.opened_at))},
                         {"changed_words", v.words.moment(one.changed_at)}});
    }
    page.view["empty"] = cases.empty();
    page.view["cases"] = std::move(cases);
    pairs again;
    for (auto const* name : {"words", "phase", "unit", "year", "closed"})
        if (auto value = v.query(name); !value.empty())
            again.emplace_back(name, std::move(value));
    page.view["next"] = "";
    if (found.next) {
        again.emplace_back("after", std::to_string(*found.next));
        page.view["next"] = "/cases?" + to_query(again);
    }

    array phases;
    for (auto const& one : v.records->phases(family))
        phases.push_back(
            {{"code", one}, {"words", v.words("phase." + one)}, {"selected", one == only.phase}});
    array units;
    for (auto const& unit : v.own_units())
        units.push_back(
            {{"code", unit.code}, {"words", unit.name}, {"selected", unit.code == only.unit}});
    array years;
    for (auto const year : v.records->years_opened(family))
        years.push_back({{"year", year}, {"selected", only.opened_in == year}});
    page.only_page = {{"phases", std::move(phases)},   {"units", std::move(units)},
                      {"years", std::move(years)},     {"words", only.words},
                      {"closed_yes", closed == "yes"}, {"closed_no", closed == "no"},
                      {"may_propose", may_propose(v)}};
    return page;
}

} // namespace web::handlers
