#include "web/handlers/box_table.hpp"

#include "adapters/notices/letter.hpp"
#include "web/handlers/awaited_proposals.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/opinions.hpp"
#include "web/handlers/seat_holders.hpp"
#include "web/handlers/why_back.hpp"
#include "web/office.hpp"
#include "workflows/annual_report/report_file.hpp"
#include "workflows/major_decision/circulation.hpp"
#include "workflows/set_back.hpp"

#include <algorithm>
#include <map>

namespace web::handlers {
namespace {

using adapters::soci::box_order;
using adapters::soci::box_row;
using boost::json::array;
using boost::json::object;
using engine::say;

bool lists_tasks(std::string_view box)
{
    return box == "waiting" || box == "copied" || box == "overseen";
}

/// A copy that was read is there as the act by which that was confirmed.
bool is_read_copy(std::string_view box, box_row const& row)
{
    return box == "copied" && row.kind == workflows::major_decision::circulation::read::kind;
}

/// What waits in a row; of a copy that was read nothing does.
engine::task const& task_of(std::string_view box, box_row const& row)
{
    static engine::task const none;
    return is_read_copy(box, row) ? none : row.waits;
}

/// Columns that show when something came, was done or began.
bool is_moment(std::string_view column)
{
    return column == "received" || column == "acted" || column == "opened";
}

std::string case_address(box_row const& row)
{
    return "/cases/" + std::to_string(row.on.value);
}

/// The page below the case that is made for a task; empty: the page of the case itself.
std::string_view page_made_for(engine::task const& task)
{
    if (task.chapter == "circulation")
        return "/sheets";
    if (task.chapter == "legality_review" && task.role == "reviewer")
        return "/review";
    if (task.chapter == "legality_review" && task.role == "legal_adviser")
        return "/advice";
    if (task.kind == "deliberation.held")
        return "/meeting";
    return registering_page(task.kind);
}

/// Where a task is done: on the page that is made for it, or in its form on the page of the case.
/// Whoever oversees a task does not do it.
std::string task_address(std::string_view box, box_row const& row)
{
    auto const made_for = page_made_for(row.waits);
    if (!made_for.empty() && (box == "waiting" || made_for == "/sheets"))
        return case_address(row) + std::string(made_for);
    return box == "waiting"
               ? adapters::notices::place_of_task(row.on, row.waits.chapter, row.waits.kind)
               : case_address(row);
}

/// A task on what the public proposed is that of a proposal, not of the catalogue that keeps it;
/// nothing of any other.
std::optional<box_cell> proposal_cell(visit& v, std::string_view box, box_row const& row)
{
    if (box != "waiting")
        return {};
    auto const all = awaited_proposals(v, row.on, row.waits);
    if (all.empty())
        return {};
    auto const& first = all.front();
    auto words = v.words(words_of_proposal(first));
    if (all.size() == 1)
        return box_cell{std::move(words), page_of_proposal(first)};
    return box_cell{v.words(say("{1}，共{2}件", std::move(words), all.size())),
                    task_address(box, row)};
}

/// Where the case stands: the chapter that waits, or what became of it.
std::string standing(visit& v, box_row const& row)
{
    return row.waits.kind.empty() ? v.words("phase." + row.phase)
                                  : chapter_words(v.words, row.waits.chapter);
}

std::string actor_in(visit& v, box_row const& row)
{
    return row.by_name.empty() ? std::string() : v.house.unit_name(row.by_unit) + " " + row.by_name;
}

/// Who brought a task; of one that came back also why.
std::string sender(visit& v, box_row const& row, reasons_back const& back)
{
    auto who = actor_in(v, row);
    auto const why = back.find({row.on, row.seq});
    return why == back.end() ? who : v.words(say("{1}：{2}", std::move(who), why->second));
}

/// Of answers that wait to be taken: the units that gave them, whoever was the first.
std::string answering_units(visit& v, engine::case_id on)
{
    auto const report = workflows::annual_report::file_of(v.records->acts_of(on));
    std::vector<std::string> names;
    for (auto const& unit : workflows::annual_report::units_to_check(report))
        names.push_back(v.house.unit_name(unit));
    return joined_names(v, names);
}

/// Whom a task waits for: a seat with the people who hold it, or somebody by name.
std::string whose(visit& v, box_row const& row, engine::task const& task)
{
    if (task.kind.empty())
        return {};
    std::string words = task.unit.empty() ? "" : v.house.unit_name(task.unit);
    auto const add = [&](std::string const& more) { words += (words.empty() ? "" : " ") + more; };
    if (!task.role.empty())
        add(v.words("role." + task.role));
    if (task.person.value == 0)
        return with_holders(
            v, words, holders_of(v, {task.role, task.unit, task.person}, organ_of(v, row.unit)));
    add(v.house.person_name(task.person));
    return words;
}

box_cell limit_cell(visit& v, std::string_view box, box_row const& row)
{
    auto const& task = task_of(box, row);
    std::optional<time_light> light;
    if (task.within)
        light = light_of(*task.within, v.house.with().law.days, v.today());
    // what is soon late shows that, though it cannot be done yet
    bool const presses = light && std::string_view(light->colour) != "green";
    if (!presses && task.opens_on && *task.opens_on > v.today()) {
        auto const from = say("{1}起可以办理", *task.opens_on);
        return {v.words(from), {}, time_light{"grey", "‖", from}};
    }
    if (!light)
        return {};
    auto words = v.words(light->words);
    return {std::move(words), case_address(row) + "/limits/" + task.within->name, std::move(light)};
}

} // namespace

std::vector<std::string_view> columns_of_box(std::string_view box)
{
    if (lists_tasks(box))
        return {"number",   "case",  "matter", "step", "task",  "sender",
                "received", "limit", "due",    "unit", "phase", "role"};
    if (box == "done")
        return {"number", "case",  "matter", "act",  "step",
                "acted",  "limit", "due",    "unit", "phase"};
    return {"number", "case",  "matter", "step", "opener",
            "opened", "limit", "due",    "unit", "phase"};
}

std::vector<std::string_view> shown_columns(std::string_view box, std::string const& chosen)
{
    auto all = columns_of_box(box);
    if (chosen.empty()) {
        auto const extra = [](std::string_view one) {
            return one == "due" || one == "unit" || one == "phase" || one == "role";
        };
        std::erase_if(all, [&](auto one) {
            return extra(one) && !(box == "overseen" && (one == "role" || one == "unit"));
        });
        if (box == "overseen")
            std::erase_if(all, [](auto one) { return one == "sender" || one == "matter"; });
        return all;
    }
    auto const is_chosen = [&](std::string_view one) {
        return ("," + chosen + ",").find("," + std::string(one) + ",") != std::string::npos;
    };
    std::erase_if(all, [&](auto one) { return !is_chosen(one); });
    return all;
}

reasons_back why_rows_came_back(visit& v, std::string_view box,
                                std::vector<std::string_view> const& columns,
                                std::vector<box_row> const& rows)
{
    reasons_back found;
    if (std::find(columns.begin(), columns.end(), "sender") == columns.end())
        return found;
    std::vector<adapters::soci::act_place> places;
    for (auto const& row : rows)
        if (!is_read_copy(box, row) && workflows::may_set_back(row.kind))
            places.push_back({row.on, row.seq});
    for (auto const& [at, brought_by] : v.records->find_acts(places))
        if (auto why = why_back(v.words, brought_by); !why.empty())
            found.emplace(at, std::move(why));
    return found;
}

box_cell cell_of(visit& v, std::string_view box, std::string_view column, box_row const& row,
                 reasons_back const& back)
{
    auto const& task = task_of(box, row);
    if (column == "number")
        return {row.number};
    auto const proposal =
        column == "case" || column == "task" ? proposal_cell(v, box, row) : std::nullopt;
    if (column == "case")
        return proposal ? *proposal : box_cell{row.title, case_address(row)};
    if (column == "matter")
        return {matter_words(v.words, row.matter)};
    if (column == "step")
        return {standing(v, row)};
    if (column == "task" && is_read_copy(box, row))
        return {"✓ " + v.words("sheets.read") + " " + (row.at ? v.words.moment(*row.at) : ""),
                case_address(row) + "/sheets"};
    if (column == "task")
        return {act_words(v.words, task.kind), proposal ? proposal->href : task_address(box, row)};
    if (column == "act")
        return {act_words(v.words, row.kind),
                case_address(row) + "/acts/" + std::to_string(row.seq)};
    // the act of a copy that was read tells who read it, and when
    if (is_read_copy(box, row) && (column == "sender" || column == "received"))
        return {};
    if (column == "sender" && task.kind == workflows::annual_report::collection::accepted::kind)
        return {answering_units(v, row.on)};
    if (column == "sender")
        return {sender(v, row, back)};
    if (column == "opener")
        return {actor_in(v, row)};
    if (is_moment(column))
        return {row.at ? v.words.moment(*row.at) : ""};
    if (column == "limit")
        return limit_cell(v, box, row);
    if (column == "due")
        return {task.within && !task.within->stopped ? v.words.date(task.within->due) : ""};
    if (column == "unit")
        return {v.house.unit_name(row.unit)};
    if (column == "phase")
        return {v.words("phase." + row.phase)};
    return {whose(v, row, task)};
}

object row_view(visit& v, std::string_view box, std::vector<std::string_view> const& columns,
                box_row const& row, reasons_back const& back)
{
    auto const& task = task_of(box, row);
    auto const limit = limit_cell(v, box, row);
    object made{
        {"case", row.on.value},
        {"number", row.number},
        {"case_title", row.title},
        {"href", case_address(row)},
        {"matter", row.matter},
        {"unit", row.unit},
        {"phase", row.phase},
        {"closed", row.closed},
        {"chapter", task.chapter},
        {"kind", lists_tasks(box) && !is_read_copy(box, row) ? task.kind : row.kind},
        {"is_read", is_read_copy(box, row)},
        {"role", task.role},
        {"task_unit", task.unit},
        {"task_person", task.person.value},
        {"task_person_name", task.person.value ? v.house.person_name(task.person) : std::string()},
        {"opens_on", task.opens_on ? engine::to_text(*task.opens_on) : ""},
        {"limit", task.within ? task.within->name : ""},
        {"due", task.within ? engine::to_text(task.within->due) : ""},
        {"light", limit.light ? limit.light->colour : ""},
        {"seq", row.seq},
        {"from", row.by_name},
        {"from_unit", row.by_unit},
        {"at", row.at ? engine::to_text(*row.at) : ""}};
    array cells;
    for (auto const column : columns) {
        auto const cell = cell_of(v, box, column, row, back);
        cells.push_back({{"label", v.words("column." + std::string(column))},
                         {"words", cell.words},
                         {"href", cell.href},
                         {"shape", cell.light ? cell.light->shape : ""},
                         {"colour", cell.light ? cell.light->colour : ""},
                         {"is_light", cell.light.has_value()},
                         {"is_number", column == "number"},
                         {"is_case", column == "case"},
                         {"is_day", is_moment(column)},
                         {"blank", cell.words.empty()}});
    }
    made["cells"] = std::move(cells);
    return made;
}

array headings_view(visit& v, asked_box const& asked, std::vector<std::string_view> const& columns)
{
    auto const sort_by = [&](std::string_view column) -> std::string {
        if (is_moment(column))
            return asked.order == box_order::newest ? "oldest" : "newest";
        if (asked.lists_tasks() && column == "number")
            return "number";
        if (asked.lists_tasks())
            return column == "limit" ? "due" : "";
        if (asked.name != "done")
            return "";
        static std::map<std::string_view, std::string_view> const of_done = {
            {"number", "number"}, {"case", "title"}, {"act", "kind"}, {"limit", "due"}};
        auto const found = of_done.find(column);
        return found == of_done.end() ? "" : std::string(found->second);
    };
    auto const sorted = [&](std::string_view column) {
        auto const dated = is_moment(column);
        switch (asked.order) {
        case box_order::newest:
            return dated ? "descending" : "";
        case box_order::oldest:
            return dated ? "ascending" : "";
        case box_order::due:
            return column == "limit" ? "ascending" : "";
        case box_order::to_do:
        case box_order::opening:
            return "";
        case box_order::number:
            return column == "number" ? "ascending" : "";
        case box_order::title:
            return column == "case" ? "ascending" : "";
        case box_order::kind:
            return column == "act" ? "ascending" : "";
        }
        return "";
    };
    array made;
    for (auto const column : columns) {
        auto const sort = sort_by(column);
        std::string_view const is = sorted(column);
        made.push_back({{"code", std::string(column)},
                        {"words", v.words("column." + std::string(column))},
                        {"href", sort.empty() ? "" : asked.address({{"sort", sort}})},
                        {"sorted", is},
                        {"rising", is == "ascending"},
                        {"falling", is == "descending"}});
    }
    return made;
}

} // namespace web::handlers
