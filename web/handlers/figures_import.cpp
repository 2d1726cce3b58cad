#include "adapters/import/import_figures.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/imported_table.hpp"
#include "web/handlers/report_page.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <boost/json.hpp>

// Figures of years before reports were kept here, from a spreadsheet: tried first, entered when
// somebody says so. The file stays on record as the source.

namespace web::handlers {
namespace {

using adapters::import::figures_import;
using boost::json::array;
using boost::json::object;
using engine::say;

/// What was asked for, and what would come of it.
struct asked_import {
    imported_table table;
    bool were_published = false;
    std::optional<engine::text> why_not; ///< nothing could be read
    figures_import made;

    bool is_good() const { return !why_not && made.faults.empty(); }
};

asked_import read_request(visit& v)
{
    asked_import asked;
    asked.were_published = !field_of_form(v, "were_published").empty();
    auto read = read_imported_table(v);
    if (auto* why = std::get_if<engine::text>(&read)) {
        asked.why_not = std::move(*why);
        return asked;
    }
    asked.table = std::get<imported_table>(std::move(read));
    asked.made =
        adapters::import::prepare_figures(asked.table.bytes,
                                          {.organ_name = organ_of(v),
                                           .file_name = asked.table.file.name,
                                           .place = v.house.place_of_unit(v.session->as.unit),
                                           .by = v.actor(),
                                           .now = v.now,
                                           .were_published = asked.were_published,
                                           .source = asked.table.file},
                                          v.house.dictionary(), *v.records, v.house.with().law);
    return asked;
}

array years_view(figures_import const& made)
{
    array all;
    for (auto const& one : made.years)
        all.push_back(object{{"year", one.year},
                             {"count", one.values},
                             {"already_here", one.already_here},
                             {"href", "/reports/" + std::to_string(one.year)}});
    return all;
}

answer import_page(visit const& v, asked_import const* asked)
{
    answer page{.page = "figures_import"};
    page.view["title"] = v.words("reports.import");
    put_columns(v, adapters::import::figure_columns(), "/reports/import?as=", page);
    for (auto const* name : {"why_not", "hash", "name"})
        page.view[name] = "";
    for (auto const* name : {"good", "has_faults", "already_here", "were_published", "entered"})
        page.view[name] = false;
    for (auto const* name : {"faults", "years"})
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
    page.view["were_published"] = asked->were_published;
    page.view["already_here"] = made.already_here();
    page.view["good"] = asked->is_good() && !made.already_here();
    page.view["has_faults"] = !made.faults.empty();
    page.view["faults"] = lines_view(v, made.faults);
    page.view["years"] = years_view(made);
    return page;
}

/// Enters the acts one after the other; the answer instead when one of them is not taken. A file
/// that was cut short is read again: what is here already stays as it is.
awaitable<std::optional<answer>> enter_all(visit& v, figures_import& made)
{
    for (auto& planned : made.years) {
        auto const went = co_await enter_in_order(v, std::move(planned.acts));
        if (went.stopped_at)
            co_return stopped_import(
                v, went,
                say("导入到{1}年时中断。此前各年已经导入；请稍后重新导入同一文件，不会重复。",
                    planned.year));
    }
    co_return std::nullopt;
}

} // namespace

answer show_figures_import(visit& v)
{
    if (auto const as = v.query("as"); !as.empty())
        return empty_table(v, say("导入模板：往年数据"), adapters::import::figure_columns(), as);
    return import_page(v, nullptr);
}

awaitable<answer> enter_figures_import(visit& v)
{
    asked_import asked;
    auto const prepare = [&](visit& again) {
        asked = read_request(again);
        return import_page(again, &asked);
    };
    auto page = co_await v.house.read(v, prepare);
    if (!asked.table.confirmed || !asked.is_good() || asked.made.already_here())
        co_return page;
    auto stopped = co_await enter_all(v, asked.made);
    if (stopped)
        co_return std::move(*stopped);
    page.status = 201;
    page.view["entered"] = true;
    page.view["good"] = false;
    co_return page;
}

} // namespace web::handlers
