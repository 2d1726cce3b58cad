#include "web/handlers/asked_box.hpp"
#include "web/handlers/box_tabs.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <map>
#include <set>

// The leader's page (看板): what waits, with whom, what is late, what this year brought, by unit
// and by step. Every number opens the list behind it.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;

/// So many units are named with whom a step waits.
constexpr std::size_t most_named = 2;

struct waiting {
    long long all = 0;
    long long red = 0;
    long long yellow = 0;

    void add(adapters::soci::waiting_count const& one)
    {
        all += one.waiting;
        red += one.red;
        yellow += one.yellow;
    }
};

struct cases {
    long long running = 0;
    long long opened = 0; ///< this year
    long long ended = 0;  ///< of those opened this year
};

/// What waits of a step, in all and with each unit that is to act.
struct waiting_step {
    waiting all;
    std::map<std::string, long long> with;
};

std::string overseen(pairs const& filters)
{
    return "/boxes/overseen?" + to_query(filters);
}

object number(long long value, std::string href)
{
    return {{"value", value}, {"href", value > 0 ? std::move(href) : std::string()}};
}

/// The three numbers of what waits, each with its list.
void put_waiting(object& into, waiting const& count, pairs const& filters)
{
    auto const with = [&](char const* light) {
        pairs all = filters;
        all.emplace_back("light", light);
        return overseen(all);
    };
    into["waiting"] = number(count.all, with("any"));
    into["red"] = number(count.red, with("red"));
    into["yellow"] = number(count.yellow, with("yellow"));
}

/// The length of a bar, of twenty. It is drawn, since paper has no backgrounds.
long long bar_of(long long value, long long most)
{
    return most == 0 || value == 0 ? 0 : std::max(1LL, value * 20 / most);
}

/// The filter of those who are to act, as an address has it.
std::string acting_in_address(std::string const& unit)
{
    return unit.empty() ? std::string(no_unit) : unit;
}

/// The units of the organ, behind them others that are to act on its cases, and last what is for a
/// role in whatever unit or for somebody by name.
std::vector<std::pair<std::string, std::string>>
units_in_order(visit& v, std::map<std::string, waiting> const& by_acting)
{
    std::vector<std::pair<std::string, std::string>> all;
    for (auto const& unit : v.own_units())
        all.emplace_back(unit.code, unit.name);
    auto const own = all;
    for (auto const& waits : by_acting) {
        auto const& code = waits.first;
        if (!code.empty() && std::none_of(own.begin(), own.end(),
                                          [&](auto const& one) { return one.first == code; }))
            all.emplace_back(code, v.house.unit_name(code));
    }
    all.emplace_back("", v.words("overview.no_unit"));
    return all;
}

array units_view(visit& v, std::map<std::string, waiting> const& by_unit,
                 std::map<std::string, waiting> const& by_acting,
                 std::map<std::string, cases> const& cases_of, std::string const& year)
{
    auto const count_in = [](auto const& all, std::string const& unit) {
        auto const found = all.find(unit);
        return found == all.end() ? typename std::decay_t<decltype(all)>::mapped_type()
                                  : found->second;
    };
    array made;
    for (auto const& [unit, name] : units_in_order(v, by_acting)) {
        if (!cases_of.contains(unit) && !by_unit.contains(unit) && !by_acting.contains(unit))
            continue;
        object row{{"unit", unit}, {"unit_name", name}};
        put_waiting(row, count_in(by_unit, unit), {{"unit", unit}});
        object to_act;
        put_waiting(to_act, count_in(by_acting, unit), {{"acting", acting_in_address(unit)}});
        row["to_act"] = std::move(to_act);
        auto const count = count_in(cases_of, unit);
        row["running"] =
            number(count.running, "/cases?" + to_query({{"unit", unit}, {"closed", "no"}}));
        row["opened"] =
            number(count.opened, "/cases?" + to_query({{"unit", unit}, {"year", year}}));
        made.push_back(std::move(row));
    }
    return made;
}

/// With whom most of a step waits.
array acting_view(visit& v, std::string const& chapter, waiting_step const& step)
{
    std::vector<std::pair<std::string, long long>> all(step.with.begin(), step.with.end());
    std::stable_sort(all.begin(), all.end(),
                     [](auto const& one, auto const& other) { return one.second > other.second; });
    array made;
    for (auto const& [unit, count] : all) {
        if (made.size() == most_named)
            break;
        made.push_back(object{
            {"unit", unit},
            {"unit_name", unit.empty() ? v.words("overview.no_unit") : v.house.unit_name(unit)},
            {"count", count},
            {"href",
             overseen(
                 {{"chapter", chapter}, {"acting", acting_in_address(unit)}, {"light", "any"}})}});
    }
    return made;
}

array steps_view(visit& v, std::map<std::string, waiting_step> const& by_chapter)
{
    long long most = 0;
    for (auto const& [chapter, count] : by_chapter)
        most = std::max(most, count.all.all);
    array made;
    std::set<std::string> shown; // decisions and documents have chapters in common
    for (auto const& [name, ignored] : v.house.with().law.shapes)
        for (auto const& stage : v.house.sample(name)->stages()) {
            auto const found = by_chapter.find(stage.chapter);
            if (found == by_chapter.end() || !shown.insert(stage.chapter).second)
                continue;
            object row{{"chapter", stage.chapter},
                       {"chapter_words", chapter_words(v.words, stage.chapter)},
                       {"bar", bar_of(found->second.all.all, most)},
                       {"acting", acting_view(v, stage.chapter, found->second)},
                       {"more_acting", found->second.with.size() > most_named}};
            put_waiting(row, found->second.all, {{"chapter", stage.chapter}});
            made.push_back(std::move(row));
        }
    return made;
}

} // namespace

answer show_overview(visit& v)
{
    auto const box = plain_box(v, "overseen");
    auto const year = engine::year_of(v.today());
    auto const year_text = std::to_string(year);
    waiting total;
    std::map<std::string, waiting> by_unit, by_acting;
    std::map<std::string, waiting_step> by_chapter;
    for (auto const& one : v.records->count_waiting(box.of, box.only.lights)) {
        total.add(one);
        by_unit[one.unit].add(one);
        by_acting[one.acting].add(one);
        auto& step = by_chapter[one.chapter];
        step.all.add(one);
        step.with[one.acting] += one.waiting;
    }
    cases all;
    std::map<std::string, cases> cases_of;
    for (auto const& one : v.records->count_cases_of("major_decision", box.of.units, year))
        for (auto* into : {&all, &cases_of[one.unit]}) {
            into->running += one.closed ? 0 : one.cases;
            into->opened += one.opened_this_year ? one.cases : 0;
            into->ended += one.closed && one.opened_this_year ? one.cases : 0;
        }

    answer page{.page = "overview"};
    page.view["title"] = v.words("overview.title");
    page.view["on"] = engine::to_text(v.today());
    page.view["on_words"] = v.words.date(v.today());
    page.view["year"] = year;
    page.view["nobody"] = box.of.units.empty();
    object sums;
    put_waiting(sums, total, {});
    sums["running"] = number(all.running, "");
    sums["opened"] = number(all.opened, "");
    sums["ended"] = number(all.ended, "");
    page.view["sums"] = std::move(sums);
    page.view["units"] = units_view(v, by_unit, by_acting, cases_of, year_text);
    page.view["steps"] = steps_view(v, by_chapter);
    page.only_page["tabs"] = tabs_view(v, "overview");
    return page;
}

} // namespace web::handlers
