#include "web/handlers/act_form.hpp"
#include "web/handlers/box_table.hpp"
#include "web/handlers/box_tabs.hpp"
#include "web/handlers/drafts.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/order_of_steps.hpp"
#include "web/handlers/other_seats.hpp"
#include "web/handlers/standing_duties.hpp"
#include "web/handlers/start_page.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

#include <algorithm>
#include <map>
#include <set>

// The boxes of a desk: one list under tabs, with its filters, its order and its own columns.

namespace web::handlers {
namespace {

using boost::json::array;
using boost::json::object;

constexpr long long rows_a_page = 50;

object option(std::string_view code, std::string words, std::string_view chosen)
{
    return {{"code", code}, {"words", std::move(words)}, {"selected", code == chosen}};
}

/// Chapters, phases and matters of all procedures, as choices of a filter.
array chapters(visit& v, std::string_view chosen)
{
    array made;
    std::set<std::string> known;
    for (auto const& [name, shape] : v.house.with().law.shapes)
        for (auto const& stage : v.house.sample(name)->stages())
            if (!shape.is_sole && known.insert(stage.chapter).second)
                made.push_back(
                    option(stage.chapter, chapter_words(v.words, stage.chapter), chosen));
    return made;
}

array matters(visit& v, std::string_view chosen)
{
    array made;
    std::set<std::string> known;
    for (auto const& [name, shape] : v.house.with().law.shapes) {
        auto const* fields = v.house.sample(name)->fields_of(shape.opening_kind);
        for (auto const& field : fields ? *fields : std::vector<engine::field>())
            if (field.name == "matter")
                for (auto const& one : field.choices)
                    if (known.insert(one).second)
                        made.push_back(option(one, v.words("choice.matter_type." + one), chosen));
    }
    return made;
}

/// By procedure: several end in what has the same name.
array phases(visit& v, std::string_view chosen)
{
    std::set<std::string> families;
    for (auto const& [name, shape] : v.house.with().law.shapes)
        if (!shape.is_sole)
            families.emplace(engine::family_of(name));
    array made;
    for (auto const& family : families) {
        array own;
        for (auto const& one : v.records->phases(family))
            own.push_back(option(one, v.words("phase." + one), chosen));
        if (!own.empty())
            made.push_back(
                object{{"family", v.words("family." + family)}, {"phases", std::move(own)}});
    }
    return made;
}

array units(visit& v, std::string_view chosen)
{
    array made;
    for (auto const& unit : v.own_units())
        made.push_back(option(unit.code, unit.name, chosen));
    return made;
}

array acting_units(visit& v)
{
    auto const chosen = v.query("acting");
    auto made = units(v, chosen);
    made.push_back(option(no_unit, v.words("overview.no_unit"), chosen));
    return made;
}

array lights(visit& v, asked_box const& asked)
{
    auto const chosen = v.query("light");
    array made;
    for (auto const* one : {"due", "red", "yellow", "green", "grey", "none"})
        made.push_back(option(one, v.words("light." + std::string(one)),
                              chosen.empty() ? asked.only.light : chosen));
    return made;
}

object filters_view(visit& v, asked_box const& asked)
{
    auto const& only = asked.only;
    return {{"words", only.words},
            {"matters", matters(v, only.matter)},
            {"chapter_label", v.words(asked.name == "done" ? "filter.acted_in" : "filter.chapter")},
            {"chapters", chapters(v, only.chapter)},
            {"has_phases", !asked.lists_tasks()},
            {"families", asked.lists_tasks() ? array() : phases(v, only.phase)},
            {"units", units(v, only.unit)},
            {"has_acting", asked.name == "overseen"},
            {"acting_units", asked.name == "overseen" ? acting_units(v) : array()},
            {"lights", lights(v, asked)},
            {"any_light", asked.name == "overseen" ? "any" : ""},
            {"any_selected", v.query("light") == "any"},
            {"from", v.query("from")},
            {"until", v.query("until")},
            {"has_ready", asked.name == "waiting"},
            {"ready", only.open_on.has_value()},
            {"whose", v.query("whose")},
            {"kind", only.kind},
            {"sort", asked.sort},
            {"action", asked.name == "waiting" ? "/" : "/boxes/" + std::string(asked.name)},
            {"clear", asked.name == "waiting" ? "/" : "/boxes/" + std::string(asked.name)}};
}

array views_view(visit& v, std::string_view box)
{
    array made;
    for (auto const& one : v.house.with().desk.views_of(v.session->who.id, std::string(box)))
        made.push_back(
            {{"id", one.id},
             {"name", one.name},
             {"href", (box == "waiting" ? "/" : "/boxes/" + std::string(box)) + "?" + one.query}});
    return made;
}

array choosable_columns(visit& v, std::string_view box, std::vector<std::string_view> const& shown)
{
    array made;
    for (auto const one : columns_of_box(box))
        made.push_back({{"code", std::string(one)},
                        {"words", v.words("column." + std::string(one))},
                        {"chosen", std::find(shown.begin(), shown.end(), one) != shown.end()}});
    return made;
}

/// What a head may do as well, but is left to the clerks of the unit; empty when that is nothing.
std::string left_to_others(visit& v, asked_box const& asked)
{
    if (asked.of.left_to.empty())
        return {};
    auto all = asked.of;
    all.left_to.clear();
    auto const own = v.records->count_box(asked.of, asked.only, most_counted);
    auto const found = v.records->count_box(all, asked.only, own + most_counted);
    return found == own
               ? ""
               : v.words(engine::say("另有{1}项由本单位经办人办理", counted_words(found - own)));
}

/// What the tab does not count, for it stands below the list; empty where the other seats of
/// whoever looks have nothing.
std::string waits_in_other_seats(visit const& v, array const& seats)
{
    long long elsewhere = 0;
    for (auto const& one : seats)
        elsewhere += one.at("waiting").as_int64();
    return elsewhere == 0 ? "" : v.words(words_of_other_seats(elsewhere));
}

/// Of so many tasks of a list of 待办, as its tab counts them.
long long cannot_be_done_yet(visit& v, asked_box const& asked, long long found)
{
    if (asked.name != "waiting" || asked.only.open_on)
        return 0;
    auto only = asked.only;
    only.open_on = v.today();
    return found - v.records->count_box(asked.of, only, found);
}

answer show(visit& v, std::string_view name)
{
    auto read = read_asked_box(v, name);
    if (auto* instead = std::get_if<answer>(&read))
        return std::move(*instead);
    auto const& asked = std::get<asked_box>(read);
    auto const columns =
        shown_columns(name, v.house.with().desk.columns_of(v.session->who.id, std::string(name)));
    auto found = v.records->list_box(asked.of, asked.only, asked.order, asked.after, rows_a_page);
    put_in_order_of_steps(v, asked, found.rows);

    answer page{.page = "box"};
    page.view["title"] = v.words("box." + std::string(name));
    page.view["box"] = name;
    bool const is_all = !asked.after && !found.next;
    page.view["found"] = is_all ? static_cast<long long>(found.rows.size())
                                : v.records->count_box(asked.of, asked.only, most_counted);
    auto const later = cannot_be_done_yet(v, asked, page.view["found"].as_int64());
    page.view["found_words"] = counted_words(page.view["found"].as_int64() - later);
    page.only_page["later_words"] =
        later == 0 ? "" : v.words(engine::say("另有{1}项尚未到可办日期", counted_words(later)));
    array rows;
    auto const back = why_rows_came_back(v, name, columns, found.rows);
    for (auto const& one : found.rows)
        rows.push_back(row_view(v, name, columns, one, back));
    page.view["empty"] = rows.empty();
    page.view["rows"] = std::move(rows);
    page.view["next"] =
        found.next ? asked.address({{"after", found.next->to_text()}}) : std::string();
    page.view["filters_words"] = filters_in_words(v, asked);

    auto& sheet = page.only_page;
    sheet["tabs"] = tabs_view(v, name);
    sheet["may_propose"] = may_propose(v);
    sheet["headings"] = headings_view(v, asked, columns);
    sheet["filter"] = filters_view(v, asked);
    sheet["filtered"] = !asked.filters.empty();
    sheet["first"] = asked.after ? asked.address() : std::string();
    sheet["views"] = views_view(v, name);
    sheet["columns"] = choosable_columns(v, name, columns);
    sheet["home"] = asked.address();
    auto const saved = asked.address().find('?');
    sheet["saved"] = saved == std::string::npos ? "" : asked.address().substr(saved + 1);
    sheet["as_xlsx"] = asked.address({{"as", "xlsx"}}, "/export");
    sheet["as_csv"] = asked.address({{"as", "csv"}}, "/export");
    bool const is_start = name == "waiting" && asked.filters.empty();
    bool const is_first_page = is_start && !asked.after;
    auto standing = is_first_page ? standing_duties(v) : array();
    auto seats = is_first_page ? other_seats_view(v) : array();
    bool const has_nothing = is_start && page.view["empty"].as_bool() && standing.empty() &&
                             std::none_of(seats.begin(), seats.end(), [](auto const& one) {
                                 return one.at("has_tasks").as_bool();
                             });
    sheet["elsewhere_words"] = waits_in_other_seats(v, seats);
    page.view["has_standing"] = !standing.empty();
    sheet["standing_count"] = static_cast<long long>(standing.size());
    page.view["standing"] = std::move(standing);
    page.view["other_seats"] = std::move(seats);
    auto lights = is_start && !page.view["empty"].as_bool() ? lights_of_tasks(v, asked) : array();
    sheet["any_lights"] = !lights.empty();
    sheet["lights"] = std::move(lights);
    sheet["nothing_waits"] = has_nothing;
    sheet["none_passes"] = page.view["empty"].as_bool() && !is_start;
    sheet["places"] = has_nothing ? places_of_role(v) : array();
    sheet["too_many_to_sort"] =
        asked.too_many_to_sort
            ? v.words(engine::say(
                  "已办超过{1}件，只按时间排列。请先用筛选缩小范围，再按这一栏排列。", most_sorted))
            : std::string();
    sheet["left_to_others"] = left_to_others(v, asked);
    sheet["with_others"] = asked.address({{"whose", "any"}});
    sheet["nobody"] = name == "overseen" && asked.of.units.empty();
    return page;
}

} // namespace

answer show_tasks(visit& v)
{
    return show(v, "waiting");
}

answer show_box(visit& v)
{
    auto const name = v.place("box");
    if (name == "drafts")
        return show_drafts(v);
    auto const& all = box_names();
    auto const known = std::find(all.begin(), all.end(), name);
    if (known == all.end())
        return not_found(v);
    return show(v, *known);
}

} // namespace web::handlers
