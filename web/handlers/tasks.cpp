#include "web/handlers/handlers.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/office.hpp"
#include "web/percent.hpp"
#include "web/problem.hpp"

namespace web::handlers {

using boost::json::array;
using engine::say;

answer show_tasks(visit& v)
{
    constexpr long long rows_a_page = 50;
    std::vector<engine::seat> const seats = {{v.session->as.role, v.session->as.unit}};
    adapters::soci::task_filter only;
    only.chapter = v.query("chapter");
    auto const ready = v.query("ready") == "1";
    if (ready)
        only.open_on = v.today();
    auto const after = number_in(v.query("after"));
    auto const found = v.records->list_tasks(seats, only, after, rows_a_page);

    answer page{.page = "tasks"};
    page.view["title"] = v.words(say("待办"));
    page.view["count"] = v.records->count_tasks(seats, {});
    page.view["found"] = v.records->count_tasks(seats, only);
    page.view["ready"] = ready;
    array tasks;
    for (auto const& one : found.rows)
        tasks.push_back(
            {{"case", one.on.value},
             {"number", one.number},
             {"case_title", one.title},
             {"unit", one.case_unit},
             {"unit_name", v.house.unit_name(one.case_unit)},
             {"chapter", one.what.chapter},
             {"chapter_words", chapter_words(v.words, one.what.chapter)},
             {"kind", one.what.kind},
             {"act_words", act_words(v.words, one.what.kind)},
             {"opens_on", one.what.opens_on ? engine::to_text(*one.what.opens_on) : ""},
             {"opens_on_words", one.what.opens_on && *one.what.opens_on > v.today()
                                    ? v.words.date(*one.what.opens_on)
                                    : ""},
             {"href", "/cases/" + std::to_string(one.on.value) + "#act-" + one.what.kind}});
    page.view["empty"] = tasks.empty();
    page.view["tasks"] = std::move(tasks);
    pairs again;
    if (!only.chapter.empty())
        again.emplace_back("chapter", only.chapter);
    if (ready)
        again.emplace_back("ready", "1");
    page.view["next"] = "";
    if (found.next) {
        again.emplace_back("after", std::to_string(*found.next));
        page.view["next"] = "/?" + to_query(again);
    }
    array chapters;
    for (auto const& [name, shape] : v.house.with().law.shapes)
        for (auto const& stage : v.house.sample(name)->stages()) {
            if (shape.is_sole)
                continue; // nothing waits there
            chapters.push_back({{"code", stage.chapter},
                                {"words", chapter_words(v.words, stage.chapter)},
                                {"selected", stage.chapter == only.chapter}});
        }
    page.only_page["chapters"] = std::move(chapters);
    return page;
}

} // namespace web::handlers
