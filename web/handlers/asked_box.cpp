#include "web/handlers/asked_box.hpp"

#include "adapters/soci/left_tasks.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/time_light.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"
#include "workflows/major_decision/circulation.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace web::handlers {
namespace {

using adapters::soci::box_name;
using adapters::soci::box_order;
using engine::say;

constexpr std::array filter_names = {"words",  "matter", "chapter", "kind",  "phase", "unit",
                                     "acting", "light",  "from",    "until", "ready", "whose"};
constexpr std::array lights = {"due", "red", "yellow", "green", "grey", "none", "any"};
constexpr std::size_t longest_words = 200;

box_name name_of(std::string_view name)
{
    if (name == "done")
        return box_name::done;
    if (name == "opened")
        return box_name::opened;
    if (name == "copied")
        return box_name::copied;
    return name == "overseen" ? box_name::overseen : box_name::waiting;
}

bool is_for_done_alone(box_order by)
{
    return by == box_order::title || by == box_order::kind;
}

bool is_by_time(box_order by)
{
    return by == box_order::newest || by == box_order::oldest;
}

std::optional<box_order> order_named(std::string_view sort)
{
    if (sort == "newest")
        return box_order::newest;
    if (sort == "oldest")
        return box_order::oldest;
    if (sort == "due")
        return box_order::due;
    if (sort == "number")
        return box_order::number;
    if (sort == "title")
        return box_order::title;
    if (sort == "kind")
        return box_order::kind;
    return {};
}

/// The units of the organ to which a unit belongs.
std::vector<std::string> units_of_same_organ(visit& v, std::string const& code)
{
    auto const units = v.house.units();
    auto const own = std::find_if(units->begin(), units->end(),
                                  [&](auto const& one) { return one.code == code; });
    std::vector<std::string> all;
    if (own != units->end())
        for (auto const& one : *units)
            if (one.organ == own->organ)
                all.push_back(one.code);
    return all;
}

/// Why a filter is not understood; nothing when all of them are.
std::optional<answer> read_filters(visit& v, asked_box& into)
{
    auto const wrong = [&](engine::text const& words) {
        return problem(v, 400, "malformed", words);
    };
    for (auto const* name : filter_names)
        if (auto value = v.query(name); !value.empty())
            into.filters.emplace_back(name, std::move(value));
    auto& only = into.only;
    only.words = v.query("words");
    if (only.words.size() > longest_words)
        return wrong(say("查找的文字过长，最多{1}字节。", longest_words));
    only.matter = v.query("matter");
    only.chapter = v.query("chapter");
    only.kind = v.query("kind");
    only.phase = v.query("phase");
    only.unit = v.query("unit");
    if (auto const acting = v.query("acting"); !acting.empty())
        only.acting = acting == no_unit ? "" : acting;
    only.light = v.query("light");
    if (!only.light.empty() && std::find(lights.begin(), lights.end(), only.light) == lights.end())
        return wrong(say("没有这种时限灯：“{1}”。", only.light));
    for (auto [name, day] : {std::pair{"from", &only.from}, {"until", &only.until}})
        if (auto const typed = v.query(name); !typed.empty()) {
            *day = engine::parse_day(typed);
            if (!*day)
                return wrong(say("“{1}”不是日期，应为 2024-04-02 的形式。", typed));
        }
    if (v.query("ready") == "1")
        only.open_on = v.today();
    if (asks_for_what_is_left(v))
        into.of.left_to.clear();
    return {};
}

} // namespace

std::vector<std::string_view> const& box_names()
{
    static std::vector<std::string_view> const all = {"waiting", "done", "opened", "copied",
                                                      "overseen"};
    return all;
}

bool asks_for_what_is_left(visit const& v)
{
    return v.query("whose") == "any";
}

std::vector<std::string> units_answered_for(visit& v)
{
    static std::set<std::string, std::less<>> const of_the_organ = {
        "head_of_government", "deputy_in_charge", "office_secretary", "auditor"};
    auto const& as = v.session->as;
    if (of_the_organ.contains(as.role))
        return units_of_same_organ(v, as.unit);
    if (as.role == "department_head")
        return {as.unit};
    return {};
}

adapters::soci::box tasks_of_appointment(adapters::soci::appointment const& as)
{
    adapters::soci::box made{.name = box_name::waiting, .seats = {{as.role, as.unit}}};
    made.by_name = as.succeeds;
    made.by_name.push_back(as.who);
    if (as.in_place_of.value != 0)
        made.by_name.push_back(as.in_place_of);
    return made;
}

std::string done_first_by(visit const& v, adapters::soci::appointment const& as)
{
    if (as.role != adapters::soci::role_that_leaves)
        return {};
    constexpr auto const* first = adapters::soci::role_that_goes_first;
    auto const people = v.house.people(v.today());
    bool const is_there =
        std::any_of(people->begin(), people->end(), [&](engine::actor const& one) {
            return one.role == first && one.unit == as.unit;
        });
    return is_there ? first : "";
}

