#include "adapters/soci/matter_list.hpp"
#include "web/handlers/facts_view.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "workflows/adviser_file/procedure.hpp"

#include <algorithm>
#include <map>

// The files of the legal advisers (法律顾问档案), beside what the acts say of their work in a year.

namespace web::handlers {
namespace {

using adapters::soci::adviser_year;
using adapters::soci::matter_list;
using boost::json::array;
using boost::json::object;
using engine::say;

constexpr long long most_advisers = 500;
constexpr long long most_acts = 500;

/// The year of the query, or this year; nothing for nonsense.
std::optional<int> year_asked(visit& v)
{
    auto const typed = v.query("year");
    if (typed.empty())
        return engine::year_of(v.today());
    auto const number = number_in(typed);
    if (!number || *number < 1900 || *number > 9999)
        return {};
    return static_cast<int>(*number);
}

/// The last five years, and the one that is looked at.
array years_view(visit const& v, int chosen)
{
    array made;
    auto const now = engine::year_of(v.today());
    for (int year = now; year > now - 5; --year)
        made.push_back(object{{"year", year}, {"chosen", year == chosen}});
    if (chosen > now || chosen <= now - 5)
        made.push_back(object{{"year", chosen}, {"chosen", true}});
    return made;
}

} // namespace

answer list_advisers(visit& v)
{
    auto const year = year_asked(v);
    if (!year)
        return problem(v, 400, "malformed", say("年份应为四位数字。"));
    std::map<std::string, adviser_year> work;
    for (auto& one : matter_list(*v.records).advisers(*year))
        work.emplace(one.adviser, one);
    auto const files = v.records->list_cases({.family = "adviser_file"}, {}, most_advisers);
    answer page{.page = "advisers"};
    page.view["title"] = v.words("advisers.title");
    page.view["year"] = *year;
    page.view["years"] = years_view(v, *year);
    long long engaged = 0;
    array advisers;
    for (auto const& one : files.rows) {
        auto const done = work.extract(one.summary.title);
        auto const id = std::to_string(one.head.line.id.value);
        engaged += one.summary.closed ? 0 : 1;
        advisers.push_back({{"id", one.head.line.id.value},
                            {"href", "/advisers/" + id + "?year=" + std::to_string(*year)},
                            {"number", one.head.line.number},
                            {"adviser", one.summary.title},
                            {"phase_words", v.words("phase." + one.summary.phase)},
                            {"closed", one.summary.closed},
                            {"cases", done ? done.mapped().cases : 0},
                            {"times", done ? done.mapped().times : 0}});
    }
    // The law of Guangdong asks for three at least, and so does the house elsewhere. Whoever sees
    // only a file of their own is told nothing of how many there are.
    auto const sees_all = v.seeing_cases().is_known_without_part(
        engine::family_of(workflows::adviser_file::shape_name), engine::confidentiality::open);
    page.view["too_few"] = sees_all && engaged < 3;
    page.view["engaged"] = engaged;
    engine::rule_id rule = "GDLA-10";
    auto const& book = v.house.with().law.book;
    if (auto const place = v.house.place_of_unit(v.session->as.unit); book.knows(place))
        rule = book.in_force(place, v.today()).cited(std::move(rule));
    page.view["rule"] = rule_view(v, rule);
    page.view["empty"] = advisers.empty();
    page.view["advisers"] = std::move(advisers);
    // Whoever advised and has no file is shown too, so that the file can be made; whoever does not
    // see the files of others cannot be told that there is none.
    if (!sees_all)
        work.clear();
    array without;
    for (auto const& [name, one] : work)
        without.push_back({{"adviser", name}, {"cases", one.cases}, {"times", one.times}});
    page.view["has_without"] = !without.empty();
    page.view["without_file"] = std::move(without);
    page.only_page["may_record"] = v.house.with().law.entitled.may_act(
        v.session->as.role, std::string(workflows::adviser_file::engagement::recorded::kind), false,
        false);
    page.only_page["shape"] = workflows::adviser_file::shape_name;
    return page;
}

answer show_adviser(visit& v)
{
    auto const year = year_asked(v);
    if (!year)
        return problem(v, 400, "malformed", say("年份应为四位数字。"));
    auto const id = number_in(v.place("id"));
    auto const file = id ? open_file(v, {*id}) : std::nullopt;
    if (!file || engine::family_of(file->line().shape) != "adviser_file")
        return not_found(v);
    auto const name = file->file().summary().title;
    matter_list work(*v.records);
    answer page{.page = "adviser"};
    page.view = head_view(v, *file);
    page.view["year"] = *year;
    page.view["years"] = years_view(v, *year);
    page.view["case_href"] = boost::json::value(page.view.at("href"));
    page.view["href"] = "/advisers/" + std::to_string(*id);
    page.view["facts"] = facts_view(v, file->file().facts());
    auto const sums = work.advisers(*year, name);
    page.view["cases"] = sums.empty() ? 0 : sums.front().cases;
    page.view["times"] = sums.empty() ? 0 : sums.front().times;
    array acts;
    for (auto const& one : work.acts_of(name, *year, most_acts)) {
        auto const href = "/cases/" + std::to_string(one.on.value);
        acts.push_back({{"case", one.on.value},
                        {"case_href", href},
                        {"number", one.number},
                        {"case_title", one.title},
                        {"family", one.family},
                        {"part", one.part},
                        {"part_words", v.words("part." + one.part)},
                        {"act_href", href + "/acts/" + std::to_string(one.seq)},
                        {"on_words", v.words.date(one.counts_on)}});
    }
    page.view["empty"] = acts.empty();
    page.view["acts"] = std::move(acts);
    return page;
}

} // namespace web::handlers
