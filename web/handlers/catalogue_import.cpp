#include "adapters/import/catalogue_table.hpp"
#include "adapters/import/import_catalogue.hpp"
#include "adapters/soci/catalogue_board.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/imported_table.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"
#include "workflows/catalogue/call.hpp"

#include <boost/json.hpp>

// A catalogue that was made elsewhere, or what units propose for one that is being made, from a
// spreadsheet: tried first, entered when somebody says so. The file stays on record as the source.

namespace web::handlers {
namespace {

using adapters::import::catalogue_import;
using boost::json::array;
using boost::json::object;
using engine::say;

/// What was asked for, and what would come of it.
struct asked_import {
    int year = 0;
    imported_table table;
    bool proposals = false; ///< what units propose; else a catalogue that was published
    std::optional<engine::text> why_not; ///< nothing could be read
    catalogue_import made;

    bool is_good() const { return !why_not && made.faults.empty(); }
};

asked_import read_request(visit& v)
{
    asked_import asked;
    asked.proposals = field_of_form(v, "what") == "proposals";
    auto const year = number_in(field_of_form(v, "year"));
    if (!year || *year < 2'000 || *year > 9'999) {
        asked.why_not = say("年份应为四位数字。");
        return asked;
    }
    asked.year = static_cast<int>(*year);
    auto read = read_imported_table(v);
    if (auto* why = std::get_if<engine::text>(&read)) {
        asked.why_not = std::move(*why);
        return asked;
    }
    asked.table = std::get<imported_table>(std::move(read));
    auto const prepare =
        asked.proposals ? adapters::import::prepare_proposals : adapters::import::prepare_catalogue;
    asked.made = prepare(asked.table.bytes,
                         {.year = asked.year,
                          .file_name = asked.table.file.name,
                          .place = v.house.place_of_unit(v.session->as.unit),
                          .by = v.actor(),
                          .now = v.now,
                          .source = asked.table.file},
                         v.own_units(), *v.records, v.house.with().law);
    return asked;
}

std::string text_in(object const& from, char const* name)
{
    auto const* found = from.if_contains(name);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

/// The entries as they would stand.
array items_view(visit const& v, catalogue_import const& made)
{
    array all;
    for (auto const& act : made.acts) {
        auto const* items = act.body.if_contains("items");
        if (!items)
            items = act.body.if_contains("proposals");
        if (!items || !items->is_array())
            continue;
        for (auto const& one : items->get_array()) {
            auto const& details = one.as_object();
            all.push_back(object{{"item_name", text_in(details, "item_name")},
                                 {"lead_name", v.house.unit_name(text_in(details, "lead"))},
                                 {"planned_meeting", text_in(details, "planned_meeting")}});
        }
    }
    return all;
}

/// The year whose proposals are gathered, or this year.
int year_of_proposals(visit& v)
{
    adapters::soci::catalogue_board board(*v.records);
    for (auto const& one : board.catalogues()) {
        auto const own = board.find(one.year, v.session->as.unit);
        auto const head = own && own->id == one.id ? v.records->find_case(one.id) : std::nullopt;
        if (head && head->summary.phase == "catalogue_call")
            return one.year;
    }
    return engine::year_of(v.today());
}

answer import_page(visit& v, asked_import const* asked)
{
    answer page{.page = "catalogue_import"};
    page.view["title"] = v.words(say("导入年度目录"));
    page.view["tried"] = asked != nullptr;
    bool const proposals = asked ? asked->proposals : v.query("what") == "proposals";
    page.view["proposals"] = proposals;
    page.only_page["what"] = proposals ? "proposals" : "catalogue";
    put_columns(v, adapters::import::catalogue_columns(), "/catalogue/import?as=", page);
    if (asked && asked->year)
        page.view["year"] = asked->year;
    else
        page.view["year"] = proposals ? year_of_proposals(v) : engine::year_of(v.today());
    for (auto const* name : {"why_not", "hash", "name", "summary", "entered"})
        page.view[name] = "";
    for (auto const* name : {"good", "has_faults", "has_remarks", "already_here"})
        page.view[name] = false;
    for (auto const* name : {"faults", "remarks", "items"})
        page.view[name] = array();
    if (!asked)
        return page;
    if (asked->why_not) {
        page.status = 422;
        page.view["why_not"] = v.words(*asked->why_not);
        return page;
    }
    auto const& made = asked->made;
    page.status = asked->is_good() ? 200 : 422;
    page.view["hash"] = asked->table.file.hash;
    page.view["name"] = asked->table.file.name;
    page.view["already_here"] = made.already_here;
    page.view["good"] = asked->is_good() && !made.already_here;
    page.view["has_faults"] = !made.faults.empty();
    page.view["faults"] = lines_view(v, made.faults);
    page.view["has_remarks"] = !made.remarks.empty();
    page.view["remarks"] = lines_view(v, made.remarks);
    page.view["items"] = items_view(v, made);
    page.view["summary"] = v.words(say("共{1}项", made.items));
    return page;
}

} // namespace

answer show_catalogue_import(visit& v)
{
    if (auto const as = v.query("as"); !as.empty())
        return empty_table(v, say("导入模板：年度目录"), adapters::import::catalogue_columns(), as);
    return import_page(v, nullptr);
}

awaitable<answer> enter_catalogue_import(visit& v)
{
    asked_import asked;
    auto const prepare = [&](visit& again) {
        asked = read_request(again);
        return import_page(again, &asked);
    };
    auto page = co_await v.house.read(v, prepare);
    if (!asked.table.confirmed || !asked.is_good() || asked.made.already_here)
        co_return page;
    auto const went = co_await enter_in_order(v, std::move(asked.made.acts));
    if (went.stopped_at)
        co_return stopped_import(
            v, went, say("导入中断。此前的办理已经录入；请稍后重新导入同一文件，不会重复。"));
    answer done{.status = 201};
    auto const home = "/cases/" + std::to_string(went.on.value) + "/catalogue";
    done.view = {{"case", went.on.value}, {"items", asked.made.items}, {"href", home}};
    if (v.wants_json)
        done.headers.emplace_back("Location", home);
    else if (asked.proposals) {
        page.status = 201;
        page.view["good"] = false;
        page.view["entered"] = v.words(
            say("已录入申报{1}项，列在{2}年度目录的申报中。", asked.made.items, asked.year));
        co_return page;
    } else
        done.see_other = home;
    co_return done;
}

} // namespace web::handlers
