#include "adapters/import/import_matters.hpp"
#include "web/handlers/act_form.hpp"
#include "web/handlers/handlers.hpp"
#include "web/keep_upload.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <algorithm>
#include <sstream>

// A register of legal matters that was kept in a spreadsheet, taken in: first a rehearsal that says
// what is wrong line by line, then, only if nothing is, for good.

namespace web::handlers {
namespace {

using adapters::import::planned_matters;
using boost::json::array;
using boost::json::object;
using engine::say;

constexpr std::size_t most_shown_faults = 200;

/// What was asked: a register, by the document that it is, and how to read it.
struct asked_import {
    std::string hash;
    std::string name;
    std::optional<engine::day> closed_by;
    bool entering = false;
};

answer form_page(visit const& v)
{
    answer page{.page = "matter_import"};
    page.view["title"] = v.words("matters.import");
    page.view["rehearsed"] = false;
    return page;
}

/// Why the form is not understood; stores the file that came with it. Blocks.
std::optional<answer> read_asked(visit& v, asked_import& into)
{
    auto const word = [&](char const* name) {
        auto const* found = find(v.asked.fields, name);
        return found ? *found : std::string();
    };
    into.hash = word("document");
    into.name = word("document_name");
    into.entering = word("entering") == "1";
    if (auto const typed = word("closed_by"); !typed.empty()) {
        into.closed_by = engine::parse_day(typed);
        if (!into.closed_by)
            return problem(v, 400, "malformed",
                           say("“{1}”不是日期，应为 2024-04-02 的形式。", typed));
    }
    for (auto& one : v.asked.files) {
        if (one.field != "register" || !one.file)
            continue;
        auto const outcome = keep_upload(v, one);
        if (auto const* why = std::get_if<engine::text>(&outcome))
            return problem(v, 422, "not-taken", *why);
        into.hash = std::get<kept_upload>(outcome).hash;
        into.name = std::get<kept_upload>(outcome).name;
    }
    if (into.hash.empty())
        return problem(v, 400, "malformed", say("请选择要导入的登记簿（XLSX 或者 CSV）。"));
    return {};
}

std::string bytes_of(visit& v, std::string const& hash)
{
    auto file = v.house.with().documents.open(hash);
    if (!file)
        return {};
    std::ostringstream bytes;
    bytes << file->rdbuf();
    return bytes.str();
}

/// The plan of the register, or the answer that says why there is none.
std::variant<planned_matters, answer> plan(visit& v, asked_import const& asked)
{
    if (!v.records->find_document(asked.hash))
        return not_found(v);
    auto const read = adapters::sheet::read_table_of(bytes_of(v, asked.hash));
    if (auto const* why = std::get_if<engine::text>(&read))
        return problem(v, 422, "not-taken", *why);
    adapters::import::matters_terms terms{.place = v.house.place_of_unit(v.session->as.unit),
                                          .by = v.actor(),
                                          .now = v.now,
                                          .seeing = v.seeing(),
                                          .closed_by = asked.closed_by};
    return plan_matters(std::get<adapters::sheet::read_table>(read), *v.house.units(),
                        v.house.with().law, terms);
}

/// What a rehearsal or an import came to.
answer result_page(visit const& v, asked_import const& asked, planned_matters const& plan)
{
    auto page = form_page(v);
    page.view["rehearsed"] = true;
    page.view["document"] = asked.hash;
    page.view["document_name"] = asked.name;
    page.view["closed_by"] = asked.closed_by ? engine::to_text(*asked.closed_by) : "";
    page.view["cases"] = static_cast<long long>(plan.cases.size());
    page.view["acts"] = static_cast<long long>(plan.acts());
    page.view["is_good"] = plan.faults.empty() && !plan.cases.empty();
    array faults;
    for (std::size_t i = 0; i < std::min(plan.faults.size(), most_shown_faults); ++i)
        faults.push_back(object{{"line", static_cast<long long>(plan.faults[i].line)},
                                {"reason", v.words(plan.faults[i].reason)}});
    page.view["fault_count"] = static_cast<long long>(plan.faults.size());
    page.view["has_faults"] = !faults.empty();
    page.view["faults"] = std::move(faults);
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
        engine::case_id id;
        for (auto const& act : one.acts) {
            auto wish = act.wish;
            wish.on = id;
            auto const outcome = co_await v.house.with().entries.submit(std::move(wish));
            auto const* ruling = outcome ? std::get_if<engine::ruling>(&*outcome) : nullptr;
            auto const* taken = ruling ? std::get_if<engine::admitted>(ruling) : nullptr;
            if (!taken)
                co_return problem(
                    v, 503, "busy",
                    say("导入到第{1}行时中断。此前各行已经导入；请稍后重新导入同一文件，不会重复。",
                        act.line));
            id = taken->what.on;
        }
    }
    co_return std::nullopt;
}

} // namespace

answer show_matter_import(visit& v)
{
    return form_page(v);
}

awaitable<answer> import_matters(visit& v)
{
    asked_import asked;
    std::optional<planned_matters> planned;
    auto const prepare = [&](visit& reading) -> answer {
        if (auto wrong = read_asked(reading, asked))
            return std::move(*wrong);
        auto made = plan(reading, asked);
        if (auto* instead = std::get_if<answer>(&made))
            return std::move(*instead);
        planned = std::get<planned_matters>(std::move(made));
        return result_page(reading, asked, *planned);
    };
    auto page = co_await v.house.read(v, prepare);
    if (!planned || !asked.entering || !planned->faults.empty())
        co_return page;
    auto stopped = co_await enter_all(v, *planned);
    if (stopped)
        co_return std::move(*stopped);
    page.view["entered"] = true;
    page.view["is_good"] = false;
    co_return page;
}

} // namespace web::handlers
