#include "adapters/files/read_file.hpp"
#include "adapters/import/import_figures.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/report_page.hpp"
#include "web/keep_upload.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <algorithm>
#include <boost/json.hpp>

// Figures of years before reports were kept here, from a spreadsheet: tried first, entered when
// somebody says so. The file stays on record as the source.

namespace web::handlers {
namespace {

using adapters::import::figures_import;
using boost::json::array;
using boost::json::object;
using engine::say;

constexpr std::size_t most_shown_faults = 200;

/// What was asked for, and what would come of it.
struct asked_import {
    engine::document_ref file;
    bool were_published = false;
    bool confirmed = false;
    std::optional<engine::text> why_not; ///< nothing could be read
    figures_import made;

    bool is_good() const { return !why_not && made.faults.empty(); }
};

std::string field(visit const& v, char const* name)
{
    auto const* found = find(v.asked.fields, name);
    return found ? *found : std::string();
}

/// The file of the form, or the one that was tried before.
std::optional<engine::text> take_file(visit& v, engine::document_ref& into)
{
    for (auto& one : v.asked.files) {
        if (!one.file)
            continue;
        auto const outcome = keep_upload(v, one);
        if (auto const* why = std::get_if<engine::text>(&outcome))
            return *why;
        auto const& kept = std::get<kept_upload>(outcome);
        into = {kept.hash, kept.name};
        return {};
    }
    into = {field(v, "hash"), field(v, "name")};
    if (into.hash.empty() || into.name.empty())
        return say("请选择一个 CSV 或者 XLSX 文件。");
    return {};
}

asked_import read_request(visit& v)
{
    asked_import asked;
    asked.confirmed = !field(v, "confirm").empty();
    asked.were_published = !field(v, "were_published").empty();
    asked.why_not = take_file(v, asked.file);
    if (asked.why_not)
        return asked;
    auto const known = v.records->find_document(asked.file.hash);
    auto const path = known ? v.house.with().documents.path_of(asked.file.hash) : std::nullopt;
    if (!path) {
        asked.why_not = say("文件{1}尚未上传", asked.file.name);
        return asked;
    }
    asked.made =
        adapters::import::prepare_figures(adapters::files::read_file(*path),
                                          {.organ_name = organ_of(v),
                                           .file_name = asked.file.name,
                                           .place = v.house.place_of_unit(v.session->as.unit),
                                           .by = v.actor(),
                                           .now = v.now,
                                           .were_published = asked.were_published,
                                           .source = asked.file},
                                          v.house.dictionary(), *v.records, v.house.with().law);
    return asked;
}

array faults_view(visit const& v, std::vector<adapters::csv::fault> const& all)
{
    array made;
    for (std::size_t i = 0; i < std::min(all.size(), most_shown_faults); ++i)
        made.push_back(object{{"line", all[i].line},
                              {"line_words", v.words(say("第{1}行", all[i].line))},
                              {"words", v.words(all[i].reason)}});
    return made;
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
    page.view["hash"] = asked->file.hash;
    page.view["name"] = asked->file.name;
    page.view["were_published"] = asked->were_published;
    page.view["already_here"] = made.already_here();
    page.view["good"] = asked->is_good() && !made.already_here();
    page.view["has_faults"] = !made.faults.empty();
    page.view["faults"] = faults_view(v, made.faults);
    page.view["years"] = years_view(made);
    return page;
}

/// Enters the acts one after the other; the answer instead when one of them is not taken. A file
/// that was cut short is read again: what is here already stays as it is.
awaitable<std::optional<answer>> enter_all(visit& v, figures_import& made)
{
    for (auto& planned : made.years) {
        engine::case_id on;
        for (auto& wish : planned.acts) {
            if (wish.on.value == 0)
                wish.on = on;
            wish.seeing = v.seeing();
            auto const outcome = co_await v.house.with().entries.submit(std::move(wish));
            auto const* ruling = outcome ? std::get_if<engine::ruling>(&*outcome) : nullptr;
            auto const* taken = ruling ? std::get_if<engine::admitted>(ruling) : nullptr;
            if (!taken)
                co_return problem(
                    v, 503, "busy",
                    say("导入到{1}年时中断。此前各年已经导入；请稍后重新导入同一文件，不会重复。",
                        planned.year));
            on = taken->what.on;
        }
    }
    co_return std::nullopt;
}

} // namespace

answer show_figures_import(visit& v)
{
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
    if (!asked.confirmed || !asked.is_good() || asked.made.already_here())
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
