#include "adapters/map/procedure_map.hpp"
#include "web/handlers/case_list.hpp"
#include "web/handlers/handlers.hpp"
#include "web/handlers/opened_case.hpp"
#include "web/handlers/progress.hpp"
#include "web/office.hpp"
#include "web/problem.hpp"

#include <algorithm>

namespace web::handlers {

using boost::json::array;
using engine::say;

answer show_act(visit& v)
{
    auto found = case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    auto const& file = std::get<opened_case>(found);
    auto const seq = number_in(v.place("seq"));
    auto const& acts = file.record.acts;
    auto const one = std::find_if(acts.begin(), acts.end(),
                                  [&](engine::act const& a) { return seq && a.seq == *seq; });
    if (one == acts.end())
        return not_found(v);
    answer page{.page = "act"};
    page.view = act_view(v, file, *one, true);
    page.view["title"] = act_words(v.words, one->kind);
    page.view["case"] = head_view(v, file);
    put_list(v, file.line().shape, page.only_page);
    auto const row = v.house.sample(file.line().shape);
    auto const& law = v.house.with().law.book.in_force(file.line().place, one->counts_on());
    array rules;
    if (row)
        for (auto const& r : row->table()) {
            auto const rule = law.cited(r.rule);
            if (r.kind == one->kind && r.sort != "follows" &&
                std::none_of(rules.begin(), rules.end(),
                             [&](auto const& seen) { return seen.at("id").as_string() == rule; }))
                rules.push_back(rule_view(v, rule));
        }
    page.view["rules"] = std::move(rules);
    return page;
}

answer show_limit(visit& v)
{
    auto found = case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    auto const& file = std::get<opened_case>(found);
    auto const limits = file.file().limits(circumstances_of(v, file));
    auto const name = v.place("name");
    auto const unit = v.query("unit");
    auto const one = std::find_if(limits.begin(), limits.end(), [&](engine::limit const& l) {
        return l.name == name && (unit.empty() || l.unit_bound == unit);
    });
    if (one == limits.end())
        return not_found(v);
    answer page{.page = "limit"};
    page.view = limit_view(v, file.line().id, *one);
    page.view["title"] = boost::json::value(page.view.at("label"));
    page.view["case"] = head_view(v, file);
    put_list(v, file.line().shape, page.only_page);
    page.view["begins_words"] = v.words.date(one->begins);
    page.view["met_on"] = one->met_on ? v.words.date(*one->met_on) : "";
    array days;
    for (auto const& d : one->reckoning) {
        using effect = engine::counted_day::effect;
        auto const [code, shape,
                    words] = [&]() -> std::tuple<char const*, char const*, engine::text> {
            switch (d.what) {
            case effect::not_counted:
                return {"not_counted", "○", say("起算日，不计入")};
            case effect::counted:
                return {"counted", "■", say("第{1}日", d.number)};
            case effect::rest_day:
                return {"rest_day", "—", say("休息日，不计入")};
            case effect::paused:
                return {"paused", "‖", say("暂停计时")};
            case effect::rolled:
                return {"rolled", "→", say("期限最后一日是休息日，顺延")};
            }
            return {"counted", "■", say("第{1}日", d.number)};
        }();
        days.push_back(
            {{"on", engine::to_text(d.on)},
             {"on_words", v.words.date(d.on)},
             {"weekday",
              v.words("weekday." + std::to_string(std::chrono::weekday(d.on).iso_encoding()))},
             {"effect", code},
             {"shape", shape},
             {"words", v.words(words)},
             {"number", d.number},
             {"note", v.words(d.note)},
             {"is_today", d.on == file.on},
             {"is_due", d.on == one->due}});
    }
    page.view["reckoning"] = std::move(days);
    return page;
}

answer show_map(visit& v)
{
    auto found = case_of_path(v);
    if (auto* instead = std::get_if<answer>(&found))
        return std::move(*instead);
    auto const& file = std::get<opened_case>(found);
    auto const walked = progress_of(file, v.house.with().law);
    auto const chapter = v.query("chapter");
    std::string svg;
    if (chapter.empty())
        svg = overview_map(v, file, walked);
    else {
        using namespace adapters::map;
        standings how;
        if (auto const been = walked.visited.find(chapter); been != walked.visited.end())
            for (auto const& stage : been->second)
                how[stage] = standing::done;
        if (auto const now = walked.at.find(chapter); now != walked.at.end())
            how[now->second] =
                walked.standing_of(chapter) == "done" ? standing::done : standing::current;
        map_words const words = {
            v.words.code(), [&](std::string const& key) { return v.words(std::string_view(key)); }};
        svg = draw_chapter(file.line().shape, file.file(), chapter, words, how);
    }
    if (svg.empty())
        return not_found(v);
    answer made;
    made.as_is.emplace();
    made.as_is->body = adapters::map::standalone(std::move(svg));
    made.as_is->with("Content-Type", "image/svg+xml")
        .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .with("X-Content-Type-Options", "nosniff");
    return made;
}

} // namespace web::handlers
