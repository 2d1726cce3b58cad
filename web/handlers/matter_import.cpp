#include "adapters/import/import_matters.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/imported_table.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

// A register of legal matters that was kept in a spreadsheet, taken in: first a rehearsal that says
// what is wrong line by line, then, only if nothing is, for good.

namespace web::handlers {
namespace {

using adapters::import::planned_matters;
using boost::json::array;
using boost::json::object;
using engine::say;

/// What was asked: a register, and how to read it.
struct asked_import {
    imported_table table;
    std::optional<engine::day> closed_by;
};

answer form_page(visit const& v)
{
    answer page{.page = "matter_import"};
    page.view["title"] = v.words("matters.import");
    page.view["rehearsed"] = false;
    page.view["why_not"] = "";
    put_columns(v, adapters::import::matter_columns(), "/matters/import?as=", page);
    return page;
}

/// The form again, with the reason why nothing could be read.
answer form_with(visit const& v, engine::text const& why)
{
    auto page = form_page(v);
    page.status = 422;
    page.view["why_not"] = v.words(why);
    return page;
}

/// Why the form is not understood; keeps the file that came with it. Blocks.
std::optional<engine::text> read_asked(visit& v, asked_import& into)
{
    if (auto const typed = field_of_form(v, "closed_by"); !typed.empty()) {
        into.closed_by = engine::parse_day(typed);
        if (!into.closed_by)
            return say("“{1}”不是日期，应为 2024-04-02 的形式。", typed);
    }
    auto read = read_imported_table(v);
    if (auto* why = std::get_if<engine::text>(&read))
        return std::move(*why);
    into.table = std::get<imported_table>(std::move(read));
    return {};
}

/// The plan of the register without what is on record, or why there is none.
std::variant<planned_matters, engine::text> plan(visit& v, asked_import const& asked)
{
    auto const read = adapters::sheet::read_table_of(asked.table.bytes);
    if (auto const* why = std::get_if<engine::text>(&read))
        return *why;
    adapters::import::matters_terms terms{.place = v.house.place_of_unit(v.session->as.unit),
                                          .by = v.actor(),
                                          .now = v.now,
                                          .seeing = v.seeing(),
                                          .closed_by = asked.closed_by};
    auto made = plan_matters(std::get<adapters::sheet::read_table>(read), v.own_units(),
                             v.house.with().law, terms);
    leave_out_known(made, *v.records);
    return made;
}

/// What a rehearsal or an import came to.
answer result_page(visit const& v, asked_import const& asked, planned_matters const& plan)
{
    auto page = form_page(v);
    page.view["rehearsed"] = true;
    page.view["hash"] = asked.table.file.hash;
    page.view["name"] = asked.table.file.name;
    page.view["closed_by"] = asked.closed_by ? engine::to_text(*asked.closed_by) : "";
    page.view["cases"] = static_cast<long long>(plan.cases.size());
    page.view["acts"] = static_cast<long long>(plan.acts());
    page.view["already_here"] =
        plan.already_here > 0 ? v.words(say("已存在，跳过{1}项。", plan.already_here)) : "";
    page.view["is_good"] = plan.faults.empty() && !plan.cases.empty();
    page.view["fault_count"] = plan.faults.size();
    page.view["has_faults"] = !plan.faults.empty();
    page.view["faults"] = lines_view(v, plan.faults);
    array unknown;
    for (auto const& one : plan.unknown_headings)
        unknown.push_back(object{{"heading", one}});
    page.view["has_unknown"] = !unknown.empty();
    page.view["unknown_headings"] = std::move(unknown);
    page.view["entered"] = false;
    if (!plan.faults.empty())
        page.status = 422;
    return page;
}

/// Enters the planned cases one after the other; the answer instead when one of them is not taken.
/// A file that was cut short is read again: what is here already stays as it is.
awaitable<std::optional<answer>> enter_all(visit& v, planned_matters const& plan)
{
    for (auto const& one : plan.cases) {
        std::vector<engine::submission> acts;
        for (auto const& act : one.acts)
            acts.push_back(act.wish);
        auto const went = co_await enter_in_order(v, std::move(acts));
        if (went.stopped_at)
            co_return stopped_import(
                v, went,
                say("导入到第{1}行时中断。此前各行已经导入；请稍后重新导入同一文件，不会重复。",
                    one.acts[*went.stopped_at].line));
    }
    co_return std::nullopt;
}

} // namespace

answer show_matter_import(visit& v)
{
    if (auto const as = v.query("as"); !as.empty())
        return empty_table(v, say("导入模板：法律事务"), adapters::import::matter_columns(), as);
    return form_page(v);
}

awaitable<answer> import_matters(visit& v)
{
    asked_import asked;
    std::optional<planned_matters> planned;
    auto const prepare = [&](visit& reading) -> answer {
        if (auto const why = read_asked(reading, asked))
            return form_with(reading, *why);
        auto made = plan(reading, asked);
        if (auto const* why = std::get_if<engine::text>(&made))
            return form_with(reading, *why);
        planned = std::get<planned_matters>(std::move(made));
        return result_page(reading, asked, *planned);
    };
    auto page = co_await v.house.read(v, prepare);
    if (!planned || !asked.table.confirmed || !planned->faults.empty() || planned->cases.empty())
        co_return page;
    auto stopped = co_await enter_all(v, *planned);
    if (stopped)
        co_return std::move(*stopped);
    page.view["entered"] = true;
    page.view["is_good"] = false;
    co_return page;
}

} // namespace web::handlers