adapters::soci::box waiting_box(visit& v, adapters::soci::appointment const& as)
{
    // Whether somebody else has a task as well is looked up for each: of very many that takes too
    // long, and the list shows them all.
    constexpr long long most_looked_up = 1'000;
    auto made = tasks_of_appointment(as);
    made.kind_of_copies = workflows::major_decision::circulation::read::kind;
    auto first = done_first_by(v, as);
    if (!first.empty() && v.records->count_box(made, {}, most_looked_up + 1) <= most_looked_up)
        made.left_to = std::move(first);
    return made;
}

asked_box plain_box(visit& v, std::string_view name)
{
    auto const& as = v.session->as;
    asked_box made;
    made.name = name;
    made.of.name = name_of(name);
    switch (made.of.name) {
    case box_name::waiting:
        made.of = waiting_box(v, as);
        // what is due, then what came last, and behind it what cannot be done yet
        made.order = box_order::to_do;
        break;
    case box_name::copied:
        made.of = tasks_of_appointment(as);
        made.of.name = name_of(name);
        made.of.person = v.session->who.id;
        break;
    case box_name::done:
        made.of.person = v.session->who.id;
        break;
    case box_name::opened:
        made.of.person = v.session->who.id;
        made.of.by_name = as.succeeds;
        break;
    case box_name::overseen:
        made.of.units = units_answered_for(v);
        // what is late comes first, and what is neither late nor nearly due does not come at all
        made.only.light = "due";
        made.order = box_order::due;
        break;
    }
    made.of.kind_of_copies = workflows::major_decision::circulation::read::kind;
    made.only.lights = light_days_on(v.today(), v.house.with().law.days);
    return made;
}

std::variant<asked_box, answer> read_asked_box(visit& v, std::string_view name)
{
    auto made = plain_box(v, name);
    auto const first_light = made.only.light;
    if (auto fault = read_filters(v, made))
        return std::move(*fault);
    if (made.only.light.empty())
        made.only.light = first_light;
    else if (made.only.light == "any")
        made.only.light.clear();
    // what is late is looked for by how late it is
    if (made.only.light == "red" || made.only.light == "yellow")
        made.order = box_order::due;
    made.sort = v.query("sort");
    if (!made.sort.empty()) {
        auto const order = order_named(made.sort);
        if (!order || (is_for_done_alone(*order) && made.of.name != box_name::done))
            return problem(v, 400, "malformed", say("没有这种排序：“{1}”。", made.sort));
        made.order = *order;
        made.too_many_to_sort =
            made.of.name == box_name::done && !is_by_time(*order) &&
            v.records->count_box(made.of, made.only, most_sorted + 1) > most_sorted;
        if (made.too_many_to_sort)
            made.order = box_order::newest;
    }
    if (auto const after = v.query("after"); !after.empty()) {
        made.after = adapters::soci::box_cursor::parse(after);
        if (!made.after)
            return problem(v, 400, "malformed", say("翻页的位置无法识别，请从第一页看起。"));
    }
    return made;
}

std::string asked_box::address(pairs const& other, std::string_view below) const
{
    pairs all = filters;
    if (!sort.empty())
        all.emplace_back("sort", sort);
    for (auto const& asked : other) {
        std::erase_if(all, [&](auto const& one) { return one.first == asked.first; });
        if (!asked.second.empty())
            all.push_back(asked);
    }
    auto const path = name == "waiting" && below.empty()
                          ? std::string("/")
                          : "/boxes/" + std::string(name) + std::string(below);
    return all.empty() ? path : path + "?" + to_query(all);
}

std::string filters_in_words(visit& v, asked_box const& asked)
{
    auto const value_in_words = [&](std::string const& name, std::string const& value) {
        if (name == "matter")
            return matter_words(v.words, value);
        if (name == "chapter")
            return chapter_words(v.words, value);
        if (name == "kind")
            return act_words(v.words, value);
        if (name == "phase")
            return v.words("phase." + value);
        if (name == "acting" && value == no_unit)
            return v.words("overview.no_unit");
        if (name == "unit" || name == "acting")
            return v.house.unit_name(value);
        if (name == "light")
            return v.words("light." + value);
        if (name == "ready" || name == "whose")
            return v.words("words.yes");
        auto const day =
            name == "from" || name == "until" ? engine::parse_day(value) : std::nullopt;
        return day ? v.words.date(*day) : value;
    };
    std::string words;
    auto const add = [&](std::string const& name, std::string const& value) {
        words += (words.empty() ? "" : v.words("words.semicolon")) + v.words("filter." + name) +
                 v.words("words.colon") + value_in_words(name, value);
    };
    for (auto const& [name, value] : asked.filters)
        add(name, value);
    if (asked.name == "overseen" && asked.only.light == "due" && v.query("light").empty())
        add("light", "due");
    return words;
}

} // namespace web::handlers
